"""What has been decided in a workshop and what there is to say about it, as of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop import now

if TYPE_CHECKING:
    from data.store import Kept
    from data.versions import Version
    from workshop.export.registry import Source
    from workshop.plan.audiences import Audience
    from workshop.plan.model import Plan
    from workshop.rules.registry import Finding


def findings_of(kept: Kept) -> tuple[Finding, ...]:
    """Return what the checks find in a workshop, what was accepted included."""
    from workshop.rules.registry import Context, findings

    return findings(kept.value, Context.of(kept.room, now.today(), now.now()))


def plan_of(kept: Kept) -> Plan:
    """Return the plan of a workshop, as far as it has come."""
    from workshop.plan import model

    return model.plan_of(kept.value, ref=kept.ref, today=now.today(), findings=findings_of(kept))


def source_of(
    kept: Kept, versions: tuple[Version, ...], audience: Audience, check_in: str = "", paper: str = ""
) -> Source:
    """Return what documents of a workshop for an audience are made from; `check_in` is as `Source` has it.

    Without a `paper` they are for the one that was configured, or else for the one of the country.
    """
    from workshop import config
    from workshop.export import registry
    from workshop.paper import Paper, usual

    named = paper or config.load().paper
    return registry.source_of(
        kept.value,
        ref=kept.ref,
        today=now.today(),
        step=kept.room.step,
        findings=findings_of(kept),
        versions=versions,
        audience=audience,
        check_in=check_in,
        paper=Paper(named) if named else usual(),
    )
