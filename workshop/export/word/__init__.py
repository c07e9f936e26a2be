"""Word: the plan and what is made of it as files that a client edits: real styles, tables that keep their heads."""

from __future__ import annotations

from workshop.export.registry import Subject, format
from workshop.export.runsheet import runsheet
from workshop.export.whole_plan import whole_plan
from workshop.export.word.pages import pages
from workshop.export.worksheet import worksheet
from workshop.plan import Plan
from workshop.steps import load

_SUFFIX = ".docx"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@format("docx", suffix=_SUFFIX, media_type=_MEDIA_TYPE, description="Word: the whole plan, to edit and to hand on")
def write(plan: Plan) -> bytes:
    """Return the whole plan as a Word file."""
    return pages(whole_plan(plan, paged=True), plan, over=plan.organization if plan.title else "")


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
