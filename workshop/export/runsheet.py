"""The runsheet: the day as the facilitator holds it in hand, with clock times, questions, prompts and what is asked.

It comes from the method and from what Open says of the day, so that it is whole before the room has said a word.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from workshop.export import html, markdown, phrases, plaintext
from workshop.export.document import Paragraph, Section, Table, bullets, paragraph, section
from workshop.export.letters import missing_letters
from workshop.export.registry import Subject, format
from workshop.export.typesetting import pages
from workshop.plan.model import Plan
from workshop.room.agenda import Slot, planned
from workshop.room.timing import with_minutes
from workshop.steps import Content, load
from workshop.wording import Agenda, Step, fill

#: The agenda of one person alone.
_ALONE = "solo"

#: When a day begins that nobody has given an end.
_BEGINS = time(9)


@format(
    "runsheet",
    suffix=".md",
    media_type="text/markdown",
    description="The day with clock times, questions and prompts",
    subject=Subject.RUNSHEET,
)
def write(plan: Plan) -> bytes:
    """Return the runsheet as Markdown, in UTF-8."""
    return markdown.render(runsheet(plan, load())).encode()


@format(
    "runsheet-text",
    suffix=".txt",
    media_type="text/plain",
    description="The same day as plain text, 80 columns",
    subject=Subject.RUNSHEET,
)
def write_text(plan: Plan) -> bytes:
    """Return the runsheet as plain text, in UTF-8."""
    return plaintext.render(runsheet(plan, load())).encode()


@format(
    "runsheet-html",
    suffix=".html",
    media_type="text/html",
    description="The same day as a web page",
    subject=Subject.RUNSHEET,
)
def write_html(plan: Plan) -> bytes:
    """Return the runsheet as a web page, in UTF-8."""
    return html.render(runsheet(plan, load())).encode()


@format(
    "runsheet-pdf",
    suffix=".pdf",
    media_type="application/pdf",
    description="The same day to print",
    subject=Subject.RUNSHEET,
    remark=missing_letters,
)
def write_pdf(plan: Plan) -> bytes:
    """Return the runsheet as PDF."""
    return pages(runsheet(plan, load()), plan)


def runsheet(plan: Plan, content: Content) -> Section:
    """Return the day of a workshop by a method.

    It ends when Open says it does, and begins as much earlier as the agenda is long; without an end it begins at nine.
    """
    agenda = with_minutes(content.agenda(plan.agenda), {each.key: each.planned for each in plan.times})
    slots = planned(agenda, _begins(plan, agenda))
    parts = (
        paragraph(plan.organization if plan.title else ""),
        paragraph(_day(plan, agenda, slots)),
        paragraph(plan.scope),
        section("The day at a glance", _glance(content, slots)),
        *(_part(content, slot, alone=plan.agenda == _ALONE) for slot in slots),
        section("If time runs short", bullets(_cuts(content, agenda))),
    )
    return Section(f"Runsheet: {phrases.title(plan)}", tuple(part for part in parts if part))


def _begins(plan: Plan, agenda: Agenda) -> datetime:
    day = plan.held_on or plan.today
    if plan.ends_at is None:
        return datetime.combine(day, _BEGINS)
    return datetime.combine(day, plan.ends_at) - timedelta(minutes=agenda.total)


def _day(plan: Plan, agenda: Agenda, slots: tuple[Slot, ...]) -> str:
    held = f"{phrases.with_weekday(plan.held_on)}. " if plan.held_on else ""
    when = f"from {_clock(slots[0].starts_at)} to {_clock(slots[-1].ends_at)}"
    decider = f" {plan.room.decider} decides what stays open." if plan.room.decider else ""
    return f"{held}{agenda.name}, {agenda.total} minutes, {when}.{decider}"


def _glance(content: Content, slots: tuple[Slot, ...]) -> Table:
    return Table(
        ("From", "To", "What", "Minutes"),
        tuple(
            (_clock(slot.starts_at), _clock(slot.ends_at), _name(content, slot), str(slot.item.minutes))
            for slot in slots
        ),
        lead=3,
    )


def _part(content: Content, slot: Slot, *, alone: bool) -> Section:
    """One step or pause: its time and name, and for a step all that is said in it."""
    heading = f"{_clock(slot.starts_at)} {_name(content, slot)}, {slot.item.minutes} min"
    until = f"Until {_clock(slot.ends_at)}."
    if slot.item.step is None:
        return Section(heading, (Paragraph(until),))
    step = content.step(slot.item.step)
    prompts = bullets(fill(prompt, {}) for prompt in step.asked_of(alone=alone))
    parts = (paragraph(f"{step.question} {until}"), prompts, paragraph(f"Done when we have: {_asks(step)}."))
    return Section(heading, tuple(part for part in parts if part))


def _asks(step: Step) -> str:
    """What a step has on the wall when it is done, by the names of its core fields."""
    return ", ".join(dict.fromkeys(field.label for field in step.tier("core")))


def _cuts(content: Content, agenda: Agenda) -> list[str]:
    return [
        f"{content.step(cut.step).name}: {cut.minutes} instead of {agenda.minutes(cut.step)} minutes, {cut.how}"
        for cut in agenda.cuts
    ]


def _name(content: Content, slot: Slot) -> str:
    key = slot.item.step
    return f"{content.number(key)} {content.step(key).name}" if key else slot.item.pause or ""


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"
