"""Three days in the room by keys, each with a clock of its own: half a day with fifteen people, a full day, an hour."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.journeys.day import Day, Wall, day

#: The room of the half day, and who is behind the reservation that nobody puts a name to.
FIFTEEN = [f"Member {number}" for number in range(1, 15)] + ["Harbor master"]

#: What the half day comes to, in the plan's appendix.
HALF_DAY_TAKEN = """\
| Open | 10 | 12 |
| Direction | 20 | 18 |
| Where to play | 40 | 58 |
| Break | 10 | 12 |
| How to win | 30 | 24 |
| Priorities | 40 | 31 |
| Break | 10 | 5 |
| Owners | 15 | 11 |
| Milestones | 35 | 38 |
| Rhythm | 10 | 8 |
| Close | 20 | 17 |
| All that was timed | 240 | 234 |
"""

#: What the full day came to until its second break.
FULL_DAY_TAKEN = """\
| Open | 25 | 25 |
| Direction | 50 | 60 |
| Where to play | 65 | 65 |
| Break | 15 | 15 |
| How to win | 60 | 60 |
| Lunch | 45 | 50 |
| Priorities | 60 | 60 |
| Owners | 30 | 20 |
"""


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch):
    """Wall time is that of UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def lines(texts: list[str]) -> tuple[str, ...]:
    """Add several at once, and close the line."""
    return ("a", "=" + "\n".join(texts), "enter")


async def begin(at: Day, agenda: str) -> None:
    """Begin a workshop at home, and its clock."""
    await at("n", "=Harbor strategy", "enter", "=Harbor trust", "enter", agenda, "enter")
    await at("t")


async def agree(at: Day, *answers: str) -> None:
    """Say what is decided today, and what else is asked for behind it."""
    await at("home", "down", "down", "down", "enter")
    await at.say("By the end we have decided whom we feed first", *answers)


async def direct(at: Day) -> None:
    """Say what is in the way and worth reaching."""
    await at("home", "enter")
    await at.say("Boats leave before families arrive", "Every family in the harbor eats fresh fish by 2028")
    await at("escape")


async def judge(at: Day) -> None:
    """Name four places; one is chosen, two are refused, and one has to wait."""
    await at(*lines(["Harbor families", "Schools", "Restaurants", "Export"]))
    await at("home", "1")
    await at.say("Nobody else lands fish for them")
    await at("4")
    await at.say("They have a cook")
    await at("3")
    await at.say("No margin for us", "A chain asks", "")
    await at("4")
    await at.say("Too far")


async def win(at: Day) -> None:
    """Say why we win in the one place, and that it stands."""
    await at("home", "enter")
    await at.say("Frozen fish", "We land it at five", "Boats agree to land at five", "3")
    await at("escape", "home", "right", "1", "escape")


async def test_half_a_day_with_fifteen_people(database: Path) -> None:
    async with day(database) as at:
        await begin(at, "1")

        # Open takes two minutes longer, Direction two minutes less.
        await agree(at, "Harbor master", "15", "13:00")
        await at("escape", "end", *lines(FIFTEEN))
        at.sees("15 here, 15 vote")
        await at.later(12)
        assert "◷ 2:00 over  2 behind" in at.head and "Time is up for Open." in at.told
        await at("c")
        at.sees("The agenda needs 230 min; you have 228.", "15 people: capture from groups of four")
        await at("enter")
        await direct(at)
        await at.later(18)
        assert "◷ 2:00  2 behind" in at.head
        await at.finish()

        # Everybody writes, the clicker blanks the wall, and the places take 18 minutes longer.
        assert "◷ 40:00  saved" in at.head, "as planned again"
        await at("s")
        at.sees("Where will we play, and where will we not?", "any other key returns")
        at.hides("Harbor strategy")
        await at("pagedown")
        await judge(at)
        await at("b")
        at.hides("Harbor", "Play")
        await at("pagedown")
        at.sees("▲ Play  1 of at most 4", "○ Not now  1", "✕ Not us  2")
        await at.later(58)
        assert "◷ 18:00 over  18 behind" in at.head
        await at.finish()

        # The break comes by itself, and it too is longer; the agenda says what it costs and what could give way.
        assert "◷ Break 10:00  18 behind" in at.head
        await at.later(12)
        assert "Break is over. t goes on with How to win." in at.told
        await at("f3")
        at.sees("Ends about 13:20, 20 minutes after 13:00.")
        await at("t", "end")
        await at("enter")
        at.sees("Ends about 13:10, 10 minutes after 13:00.", "40-10")
        await at("escape")
        assert "◷ 30:00  10 behind" in at.head
        await win(at)
        await at.later(24)
        await at.finish()
        assert "◷ 30:00  4 behind" in at.head

        # The vote: look-alikes merged first, dots counted on paper, nothing shown until it is closed.
        await at(*lines(["Paint the hall", "Open evenings and Saturdays", "Lease a cold store"]))
        await at(*lines(["Open evenings and Sundays"]), "enter")
        await at("v", "end")
        at.sees("! 1 pair looks alike: m merges it", "! alike")
        await at("m")
        at.sees("Merge “Open evenings and Sundays” into which?", "Open evenings and Saturdays")
        await at("enter", "enter")
        await at.say("3", "2")
        at.sees("15 voters × 3 dots = 45, at most 2 on one item", "Open: 0 of 3 counted.")
        await at.say("3", "14", "31")
        at.sees("Open: 3 of 3 counted. Counts are shown at the close (c).", "! over 30", "! 48 of 45 dots. Recount")
        at.hides(" 14", " 31", "●")
        await at("v")
        at.hides("14", "31", "●")
        await at("v", "enter")
        at.sees("Counted before. How many dots did it get?")
        await at("=28")
        at.sees("45 of 45 dots: Enter closes the vote")
        at.hides(" 14", "●")
        await at("enter")
        at.sees("45 of 45 dots. Put the list into their order?", "28", "14", "●")
        await at("enter", "v", "home", "1")
        await at.say("A store stands", "The rented ice")
        await at("1")
        await at.say("Doors open forty evenings", "The Tuesday stall")
        await at("4")
        await at.say("Not needed for it")
        at.sees("── the line, 2 of 5 ──", "✕ dropped")
        await at.later(31)
        assert "◷ 1:00 over  5 behind" in at.head
        await at.finish()

        # The second break is cut short, and a minute of it is given back.
        assert "◷ Break 10:00  5 behind" in at.head
        await at.later(5)
        await at("t")
        assert "◷ 15:00" in at.head and "behind" not in at.head
        await at("home", "1")
        await at.say("Harbor master")
        await at("down", "1")
        await at.say("Member 1")
        await at.later(11)
        await at.finish()
        assert "◷ 35:00  4 ahead" in at.head

        await at("home", "a")
        await at.say("A lease is signed", "30 nov", "The contract is on file")
        await at("escape", "home", "down", "a")
        await at.say("Ten evenings were held", "15 jan 2027", "Forty families came")
        await at("escape", "o", "=Who has the second key?", "enter")
        await at.later(38)
        await at.finish()
        await at("home", "2", "home", "down", "enter")
        await at.say("28 oct", "Member 3")
        await at("escape")
        await at.later(8)
        await at.finish()

        # Fifteen hands, counted one by one; who is not with us is heard without a name.
        await at("home", *"5555554444443", "3")
        at.sees("14 of 15 hands")
        await at("1")
        at.sees("15 hands, average 4.1", "! 1 still to be heard", "Next: hear who showed 0, 1 or 2.")
        await at("a", "=December is brutal for small boats", "enter")
        await at("=1", "enter", "escape")
        at.sees("1 December is brutal for small boats")
        at.hides("Member")
        await at("home", "down", "down", "4")
        await at("escape", "end", "a")
        await at.say("Member 4", "Order the second key", "20 oct")
        await at("escape", "end", "enter")
        await at.say("We lease a store and open in the evening")
        await at.later(17)
        await at("escape", "c")
        at.sees("nothing is open.")
        await at("enter")
        assert "‖" in at.head, "the clock stands"
        await at("enter", "enter")
        at.sees("Adopted as version 1")
        assert at.workshop.brief.version == 1

        plan = at.markdown
        assert HALF_DAY_TAKEN in plan
        assert "(5 fives" not in plan and "average 4.1" in plan
        assert "| P3 | Lease a cold store | 28 | selected |  |" in plan
        [reserved] = [line for line in plan.splitlines() if "December is brutal" in line]
        assert "**Reservations:**" in reserved and "Member" not in reserved


async def test_a_full_day_with_a_forgotten_pause_a_late_lunch_and_a_restart(database: Path) -> None:
    wall = Wall()
    async with day(database, wall) as at:
        await begin(at, "2")
        await agree(at, "Harbor master", "4", "17:00")
        await at("escape")
        await at.later(25)
        await at.finish()

        # Somebody stops the clock and forgets it: what it stood is counted on one key.
        await direct(at)
        await at.later(20)
        await at("t")
        await at.later(30)
        assert "‖ 30:00" in at.head
        await at("t")
        assert at.told == "The clock stood still for 30 minutes. y counts them for this step."
        await at("y")
        assert "◷ 0:00" in at.head
        await at.later(10)
        assert "◷ 10:00 over  10 behind" in at.head
        await at.finish()

        # A consent round settles what was argued about, and is looked at again on a day.
        await judge(at)
        await at.choose("Consent round")
        await at("a", "=We close on Tuesdays", "enter", "2", "=Regulars come on Tuesdays", "enter", "1", "enter")
        at.sees("◆ Regulars come on Tuesdays")
        await at("enter", "enter", "=in 6 weeks", "enter")
        at.sees("look again")
        [proposal] = at.workshop.consents
        assert (proposal.fine, proposal.concerns, proposal.objections) == (3, 1, None)
        assert proposal.review_on == date(2026, 11, 25)
        await at("escape")
        await at.later(65)
        await at.finish()
        assert "◷ Break 15:00  10 behind" in at.head
        await at.later(15)
        await at("t")
        await win(at)
        await at.later(20)
        assert "◷ 40:00  10 behind" in at.head
        ref = at.app.desk.ref

    # The laptop is carried to another room: the time goes on.
    wall.now += timedelta(minutes=15)
    async with day(database, wall, ref) as at:
        assert "◷ 25:00  10 behind" in at.head and at.place == "how-to-win"
        await at.later(25)
        await at.finish()

        # Lunch is not ready: it is put off, and taken behind Priorities.
        assert "◷ Lunch 45:00  10 behind" in at.head
        await at("t")
        assert "◷ 60:00  10 behind" in at.head
        await at("f3")
        at.sees("Ends about 17:10, 10 minutes after 17:00.")
        at.sees("Lunch 12:35–13:20 45 13:45–14:30", "Stress test: one round", "saves 15 min")
        await at("escape")

        # Ballots one by one: between two of them the wall tells of none, and one voter abstains.
        await at(*lines(["Paint the hall", "Lease a cold store", "Hire a cook"]))
        await at("v")
        await at.say("2", "2")
        await at("escape")
        await at.choose("Ballots one by one")
        for given in (("down", "2"), ("down", "1", "down", "1"), ("2",), ()):
            at.sees("mute the projector, then press Enter.")
            at.hides("●", "Lease")
            await at("enter", *given, "enter", *(() if given else ("enter",)))
        at.sees("All 4 ballots are given.")
        await at("c")
        at.sees("1 abstained", "6 of 6 dots. Put the list into their order?")
        await at("enter", "v", "home", "1")
        await at.say("A store stands", "The rented ice")
        await at("2")
        await at.say("Once the store stands")
        await at("4")
        await at.say("Not needed for it")
        await at.later(60)
        await at.finish()
        assert at.place == "owners" and "◷ 30:00  10 behind" in at.head, (
            "lunch was put off, and does not come by itself"
        )

        await at.choose("Take a break")
        assert "◷ Lunch 45:00  10 behind" in at.head
        await at.later(50)
        assert "◷ Lunch over 5:00  15 behind" in at.head
        await at("t", "home", "1")
        await at.say("Harbor master")
        await at.later(20)
        await at.finish()
        assert "◷ Break 15:00  5 behind" in at.head
        assert FULL_DAY_TAKEN in at.markdown
        assert "**Vote on the candidates:** 4 voters with 2 dots each, at most 2 on one; 1 abstained" in at.markdown
        assert "| We close on Tuesdays | 3 | 1 | 0 | concern: Regulars come on Tuesdays | decided | 2026-11-25 |" in (
            at.markdown
        )


async def test_an_hour_alone(database: Path) -> None:
    async with day(database) as at:
        await begin(at, "3")
        [oneself] = at.workshop.participants
        at.sees("Facilitator guide", "decides, facilitates")
        at.hides("voters")
        await agree(at)
        await at("escape")
        await at.later(2)
        await at.finish()
        at.sees("Facilitator guide")
        await direct(at)
        await at.later(7)
        await at.finish()
        at.sees("Facilitator guide")
        await judge(at)
        await at.later(12)
        await at.finish()
        assert "◷ 10:00  1 behind" in at.head, "no break lies between"
        await win(at)
        at.sees("Facilitator guide")
        await at.later(9)
        await at.finish()

        # No vote: v does nothing, and what is selected is one's own.
        await at(*lines(["Lease a cold store", "Hire a cook"]))
        await at("v")
        at.sees("? To decide  2", "Facilitator guide")
        at.hides("v Vote")
        await at("home", "1")
        await at.say("A store stands", "The rented ice")
        await at("2")
        await at.say("Once the store stands")
        await at.later(9)
        await at.finish()
        at.sees("Lease a cold", "Me", "yes ✓", "Facilitator guide")
        await at.later(3)
        await at.finish()
        await at("home", "a")
        await at.say("A lease is signed", "30 nov", "The contract is on file")
        await at("escape")
        at.sees("owner Me", "Facilitator guide")
        await at.later(12)
        await at.finish()
        await at("home", "2", "home", "down", "enter")
        await at.say("28 oct")
        await at("escape")
        at.sees("keeper Me", "Facilitator guide")
        await at.later(3)
        await at.finish()

        # No fist of five: actions and a message are all that is left.
        at.sees("Next: what does each of us do?", "Facilitator guide")
        at.hides("Reservations", "Fist", "fist", "fingers")
        await at("home", "a")
        await at.say("Me", "Ring the landlord", "20 oct")
        await at("escape", "end", "enter")
        await at.say("I lease a store")
        await at("escape")
        await at.later(3)
        await at("c")
        at.sees("Close:")
        await at("enter", "enter", "enter")
        at.sees("Adopted as version 1")

        brief, plan = at.workshop.brief, at.markdown
        assert {brief.decider_id, brief.keeper_id, at.workshop.priorities[0].owner_id} == {oneself.id}
        assert [party.name for party in at.workshop.parties] == ["Me"]
        assert "| All that was timed | 60 | 60 |" in plan
        assert "Vote on" not in plan and "How sure" not in plan
