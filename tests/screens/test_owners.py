"""Owners, by keys: one name answers for each selected priority, says yes or no, and is seen with all it carries."""

from data.nouns.planning import Accepted
from data.nouns.room import Kind, Party

OWN = "owners"


def line_of(press, text):
    """The first line of the screen that holds a text."""
    return next(line for line in press.screen.splitlines() if text in line)


def owner(press, at=0):
    """The name of the owner of the priority at a rank, counted from 0; None for nobody."""
    party = press.workshop.party(press.workshop.priorities[at].owner_id)
    return party.name if party else None


def helpers(press, at=0):
    return [party.name for party in press.workshop.helpers(press.workshop.priorities[at])]


async def unowned(press):
    """The first priority selected, and nobody's."""
    await press("home", "delete")
    assert owner(press) is None


async def test_without_selected_priorities_the_board_says_where_to_get_them(begun):
    async with begun(OWN) as press:
        assert "Select priorities first." in press.screen
        assert "PgUp  goes back to Priorities" in press.screen


async def test_a_line_has_rank_title_owner_answer_in_word_and_sign_and_hours(sampled):
    async with sampled(OWN) as press:
        line = line_of(press, "2 Build a fresh-food")
        assert "Supply and Logistics Lead" in line
        assert "yes ✓" in line
        assert "14 h" in line


async def test_the_selected_one_shows_what_else_is_known(sampled):
    async with sampled(OWN) as press:
        await press("home")
        assert "Volunteer Coordinator" in line_of(press, "deputy")
        assert "rota, opening hours" in line_of(press, "decides alone")
        assert "weekly stock count" in line_of(press, "leaves the desk")
        await press("down")
        assert "Volunteer Coordinator" not in press.screen


async def test_delete_takes_the_name_off_and_leaves_the_priority(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        assert "nobody yet !" in line_of(press, "1 Open evenings")
        assert press.workshop.priorities[0].id == "P1"
        assert press.workshop.priorities[0].accepted is Accepted.NOT_ASKED
        await press("u")
        assert owner(press) == "Operations Manager"


async def test_enter_asks_for_a_missing_name_and_tab_completes_it(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        await press("enter", "=volun", "tab", "enter")
        assert owner(press) == "Volunteer Coordinator"
        assert press.workshop.priorities[0].deputy_id is None, "nobody stands in for themselves"
        assert "not asked ?" in line_of(press, "1 Open evenings")


async def test_what_a_name_carries_already_is_said_before_it_is_taken_and_beside_it_after(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        await press("enter", "=Development Manager")
        assert "answers for 1 priority already" in press.screen
        await press("enter")
        assert "Development Manager (2)" in line_of(press, "1 Open evenings")
        assert "Development Manager (2)" in line_of(press, "5 Bring every")


async def test_enter_on_an_owned_one_opens_the_card_with_all_its_fields(sampled):
    async with sampled(OWN) as press:
        await press("home", "enter")
        assert "hours a week" in press.screen
        await press("home", "enter", "ctrl+u", "=Board Chair", "enter", "escape")
        assert owner(press) == "Board Chair"
        assert press.workshop.priorities[0].accepted is Accepted.NOT_ASKED, "somebody else has not been asked"


async def test_the_answer_is_given_by_digits_and_a_condition_is_asked_for(sampled):
    async with sampled(OWN) as press:
        await press("home", "3")
        assert press.workshop.priorities[0].accepted is Accepted.NO
        assert "no ✕" in line_of(press, "1 Open evenings")
        await press("2", "=The newsletter goes to a colleague", "enter")
        row = press.workshop.priorities[0]
        assert (row.accepted, row.accepted_if) == (Accepted.YES_IF, "The newsletter goes to a colleague")
        assert "yes if …" in line_of(press, "1 Open evenings")
        assert "The newsletter goes to a colleague" in press.screen
        await press("0")
        assert press.workshop.priorities[0].accepted is Accepted.NOT_ASKED
        await press("1")
        assert press.workshop.priorities[0].accepted is Accepted.YES


async def test_an_answer_without_an_owner_asks_for_the_name_first_and_is_then_taken(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        await press("1", "escape")
        assert press.workshop.priorities[0].accepted is Accepted.NOT_ASKED
        await press("1", "=Board Chair", "enter")
        assert (owner(press), press.workshop.priorities[0].accepted) == ("Board Chair", Accepted.YES)


# -- two names -------------------------------------------------------------------------------------------------------


async def two_names(press):
    await unowned(press)
    await press("enter", "=Ann Lee and Bob", "enter")


async def test_two_names_are_asked_about_and_the_one_not_picked_helps(sampled):
    async with sampled(OWN) as press:
        await two_names(press)
        assert owner(press) is None, "nothing is taken before the answer"
        assert "Two names mean no name. Pick one; the other becomes a helper." in press.screen
        assert "1 Ann Lee  2 Bob  3 keep it" in press.screen
        await press("2", "enter")
        assert (owner(press), helpers(press)) == ("Bob", ["Ann Lee"])


async def test_of_two_names_one_can_be_picked_by_its_letters(sampled):
    async with sampled(OWN) as press:
        await two_names(press)
        await press("=ann", "enter")
        assert (owner(press), helpers(press)) == ("Ann Lee", ["Bob"])


async def test_two_names_may_be_one_and_are_not_asked_about_again(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        await press("enter", "=Research and Development Lead", "enter", "3", "enter")
        assert (owner(press), helpers(press)) == ("Research and Development Lead", [])
        await press("delete", "enter", "=Research and Development Lead", "enter")
        assert owner(press) == "Research and Development Lead"
        assert not press.app.screen.typing


async def test_another_answer_says_what_to_type_and_escape_goes_back_to_the_names(sampled):
    async with sampled(OWN) as press:
        await two_names(press)
        await press("7", "enter")
        assert "! Type 1, 2 or 3: 1 Ann Lee  2 Bob  3 keep it." in press.screen
        await press("escape")
        assert press.app.screen.line.input.value == "Ann Lee and Bob"
        await press("ctrl+u", "=Ann Lee", "enter")
        assert (owner(press), helpers(press)) == ("Ann Lee", [])


async def test_two_names_are_asked_about_on_the_card_as_well(sampled):
    async with sampled(OWN) as press:
        await press("home", "enter", "home", "enter", "ctrl+u", "=Ann & Bob", "enter")
        assert owner(press) == "Operations Manager"
        await press("1", "enter")
        assert (owner(press), helpers(press)) == ("Ann", ["Bob"])


async def test_the_question_about_two_names_survives_a_restart(sampled, driven):
    async with sampled(OWN) as press:
        await two_names(press)
    async with driven() as press:
        await press("enter")
        assert "1 Ann Lee  2 Bob  3 keep it" in press.screen
        await press("1", "enter")
        assert (owner(press), helpers(press)) == ("Ann Lee", ["Bob"])


async def test_a_known_name_is_meant_by_a_beginning_also_among_two(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        before = len(press.workshop.parties)
        await press("enter", "=Board and Volunteer Coord", "enter", "1", "enter")
        assert (owner(press), helpers(press)) == ("Board Chair", ["Volunteer Coordinator"])
        assert len(press.workshop.parties) == before


async def test_a_team_is_asked_for_its_lead(sampled):
    async with sampled(OWN) as press:
        chair = next(party for party in press.workshop.parties if party.name == "Board Chair")
        press.app.desk.change(lambda workshop: workshop.change(Party, chair.id, kind=Kind.TEAM), "a team")
        await unowned(press)
        await press("enter", "=Board Chair", "enter")
        assert "Who leads “Board Chair”?" in press.screen
        await press("=Trustee (finance)", "enter")
        lead = press.workshop.party(press.workshop.party(chair.id).lead_id)
        assert lead.name == "Trustee (finance)"


# -- by person ---------------------------------------------------------------------------------------------------------


async def test_by_person_shows_who_carries_what_most_first_and_who_carries_nothing(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        await press("enter", "=Development Manager", "enter", "v")
        lines = press.screen.splitlines()
        first = next(at for at, line in enumerate(lines) if "Development Manager" in line)
        assert first < next(at for at, line in enumerate(lines) if "Supply and Logistics Lead" in line)
        assert "2 priorities" in lines[first]
        assert "28 h" in lines[first]
        assert "1 Open evenings" in lines[first + 1]
        assert "5 Bring every" in lines[first + 2]
        assert "Operations Manager" in line_of(press, "Carry nothing yet:")


async def test_by_person_what_is_nobodys_comes_first_and_can_be_given_an_owner(sampled):
    async with sampled(OWN) as press:
        await unowned(press)
        await press("v", "home")
        lines = press.screen.splitlines()
        at = next(at for at, line in enumerate(lines) if "nobody yet !" in line)
        assert "1 Open evenings" in lines[at + 1]
        await press("enter", "=Board Chair", "enter")
        assert owner(press) == "Board Chair"


async def test_by_person_too_much_is_said_in_words(sampled):
    async with sampled(OWN) as press:
        for _ in range(2):
            await press("home", "delete", "enter", "=Development Manager", "enter")
            await press("down", "delete", "enter", "=Development Manager", "enter")
        assert "! 3 of them" in line_of(press, "1 Open evenings")
        await press("v")
        assert "! 3 priorities" in line_of(press, "Development Manager")


async def test_by_person_a_person_opens_with_enter_and_takes_no_answer(sampled):
    async with sampled(OWN) as press:
        await press("v", "home")
        assert press.app.screen.selected.startswith("N")
        before = press.workshop
        await press("1", "delete")
        assert press.workshop == before
        await press("enter")
        assert "lead" in press.screen


async def test_at_sixty_columns_no_line_is_cut_without_a_sign(sampled):
    async with sampled(OWN, size=(60, 20)) as press:
        line = line_of(press, "3 Open partner")
        assert line.count("…") == 2
        assert line.rstrip().endswith("yes ✓")
