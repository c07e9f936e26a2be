"""The lines of each form of a check-in: what is asked, how an answer is read, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from data.nouns.change import Adjustment
from data.nouns.check_in import Attends, Holding, Judgment, Occasion, Reading, Report, Revisit, Sitting, Watch, Win
from data.nouns.direction import Measure
from data.nouns.planning import Milestone, Status
from data.nouns.room import Action, Answer
from data.nouns.strategy import Condition
from data.value import Workshop
from screens.frame import Frame
from workshop import amounts, answers, dates
from workshop.actions import changing, checking_in, fields
from workshop.actions.changing import Why
from workshop.amending import read_reason
from workshop.answers.kind import names as names_in
from workshop.check_ins import due
from workshop.naming import caption
from workshop.text import clean, length, shorten

#: How long a text is at most, in characters.
TEXT = 140

#: How long a text may be, in characters, by the field it is for.
_LIMITS = {"happened": 140, "text": TEXT, "message": 200}
_LIMIT = 100

Read = Callable[[str], tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class Blank:
    """One line of a form: its question, what stands in it, how an answer is read, and where it goes."""

    ask: str
    text: str
    read: Read
    keep: Callable[[Any], None]
    suggest: Callable[[str], tuple[str, ...]] = lambda text: ()
    limit: int = 0


class Blanks(Frame):
    """A screen that knows what may be said at the check-in that is under way."""

    @property
    def sitting(self) -> Sitting | None:
        """The check-in that is under way."""
        begun = [row for row in due.open_ones(self.workshop) if row.held_on]
        return begun[-1] if begun else None

    @property
    def today(self) -> date:
        """The day of the check-in that is under way, or today."""
        sitting = self.sitting
        return (sitting.held_on if sitting else None) or self.host.today()

    def attempt(self, action: Callable[[Workshop], Workshop], label: str, *, publishes: bool = False) -> bool:
        """Make a change that may be refused, and say why where it is; returns whether it was made."""
        try:
            action(self.workshop)
        except ValueError as refused:
            self.host.tell(str(refused))
            return False
        self.change(action, label, publishes=publishes)
        return True

    # -- the lines of each form ----------------------------------------------------------------------------------

    def blank_of(self, sitting: Sitting, kind: str, item: str, name: str) -> Blank | None:
        try:
            match kind:
                case "report":
                    return self._of_report(sitting, self.workshop.row(Milestone, item), name)
                case "follow":
                    return self._of_action(sitting, self.workshop.row(Action, item), name)
                case "win":
                    return self._of_win(self.workshop.row(Win, item), name)
                case "agree":
                    return self._of_agreed(self.workshop.row(Action, item))
                case "measure":
                    return self._of_measure(sitting, self.workshop.row(Measure, item), name)
                case "revisit":
                    return self._of_condition(sitting, self.workshop.row(Condition, item), name)
                case "correct":
                    return self._of_change(self.workshop.row(Adjustment, item), name)
                case "watch":
                    return self._of_trigger(sitting, item)
                case "judge":
                    return self._of_priority(sitting, item, name)
                case _:
                    return self._of_sitting(sitting, name)
        except KeyError:  # another window has taken it away
            return None

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

        read = {"confidence": self._number(0, 10, before), "on": self._day(), "forecast": self._day()}.get(name)
        limit = _LIMITS.get(name, _LIMIT) if read is None else 0
        text = dates.say(value, self._language) if isinstance(value, date) else value or ""
        text = "" if name == "confidence" else text
        whose = f"{row.id} {shorten(clean(row.title), 30)}: "
        return Blank(f"{whose}{ask}", text, read or self.words(limit), keep, limit=limit)

    def _of_action(self, sitting: Sitting, row: Action, name: str) -> Blank:
        party = self.workshop.party(row.who_id)
        text, ask = {
            "text": (row.text, "What is to be done now?"),
            "who": (party.name if party else "", "Who does it now?"),
            "by": (dates.say(row.by, self._language) if row.by and row.by >= self.today else "", "By when now?"),
        }[name]

        def follow(workshop: Workshop, given: Any) -> Workshop:
            return checking_in.follow_up(workshop, sitting.id, row.id, Answer.NEEDED, **{name: given})

        def keep(given: Any) -> None:
            if name == "text" and given == row.text:
                return  # who does it may change instead
            self.attempt(lambda workshop: follow(workshop, given), f"still needed: “{row.text}”")

        party_read, suggest = self.party()
        reader = {"text": self.words(TEXT), "who": party_read, "by": self._day()}[name]

        def read(typed: str) -> tuple[Any, str]:
            given, echo = reader(typed)
            if name == "who":
                follow(self.workshop, given)  # raises while it is late for the second time and nothing has changed
            return given, echo

        return Blank(ask, text, read, keep, suggest if name == "who" else lambda typed: ())

    def _of_win(self, row: Win, name: str) -> Blank:
        party = self.workshop.party(row.who_id)
        text, ask = {
            "text": (row.text, "What went well?"),
            "who": (party.name if party else "", "Whom do we thank? (Enter: nobody)"),
            "mark": (row.mark, "How do we mark it? (Enter: we do not)"),
        }[name]
        read, suggest = self.party() if name == "who" else (self.words(TEXT), lambda typed: ())

        def keep(given: str) -> None:
            self.change(lambda workshop: checking_in.mark_win(workshop, row.id, **{name: given}), f"win “{row.text}”")

        return Blank(ask, text, read, keep, suggest)

    def _of_agreed(self, row: Action) -> Blank:
        def keep(given: date | None) -> None:
            self.change(
                lambda workshop: fields.set_field(workshop, row.table, row.id, "by", given), f"by when: “{row.text}”"
            )

        text = dates.say(row.by, self._language) if row.by else ""
        return Blank("By when?", text, self._day(), keep)

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

        return Blank(ask, text, read_reason if name == "reason" else self.words(TEXT), keep)

    def _of_measure(self, sitting: Sitting, row: Measure, name: str) -> Blank:
        said = self.workshop.get(Reading, f"{sitting.id}-{row.id}")
        value, note = (said.value, said.note) if said else (None, "")

        def keep(given: Any) -> None:
            now = {"value": value, "note": note, name: given}
            self.change(
                lambda workshop: checking_in.read_measure(workshop, sitting.id, row.id, now["value"], now["note"]),
                f"{caption(row)}: what it says",
            )

        if name == "note":
            return Blank("What is behind it? (Enter: nothing)", note, self.words(TEXT), keep)
        text = amounts.say(value, self._language) if value is not None else ""
        return Blank(f"{shorten(caption(row), 40)}: what does it say today?", text, self._amount, keep)

    def _of_condition(self, sitting: Sitting, row: Condition, name: str) -> Blank:
        said = self.workshop.get(Revisit, f"{sitting.id}-{row.id}")
        holding = said.holding if said else Holding.UNSAID
        confidence, note = (said.confidence if said else None), (said.note if said else "")

        def keep(given: Any) -> None:
            now = {"confidence": confidence, "note": note, name: given}
            self.change(
                lambda workshop: checking_in.revisit(workshop, sitting.id, row.id, holding, **now),
                f"{row.id}: does it hold?",
            )

        if name == "note":
            return Blank("How do we know?", note, self.words(TEXT), keep)
        before = f" Nothing typed: {row.confidence}, as before." if row.confidence else ""
        return Blank(f"How sure are we now, 1 doubt to 5 sure?{before}", "", self._number(1, 5, row.confidence), keep)

    def _of_trigger(self, sitting: Sitting, item: str) -> Blank:
        said = self.workshop.row(Watch, f"{sitting.id}-{item}")

        def keep(given: str) -> None:
            self.change(
                lambda workshop: checking_in.watch(workshop, sitting.id, item, said.fired, given), f"{item}: the signal"
            )

        return Blank("What has happened, and how do we know?", said.note, self.words(TEXT), keep)

    def _of_priority(self, sitting: Sitting, item: str, name: str) -> Blank:
        said = self.workshop.row(Judgment, f"{sitting.id}-{item}")

        def keep(given: Any) -> None:
            now = {"again": said.again, "note": said.note, name: given}
            self.change(
                lambda workshop: checking_in.judge(workshop, sitting.id, item, said.verdict, **now), f"{item}: judged"
            )

        if name == "note":
            return Blank("Why?", said.note, self.words(TEXT), keep)
        text = {None: "", True: "yes", False: "no"}[said.again]
        return Blank("Would we start it today? yes or no", text, _yes_no, keep)

    def _of_sitting(self, sitting: Sitting, name: str) -> Blank:
        if name == "message":
            alone = sitting.kind is Occasion.SOLO
            ask = "Which decision, and how?" if alone else "What do we tell those who are not here?"
            limit = _LIMITS["message"]

            def tell(given: str) -> None:
                self.change(partial(checking_in.tell_others, id=sitting.id, message=given), "what others hear")

            return Blank(ask, sitting.message, self.words(limit), tell, limit=limit)
        if name == "next":
            text = dates.say(sitting.next_on, self._language) if sitting.next_on else ""

            def meet(given: date | None) -> None:
                self.change(partial(checking_in.meet_next, id=sitting.id, on=given), "when we meet again")

            return Blank("When do we meet again? (Enter: by the rhythm)", text, self._day(later=True), meet)
        known = {party.name.casefold() for party in self.workshop.parties}

        def read(text: str) -> tuple[tuple[str, ...], str]:
            found = tuple(clean(name) for name in names_in(text, lambda part: part.strip().casefold() in known))
            new = [name for name in found if name.casefold() not in known]
            echo = f"{len(found)}" + (f", new: {', '.join(new)}" if new else "")
            return found, echo if found else ""

        def attend(given: tuple[str, ...]) -> None:
            self.change(partial(checking_in.attend, id=sitting.id, names=given), "who is here")

        return Blank("Who is here? Names with ; between them", "; ".join(self._expected(sitting)), read, attend)

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

    # -- how answers are read ------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return self.workshop.brief.language

    def words(self, limit: int) -> Read:
        def read(text: str) -> tuple[str, str]:
            kept = clean(text)
            if length(kept) > limit:
                raise ValueError(f"That is {length(kept)} characters: {limit} is the most.")
            return kept, ""

        return read

    def party(self) -> tuple[Read, Callable[[str], tuple[str, ...]]]:
        """A name, known or new, or none."""
        wording = self.content.field("action", "who_id")

        def read(text: str) -> tuple[str, str]:
            if not text.strip():
                return "", ""
            answer = answers.read(wording, text, self.workshop, self.today)
            return answer.value, answer.echo

        return read, lambda text: answers.suggestions(wording, self.workshop, text)

    def _day(self, *, later: bool = False) -> Read:
        def read(text: str) -> tuple[date | None, str]:
            if not text.strip():
                return None, ""
            day = dates.parse_date(text, self.today, self._language)
            if later and day <= self.today:
                raise ValueError("That is not after today: type a later date.")
            return day, dates.echo(day, self.today, self._language)

        return read

    def _number(self, low: int, high: int, before: int | None) -> Read:
        def read(text: str) -> tuple[int | None, str]:
            typed = text.strip()
            if not typed:
                return before, ""
            if not (typed.isascii() and typed.isdecimal() and len(typed) < 4 and low <= int(typed) <= high):
                raise ValueError(f"Type a number from {low} to {high}.")
            return int(typed), ""

        return read

    def _amount(self, text: str) -> tuple[Decimal | None, str]:
        if not text.strip():
            return None, ""
        value = amounts.read(text.strip(), self._language)
        if value is None:
            raise ValueError("Type a number, such as 4.5.")
        return value, amounts.say(value, self._language)


def _yes_no(text: str) -> tuple[bool | None, str]:
    said = text.strip().casefold()
    if not said:
        return None, ""
    if said in ("y", "yes", "j", "ja", "1"):
        return True, "yes"
    if said in ("n", "no", "nein", "2"):
        return False, "no"
    raise ValueError("Type yes or no.")
