"""What is worked out once for a workshop as it is: the same as when worked out each time, and never out of date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest

from data.nouns.room import Brief
from workshop.actions import arenas
from workshop.outlook import Outlook
from workshop.plan.model import plan_of
from workshop.rules.registry import RULES, Context, findings
from workshop.sample import sample
from workshop.steps import load

DAY = date(2026, 10, 14)
CONTEXT = Context(DAY, time(9, 0, 12), spent={"open": 75.0})
WORKSHOP = sample(DAY).change(Brief, "W", title="", ends_at=time(9, 30), held_on=DAY)
STEPS = [step.key for step in load().steps]


@pytest.mark.parametrize("step", STEPS)
def test_one_step_has_the_findings_it_has_among_all(step):
    assert findings(WORKSHOP, CONTEXT, step) == tuple(each for each in findings(WORKSHOP, CONTEXT) if each.step == step)


def test_for_one_step_the_rules_of_the_others_are_not_run(monkeypatch):
    ran = []

    def noted(code, *_):
        ran.append(code)
        return ()

    for code, rule in RULES.items():
        monkeypatch.setitem(RULES, code, replace(rule, check=partial(noted, code)))
    findings(WORKSHOP, CONTEXT, "where-to-play")
    assert ran and all(RULES[code].step == "where-to-play" for code in ran)


def test_what_was_found_is_found_once(monkeypatch):
    outlook = Outlook()
    first, plan = outlook.findings(WORKSHOP, CONTEXT), outlook.plan(WORKSHOP, CONTEXT, "plan-1")
    a_moment_later = replace(CONTEXT, now=time(9, 0, 48), spent={"open": 111.0})
    assert outlook.findings(WORKSHOP, a_moment_later) is first
    assert outlook.plan(WORKSHOP, a_moment_later, "plan-1") is plan
    assert first == findings(WORKSHOP, CONTEXT)
    assert plan == plan_of(WORKSHOP, ref="plan-1", today=DAY, findings=first)


def test_another_value_another_day_and_another_minute_are_looked_at_anew():
    outlook = Outlook()
    before = outlook.findings(WORKSHOP, CONTEXT, "where-to-play")
    more = arenas.add(WORKSHOP, "Harbors")
    assert outlook.findings(more, CONTEXT, "where-to-play") != before
    assert outlook.plan(more, CONTEXT, "p").places[-1].name == "Harbors"
    late = replace(CONTEXT, now=time(9, 29))
    assert outlook.findings(WORKSHOP, late, "open") == findings(WORKSHOP, replace(late, spent={"open": 60.0}), "open")
    tomorrow = replace(CONTEXT, today=DAY + timedelta(days=400))
    assert outlook.findings(WORKSHOP, tomorrow) == findings(WORKSHOP, replace(tomorrow, now=time(9)))
    assert outlook.plan(WORKSHOP, tomorrow, "p").today == tomorrow.today


def test_equal_is_not_the_same_so_that_nothing_is_ever_out_of_date():
    outlook = Outlook()
    outlook.plan(WORKSHOP, CONTEXT, "one")
    assert outlook.plan(WORKSHOP, CONTEXT, "two").ref == "two"
