"""The parts of Direction on the wall: measures in sentences, facts and principles."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from data.nouns.direction import Measure
from data.value import Workshop
from screens.paint import Painter, Row, said, wrapped
from screens.parted import empty_part, further_line
from workshop import reading, spoken
from workshop.rules.direction import MANY_PRINCIPLES
from workshop.steps import load

KEY, QUIET = "bold $wall-explore", "$wall-quiet"

#: How many measures a direction has at most, and how many facts.
MANY_MEASURES, MANY_FACTS = 3, 5


def measures(workshop: Workshop, painter: Painter, today: date, *, full: bool) -> list[Row]:
    """What is counted, each in a sentence; with `full` all of it."""
    rows = workshop.measures
    heading = painter.heading("", "Measures", _of_at_most(len(rows), MANY_MEASURES))
    if not rows:
        return [heading, empty_part(painter, Measure.table, load().field(Measure.table, "name").ask)]
    lines = [heading]
    for row in rows:
        lines += _item(painter, row.id, reading.measured(row, today), _missing(row), always=full)
    return lines


def facts(workshop: Workshop, painter: Painter) -> list[Row]:
    """What the obstacle rests on, and where it is known from."""
    rows = workshop.facts
    heading = painter.heading("", "Facts", _of_at_most(len(rows), MANY_FACTS))
    if not rows:
        return [heading, empty_part(painter, "fact", load().field("fact", "text").ask)]
    lines = [heading]
    for row in rows:
        chosen = row.id == painter.selected
        source = Content("") if chosen else said(row.source, QUIET).truncate(painter.width // 3, ellipsis=True)
        lines += _item(painter, row.id, row.text, source)
        if chosen and row.source:
            label = load().field("fact", "source").label
            lines += [
                painter.under(row.id, line) for line in wrapped(f"{label}: {row.source}", painter.width - 5, "italic")
            ]
    return lines


def principles(workshop: Workshop, painter: Painter) -> list[Row]:
    """The rules, and what each forbids."""
    rows = workshop.principles
    heading = painter.heading("", "Principles", _of_at_most(len(rows), MANY_PRINCIPLES))
    if not rows:
        return [heading, empty_part(painter, "principle", load().field("principle", "rule").ask)]
    lines = [heading]
    for row in rows:
        mark = Content("") if row.will_not else Content.styled("! forbids nothing", KEY)
        lines += _item(painter, row.id, reading.ruled(row), mark)
    return lines


def more(workshop: Workshop, painter: Painter) -> list[Row]:
    """The key to what half a day does not need, and what there is of it."""
    counts = [spoken.counted(rows[0].table, len(rows)) for rows in (workshop.facts, workshop.principles) if rows]
    vision = [load().field("brief", "vision").label] if workshop.brief.vision else []
    told = ", ".join([*counts[:1], *vision, *counts[1:]]) or "facts, a vision, principles"
    return [further_line(painter, told)]


def _item(painter: Painter, item: str, text: str, mark: Content, *, always: bool = False) -> list[Row]:
    """An item on a line, on a tall wall on two; the selected one, or with `always` each, in full."""
    room = painter.width - 3 - (mark.cell_length + 1 if mark.plain else 0)
    most = 5 if always or item == painter.selected else 2 if painter.tall else 1
    first, *rest = wrapped(text, room, most=most)
    return [painter.item(item, first, mark), *(painter.under(item, line, 2) for line in rest)]


def _missing(row: Measure) -> Content:
    """What a measure lacks to be one."""
    lacks = "! no target" if row.target is None else "! no date" if row.by is None else ""
    return Content.styled(lacks, KEY)


def _of_at_most(count: int, most: int) -> str:
    """How many there are, once there are several; with the most there should be once that is reached."""
    if count < 2:
        return ""
    return (
        f"! {count} of at most {most}"
        if count > most
        else f"{count} of at most {most}"
        if count == most
        else f"{count}"
    )
