"""Whatever people type stands on every screen as text: nothing breaks, leaks a style, grows too wide or reaches the
terminal as a control character. Typed again, it is taken or refused in words.
"""

from __future__ import annotations

from itertools import count, cycle, pairwise, product
from pathlib import Path

import pytest
from annotated_types import MaxLen
from textual import events

from data.errors import Conflict
from data.nouns.base import TEXT_BOUND, Noun
from data.nouns.planning import Helps
from data.nouns.room import Answer, Brief, Carried
from data.store import Store
from data.tables import NOUN
from data.value import Workshop, link, of_rows
from screens.card import Card
from screens.conflict import ConflictScreen
from screens.paint import Painter, said
from screens.steps.catalog import SCREENS as STEPS
from tests.screens import room_tour
from tests.screens.conftest import NOW, TODAY
from tests.screens.tour import PARTS, SIZES, TURNS, complaints, go, strips
from tests.workshop.any_workshop import HOSTILE
from workshop.sample import sample
from workshop.steps import load
from workshop.text import clean

MARKUP = "Win [/b] in [red]"

#: What the store takes; a NUL it refuses, and typed ones are the business of the line.
TEXTS = [text.replace("\0", " ") for text in HOSTILE]

#: Typed or pasted into a line.
TYPED = (*HOSTILE, "long " * 2000, "x" * 10_000, "\udc80half a character", "a\0b", "\x1b[2J\x1b[H", "one\ntwo\n\nthree")

#: The views that steps have beside their first.
VIEWS = {
    "open": ("more",),
    "direction": ("more",),
    "how-to-win": ("all",),
    "priorities": ("vote",),
    "owners": ("by-person",),
    "milestones": ("table",),
    "rhythm": ("more",),
    "close": ("more",),
}

#: What a style on a board may say.
STYLES = {"", "bold", "italic", "on", "dim", "not"}


def texts_of(noun: type[Noun]) -> list[str]:
    """The fields of a noun that hold what people type."""
    return [
        name
        for name, field in noun.model_fields.items()
        if MaxLen(TEXT_BOUND) in field.metadata and name not in ("id", "rank")
    ]


def hostile(turn: int) -> Workshop:
    """The sample, with something left open and helpers, in which every text of every row is one of `TEXTS`."""
    more: list[Noun] = [Carried(id=f"I{n}", answer=answer) for n, answer in enumerate(Answer, 1)]
    more += [link(Helps, priority_id="P1", party_id=f"N{n}") for n in (3, 4, 5)]
    whole = sample(TODAY)
    pool = cycle([*TEXTS[turn:], *TEXTS[:turn]])
    rows: list[Noun] = []
    for row in (*whole.rows.values(), *more):
        fields: dict[str, str | tuple[str, ...]] = {name: next(pool) for name in texts_of(type(row))}
        for name in ("out_of_scope", "ground_rules"):
            if name in type(row).model_fields:
                fields[name] = tuple(next(pool) for _ in range(4))
        rows.append(row.replace(**fields))
    return of_rows(rows)


def store_of(database: Path) -> Store:
    ids = count(500)
    return Store(str(database), actor="tester", now=lambda: NOW, ids=lambda: f"{next(ids):032x}")


def keep(database: Path, value: Workshop) -> None:
    store = store_of(database)
    kept = store.create(value, None, label="begin")
    assert store.load(kept.id).value == value
    store.close()


def leaks(press) -> list[str]:
    """Colors of words that are not the theme's."""
    theme = press.app.current_theme.variables
    own = {value.casefold() for name, value in theme.items() if name.startswith("wall-")} | {"#000000"}
    found = set()
    for segment in (segment for strip in strips(press.app) for segment in strip):
        color = segment.style.color if segment.style else None
        if color is not None and color.triplet is not None and any(map(str.isalnum, segment.text)):
            found.add(color.triplet.hex.casefold())
    return [f"{color} is none of the theme's colors" for color in found - own]


def faults_of(picture, width: int) -> list[str]:
    """What is wrong with the rows of a board before they are painted."""
    found = []
    for row in picture.rows:
        if row.cell_length > width:
            found.append(f"{row.cell_length} of {width} cells: {row.plain!r}")
        if any(ord(each) < 32 or 127 <= ord(each) < 160 or each in "\u202e\u2066\u2028" for each in row.plain):
            found.append(f"a control character: {row.plain!r}")
        words = {word for span in row.spans for word in str(span.style).split()}
        if not all(word in STYLES or word.startswith("$wall-") for word in words):
            found.append(f"styles {words}: {row.plain!r}")
    return found


@pytest.mark.parametrize(("turn", "size"), TURNS)
@pytest.mark.parametrize("part", range(len(PARTS)))
async def test_every_screen_stands_whatever_was_typed(driven, database, turn, size, part):
    keep(database, hostile(turn * 13))
    async with driven(size=size, ref="") as press:
        wrong = []
        for stop in PARTS[part]:
            await go(press, stop)
            found = [*complaints(press.app), *(leaks(press) if stop.name != "palette" else ())]
            wrong += [f"{stop.name}: {each}" for each in found]
        assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("turn", "size"), TURNS)
async def test_what_a_room_does_together_stands_whatever_was_typed(driven, database, turn, size):
    keep(database, hostile(turn * 13))
    pool = cycle(TEXTS)
    async with driven(size=size, ref="") as press:
        base, wrong = press.workshop, []
        for made, stop, then in room_tour.SCENES:

            def typed(value: Workshop, made=made) -> Workshop:
                return room_tour.hostile(made(value), lambda *_: next(pool))

            await room_tour.visit(press, base, room_tour.Scene(typed, stop, then))
            wrong += [f"{stop.name}: {each}" for each in (*complaints(press.app), *leaks(press))]
        assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("turn", [0, 23])
async def test_every_item_of_every_board_and_every_card_is_painted(driven, database, turn):
    """Selected in turn, at each size; without waiting for the screen, as the boards are painted from values alone."""
    keep(database, hostile(turn))
    async with driven(ref="") as press:
        wrong, shown, desk = [], "", press.app.desk
        for key in STEPS:
            press.app.look_at(key)
            await press.settle()
            screen = press.app.screen
            nouns = {field.noun for field in load().step(key).fields}
            cards = (Card(type(row), row.id, key) for row in press.workshop.rows.values() if row.table in nouns)
            for card, (width, height) in product(cards, SIZES):
                painter = Painter(width - 5, height)
                for item in ("", *card.picture(press.workshop, painter).items):
                    painter.selected = item
                    picture = card.picture(press.workshop, painter)
                    shown += "\n".join(row.plain for row in picture.rows)
                    where = f"{card.place} {item} at {width}x{height}"
                    wrong += [f"{where}: {each}" for each in faults_of(picture, painter.width)]
            for view, (width, height) in product(("", *VIEWS.get(key, ())), SIZES):
                desk.note(lambda room, place=f"{key}/view", view=view: room.replace(selection={place: view}))
                painter = Painter(width - 5, height)
                for item in ("", *screen.picture(press.workshop, painter).items):
                    screen.selected = painter.selected = item
                    picture = screen.picture(press.workshop, painter)
                    shown += "\n".join(row.plain for row in picture.rows)
                    where = f"{key} {view} {item} at {width}x{height}"
                    wrong += [f"{where}: {each}" for each in faults_of(picture, painter.width)]
        assert not wrong, "\n".join(wrong[:40])
        assert MARKUP in shown and "[/b]" in shown and "\U0001f468\u200d\U0001f469" in shown


@pytest.mark.parametrize("text", [text for text in TYPED if text.strip()], ids=lambda text: ascii(text[:20]))
def test_what_is_said_is_there_letter_by_letter(text):
    plain = said(text).plain
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for each in plain)
    kept = [each for each in text if each.isprintable()]
    assert [each for each in plain if each.isprintable() and each != " "] == [each for each in kept if each != " "]


async def test_notices_say_it_as_it_is(sampled):
    async with sampled("where-to-play", size=(120, 40)) as press:
        for text in TEXTS:
            press.app.tell(f"No place is called “{text}”.")
            await press.settle()
            assert not complaints(press.app)
            if text.startswith(("Win", "[/", "# ")):
                assert text in press.screen
            press.app.clear_notifications()


async def test_mine_and_theirs_are_shown_as_they_are(driven, database):
    keep(database, hostile(5))
    async with driven(ref="") as press:
        row = press.workshop.arenas[0]
        for size in SIZES:
            await press.pilot.resize_terminal(*size)
            await press.settle()
            mine = [Conflict("arena", row.id, "reason", text, theirs) for text, theirs in pairwise(TEXTS)]
            press.app.push_screen(ConflictScreen((*mine, Conflict("brief", "W", "out_of_scope", tuple(TEXTS), ()))))
            await press.settle()
            assert not [*complaints(press.app), *leaks(press)]
            press.app.pop_screen()


async def test_the_list_at_home_stands_whatever_the_titles(driven, database):
    store = store_of(database)
    for text in TEXTS:
        store.create(of_rows([Brief(id="W", title=text, organization=text)]), None, label="begin")
    store.close()
    async with driven() as press:
        wrong = []
        for size in SIZES:
            await press.pilot.resize_terminal(*size)
            await press.settle()
            wrong += [*complaints(press.app), *leaks(press)]
            await press("end", "ctrl+p")
            wrong += complaints(press.app)
            await press("escape", "home", "d")
            wrong += complaints(press.app)
            await press("escape", "slash", f"={MARKUP}")
            assert MARKUP in press.screen
            assert len(press.app.home.shown) == 1
            wrong += complaints(press.app)
            await press("escape")
        assert not wrong, "\n".join(wrong)


# -- typing it ---------------------------------------------------------------------------------------------------------


async def test_whatever_is_pasted_into_the_add_line_is_taken_clean_or_refused_in_words(begun):
    async with begun("where-to-play") as press:
        screen, line = press.app.screen, press.app.screen.line
        for text in TYPED:
            before = [row.name for row in press.workshop.arenas]
            screen.ask(screen.add_first())
            line.input.post_message(events.Paste(text))
            await press.pilot._wait_for_screen()
            typed = line.input.value
            line.enter()
            await press.settle()
            assert not complaints(press.app), ascii(text[:40])
            asked = line.question.content.plain
            if asked.startswith("!"):
                assert asked.rstrip().endswith((".", "wait)")), asked
                assert line.input.value == typed != ""
                assert press.app.desk.room.drafts["where-to-play|add/arena"] == typed
            else:
                added = [row.name for row in press.workshop.arenas][len(before) :]
                assert added or not clean(text)
                assert all(name == clean(name) for name in added)
            line.leave()
            press.app.desk.note(lambda room: room.replace(drafts={}))
        names = [row.name for row in press.workshop.arenas]
        assert MARKUP in names and "[/" in names and names[-3:] == ["one", "two", "three"]


async def test_whatever_is_pasted_into_any_kind_of_field_is_taken_or_refused_in_words(sampled):
    """One field of each kind; a refused text stays in the line and among the drafts."""
    kinds: dict[str, tuple[str, str]] = {}
    for step in load().steps:
        for field in step.fields:
            if step.key in STEPS:
                kinds.setdefault(field.kind, (field.noun, field.name))
    assert len(kinds) > 10
    async with sampled("where-to-play") as press:
        screen, line = press.app.screen, press.app.screen.line
        for kind, (noun, name) in kinds.items():
            row = next(row for row in press.workshop.rows.values() if row.table == noun)
            for text in (MARKUP, "\x1b[31m\0\u202e", "\u65e5\u672c" * 5_000, "tab\tnew\nline"):
                screen.ask(screen.field_prompt(NOUN[noun], row.id, name))
                line.input.value = ""
                line.paste(text)
                typed = line.input.value
                line.enter()
                await press.settle()
                assert not complaints(press.app), (kind, text[:20])
                if line.is_open:
                    asked = line.question.content.plain
                    assert asked.startswith("!") and "Traceback" not in asked, (kind, asked)
                    assert line.input.value == typed, kind
                    assert press.app.desk.room.drafts[f"where-to-play|field:{noun}/{row.id}/{name}"] == typed
                    line.leave()
        await press.settle()
        assert press.app.desk.saved


async def test_a_refusal_stands_although_the_text_was_typed_a_moment_before(begun):
    """Enter may overtake the news of what was pasted; what it says stays, until something else is typed."""
    async with begun("where-to-play") as press:
        line = press.app.screen.line
        press.app.screen.ask(press.app.screen.add_first())
        line.paste("x" * 10_000)
        line.enter()
        await press.settle()
        assert line.question.content.plain.startswith("! 10000 of ")
        await press("backspace")
        assert line.question.content.plain.startswith("A place to play:")


async def test_lines_pasted_into_a_field_of_several_stay_several(sampled):
    async with sampled("open", size=(80, 24)) as press:
        screen, line = press.app.screen, press.app.screen.line
        screen.ask(screen.field_prompt(NOUN["brief"], "W", "ground_rules"))
        await press.settle()
        await press("=One at a time\nPhones away", "enter")
        assert not line.is_open
        assert press.workshop.brief.ground_rules == ("One at a time", "Phones away")
