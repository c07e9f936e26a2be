"""Export by keys: documents chosen, written whole or not at all, copied, and told about."""

import errno
import os
import threading
from pathlib import Path

import pytest

from data.nouns.room import Brief
from screens.export import ExportScreen
from workshop import clipboard, files, places
from workshop.config import Configuration
from workshop.export import registry
from workshop.paper import Paper
from workshop.plan.audiences import Audience

REF = "brackenford-food-bank-strategy-2027-2029"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The folder for documents is one of the test's own."""
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr(places, "documents_folder", lambda: documents)
    return documents


def named(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_enter_writes_what_is_chosen_and_says_what_and_where(sampled, folder):
    async with sampled() as press:
        await press("e", "enter")
        ref = press.app.desk.ref
        assert named(folder) == [f"{ref}-summary.md", f"{ref}.md"]
        assert "Written to" in press.screen and f"{ref}.md" in press.screen
        source = press.app.screen.read_source()
        assert (folder / f"{ref}.md").read_bytes() == registry.find("markdown").document(source)
        assert (folder / f"{ref}-summary.md").read_bytes() == registry.find("summary").document(source)


def chosen(press) -> list[str]:
    return [each.name for each in press.app.screen.chosen]


async def test_digits_and_enter_choose_and_leave_out_and_the_choice_is_kept(sampled, folder):
    async with sampled() as press:
        await press("e", "1", "3", "2")
        assert chosen(press) == ["onepage"]
        await press("escape", "e")
        assert isinstance(press.app.screen, ExportScreen)
        await press("home", "enter", "right", "space")
        assert chosen(press) == ["markdown", "text", "onepage"]
        await press("1", "2", "end", "enter")
        assert named(folder) == [] and "Choose a document first" in press.told[-1]


async def test_arrows_walk_along_a_row_and_keep_their_column(sampled):
    async with sampled() as press:
        await press("e", "home")
        rows = list(press.app.screen.groups.values())
        await press("right")
        assert press.app.screen.selected == rows[0][1].name
        await press("down", "down")
        assert press.app.screen.selected == rows[2][1].name
        await press("left", "left", "left")
        assert press.app.screen.selected == rows[2][0].name
        await press(*["right"] * 12)
        assert press.app.screen.selected == rows[2][-1].name
        await press("end")
        assert press.app.screen.selected == "write"
        await press("up", "up")
        assert press.app.screen.selected == "on/a4"
        await press("up")
        assert press.app.screen.selected == "for/team"


async def test_every_format_can_be_chosen_by_arrows(sampled, folder):
    async with sampled(size=(80, 28)) as press:
        await press("e", "1", "3")
        for place in press.app.screen.board.picture.places:
            if place.item in press.app.screen.names:
                press.app.screen.select(place.item)
                await press("enter")
        assert sorted(chosen(press)) == sorted(press.app.screen.names)
        await press("end", "enter")
        assert len(named(folder)) == len(registry.formats())
        told = f"Written to {places.shown(folder)}: {len(named(folder))} documents."
        assert "".join(told.split()) in "".join(press.screen.split()), "a long folder's name is broken anywhere"
        assert f"{press.app.desk.ref}.md" in press.screen, "the first of them stand below"


async def test_pages_are_set_on_the_paper_that_is_chosen_and_it_is_kept(sampled, folder):
    async with sampled() as press:
        await press("e", "1", "3", "2", "end", "up", "up", "right", "enter")
        assert press.app.screen.paper is Paper.LETTER
        await press("escape", "e")
        assert press.app.screen.read_source().plan.paper is Paper.LETTER
        await press("end", "up", "up", "left", "space")
        assert press.app.screen.paper is Paper.A4


async def test_without_a_choice_it_is_the_configured_paper_and_else_the_usual_one(sampled, monkeypatch, tmp_path):
    for name in ("LC_ALL", "LC_PAPER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    async with sampled() as press:
        await press("e")
        assert press.app.screen.paper is Paper.LETTER
    async with sampled(configuration=Configuration(tmp_path / "config.toml", {"paper": "a4"})) as press:
        await press("e")
        assert press.app.screen.paper is Paper.A4


async def test_what_is_not_for_its_readers_is_in_no_document(sampled, folder):
    async with sampled() as press:
        await press("e", "end", "up", "up", "up", "right", "enter")
        assert press.app.screen.audience is Audience.BOARD
        assert "without what is internal" in press.screen
        await press("end", "enter")
        written = (folder / f"{press.app.desk.ref}.md").read_text()
        assert "## Priorities" in written and "Decided in spite of a warning" not in written
        await press("escape", "e", "end", "up", "up", "up", "right", "right", "space")
        assert press.app.screen.audience is Audience.PUBLIC, "it is kept, and shown"
        await press("end", "enter")
        assert "Parking lot" not in (folder / f"{press.app.desk.ref}.md").read_text()


async def test_the_document_under_the_cursor_is_shown(sampled):
    async with sampled() as press:
        await press("e", "home", "down")
        assert "BRACKENFORD COMMUNITY FOOD BANK" in press.screen and "more lines" in press.screen
        await press("down")
        assert "-summary.md" in press.screen and "# Brackenford food bank" in press.screen
        assert "The mail for the same evening" in press.screen


async def test_what_is_no_text_is_shown_and_copied_in_the_words_of_what_is(sampled, monkeypatch):
    copied = []

    def copy(text):
        copied.append(text)
        return True

    monkeypatch.setattr(clipboard, "copy", copy)
    async with sampled() as press:
        await press("e")
        press.app.screen.select("onepage-pdf")
        await press("0")
        assert "onepage.pdf" in press.screen.replace("-pdf", "") and "OBSTACLE" in copied[0]
        sheets = next(each for each in press.app.screen.formats if registry.in_words(each) is None)
        press.app.screen.select(sheets.name)
        await press("0")
        assert f"{sheets.name} is no text to copy" in press.screen and len(copied) == 1


async def test_a_letter_that_no_font_has_is_told(sampled, folder):
    async with sampled() as press:
        press.app.desk.change(lambda value: value.change(Brief, "W", title="No font has \U0010fffd"), "Title")
        await press("e", "1", "3")
        press.app.screen.select("pdf")
        await press("enter", "end", "enter")
        told = " ".join(press.screen.split())
        assert "Written to" in told and "No font here has" in told and len(named(folder)) == 1


async def test_another_folder_is_asked_for_at_the_line_and_made_when_it_is_missing(sampled, folder):
    async with sampled() as press:
        await press("e", "up", "enter")
        assert press.app.screen.line.input.value == str(folder)
        await press("=/not/there", "enter")
        assert "There is no folder" in press.screen
        await press("ctrl+z", "=/plans", "enter", "enter")
        assert len(named(folder / "plans")) == 2
        await press("escape", "e")
        assert press.app.screen.folder == folder / "plans"


async def test_what_was_there_is_replaced(sampled, folder):
    async with sampled() as press:
        (folder / f"{press.app.desk.ref}.md").write_text("old")
        await press("e", "enter")
        assert (folder / f"{press.app.desk.ref}.md").read_text().startswith("# Brackenford")


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "No space left on device"), (errno.EACCES, "Permission denied")]
)
async def test_what_cannot_be_written_is_one_sentence_and_nothing_is_half_there(
    sampled, folder, monkeypatch, number, reason
):
    whole = files.write_whole

    def failing(path, content):
        if path.name.endswith("-summary.md"):
            raise OSError(number, reason)
        whole(path, content)

    monkeypatch.setattr(files, "write_whole", failing)
    async with sampled() as press:
        await press("e", "enter")
        ref = press.app.desk.ref
        assert named(folder) == [f"{ref}.md"]
        told = " ".join(press.screen.split())
        assert f"was not written ({reason})" in told and f"Written before it: {ref}.md" in told


async def test_a_full_disk_leaves_what_was_there_and_no_rest(sampled, folder, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    async with sampled() as press:
        old = folder / f"{press.app.desk.ref}.md"
        old.write_text("old")
        await press("e", "3")
        monkeypatch.setattr(os, "fsync", full)
        await press("end", "enter")
        assert "No space left on device" in " ".join(press.screen.split())
        assert named(folder) == [old.name] and old.read_text() == "old"


async def test_slow_writing_shows_how_far_it_is_and_goes_on_when_it_is_left(sampled, folder, monkeypatch):
    go_on, whole, begun = threading.Event(), files.write_whole, []

    def slow(path, content):
        begun.append(path.name)
        go_on.wait()
        whole(path, content)

    monkeypatch.setattr(files, "write_whole", slow)
    async with sampled() as press:
        await press("e")
        await press.pilot.press("enter")
        while "1 of 2: markdown" not in press.screen:
            await press.pilot.pause()
        await press.pilot.press("enter", "escape")
        assert not isinstance(press.app.screen, ExportScreen)
        go_on.set()
        await press.settle()
        assert sorted(begun) == named(folder) and len(begun) == 2, "what is under way is not begun again"
        assert press.told[-1].startswith("Written to")


async def test_copy_takes_the_document_that_is_shown(sampled, monkeypatch):
    copied = []

    def copy(text):
        copied.append(text)
        return True

    monkeypatch.setattr(clipboard, "copy", copy)
    async with sampled() as press:
        await press("e", "home", "down", "0")
        source = press.app.screen.read_source()
        assert copied == [registry.find("onepage").document(source).decode()]
        assert "Copied: onepage" in press.screen


async def test_without_a_clipboard_the_terminal_is_asked(sampled, monkeypatch):
    monkeypatch.setattr(clipboard, "copy", lambda text: False)
    async with sampled() as press:
        await press("e", "home", "0")
        assert press.app.clipboard.startswith("# Brackenford")
        assert "terminal's clipboard" in press.screen


async def test_export_is_open_at_any_moment_also_of_an_empty_workshop(begun, folder):
    async with begun() as press:
        await press("e", "enter")
        assert all(path.read_text() for path in folder.iterdir()) and len(named(folder)) == 2


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_all_of_it_fits_the_wall(sampled, size):
    async with sampled(size=size) as press:
        await press("e")
        scroll = press.app.screen.query_one("#scroll")
        assert scroll.max_scroll_y == 0
        assert "Write 2 documents" in press.screen
        assert ("more lines" in press.screen) == (size[1] > 20)


@pytest.mark.parametrize("size", [(80, 24), (80, 28)], ids=str)
async def test_a_sentence_of_two_rows_takes_no_room_from_the_board(sampled, size):
    async with sampled(size=size) as press:
        await press("e", "enter")
        press.app.screen._say("Written to the folder of documents. " * 4)
        await press.settle()
        assert press.app.screen.query_one("#footing").size.height > 1
        assert press.app.screen.query_one("#scroll").max_scroll_y == 0
