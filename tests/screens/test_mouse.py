"""By mouse: a click selects, a second one opens, the footer's words are its keys, and the wheel scrolls."""

from __future__ import annotations

from textual import events

from screens.command import Commanding
from screens.home import Home
from screens.keys import Keys
from screens.widgets.keybar import KeyBar
from tests.screens.tour import SCREENS, go

STEPS = [stop for stop in SCREENS if stop.name == stop.step]
WTP = "where-to-play"


async def click(press, x, y):
    await press.pilot.click(offset=(x, y))
    await press.settle()


async def wheel(press, x, y, kind=events.MouseScrollDown):
    await press.pilot._post_mouse_events([kind], offset=(x, y), button=0)
    await press.settle()


def cell(board, item):
    """A cell of the screen in which an item stands, if it is in view."""
    place = board.picture.place(item)
    x, y = board.region.x + place.left + 3, board.region.y + place.top
    return (x, y) if board.parent.region.contains(x, y) else None


def hints(press):
    """Each key on the footer with the cell where it stands."""
    bar = press.app.screen.query_one(KeyBar)
    row = press.screen.splitlines()[bar.region.y]
    return [(hint, row.index(f"{hint.key} {hint.name}"), bar.region.y) for hint in bar._fitting()]


async def test_a_click_selects_and_a_second_one_opens(sampled, monkeypatch):
    """On every step; what opening means there is what Enter does, which has its own tests."""
    opened = []
    async with sampled(size=(120, 40)) as press:
        for stop in STEPS:
            await go(press, stop)
            screen, board = press.app.screen, press.app.screen.board
            monkeypatch.setattr(screen, "open_item", lambda screen=screen: opened.append(screen.selected))
            items = list(dict.fromkeys(board.picture.items))
            for item, other in ((items[0], items[-1]), (items[-1], items[0])):
                screen.select(other)
                await press.settle()
                at = cell(board, item)
                if at is not None:
                    await click(press, *at)
                    assert (screen.selected, opened) == (item, []), stop.name
                    await click(press, *cell(board, item))
                    assert opened == [item], stop.name
                    opened.clear()


async def test_on_a_small_wall_too_and_the_card_opens(sampled):
    async with sampled(WTP) as press:
        screen = press.app.screen
        at = cell(screen.board, "A3")
        await click(press, *at)
        assert screen.selected == "A3"
        await click(press, *cell(screen.board, "A3"))
        assert press.app.screen.place == "card/A3"
        await click(press, *cell(press.app.screen.board, "arena/A3/reason"))
        await click(press, *cell(press.app.screen.board, "arena/A3/reason"))
        assert press.app.screen.line.is_open


async def test_a_click_in_any_column_of_cards_selects_what_is_there(sampled):
    async with sampled(WTP, size=(120, 40)) as press:
        board = press.app.screen.board
        assert len({place.left for place in board.picture.places}) == 3
        for place in board.picture.places[1::2]:
            last = (board.region.x + place.right - 1, board.region.y + place.bottom - 1)
            if board.parent.region.contains(*last) and place.item != press.app.screen.selected:
                await click(press, *last)
                assert press.app.screen.selected == place.item
        chosen = press.app.screen.selected
        between = board.picture.places[0].right + 1
        await click(press, board.region.x + between, board.region.y + 4)
        assert press.app.screen.selected == chosen


async def test_a_click_on_the_footer_does_what_the_key_does(sampled, monkeypatch):
    """Which command is asked for by the click, and by the key; none of them is run."""
    asked, tried = [], set()
    monkeypatch.setattr(Commanding, "action_command", lambda screen, id: asked.append(id))
    keys = {"PgDn": "pagedown", "Esc": "escape", "Enter": "enter", "<": "less_than_sign", ">": "greater_than_sign"}
    async with sampled(size=(120, 40)) as press:
        for stop in STEPS:
            await go(press, stop)
            for hint, x, y in hints(press):
                if hint.key == "1-5" or (hint.key, hint.name) in tried:
                    continue
                tried.add((hint.key, hint.name))
                await click(press, x, y)
                await press(keys.get(hint.key, hint.key))
                by_mouse, by_key = asked
                assert by_mouse == by_key, (stop.name, hint)
                asked.clear()
    assert len(tried) > 20


async def test_a_click_on_more_shows_all_keys_and_one_on_a_key_there_does_it(sampled):
    async with sampled(WTP) as press:
        row = press.screen.splitlines()[23]
        await click(press, row.index("? more"), 23)
        assert isinstance(press.app.screen, Keys)
        at = cell(press.app.screen.board, "guide.show")
        await click(press, *at)
        assert press.app.screen.selected == "guide.show"
        await click(press, *at)
        assert "Facilitator guide" in press.screen


async def test_while_a_line_is_open_the_footer_takes_it_or_leaves_it(sampled):
    async with sampled(WTP) as press:
        screen = press.app.screen
        await press("a", "=Evening classes")
        [take, _, _] = hints(press)
        await click(press, *take[1:])
        assert press.workshop.arenas[-1].name == "Evening classes"
        assert screen.line.is_open
        await click(press, 10, 5)
        assert screen.line.is_open
        [_, _, back] = hints(press)
        await click(press, *back[1:])
        assert not screen.line.is_open
        assert screen.focused is screen.board


async def test_the_wheel_scrolls_the_board_and_not_the_selection(sampled):
    async with sampled("close", size=(60, 20)) as press:
        screen = press.app.screen
        scroll, selected = screen.board.parent, screen.selected
        assert scroll.max_scroll_y > 0
        await wheel(press, 10, 10)
        assert scroll.scroll_offset.y > 0
        assert screen.selected == selected
        await wheel(press, 10, 10, events.MouseScrollUp)
        assert scroll.scroll_offset.y == 0
        await press("p")
        page = press.app.screen.board.parent
        await wheel(press, 10, 10)
        assert page.scroll_offset.y > 0


async def test_at_home_a_click_opens_and_the_footer_works(sampled):
    async with sampled() as press:
        await press("f10")
        assert isinstance(press.app.screen, Home)
        new = next((x, y) for hint, x, y in hints(press) if hint.name == "New")
        await click(press, *new)
        assert "What do we call this workshop?" in press.screen
        back = next((x, y) for hint, x, y in hints(press) if hint.name == "Back")
        await click(press, *back)
        assert "What do we call this workshop?" not in press.screen
        row = next(y for y, text in enumerate(press.screen.splitlines()) if "Brackenford" in text)
        await click(press, 10, row)
        assert not isinstance(press.app.screen, Home)
