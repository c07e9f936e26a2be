"""`workshop import FILE --into REF --as KIND`: a list comes in as a whole, or what hinders it is told line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.store import Kept, Store
from tests.cli.running import Run, assert_shows_nothing_unsafe

GOOD = "Place;Why\nHospitals;They asked\nPrisons;Nobody serves them\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(GOOD, encoding="utf-8-sig")
    return path


def test_a_list_comes_in_as_one_change_that_undo_takes_back(run: Run, kept: Kept, store: Store, file: Path) -> None:
    ran = run("import", file, "--into", kept.ref, "--as", "arenas")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"Added 2 places (A10, A11) to {kept.ref}\n"
    value = store.load(kept.id).value
    assert [row.name for row in value.arenas][-2:] == ["Hospitals", "Prisons"]
    assert store.undo(kept.id).label == "import 2 places"
    assert store.load(kept.id).value == kept.value


def test_it_comes_from_standard_input_too(run: Run, kept: Kept, store: Store) -> None:
    assert run("import", "-", "--into", kept.ref, "--as", "arenas", typed=GOOD).status == 0
    assert len(store.load(kept.id).value.arenas) == len(kept.value.arenas) + 2


def test_nothing_is_taken_in_while_something_is_not_understood(run: Run, kept: Kept, store: Store, file: Path) -> None:
    file.write_text("Place,Decide by,Shape\nHospitals,soonish,round\nPrisons,2027-01-01,\n")
    ran = run("import", file, "--into", kept.ref, "--as", "arenas")
    assert (ran.status, ran.out) == (2, "")
    line, unread, end = ran.err.splitlines()
    assert "“Shape”" in unread and line.startswith("Line 2, Decide by “soonish”: Type a date")
    assert end == "workshop: One thing was not understood, and nothing was taken in: --anyway leaves them out."
    assert store.load(kept.id).value == kept.value
    ran = run("import", file, "--into", kept.ref, "--as", "arenas", "--anyway")
    assert (ran.status, ran.out) == (0, f"Added 2 places (A10, A11) to {kept.ref}\n")


def test_twice_the_same_adds_nothing_the_second_time(run: Run, kept: Kept, store: Store, file: Path) -> None:
    run("import", file, "--into", kept.ref, "--as", "arenas")
    seq = store.head(kept.id)
    ran = run("import", file, "--into", kept.ref, "--as", "arenas")
    assert (ran.status, ran.out) == (0, f"Added no places to {kept.ref}\n")
    assert ran.err == "There already, and left as they are: lines 2, 3.\n"
    assert store.head(kept.id) == seq


@pytest.mark.parametrize(
    "options", [["--as", "arenas"], ["--into", "x"], ["--anyway"], ["--into", "x", "--as", "votes"]]
)
def test_half_an_order_is_wrong_use(run: Run, file: Path, options: list[str]) -> None:
    ran = run("import", file, *options)
    assert ran.status == 2 and ran.complaint


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff", b"a,b\n1,2\n", b'"' * 200_000, b"\xff\xfe\x00", b"Place\n\x1b[2J\x9b\n"]
)
def test_whatever_the_file_holds_there_is_an_answer_and_no_order_to_the_terminal(
    run: Run, kept: Kept, file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    ran = run("import", file, "--into", kept.ref, "--as", "arenas")
    assert ran.status in (0, 2) and "Traceback" not in ran.err
    assert_shows_nothing_unsafe(ran.out + ran.err)


def test_a_workshop_that_is_not_there(run: Run, kept: Kept, file: Path) -> None:
    ran = run("import", file, "--into", "nothing-like-it", "--as", "arenas")
    assert ran.status == 2 and ran.complaint
