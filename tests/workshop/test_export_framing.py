"""Direction, risks and rhythm in the whole plan: told where something was said, and left out where nothing was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from data.nouns.planning import Source, Status
from data.nouns.rhythm import CheckIn, Preset
from data.value import Workshop
from tests.workshop.build import TODAY, a_workshop, cadence, fact, measure, party, principle, priority, risk, trigger
from workshop.export.registry import export
from workshop.plan.model import plan_of


def lines(workshop: Workshop, today: date = TODAY) -> list[str]:
    return export(plan_of(workshop, ref="ref", today=today), "markdown").decode().splitlines()


def under(heading: str, workshop: Workshop, today: date = TODAY) -> list[str]:
    """What stands under a heading, to the next one."""
    written = lines(workshop, today)
    rest = written[written.index(heading) + 1 :]
    end = next((at for at, line in enumerate(rest) if line.startswith("#")), len(rest))
    return [line for line in rest[:end] if line]


def test_where_nothing_was_said_there_is_no_section() -> None:
    text = "\n".join(lines(a_workshop(priority("P1", "Open", status=Status.SELECTED))))
    assert not any(heading in text for heading in ("## Direction", "## Risks", "## Rhythm"))


def test_the_direction() -> None:
    workshop = a_workshop(
        fact("F1", "31% never come", source="referral log"),
        measure("Q1", "First visits", baseline=Decimal("69.50"), target=Decimal(120000), unit="a year", by=TODAY),
        measure("Q2", "Fresh share"),
        principle("X1", "Fresh before more.", will_not="chase tonnage"),
        principle("X2", "Partners first"),
        obstacle="Doors are shut",
        aspiration="Open doors",
        vision="A town where nobody is hungry",
    )
    assert under("## Direction", workshop) == [
        "- **Obstacle:** Doors are shut",
        "- **Aspiration:** Open doors",
        "- **Vision:** A town where nobody is hungry",
    ]
    assert under("### Facts", workshop)[2:] == ["| 31% never come | referral log |"]
    assert under("### Measures", workshop)[2:] == [
        "| First visits | 69.5 | 120,000 | a year | Wed 2026-10-14 |",
        "| Fresh share | unknown |  |  |  |",
    ]
    assert under("### Principles", workshop) == [
        "- Fresh before more; so we will not chase tonnage.",
        "- Partners first.",
    ]


def test_risks_stand_with_those_taken_up_first() -> None:
    workshop = a_workshop(
        party("N1", "Coordinator"),
        priority("P1", "Open evenings", status=Status.SELECTED),
        risk("R1", "The grant is cut", source=Source.OUTSIDE, plan_changed=True),
        risk("R2", "Burn out", starred=True, sign="Gaps", answer="A cap", who_id="N1", by=TODAY, priority_id="P1"),
    )
    assert under("## Risks and early signs", workshop)[2:] == [
        "| R2 | Burn out (a top reason) | Gaps | A cap | Coordinator | Wed 2026-10-14 |  | P1 |",
        "| R1 | The grant is cut |  | (The plan was changed.) |  |  | outside | all |",
    ]


def test_the_rhythm_and_its_rules() -> None:
    workshop = a_workshop(
        party("N1", "Coordinator"),
        cadence("H1", CheckIn.PULSE, minutes=10, who="owners"),
        cadence("H2", CheckIn.REVIEW),
        trigger("T1", "Grant", threshold="no letter by March", then="meet", watcher_id="N1"),
        rhythm=Preset.TIGHT,
        next_on=date(2026, 10, 28),
        keeper_id="N1",
        move_days=1,
        drops_milestones="the owners",
        holidays=("2026-12-24/2027-01-02", "2026-12-06"),
    )
    assert under("## Rhythm and rules", workshop) == [
        "- **Keeper of the plan:** Coordinator",
        "- **Nobody is here:** 2026-12-24 to 2027-01-02; 2026-12-06",
    ]
    assert under("### Check-ins", workshop)[2:] == [
        "| Wed 2026-10-28 | weekly check-in | 10 | owners |",
        "| Wed 2026-11-04 | monthly check-in |  |  |",
    ]
    assert under("### What makes us look again before that", workshop)[2:] == [
        "| Grant | no letter by March | meet | Coordinator |"
    ]
    assert under("### Who may change what", workshop) == [
        "- **Moving a date:** the owner alone, once, by up to 1 day",
        "- **Dropping a result:** the owners",
    ]
    assert under("### Check-ins", workshop, date(2026, 12, 1))[2:] == [
        "| Wed 2026-12-02 | monthly check-in |  |  |",
        "| Wed 2026-12-09 | weekly check-in | 10 | owners |",
    ]


def test_nobody_moves_a_date_alone_where_there_are_no_days_for_it() -> None:
    workshop = a_workshop(next_on=TODAY, move_days=0)
    assert under("### Who may change what", workshop) == ["- **Moving a date:** never the owner alone"]
    assert under("### Check-ins", workshop)[2:] == ["| Wed 2026-10-14 | check-in |  |  |"]
