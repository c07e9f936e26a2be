"""Then and now: what has changed between two self-assessments of the same questionnaire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from data.nouns.assessment import Assessment, Role
from data.value import Workshop
from workshop.assessment.results import Result, in_order, result

#: By how much a question, and a dimension, has to move to be reported.
_MOVED_ITEM, _MOVED_DIMENSION = Fraction(1), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Change:
    """How a question or a dimension did then and does now; `moved` is what has to be reported, 0 for no change."""

    id: str
    name: str
    then: Fraction | Decimal | None
    now: Fraction | Decimal | None
    moved: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results of the same questionnaire. Without `comparable` no change is reported: other people answered."""

    then: Result
    now: Result
    comparable: bool
    dimensions: tuple[Change, ...]
    items: tuple[Change, ...]

    @property
    def moved(self) -> tuple[Change, ...]:
        """What has changed, dimensions first."""
        return tuple(change for change in (*self.dimensions, *self.items) if change.moved)


def before(workshop: Workshop, now: Result) -> Result | None:
    """Return the assessment before one, of the same questionnaire in the same version."""
    earlier = in_order(workshop)[: in_order(workshop).index(now.assessment)]
    same = [row for row in earlier if (row.questionnaire, row.version) == now.questionnaire.identity]
    return result(workshop, same[-1]) if same else None


def compared(workshop: Workshop, now: Result) -> Comparison | None:
    """Compare a result with the one before it; None where there is none of the same questionnaire and version."""
    then = before(workshop, now)
    return then_and_now(then, now) if then is not None else None


def then_and_now(then: Result, now: Result) -> Comparison:
    """Compare two results; raises ValueError where they are not of the same questionnaire in the same version.

    A change is reported where a question has moved by a whole level, or a dimension by 0.5 or more, and at least half
    of those who answered have the same roles as then.
    """
    if then.questionnaire.identity != now.questionnaire.identity:
        raise ValueError("results of different questionnaires, or versions of one, are never compared")
    comparable = _same_people(then.assessment, now.assessment)

    def change(id: str, name: str, was: Fraction | Decimal | None, is_: Fraction | Decimal | None) -> Change:
        moved = 0
        if comparable and was is not None and is_ is not None:
            by = Fraction(is_) - Fraction(was)
            needed = Fraction(_MOVED_DIMENSION) if isinstance(is_, Decimal) else _MOVED_ITEM
            moved = (by > 0) - (by < 0) if abs(by) >= needed else 0
        return Change(id, name, was, is_, moved)

    return Comparison(
        then,
        now,
        comparable,
        tuple(
            change(is_.dimension.id, is_.dimension.name, was.score, is_.score)
            for was, is_ in zip(then.dimensions, now.dimensions, strict=True)
        ),
        tuple(
            change(is_.item.id, is_.item.topic, was.score, is_.score)
            for was, is_ in zip(then.items, now.items, strict=True)
        ),
    )


def _same_people(then: Assessment, now: Assessment) -> bool:
    """Whether at least half, of those then and of those now, have the same roles; alone, one is the same."""
    if then.respondents == now.respondents == 1:
        return True
    shared = (Counter(_said(then.roles)) & Counter(_said(now.roles))).total()
    return 0 < max(then.respondents, now.respondents) <= 2 * shared


def _said(roles: tuple[str, ...]) -> Iterator[str]:
    return (role for role in roles if role != Role.UNSAID)
