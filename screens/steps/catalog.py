"""Which screen belongs to which step."""

from __future__ import annotations

from data.nouns.base import Noun
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Milestone, Priority, Risk
from data.nouns.rhythm import Cadence, Trigger
from data.nouns.room import Action, Brief, Carried, Consent, Parked, Party, Reservation
from data.nouns.strategy import Arena, Capability, Condition
from screens.card import Card
from screens.field_item import FieldItem
from screens.owning import PriorityCard
from screens.parted import Parted
from screens.step import StepScreen
from screens.steps.close import CloseStep
from screens.steps.direction import DirectionStep
from screens.steps.how_to_win import HowToWin
from screens.steps.milestones import Milestones
from screens.steps.open import OpenStep
from screens.steps.owners import Owners
from screens.steps.priorities import Priorities
from screens.steps.rhythm import RhythmStep
from screens.steps.stress_test import StressTest
from screens.steps.vote_commands import VOTE
from screens.steps.where_to_play import WhereToPlay

SCREENS: dict[str, type[StepScreen]] = {
    screen.key: screen
    for screen in (
        *(OpenStep, DirectionStep, WhereToPlay, HowToWin, Priorities),
        *(Owners, Milestones, StressTest, RhythmStep, CloseStep),
    )
}

_BY_LETTER: dict[str, type[Noun]] = {
    noun.letter: noun
    for noun in (
        *(Measure, Fact, Principle, Arena, Condition, Capability, Priority, Milestone, Risk, Cadence, Trigger),
        *(Party, Carried, Reservation, Parked, Action, Consent),
    )
}

#: What is put right in another view of a step's board than the first, and not on a card.
_VIEWS = {(Priorities.key, "dots"): VOTE}

#: Rows about which a card asks more than their fields say.
_CARDS: dict[type[Noun], type[Card]] = {Priority: PriorityCard}


def card_of(noun: type[Noun]) -> type[Card]:
    """The card that shows the rows of a noun."""
    return _CARDS.get(noun, Card)


def screen_of(step: str) -> StepScreen:
    """A fresh screen for a step; raises KeyError for a step that has none."""
    return SCREENS[step]()


def item_of(step: str, item: str, field: str) -> str:
    """The item of a step's board where a finding about a row ("" for the workshop's own) and its field is put right."""
    if item or not field:
        return item
    screen = SCREENS.get(step)
    if screen is not None and issubclass(screen, Parted) and field in screen.remedies:
        return screen.remedies[field]
    return str(FieldItem(Brief.table, "W", field)) if field in Brief.model_fields else ""


def view_of(step: str, field: str) -> str:
    """The view of a step's board in which a field is put right; "" for a field that has none of its own."""
    return _VIEWS.get((step, field), "")


def noun_of_id(id: str) -> type[Noun] | None:
    """The noun whose rows have ids like this one; None for links and for the workshop's own."""
    return _BY_LETTER.get(id[:1]) if id[1:].isdecimal() else None
