"""What the rules find and the plan says in the open workshop as it is now, each worked out once."""

from __future__ import annotations

from dataclasses import replace

from data.value import Workshop
from workshop.plan.model import Plan, plan_of
from workshop.rules import registry
from workshop.rules.registry import Context, Finding

#: Seconds of a minute: finer than this the time of day says nothing else.
_MINUTE = 60


class Outlook:
    """Remembers what was worked out for one value of a workshop, within one minute.

    Screens ask again at each key, and a value of a hundred rows is looked through by seventy rules.
    """

    def __init__(self) -> None:
        self._workshop: Workshop | None = None
        self._context: Context | None = None
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._plan: Plan | None = None

    def findings(self, workshop: Workshop, context: Context, step: str = "") -> tuple[Finding, ...]:
        """Return what the rules have to say, as `registry.findings` does; "" is every step."""
        self._look(workshop, context)
        if step not in self._found:
            assert self._context is not None
            self._found[step] = registry.findings(workshop, self._context, step or None)
        return self._found[step]

    def plan(self, workshop: Workshop, context: Context, ref: str) -> Plan:
        """Return what was decided so far, with all that there is to say about it."""
        found = self.findings(workshop, context)
        if self._plan is None or self._plan.ref != ref:
            self._plan = plan_of(workshop, ref=ref, today=context.today, findings=found)
        return self._plan

    def _look(self, workshop: Workshop, context: Context) -> None:
        """Forget what was worked out for another value, or for another minute."""
        context = _to_the_minute(context)
        if workshop is not self._workshop or context != self._context:
            self._workshop, self._context, self._found, self._plan = workshop, context, {}, None


def _to_the_minute(context: Context) -> Context:
    now = context.now and context.now.replace(second=0, microsecond=0)
    return replace(context, now=now, spent={step: spent - spent % _MINUTE for step, spent in context.spent.items()})
