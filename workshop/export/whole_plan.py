"""The whole plan as a document: one function a section, in an order that serves whoever stops reading early.

A new section is one function and its place in `_SECTIONS`; what frames the choices, and the appendix, have modules of
their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from data.nouns.planning import Status
from data.nouns.strategy import Level, Proof, Verdict
from workshop.export import appendix, framing, phrases
from workshop.export.document import Figure, Section, Terms, bullets, paragraph, section, table, terms
from workshop.export.marking import marked
from workshop.export.phrases import iso, named, with_weekday
from workshop.export.timeline_svg import timeline, told
from workshop.plan.audiences import Audience
from workshop.plan.decisions import Measure, Milestone, Place, Selected
from workshop.plan.model import NEXT_DAYS, Plan

#: What the section is called that has the plan on one page.
PAGE = "On one page"


def whole_plan(plan: Plan, *, paged: bool = False) -> Section:
    """Return everything that was decided, without the sections nothing was said on.

    `paged` is for pages: they show the timeline, and the organization stands above their title.
    """
    plan = marked(plan)
    sections = _SECTIONS if plan.audience is not Audience.PUBLIC else _PUBLIC
    parts: list[Terms | Section | None] = [_title_block(plan, paged)]
    for write in sections:
        parts += [
            write(_with_owners_once(plan) if paged and write is _priorities else plan),
            _timeline(plan) if paged and write is _one_page else None,
        ]
    return Section(phrases.title(plan), tuple(part for part in parts if part))


def _title_block(plan: Plan, paged: bool) -> Terms | None:
    return terms(
        ("Status", phrases.status(plan)),
        ("Organization", "" if paged and plan.title else plan.organization),
        ("Horizon", phrases.horizon(plan)),
        ("Session", with_weekday(plan.held_on)),
        ("To decide", plan.scope),
        ("Not to decide", phrases.listed(plan.out_of_scope)),
        ("What we tell others", plan.message),
        ("Keeper of the plan", plan.rhythm.keeper),
        ("Next check-in", phrases.listed(f"{with_weekday(row.on)}, {row.name}" for row in plan.rhythm.check_ins[:1])),
        ("Reference", plan.ref),
    )


def _still_open(plan: Plan) -> Section | None:
    return section(
        "Still open",
        paragraph(phrases.missing(plan)),
        bullets(phrases.open_point(point) for point in plan.open_points),
    )


def _one_page(plan: Plan) -> Section | None:
    return section(
        PAGE,
        terms(
            ("Obstacle", plan.direction.obstacle),
            ("Aim", plan.direction.aspiration),
            ("Measured by", phrases.listed(map(_measured, plan.direction.measures))),
        ),
        table(
            ("We play", "We win because"), ((phrases.called(row), row.advantage) for row in plan.judged(Verdict.PLAY))
        ),
        terms(
            ("We explore", phrases.listed(phrases.explored(place) for place in plan.judged(Verdict.EXPLORE))),
            ("Not now", phrases.listed(map(phrases.called, plan.judged(Verdict.NOT_NOW)))),
            ("Not us", phrases.listed(map(phrases.called, plan.judged(Verdict.NOT_US)))),
            ("We stop", phrases.listed(row.stop for row in plan.priorities if row.stop)),
        ),
        table(
            ("Id", "Priority", "Owner", "Next result", "Due"),
            ((row.id, row.title, row.owner, *_next_result(row)) for row in plan.priorities),
            lead=2,
        ),
    )


def _timeline(plan: Plan) -> Section | None:
    svg = timeline(plan)
    return section("Timeline", Figure(svg, told(plan)) if svg else None)


def _measured(row: Measure) -> str:
    return f"{row.name}: {phrases.baseline(row)} to {phrases.target(row) or '?'} {row.unit}".strip(": ")


def _next_result(row: Selected) -> tuple[str, str]:
    following = row.next_milestone
    return (named(following.id, following.title), iso(following.due)) if following else ("", "")


def _next_days(plan: Plan) -> Section | None:
    return section(
        f"Next {NEXT_DAYS} days",
        table(
            ("Due", "Id", "Result", "Owner", "Done when"),
            ((phrases.due(row), row.id, row.title, row.owner, _done_when(row)) for row in plan.next_milestones),
            lead=3,
        ),
        section(
            "Actions",
            table(("By", "Who", "What"), ((with_weekday(row.by), row.who, row.text) for row in plan.actions), lead=2),
        ),
    )


def _done_when(row: Milestone) -> str:
    return " ".join(filter(None, (row.done_when, row.evidence and f"Done: {row.evidence}")))


def _choices(plan: Plan) -> Section | None:
    return section(
        "Where we play, and how we win",
        *(_played(place) for place in plan.judged(Verdict.PLAY)),
        section(
            "We explore",
            table(
                ("Id", "Place", "Why", "Question", "Decide by"),
                (
                    (row.id, row.name, row.reason, row.question, with_weekday(row.decide_by))
                    for row in plan.judged(Verdict.EXPLORE)
                ),
                lead=2,
            ),
        ),
        section(
            "Not now",
            table(
                ("Id", "Place", "Why", "Reopen when", "Look again"),
                (
                    (row.id, row.name, _why(row), row.trigger, with_weekday(row.reopen_on))
                    for row in plan.judged(Verdict.NOT_NOW)
                ),
                lead=2,
            ),
        ),
        section(
            "Not us",
            table(
                ("Id", "Place", "Why"), ((row.id, row.name, _why(row)) for row in plan.judged(Verdict.NOT_US)), lead=2
            ),
        ),
        section(
            "Still to decide",
            table(
                ("Id", "Place", "Why"),
                ((row.id, row.name, _why(row)) for row in plan.judged(Verdict.UNDECIDED)),
                lead=2,
            ),
        ),
    )


def _why(place: Place) -> str:
    """The reason, and whether refusing it means to stop something."""
    return " ".join(filter(None, (place.reason, "(What we do today.)" if place.today else "")))


def _played(place: Place) -> Section | None:
    proof = f"Proof ({place.proof_kind.value})" if place.proof_kind not in (Proof.UNSAID, Proof.NONE) else "Proof"
    takes = (row.text + ("" if row.level is Level.UNSAID else f" ({row.level.value})") for row in place.capabilities)
    return section(
        named(place.id, place.name),
        terms(
            ("Why here", _why(place) or "not said yet"),
            ("What it is", place.description),
            ("Instead of", place.alternative),
            ("People choose us for", place.advantage),
            (proof, place.proof),
            ("It takes", phrases.listed(takes)),
        ),
    )


def _must_be_true(plan: Plan) -> Section | None:
    return section(
        "What must be true",
        table(
            ("Place", "What must be true", "Confidence (1 to 5)", "Test", "By", "Who"),
            (
                (place.id, row.text, phrases.number(row.confidence), row.test, with_weekday(row.by), row.who)
                for place in plan.judged(Verdict.PLAY)
                for row in place.conditions
            ),
            lead=2,
        ),
    )


def _priorities(plan: Plan) -> Section | None:
    return section("Priorities", *(_priority(row) for row in plan.priorities))


def _priority(row: Selected) -> Section | None:
    serves = "every place we play" if row.serves_all else phrases.listed(named(*place) for place in row.serves)
    return section(
        named(row.id, row.title),
        terms(
            ("Owner", phrases.owner(row) or "nobody yet"),
            ("Outcome", row.outcome),
            ("Serves", serves),
            ("Deputy", row.deputy),
            ("Helpers", phrases.listed(row.helpers)),
            ("Decides alone", row.decides_alone),
            ("Hours a week", phrases.number(row.hours)),
            ("Leaves the owner's desk", row.leaves_desk),
            ("Effort", row.effort.value),
            ("Makes room by", row.stop),
        ),
        table(
            ("Id", "Result", "Due", "Done when", "Owner", "Needs", "Confidence (0 to 10)", "We mark it with"),
            (_milestone(each) for each in row.milestones),
            lead=2,
        ),
    )


def _with_owners_once(plan: Plan) -> Plan:
    """Return the plan with the owner of a milestone only where it is another one than the priority's."""
    return replace(
        plan,
        priorities=tuple(
            replace(
                row, milestones=tuple(replace(each, owner=_other(each.owner, row.owner)) for each in row.milestones)
            )
            for row in plan.priorities
        ),
    )


def _other(owner: str, usual: str) -> str:
    return "" if owner == usual else owner


def _milestone(row: Milestone) -> tuple[str, ...]:
    return (
        *(row.id, row.title, phrases.due(row), _done_when(row), row.owner),
        *(", ".join(row.needs), phrases.number(row.confidence), row.celebrate),
    )


def _not_doing(plan: Plan) -> Section | None:
    statuses = (Status.LATER, Status.FOLDED, Status.DROPPED, Status.UNDECIDED)
    return section(
        "Not doing",
        table(
            ("Id", "Candidate", "What became of it", "Note"),
            (
                (row.id, row.title, phrases.STATUS[row.status], row.note)
                for status in statuses
                for row in plan.refused(status)
            ),
            lead=2,
        ),
        section(
            "What we stop",
            table(("To make room for", "We stop"), ((row.id, row.stop) for row in plan.priorities if row.stop)),
        ),
    )


_SECTIONS: tuple[Callable[[Plan], Section | None], ...] = (
    _still_open,
    _one_page,
    _next_days,
    framing.direction,
    _choices,
    _must_be_true,
    _priorities,
    _not_doing,
    framing.risks,
    framing.rhythm,
    appendix.appendix,
)

#: What the public gets is without what others have only to carry it out; the rest is not in its plan anyway.
_PUBLIC: tuple[Callable[[Plan], Section | None], ...] = (_one_page, framing.direction, _choices, _priorities)
