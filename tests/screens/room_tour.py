"""A tour of what a room does together: votes on dots and with fingers, ballots, consent rounds, silence and the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import NamedTuple

from data.nouns.base import Noun
from data.nouns.planning import Priority
from data.nouns.room import Brief, Consent, Objection, Reservation
from data.value import Key, Workshop
from screens.app import WorkshopApp
from screens.ballots import Ballots
from screens.command import Commanding
from screens.silent import Silent
from tests.screens.conftest import TODAY, Driver
from tests.screens.tour import Stop, go
from workshop.actions import closing, consenting, priorities, votes

Made = Callable[[Workshop], Workshop]

#: What is proposed in turn.
PROPOSALS = (
    "We close the Tuesday morning session at the end of January, and open on Thursday evening instead",
    "The van is shared with the advice center",
    "Volunteers may bring a friend",
)


# -- workshops --------------------------------------------------------------------------------------------------------


def as_it_is(workshop: Workshop) -> Workshop:
    return workshop


def unopened(workshop: Workshop) -> Workshop:
    """Nothing was counted yet."""
    return workshop.put(*(row.replace(dots=None) for row in workshop.of(Priority))).change(Brief, "W", voting=False)


def unsaid(workshop: Workshop) -> Workshop:
    """Nobody has said how many vote, and with how many dots."""
    return unopened(workshop).change(Brief, "W", voters=None, dots_each=None, dots_cap=None)


def alike(workshop: Workshop) -> Workshop:
    """Two candidates are called nearly the same."""
    title = workshop.priorities[0].title
    return priorities.add(unopened(workshop), title[:-1] if len(title) > 9 else title)


def opened(workshop: Workshop) -> Workshop:
    """Three candidates are counted."""
    workshop = votes.open_vote(unopened(workshop))
    for row in workshop.priorities[:3]:
        workshop = priorities.set_dots(workshop, row.id, 7)
    return workshop


def nearly_counted(workshop: Workshop) -> Workshop:
    """All candidates but the last are counted."""
    for row in opened(workshop).priorities[3:-1]:
        workshop = priorities.set_dots(workshop, row.id, 1)
    first = workshop.priorities[:3]
    for row in first:
        workshop = priorities.set_dots(workshop, row.id, 7)
    return votes.open_vote(workshop.put(workshop.priorities[-1].replace(dots=None)))


def miscounted(workshop: Workshop) -> Workshop:
    """More was counted than there is, and more on one candidate than may be."""
    workshop = opened(workshop)
    return priorities.set_dots(workshop, workshop.priorities[0].id, 40)


def no_hands(workshop: Workshop) -> Workshop:
    """The fist of five is still to be asked for."""
    rows = (Key(row.table, row.id) for row in workshop.reservations)
    for key in rows:
        workshop = workshop.remove(key)
    return closing.show_fingers(workshop, ())


def unheard(workshop: Workshop) -> Workshop:
    """Hands of every kind, and two that nobody heard yet."""
    return closing.show_fingers(no_hands(workshop), (3, 4, 1, 1, 1, 1)).change(Brief, "W", voters=11)


def heard(workshop: Workshop) -> Workshop:
    """Hands of every kind, each doubt with its reason, one of them with a name."""
    workshop = closing.attribute(unheard(workshop), True)
    for fingers in (2, 1, 0):
        workshop = closing.add_reservation(workshop, f"Nobody has asked those who come on foot, {fingers}", fingers)
    party = workshop.participants[0]
    first = workshop.reservations[0]
    return workshop.change(Reservation, first.id, party_id=party.id)


def proposed(workshop: Workshop) -> Workshop:
    """One round is decided and due to be looked at again, one was objected to, one is still to be held."""
    for text in PROPOSALS:
        workshop = consenting.propose(workshop, text)
    first, second, _ = (row.id for row in workshop.consents[-3:])
    for answer, text in (("fine", ""), ("fine", ""), ("concerns", "Regulars come then, and have come for years")):
        workshop = consenting.answer(workshop, first, answer, text)
    workshop = consenting.review(consenting.settle(workshop, first, "decided"), first, TODAY - timedelta(14))
    for answer, text in (("fine", ""), ("objections", "Who pays for the insurance?")):
        workshop = consenting.answer(workshop, second, answer, text)
    return workshop


# -- how to get there -------------------------------------------------------------------------------------------------


def _ballots(cast: int = 0, *, of: int = 3, command: str = "vote.ballots") -> Callable[[WorkshopApp], None]:
    """The page between two ballots, once so many were given, of so many voters."""

    def show(app: WorkshopApp) -> None:
        assert isinstance(app.screen, Commanding)
        app.screen.action_command(command)
        assert isinstance(app.screen, Ballots)
        box = app.screen.box.__class__(app.screen.box.items, of, app.screen.box.each, app.screen.box.cap)
        for _ in range(cast):
            box = box.drop({box.items[0]: 1})
        app.screen.box = box
        app.screen.cover()

    return show


def _time_is_up(app: WorkshopApp) -> None:
    assert isinstance(app.screen, Silent)
    app.screen.silence.until = app.now()
    app.screen.show()


def _late(app: WorkshopApp) -> None:
    """A full day far behind, in the break after the third step; one cut is taken."""
    assert app.desk is not None
    begun = app.now() - timedelta(minutes=4)
    spent = {"open": 2500.0, "direction": 5150.0, "where-to-play": 6900.0}
    app.desk.note(
        lambda room: room.replace(
            step="how-to-win", spent=spent, running_since=begun, pausing="pause-1", extra={"stress-test": -10}
        )
    )
    app.show_agenda()


def full_day(workshop: Workshop) -> Workshop:
    return workshop.change(Brief, "W", agenda="full-day")


class Scene(NamedTuple):
    """A stop, on a workshop that is made for it, and the keys pressed `then`."""

    made: Made
    stop: Stop
    then: Sequence[str] = ()


VOTE = "vote"

SCENES = (
    Scene(unsaid, Stop("vote-unsaid", "priorities", "P2", VOTE)),
    Scene(alike, Stop("vote-alike", "priorities", "P1", VOTE)),
    Scene(unopened, Stop("vote-unopened", "priorities", "P2", VOTE)),
    Scene(opened, Stop("vote-open", "priorities", "P4", VOTE)),
    Scene(miscounted, Stop("vote-miscounted", "priorities", "P1", VOTE)),
    Scene(as_it_is, Stop("vote-closed", "priorities", "P2", VOTE)),
    Scene(as_it_is, Stop("ballots-under-way", "priorities", show=_ballots(2))),
    Scene(as_it_is, Stop("ballot-unsure", "priorities", show=_ballots()), ("enter", "down", "2", "enter")),
    Scene(as_it_is, Stop("ballots-early", "priorities", show=_ballots(2)), ("c",)),
    Scene(as_it_is, Stop("ballots-all", "priorities", show=_ballots(3))),
    Scene(as_it_is, Stop("ballots-leaving", "priorities", show=_ballots(1)), ("escape",)),
    Scene(no_hands, Stop("fist-ballots", "close", show=_ballots(command="fist.ballots"))),
    Scene(no_hands, Stop("fist-ballot", "close", show=_ballots(command="fist.ballots")), ("enter", "3")),
    Scene(no_hands, Stop("fist-unasked", "close")),
    Scene(unheard, Stop("fist-unheard", "close")),
    Scene(heard, Stop("fist-heard", "close")),
    Scene(as_it_is, Stop("consent-none", "where-to-play", show=lambda app: app.show_consent())),
    Scene(proposed, Stop("consent", "where-to-play", show=lambda app: app.show_consent("L3"))),
    Scene(proposed, Stop("consent-due", "where-to-play", show=lambda app: app.show_consent("L1"))),
    Scene(proposed, Stop("decisions-by-consent", "where-to-play", keys=("d", "end"))),
    Scene(proposed, Stop("read-back-consent", "where-to-play", keys=("d", "end", "r"))),
    Scene(as_it_is, Stop("silent-over", "where-to-play", keys=("s",), show=_time_is_up)),
    # The last one: its clock goes on.
    Scene(full_day, Stop("agenda-break", "how-to-win", show=_late)),
)

#: With a line open at the foot.
LINES = (
    Scene(unsaid, Stop("vote-asking", "priorities", "P2", VOTE, keys=("enter",))),
    Scene(opened, Stop("vote-counting", "priorities", "P4", VOTE, keys=("2",))),
    Scene(opened, Stop("vote-counted-before", "priorities", "P1", VOTE, keys=("enter",))),
    Scene(nearly_counted, Stop("vote-last-count", "priorities", "P12", VOTE, keys=("0",))),
    Scene(opened, Stop("vote-closing", "priorities", "P4", VOTE, keys=("c",))),
    Scene(proposed, Stop("consent-proposing", "where-to-play", keys=("d", "a", "=We share the van"))),
    Scene(proposed, Stop("consent-objecting", "where-to-play", keys=("d", "end", "enter", "end", "3"))),
    Scene(proposed, Stop("consent-looking-again", "where-to-play", keys=("d", "end", "enter", "enter", "=x", "enter"))),
)


async def visit(press: Driver, base: Workshop, scene: Scene) -> None:
    """Show a scene as if for the first time, on what it makes of a workshop."""
    desk = press.app.desk
    assert desk is not None
    press.app.back_to_home()
    desk.change(lambda _: scene.made(base), "begin anew")
    await go(press, scene.stop)
    await press(*scene.then)


def hostile(value: Workshop, text: Callable[[type[Noun], str], str]) -> Workshop:
    """A workshop whose rounds say anything at all."""
    rows = (
        row.replace(**{name: text(type(row), name) for name in ("proposal", "outcome", "text") if hasattr(row, name)})
        for noun in (Consent, Objection)
        for row in value.of(noun)
    )
    return value.put(*rows)
