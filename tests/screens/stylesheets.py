"""Styles parsed once for all the apps of a test run: Textual would parse them anew for each, a fifth of its start."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_parse_rules = Stylesheet._parse_rules


def _parse_once(self: Stylesheet, *args: Any, **named: Any) -> list[RuleSet]:
    # The same text means something else with other colors.
    key = (args, tuple(sorted(named.items())), frozenset(self._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(self, *args, **named)
    return _parsed[key]


def parse_once() -> None:
    """Let every app of this process share what was parsed."""
    Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]
