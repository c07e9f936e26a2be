"""What a self-assessment says: by question and by dimension, and what to do next.

Made from the counts that a workshop keeps and the wording of the questionnaire they were given to. There is no overall
score: the lowest dimension says more than an average of all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from data.nouns.assessment import Assessment, Rating
from data.value import Workshop
from workshop.assessment import questionnaire
from workshop.assessment.questionnaire import Dimension, Item, Questionnaire
from workshop.assessment.scoring import ENOUGH, LEVELS, Tally, band, dimension_score
from workshop.text import clean

#: What has to be said wherever results are shown.
UNVALIDATED = (
    "Not validated: a thermometer to start a conversation, no certificate. Do not compare organizations by it."
)

#: How many next actions are proposed at most.
NEXT = 3


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What came of one question.

    `tally` is None where it would tell who answered what, and where nobody answered. `agreed` is the level the group
    agreed on. `leaders` and `others` are None unless each are four or more.
    """

    item: Item
    tally: Tally | None = None
    agreed: int | None = None
    note: str = ""
    leaders: Tally | None = None
    others: Tally | None = None
    #: How many answered the questionnaire: among fewer than four the agreed level stands in for the median.
    respondents: int = ENOUGH

    @property
    def score(self) -> Fraction | None:
        """What counts for the dimension and over time: the median, or among few the level agreed on."""
        median = self.tally.median if self.tally is not None else None
        agreed = None if self.agreed is None else Fraction(self.agreed)
        return agreed if self.respondents < ENOUGH and agreed is not None else median

    @property
    def level(self) -> Fraction | None:
        """What counts for the next actions: the level agreed on, else the median."""
        return Fraction(self.agreed) if self.agreed is not None else self.score

    @property
    def counts_as(self) -> Fraction | None:
        """The level as it is compared with others: 2.5 counts as 3."""
        level = self.level
        return Fraction(3) if level == Fraction(5, 2) else level

    @property
    def hidden(self) -> bool:
        """Whether so few answered that nothing is kept but the level they agree on."""
        return 1 < self.respondents < ENOUGH

    @property
    def is_spread(self) -> bool:
        return self.tally is not None and self.tally.is_spread

    @property
    def many_not_sure(self) -> bool:
        return self.tally is not None and self.tally.many_not_sure

    @property
    def not_sure_share(self) -> Fraction:
        return self.tally.not_sure_share if self.tally is not None else Fraction(0)

    @property
    def flags(self) -> tuple[str, ...]:
        """What is worth talking about, in the words of the wall."""
        return (*(["SPREAD"] if self.is_spread else []), *(["NOT SURE"] if self.many_not_sure else []))

    @property
    def next_action(self) -> str:
        """What to do next about it; "" from level 3.5 on, and without a level."""
        level = self.counts_as
        if level is None or level > 3:
            return ""
        return self.item.low if level <= 2 else self.item.mid


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """What came of a dimension; `score` is None where fewer than 60% of its questions have one."""

    dimension: Dimension
    items: tuple[ItemResult, ...]

    @property
    def score(self) -> Decimal | None:
        return dimension_score([item.score for item in self.items])

    @property
    def said(self) -> str:
        """The score and its band in words."""
        score = self.score
        return "not enough answers" if score is None else f"{score}  {band(score)}"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one self-assessment."""

    assessment: Assessment
    questionnaire: Questionnaire
    dimensions: tuple[DimensionResult, ...]

    @property
    def items(self) -> tuple[ItemResult, ...]:
        """Every question, in the order asked."""
        return tuple(item for each in self.dimensions for item in each.items)

    def item(self, id: str) -> ItemResult:
        """Return what came of a question; raises KeyError."""
        for each in self.items:
            if each.item.id == id:
                return each
        raise KeyError(id)

    @property
    def respondents(self) -> int:
        return self.assessment.respondents

    @property
    def alone(self) -> bool:
        return self.respondents == 1

    @property
    def taken_on(self) -> date | None:
        return self.assessment.taken_on

    @property
    def names(self) -> tuple[str, ...]:
        """Who answered, where the group wanted names."""
        return tuple(filter(None, map(_line, self.assessment.names)))

    @property
    def by_groups(self) -> bool:
        """Whether leaders and the others are many enough to be shown apart."""
        return any(item.leaders is not None for item in self.items)

    @property
    def next_actions(self) -> tuple[ItemResult, ...]:
        """The questions to take up next, at most three.

        Order: the lowest level first; then the higher share of those not sure; then where there is spread; then the
        order of the questionnaire, because later dimensions rest on earlier ones.
        """

        def urgency(item: ItemResult) -> tuple[Fraction, Fraction, bool]:
            return item.counts_as or Fraction(0), -item.not_sure_share, not item.is_spread

        return tuple(sorted((item for item in self.items if item.next_action), key=urgency)[:NEXT])

    @property
    def to_agree(self) -> tuple[ItemResult, ...]:
        """The questions the group has still to agree a level on: those with spread, or without counts to go by."""
        return tuple(item for item in self.items if item.agreed is None and (item.is_spread or item.hidden))

    @property
    def hidden(self) -> bool:
        """Whether so few answered that nothing is kept but the levels they agree on."""
        return 1 < self.respondents < ENOUGH


def result(workshop: Workshop, assessment: Assessment) -> Result | None:
    """Return what came of an assessment; None where the questionnaire it was of is not at hand in its version."""
    asked = questionnaire.known(assessment.questionnaire, assessment.version)
    if asked is None:
        return None
    ratings = {row.question: row for row in workshop.ratings(assessment.id)}
    people = assessment.respondents
    return Result(
        assessment,
        asked,
        tuple(
            DimensionResult(each, tuple(_item(item, ratings.get(item.id), people) for item in asked.items(each.id)))
            for each in asked.dimension
        ),
    )


def in_order(workshop: Workshop) -> tuple[Assessment, ...]:
    """Return a workshop's assessments, the earliest first."""
    return tuple(sorted(workshop.assessments, key=lambda row: (row.taken_on or date.min, row.number)))


def latest(workshop: Workshop) -> Result | None:
    """Return what came of the last assessment whose questionnaire is at hand."""
    return next((found for row in reversed(in_order(workshop)) if (found := result(workshop, row))), None)


def _item(item: Item, rating: Rating | None, people: int) -> ItemResult:
    """What a rating says; what cannot be, as a file that was imported may have it, is left out."""
    if rating is None:
        return ItemResult(item, respondents=people)
    counts, leaders = _tally(rating.counts), _tally(rating.leaders)
    others = None
    if counts is not None and leaders is not None:
        left = tuple(all_ - some for all_, some in zip(counts.counts, leaders.counts, strict=True))
        others = _tally(left)
    agreed = rating.agreed if rating.agreed in LEVELS else None
    return ItemResult(item, counts, agreed, _line(rating.note), leaders if others else None, others, people)


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _tally(counts: tuple[int, ...]) -> Tally | None:
    try:
        return Tally(counts) if counts else None
    except ValueError:
        return None
