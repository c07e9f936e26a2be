"""Nothing is told by style alone: what differs on the wall differs in signs and words, each state having one of both.

A board is painted twice, of two workshops that differ in one answer alone, or with another item selected. Where its
styles differ, its plain text has to differ as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from data.nouns.base import Noun
from data.tables import NOUN
from data.value import Workshop
from screens.findings import PAST, WEIGHTS
from screens.frame import Frame
from screens.paint import TALL, Picture
from screens.widgets.heading import Clock
from tests.screens.conftest import TODAY
from tests.screens.tour import SCREENS, SIZES, Stop, go
from workshop import answers
from workshop.rules.registry import Level
from workshop.steps import Field, load

CONTENT = load()

#: All sizes, of which the longer checks try the larger and the smaller ones.
AT = (SIZES[0], *(pytest.param(size, marks=pytest.mark.long) for size in SIZES[1:]))

#: What is tried for an answer, by the kind of its field; a choice is tried with each of its own.
TRIED = {
    "text": ("", "Something said"),
    "yes-no": ("yes", "no"),
    "number": ("", "1", "4"),
    "date": ("", "2026-11-02", "2027-03-01"),
}

#: The states that have a sign as well as a word, and where they stand: (noun, field), step, view.
SIGNED = (
    ("arena", "verdict", "where-to-play", ""),
    ("priority", "status", "priorities", ""),
    ("priority", "status", "priorities", "vote"),
    ("priority", "accepted", "owners", ""),
    ("brief", "look_back", "how-to-win", ""),
    ("risk", "starred", "stress-test", ""),
    ("parked", "disposition", "close", ""),
)

#: What is selected has its rank, and stands above a line that says so.
RANKED = {("priorities", "", "selected"): ("▸1 ", "the line, ")}

#: Boards of a step, and the small screens over one.
BOARDS = [stop for stop in SCREENS if stop.show is None and "read-back" not in stop.name]

#: The first of them show the answers of their step as they are given; the others look over all of them.
ANSWERED = [stop.name for stop in BOARDS].index("check")


class Look:
    """A board as it is painted: what stands there, and how."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.plain = "\n".join(row.plain.rstrip() for row in picture.rows)
        self.styled = [(row.plain, row.spans) for row in picture.rows]

    def of(self, item: str) -> str:
        """The rows of an item, and the headings and notes above it."""
        place = self.picture.place(item)
        assert place is not None, item
        return "\n".join(row.plain[place.left : place.right] for row in self.picture.rows[place.top : place.bottom])


def look(screen: Frame, workshop: Workshop, selected: str = "") -> Look:
    """A screen's board, of another workshop or with another item selected."""
    screen.selected = selected or screen.selected
    return Look(screen.picture(workshop, screen._painter()))


def variations(workshop: Workshop, field: Field, row: Noun) -> Iterator[tuple[str, Workshop]]:
    """The workshop with other answers to a field of a row; each with the answer."""
    texts = tuple(choice.label for choice in field.choices) or TRIED.get(field.kind, ())
    for text in ("yes", "no") if field.kind == "yes-no" else texts:
        try:
            value = answers.read(field, text, workshop, TODAY, row).value
        except ValueError:
            continue
        yield text, workshop.put(row.replace(**{field.name: value}))


def told_by_style(looks: Sequence[tuple[str, Look]]) -> Iterator[str]:
    """The answers between which only the style of the board differs."""
    for (one, before), (other, after) in pairwise(looks):
        if before.styled != after.styled and before.plain == after.plain:
            yield f"{one!r} and {other!r}"


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: "x".join(map(str, size)))
async def test_no_answer_is_told_by_style_alone(sampled, size):
    wrong, seen = [], set()
    async with sampled(size=size) as press:
        for stop in BOARDS[:ANSWERED]:
            await go(press, stop)
            screen = press.app.screen
            for field in CONTENT.step(stop.step).fields:
                for row in press.workshop.of(NOUN[field.noun])[:1]:
                    looks = [(text, look(screen, other)) for text, other in variations(press.workshop, field, row)]
                    wrong += [f"{stop.name}: {row.id}.{field.name}: {each}" for each in told_by_style(looks)]
                    if len({each.plain for _, each in looks}) > 1:
                        seen.add((field.noun, field.name))
    assert not wrong, "\n".join(wrong)
    assert len(seen) > 30, "the boards show what is answered"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_each_state_has_a_sign_and_a_word(sampled, size):
    wrong = []
    async with sampled(size=size) as press:
        for noun, name, step, view in SIGNED:
            await go(press, Stop(step, step, view=view))
            field, screen = CONTENT.field(noun, name), press.app.screen
            for row in press.workshop.of(NOUN[noun])[:1]:
                selected = f"brief/W/{name}" if noun == "brief" else row.id
                for text, other in variations(press.workshop, field, row):
                    value = getattr(other.row(type(row), row.id), name)
                    choice = field.choice({True: "yes", False: "no"}.get(value, value))
                    wall = look(screen, other, selected).plain
                    assert choice is not None
                    sign, word = RANKED.get((step, view, choice.value), (choice.sign, choice.label.casefold()))
                    if sign not in wall or word not in wall.casefold():
                        wrong.append(f"{step}{view}: {row.id} is {text}:\n{wall}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("size", AT, ids=lambda size: "x".join(map(str, size)))
async def test_the_selected_item_has_a_sign_of_its_own(sampled, size):
    async with sampled(size=size) as press:
        for stop in BOARDS:
            await go(press, stop)
            screen = press.app.screen
            if not isinstance(screen, Frame):
                continue
            items = tuple(dict.fromkeys(screen.board.picture.items))[:8]
            looks = [look(screen, press.workshop, item) for item in items]
            assert len({each.plain for each in looks}) == len(items), stop.name
            for item, each in zip(items, looks, strict=True):
                assert any(sign in each.of(item) for sign in "▸◈"), (stop.name, item, each.plain)


#: What the heading can say besides the step: each with the words that say it.
HEADINGS = {
    "running": (Clock("18:42", running=True), "saved ✓", ("◷ 18:42",)),
    "paused": (Clock("18:42"), "saved ✓", ("‖ 18:42", "paused")),
    "over": (Clock("3:10", running=True, over=True), "saved ✓", ("◷ 3:10 over",)),
    "over and paused": (Clock("3:10", over=True), "saved ✓", ("‖ 3:10 over paused",)),
    "a break": (Clock("9:41", pause="Break", running=True), "saved ✓", ("◷ Break 9:41",)),
    "a break over": (Clock("9:41", pause="Break", running=True, over=True), "saved ✓", ("◷ Break over 9:41",)),
    "behind": (Clock("18:42", behind=4, running=True), "saved ✓", ("4", "behind")),
    "ahead": (Clock("18:42", behind=-4, running=True), "saved ✓", ("4", "ahead")),
    "no clock": (None, "saved ✓", ("saved ✓",)),
    "saving": (None, "saving…", ("saving…",)),
    "not saved": (None, "! not saved since 09:00: the disk is full", ("! not saved since 09:00",)),
    "rehearsal": (None, "rehearsal", ("rehearsal",)),
}


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: "x".join(map(str, size)))
async def test_the_heading_says_in_words_how_it_stands(sampled, size):
    told = {}
    async with sampled("where-to-play", size=size) as press:
        heading = press.app.screen.heading
        here = heading.head
        for state, (clock, saved, words) in HEADINGS.items():
            heading.head = replace(here, clock=clock, saved=saved, alarm=saved.startswith("!"))
            told[state] = heading.render().plain
            assert all(word in told[state] for word in words), (state, told[state])
        assert len(set(told.values())) == len(told)
        heading.head = replace(here, current=here.here)
        assert heading.render().plain != told["no clock"], "the room is somewhere else"
        if size[1] < TALL:
            assert "(now at 10)" in told["no clock"] and "3 Where to play" in told["no clock"]


async def test_findings_are_told_by_sign_and_word_of_their_weight(begun):
    async with begun("where-to-play") as press:
        await press("a", "=Families\nFamilies and friends", "escape", "home", "1", "=Near", "enter", "escape", "c")
        wall = press.screen
        found = press.app.screen.found
        assert len({each.level for each in found}) == len(Level)
        for level in Level:
            assert f"{WEIGHTS[level].sign} {WEIGHTS[level].word}" in wall, (level, wall)
        assert len({(weight.sign, weight.word) for weight in (*WEIGHTS.values(), PAST)}) == len(WEIGHTS) + 1


async def test_a_vote_says_whether_it_is_open(begun):
    async with begun("priorities") as press:
        await press("a", "=Open Saturdays\nBuild a store", "escape", "v", "escape")
        walls = [press.screen]
        assert "Not open yet." in walls[0]
        await press("enter", "=3", "enter", "enter", "enter", "escape")
        walls.append(press.screen)
        assert "Open: 0 of 2 counted." in walls[1] and "… to count" in walls[1]
        await press("1", "enter", "escape")
        assert "✓ counted" in press.screen
        await press("c", "enter", "escape")
        walls.append(press.screen)
        assert "of 6 dots" in walls[2] and "Open:" not in walls[2]
        assert len(set(walls)) == 3
