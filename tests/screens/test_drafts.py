"""Half-typed answers: kept and forgotten at the very key, and asked for again by the screen they belong to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.value import Key
from screens.widgets.prompt import PromptKey

WTP = "where-to-play"


# -- the moment they are kept ------------------------------------------------------------------------------------------


async def test_what_is_typed_is_a_draft_before_any_message_comes_through(begun):
    async with begun(WTP) as press:
        screen, room = press.app.screen, lambda: press.app.desk.room
        screen.ask(screen.add_first())
        assert room().selection["line"] == f"{WTP}|add/arena"
        screen.line.input.insert_text_at_cursor("Har")
        assert room().drafts == {f"{WTP}|add/arena": "Har"}
        screen.line.input.insert_text_at_cursor("bors")
        screen.line.enter()
        assert room().drafts == {}
        assert screen.line.is_open and screen.line.input.value == ""
        screen.line.leave()
        assert room().selection["line"] == ""


async def test_no_answer_that_was_taken_comes_back_into_the_next_line(begun):
    """As far ahead as one can type: not one message comes through in between."""
    async with begun(WTP) as press:
        screen = press.app.screen
        for name in ("Harbors", "Hills", "Heath"):
            screen.ask(screen.add_first())
            assert screen.line.input.value == ""
            for letter in name:
                screen.line.input.insert_text_at_cursor(letter)
            screen.line.enter()
            screen.line.enter()
        await press.settle()
        assert [arena.name for arena in press.workshop.arenas] == ["Harbors", "Hills", "Heath"]
        assert not screen.line.is_open and press.app.desk.room.drafts == {}


async def test_a_field_that_was_left_begins_as_it_is_when_it_is_asked_for_again_at_once(sampled):
    async with sampled(WTP) as press:
        screen, name = press.app.screen, press.workshop.arenas[0].name
        for _ in range(2):
            screen.ask(screen.fields_prompt(type(press.workshop.arenas[0]), press.workshop.arenas[0].id, "name"))
            assert screen.line.input.value == name
            screen.line.input.insert_text_at_cursor(" or not")
            screen.line.leave()
        assert press.app.desk.room.drafts == {}


async def test_something_new_that_was_left_half_typed_waits_for_the_next_time(begun):
    async with begun(WTP) as press:
        await press("a", "=Harb", "escape", "a")
        assert press.app.screen.line.input.value == "Harb"
        await press("ctrl+u", "escape")
        assert press.app.desk.room.drafts == {}


async def test_what_is_refused_is_a_draft_at_once_and_so_is_what_the_line_puts_there_instead(begun):
    async with begun(WTP) as press:
        screen = press.app.screen
        screen.ask(screen.add_first())
        screen.line.paste(f"Harbors\n{'x' * 300}\nHills")
        assert press.app.desk.room.drafts == {f"{WTP}|add/arena": "x" * 300}
        assert [arena.name for arena in press.workshop.arenas] == ["Harbors"]


# -- asked again -------------------------------------------------------------------------------------------------------


@given(kind=st.text(st.characters(exclude_characters=":"), min_size=1), about=st.text())
def test_a_key_is_read_back_as_it_was_written(kind, about):
    key = PromptKey(kind, about)
    assert PromptKey.read(str(key)) == key


#: Step, item, view and keys that open a line of each kind, and what is typed there then.
LINES: Sequence[tuple[str, str, str, Sequence[str], str]] = (
    ("open", "", "", ("n", "a"), "Ann"),
    ("open", "N1", "", ("a",), "Ann"),
    ("open", "brief/W/scope", "", ("enter",), " and more"),
    ("direction", "", "", ("a",), "half a measure"),
    (WTP, "A2", "", ("a",), "Harbors"),
    (WTP, "A2", "", ("m",), "Dun"),
    (WTP, "A2", "", ("f2",), "Who has the key?"),
    (WTP, "A2", "", ("k", "a"), "Who has the key?"),
    (WTP, "A2", "", ("enter", "down", "enter"), " perhaps"),
    ("how-to-win", "C1", "", ("a",), "People come"),
    ("how-to-win", "B1", "", ("a",), "A van"),
    ("priorities", "P2", "", ("a",), "Night classes"),
    ("priorities", "P2", "vote", ("enter",), "1"),
    ("priorities", "P2", "", ("m",), "Fresh"),
    ("owners", "P2", "", ("enter", "enter"), " the elder"),
    ("milestones", "M2", "", ("a",), "Keys are handed over"),
    ("stress-test", "", "", ("a",), "Nobody came"),
    ("close", "+reservation", "", ("a",), "It is a lot"),
    ("close", "D1", "", ("a",), "Somebody new"),
    ("close", "D1", "", ("a", "=Somebody new", "enter"), "calls"),
    ("close", "", "", ("e", "up", "enter"), "plans"),
)


@pytest.mark.parametrize(("step", "item", "view", "keys", "typed"), LINES)
async def test_every_line_is_open_again_where_it_was_left(sampled, step, item, view, keys, typed):
    async with sampled() as press:
        press.app.desk.note(lambda room: room.replace(selection={f"{step}/view": view}))

        async def there() -> None:
            press.app.look_at(step, item)
            await press.settle()

        await there()
        await press(*keys, f"={typed}")
        screen = press.app.screen
        before = screen.place, screen.line.prompt.key, screen.line.prompt.ask, screen.line.input.value
        assert typed in before[-1]
        press.app.look_at(step)
        await press.settle()
        if press.app.screen.place != screen.place:
            # What was opened over the step is opened again; there the line is open by itself.
            await press(*[key for key in keys[:1] if key != "f2"])
        screen = press.app.screen
        assert screen.typing, "nothing is asked"
        assert (screen.place, screen.line.prompt.key, screen.line.prompt.ask, screen.line.input.value) == before


async def test_a_reason_to_go_past_a_finding_is_asked_for_again(begun):
    async with begun(WTP) as press:
        await press("a", "=Harbors", "enter", "enter", "1", "escape", "c")
        while press.app.screen.chosen[0].level != "warn":
            await press("down")
        await press("1", "=because it is l")
        assert press.app.screen.typing
        press.app.look_at(WTP)
        await press.settle()
        await press("c")
        assert press.app.screen.line.input.value == "because it is l"
        await press("=ate", "enter")
        assert press.workshop.acceptances[-1].reason == "because it is late"


async def test_which_of_two_names_is_asked_again(sampled):
    async with sampled("owners") as press:
        press.app.look_at("owners", "P2")
        await press.settle()
        await press("enter", "end", "home")
        card = press.app.screen
        card.select("priority/P2/owner_id")
        await press("enter", "ctrl+u", "=Ann and Bob", "enter", "=2")
        ask = press.app.screen.line.prompt.ask
        assert ask.startswith("Two names")
        press.app.look_at("owners", "P2")
        await press.settle()
        await press("enter")
        assert (press.app.screen.line.prompt.ask, press.app.screen.line.input.value) == (ask, "2")
        await press("enter")
        assert press.workshop.party(press.workshop.row(type(card.workshop.priorities[0]), "P2").owner_id).name == "Bob"


async def test_what_is_gone_is_not_asked_about_again(sampled):
    async with sampled(WTP) as press:
        press.app.look_at(WTP, "A2")
        await press.settle()
        await press("m", "=Dun")
        press.app.desk.change(lambda workshop: workshop.remove(Key("arena", "A2")), "away")
        press.app.look_at(WTP)
        await press.settle()
        assert not press.app.screen.typing


async def test_a_question_whether_to_adopt_is_not_asked_by_itself(sampled):
    async with sampled("close") as press:
        await press("p", "enter")
        assert press.app.screen.typing
        press.app.look_at("close")
        await press.settle()
        await press("p")
        assert not press.app.screen.typing
