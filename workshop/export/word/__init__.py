"""Word: the plan and what is made of it as files that a client edits: real styles, tables that keep their heads."""

from __future__ import annotations

from workshop.export import assessed, plaintext
from workshop.export.registry import Source, Subject, format, whole_format
from workshop.export.runsheet import runsheet
from workshop.export.summary import summary
from workshop.export.whole_plan import whole_plan
from workshop.export.word.pages import pages
from workshop.export.word.sheet import one_sheet
from workshop.export.worksheet import worksheet
from workshop.plan.model import Plan
from workshop.steps import load

_SUFFIX = ".docx"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@format("docx", suffix=_SUFFIX, media_type=_MEDIA_TYPE, description="Word: the whole plan, to edit and to hand on")
def write(plan: Plan) -> bytes:
    """Return the whole plan as a Word file."""
    return pages(whole_plan(plan, paged=True), plan, over=plan.organization if plan.title else "")


@format(
    "onepage-docx",
    suffix=_SUFFIX,
    media_type=_MEDIA_TYPE,
    description="The plan on one sheet in Word, to adapt it",
    subject=Subject.PAGE,
)
def write_sheet(plan: Plan) -> bytes:
    """Return the sheet as a Word file."""
    document, over, sizes = one_sheet(plan)
    return pages(document, plan, over=over, sizes=sizes)


@format(
    "summary-docx",
    suffix=_SUFFIX,
    media_type=_MEDIA_TYPE,
    description="The same in Word, to adapt it before it goes out",
    subject=Subject.SUMMARY,
)
def write_summary(plan: Plan) -> bytes:
    """Return the summary as a Word file."""
    return pages(summary(plan, plaintext.render), plan)


@format(
    "runsheet-docx",
    suffix=_SUFFIX,
    media_type=_MEDIA_TYPE,
    description="The same day in Word, to adapt it",
    subject=Subject.RUNSHEET,
)
def write_runsheet(plan: Plan) -> bytes:
    """Return the runsheet as a Word file."""
    return pages(runsheet(plan, load()), plan)


@format(
    "worksheet-docx",
    suffix=_SUFFIX,
    media_type=_MEDIA_TYPE,
    description="The same forms in Word, to adapt them and to fill them in",
    subject=Subject.WORKSHEET,
)
def write_worksheet(plan: Plan) -> bytes:
    """Return the worksheet as a Word file."""
    return pages(worksheet(plan, load()), plan)


@whole_format(
    "assessment-docx",
    suffix=_SUFFIX,
    media_type=_MEDIA_TYPE,
    description="The same in Word, to hand on",
    subject=Subject.ASSESSMENT,
)
def write_assessment(source: Source) -> bytes:
    """Return the last self-assessment as a Word file."""
    return pages(assessed.document(source.workshop), source.plan)
