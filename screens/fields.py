"""Boards some of whose items are fields: each shown with its label, filled at the foot of the screen or by a digit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from data.nouns.base import Noun
from data.value import Key, Workshop, noun_of
from screens.field_item import FieldItem
from screens.frame import Frame
from screens.paint import Painter, Row, fit, wrapped
from screens.widgets.prompt import Prompt
from workshop import answers
from workshop.wording import Field

#: Cells for a field's label.
LABEL = 17

#: The most rows of a value in full: as many as the longest one takes on a narrow wall.
_FULL = 8


class Fielded(Frame):
    """A frame that knows what to do with items that are fields."""

    def field_rows(
        self, workshop: Workshop, painter: Painter, row: Noun, fields: Iterable[Field], *, full: bool = False
    ) -> list[Row]:
        """A row a field, its value behind its label; the selected one in full, with the digits it takes.

        With `full` each of them is in full.
        """
        rows: list[Row] = []
        for field in fields:
            item = str(FieldItem(row.table, row.id, field.name))
            value = answers.shown(field, row, workshop, self.host.today())
            label = Content.styled(f"{field.label:<{LABEL - 1}} ", "$wall-quiet")
            room = painter.width - LABEL - 2
            most = _FULL if full else 5 if item == painter.selected else 2 if painter.tall else 1
            lines = wrapped(value, room, most=most) if value else [self.blank(field)]
            rows.append(painter.item(item, label + lines[0]))
            rows += [painter.under(item, line, LABEL + 2) for line in lines[1:]]
            if item == painter.selected and (digits := answers.digits(field)):
                said_digits = "  ".join(f"{key} {digit.label}".rstrip() for key, digit in digits.items())
                rows.append(painter.under(item, fit(Content.styled(said_digits, "$wall-explore"), room), LABEL + 2))
        return rows

    def blank(self, field: Field) -> Content:
        """What stands in the place of a field's value while there is none."""
        return Content.styled("…" if field.tier == "core" else "", "$wall-quiet")

    def field_of(self, item: str) -> tuple[type[Noun], str, Field] | None:
        """The noun, the row's id and the field an item stands for; None for other items and what is gone or unknown."""
        place = FieldItem.read(item)
        if place is None or Key(place.table, place.id) not in self.workshop.rows:
            return None
        try:
            return noun_of(place.table), place.id, self.content.field(place.table, place.name)
        except KeyError:
            return None

    def press_digit(self, digit: int) -> None:
        """Fill the selected field with what a digit means for it, and go on to the next one."""
        place = self.field_of(self.selected)
        given = None if place is None else answers.digits(place[2]).get(f"{digit}")
        if place is not None and given is not None:
            noun, id, field = place
            self.set_field(noun, id, field.name, given.value)
            self.select(self.board.picture.toward(self.selected, 0, 1))

    def open_field(self, item: str) -> None:
        """Ask for a field at the foot of the screen; when it was empty, so are the empty ones behind it in turn."""
        self.ask(self._field_prompt_at(item))

    def still_empty(self, item: str) -> bool:
        """Whether an item is a field of the first form that is still to be typed."""
        place = self.field_of(item)
        if place is None:
            return False
        noun, id, field = place
        typed = answers.typed(field, self.workshop.row(noun, id), self.workshop)
        return not typed and field.tier == "core" and not answers.digits(field)

    def _field_prompt_at(self, item: str) -> Prompt | None:
        place = self.field_of(item)
        if place is None:
            return None
        noun, id, field = place
        after = self._next_empty if self.still_empty(item) else self.next_field
        return self.field_prompt(noun, id, field.name, lambda: after(item))

    def next_field(self, item: str) -> Prompt | None:
        """Go on to the next field; it is asked for at once when it is empty, or answered as the last workshop did."""
        following = self.board.picture.toward(item, 0, 1)
        self.select(following)
        asks = following != item and (self.still_empty(following) or self.asks_again(following))
        return self._field_prompt_at(following) if asks else None

    def asks_again(self, item: str) -> bool:
        """Whether an item is a field whose answer is of the workshop before: to be kept by Enter, or changed."""
        place, brief = self.field_of(item), self.workshop.brief
        return bool(place and brief.follows and not brief.version and not answers.digits(place[2]))

    def _next_empty(self, item: str) -> Prompt | None:
        """Go on to the next field that is empty, past those that are filled; to the next item when there is none."""
        at = item
        while (following := self.board.picture.toward(at, 0, 1)) != at and self.field_of(following) is not None:
            at = following
            if self.still_empty(at):
                self.select(at)
                return self._field_prompt_at(at)
        return self.next_field(item)


def of_noun(fields: Sequence[Field], noun: type[Noun]) -> list[Field]:
    """The fields that one noun fills, those of the first form before the others."""
    own = [field for field in fields if field.noun == noun.table]
    return [field for tier in ("core", "more") for field in own if field.tier == tier]
