"""The first half of a session: what is decided and by whom, where to play, and how to win there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from data.nouns.room import Brief, Party
from data.nouns.strategy import Arena, Condition, Verdict
from screens.fields import of_noun
from tests.journeys.entering import CONTENT, Entering, Find, always
from tests.journeys.session import Entry, Keys, Seen, reach, typed
from workshop.actions.arenas import judged

#: In the order of their digits, from 0 on.
VERDICTS = [Verdict(choice.value) for choice in CONTENT.field("arena", "verdict").choices]

#: What is asked for behind a verdict.
BECAUSE = {
    Verdict.PLAY: ("reason",),
    Verdict.EXPLORE: ("reason", "question", "decide_by"),
    Verdict.NOT_NOW: ("reason", "trigger", "reopen_on"),
    Verdict.NOT_US: ("reason",),
}

#: The digits of what is said of a person, but for being present.
FLAGS = {"2": "votes", "3": "facilitates", "4": "outside"}


class Opening(Entering):
    """Open: the brief, and who is in the room."""

    def entries(self) -> Iterator[Entry]:
        brief, people = self.goal.brief, self.goal.participants
        core = ("scope", "decider_id", "voters", "ends_at")
        yield Entry("what is decided, by whom, until when", "open", self.same(brief, *core), partial(self._core, core))
        yield self.lines("who is here", "open", people, also=["participant"])
        last = people[-1]
        yield Entry("who facilitates", "open", self.same(last, *FLAGS.values()), partial(self._say_of, last))
        further = ("out_of_scope", "busy_months")
        yield Entry("what is left out", "open", self.same(brief, *further), partial(self._further, further))
        yield self.park(0, "open")
        yield self.finish("open")

    def _core(self, names: tuple[str, ...], seen: Seen) -> Keys:
        if any(self.same(self.goal.brief, name)(seen) for name in names):
            return self._fill(names)
        # Of the empty fields each leads to the next.
        return (*self._at(names[0]), "enter", *self.all_typed(self.goal.brief, *names))

    def _further(self, names: tuple[str, ...], seen: Seen) -> Keys:
        return ("v", *self._fill(names), "v")

    def _fill(self, names: tuple[str, ...]) -> Keys:
        brief = self.goal.brief
        return tuple(
            key for name in names for key in (*self._at(name), "enter", *self.all_typed(brief, name), "escape")
        )

    def _at(self, name: str) -> Keys:
        fields = [field.name for field in of_noun(CONTENT.step("open").fields, Brief)]
        return ("home", *["down"] * fields.index(name))

    def _say_of(self, person: Party, seen: Seen) -> Keys:
        """The last of the people, and so the last item."""
        found = seen.value.row(Party, person.id)
        return ("end", *(digit for digit, flag in FLAGS.items() if getattr(found, flag) != getattr(person, flag)))


class Direction(Entering):
    """The obstacle, the aspiration and its measures; behind `v` the facts, and the principles."""

    def entries(self) -> Iterator[Entry]:
        here, brief = "direction", self.goal.brief
        for at, name in enumerate(("obstacle", "aspiration")):
            # The one after it is asked for at once.
            keys: Keys = ("home", *["down"] * at, "enter", *self.all_typed(brief, name), "escape")
            yield Entry(name, here, self.same(brief, name), always(*keys), shows=self.text(brief, name).split()[0])
        further = ("baseline", "target", "unit", "by")
        for at, row in enumerate(self.goal.measures):
            named: Keys = ("home", "a", *self.all_typed(row, "name", *further), "enter")
            yield Entry(f"{row.id}: named", here, self.same(row, "name"), always(*named), shows=row.name)
            yield from self.fill(row, here, always("home", *["down"] * (2 + at)), *further)
        for at, fact in enumerate(self.goal.facts):
            keys = ("v", "home", "a", *self.all_typed(fact, "text", "source"), "enter", "v")
            yield Entry(f"{fact.id}: known", here, self.same(fact, "text"), always(*keys))
            yield from self.fill(fact, here, always("v", "home", *["down"] * (1 + at)), "source", then=("v",))
        for at, rule in enumerate(self.goal.principles):
            keys = ("v", "end", "a", *self.all_typed(rule, "rule", "will_not"), "enter", "v")
            yield Entry(f"{rule.id}: agreed", here, self.same(rule, "rule"), always(*keys))
            yield from self.fill(rule, here, partial(self._from_below, at), "will_not", then=("v",))
        yield self.finish(here)

    def _from_below(self, at: int, seen: Seen) -> Keys:
        """A principle by its place among them: the last one is the last item."""
        return ("v", "end", *["up"] * (len(seen.value.principles) - 1 - at))


class WhereToPlay(Entering):
    """Places, each with its verdict and the reasons for it."""

    def entries(self) -> Iterator[Entry]:
        here = "where-to-play"
        yield self.lines("places", here, self.goal.arenas)
        for arena in self.goal.arenas:
            there = self.same(arena, "verdict", *BECAUSE[arena.verdict])
            yield Entry(f"{arena.id}: verdict", here, there, partial(self._judge, arena), shows=arena.name)
            if arena.today:
                yield self.card(arena, here, partial(self._find, arena), "today")
        yield self.park(1, here)
        yield self.finish(here)

    def _find(self, arena: Arena, seen: Seen) -> Keys:
        ids = [each.id for verdict in VERDICTS for each in judged(seen.value, verdict)]
        return reach(ids.index(arena.id), len(ids))

    def _judge(self, arena: Arena, seen: Seen) -> Keys:
        digit, reasons = str(VERDICTS.index(arena.verdict)), self.all_typed(arena, *BECAUSE[arena.verdict])
        return (*self._find(arena, seen), digit, *reasons)


class HowToWin(Entering):
    """For each place, behind its tab, why it is won, what must be true, what it takes; then the look back."""

    def entries(self) -> Iterator[Entry]:
        here, brief = "how-to-win", self.goal.brief
        played = judged(self.goal, Verdict.PLAY)
        for at, arena in enumerate(played):
            tab = ("home", *["right"] * at)
            says = partial(self._say, arena, tab) if arena != played[-1] else partial(self._say_and_park, arena, tab)
            yield Entry(f"{arena.id}: sentence", here, self.same(arena, "alternative", "advantage"), says)
            yield from self._conditions(arena, tab)
            proof: Keys = (*tab, "down", "enter", *self.all_typed(arena, "proof", "proof_kind"))
            there = self.same(arena, "proof", "proof_kind")
            yield Entry(f"{arena.id}: proof", here, there, always(*proof), shows=arena.proof)
            needs = self.goal.capabilities(arena.id)
            yield self.lines(f"{arena.id}: needs", here, needs, always(*tab, "down", "down"))
        back: Keys = ("home", *["right"] * len(played), "2", *typed(brief.look_back_note))
        there = self.same(brief, "look_back", "look_back_note")
        yield Entry("look back", here, there, always(*back), shows=brief.look_back_note)
        yield self.finish(here)

    def _say(self, arena: Arena, tab: Keys, seen: Seen) -> Keys:
        # What would have to be true is asked for next.
        return (*tab, "enter", *self.all_typed(arena, "alternative", "advantage"), "escape")

    def _say_and_park(self, arena: Arena, tab: Keys, seen: Seen) -> Keys:
        """A thought comes up while an answer is half typed; the answer goes on behind it."""
        parked, cut = self.goal.parked[2], len(arena.advantage) // 2
        if self.same(parked, "text")(seen):
            return self._say(arena, tab, seen)
        half, rest = arena.advantage[:cut], arena.advantage[cut:]
        thought = ("f2", *typed(parked.text))
        return (*tab, "enter", *typed(arena.alternative), "ctrl+u", f"={half}", *thought, f"={rest}", "enter", "escape")

    def _conditions(self, arena: Arena, tab: Keys) -> Iterator[Entry]:
        here = "how-to-win"
        for at, row in enumerate(self.goal.conditions(arena.id)):
            find: Find = partial(self._find, arena, tab, at)
            named: Keys = (*tab, "a", *self.all_typed(row, "text", "confidence"), "enter")
            there = self.same(row, "text")
            yield Entry(f"{row.id}: named", here, there, always(*named), shows=row.text)
            yield Entry(f"{row.id}: trusted", here, self.same(row, "confidence"), partial(self._trust, row, find))
            yield self.card(row, here, find, "test", "by")

    def _find(self, arena: Arena, tab: Keys, at: int, seen: Seen) -> Keys:
        """From below: the last item is the question about the opposite."""
        return (*tab, "end", *["up"] * (len(seen.value.conditions(arena.id)) - at))

    def _trust(self, row: Condition, find: Find, seen: Seen) -> Keys:
        return (*find(seen), f"{row.confidence}")
