"""The cases of all rules: where each of them fires, and where it keeps quiet close by."""

from __future__ import annotations

from tests.workshop.rules import (
    test_rules_changes,
    test_rules_close,
    test_rules_direction,
    test_rules_how_to_win,
    test_rules_milestones,
    test_rules_open,
    test_rules_owners,
    test_rules_priorities,
    test_rules_stress_rhythm,
    test_rules_where_to_play,
)
from tests.workshop.rules.expecting import Fires, Quiet

_TABLES = (
    test_rules_open,
    test_rules_direction,
    test_rules_where_to_play,
    test_rules_how_to_win,
    test_rules_priorities,
    test_rules_owners,
    test_rules_milestones,
    test_rules_stress_rhythm,
    test_rules_close,
    test_rules_changes,
)
FIRES: list[Fires] = [case for table in _TABLES for case in table.FIRES]
QUIET: list[Quiet] = [case for table in _TABLES for case in table.QUIET]
