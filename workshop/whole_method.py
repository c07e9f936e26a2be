"""A method as a whole: every file it consists of, loaded and checked, so that none of them is found wrong later."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import NamedTuple

from workshop import steps
from workshop.assessment import questionnaire
from workshop.assessment.questionnaire import Questionnaire
from workshop.check_ins import guided
from workshop.room import words


class Whole(NamedTuple):
    """What a method is mostly asked for."""

    steps: steps.Content
    questionnaire: Questionnaire


def load(*folders: Traversable) -> Whole:
    """Load every file of the method of `folders`, or of the one this process works by; raises ContentError."""
    guided.load(*folders)
    words.load(*folders)
    return Whole(steps.load(*folders), questionnaire.load(*folders))
