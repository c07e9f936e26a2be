"""The list of what is still open: to print and to tick off, with names and without codes."""

from __future__ import annotations

import re

from tests.workshop.build import but, sound
from tests.workshop.rules.cases import FIRES
from tests.workshop.rules.expecting import MORNING, of
from workshop.actions.accepting import accept
from workshop.export.checklist import checklist
from workshop.plan.decisions import InSpiteOf
from workshop.plan.model import plan_of
from workshop.rules.registry import findings

UNDATED = but(but(sound(), "M1", "M2", due=None), "A2", alternative="")


def test_each_step_has_its_lines_the_weightiest_first_with_what_they_are_about() -> None:
    workshop = but(UNDATED, "M3", title="Work on hosts")
    written = checklist(workshop, findings(workshop, MORNING))
    assert written.startswith("# Still open: Food bank 2027-2029\n\n## How to win\n\n")
    assert "- ☐ to weigh: Better than what? (Northern villages)\n" in written
    milestones = written[written.index("## Milestones") :].splitlines()[2:4]
    assert milestones == [
        "- ☐ to settle: 2 milestones have no date. A month is a start. "
        "(Two host rooms signed; First four weeks of opening run)",
        "- ☐ to weigh: That is effort. What's the result? (Work on hosts)",
    ]


def test_what_was_accepted_stands_behind_with_its_reason_and_nothing_open_is_said() -> None:
    workshop = UNDATED
    for finding in findings(workshop, MORNING):
        workshop = accept(workshop, finding, "The grant decides in May" if finding.level != "hint" else "")
    left = [each for each in findings(workshop, MORNING) if each.code != "CLS-05"]
    written = checklist(workshop, left)
    assert "Nothing is open." in written and "☐" not in written
    assert "| Better than what? (Northern villages) | The grant decides in May |" in written
    assert checklist(sound(), ()) == "# Still open: Food bank 2027-2029\n\nNothing is open.\n"


def test_it_has_no_codes_and_no_markup_of_anybody() -> None:
    for case in FIRES:
        written = checklist(case.workshop, findings(case.workshop, case.context))
        assert not re.search(r"[A-Z]{3,4}-\d\d", written)
    hostile = but(UNDATED, "A2", name="[a](b) *c* <d>\n# e")
    assert "(\\[a\\](b) \\*c\\* \\<d\\> \\# e)" in checklist(hostile, of("HTW-03", hostile))


def test_in_the_plan_those_of_one_kind_with_one_reason_are_one() -> None:
    workshop = UNDATED
    for code, reason in (("MIL-01", "The grant decides in May"), ("HTW-03", "Nobody knows it yet")):
        for finding in of(code, workshop):
            workshop = accept(workshop, finding, reason)
    plan = plan_of(workshop, ref="x", today=MORNING.today, findings=findings(workshop, MORNING))
    assert plan.in_spite_of == (
        InSpiteOf("Better than what? (Northern villages)", "Nobody knows it yet"),
        InSpiteOf("2 milestones have no date. A month is a start. (M1, M2)", "The grant decides in May"),
    )
