"""The sample's first monthly check-in: its report says what the worked example says, word for word."""

from __future__ import annotations

import io
import os
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from data.nouns.check_in import Occasion
from data.nouns.planning import Milestone
from tests.workshop.build import but
from tests.workshop.first_check_in import CHANGES, DAY_0, DAY_49, RESULTS, begun, held
from tests.workshop.reading_back import pdf_text, text_of
from workshop import changes
from workshop import export as export  # registers the formats
from workshop.actions import calling, changing, checking_in
from workshop.changes import COLUMNS
from workshop.check_ins import due
from workshop.export import registry
from workshop.plan.minutes import minutes
from workshop.rules.registry import Context, findings
from workshop.sample import sample

#: `WORKSHOP_RENEW=1 python -m pytest tests/workshop/test_first_check_in.py` writes them anew; read the difference.
GOLDEN = Path(__file__).parent / "golden"


def written(name: str, check_in: str = "") -> bytes:
    source = registry.source_of(held(), ref="brackenford-k7", today=DAY_49, step="close", check_in=check_in)
    return registry.find(name).document(source)


def document(name: str) -> str:
    return written(name).decode()


def rows(text: str, *columns: str) -> tuple[tuple[str, ...], ...]:
    """The rows under the table of these columns in a Markdown document, without their escapes."""
    lines = text.splitlines()
    at = lines.index("| " + " | ".join(columns) + " |") + 2
    found = []
    while at < len(lines) and lines[at].startswith("|"):
        cells = lines[at].strip("| ").split(" | ")
        found.append(tuple(re.sub(r"\\(.)", r"\1", cell) for cell in cells))
        at += 1
    return tuple(found)


def test_its_results_are_those_of_the_worked_example() -> None:
    assert rows(document("checkin"), "Item", "Status", "Confidence", "What happened", "Next") == RESULTS


def test_its_changes_are_those_of_the_worked_example() -> None:
    assert rows(document("checkin"), *COLUMNS) == CHANGES


@pytest.mark.parametrize(("name", "suffix"), [("checkin", "md"), ("checkin-text", "txt")])
def test_golden(name: str, suffix: str) -> None:
    golden = GOLDEN / f"brackenford.checkin.{suffix}"
    written = document(name)
    if os.environ.get("WORKSHOP_RENEW"):
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")
    assert written.count("\n") <= 60, "one page"


def test_a_date_that_moved_is_told_with_its_history() -> None:
    workshop = held()
    assert changes.when(workshop, workshop.row(Milestone, "M1"), "en") == (
        "Fri 15 Jan 2027 (first Fri 4 Dec 2026, moved once, 42 days)"
    )


def test_the_plan_has_thirteen_milestones_and_the_adopted_one_keeps_twelve() -> None:
    workshop = held()
    assert len(workshop.milestones) == 13
    assert len(sample(DAY_0, adopted=True).milestones) == 12
    assert workshop.row(Milestone, "M13").first_due == date(2027, 5, 28), "adopted with the check-in"
    assert workshop.row(Milestone, "M1").first_due == date(2026, 12, 4), "never overwritten"


def test_once_the_charter_is_signed_only_the_milestone_that_was_added_moves_the_priority() -> None:
    workshop = but(held(), "M7", evidence="four charters")
    march = Context(today=date(2027, 3, 1))

    def stands_still() -> set[str]:
        return {finding.item for finding in findings(workshop, march) if finding.code == "MIL-05"}

    assert "P3" not in stands_still()
    workshop = but(workshop, "M13", dropped_on=DAY_49)
    assert "P3" in stands_still()


def test_the_next_one_is_agreed() -> None:
    coming = due.next_one(held())
    assert coming is not None
    assert (str(coming.on), coming.occasion) == ("2026-12-09", "pulse")


def test_set_on_paper_it_has_one_page_and_nothing_is_cut() -> None:
    report = written("checkin-pdf")
    assert len(PdfReader(io.BytesIO(report)).pages) == 1
    words = pdf_text(report)
    for _, kind, _, _, _, _, reason, _, _ in CHANGES:
        assert kind in words and reason.rstrip(".") in words
    assert all(happened in words for _, _, _, happened, _ in RESULTS)


def test_in_word_it_says_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(written("checkin-docx"))) as archive:
        words = re.sub(r"<[^>]*>", "", archive.read("word/document.xml").decode())
    assert all(happened in words and said in words for _, said, _, happened, _ in RESULTS)
    assert all(reason.rstrip(".") in words for *_, reason, _, _ in CHANGES)


@pytest.mark.parametrize("name", ["checkin", "checkin-text", "checkin-pdf", "checkin-docx"])
def test_an_earlier_one_is_told_in_the_same_way(name: str) -> None:
    first = next(row for row in held().check_ins if row.held_on == date(2026, 10, 28))
    words = text_of(written(name, first.id))
    assert "fortnightly check-in" in words and "2026-10-28" in words
    assert "118 bookings" not in words and "118 bookings" in text_of(written(name))


def test_what_one_alone_and_an_extra_one_say_stands_in_the_report() -> None:
    plan = sample(DAY_0, adopted=True)
    alone = checking_in.begin(plan, Occasion.SOLO, DAY_49)
    alone = checking_in.decide_otherwise(alone, begun(alone), "Said no to the lease")
    extra = calling.begin_extra(plan, DAY_49, trigger_id="T1", about="A3")
    told = [minutes(value, value.check_ins[0]) for value in (alone, extra)]
    assert [(each.decision, each.why, each.about) for each in told] == [
        ("Said no to the lease", "", ""),
        ("", "Main grant renewal", "A3 Fresh food rescued from packers within 60 km"),
    ]
    for value, line in ((alone, "Said no to the lease"), (extra, "A3 Fresh food rescued")):
        source = registry.source_of(value, ref="brackenford", today=DAY_49, step="close")
        assert line in registry.find("checkin").document(source).decode()
    with pytest.raises(ValueError, match="Say which signal or reason"):
        calling.begin_extra(plan, DAY_49)


@pytest.mark.parametrize("name", ["markdown", "html", "pdf", "docx"])
def test_the_changes_of_the_plan_say_when_they_are_looked_at_again(name):
    def told(workshop):
        source = registry.source_of(workshop, ref="b", today=DAY_49, step="close")
        return re.sub(r"\s+", "", text_of(registry.find(name).document(source)))

    workshop = held()
    again = changing.look_again(workshop, workshop.adjustments[0].id, date(2027, 3, 3))
    assert "Lookagainon" not in told(workshop) and "2027-03-03" not in told(workshop)
    assert "Lookagain" in told(again) and "2027-03-03" in told(again)
