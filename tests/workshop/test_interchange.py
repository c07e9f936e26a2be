"""The JSON document: what is kept comes back, the same to the byte; what is wrong is refused in a sentence."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from data import formats
from data.difference import diff
from data.errors import NothingToUndo
from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Brief, Party
from data.nouns.strategy import Arena, Condition
from data.store import Kept, Store
from data.tables import NOUNS
from data.value import Key, Workshop
from tests.workshop.any_workshop import HOSTILE, TODAY, texts, workshops
from workshop.actions import ranks
from workshop.importing import Import
from workshop.interchange.layout import ALONE, PARTS, Part
from workshop.interchange.model import schema
from workshop.interchange.reading import Refused, read
from workshop.interchange.writing import write
from workshop.sample import sample
from workshop.text import clean

#: Every released version's document. A new version adds one and leaves these as they are.
GOLDEN = sorted(Path(__file__).parent.joinpath("golden").glob("[0-9]*.json"))
NOW = datetime(2026, 10, 14, 12, 0, tzinfo=UTC)

#: What the store takes: no NUL, no half characters.
storable = texts.map(lambda text: text.replace("\0", ""))
VALID = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def opened(path: Path) -> Store:
    numbers = count(1)
    return Store(str(path), actor="tester", now=lambda: NOW, ids=lambda: f"{next(numbers):032x}")


@pytest.fixture
def store(tmp_path):
    store = opened(tmp_path / "here.sqlite")
    yield store
    store.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """Two stores for examples by the hundred, none of which minds the others."""
    stores = [opened(tmp_path_factory.mktemp("store") / "workshops.sqlite") for _ in range(2)]
    yield stores
    for store in stores:
        store.close()


def exported(store: Store, id: str) -> bytes:
    kept = store.load(id)
    return write(kept.value, step=kept.room.step, versions=store.versions(id))


def imported(store: Store, document: bytes) -> Kept:
    return Import(read(document)).keep(store)


def document(value: Workshop | None = None) -> Any:
    return json.loads(write(value or sample(TODAY, adopted=True), step="close"))


def refusal(plain: Any) -> str:
    with pytest.raises(Refused) as refused:
        read(plain if isinstance(plain, bytes) else json.dumps(plain).encode())
    return str(refused.value)


def without_ranks(value: Workshop) -> dict[Key, Noun]:
    return {key: row.replace(rank="") if "rank" in type(row).model_fields else row for key, row in value.rows.items()}


# -- there and back ------------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=40)
@given(value=workshops(storable, 6), later=workshops(storable, 3))
def test_any_workshop_comes_back_the_same_to_the_byte(shared, value, later):
    here, there = shared
    made = here.create(value)
    here.save(made.id, diff(value, later), label="adopt", publishes=True)
    document = exported(here, made.id)
    other = imported(there, document)
    assert exported(there, other.id) == document
    came = there.load(other.id).value
    assert without_ranks(came) == without_ranks(later)
    assert came.series == here.load(made.id).value.series
    assert [row.id for row in came.arenas] == [row.id for row in later.arenas]
    assert [row.id for row in came.priorities] == [row.id for row in later.priorities]
    VALID.validate(json.loads(document))


def test_the_sample_comes_back_whole_into_an_empty_database(store, tmp_path):
    value = sample(TODAY, adopted=True)
    made = store.create(value)
    document = exported(store, made.id)
    empty = opened(tmp_path / "there.sqlite")
    other = imported(empty, document)
    assert empty.load(other.id).value == value
    assert exported(empty, other.id) == document
    empty.close()


def test_an_import_beside_the_original_is_another_workshop_with_the_same_content(store):
    made = store.create(sample(TODAY))
    document = exported(store, made.id)
    other = imported(store, document)
    assert (other.id, other.ref) != (made.id, made.ref)
    assert store.load(other.id).value == store.load(made.id).value
    store.save(other.id, diff(other.value, other.value.remove(Key("arena", "A1"))), label="remove")
    assert exported(store, made.id) == document


def test_neither_keys_nor_times_of_saving_are_in_it(store):
    made = store.create(sample(TODAY))
    text = exported(store, made.id).decode()
    assert made.id not in text and made.ref not in text and "2026-10-14T" not in text


def test_an_id_that_is_gone_is_not_given_again(store):
    value, arena = sample(TODAY).add(Arena, name="Given up")
    value = value.remove(Key("arena", arena.id))
    assert read(write(value, step="open")).workshop.add(Arena)[1].number == arena.number + 1


def test_the_order_of_lists_is_that_of_the_rows(store):
    value = sample(TODAY)
    value = ranks.move(value, value.priorities, value.priorities[4].id, -4)
    value = ranks.move(value, value.conditions("A1"), value.conditions("A1")[1].id, -1)
    came = read(write(value, step="open")).workshop
    assert [row.id for row in came.priorities] == [row.id for row in value.priorities]
    assert [row.id for row in came.conditions("A1")] == [row.id for row in value.conditions("A1")]
    moved = ranks.move(came, came.priorities, came.priorities[-1].id, -1)
    assert [row.id for row in moved.priorities] != [row.id for row in came.priorities]


def test_versions_come_along_and_the_next_one_follows_them(store, tmp_path):
    first = sample(TODAY, adopted=True).change(Brief, "W", zone="Pacific/Auckland")
    made = store.create(first)
    store.save(made.id, (), label="adopt", publishes=True)
    second = first.change(Party, "N1", name="Chief Executive")
    store.save(made.id, diff(first, second), label="adopt", publishes=True)
    document = exported(store, made.id)
    # Noon in Greenwich is the next day in Auckland.
    assert [(each["number"], each["date"]) for each in json.loads(document)["versions"]] == [
        (1, "2026-10-15"),
        (2, "2026-10-15"),
    ]
    other = imported(store, document)
    assert [version.value for version in store.versions(other.id)] == [first, second]
    with pytest.raises(NothingToUndo):
        store.undo(other.id)
    store.save(other.id, diff(second, second.change(Party, "N1", name="Nobody")), label="adopt", publishes=True)
    assert [version.number for version in store.versions(other.id)] == [1, 2, 3]
    store.undo(other.id)
    assert exported(store, other.id) == document


def test_the_step_comes_along_and_one_nobody_knows_is_the_first(store):
    assert imported(store, write(sample(TODAY), step="owners")).room.step == "owners"
    assert imported(store, write(sample(TODAY), step="tea")).room.step == "open"


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_come_back_as_they_were_and_order_no_terminal_about(text):
    text = text.replace("\0", "")
    value = sample(TODAY).change(Brief, "W", title=text, out_of_scope=(text,)).change(Priority, "P1", note=text)
    written = write(value, step="open")
    assert read(written).workshop == value
    orders = {*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF}
    assert not any(ord(each) in orders or (ord(each) < 32 and each != "\n") for each in written.decode())


# -- every noun ----------------------------------------------------------------------------------------------------


def test_every_noun_has_its_place_in_the_document():
    def within(parts: tuple[Part, ...]) -> list[type[Noun]]:
        return [noun for part in parts for noun in (part.noun, *(x.noun for x in part.links), *within(part.parts))]

    assert sorted([*ALONE, *within(PARTS)], key=NOUNS.index) == list(NOUNS)


def test_the_lists_are_called_as_people_would_call_them():
    assert set(schema()["properties"]) == set(document()) | {
        *("carried", "parked", "actions", "reservations", "acceptances", "measures", "facts", "principles"),
        *("risks", "cadences", "triggers", "versions", "assessments", "check_ins", "adjustments", "stretches"),
        "consents",
    }


# -- what is wrong -------------------------------------------------------------------------------------------------


def setting(*path: Any, to: Any) -> Callable[[Any], None]:
    def mutate(plain: Any) -> None:
        for part in path[:-1]:
            plain = plain[part]
        plain[path[-1]] = to

    return mutate


@pytest.mark.parametrize(
    ("mutate", "sentence"),
    [
        (setting("priorities", 2, "owner", to="N99"), "priorities[2].owner: there is no party N99."),
        (setting("priorities", 2, "owner", to=["N1", "N2"]), "priorities[2].owner: it takes one, not several."),
        (setting("priorities", 2, "owner", to="Director"), "priorities[2].owner: it takes an id like N3."),
        (setting("priorities", 2, "ownr", to="N1"), "priorities[2].ownr: there is nothing of that name in a workshop."),
        (setting("priorities", 2, "owner_id", to="N1"), "priorities[2].owner_id: there is nothing of that name"),
        (setting("priorities", 0, "serves", to=["A1", "A1"]), "priorities[0].serves[1]: A1 is there already, at "),
        (setting("priorities", 0, "serves", to=["A77"]), "priorities[0].serves[0]: there is no arena A77."),
        (setting("milestones", 0, "needs", to=["M99"]), "milestones[0].needs[0]: there is no milestone M99."),
        (setting("milestones", 0, "due", to="2026-13-01"), "milestones[0].due: it takes a date like 2026-11-04."),
        (setting("milestones", 0, "due", to=20261104), "milestones[0].due: it takes a date like 2026-11-04."),
        (setting("milestones", 0, "done_when", to="x" * 1001), "milestones[0].done_when: it takes at most 1000 char"),
        (setting("milestones", 0, "confidence", to=7.5), "milestones[0].confidence: it takes a whole number."),
        (setting("milestones", 0, "confidence", to=10**10), "milestones[0].confidence: it takes no more than"),
        (setting("milestones", 0, "confidence", to=10**40), "milestones[0].confidence: this is no number that can"),
        (setting("milestones", 0, "confidence", to=float("nan")), "milestones[0].confidence: this is no number"),
        (setting("milestones", 0, "id", to=None), "milestones[0].id: it takes a text."),
        (setting("arenas", 0, "id", to="A2"), "arenas[1].id: A2 is there already, at arenas[0]."),
        (setting("arenas", 0, "id", to="A0"), "arenas[0].id: it takes an id like A3."),
        (setting("arenas", 0, "verdict", to="maybe"), "arenas[0].verdict: it takes 'undecided', 'play', "),
        (setting("arenas", 0, "today", to="yes"), "arenas[0].today: it takes true or false."),
        (setting("arenas", 0, "conditions", 0, "who", to="N99"), "arenas[0].conditions[0].who: there is no party N99."),
        (setting("arenas", 0, "conditions", to={}), "arenas[0].conditions: it takes a list."),
        (setting("arenas", to=None), "arenas: it takes a list."),
        (setting("arenas", 0, to="A1"), "arenas[0]: it takes an object in braces."),
        (setting("brief", "ends_at", to="13:00+02:00"), "brief.ends_at: it takes a time without a zone"),
        (setting("brief", "ends_at", to="1 pm"), "brief.ends_at: it takes a time like 13:00:00."),
        (setting("brief", "title", to="half \ud800"), "brief.title: a character in it cannot be kept"),
        (setting("brief", "title", to="nul \0"), "brief.title: a character in it cannot be kept"),
        (setting("brief", to=None), "brief: it takes an object in braces."),
        (setting("measures", to=[{"id": "Q1", "target": "many"}]), "measures[0].target: it takes a number like"),
        (setting("series", "A", to=-1), "series.A: it takes no less than 0."),
        (setting("versions", to=[{"number": 1, "date": "2026-10-14"}]), "versions[0].plan: it is missing."),
        (setting("version", to=2 + formats.FORMAT), "version: this was written by a newer version of workshop"),
        (setting("version", to="1"), "version: it takes a whole number from 1 on."),
        (setting("format", to="plan"), "format: this is no workshop's document"),
        (setting("\x1b[31m" + "k" * 500, to=1), "[31mkkkkkkkkkkk"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(mutate, sentence):
    plain = document()
    mutate(plain)
    said = refusal(plain)
    assert said.startswith(sentence)
    assert said.endswith(".") and "\n" not in said and len(said) < 300


def test_faults_in_the_versions_are_named_too():
    plain = document()
    plan = {name: plain[name] for name in plain if name not in ("format", "version", "step", "series")}
    plain["versions"] = [{"number": 2, "date": "2026-10-14", "plan": plan}] * 2
    assert refusal(plain).startswith("versions[1].number: it has to be higher than 2")
    plain["versions"] = [{"number": 1, "date": "2026-10-14", "plan": {**plan, "parties": []}}]
    assert refusal(plain) == "versions[0].plan.brief.decider: there is no party N1."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "line 1, column 1: this is no JSON"),
        (b'{"format": "workshop",\n  oops}', "line 2, column 3: this is no JSON"),
        (b"[]", "format: this is no workshop's document"),
        (b'{"brief": {"title": 1, "title": 2}}', "brief.title: it stands there twice."),
        (b"[" * 100_000, "The file has more than 32 lists and objects inside each other"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "The file has more than 32 lists and objects inside each other"),
        (b'{"version": ' + b"9" * 5000 + b"}", "version: this is no number that can be kept."),
        (b'{"version": 1e999}', "version: this is no number that can be kept."),
        ('{"format": "workshop"}'.encode("utf-16"), "byte 1: this is no text in UTF-8"),
        ('{"title": "Caf\u00e9"}'.encode("latin-1"), "byte 15: this is no text in UTF-8"),
        (b" " * (32 * 1024 * 1024 + 1), "The file is larger than 32 MB"),
    ],
    ids=lambda content: ascii(content[:20]),
)
def test_what_is_no_json_is_refused(content, sentence):
    assert refusal(content).startswith(sentence)


def test_a_mark_of_byte_order_is_let_pass():
    content = write(sample(TODAY), step="open")
    assert read(b"\xef\xbb\xbf" + content) == read(content)


def test_circles_and_other_things_the_checks_are_there_for_come_back_too():
    """What a room may leave as it is, an import must not refuse."""
    plain = document()
    plain["milestones"][0]["needs"], plain["milestones"][1]["needs"] = ["M2"], ["M1"]
    value = read(json.dumps(plain).encode()).workshop
    assert [row.id for row in value.needed_by(value.row(Milestone, "M1"))] == ["M2"]


def test_a_new_document_needs_little():
    value = read(b'{"format": "workshop", "version": 1, "brief": {}, "arenas": [{"id": "A7"}]}').workshop
    assert (value.brief, value.add(Arena)[1].id) == (Brief(id="W"), "A8")


# -- whatever comes ------------------------------------------------------------------------------------------------

SAMPLE = document()
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["N1", "A1", "P3", "M12", "", "play", "2026-11-04", "13:00", *HOSTILE]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NAMES = sorted({name for model in schema()["$defs"].values() for name in model.get("properties", ())})


def places(plain: Any) -> list[tuple[Any, Any]]:
    """All that holds something, with the key it holds it under."""
    keys = list(plain) if isinstance(plain, dict) else range(len(plain)) if isinstance(plain, list) else ()
    return [place for key in keys for place in ((plain, key), *places(plain[key]))]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    plain = copy.deepcopy(SAMPLE)
    for _ in range(draw(st.integers(1, 3))):
        there = places(plain)
        around, key = there[draw(st.integers(0, len(there) - 1))]
        match draw(st.sampled_from(["delete", "replace", "add", "repeat", "swap"])):
            case "delete":
                del around[key]
            case "replace":
                around[key] = draw(values)
            case "add" if isinstance(around, dict):
                around[draw(st.sampled_from(NAMES) | st.text(max_size=5))] = draw(values)
            case "repeat" if isinstance(around, list):
                around.append(copy.deepcopy(around[key]))
            case _:
                other, at = there[draw(st.integers(0, len(there) - 1))]
                around[key] = copy.deepcopy(other[at])
    return plain


def taken_or_refused(store: Store, content: bytes) -> Kept | None:
    """What became of a document: a workshop that is kept whole, or one sentence and nothing."""
    before = len(store.listing())
    try:
        kept = imported(store, content)
    except Refused as refused:
        said = str(refused)
        assert said.endswith(".") and len(said) < 500 and said == clean(said)
        assert len(store.listing()) == before
        return None
    assert exported(store, kept.id) == exported(store, imported(store, exported(store, kept.id)).id)
    return kept


@settings(deadline=None, max_examples=120)
@given(plain=mutated())
def test_a_mutated_document_is_taken_whole_or_refused_in_a_sentence(shared, plain):
    try:
        content = json.dumps(plain).encode()
    except (ValueError, RecursionError):
        return
    if taken_or_refused(shared[0], content):
        # What says that it is of an earlier version is read as that.
        assert VALID.is_valid({**plain, "version": formats.FORMAT})


@settings(deadline=None, max_examples=80)
@given(cut=st.integers(0, 17_000), junk=st.binary(max_size=4), keep=st.booleans())
def test_bytes_cut_off_or_put_in_are_taken_whole_or_refused_in_a_sentence(shared, cut, junk, keep):
    content = write(sample(TODAY), step="open")
    taken_or_refused(shared[0], content[:cut] + junk + (content[cut:] if keep else b""))


@settings(deadline=None)
@given(content=st.binary(max_size=60) | values.map(lambda value: json.dumps(value).encode()))
def test_whatever_else_comes_is_refused_in_a_sentence(shared, content):
    assert taken_or_refused(shared[0], content) is None


# -- the schema ----------------------------------------------------------------------------------------------------


def test_the_schema_is_one_and_says_what_it_is():
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema()["$id"] == f"urn:workshop:document:{formats.FORMAT}"
    assert schema()["additionalProperties"] is False


def test_the_schema_takes_the_sample_and_refuses_what_the_import_refuses():
    VALID.validate(document())
    for mutate in (
        setting("priorities", 2, "owner", to=["N1", "N2"]),
        setting("priorities", 2, "ownr", to="N1"),
        setting("arenas", 0, "verdict", to="maybe"),
        setting("arenas", 0, "id", to="7"),
        setting("arenas", 0, "name", to="x" * 1001),
        setting("brief", to=None),
        setting("version", to=99),
    ):
        plain = document()
        mutate(plain)
        assert not VALID.is_valid(plain)


# -- versions of the format ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_released_document_is_read(path):
    taken = read(path.read_bytes())
    value = taken.workshop
    assert value.brief.title == "Brackenford food bank: strategy 2027-2029"
    assert [len(value.arenas), len(value.priorities), len(value.milestones)] == [9, 12, 12]
    assert [row.owner_id for row in value.priorities[:5]] == ["N2", "N3", "N5", "N4", "N6"]
    assert len(value.of(Condition)) == 6
    assert value.series["A"] == 11
    assert [version.number for version in taken.versions] == [1]
    assert taken.versions[0].value == value


def test_there_is_a_document_of_each_version():
    assert [path.stem for path in GOLDEN][-1] == f"{formats.FORMAT:04}"


def test_an_older_document_is_read_step_by_step(monkeypatch):
    """As if `alternative` had been called `answer` in version 2, and version 3 had no notes of priorities."""

    def moved(ops: formats.PlainOps) -> formats.PlainOps:
        for table, _, _, after in ops:
            if table == "arena" and "answer" in after:
                after["alternative"] = after.pop("answer")
        return ops

    def named(ops: formats.PlainOps) -> formats.PlainOps:
        return [
            [table, id, before, {**after, "note": "old"} if table == "priority" else after]
            for table, id, before, after in ops
        ]

    plain = document()
    plain["arenas"][0]["answer"] = plain["arenas"][0].pop("alternative")
    plan = {name: plain[name] for name in plain if name not in ("format", "version", "step", "series")}
    plain["versions"] = [{"number": 1, "date": "2026-10-14", "plan": copy.deepcopy(plan)}]
    assert refusal(plain).startswith("arenas[0].answer: there is nothing of that name")
    monkeypatch.setattr(formats, "UPGRADES", (*formats.UPGRADES, moved, named))
    monkeypatch.setattr(formats, "FORMAT", formats.FORMAT + 2)
    taken = read(json.dumps(plain).encode())
    for value in (taken.workshop, taken.versions[0].value):
        assert value.row(Arena, "A1").alternative == sample(TODAY).row(Arena, "A1").alternative
        assert value.row(Priority, "P1").note == "old"
        assert value.conditions("A1") and value.served_by(value.row(Priority, "P1"))
    for mutate, sentence in (
        (setting("arenas", 3, "ansr", to="x"), "arenas[3].ansr: there is nothing of that name"),
        (setting("arena", to=[]), "arena: there is nothing of that name"),
        (setting("priorities", 1, "owner", to="N99"), "priorities[1].owner: there is no party N99."),
        (setting("versions", 0, "plan", "arenas", to="x"), "versions[0].plan.arenas: it takes a list."),
    ):
        other = copy.deepcopy(plain)
        mutate(other)
        assert refusal(other).startswith(sentence)
