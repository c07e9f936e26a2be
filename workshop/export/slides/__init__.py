"""PowerPoint: the plan on at most ten slides, to show and to change; what has no room is counted and is in the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from data.nouns.strategy import Verdict
from workshop.export import phrases
from workshop.export.chart import Box, chart
from workshop.export.marking import marked
from workshop.export.phrases import called, iso, named, with_weekday
from workshop.export.registry import format
from workshop.export.slides.deck import BODY, Deck
from workshop.export.slides.fitting import Passage
from workshop.plan.audiences import Audience
from workshop.plan.decisions import Milestone, Place, Selected
from workshop.plan.model import NEXT_DAYS, Plan

#: How far ahead the last slide looks, in days.
SOON = 15

#: Two columns of a slide.
_GUTTER = 36
_HALF = (BODY.width - _GUTTER) / 2
_LEFT = Box(BODY.left, BODY.top, _HALF, BODY.height)
_RIGHT = Box(BODY.left + _HALF + _GUTTER, BODY.top, _HALF, BODY.height)


@format(
    "pptx",
    suffix=".pptx",
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    description="PowerPoint: the plan on at most ten slides",
)
def write(plan: Plan) -> bytes:
    """Return the presentation; a slide on which nothing would stand is left out."""
    plan = marked(plan)
    deck = Deck(plan)
    _cover(deck, plan)
    for show in _SLIDES if plan.audience is not Audience.PUBLIC else _PUBLIC:
        show(deck, plan)
    return deck.document()


def _cover(deck: Deck, plan: Plan) -> None:
    held = f"Session {phrases.in_words(plan.held_on)}" if plan.held_on and not plan.version else ""
    deck.cover(
        phrases.title(plan),
        plan.organization if plan.title else "",
        (plan.message, phrases.missing(plan)),
        "   ".join(filter(None, (phrases.status(plan), held, phrases.horizon(plan)))),
    )


def _direction(deck: Deck, plan: Plan) -> None:
    said = plan.direction
    if not (said.obstacle or said.aspiration or said.measures or said.principles):
        return
    slide = deck.slide("Direction", _told("What we know", (f"{row.text} ({row.source})" for row in said.facts)))
    measures = [
        (f"{row.name} ({row.unit})" if row.unit else row.name, phrases.baseline(row), phrases.target(row), iso(row.by))
        for row in said.measures
    ]
    upper = 164 if measures or said.principles else BODY.height
    slide.columns(
        (_high(_LEFT, upper), [Passage("In the way", (said.obstacle,), listed=False)]),
        (_high(_RIGHT, upper), [Passage("Worth reaching", (said.aspiration,), listed=False)]),
    )
    columns = (("Measure", "Now", "Target", "By"), measures, (4.2, 1.7, 1.8, 2.3))
    rules = Passage("What settles the rest", tuple(map(phrases.principle, said.principles)))
    if measures and said.principles:
        slide.table(_below(_LEFT, upper), *columns)
        slide.passages(_below(_RIGHT, upper), [rules])
    else:
        slide.table(_below(BODY, upper), *columns)
        slide.passages(_below(BODY, upper), [rules])


def _places(deck: Deck, plan: Plan) -> None:
    if not plan.places:
        return
    reasons = (f"{named(row.id, row.name)}: {row.reason}" for row in plan.places if row.reason)
    slide = deck.slide("Where we play, and where not", _told("Why", reasons))
    play = [(called(row), row.reason or "not said yet") for row in plan.judged(Verdict.PLAY)]
    slide.table(_LEFT, ("We play", "Because"), play, (1, 1))
    slide.passages(
        _RIGHT if play else BODY,
        (
            Passage("We explore", tuple(phrases.explored(row) for row in plan.judged(Verdict.EXPLORE))),
            Passage("Not now", tuple(map(_refused, plan.judged(Verdict.NOT_NOW)))),
            Passage("Not us", tuple(map(called, plan.judged(Verdict.NOT_US)))),
            Passage("Still to decide", tuple(map(called, plan.judged(Verdict.UNDECIDED)))),
        ),
    )


def _refused(row: Place) -> str:
    return f"{called(row)} (until: {row.trigger})" if row.trigger else called(row)


def _winning(deck: Deck, plan: Plan) -> None:
    play = plan.judged(Verdict.PLAY)
    if not any(row.advantage or row.alternative for row in play):
        return
    takes = (f"{called(row)} takes: {phrases.listed(each.text for each in row.capabilities)}" for row in play)
    deck.slide("How we win", takes).table(
        BODY,
        ("Where", "Instead of", "People choose us for", "Proof"),
        [(called(row), row.alternative, row.advantage, row.proof) for row in play],
        (3, 2.6, 3.6, 3),
    )


def _priorities(deck: Deck, plan: Plan) -> None:
    if not plan.priorities:
        return
    stops = (f"{row.id}: {row.stop}" for row in plan.priorities if row.stop)
    deck.slide("What we do first, and who answers for it", _told("What we stop", stops)).table(
        BODY,
        ("", "Priority", "Outcome", "Owner", "Next result"),
        [(row.id, row.title, row.outcome, row.owner or "nobody yet", _next(row)) for row in plan.priorities],
        (0.7, 3.6, 3.6, 2.2, 3.2),
    )


def _next(row: Selected) -> str:
    first = row.next_milestone
    return " ".join(filter(None, (iso(first.due), called(first)))) if first else "none yet"


def _timeline(deck: Deck, plan: Plan) -> None:
    drawn = chart(plan, BODY.width, 12, most=BODY.height - 18)
    if drawn is None:
        return
    results = (f"{row.id} {iso(row.due)} {row.title}" for each in plan.priorities for row in each.milestones)
    deck.slide("The way there", _told("All results", results)).drawing(BODY, drawn)


def _next_days(deck: Deck, plan: Plan) -> None:
    if plan.next_milestones:
        deck.slide(f"Results of the next {NEXT_DAYS} days").table(
            BODY,
            ("Due", "Result", "Owner", "Done when"),
            [(_due(row), row.title, row.owner or "nobody yet", row.done_when) for row in plan.next_milestones],
            (2.1, 4, 2.2, 4.2),
        )


def _due(row: Milestone) -> str:
    return with_weekday(row.due)


def _risks(deck: Deck, plan: Plan) -> None:
    if plan.risks:
        deck.slide("Why it may fail, and what we do about it").table(
            BODY,
            ("Reason", "Early sign", "Answer", "Who"),
            [(row.reason, row.sign, row.answer, row.who) for row in plan.risks],
            (3.4, 3, 4, 2),
        )


def _rhythm(deck: Deck, plan: Plan) -> None:
    said = plan.rhythm
    if not (said.check_ins or said.keeper or said.triggers):
        return
    slide = deck.slide("How we keep it alive")
    dates = [
        (with_weekday(row.on), f"{row.name}, {row.minutes} min" if row.minutes else row.name, row.who)
        for row in said.check_ins
    ]
    slide.table(_LEFT, ("Next on", "Check-in", "Who"), dates, (2.4, 2.2, 2.2))
    slide.passages(
        _RIGHT if dates else BODY,
        (
            Passage("Keeper of the plan", (said.keeper,), listed=False),
            Passage("We look again before that when", tuple(map(phrases.trigger, said.triggers))),
        ),
    )


def _soon(deck: Deck, plan: Plan) -> None:
    until = max(plan.today, plan.held_on or plan.today) + timedelta(days=SOON)
    rows = [row for row in plan.actions if row.by is None or row.by <= until]
    later = len(plan.actions) - len(rows)
    if rows:
        deck.slide(f"The next {SOON} days", [f"{phrases.counted(later, 'action')} later"] if later else ()).table(
            BODY,
            ("By", "Who", "What"),
            [(with_weekday(row.by), row.who or "nobody yet", row.text) for row in rows],
            (1.9, 2.4, 6),
        )


def _told(heading: str, lines: Iterable[str]) -> list[str]:
    """Notes under a heading; none where there are no lines."""
    found = list(lines)
    return [f"{heading}:", *found] if found else []


def _high(place: Box, height: float) -> Box:
    return Box(place.left, place.top, place.width, height)


def _below(place: Box, height: float) -> Box:
    return Box(place.left, place.top + height, place.width, place.height - height)


#: With the cover ten slides, and never more.
_SLIDES: tuple[Callable[[Deck, Plan], None], ...] = (
    *(_direction, _places, _winning, _priorities, _timeline, _next_days, _risks, _rhythm, _soon),
)

#: What others have only to carry it out is not for the public.
_PUBLIC = (_direction, _places, _winning, _priorities, _timeline)
