"""Word: the plan and what is made of it as files that a client edits: real styles, tables that keep their heads."""

from __future__ import annotations

from functools import partial

from workshop.export import assessed, check_in, plaintext
from workshop.export.registry import Source, Subject, format, whole_format
from workshop.export.runsheet import runsheet
from workshop.export.summary import summary
from workshop.export.whole_plan import whole_plan
from workshop.export.word.pages import pages
from workshop.export.word.sheet import fitting, one_sheet
from workshop.export.word.styles import REPORTS
from workshop.export.worksheet import worksheet
from workshop.plan.model import Plan
from workshop.steps import load

_SUFFIX = ".docx"
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_word = partial(format, suffix=_SUFFIX, media_type=_MEDIA_TYPE)
_word_of_all = partial(whole_format, suffix=_SUFFIX, media_type=_MEDIA_TYPE)


@_word("docx", description="Word: the whole plan, to edit and to hand on")
def write(plan: Plan) -> bytes:
    """Return the whole plan as a Word file."""
    return pages(whole_plan(plan, paged=True), plan, over=plan.organization if plan.title else "")


@_word("onepage-docx", subject=Subject.PAGE, description="The plan on one sheet in Word, to adapt it")
def write_sheet(plan: Plan) -> bytes:
    """Return the sheet as a Word file."""
    document, sizes, over = one_sheet(plan)
    return pages(document, plan, over=over, sizes=sizes)


@_word("summary-docx", subject=Subject.SUMMARY, description="The same in Word, to adapt it before it goes out")
def write_summary(plan: Plan) -> bytes:
    """Return the summary as a Word file."""
    return pages(summary(plan, plaintext.render), plan)


@_word_of_all("checkin-docx", subject=Subject.CHECKIN, description="The same report in Word, to adapt it")
def write_check_in(source: Source) -> bytes:
    """Return the report of a check-in as a Word file."""
    document, sizes = fitting(check_in.versions(source), REPORTS, source.plan.paper)
    return pages(document, source.plan, sizes=sizes)


@_word("runsheet-docx", subject=Subject.RUNSHEET, description="The same day in Word, to adapt it")
def write_runsheet(plan: Plan) -> bytes:
    """Return the runsheet as a Word file."""
    return pages(runsheet(plan, load()), plan)


@_word("worksheet-docx", subject=Subject.WORKSHEET, description="The same forms in Word, to adapt and to fill in")
def write_worksheet(plan: Plan) -> bytes:
    """Return the worksheet as a Word file."""
    return pages(worksheet(plan, load()), plan)


@_word_of_all("assessment-docx", subject=Subject.ASSESSMENT, description="The same in Word, to hand on")
def write_assessment(source: Source) -> bytes:
    """Return the last self-assessment as a Word file."""
    return pages(assessed.document(source.workshop), source.plan)
