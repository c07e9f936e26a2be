"""A step in whole sentences: what it came to, as far as it has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from data.nouns.planning import Priority, Status
from data.nouns.strategy import Verdict
from data.value import Workshop
from workshop import answers, dates
from workshop.actions import stress
from workshop.check_ins import schedule
from workshop.reading.rows import measured, way_to_win
from workshop.reading.sentences import Sentences, after, stopped
from workshop.steps import load


def result(workshop: Workshop, step: str, today: date) -> Sentences:
    """Return what a step came to, with "" for what is not known yet."""
    return _RESULTS.get(step, _fields_of)(workshop, step, today)


def _fields_of(workshop: Workshop, step: str, today: date) -> Sentences:
    """The texts of the workshop's own core fields."""
    fields = [field for field in load().step(step).tier("core") if field.noun == "brief" and field.kind == "text"]
    return tuple(answers.shown(field, workshop.brief, workshop, today) for field in fields)


def _scope(workshop: Workshop, step: str, today: date) -> Sentences:
    return (workshop.brief.scope,)


def _aims(workshop: Workshop, step: str, today: date) -> Sentences:
    """What is in the way, what is worth reaching, and how one will know."""
    brief = workshop.brief
    return brief.obstacle, brief.aspiration, *(f"{measured(row, today)}." for row in workshop.measures)


def _places(workshop: Workshop, step: str, today: date) -> Sentences:
    """Where we play, then where we do not."""
    groups = []
    for choice in load().field("arena", "verdict").choices:
        names = [row.name for row in workshop.arenas if row.verdict == choice.value]
        if names and choice.value != Verdict.UNDECIDED:
            groups.append(f"{choice.sign} {choice.label}: {'; '.join(names)}.")
    return tuple(groups)


def _ways_to_win(workshop: Workshop, step: str, today: date) -> Sentences:
    played = [row for row in workshop.arenas if row.verdict is Verdict.PLAY and row.advantage]
    return tuple(" ".join(filter(None, way_to_win(workshop, row, today))) for row in played)


def _chosen(workshop: Workshop, step: str, today: date) -> Sentences:
    return tuple(f"{at}. {row.title}" for at, row in enumerate(_selected(workshop), 1))


def _owned(workshop: Workshop, step: str, today: date) -> Sentences:
    owners = ((row, workshop.party(row.owner_id)) for row in _selected(workshop))
    return tuple(f"{owner.name}: {row.title}." for row, owner in owners if owner is not None)


def _dated(workshop: Workshop, step: str, today: date) -> Sentences:
    selected = {row.id for row in _selected(workshop)}
    rows = [(row.due, row.number, row) for row in workshop.milestones if row.due and row.priority_id in selected]
    return tuple(f"{dates.short(due, today)}: {row.title}." for due, _, row in sorted(rows, key=lambda each: each[:2]))


def _why_it_failed(workshop: Workshop, step: str, today: date) -> Sentences:
    """The reasons that have a star, each with its answer; all of them while none has."""
    reasons = stress.with_star(workshop, True) or workshop.risks
    return tuple(f"{stopped(row.reason)} {after('We change: ', row.answer)}".rstrip() for row in reasons)


def _next_looks(workshop: Workshop, step: str, today: date) -> Sentences:
    """When the plan is next looked at, for each kind of check-in, and who keeps it."""
    keeper = workshop.party(workshop.brief.keeper_id)
    named = ((row.on, row.kind) for row in schedule.next_dates(workshop, today))
    return (
        *(f"{dates.say(on)}{f': {schedule.wording(workshop, kind).name}' if kind else ''}." for on, kind in named),
        f"{keeper.name} keeps the plan up to date." if keeper is not None else "",
    )


def _selected(workshop: Workshop) -> list[Priority]:
    return [row for row in workshop.priorities if row.status is Status.SELECTED]


_RESULTS: dict[str, Callable[[Workshop, str, date], Sentences]] = {
    "open": _scope,
    "direction": _aims,
    "where-to-play": _places,
    "how-to-win": _ways_to_win,
    "priorities": _chosen,
    "owners": _owned,
    "milestones": _dated,
    "rhythm": _next_looks,
    "stress-test": _why_it_failed,
}
