"""The arithmetic of the self-assessment: counts of answers, and what they say of a question. Pure, without wording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

#: Answers beside the levels 1 to 5.
NOT_SURE, DOES_NOT_APPLY = 0, -1
LEVELS = (1, 2, 3, 4, 5)

#: Answers in the order in which they are counted.
ANSWERS = (*LEVELS, NOT_SURE, DOES_NOT_APPLY)

#: From so many answers on, distributions are shown, and looked at for spread.
ENOUGH = 4

#: An answer so far from the median, or a middle half so wide, means that people do not see the same thing.
_WIDE = 2
_MANY_NOT_SURE = Fraction(3, 10)
_MOST_ITEMS = Fraction(6, 10)

#: From which score on a dimension has which band.
_BANDS = ((Decimal(4), "habit"), (Decimal(3), "partly in place"), (Decimal(2), "ad hoc"), (Decimal(1), "absent"))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gave each answer to one question: for levels 1 to 5, not sure, and does not apply."""

    counts: tuple[int, ...] = (0,) * len(ANSWERS)

    def __post_init__(self) -> None:
        if len(self.counts) != len(ANSWERS) or min(self.counts) < 0:
            raise ValueError("A tally has seven counts: levels 1 to 5, not sure, does not apply.")

    @property
    def scored(self) -> tuple[int, ...]:
        """The levels that were given, the lowest first."""
        return tuple(level for level, count in zip(LEVELS, self.counts, strict=False) for _ in range(count))

    @property
    def not_sure(self) -> int:
        return self.counts[5]

    @property
    def not_applicable(self) -> int:
        return self.counts[6]

    @property
    def answered(self) -> int:
        """How many answered, in whatever way."""
        return sum(self.counts)

    @property
    def median(self) -> Fraction | None:
        """The middle of the scored answers; None where there is none."""
        return _median(self.scored) if self.scored else None

    @property
    def range(self) -> tuple[int, int] | None:
        """The lowest and the highest level that was given."""
        return (self.scored[0], self.scored[-1]) if self.scored else None

    @property
    def quartiles(self) -> tuple[Fraction, Fraction] | None:
        """The first and the third quartile by the inclusive median; None without a scored answer.

        Method: hinges (J. W. Tukey, Exploratory Data Analysis, 1977, chapter 2). They are the medians of the lower
        and of the upper half of the answers, and where their number is odd, the median belongs to both halves.
        """
        scored = self.scored
        if not scored:
            return None
        half = (len(scored) + 1) // 2
        return _median(scored[:half]), _median(scored[-half:])

    @property
    def is_spread(self) -> bool:
        """Whether people see different things: the middle half is 2 or more levels wide, or an answer that far off.

        Only with four scored answers or more.
        """
        scored, median, quartiles = self.scored, self.median, self.quartiles
        if median is None or quartiles is None or len(scored) < ENOUGH:
            return False
        off = max(median - scored[0], scored[-1] - median)
        return quartiles[1] - quartiles[0] >= _WIDE or off >= _WIDE

    @property
    def not_sure_share(self) -> Fraction:
        """The share of those not sure among those to whom it applies."""
        asked = len(self.scored) + self.not_sure
        return Fraction(self.not_sure, asked) if asked else Fraction(0)

    @property
    def many_not_sure(self) -> bool:
        """Whether 30% or more are not sure: the practice may be there, but is not known."""
        return self.not_sure_share >= _MANY_NOT_SURE


def tally(answers: Iterable[int]) -> Tally:
    """Count answers, in whatever order they came; raises ValueError for what is none."""
    given = list(answers)
    if strange := set(given) - set(ANSWERS):
        raise ValueError(f"{min(strange)} is no answer: it takes 1 to 5, 0 (not sure) or -1 (does not apply).")
    return Tally(tuple(given.count(answer) for answer in ANSWERS))


def dimension_score(scores: Sequence[Fraction | None]) -> Decimal | None:
    """Return the mean of a dimension's questions, to one decimal; None where fewer than 60% of them have a score.

    Half a tenth is rounded up, so that the band of 1.95 is that of 2.0.
    """
    there = [score for score in scores if score is not None]
    if not there or Fraction(len(there), len(scores)) < _MOST_ITEMS:
        return None
    mean = sum(there, Fraction(0)) / len(there)
    return (Decimal(mean.numerator) / Decimal(mean.denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def band(score: Decimal) -> str:
    """Return what a dimension's score means: absent, ad hoc, partly in place, or habit."""
    return next(word for lowest, word in _BANDS if score >= lowest)


def _median(ordered: Sequence[int]) -> Fraction:
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(ordered[middle])
    return Fraction(ordered[middle - 1] + ordered[middle], 2)
