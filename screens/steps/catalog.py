"""Which screen belongs to which step."""

from __future__ import annotations

from data.nouns.base import Noun
from data.nouns.planning import Milestone, Priority
from data.nouns.room import Action, Carried, Parked, Party, Reservation
from data.nouns.strategy import Arena, Capability, Condition
from screens.step import StepScreen
from screens.steps.how_to_win import HowToWin
from screens.steps.owners import Owners
from screens.steps.priorities import Priorities
from screens.steps.where_to_play import WhereToPlay

SCREENS: dict[str, type[StepScreen]] = {screen.key: screen for screen in (WhereToPlay, HowToWin, Priorities, Owners)}

_BY_LETTER: dict[str, type[Noun]] = {
    noun.letter: noun
    for noun in (Arena, Condition, Capability, Priority, Milestone, Party, Carried, Reservation, Parked, Action)
}


def screen_of(step: str) -> StepScreen:
    """A fresh screen for a step; raises KeyError for a step that has none."""
    return SCREENS[step]()


def noun_of_id(id: str) -> type[Noun] | None:
    """The noun whose rows have ids like this one; None for links and for the workshop's own."""
    return _BY_LETTER.get(id[:1]) if id[1:].isdecimal() else None
