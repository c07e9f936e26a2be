"""The appendix of the whole plan: how it was decided, in spite of what, and what was set aside.

A new section is one function here and its place in `_APPENDIX`.
"""

from __future__ import annotations

from collections.abc import Callable

from workshop.changes import COLUMNS
from workshop.export import phrases
from workshop.export.assessed_section import result_section
from workshop.export.document import Section, section, table, terms
from workshop.export.phrases import iso, with_weekday
from workshop.plan.audiences import Audience
from workshop.plan.model import Plan


def appendix(plan: Plan) -> Section | None:
    return section("Appendix", *(write(plan) for write in _APPENDIX))


def _in_spite_of(plan: Plan) -> Section | None:
    return section(
        "Decided in spite of a warning",
        table(("Warning", "Why we went past it"), ((row.message, row.reason) for row in plan.in_spite_of)),
    )


def _how_we_decided(plan: Plan) -> Section | None:
    room = plan.room
    held = bool(room.decider or room.people or room.fist)
    return section(
        "How we decided",
        terms(
            ("Decider", room.decider),
            ("Decision rule", phrases.RULE[room.rule] if held else ""),
            ("Present", phrases.listed(row.name for row in room.people if row.present and not row.facilitates)),
            ("Facilitated by", phrases.listed(row.name for row in room.people if row.facilitates)),
            ("Not present", phrases.listed(row.name for row in room.people if not row.present and not row.facilitates)),
            ("Voters", phrases.number(room.voters)),
            ("Vote on the candidates", phrases.dots(room)),
            ("Look back at the places", _looked_back(plan)),
            ("How sure we are", phrases.confidence(room)),
            ("Reservations", phrases.listed(phrases.doubt(row) for row in room.doubts)),
            ("Ground rules", phrases.listed(room.ground_rules)),
            ("The session, 1 to 5", phrases.number(room.rating)),
            ("Keep or change", room.keep_or_change),
        ),
    )


def _by_consent(plan: Plan) -> Section | None:
    return section(
        "Decided by consent",
        table(
            ("Proposal", "No objection", "Concerns", "Objections", "What was said", "Outcome", "Look again"),
            (
                (
                    row.proposal,
                    *(phrases.number(count or 0) for count in (row.fine, row.concerns, row.objections)),
                    phrases.listed(row.against),
                    row.outcome,
                    iso(row.review_on),
                )
                for row in plan.agreed
            ),
        ),
    )


def _looked_back(plan: Plan) -> str:
    return ": ".join(filter(None, (phrases.LOOK_BACK[plan.look_back], plan.look_back_note)))


def _parked(plan: Plan) -> Section | None:
    return section(
        "Parking lot",
        table(("Thought", "What becomes of it"), ((row.text, phrases.outcome(row)) for row in plan.parked)),
    )


def _left_open(plan: Plan) -> Section | None:
    return section(
        "Left open last time",
        table(
            ("Since", "What", "What became of it"),
            ((iso(row.since), row.text, phrases.ANSWER[row.answer]) for row in plan.left_open),
        ),
    )


def _assessment(plan: Plan) -> Section | None:
    return result_section(*plan.assessed) if plan.assessed is not None else None


def _changes(plan: Plan) -> Section | None:
    again = any(row.look_on for row in plan.changes)
    columns = ("Date", *COLUMNS, *(["Look again on"] if again else []))
    rows = ((with_weekday(row.on), *row.row, *([iso(row.look_on)] if again else [])) for row in plan.changes)
    return section("Changes since it was adopted", table(columns, rows, lead=4))


def _times(plan: Plan) -> Section | None:
    if plan.audience is not Audience.TEAM or all(each.taken is None for each in plan.times):
        return None
    rows = [(each.name, str(each.planned), phrases.number(each.taken)) for each in plan.times]
    held = [each for each in plan.times if each.taken is not None]
    total = ("All that was timed", str(sum(each.planned for each in held)), str(sum(each.taken or 0 for each in held)))
    return section("Time planned and taken", table(("What", "Minutes planned", "Minutes taken"), (*rows, total)))


def _candidates(plan: Plan) -> Section | None:
    if plan.audience is not Audience.TEAM:
        return None
    return section(
        "Candidates and votes",
        table(
            ("Id", "Candidate", "Dots", "Decision", "Note"),
            (
                (row.id, row.title, phrases.number(row.dots), phrases.STATUS[row.status], row.note)
                for row in plan.candidates
            ),
            lead=2,
        ),
    )


_APPENDIX: tuple[Callable[[Plan], Section | None], ...] = (
    _in_spite_of,
    _how_we_decided,
    _by_consent,
    _parked,
    _left_open,
    _changes,
    _assessment,
    _candidates,
    _times,
)
