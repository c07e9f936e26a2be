"""Every action by its plain name: in the palette with its sentence, on keys that never clash and mean one thing."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import screens
from screens.app import WorkshopApp
from screens.ballots import Ballots
from screens.command import Command, Commanding, offered
from screens.home import Home
from screens.keys import Keys
from screens.themes import THEMES
from tests.screens import room_tour
from tests.screens.conftest import Driver
from tests.screens.test_hostile import hostile, keep
from tests.screens.tour import EMPTY, PARTS, complaints, go
from workshop.room.walk import walkable
from workshop.steps import load

#: What each letter means wherever it is a key, by the ids of the commands that may have it.
LETTERS = {
    "a": r"(.+\.)?add(\..+)?",
    "b": r".*(blank|curtain).*",
    "c": r"step\.check|(vote|ballot)\.close",  # finish what is under way: the step, or the vote in it
    "g": r"guide\.show",
    "m": r"item\.merge",
    "o": r"park(\..+)?",
    "r": r".*(read|aloud).*",
    "t": r"clock\.start",
    "u": r"change\.undo",
    "v": r"view\..+|home\.archived",
}


def every_screen() -> list[type[Commanding]]:
    """All screens that have commands, wherever they are written."""
    for module in walk_packages(screens.__path__, "screens."):
        if not module.name.endswith("pictures"):
            import_module(module.name)

    def below(kind: type[Commanding]) -> set[type[Commanding]]:
        return {kind, *(each for sub in kind.__subclasses__() for each in below(sub))}

    return sorted((each for each in below(Commanding) if each.ACTIONS), key=lambda each: each.__name__)


ALL = every_screen()


def keys_of(command: Command) -> list[str]:
    return [key for key in command.keys.split(",") if key]


def test_all_screens_are_known():
    assert {"Home", "WhereToPlay", "Card", "CheckScreen", "PlanScreen", "ExportScreen", "Keys", "Leaving"} <= {
        each.__name__ for each in ALL
    }


@pytest.mark.parametrize("screen", ALL, ids=lambda each: each.__name__)
def test_each_command_of_a_screen_has_an_id_of_its_own_a_name_and_a_sentence(screen):
    ids = Counter(command.id for command in screen.ACTIONS)
    assert [id for id, times in ids.items() if times > 1] == []
    for command in screen.ACTIONS:
        assert re.fullmatch(r"[a-z]+([.-][a-z0-9_-]+)*", command.id), command.id
        assert command.name.strip() == command.name != "", command.id
        if command.keys and screen is Keys:
            continue
        assert re.fullmatch(r"[A-Z][^\n]*[.!?]", command.tooltip), (command.id, command.tooltip)


@pytest.mark.parametrize("screen", ALL, ids=lambda each: each.__name__)
def test_a_letter_of_the_key_map_means_the_same_on_every_screen(screen):
    for command in screen.ACTIONS:
        for key in keys_of(command):
            if key in LETTERS:
                assert re.fullmatch(LETTERS[key], command.id), f"{key} is {command.id}"


def test_any_other_letter_means_one_thing_on_all_screens_of_a_workshop():
    """Home lists workshops and has its own; where a question is asked, n answers that it does not apply."""
    meanings: dict[str, set[str]] = {}
    for screen in ALL:
        for command in screen.ACTIONS if screen is not Home else ():
            for key in keys_of(command) if command.id != "assessment.answer.n" else ():
                if len(key) == 1 and key.isalpha() and key not in LETTERS:
                    meanings.setdefault(key, set()).add(command.id)
    assert {key: ids for key, ids in meanings.items() if len(ids) > 1} == {}
    assert {"p", "e"} <= set(meanings)


@pytest.mark.parametrize("screen", ALL, ids=lambda each: each.__name__)
def test_no_key_is_one_that_terminals_or_desktops_swallow(screen):
    swallowed = re.compile(r"ctrl\+(s|q|enter|[hijm\[]).*|shift\+enter|f11|alt\+.+|.*shift\+f\d+")
    for command in screen.ACTIONS:
        others = [key for key in keys_of(command) if not swallowed.fullmatch(key)]
        assert others or not keys_of(command), f"{command.id} has no other key than {command.keys}"


@pytest.mark.parametrize("part", range(len(PARTS)))
async def test_what_is_offered_on_every_screen(sampled, part):
    """No two commands on one key, on whichever item one stands; each in the palette once, with a sentence, beside the
    steps and the themes; and what only the palette has does something.
    """
    wrong: list[str] = []
    done: set[str] = set()
    async with sampled() as press:
        for stop in PARTS[part]:
            await go(press, stop)
            wrong += clashes(press.app, stop.name)
            if isinstance(press.app.screen, Commanding):
                wrong += [f"{stop.name}: {each}" for each in missing_from_the_palette(press)]
            unkeyed = {each.name: each.id for each in offered(press.app.screen) if not each.keys}
            for name in [name for name, id in unkeyed.items() if id not in done]:
                before, workshop = press.screen, press.workshop
                [found] = [each for each in press.app.get_system_commands(press.app.screen) if each.title == name]
                found.callback()
                await press.settle()
                if (press.screen, press.workshop) == (before, workshop):
                    wrong.append(f"{stop.name}: {name} does nothing")
                wrong += [f"{stop.name}, {name}: {each}" for each in complaints(press.app)]
                done.add(unkeyed[name])
                await go(press, stop)
    assert not wrong, "\n".join(wrong)
    assert len(done) > 2


async def test_what_is_offered_where_a_room_does_something_together(sampled):
    wrong: list[str] = []
    async with sampled() as press:
        base = press.workshop
        for scene in room_tour.SCENES:
            await room_tour.visit(press, base, scene)
            wrong += clashes(press.app, scene.stop.name)
            # Where a ballot lies open the palette is shut, too.
            if isinstance(press.app.screen, Commanding) and not isinstance(press.app.screen, Ballots):
                wrong += [f"{scene.stop.name}: {each}" for each in missing_from_the_palette(press)]
    assert not wrong, "\n".join(wrong)


async def test_no_two_commands_apply_to_one_key_while_there_is_nothing_yet(begun):
    wrong: list[str] = []
    async with begun() as press:
        for stop in EMPTY:
            await go(press, stop)
            wrong += clashes(press.app, stop.name)
    assert not wrong, "\n".join(wrong)


def clashes(app: WorkshopApp, where: str) -> list[str]:
    """The keys that more than one command would take, on each item in turn."""
    screen: Any = app.screen
    if not getattr(screen, "ACTIONS", ()):
        return []
    found, selected = [], screen.selected
    for item in screen.board.picture.items or ("",):
        screen.selected = item
        keys = Counter(key for command in offered(screen) for key in keys_of(command))
        found += [f"{where}, on {item!r}: {key} is pressed for {n} commands" for key, n in keys.items() if n > 1]
    screen.selected = selected
    return found


def missing_from_the_palette(press: Driver) -> list[str]:
    entries = list(press.app.get_system_commands(press.app.screen))
    titles = Counter(each.title for each in entries)
    wanted = {command.name for command in offered(press.app.screen) if command.in_palette} | {"Quit"}
    a_digit_s = {command.name for command in offered(press.app.screen) if not command.in_palette} - wanted
    wanted |= {f"Go to {load().step(key).name}" for key in walkable(press.workshop)}
    wanted |= {f"Theme: {theme.name.removeprefix('workshop-')}" for theme in THEMES}
    return [
        *(f"{title} is there {times} times" for title, times in titles.items() if times > 1),
        *(f"{title} is not there" for title in wanted - set(titles)),
        *(f"{title} is there, where another command does it for any digit" for title in a_digit_s & set(titles)),
        *(f"{each.title} has no sentence" for each in entries if not re.fullmatch(r"([A-Z].*[.!?])?", each.help)),
    ]


async def choose(press, words):
    """Pick an action in the palette, as people do: by some of its name."""
    await press("ctrl+p", f"={words}")
    # The palette looks for commands in a worker of its own.
    await press.settle()
    await press("enter")
    await press.settle()


async def test_an_action_is_run_from_the_palette(sampled):
    async with sampled("where-to-play") as press:
        await choose(press, "Go to Owners")
        assert type(press.app.screen).__name__ == "Owners"
        await choose(press, "Theme: light")
        assert press.app.theme == "workshop-light"
        await choose(press, "Park a thought")
        await press("=A thought", "enter")
        assert press.workshop.parked[-1].text == "A thought"
        await choose(press, "Another owner")
        assert press.app.screen.line.is_open
        await press("=half a na")
        await choose(press, "Go to Where to play")
        await choose(press, "Go to Owners")
        assert "half a na" in press.screen


async def test_hostile_titles_do_not_break_the_palette(driven, database):
    keep(database, hostile(1))
    async with driven(ref="") as press:
        press.app.look_at("where-to-play")
        await press.settle()
        for words in ("Win [/b]", "[/", "[red]", "x" * 300, "\\", "👨‍👩‍👧"):
            await press("ctrl+p", f"={words}")
            await press.settle()
            assert not complaints(press.app), words
            await press("escape")


async def test_a_save_ends_while_the_keys_of_the_screen_are_shown(sampled):
    async with sampled(
        "where-to-play",
    ) as press:
        press.app.simulate_key("delete")
        press.app.simulate_key("question_mark")
        await press.settle()
        assert isinstance(press.app.screen, Keys)
        press.app.desk.note(lambda room: room.replace(looking="open"))
        await press.settle()
        await press("escape")
        assert "saved ✓" in press.screen


async def test_the_palette_of_home(driven):
    async with driven() as press:
        titles = [each.title for each in press.app.get_system_commands(press.app.screen)]
        assert len(titles) == len(set(titles))
        await choose(press, "Sample")
        assert not isinstance(press.app.screen, Home)
        assert press.workshop.brief.title.startswith("Brackenford")
