"""How the words of a finished workshop are brought in by keys: lines, fields of a card, thoughts to park, checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from data.nouns.base import Noun
from data.value import Workshop
from screens.fields import of_noun
from tests.journeys.session import Entry, Keys, Seen, pasted, typed
from workshop import answers
from workshop.naming import caption
from workshop.steps import load

CONTENT = load()

Find = Callable[[Seen], Keys]


class Entering:
    """Makes entries that bring a workshop, held on `day`, closer to `goal`."""

    def __init__(self, goal: Workshop, day: date) -> None:
        self.goal, self.day = goal, day

    def text(self, row: Noun, name: str) -> str:
        """What is typed so that a field becomes as it is in the goal."""
        return answers.typed(CONTENT.field(row.table, name), row, self.goal)

    def all_typed(self, row: Noun, *names: str) -> Keys:
        """Answer the questions for these fields, one after the other."""
        return tuple(key for name in names for key in typed(self.text(row, name)))

    def same(self, row: Noun, *names: str) -> Callable[[Seen], bool]:
        """Whether these fields of a row are as they are in the goal."""
        fields = [CONTENT.field(row.table, name) for name in names]

        def there(seen: Seen) -> bool:
            found = seen.value.get(type(row), row.id)
            return found is not None and all(
                answers.typed(field, found, seen.value) == answers.typed(field, row, self.goal) for field in fields
            )

        return there

    def lines(
        self, what: str, on: str, rows: Sequence[Noun], find: Find | None = None, *, also: Sequence[str] = ()
    ) -> Entry:
        """Bring in the first words of rows, as many as are not there yet, pasted at once.

        A row may be there before it belongs here: its fields `also` have to be as in the goal.
        """

        def missing(seen: Seen) -> list[str]:
            there = [row for row in rows if seen.value.get(type(row), row.id) and self.same(row, *also)(seen)]
            return [caption(row) for row in rows if row not in there]

        return Entry(
            what,
            on,
            lambda seen: not missing(seen),
            lambda seen: (*(find(seen) if find else ()), "a", *pasted(missing(seen))),
            shows=caption(rows[-1]),
        )

    def card(self, row: Noun, step: str, find: Find, *names: str, then: Keys = ()) -> Entry:
        """Fill fields of a row on its card, and `then` go on from there."""
        asked = of_noun(CONTENT.step(step).fields, type(row))

        def keys(seen: Seen) -> Keys:
            there = seen.value.row(type(row), row.id)
            fields = [field.name for field in asked if field.wanted(there) or answers.typed(field, there, seen.value)]
            at, pressed = 0, [*find(seen), "enter", "home"]
            for name in sorted(names, key=fields.index):
                pressed += [*["down"] * (fields.index(name) - at), "enter", *typed(self.text(row, name))]
                at = fields.index(name) + 1
            return (*pressed, *then)

        return Entry(f"{row.id}: {', '.join(names)}", step, self.same(row, *names), keys)

    def fill(self, row: Noun, step: str, find: Find, *names: str, then: Keys = ()) -> Iterator[Entry]:
        """Fill fields of a row on its card one by one: of the empty ones each leads to the next, which is left.

        Before `then` is pressed, the card is left as well.
        """
        for name in names:
            yield self.card(row, step, find, name, then=("escape", "escape", *then))

    def park(self, at: int, on: str) -> Entry:
        """Set a thought aside while the room is somewhere else."""
        row = self.goal.parked[at]
        return Entry(f"park {row.id}", on, self.same(row, "text"), always("o", *typed(row.text)))

    def finish(self, step: str) -> Entry:
        """Check a step, and go on to the next one."""
        order: list[str] = [each.key for each in CONTENT.steps]
        return Entry(
            f"finish {step}",
            step,
            lambda seen: order.index(seen.room.step) > order.index(step),
            always("c", "enter"),
        )


def always(*keys: str) -> Find:
    """The same keys, whatever is there."""
    return lambda seen: keys
