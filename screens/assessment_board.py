"""The results of a self-assessment drawn as rows: what next, bars, then and now, leaders and others."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from screens.paint import Painter, Row, cells, ends, fit, said, wrapped
from workshop.assessment.comparison import Change, Comparison
from workshop.assessment.results import ItemResult, Result
from workshop.assessment.words import bars as drawn
from workshop.assessment.words import median_of, number, standing

#: The views beside the bars; their items begin with these words.
THEN, GROUPS = "then", "groups"

#: What the items of next actions begin with.
NEXT = "next/"

#: From so many cells on, a question's bars stand in its row, and from so many on with whole names and words.
_BARS, _WIDE = 76, 104

#: Cells of a bar, and of a question's name beside it.
_BAR, _NAME, _WHOLE_NAME = 5, 14, 26

_ARROWS = {1: ("▲", "up", "$wall-play"), -1: ("▼", "down", "$wall-explore"), 0: ("", "", "$wall-quiet")}


def bars(painter: Painter, found: Result, steps: Mapping[str, str]) -> list[Row]:
    """Return what to do next, and every question's answers as bars; `steps` says what steps are called."""
    actions = found.next_actions
    note = "Enter opens the step" if actions else "nothing stands at 3 or below"
    rows = [painter.heading("", "What next", note, "$wall-here")]
    for item in actions:
        rows += _next(painter, item, steps.get(item.item.step, item.item.step))
    for each in found.dimensions:
        rows += [painter.note()] if painter.tall else []
        head = Content.styled(each.dimension.name, "bold $wall-here")
        rows.append(Row(ends(head, Content.styled(each.said, "bold $wall-here"), painter.width)))
        for item in each.items:
            rows += _question(painter, item, alone=found.alone)
    return rows


def _next(painter: Painter, item: ItemResult, step: str) -> list[Row]:
    """A next action, and the step that it leads to."""
    id, aside = f"{NEXT}{item.item.id}", painter.width >= _BARS
    room = painter.width - 4 - (cells(step) + 3 if aside else 0)
    most = 3 if id == painter.selected or painter.tall else 1
    first, *rest = wrapped(f"{item.item.topic}: {item.next_action}", room, "bold", most=most)
    right = Content.styled(f"{step} →", "$wall-explore") if aside else Content("")
    return [painter.item(id, first, right), *(painter.under(id, line, 4) for line in rest)]


def _question(painter: Painter, item: ItemResult, *, alone: bool) -> list[Row]:
    """A question with its answers; the selected one with the sentence of its level and its evidence."""
    id, chosen = item.item.id, item.item.id == painter.selected
    wide = painter.width >= _WIDE
    several = item.tally is not None and item.tally.answered > 1
    words = standing(item) if wide or not several else _short(item)
    right = Content.styled(words, "bold" if item.flags and not alone else "")
    inline = several and painter.width >= _BARS
    left = said(item.item.topic, "bold" if chosen else "")
    if inline and item.tally is not None:
        name = _WHOLE_NAME if wide else _NAME
        left = fit(left, name) + Content(f" {drawn(item.tally, _BAR)}")
    rows = [painter.item(id, left, right)]
    if not chosen:
        return rows
    if several and not inline and item.tally is not None:
        rows.append(painter.under(id, Content(drawn(item.tally, _BAR)), 4))
    level = item.level
    if level is not None:
        at = int(level)
        rows += [
            painter.under(id, line, 4)
            for line in wrapped(f"{at}: {item.item.level(at)}", painter.width - 4, "italic", most=2)
        ]
    if item.note:
        rows += [
            painter.under(id, line, 4)
            for line in wrapped(f"evidence: {item.note}", painter.width - 4, "$wall-quiet", most=2)
        ]
    return rows


def _short(item: ItemResult) -> str:
    """Where a question stands, in the few cells there are: `2.5 SPREAD ?`; once a level is agreed, that level."""
    if item.agreed is not None:
        return f"agreed {item.agreed}"
    flags = "SPREAD ?" if len(item.flags) > 1 else " ".join(item.flags)
    return f"{median_of(item)} {flags}".strip()


def then_and_now(painter: Painter, compared: Comparison) -> list[Row]:
    rows: list[Row] = []
    if not compared.comparable:
        told = "Fewer than half have the same roles as then, or roles were not noted: no change is reported."
        rows += map(Row, wrapped(told, painter.width, "$wall-explore"))
    elif not compared.moved:
        rows.append(painter.note("Nothing moved by a whole level, no dimension by half a point."))
    rows.append(painter.heading("", "Dimensions", "then → now", "$wall-here"))
    rows += [_moved(painter, change) for change in compared.dimensions]
    rows.append(painter.heading("", "Questions", "then → now", "$wall-here"))
    rows += [_moved(painter, change) for change in compared.items]
    return rows


def _moved(painter: Painter, change: Change) -> Row:
    sign, word, style = _ARROWS[change.moved]
    values = f"{number(change.then) or '–':>3} → {number(change.now) or '–':<3}"
    right = Content.assemble((f"{sign} {word}".strip(), f"bold {style}"), f"  {values}")
    return painter.item(f"{THEN}/{change.id}", said(change.name), right)


def groups(painter: Painter, found: Result) -> list[Row]:
    rows = [painter.heading("", "Medians", "leaders | others", "$wall-here")]
    for item in found.items:
        if item.leaders is not None and item.others is not None:
            one, other = item.leaders.median, item.others.median
            far = one is not None and other is not None and abs(one - other) >= 1
            values = f"{number(one) or '–':>3} | {number(other) or '–':<3}"
            right = Content.assemble(("APART" if far else "", "bold $wall-explore"), f"  {values}")
            rows.append(painter.item(f"{GROUPS}/{item.item.id}", said(item.item.topic), right))
    return rows
