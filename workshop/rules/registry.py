"""The registry of all rules, and what they find in a workshop: the same findings for guide, plan, exports and shell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from types import ModuleType

from data.nouns.base import TEXT_BOUND
from data.nouns.room import Acceptance
from data.value import Workshop
from workshop.room import timing
from workshop.rules import (
    changes,
    close,
    direction,
    how_to_win,
    milestones,
    open,
    owners,
    plan,
    priorities,
    rhythm,
    stress,
    where_to_play,
)
from workshop.rules.grouping import Group, grouped
from workshop.rules.rule import Context, Finding, Found, Level, Remedy, Rule

__all__ = ["RULES", "Context", "Finding", "Found", "Group", "Level", "Remedy", "findings", "grouped", "open_blocks"]


def _rules(modules: Iterable[ModuleType]) -> dict[str, Rule]:
    found = [each for module in modules for each in vars(module).values() if isinstance(each, Rule)]
    return {each.code: each for each in found}


#: Every rule by its code, in the order of the steps.
RULES = _rules(
    (open, direction, where_to_play, how_to_win, priorities, owners, milestones, stress, rhythm, close, plan, changes)
)


def findings(workshop: Workshop, context: Context, step: str | None = None) -> tuple[Finding, ...]:
    """Return what the rules have to say, in the order of the steps; with `step`, on that step alone.

    Nothing is said on a step that the workshop's agenda has no time for.
    What was accepted stays in, with the reason, for as long as the same check finds the same item; where the check is
    `as_worded`, for as long as it says the same of it. A dismissed hint that has become more than a hint is open again.
    """
    accepted = {(row.code, row.item): row for row in workshop.acceptances}
    agenda = timing.agenda_of(workshop, context.content)
    left_out = {item.step for item in agenda.items if not item.minutes}
    if context.walked is not None:
        left_out |= {step.key for step in context.content.steps} - set(context.walked)
    asks = [rule for rule in RULES.values() if rule.step not in left_out and step in (None, rule.step)]
    summing = [rule for rule in asks if rule.sums_up]
    if summing:  # what they sum up is said on other steps, too
        asks = [rule for rule in RULES.values() if rule.step not in left_out]

    def run(rules: Iterable[Rule], context: Context) -> tuple[Finding, ...]:
        return tuple(_judged(each, accepted) for rule in rules for each in rule.findings(workshop, context))

    plain = run((rule for rule in asks if not rule.sums_up), context)
    blocks = tuple(each for each in plain if each.level is Level.BLOCK and each.accepted is not None)
    last = run(summing, replace(context, accepted=blocks))
    place = {code: at for at, code in enumerate(RULES)}
    told = sorted(chain(plain, last), key=lambda each: place[each.code])
    return tuple(each for each in told if step is None or each.step == step)


def open_blocks(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those findings that stop "finish this step" and "adopt"."""
    return tuple(each for each in findings if each.blocks)


def _judged(finding: Finding, accepted: dict[tuple[str, str], Acceptance]) -> Finding:
    row = accepted.get((finding.code, finding.item))
    if row is None or (not row.reason and finding.level is not Level.HINT):
        return finding
    if RULES[finding.code].as_worded and row.message != finding.message[:TEXT_BOUND]:
        return finding
    return replace(finding, accepted=row.reason)
