"""What is asked of the check-in itself: who is there, what others hear, and when to meet again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from data.nouns.check_in import Attends, Sitting
from data.nouns.planning import Status
from data.value import Workshop
from screens.check_ins.blank import Blank, day, words
from screens.check_ins.choice_blanks import ChoiceBlanks
from workshop import dates
from workshop.actions import checking_in
from workshop.answers.kind import names as names_in
from workshop.check_ins import due
from workshop.text import clean

#: How long the sentences about the check-in as a whole may be, in characters.
LONG = 200


class SittingBlanks(ChoiceBlanks):
    """A screen that knows what may be said of the check-in as a whole, too."""

    def blank_of(self, sitting: Sitting, kind: str, item: str, name: str) -> Blank:
        if kind == "sitting":
            return self._of_sitting(sitting, name)
        return super().blank_of(sitting, kind, item, name)

    def _of_sitting(self, sitting: Sitting, name: str) -> Blank:
        if name == "message":
            ask = "What do we tell those who are not here?"
            tell = partial(self._keep, sitting, checking_in.tell_others, "message", "what others hear")
            return Blank(ask, sitting.message, words(LONG), tell, limit=LONG)
        if name == "decision":
            ask = "Which decision, and how was it different? (Enter: none)"
            decide = partial(self._keep, sitting, checking_in.decide_otherwise, "decision", "what the plan decided")
            return Blank(ask, sitting.decision, words(LONG), decide, limit=LONG)
        if name == "next":
            text = dates.say(sitting.next_on, self.language) if sitting.next_on else ""

            meet = partial(self._keep, sitting, checking_in.meet_next, "on", "when we meet again")
            read_later = day(self.today, self.language, later=True)
            return Blank("When do we meet again? (Enter: by the rhythm)", text, read_later, meet)
        known = {party.name.casefold() for party in self.workshop.parties}

        def read(text: str) -> tuple[tuple[str, ...], str]:
            found = tuple(clean(name) for name in names_in(text, lambda part: part.strip().casefold() in known))
            new = [name for name in found if name.casefold() not in known]
            echo = f"{len(found)} {'person' if len(found) == 1 else 'people'}" + (
                f", new: {', '.join(new)}" if new else ""
            )
            return found, echo if found else ""

        attend = partial(self._keep, sitting, checking_in.attend, "names", "who is here")
        return Blank("Who is here? Names with ; between them", "; ".join(self._expected(sitting)), read, attend)

    def _keep(self, sitting: Sitting, action: Callable[..., Workshop], name: str, label: str, given: Any) -> None:
        """Write an answer down by the action for it, which takes it by `name`."""
        self.change(partial(action, id=sitting.id, **{name: given}), label)

    def _expected(self, sitting: Sitting) -> list[str]:
        """Who is here, or was the last time, or else the decider and the owners."""
        held = [sitting, *reversed(due.closed(self.workshop))]
        for each in held:
            there = {row.party_id for row in self.workshop.at(Attends, each.id)}
            if there:
                return [party.name for party in self.workshop.parties if party.id in there]
        owners = {row.owner_id for row in self.workshop.priorities if row.status is Status.SELECTED}
        owners.add(self.workshop.brief.decider_id)
        return [party.name for party in self.workshop.parties if party.id in owners]
