"""A lasting fault: typing goes on, the wall says what is not saved, a copy can be written, and leaving asks."""

import pytest

from data.errors import Unavailable
from data.store import Store
from screens.home import Home
from screens.leaving import Leaving
from tests.screens.conftest import NOW
from workshop import places
from workshop.desk import writer

WTP = "where-to-play"
FULL = "The disk is full: make some room, then try again."


class Disk:
    """A disk that is full, or is not."""

    def __init__(self) -> None:
        self.full = False


@pytest.fixture
def disk(monkeypatch):
    """Every write fails while the disk is full; the desk tries again only when it is asked to."""
    disk = Disk()
    for name in ("save", "keep_room", "undo"):
        whole = getattr(Store, name)

        def guarded(self, *args, _whole=whole, **named):
            if disk.full:
                raise Unavailable(FULL)
            return _whole(self, *args, **named)

        monkeypatch.setattr(Store, name, guarded)
    monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
    return disk


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr(places, "documents_folder", lambda: documents)
    return documents


def names(workshop):
    return [arena.name for arena in workshop.arenas]


def shows(press, screen):
    return isinstance(press.app.screen, screen)


def kept(path):
    """The only workshop in a database, as another program reads it."""
    store = Store(str(path), actor="reader", now=lambda: NOW, ids=lambda: "x")
    try:
        [listed] = store.listing()
        return store.load(listed.id).value
    finally:
        store.close()


async def test_what_is_typed_stays_and_goes_on_and_is_saved_when_the_fault_passes(begun, disk, database):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "=Night workers", "enter", "enter")
        assert names(press.workshop) == ["Harbor families", "Night workers"]
        assert "! not saved since" in press.screen and "the disk is full" in press.screen
        assert FULL in press.screen and "F12 Write a copy elsewhere" in press.screen
        assert names(kept(database)) == []
        disk.full = False
        press.app.desk.retry()
        await press.app.desk.flush()
        await press.settle()
        assert "saved ✓" in press.screen and "F12" not in press.screen and FULL not in press.screen
        assert names(kept(database)) == ["Harbor families", "Night workers"]
        assert press.told[-1] == "Saved again: everything is on disk."


async def test_undo_waits_for_the_fault_to_pass_and_says_so(begun, disk):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape")
        await press("u")
        assert "Undo and redo go on once everything is saved again." in press.told
        await press("a", "=Night workers", "enter", "escape")
        assert names(press.workshop) == ["Harbor families", "Night workers"]


async def test_a_copy_is_written_elsewhere_in_the_middle_of_a_line_which_then_goes_on(begun, disk, folder):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "=Night wor")
        await press("f12")
        await press.settle()
        assert press.app.screen.line.input.value == str(folder / f"{press.app.desk.ref}.sqlite")
        await press("enter")
        assert "Everything is in" in press.told[-1]
        await press("=kers", "enter")
        assert names(press.workshop) == ["Harbor families", "Night workers"]
    [copy] = folder.iterdir()
    assert names(kept(copy)) == ["Harbor families"]


async def test_a_copy_never_takes_the_place_of_a_file_and_says_what_is_wrong_with_a_name(begun, disk, folder):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape")
        taken = folder / f"{press.app.desk.ref}.sqlite"
        taken.write_text("something else")
        await press("f12")
        assert press.app.screen.line.input.value == str(folder / f"{press.app.desk.ref}-2.sqlite")
        for name, sentence in ((taken, "There is a file of that name"), (folder, "That is a folder")):
            press.app.screen.line.input.value = str(name)
            await press("enter")
            assert sentence in press.screen
        press.app.screen.line.input.value = str(folder / "none" / "copy.sqlite")
        await press("enter")
        assert "There is no folder" in press.screen
        assert taken.read_text() == "something else"


async def test_a_copy_that_fails_is_told_and_leaves_nothing(begun, disk, folder, monkeypatch):
    def failing(self, *args, **named):
        raise Unavailable(FULL)

    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape")
        await press("f12")
        monkeypatch.setattr(Store, "create", failing)
        await press("enter")
        assert press.told[-1] == FULL and list(folder.iterdir()) == []
        assert names(press.workshop) == ["Harbor families"]


@pytest.mark.parametrize("way", ["f10", "ctrl+q"])
async def test_leaving_asks_and_says_what_would_be_lost(begun, disk, way):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "=Night workers", "enter", "escape", way)
        assert shows(press, Leaving)
        assert "2 changes are not saved. What now?" in press.screen
        assert "▸ Try again to save, then leave" in press.screen
        assert "Leave anyway: 2 changes are lost" in press.screen
        await press("escape")
        assert names(press.workshop) == ["Harbor families", "Night workers"]
        assert "Where will we play" in press.screen


async def test_trying_again_leaves_once_it_is_saved(begun, disk, database):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape", "f10", "enter")
        assert shows(press, Leaving) and press.told[-1] == "Still not saved."
        disk.full = False
        await press("enter")
        assert shows(press, Home)
        assert names(kept(database)) == ["Harbor families"]


async def test_leaving_anyway_loses_what_was_said(begun, disk, database):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape", "f10", "end", "enter")
        assert shows(press, Home) and press.app.desk is None
    assert names(kept(database)) == []


async def test_quitting_anyway_ends_the_app(begun, disk):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape", "ctrl+q", "end")
        await press.pilot.press("enter")
        await press.app.workers.wait_for_complete()
        assert press.app.return_code == 0 and press.app.desk is None


async def test_after_a_copy_leaving_loses_nothing_until_something_more_is_typed(begun, disk, folder):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape", "f10", "down", "enter", "enter")
        assert "Leave: everything is in the copy" in press.screen
        await press("escape", "a", "=Night workers", "enter", "escape", "f10")
        assert "Leave anyway: 2 changes are lost" in press.screen


async def test_when_the_fault_passes_while_it_is_asked_there_is_nothing_to_ask(begun, disk, database):
    async with begun(WTP) as press:
        disk.full = True
        await press("a", "=Harbor families", "enter", "escape", "f10")
        disk.full = False
        press.app.desk.retry()
        await press.app.desk.flush()
        await press.settle()
        assert "Everything is saved." in press.screen
        await press("enter")
        assert shows(press, Home)
    assert names(kept(database)) == ["Harbor families"]
