"""Home, by keys: begin, open where it was left, look for, duplicate, put away, bring back, delete for good."""

import pytest
from textual.widgets import OptionList

from data.store import Store
from screens.home import Home
from tests.screens.conftest import NOW, TODAY


def fill(database, titles):
    ids = iter(f"{number:032x}" for number in range(10_000, 99_999))
    store = Store(str(database), actor="tester", now=lambda: NOW, ids=lambda: next(ids))
    from workshop.actions.opening import begin

    for title in titles:
        store.create(begin(title, "Harbor trust", today=TODAY))
    store.close()


async def test_an_empty_home_teaches_how_to_begin(driven):
    async with driven() as press:
        assert "n  begin a workshop" in press.screen
        assert "s  open a finished example" in press.screen


async def test_new_asks_three_things_and_opens_the_first_step(driven):
    async with driven() as press:
        await press("n", "=Harbor strategy", "enter", "=Harbor trust", "enter", "3", "enter")
        brief = press.workshop.brief
        assert (brief.title, brief.organization) == ("Harbor strategy", "Harbor trust")
        assert press.app.desk.room.looking == "open"


async def test_a_workshop_without_a_title_is_not_begun(driven):
    async with driven() as press:
        await press("n", "enter")
        assert "Type a title first." in press.screen
        await press("escape")
        assert press.app.desk is None


async def test_it_opens_where_it_was_left(sampled, driven):
    async with sampled("priorities") as press:
        await press("down", "down")
        chosen = press.app.screen.selected
    async with driven() as press:
        await press("enter")
        assert (press.app.desk.room.looking, press.app.screen.selected) == ("priorities", chosen)


async def test_search_narrows_five_hundred_to_the_one_that_is_meant(driven, database):
    fill(database, [f"Strategy {number}" for number in range(500)])
    async with driven() as press:
        assert press.app.screen.query_one(OptionList).option_count == 500
        await press("slash", "=437", "enter")
        assert press.app.screen.query_one(OptionList).option_count == 1
        await press("enter")
        assert press.workshop.brief.title == "Strategy 437"


async def test_escape_shows_all_of_them_again(driven, database):
    fill(database, ["one", "two"])
    async with driven() as press:
        await press("slash", "=two", "enter", "escape")
        assert press.app.screen.query_one(OptionList).option_count == 2


async def test_put_away_bring_back_and_delete_for_good(driven, database):
    fill(database, ["Harbor strategy"])
    async with driven() as press:
        await press("x")
        assert press.app.screen.listings == []
        await press("v")
        assert [each.title for each in press.app.screen.listings] == ["Harbor strategy"]
        await press("x", "escape")
        assert [each.title for each in press.app.screen.listings] == ["Harbor strategy"]
        await press("x", "v", "delete", "=Harbor", "enter")
        assert "That is not its title" in press.screen
        await press("= strategy", "enter")
        assert press.app.screen.listings == []
        await press("escape")
        assert press.app.screen.listings == []


async def test_a_duplicate_is_the_next_workshop_with_what_was_left_open(sampled):
    async with sampled() as press:
        open_actions = len(press.workshop.actions)
        await press("f10", "d", "end", "= again", "enter")
        assert press.workshop.brief.title.endswith("again")
        assert press.workshop.brief.version == 0
        assert len(press.workshop.carried) >= open_actions


async def test_a_damaged_file_is_said_in_words_and_left_alone(driven, database):
    database.write_bytes(b"this is no database, whatever its name says" * 40)
    before = database.read_bytes()
    async with driven() as press:
        assert isinstance(press.app.screen, Home)
        assert press.app.screen.trouble
        assert press.app.screen.trouble.split()[0] in press.screen
    assert database.read_bytes() == before


HOSTILE = [
    "[/b]",
    "Win [/b] in [red]",
    "[/",
    "a\x1b[31mb",
    "x" * 1000,
    "مرحبا",
    "👩‍👩‍👧‍👦 宽字符",
    "é́́",
]


@pytest.mark.parametrize("title", HOSTILE)
async def test_no_title_can_restyle_or_break_the_list(driven, database, title):
    fill(database, [title])
    async with driven() as press:
        assert "\x1b" not in press.screen
        await press("enter")
        assert press.app.desk is not None
