"""A self-assessment in words and plain characters, the same on the wall and in a document."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from workshop.assessment.results import DimensionResult, ItemResult
from workshop.assessment.scoring import Tally, band

#: What one answer is drawn as, and nobody.
ANSWER, NOBODY = "o", "-"


def bar(count: int, cells: int) -> str:
    """Return a count as letters, within `cells` (2 or more); where they do not fit, as fewer of them and the number."""
    if count <= cells:
        return ANSWER * count or NOBODY
    number = str(count)
    return f"{ANSWER * max(0, cells - len(number) - 1)} {number}".strip()


def bars(tally: Tally, cells: int) -> str:
    """Return a tally in one line: `1 o     2 ooooo 3 o     4 oo    5 -     ? oo`, each bar within `cells`.

    Who found that the question does not apply is told behind it.
    """
    labels = ("1", "2", "3", "4", "5", "?")
    line = " ".join(
        f"{label} {bar(count, cells):<{cells}}" for label, count in zip(labels, tally.counts, strict=False)
    ).rstrip()
    return f"{line}  n {bar(tally.not_applicable, cells)}" if tally.not_applicable else line


def standing(item: ItemResult) -> str:
    """Where a question stands, in words: `median 2, range 1-4  SPREAD`."""
    said = []
    if item.tally is not None and item.tally.answered > 1 and item.score is not None:
        said = [f"median {median_of(item)}, range {range_of(item)}"]
    elif item.level is not None and item.agreed is None:
        said = [f"level {number(item.level)}"]
    elif item.tally is not None and item.tally.not_sure:
        said = ["not sure"]
    elif item.tally is not None and item.tally.not_applicable:
        said = ["does not apply"]
    elif item.agreed is None:
        said = ["not agreed yet"] if item.hidden else ["no answer"]
    if item.agreed is not None:
        said.append(f"agreed {item.agreed}")
    answered_alone = item.tally is not None and item.tally.answered == 1
    flags = "" if answered_alone else " ".join(item.flags)
    return "  ".join(filter(None, (", ".join(said), flags)))


def number(value: Any) -> str:
    """A level or a score in figures: `2`, `2.5`; "" for none."""
    if value is None:
        return ""
    return f"{float(value):g}" if isinstance(value, Fraction) else str(value)


def median_of(item: ItemResult) -> str:
    """Return the median in figures; "" where it would tell who answered what, or nobody did."""
    return number(item.tally.median) if item.tally is not None else ""


def range_of(item: ItemResult) -> str:
    """From the lowest to the highest answer: `1-4`."""
    found = item.tally.range if item.tally is not None else None
    return f"{found[0]}-{found[1]}" if found else ""


def score_of(each: DimensionResult) -> str:
    """The score of a dimension in figures, "" without one."""
    return "" if each.score is None else str(each.score)


def band_of(each: DimensionResult) -> str:
    """What the score of a dimension means."""
    return "not enough answers" if each.score is None else band(each.score)
