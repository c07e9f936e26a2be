"""What Textual does anew for each app, or for a terminal that is not there: much of a test's time, to no effect."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_parse_rules = Stylesheet._parse_rules
_render_update = Compositor.render_update


def _parse_once(self: Stylesheet, *args: Any, **named: Any) -> list[RuleSet]:
    # The same text means something else with other colors.
    key = (args, tuple(sorted(named.items())), frozenset(self._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_rules(self, *args, **named)
    return _parsed[key]


def _render_when_full(
    self: Compositor, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
) -> RenderableType | None:
    # A test that looks at the screen renders all of it; a driver without a terminal throws away what is sent to it.
    # The palette, over another screen, lays its lines out by having been rendered.
    if full or screen_stack:
        return _render_update(self, full, screen_stack, simplify)
    visible_screen_stack.set([])
    self._dirty_regions.clear()
    return None


def parse_once() -> None:
    """Let every app of this process share the styles that were parsed."""
    Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]


def render_when_looked_at() -> None:
    """Send nothing to terminals that are not there."""
    Compositor.render_update = _render_when_full  # type: ignore[method-assign]
