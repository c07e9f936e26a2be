"""The questions about a change of the plan, one after the other, and how each answer is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.nouns.base import Noun
from data.nouns.change import Cause, Kind
from data.nouns.direction import Principle
from data.nouns.planning import Milestone, Status
from data.nouns.room import Brief
from data.nouns.strategy import Condition
from data.value import Workshop
from workshop import answers, changes, dates, steps
from workshop.actions.changing import CHOICES
from workshop.amendment import ALONE, HERE, REWORDED, Amendment, choice_field, row_of
from workshop.answers.kind import completing, folded
from workshop.naming import caption
from workshop.text import clean, length, shorten

#: How long a reason may be, in characters.
REASON = (15, 200)
_TEXT = 140


@dataclass(frozen=True, slots=True)
class Question:
    """One question about a change: its words, what stands in the line at first, and what completes it.

    `read` returns what is kept of an answer, and the echo, or raises ValueError with a sentence.
    """

    ask: str
    read: Callable[[str], tuple[str, str]]
    text: str = ""
    suggest: Callable[[str], tuple[str, ...]] = lambda text: ()


def question(workshop: Workshop, amendment: Amendment, today: date, *, meeting: bool = True) -> Question | None:
    """Return what is asked next; None when everything is, or when what it is about is gone.

    `meeting`: it is asked at a check-in, and not between them.
    """
    name = amendment.asks
    if not name or (amendment.get("item") and row_of(workshop, amendment.get("item")) is None):
        return None
    return _Asker(workshop, amendment, today, meeting).question(name)


@dataclass(frozen=True, slots=True)
class _Asker:
    workshop: Workshop
    amendment: Amendment
    today: date
    meeting: bool

    def question(self, name: str) -> Question:
        item = self.amendment.get("item")
        row = row_of(self.workshop, item) if item else None
        whose = f"{item} {shorten(caption(row), 30)}: " if row and item != "W" else ""
        match name:
            case "kind" if self.amendment.get("done_when"):
                said = {
                    Kind.SCOPE_CUT.value: "less is promised",
                    Kind.SCOPE_ADDED.value: "more",
                    REWORDED: "the same in other words",
                }
                return self._one_of(f"{whose}what changes?", said)
            case "kind":
                return self._one_of("What changes?", {each.value: changes.KIND[each] for each in Kind})
            case "item":
                return self._item()
            case "due":
                was = row.due if isinstance(row, Milestone) and self.amendment.kind is Kind.DATE_MOVED else None
                now = f", now {dates.say(was, self._language)}" if was else ""
                return Question(f"{whose}due when{now}?", self._day)
            case "done_when":
                stands = isinstance(row, Milestone) and self.amendment.kind is not Kind.MILESTONE_SPLIT
                return self._text(f"{whose}done when?", row.done_when if stands and isinstance(row, Milestone) else "")
            case "title" if self.amendment.kind is Kind.PRIORITY_ADDED:
                return self._new_priority()
            case "title":
                return self._text("Which result? A stranger could check it.")
            case "owner":
                return self._party(f"{whose}who owns it now?")
            case "into":
                return self._rows("It becomes part of which milestone?", self._open_milestones(item))
            case "confidence":
                now = f", now {row.confidence}" if isinstance(row, Condition) and row.confidence else ""
                return self._one_of(f"{whose}how sure{now}? 1 doubt to 5 sure", dict.fromkeys("12345", ""))
            case "field":
                return self._one_of(f"{whose}what of it changes?", self._fields(row))
            case "value":
                return self._value(row)
        return self._about_why(name, row)

    def _about_why(self, name: str, row: Noun | None) -> Question:
        match name:
            case "cause":
                causes = {each.value: changes.CAUSE[each] for each in Cause if each is not Cause.UNSAID}
                return self._one_of("What kind of reason?", causes)
            case "reason":
                return Question("Why? What did you learn?", read_reason)
            case "decided_by":
                decider = self.workshop.party(self.workshop.brief.decider_id)
                return self._party("Who decided it?", decider.name if decider else "")
            case "where":
                return self._where(row)
        ids = [each.id for each in changes.dependents(self.workshop, row.id)] if row else []
        depends = f" {', '.join(ids)} depend{'s' if len(ids) == 1 else ''} on it." if ids else ""
        return self._text(f"What does it mean for others?{depends} “none” is an answer.")

    @property
    def _language(self) -> str:
        return self.workshop.brief.language

    # -- kinds of answers ----------------------------------------------------------------------------------------

    def _one_of(self, ask: str, options: Mapping[str, str]) -> Question:
        """A choice by its number or its first letters; options without words are their own."""
        words = {value: label or value for value, label in options.items()}
        listed = "  ".join(
            f"{n} {label}" if options[value] else "" for n, (value, label) in enumerate(words.items(), 1)
        )

        def read(text: str) -> tuple[str, str]:
            sought, values = folded(text), list(words)
            if not sought:
                raise ValueError("Type a number, or the first letters of one of them.")
            if sought.isdecimal() and len(sought) < 3 and 1 <= int(sought) <= len(values):
                value = values[int(sought) - 1]
                return value, words[value]
            exact = [value for value in values if folded(words[value]) == sought]
            found = exact or [value for value in values if folded(words[value]).startswith(sought)]
            if len(found) != 1:
                raise ValueError("Several begin so: type more letters." if found else "That is none of them.")
            return found[0], words[found[0]]

        return Question(f"{ask} {listed.strip()}".rstrip(), read, suggest=lambda text: _named(words.values(), text))

    def _text(self, ask: str, text: str = "") -> Question:
        def read(typed: str) -> tuple[str, str]:
            kept = clean(typed)
            if not kept:
                raise ValueError("Type a few words.")
            if length(kept) > _TEXT:
                raise ValueError(f"That is {length(kept)} characters: {_TEXT} is the most.")
            return kept, ""

        return Question(ask, read, text)

    def _day(self, text: str) -> tuple[str, str]:
        if not text.strip():
            raise ValueError("Type a date, such as 15 jan or in 6 weeks.")
        day = dates.parse_date(text, self.today, self._language)
        return day.isoformat(), dates.echo(day, self.today, self._language)

    def _party(self, ask: str, text: str = "") -> Question:
        wording = steps.load().field("action", "who_id")

        def read(typed: str) -> tuple[str, str]:
            answer = answers.read(wording, typed, self.workshop, self.today)
            return str(answer.value), answer.echo

        return Question(ask, read, text, lambda typed: answers.suggestions(wording, self.workshop, typed))

    def _where(self, row: Noun | None) -> Question:
        places = {HERE: "here together", ALONE: "by the owner alone, before"}
        if not self.meeting:
            places = {HERE: "together", ALONE: "by the owner alone"}
        asked = self._one_of(f"Where? Nothing typed: {places[HERE].split()[0]}.", places)

        def read(text: str) -> tuple[str, str]:
            where, echo = asked.read(text) if text.strip() else (HERE, "")
            to = changes.day(self.amendment.get("due"))
            if where == ALONE and to and isinstance(row, Milestone) and self.amendment.kind is Kind.DATE_MOVED:
                refused = changes.too_far_alone(self.workshop, row, to)
                if refused:
                    raise ValueError(f"{refused} 1 {'decides it here' if self.meeting else 'was it, together'}.")
            return where, echo

        return Question(asked.ask, read, suggest=asked.suggest)

    # -- rows ----------------------------------------------------------------------------------------------------

    def _item(self) -> Question:
        selected = [row for row in self.workshop.priorities if row.status is Status.SELECTED]
        match self.amendment.kind:
            case Kind.MILESTONE_ADDED:
                return self._rows("For which priority?", selected)
            case Kind.PRIORITY_PAUSED | Kind.PRIORITY_DROPPED:
                return self._rows("Which priority?", selected)
            case Kind.OWNER_CHANGED:
                return self._rows("Of which priority or milestone?", [*selected, *self._open_milestones()])
            case Kind.ASSUMPTION_UPDATED:
                return self._rows("Which condition?", self.workshop.of(Condition))
            case Kind.CHOICE_CHANGED:
                choices = [self.workshop.brief, *self.workshop.arenas, *self.workshop.of(Principle)]
                return self._rows("Which choice? W is the direction.", choices)
        return self._rows("Which milestone?", self._open_milestones())

    def _open_milestones(self, but: str = "") -> list[Milestone]:
        selected = {row.id for row in self.workshop.priorities if row.status is Status.SELECTED}
        return [
            row
            for row in self.workshop.milestones
            if row.priority_id in selected and row.dropped_on is None and not row.evidence and row.id != but
        ]

    def _rows(self, ask: str, rows: Sequence[Noun]) -> Question:
        names = {row.id: f"{row.id} {_called(row)}" for row in rows}

        def read(text: str) -> tuple[str, str]:
            sought = folded(text)
            if not sought:
                raise ValueError("Type its number, or a few letters of its name.")
            found = [id for id in names if folded(id) == sought] or [
                id for id, name in names.items() if sought in folded(name)
            ]
            if len(found) != 1:
                raise ValueError(
                    "Several are called that: type more letters." if found else "There is none of that name."
                )
            return found[0], shorten(names[found[0]], 48)

        return Question(ask, read, suggest=lambda text: _named(names.values(), text))

    def _new_priority(self) -> Question:
        waiting = [row for row in self.workshop.priorities if row.status is not Status.SELECTED]
        names = {row.id: row.title for row in waiting}
        asked = self._text("Which priority? One that was put off, or a new one.")

        def read(text: str) -> tuple[str, str]:
            known = next((id for id, name in names.items() if folded(text) in (folded(id), folded(name))), None)
            return (known, f"{known}, put off before") if known else asked.read(text)

        return Question(asked.ask, read, suggest=lambda text: _named(names.values(), text))

    # -- choices -------------------------------------------------------------------------------------------------

    def _fields(self, row: Noun | None) -> dict[str, str]:
        if row is None:
            return {}
        return {name: steps.load().field(row.table, name).label for name in CHOICES[type(row)]}

    def _value(self, row: Noun | None) -> Question:
        field = choice_field(self.workshop, self.amendment)

        def read(text: str) -> tuple[str, str]:
            answer = answers.read(field, text, self.workshop, self.today, row)
            return text, answer.echo

        before = answers.typed(field, row, self.workshop) if row else ""
        return Question(
            f"{field.label}: what is it now?",
            read,
            before,
            lambda text: answers.suggestions(field, self.workshop, text),
        )


def read_reason(text: str) -> tuple[str, str]:
    """Return a reason as it is kept, and no echo; raises ValueError while it is too short or too long."""
    kept, (least, most) = clean(text), REASON
    if not least <= length(kept) <= most:
        raise ValueError(f"Say why in {least} to {most} characters; that is {length(kept)}.")
    return kept, ""


def _called(row: Noun) -> str:
    return "the direction" if isinstance(row, Brief) else clean(caption(row))


def _named(names: Iterable[str], text: str) -> tuple[str, ...]:
    return completing("", names, text)
