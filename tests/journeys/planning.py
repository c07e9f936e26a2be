"""The second half of a session: priorities, owners, milestones, the close, and the plan that is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from data.nouns.planning import Milestone, Priority, Status
from data.nouns.room import Acceptance, Action, Disposition, Parked
from data.value import Workshop
from screens.findings import WEIGHTS
from tests.journeys.entering import CONTENT, Entering, always
from tests.journeys.session import Entry, Keys, Seen, reach, typed
from workshop.actions.milestones import by_date
from workshop.actions.priorities import in_order, with_status
from workshop.rules.registry import Context, findings, grouped

#: In the order of their digits, from 0 on.
STATUSES = [Status(choice.value) for choice in CONTENT.field("priority", "status").choices]
DISPOSITIONS = [Disposition(choice.value) for choice in CONTENT.field("parked", "disposition").choices]


class Priorities(Entering):
    """Candidates, their dots, what is decided of each, and what the selected ones serve."""

    def entries(self) -> Iterator[Entry]:
        here, brief = "priorities", self.goal.brief
        yield self.lines("candidates", here, self.goal.priorities)
        counted = [self.same(brief, "dots_each", "dots_cap")]
        counted += [self.same(row, "dots") for row in self.goal.priorities]
        yield Entry("dots", here, lambda seen: all(there(seen) for there in counted), self._count)
        for row in self.goal.priorities:
            because = ("outcome", "stop") if row.status is Status.SELECTED else ("note",)
            there = self.same(row, "status", *because)
            yield Entry(f"{row.id}: decided", here, there, partial(self._decide, row, because))
            if row.status is Status.SELECTED:
                yield self.card(row, here, partial(self._find, row), "serves", "effort")
        yield self.park(3, here)
        yield self.finish(here)

    def _count(self, seen: Seen) -> Keys:
        """The vote asks for what is not known yet, then for the first total that is missing and all behind it."""
        brief, rows = seen.value.brief, seen.value.priorities
        ballot = [name for name in ("dots_each", "dots_cap") if getattr(brief, name) is None]
        first = next((at for at, row in enumerate(rows) if row.dots is None), len(rows))
        dots = [key for row in self.goal.priorities[first:] for key in self.all_typed(row, "dots")]
        return ("v", *self.all_typed(self.goal.brief, *ballot), *dots, "v")

    def _find(self, row: Priority, seen: Seen) -> Keys:
        ids = [each.id for each in in_order(seen.value)]
        return reach(ids.index(row.id), len(ids))

    def _decide(self, row: Priority, because: tuple[str, ...], seen: Seen) -> Keys:
        return (*self._find(row, seen), str(STATUSES.index(row.status)), *self.all_typed(row, *because))


class Owners(Entering):
    """One name for each, who has said yes, and what belongs to it."""

    def entries(self) -> Iterator[Entry]:
        here = "owners"
        for at, row in enumerate(with_status(self.goal, Status.SELECTED)):
            find = ("home", *["down"] * at)
            there, name = self.same(row, "owner_id", "accepted"), self.text(row, "owner_id")
            yield Entry(f"{row.id}: owner", here, there, partial(self._name, row, find), shows=name)
            details = ("deputy_id", "decides_alone", "hours", "leaves_desk")
            yield self.card(row, here, always(*find), *details)
        yield self.finish(here)

    def _name(self, row: Priority, find: Keys, seen: Seen) -> Keys:
        named = seen.value.row(Priority, row.id).owner_id is not None
        return (*find, "1", *(() if named else self.all_typed(row, "owner_id")))


class Milestones(Entering):
    """Results of each priority on the time scale, their details from the table, and the warnings gone past."""

    def entries(self) -> Iterator[Entry]:
        here, chain = "milestones", ("title", "due", "done_when")
        # Out of a line that may be open, off the card, and from the table to the time scale.
        back = ("escape", "escape", "v")
        for at, priority in enumerate(with_status(self.goal, Status.SELECTED)):
            for row in self.goal.milestones_of(priority.id):
                keys = partial(self._add, at, row, chain)
                yield Entry(f"{row.id}: added", here, self.same(row, "title"), keys)
        for row in self.goal.milestones:
            find = partial(self._find, row)
            for name in chain[1:]:
                yield self.card(row, here, find, name, then=back)
            yield Entry(f"{row.id}: sure", here, self.same(row, "confidence"), partial(self._sure, row))
            if further := [name for name in ("needs", "celebrate") if self.text(row, name)]:
                yield self.card(row, here, find, *further, then=back)
        for acceptance in self.goal.of(Acceptance):
            yield Entry(
                f"go past {acceptance.id}",
                here,
                partial(_has, acceptance),
                partial(self._go_past, acceptance),
                shows=acceptance.reason,
            )
        yield self.finish(here)

    def _add(self, at: int, row: Milestone, chain: tuple[str, ...], seen: Seen) -> Keys:
        track = ("home", *["down"] * at)
        return (*track, "a", *self.all_typed(row, *chain), "enter")

    def _find(self, row: Milestone, seen: Seen) -> Keys:
        """In the table, where they stand by date."""
        ids = [each.id for each in by_date(seen.value.milestones)]
        return ("v", *reach(ids.index(row.id), len(ids)))

    def _sure(self, row: Milestone, seen: Seen) -> Keys:
        return (*self._find(row, seen), f"{row.confidence}", "v")

    def _go_past(self, acceptance: Acceptance, seen: Seen) -> Keys:
        downs = _downs_to(seen.value, Context(today=self.day), "milestones", acceptance)
        return ("c", "home", *["down"] * downs, "1", *typed(acceptance.reason))


class Rhythm(Entering):
    """How often, when next and who keeps it; behind `v` the signals, and the rules of change."""

    def entries(self) -> Iterator[Entry]:
        here, brief = "rhythm", self.goal.brief
        rhythms = [choice.value for choice in CONTENT.field("brief", "rhythm").choices]
        chosen: Keys = ("home", str(rhythms.index(brief.rhythm) + 1))
        yield Entry("rhythm", here, self.same(brief, "rhythm"), always(*chosen), shows=brief.rhythm)
        for at, name in enumerate(("next_on", "keeper_id"), 1):
            keys: Keys = ("home", *["down"] * at, "enter", *self.all_typed(brief, name), "escape")
            yield Entry(name, here, self.same(brief, name), always(*keys))
        for at, row in enumerate(self.goal.cadences, 3):
            yield self.card(row, here, always("home", *["down"] * at), "weekday", "minutes", "who")
        for at, trigger in enumerate(self.goal.triggers):
            further = ("threshold", "then", "watcher_id")
            keys = ("home", "a", *self.all_typed(trigger, "signal", *further), "enter", "v")
            yield Entry(f"{trigger.id}: named", here, self.same(trigger, "signal"), always(*keys))
            yield from self.fill(trigger, here, partial(self._find, at), *further, then=("v",))
        for up, name in enumerate(("changes_choices", "drops_milestones"), 2):
            keys = ("v", "end", *["up"] * up, "enter", *self.all_typed(brief, name), "escape", "v")
            yield Entry(name, here, self.same(brief, name), always(*keys))
        yield self.finish(here)

    def _find(self, at: int, seen: Seen) -> Keys:
        """A signal by its place among them: below the last one stand the rules, holidays and busy months."""
        return ("v", "end", *["up"] * (5 + len(seen.value.triggers) - 1 - at))


class Closing(Entering):
    """How sure all are, what was parked, who does what, and the sentence for tomorrow."""

    def entries(self) -> Iterator[Entry]:
        here, brief = "close", self.goal.brief
        fist: Keys = ("home", "enter", *self.all_typed(brief, "fist"), "escape")
        yield Entry("fist of five", here, self.same(brief, "fist"), always(*fist), shows="11 hands")
        yield self.park(4, here)
        yield self.lines("reservations", here, self.goal.reservations, always("home"))
        for row in self.goal.parked:
            names = {Disposition.GIVE: ("who_id", "by"), Disposition.LATER: ("later",)}.get(row.disposition, ())
            there = self.same(row, "disposition", *names)
            yield Entry(f"{row.id}: answered", here, there, partial(self._dispose, row, names))
        for action in self.goal.actions:
            keys: Keys = ("end", "a", *self.all_typed(action, "who_id", "text", "by"), "enter")
            yield Entry(f"{action.id}: promised", here, self.same(action, "who_id", "text"), always(*keys))
            yield Entry(f"{action.id}: when", here, self.same(action, "by"), partial(self._date, action))
        message: Keys = ("end", "enter", *self.all_typed(brief, "message"), "escape")
        yield Entry("message", here, self.same(brief, "message"), always(*message), shows=brief.message)

    def _dispose(self, row: Parked, names: tuple[str, ...], seen: Seen) -> Keys:
        ids = [each.id for each in (*seen.value.reservations, *seen.value.parked)]
        find = ("home", *["down"] * (1 + ids.index(row.id)))
        return (*find, str(DISPOSITIONS.index(row.disposition)), *self.all_typed(row, *names))

    def _date(self, row: Action, seen: Seen) -> Keys:
        """From below: the last item is the message."""
        ups = len(seen.value.actions) - [each.id for each in seen.value.actions].index(row.id)
        return ("end", *["up"] * ups, "enter", "end", "enter", *self.all_typed(row, "by"))


def adopted(seen: Seen) -> bool:
    """Whether the plan is adopted."""
    return seen.value.brief.version == 1


#: From the check of the last step to the plan, and there once more to be sure.
ADOPT = Entry("adopt", "close", adopted, always("c", "enter", "enter", "enter"), shows="Adopted as version 1")


def _has(row: Acceptance, seen: Seen) -> bool:
    return seen.value.get(Acceptance, row.id) == row


def _downs_to(workshop: Workshop, context: Context, step: str, acceptance: Acceptance) -> int:
    """How far below the first item of a check a finding stands, those of one kind being unfolded on the way."""
    found = [each for each in findings(workshop, context, step) if each.accepted is None]
    downs = 0
    for group in (group for level in WEIGHTS for group in grouped(each for each in found if each.level is level)):
        items = [(each.code, each.item) for each in group.findings]
        unfolds = len(items) > 1
        if (acceptance.code, acceptance.item) in items:
            return downs + (1 + items.index((acceptance.code, acceptance.item)) if unfolds else 0)
        downs += 1 + (len(items) if unfolds else 0)
    raise AssertionError(f"{acceptance.id} is not open")
