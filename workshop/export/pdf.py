"""PDF: the whole plan as pages, with a title page, the plan on one page, the timeline, contents and bookmarks."""

from __future__ import annotations

from workshop.export.letters import missing_letters
from workshop.export.registry import format
from workshop.export.typesetting import pages
from workshop.export.whole_plan import PAGE, whole_plan
from workshop.plan.model import Plan


@format(
    "pdf",
    suffix=".pdf",
    media_type="application/pdf",
    description="The whole plan as a document to send, to print and to hand in",
    remark=missing_letters,
)
def write(plan: Plan) -> bytes:
    """Return the whole plan as PDF."""
    over = plan.organization if plan.title else ""
    return pages(whole_plan(plan, paged=True), plan, over=over, cover=True, whole=frozenset({PAGE}))
