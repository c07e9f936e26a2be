"""What is asked of actions, results, wins and changes: each line's question, how its answer is read, where it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from data.nouns.change import Adjustment
from data.nouns.check_in import Report, Sitting, Win
from data.nouns.planning import Milestone
from data.nouns.room import Action, Answer
from data.value import Workshop
from screens.check_ins.blank import TEXT, Blank, day, number, party, words
from screens.frame import Frame
from workshop import dates
from workshop.actions import changing, checking_in, fields
from workshop.actions.changing import Why
from workshop.amending import read_reason
from workshop.text import clean, shorten

#: How long a text may be, in characters, by the field it is for.
_LIMITS = {"happened": 140, "text": TEXT}
_LIMIT = 100
_EVIDENCE = 120


class ResultBlanks(Frame):
    """A screen that knows what may be said of a row at the check-in that is under way."""

    @property
    def language(self) -> str:
        return self.workshop.brief.language

    def blank_of(self, sitting: Sitting, kind: str, item: str, name: str) -> Blank:
        """One line of a form about a row; raises KeyError when the row is gone."""
        match kind:
            case "report":
                return self._of_report(sitting, self.workshop.row(Milestone, item), name)
            case "follow":
                return self._of_action(sitting, self.workshop.row(Action, item), name)
            case "win":
                return self._of_win(self.workshop.row(Win, item), name)
            case "agree":
                return self._of_agreed(self.workshop.row(Action, item))
            case "correct" if name in ("reason", "knock_on"):
                return self._of_change(self.workshop.row(Adjustment, item), name)
            case "correct" | "again":
                return self._of_second_look(self.workshop.row(Adjustment, item), name)
        raise KeyError(kind)

    def _of_report(self, sitting: Sitting, row: Milestone, name: str) -> Blank:
        said = self.workshop.get(Report, f"{sitting.id}-{row.id}")
        value = getattr(said, name) if said else ""
        before = said.confidence if said and said.confidence is not None else row.confidence
        ask = {
            "confidence": "how sure, 0 to 10?" + ("" if before is None else f" Nothing typed: {before}, as before."),
            "happened": "what happened?",
            "on": "on which day was it done?",
            "following": "what's next?",
            "help": "which help is needed? (Enter: none)",
            "forecast": "expected when? (Enter: as planned)",
            "evidence": "what shows it? (Enter: what happened)",
        }[name]

        def keep(given: Any) -> None:
            self.change(
                lambda workshop: checking_in.report(workshop, sitting.id, row.id, **{name: given}),
                f"{row.id}: {ask.partition('?')[0].partition(',')[0]}",
            )

        read = {
            "confidence": number(0, 10, before),
            "on": day(self.today, self.language),
            "forecast": day(self.today, self.language),
        }.get(name)
        limit = _LIMITS.get(name, _LIMIT) if read is None else 0
        text = dates.say(value, self.language) if isinstance(value, date) else value or ""
        text = "" if name == "confidence" else text
        whose = f"{row.id} {shorten(clean(row.title), 30)}: "
        return Blank(f"{whose}{ask}", text, read or words(limit), keep, limit=limit)

    def _of_action(self, sitting: Sitting, row: Action, name: str) -> Blank:
        named = self.workshop.party(row.who_id)
        whose = f"“{shorten(clean(row.text), 30)}”: "
        text, ask = {
            "text": (row.text, f"{whose}what is to be done now?"),
            "who": (named.name if named else "", f"{whose}who does it now?"),
            "by": (dates.say(row.by, self.language) if row.by and row.by >= self.today else "", f"{whose}by when now?"),
        }[name]

        def follow(workshop: Workshop, given: Any) -> Workshop:
            return checking_in.follow_up(workshop, sitting.id, row.id, Answer.NEEDED, **{name: given})

        def keep(given: Any) -> None:
            if name == "text" and given == row.text:
                return  # who does it may change instead
            self.attempt(lambda workshop: follow(workshop, given), f"still needed: “{row.text}”")

        party_read, suggest = party(self.workshop, self.today)
        reader = {"text": words(TEXT), "who": party_read, "by": day(self.today, self.language)}[name]

        def read(typed: str) -> tuple[Any, str]:
            given, echo = reader(typed)
            if name == "who":
                follow(self.workshop, given)  # raises while it is late for the second time and nothing has changed
            return given, echo

        return Blank(ask, text, read, keep, suggest if name == "who" else lambda typed: ())

    def _of_win(self, row: Win, name: str) -> Blank:
        named = self.workshop.party(row.who_id)
        text, ask = {
            "text": (row.text, "What went well?"),
            "who": (named.name if named else "", "Whom do we thank? (Enter: nobody)"),
            "mark": (row.mark, "How do we mark it? (Enter: we do not)"),
        }[name]
        read, suggest = party(self.workshop, self.today) if name == "who" else (words(TEXT), lambda typed: ())

        def keep(given: str) -> None:
            self.change(lambda workshop: checking_in.mark_win(workshop, row.id, **{name: given}), f"win “{row.text}”")

        return Blank(ask, text, read, keep, suggest)

    def _of_agreed(self, row: Action) -> Blank:
        def keep(given: date | None) -> None:
            self.change(
                lambda workshop: fields.set_field(workshop, row.table, row.id, "by", given), f"by when: “{row.text}”"
            )

        text = dates.say(row.by, self.language) if row.by else ""
        return Blank("By when?", text, day(self.today, self.language), keep)

    def _of_change(self, row: Adjustment, name: str) -> Blank:
        """What was written down of a change a moment ago, to be put right."""
        text, ask = {"reason": (row.reason, "Why?"), "knock_on": (row.knock_on, "What does it mean for others?")}[name]

        def keep(given: str) -> None:
            why = Why(
                on=row.on or self.today,
                cause=row.cause,
                check_in_id=row.check_in_id,
                alone=row.alone,
                reviewed=row.reviewed,
                evidence=row.evidence,
                look_on=row.look_on,
                at=self.host.now(),
                reason=given if name == "reason" else row.reason,
                knock_on=given if name == "knock_on" else row.knock_on,
            )
            self.attempt(lambda workshop: changing.correct(workshop, row.id, why), f"put change {row.number} right")

        return Blank(ask, text, read_reason if name == "reason" else words(TEXT), keep)

    def _of_second_look(self, row: Adjustment, name: str) -> Blank:
        """What shows that a change was right, and when it is looked at again."""
        if name == "evidence":
            show = self._second_look(row, lambda given: {"on": row.look_on, "evidence": given})
            return Blank("What shows it? (Enter: nothing yet)", row.evidence, words(_EVIDENCE), show, limit=_EVIDENCE)
        text = dates.say(row.look_on, self.language) if row.look_on and row.look_on > self.today else ""
        look = self._second_look(row, lambda given: {"on": given})
        return Blank(
            "When do we look at it again? (Enter: not)", text, day(self.today, self.language, later=True), look
        )

    def _second_look(self, row: Adjustment, fields: Callable[[Any], dict[str, Any]]) -> Callable[[Any], None]:
        def keep(given: Any) -> None:
            action = partial(changing.look_again, id=row.id, **fields(given))
            self.change(action, f"change {row.number}: a second look")

        return keep
