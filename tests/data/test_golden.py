"""Every released version's database opens in this one, with its history, its versions and what was half typed."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from data.doctor import doctor
from data.formats import FORMAT
from data.listing import listing
from data.store import Store

GOLDEN = sorted(Path(__file__).parent.joinpath("golden").glob("*.sqlite"))


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def released(request, tmp_path):
    """A copy of a database as that version left it."""
    copy = Path(copyfile(request.param, tmp_path / "released.sqlite"))
    copy.chmod(0o600)
    return copy


def opened(path):
    now = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
    return Store(str(path), actor="facilitator", now=lambda: now, ids=iter(map(str, range(100))).__next__)


def test_there_is_one_for_each_format():
    assert [path.stem for path in GOLDEN] == [f"{number:04}" for number in range(1, FORMAT + 1)]


def test_it_opens_with_everything_that_was_in_it(released):
    store = opened(released)
    [sample] = listing(released)
    [archived] = listing(released, archived=True)
    assert sample.ref != archived.ref
    kept = store.load(sample.id)
    assert kept.value.brief.title == "Brackenford food bank: strategy 2027-2029"
    assert [len(kept.value.arenas), len(kept.value.priorities), len(kept.value.milestones)] == [9, 12, 12]
    assert kept.room.drafts == {"where-to-play|add/arena": "Corporate vol"}
    assert kept.value.series["A"] == 11
    store.close()


def test_what_came_later_is_empty_in_what_was_made_before(tmp_path):
    gained = {}
    for path in GOLDEN:
        store = opened(copyfile(path, tmp_path / path.name))
        [sample] = store.listing()
        value = store.load(sample.id).value
        gained[path.stem] = len(value.measures), len(value.risks), value.brief.obstacle[:4], value.brief.move_days
        store.close()
    assert gained == {"0001": (0, 0, "", 14), "0002": (3, 6, "Food", 14)}


def test_its_history_replays_to_its_rows_and_its_version_stands(released):
    store = opened(released)
    [sample] = store.listing()
    kept = store.load(sample.id)
    assert store.at(sample.id, kept.seq) == kept.value
    [version] = store.versions(sample.id)
    assert version.number == 1
    assert version.value == kept.value
    store.close()


def test_its_last_change_can_be_taken_back_and_done_again(released):
    store = opened(released)
    [sample] = store.listing()
    before = store.load(sample.id).value
    assert store.undo(sample.id).label == "adopt the plan"
    assert store.load(sample.id).value.brief.version == 0
    store.redo(sample.id)
    assert store.load(sample.id).value == before
    store.close()


def test_the_doctor_finds_nothing_wrong_with_it_once_opened(released):
    opened(released).close()
    assert [check.sentence for check in doctor(str(released)) if not check.ok] == []
