"""A presentation clicker, pressed anywhere: what is not meant for the wall never stands on it, and nothing changes.

Where secrets are near, a walk is made twice, over two workshops that differ in their secrets alone: who stands behind a
reservation without a name, and what was counted in a vote that is still open. The walls must be the same, row by row.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import date
from difflib import unified_diff
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from textwrap import wrap

import pytest
from textual import events

from data.nouns.room import Brief, Consent, Party, Room
from data.store import Store
from data.value import Workshop
from screens.app import WorkshopApp
from screens.ballots import Ballots, Page
from screens.home import Home
from screens.step import StepScreen
from screens.widgets.guide import Guide
from tests.screens.check_in_tour import LINES as CHECK_IN_LINES
from tests.screens.check_in_tour import stops as check_in_stops
from tests.screens.check_in_tour import visit
from tests.screens.conftest import NOW, TODAY, Driver
from tests.screens.tour import LINES, PARTS, Stop, go, steady
from tests.workshop.first_check_in import DAY_49
from workshop.actions import consenting
from workshop.room.walk import walkable
from workshop.rules.registry import RULES
from workshop.sample import sample
from workshop.steps import load

#: What a clicker sends: forward, back, black (one of two keys), and the end and the beginning of a show.
FORWARD, BACK = "pagedown", "pageup"
CLICKER = (FORWARD, BACK, "b", "full_stop", "escape", "f5")

_CHARACTERS = {"b": "b", "full_stop": ".", "escape": "\x1b"}

#: All of them on one screen: to the blank wall and back again, on and back, and out of what is on top.
ROUND = ("f5", "b", FORWARD, FORWARD, BACK, "escape", "full_stop")

#: A code of a check, such as WTP-01.
CODE = re.compile(rf"\b({'|'.join(sorted({code.partition('-')[0] for code in RULES}))})-\d\d\b")

#: What is asked for on the wall itself, too.
ASKED = " ".join(asked.ask for step in load().steps for asked in step.fields)

#: What the guide is known by: its heading, and the first row of each of its questions.
_QUESTIONS = [wrap(question, 30)[0] for step in load().steps for question in step.prompts]
GUIDE = ("Facilitator guide", *(begun for begun in _QUESTIONS if begun not in ASKED))

SPEAKERS = ("Quittenbaum", "Zwetschgenbaum")

#: What a scrollbar is drawn with: it follows what it scrolls a moment later.
SCROLLBAR = re.compile(r" *[▁▂▃▄▅▆▇█]? *$", re.MULTILINE)


def _one_ballot_given(app: WorkshopApp) -> None:
    """The second of several voters comes to the keyboard."""
    app.screen.action_command("vote.ballots")
    app.screen.uncover()
    app.screen.put("P1", 2)
    app.screen.give()
    app.screen.give()


def _a_second_begun(app: WorkshopApp) -> None:
    """The second ballot lies open, with a dot on it."""
    _one_ballot_given(app)
    app.screen.uncover()
    app.screen.put("P2", 1)


def _fingers_begun(app: WorkshopApp) -> None:
    app.screen.action_command("fist.ballots")
    app.screen.uncover()
    app.screen.put("2", 1)


#: Where the room's secrets are nearest, besides the screens of the tour.
NEAREST = (
    Stop("second-voter", "priorities", show=_one_ballot_given),
    Stop("second-ballot", "priorities", show=_a_second_begun),
    Stop("fingers", "close", show=_fingers_begun),
    Stop("consent", "where-to-play", show=lambda app: app.show_consent()),
    Stop("guide-of-the-vote", "priorities", view="vote", keys=("g",)),
    Stop("check-of-the-vote", "priorities", keys=("c",)),
    Stop("check-of-the-close", "close", keys=("c",)),
    Stop("history-of-the-vote", "priorities", keys=("h",)),
    Stop("vote-read-back", "priorities", view="vote", keys=("r",)),
    Stop("plan-of-the-vote", "priorities", keys=("p", "v")),
    Stop("card-of-the-vote", "priorities", "P2", keys=("enter",)),
    Stop("reservation", "close", "V1"),
    Stop("card-of-a-reservation", "close", "V1", keys=("enter",)),
    Stop("decisions", "close", keys=("d", "end")),
    Stop("search", "close", keys=("slash", "=december", "down")),
)


def secret(value: Workshop, which: int) -> Workshop:
    """The workshop with a vote open and reservations; of 0 and 1 only what was counted and who spoke is different."""
    for at, row in enumerate(value.priorities):
        value = value.put(row.replace(dots=(at + which) % 4))
    for at, name in enumerate(SPEAKERS):
        value = value.put(Party(id=f"N9{at}", name=name))
    assert value.reservations
    for reservation in value.reservations:
        value = value.put(reservation.replace(party_id=f"N9{which}"))
    if not value.of(Consent):
        value = consenting.propose(value, "We close on Tuesdays")
        [proposal] = value.of(Consent)
        value = consenting.answer(value, proposal.id, "objections", "Regulars come then")
    return value.change(Brief, "W", voting=True, attributed=False)


class Clicker:
    """Presses a clicker's keys in a running app, keeps what stood on the wall after each, and judges it."""

    def __init__(self, press: Driver) -> None:
        self.press, self.app = press, press.app
        #: What was pressed since when, and what stood there then.
        self.walls: list[tuple[str, str]] = []

    @property
    def wall(self) -> str:
        return self.walls[-1][1]

    async def show(self, stop: Stop) -> None:
        """Begin at a screen of the tour."""
        await go(self.press, stop)
        await self.begin(stop.name)

    async def begin(self, name: str) -> None:
        """Begin here: a guide that was asked for may stand on this screen."""
        self.trail = [name]
        await self._look()
        self.guided, self.kept = self.app.screen if self._guide else None, self._kept

    async def click(self, *keys: str) -> None:
        for key in keys:
            before, wall, ballots = self.app.screen, self.wall, self._ballots
            typing = getattr(before, "typing", False)
            self.trail.append(key)
            self.app.post_message(events.Key(key, _CHARACTERS.get(key)))
            await self.press._done()
            await self._look()
            self._judge()
            if ballots is not None:
                self._judge_ballots(*ballots, key)
            if isinstance(before, StepScreen) and key in ("f5", "escape") and not typing:
                assert self.wall == wall, self.trail

    async def _look(self) -> None:
        assert self.app.desk is not None
        await self.app.desk.flush()  # or it would say of what is half typed, now and then, that it is not saved yet
        await steady(self.press)
        self.walls.append((" ".join(self.trail), SCROLLBAR.sub("", self.press.screen)))

    def _judge(self) -> None:
        """Nothing is changed, nobody is led out of the workshop, and nothing stands there that nobody asked for."""
        wall, where = self.wall, f"{self.trail}\n{self.wall}"
        same = self._kept == self.kept  # apart: to spell out how two workshops differ takes minutes
        assert same, where
        assert not isinstance(self.app.screen, Home), where
        assert not CODE.search(wall), where
        assert not any(speaker in wall for speaker in SPEAKERS), where
        if self.app.screen is not self.guided:
            assert not self._guide and not any(words in wall for words in GUIDE), where

    def _judge_ballots(self, box: object, page: Page, key: str) -> None:
        """A clicker gives no ballot, uncovers none, and throws none away but the one that was just begun."""
        now = self._ballots
        if now is None:
            assert page is Page.COVER and key == "escape" and not box.cast, self.trail
        else:
            assert now[0] == box, self.trail
            assert now[1] is not Page.BALLOT if key == "escape" else now[1] is page, self.trail

    @property
    def _kept(self) -> tuple[object, ...]:
        assert self.app.desk is not None
        return self.app.desk.value, self.app.desk.seq

    @property
    def _guide(self) -> bool:
        return any(guide.has_class("-shown") for guide in self.app.screen.query(Guide))

    @property
    def _ballots(self) -> tuple[object, Page] | None:
        screen = self.app.screen
        return (screen.box, screen.page) if isinstance(screen, Ballots) else None


@asynccontextmanager
async def clicked(folder: Path, which: int = 0, today: date = TODAY) -> AsyncIterator[Clicker]:
    """A clicker in the app with this workshop open; what is given at random is the same each time."""
    ids, path = count(100), folder / f"{which}.sqlite"
    store = Store(str(path), actor="tester", now=lambda: NOW, ids=lambda: f"{next(ids):032x}")
    ref = store.create(secret(sample(TODAY), which), Room(id="R", step="close", looking="open"), label="begin").ref
    store.close()
    app = WorkshopApp(str(path), ref=ref, now=lambda: NOW, today=lambda: today, actor="tester")
    app.animation_level = "none"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        while app.desk is None:
            await pilot.pause()
        driver = Driver(app, pilot)
        await driver.settle()
        yield Clicker(driver)


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same home folder for both."""
    monkeypatch.setenv("HOME", str(tmp_path))


async def from_each(clicker: Clicker, stops: Iterable[Stop]) -> None:
    for stop in stops:
        await clicker.show(stop)
        await clicker.click(*ROUND)


async def walk_twice(folder: Path, walk: Callable[[Clicker], Awaitable[None]]) -> None:
    """Make a walk over two workshops, and see that their walls are the same."""
    walls = []
    for which in range(2):
        async with clicked(folder, which) as clicker:
            await walk(clicker)
            walls.append(clicker.walls)
    for (trail, wall), (_, same) in zip(*walls, strict=True):
        assert wall == same, "\n".join(unified_diff(wall.split("\n"), same.split("\n"), trail, lineterm=""))


@pytest.mark.parametrize("stops", [*PARTS, LINES], ids=["one", "two", "three", "typing"])
async def test_on_no_screen_does_a_clicker_change_or_uncover_anything(tmp_path, stops):
    async with clicked(tmp_path) as clicker:
        await from_each(clicker, stops)


async def test_nor_where_secrets_are_nearest(tmp_path):
    await walk_twice(tmp_path, partial(from_each, stops=NEAREST))


@pytest.mark.long
async def test_nor_in_whatever_order_it_is_pressed(tmp_path):
    async def walk(clicker):
        chance = Random(15)
        for stop in (*NEAREST[:6], LINES[0]):
            await clicker.show(stop)
            await clicker.click(*chance.choices(CLICKER, weights=(4, 3, 1, 1, 2, 1), k=10))

    await walk_twice(tmp_path, walk)


async def test_nor_in_a_check_in(tmp_path):
    async with clicked(tmp_path, today=DAY_49) as clicker:
        for value, stop in (*check_in_stops(), *CHECK_IN_LINES):
            await visit(clicker.press, value, stop, partial(secret, which=0))
            await clicker.begin(stop.name)
            await clicker.click("b", FORWARD, FORWARD, BACK, "escape", "f5")


async def test_it_leads_through_the_whole_workshop_and_back(tmp_path):
    async with clicked(tmp_path) as clicker:
        await clicker.show(Stop("open", "open"))
        shown = [clicker.app.screen.place]
        for way in (FORWARD, BACK):
            ended = False
            while not ended:
                before = clicker.wall
                await clicker.click(way)
                ended = clicker.wall == before
                shown += [clicker.app.screen.place] if clicker.app.screen.place != shown[-1] else []
        walk = list(walkable(clicker.press.workshop))
        assert (walk[0], walk[-1]) == ("open", "close")
        assert shown == [*walk, *reversed(walk[:-1])]


async def test_at_home_it_opens_and_takes_away_nothing(sampled):
    async with sampled() as press:
        await press("f10")
        home, wall = press.app.screen, press.screen
        assert isinstance(home, Home)
        for key in (*CLICKER, *reversed(CLICKER)):
            await press(key)
            assert press.app.screen is home and press.app.desk is None
            assert press.screen == wall, key
        await press("slash", "b", "full_stop", "escape")
        assert press.screen == wall


async def test_in_a_line_its_letters_are_text_and_nothing_else_of_it_is(sampled):
    async with sampled("where-to-play") as press:
        before = press.workshop
        await press("a", "=Evening classes")
        for key in (*CLICKER[:4], "f5"):
            press.app.post_message(events.Key(key, _CHARACTERS.get(key)))
        await press.settle()
        assert press.app.screen.line.input.value == "Evening classesb."
        await press("escape")
        assert press.workshop == before
