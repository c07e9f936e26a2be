"""Every screen as a text picture at three sizes: compared with what is stored, and nothing on it cut or too wide.

After a change that is meant, write the pictures anew with
`WORKSHOP_RENEW=1 python -m pytest tests/screens/test_pictures.py` and read the difference.
"""

from __future__ import annotations

import os
import time
from difflib import unified_diff
from pathlib import Path

import pytest

from data.errors import Unavailable
from data.nouns.planning import Priority
from data.nouns.room import Parked
from data.nouns.strategy import Arena
from data.store import Store
from data.tables import NOUN
from screens.app import WorkshopApp
from screens.leaving import Leaving
from tests.screens import room_tour
from tests.screens.conftest import Driver
from tests.screens.tour import EMPTY, LINES, PARTS, SCREENS, SIZES, Stop, complaints, go, picture, steady, strips
from workshop.desk import writer
from workshop.steps import load

PICTURES = Path(__file__).parent / "pictures"
RENEW = bool(os.environ.get("WORKSHOP_RENEW"))

#: Which screens show the state of which rows; the others of these rows are on no board.
STATES = {
    "where-to-play": (Arena, "verdict"),
    "priorities-vote": (Priority, "status"),
    "owners": (Priority, "accepted"),
    "close": (Parked, "disposition"),
}


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The same home folder and the same time zone on every machine."""
    for name in ("XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


class Album:
    """Pictures as they are taken, each against the stored one; what is wrong with any of them is kept to be shown."""

    def __init__(self) -> None:
        self.wrong: list[str] = []

    async def take(self, press: Driver, name: str) -> None:
        app = press.app
        await steady(press)
        width, height = app.size
        taken, path = picture(app, name), PICTURES / f"{name}.{width}x{height}.txt"
        self.wrong += [f"{path.name}: {complaint}" for complaint in complaints(app)]
        if RENEW:
            path.parent.mkdir(exist_ok=True)
            path.write_text(taken, encoding="utf-8")
        stored = path.read_text(encoding="utf-8") if path.exists() else ""
        if taken != stored:
            self.wrong.append(
                "\n".join(unified_diff(stored.split("\n"), taken.split("\n"), path.name, "taken", lineterm=""))
            )

    def judge(self) -> None:
        assert not self.wrong, "\n".join(self.wrong)


@pytest.fixture
def album():
    album = Album()
    yield album
    album.judge()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("part", range(len(PARTS)))
async def test_every_screen(sampled, album, size, part):
    async with sampled(size=size) as press:
        for stop in PARTS[part]:
            await go(press, stop)
            await album.take(press, stop.name)
            if stop.name in STATES:
                album.wrong += stateless(press, *STATES[stop.name])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_every_screen_with_a_line_open(sampled, album, size):
    async with sampled(size=size) as press:
        for stop in LINES:
            await go(press, stop)
            assert press.app.screen.line.is_open, stop.name
            await album.take(press, stop.name)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_what_a_room_does_together(sampled, album, size):
    async with sampled(size=size) as press:
        base = press.workshop
        for scene in (*room_tour.LINES, *room_tour.SCENES):
            await room_tour.visit(press, base, scene)
            screen = press.app.screen
            assert (scene in room_tour.LINES) == (getattr(screen, "line", None) is not None and screen.line.is_open)
            await album.take(press, scene.stop.name)
            if scene in room_tour.LINES:
                screen.line.leave()


async def test_every_empty_screen(begun, album):
    first, *others = SIZES
    async with begun(size=first) as press:
        for stop in EMPTY:
            await go(press, stop)
            await album.take(press, stop.name)
            for size in others:
                await press.pilot.resize_terminal(*size)
                await press.settle()
                album.wrong += [f"{stop.name} at {size}: {each}" for each in complaints(press.app)]
            await press.pilot.resize_terminal(*first)


async def test_home(driven, album):
    async with driven() as press:
        for name, keys in (
            ("home-empty", ()),
            ("home-archived-empty", ("v",)),
            ("home-keys", ("escape", "question_mark")),
            ("home-beginning", ("escape", "n")),
            ("home-beginning-whose", ("=Harbor strategy", "enter")),
            ("home-beginning-how-long", ("=Harbor trust", "enter")),
        ):
            await press(*keys)
            await album.take(press, name)
        await press("enter", "f10", "s", "f10")
        for size in SIZES:
            await press.pilot.resize_terminal(*size)
            await press.settle()
            await album.take(press, "home")
            await press("slash", "=food")
            await album.take(press, "home-searching")
            await press("escape")


async def test_while_nothing_can_be_saved(sampled, album, monkeypatch):
    def full(*args, **named):
        raise Unavailable("The disk is full: make some room, then try again.")

    async with sampled("where-to-play") as press:
        for name in ("save", "keep_room"):
            monkeypatch.setattr(Store, name, full)
        monkeypatch.setattr(writer, "RETRY_AFTER", 3600.0)
        await press("home", "3", "escape")
        for size in SIZES:
            await press.pilot.resize_terminal(*size)
            await press.settle()
            await album.take(press, "not-saved")
            await press("a", "=Evening classes")
            await album.take(press, "not-saved-adding")
            await press("escape", "f10")
            assert isinstance(press.app.screen, Leaving)
            await album.take(press, "leaving")
            await press("escape")
        monkeypatch.undo()


async def test_a_notice_stands_above_what_is_asked_for(sampled, album):
    async with sampled("where-to-play") as press:
        for size in SIZES:
            await press.pilot.resize_terminal(*size)
            await press.settle()
            await press("m", "=fresh")
            press.app.tell("The first of two notices, long enough to take more than one of its rows, which are short.")
            press.app.tell("And the second of them.")
            await press.settle()
            assert "second of them" in press.screen
            album.wrong += complaints(press.app)
            await press("escape")
            press.app.clear_notifications()


async def test_every_question_of_every_field_is_asked_in_full(sampled):
    """On the narrowest wall, with the longest names of the sample in it."""
    wrong = []
    async with sampled(size=min(SIZES)) as press:
        for step in load().steps:
            if step.key not in {stop.step for stop in SCREENS}:
                continue
            await go(press, Stop(step.key, step.key))
            for field in step.fields:
                rows = [row for row in press.workshop.rows.values() if row.table == field.noun]
                if not rows:
                    continue
                row = max(rows, key=lambda row: len(getattr(row, "title", "") or getattr(row, "name", "")))
                screen = press.app.screen
                screen.ask(screen.field_prompt(NOUN[field.noun], row.id, field.name))
                await press.settle()
                wrong += [f"{step.key}, {field.name}: {each}" for each in complaints(press.app)]
                screen.line.leave()
    assert not wrong, "\n".join(wrong)


async def test_the_screens_read_the_same_without_color(sampled, monkeypatch):
    """`NO_COLOR`: the same signs and words, and no color in any cell."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with sampled() as press:
        for stop in (stop for stop in SCREENS if stop.name in (stop.step, "priorities-vote", "check", "conflict")):
            await go(press, stop)
            await steady(press)
            stored = (PICTURES / f"{stop.name}.80x24.txt").read_text(encoding="utf-8")
            assert picture(press.app, stop.name) == stored
            assert colors(press.app) == set(), stop.name


def stateless(press: Driver, noun, field) -> list[str]:
    """The rows on the board whose state is told neither on their own lines nor by the heading that they stand under."""
    picture, wording = press.app.screen.board.picture, load().field(noun.table, field)
    wrong = []
    for row in press.workshop.of(noun):
        place, state = picture.place(row.id), wording.choice(getattr(row, field))
        if place is None or state is None:
            continue
        rows = [each.plain[place.left : place.right] for each in picture.rows[: place.bottom]]
        own = any(state.sign in text and state.label in text for text in rows[place.top :])
        headings = [
            choice
            for text in reversed(rows[: place.top])
            for choice in wording.choices
            if text.startswith(f"{choice.sign} {choice.label}")
        ]
        if not own and headings[:1] != [state]:
            wrong.append(f"{row.id} does not say that it is {state.sign} {state.label}")
    return wrong


def colors(app: WorkshopApp) -> set[tuple[int, int, int]]:
    """The colors on the screen that are no shades of gray."""
    found = set()
    for segment in (segment for strip in strips(app) for segment in strip if segment.style):
        for color in (segment.style.color, segment.style.bgcolor):
            if color is not None and color.triplet is not None and len(set(color.triplet)) > 1:
                found.add(tuple(color.triplet))
    return found
