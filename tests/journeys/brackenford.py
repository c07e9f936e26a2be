"""The sample's session from an empty database to the adopted plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.journeys.choosing import Direction, HowToWin, Opening, WhereToPlay
from tests.journeys.planning import ADOPT, Closing, Milestones, Owners, Priorities, Rhythm
from tests.journeys.session import Entry, Keys, typed
from tests.journeys.stress import StressTest
from workshop.sample import sample


def begin(day: date) -> Keys:
    """The keys that begin the workshop at home: title, organization, half a day."""
    brief = sample(day).brief
    return ("n", f"={brief.title}", "enter", f"={brief.organization}", "enter", "1", "enter")


def entries(day: date) -> list[Entry]:
    """Everything that is entered from then on, in the order of a session."""
    goal = sample(day)
    steps = (Opening, Direction, WhereToPlay, HowToWin, Priorities, Owners, Milestones, StressTest, Rhythm, Closing)
    return [entry for step in steps for entry in step(goal, day).entries()] + [ADOPT]


def export_into(folder: Path) -> Keys:
    """The keys that write the plan's documents into a folder, from any screen of the workshop."""
    return ("e", "up", "enter", *typed(str(folder)), "enter")
