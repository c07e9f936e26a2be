"""`due`, `diff` and `show --at`: what is late, what changed, and how the plan stood."""

from __future__ import annotations

import json
from datetime import date

import pytest

from data.difference import diff
from data.store import Kept, Store
from tests.cli.running import TODAY, Run
from tests.interpreter import modules_loaded_by, packages
from tests.workshop.first_check_in import held
from workshop import now
from workshop.sample import sample


@pytest.fixture
def adopted(store: Store) -> Kept:
    """A plan whose first check-in was on 28 October, nearly four weeks ago."""
    return store.create(sample(date(2026, 10, 14), adopted=True))


def test_nothing_is_due_without_a_plan(run: Run, kept: Kept) -> None:
    ran = run("due")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_what_is_overdue_is_said_and_the_status_is_1(run: Run, adopted: Kept) -> None:
    ran = run("due")
    title = "Brackenford food bank: strategy 2027-2029"
    assert (ran.status, ran.out) == (1, f"{adopted.ref}\t2026-10-28\t26 days overdue\t{title}\n")


def test_it_is_due_on_its_day_and_not_before(run: Run, adopted: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(now, "today", lambda: date(2026, 10, 27))
    assert run("due").status == 0
    monkeypatch.setattr(now, "today", lambda: date(2026, 10, 28))
    ran = run("due")
    assert (ran.status, ran.out.split("\t")[2]) == (1, "today")


def test_as_json_it_tells_of_every_plan(run: Run, adopted: Kept, store: Store) -> None:
    later = store.create(sample(TODAY, adopted=True))
    ran = run("due", "--json")
    assert ran.status == 1
    told = json.loads(ran.out)
    assert [(each["ref"], each["due"], each["days_overdue"]) for each in told] == [
        (adopted.ref, True, 26),
        (later.ref, False, 0),
    ]


def test_what_is_archived_is_not_due(run: Run, adopted: Kept) -> None:
    run("archive", adopted.ref)
    assert run("due").status == 0


def test_it_is_quick_enough_for_a_prompt(adopted: Kept, database: object) -> None:
    loaded = packages(
        modules_loaded_by(f"from workshop.cli import main; assert main(['--database', {str(database)!r}, 'due']) == 1")
    )
    assert loaded.isdisjoint({"sqlmodel", "sqlalchemy", "pydantic", "textual", "icalendar", "dateutil"})


@pytest.fixture
def moved_on(store: Store) -> str:
    """The sample, adopted, and then its first eventful check-in."""
    before, after = sample(date(2026, 10, 14), adopted=True), held()
    kept = store.create(sample(date(2026, 10, 14)))
    store.save(kept.id, diff(kept.value, before), label="adopt", publishes=True)
    store.save(kept.id, diff(before, after), label="check-in", publishes=True)
    return kept.ref


def test_two_versions_are_compared_with_their_reasons(run: Run, moved_on: str) -> None:
    ran = run("diff", moved_on, "v1", "v2")
    assert ran.status == 0
    assert "Moved\n" in ran.out
    assert "M1 Two host rooms signed for evening and Saturday use: 2026-12-04 ->" in ran.out
    assert "42 days later" in ran.out and "dependency slipped" in ran.out
    assert run("diff", moved_on).out.count("M13") == ran.out.count("M13") == 1
    assert "Nothing changed." in run("diff", moved_on, "v2", "now").out


def test_as_markdown_it_is_a_document(run: Run, moved_on: str) -> None:
    ran = run("diff", moved_on, "1", "2", "--markdown")
    assert ran.out.startswith("# Brackenford food bank: strategy 2027-2029: what changed\n")
    assert "## Moved\n\n- M1 " in ran.out


def test_a_version_that_is_not_there_is_said(run: Run, moved_on: str, kept: Kept) -> None:
    ran = run("diff", moved_on, "v1", "v9")
    assert (ran.status, ran.complaint) == (2, "There is no version 9: there is 1 to 2.")
    assert run("diff", kept.ref, "v1").complaint == "There is no version yet: adopting the plan makes the first one."
    assert "neither a version" in run("show", moved_on, "--at", "someday").complaint


def test_the_plan_as_it_stood(run: Run, moved_on: str) -> None:
    assert "2026-12-04 M1" in run("show", moved_on, "--at", "v1").out
    assert "2027-01-15 M1" in run("show", moved_on, "--at", "v2").out
    assert run("show", moved_on, "--at", "2026-11-22").status == 2
    assert "v6 adopted 2026-12-02" in run("show", moved_on, "--at", str(TODAY)).out


@pytest.mark.parametrize(("name", "beginning"), [("checkin", "# Brackenford"), ("ics", "BEGIN:VCALENDAR")])
def test_report_and_calendar_are_exported(run: Run, moved_on: str, name: str, beginning: str) -> None:
    assert run("export", moved_on, "-f", name).out.startswith(beginning)


def test_before_the_first_check_in_the_report_says_when_it_is(run: Run, adopted: Kept) -> None:
    out = run("export", adopted.ref, "-f", "checkin").out
    assert "No check-in was held yet." in out
    assert "The next one: Wed 2026-10-28, fortnightly check-in." in out


def test_an_earlier_check_in_is_asked_for_by_its_day(run: Run, moved_on: str) -> None:
    last = run("export", moved_on, "-f", "checkin").out
    assert run("export", moved_on, "-f", "checkin", "--check-in", "2026-12-02").out == last
    earlier = run("export", moved_on, "-f", "checkin", "--check-in", "2026-10-28")
    assert "fortnightly check-in\n" in earlier.out.splitlines(keepends=True)[0]
    assert "**Held:** Wed 2026-10-28" in earlier.out
    ran = run("export", moved_on, "-f", "checkin", "--check-in", "2026-10-29")
    assert ran.status == 2 and ran.complaint.startswith(
        "No check-in was held on 2026-10-29: they were held on 2026-10-28"
    )


def test_where_none_was_held_none_can_be_asked_for(run: Run, adopted: Kept) -> None:
    ran = run("export", adopted.ref, "-f", "checkin", "--check-in", "2026-10-28")
    assert (ran.status, ran.complaint) == (2, "No check-in was held on 2026-10-28: none was held yet.")
