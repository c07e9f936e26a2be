"""Why it failed, and what the room does about it: a step that half a day has no time for, and yet is within reach."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from data.nouns.planning import Risk
from tests.journeys.entering import Entering, always
from tests.journeys.session import Entry, Keys, Seen, reach
from workshop.actions.stress import in_order, with_star


class StressTest(Entering):
    """Reasons, those with a star answered at once, the others on their cards."""

    def entries(self) -> Iterator[Entry]:
        here, answered = "stress-test", ("sign", "answer", "who_id", "by")
        yield self.lines("reasons", here, self.goal.risks)
        for row in with_star(self.goal, True):
            there = self.same(row, "starred", *answered)
            yield Entry(f"{row.id}: taken up", here, there, partial(self._take_up, row, answered), shows=row.reason)
        for row in with_star(self.goal, False):
            yield from self.fill(row, here, partial(self._find, row), *answered)
        for row in self.goal.risks:
            further = [name for name in ("source", "priority_id") if self.text(row, name)]
            yield self.card(row, here, partial(self._find, row), *further)
        # The step that is current lies behind this one, so that it is no longer finished, only left.
        yield Entry("what comes next", here, lambda seen: seen.room.looking != here, always("c", "enter"))

    def _take_up(self, row: Risk, names: tuple[str, ...], seen: Seen) -> Keys:
        return (*self._find(row, seen), "1", *self.all_typed(row, *names))

    def _find(self, row: Risk, seen: Seen) -> Keys:
        ids = [each.id for each in in_order(seen.value)]
        return reach(ids.index(row.id), len(ids))
