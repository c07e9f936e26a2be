"""What has been decided so far, sentence by sentence and step by step, and where each of it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from data.nouns.planning import Accepted, Status
from data.nouns.room import Brief
from data.nouns.strategy import Verdict
from data.value import Workshop
from workshop import answers, dates, reading, spoken
from workshop.actions import stress
from workshop.room import consents
from workshop.steps import Choice, Step, load

#: The workshop's own fields that are decisions; the others say how the room works.
_OWN = (
    *("scope", "decider_id", "obstacle", "aspiration", "look_back"),
    *("rhythm", "next_on", "keeper_id", "message"),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: `sign` and `label` say what was decided of `text`, `more` the rest of it in words.

    `item` is the id of the row, "" for the workshop's own, and `field` where in it the decision stands. What was
    decided in a consent round belongs to no step: its `step` is "".
    """

    step: str
    item: str
    field: str
    sign: str
    label: str
    text: str
    more: str = ""


def decided(workshop: Workshop, today: date) -> tuple[Decided, ...]:
    """Return what was decided, in the order of the steps, and then by consent; what is still to decide is left out."""
    by_step = (each for step in load().steps for each in _of_step(workshop, step, today))
    return (*by_step, *_by_consent(workshop, today))


def _of_step(workshop: Workshop, step: Step, today: date) -> Iterator[Decided]:
    rows = _ROWS[step.key](workshop, today) if step.key in _ROWS else ()
    own = _own(workshop, step, today)
    yield from chain(own, rows) if step.key in _LED else chain(rows, own)


def _own(workshop: Workshop, step: Step, today: date) -> Iterator[Decided]:
    """What a step decided of the workshop as a whole."""
    for field in step.fields:
        own = field.noun == Brief.table and field.name in _OWN and field.name in Brief.model_fields
        if own and (text := answers.shown(field, workshop.brief, workshop, today)):
            more = workshop.brief.look_back_note if field.name == "look_back" else ""
            yield Decided(step.key, "", field.name, "", field.label, text, more)


def _aims(workshop: Workshop, today: date) -> Iterator[Decided]:
    """What is counted, and the rules on the way."""
    for row in workshop.measures:
        yield Decided("direction", row.id, "name", "", _label("measure", "name"), reading.measured(row, today))
    for rule in workshop.principles:
        yield Decided("direction", rule.id, "rule", "", spoken.noun(rule.table, {}), reading.ruled(rule))


def _places(workshop: Workshop, today: date) -> Iterator[Decided]:
    """The places, those we play before those we do not."""
    for verdict in Verdict:
        if verdict is not Verdict.UNDECIDED:
            choice = _choice("arena", "verdict", verdict)
            for row in workshop.arenas:
                if row.verdict is verdict:
                    label = choice.label
                    if verdict is Verdict.EXPLORE and row.decide_by:
                        label = f"{label} until {dates.short(row.decide_by, today)}"
                    yield Decided("where-to-play", row.id, "verdict", choice.sign, label, row.name, row.reason)


def _ways_to_win(workshop: Workshop, today: date) -> Iterator[Decided]:
    for row in workshop.arenas:
        if row.verdict is Verdict.PLAY and row.advantage:
            yield Decided("how-to-win", row.id, "advantage", "", row.name, row.advantage)


def _priorities(workshop: Workshop, today: date) -> Iterator[Decided]:
    for status in (Status.SELECTED, Status.LATER, Status.FOLDED, Status.DROPPED):
        choice = _choice("priority", "status", status)
        for row in workshop.priorities:
            if row.status is status:
                more = row.outcome if status is Status.SELECTED else row.note
                yield Decided("priorities", row.id, "status", choice.sign, choice.label, row.title, more)


def _owners(workshop: Workshop, today: date) -> Iterator[Decided]:
    for row in workshop.priorities:
        owner = workshop.party(row.owner_id)
        if row.status is Status.SELECTED and owner is not None:
            choice = _choice("priority", "accepted", row.accepted)
            said = f"{choice.label} {row.accepted_if}" if row.accepted is Accepted.YES_IF else choice.label
            yield Decided("owners", row.id, "owner_id", choice.sign, owner.name, row.title, said)


def _milestones(workshop: Workshop, today: date) -> Iterator[Decided]:
    selected = {row.id for row in workshop.priorities if row.status is Status.SELECTED}
    dated = [(row.due, row.number, row) for row in workshop.milestones if row.due and row.priority_id in selected]
    for due, _, row in sorted(dated, key=lambda each: each[:2]):
        yield Decided("milestones", row.id, "due", "", dates.short(due, today), row.title, row.done_when)


def _risks(workshop: Workshop, today: date) -> Iterator[Decided]:
    """The reasons for failure that the room takes up, with its answers."""
    choice = _choice("risk", "starred", "yes")
    for row in stress.with_star(workshop, True):
        yield Decided("stress-test", row.id, "starred", choice.sign, choice.label, row.reason, row.answer)


def _signals(workshop: Workshop, today: date) -> Iterator[Decided]:
    for row in workshop.triggers:
        text = ": ".join(filter(None, (row.signal, row.threshold)))
        yield Decided("rhythm", row.id, "signal", "", _label("trigger", "signal"), text, row.then)


def _promises(workshop: Workshop, today: date) -> Iterator[Decided]:
    for row in workshop.actions:
        who = workshop.party(row.who_id)
        if who is not None:
            by = f"by {dates.short(row.by, today)}" if row.by else ""
            yield Decided("close", row.id, "text", "", who.name, row.text, by)


def _by_consent(workshop: Workshop, today: date) -> Iterator[Decided]:
    due = consents.due(workshop, today)
    for row in consents.decided(workshop):
        sign, again = "!" if row in due else consents.sign(row), consents.again(row, today)
        yield Decided("", row.id, "outcome", sign, consents.came(row), row.proposal, again)


_ROWS: dict[str, Callable[[Workshop, date], Iterator[Decided]]] = {
    "direction": _aims,
    "where-to-play": _places,
    "how-to-win": _ways_to_win,
    "priorities": _priorities,
    "owners": _owners,
    "milestones": _milestones,
    "stress-test": _risks,
    "rhythm": _signals,
    "close": _promises,
}

#: The steps whose own fields come before their rows.
_LED = frozenset({"direction", "rhythm"})


def _label(noun: str, name: str) -> str:
    return load().field(noun, name).label


def _choice(noun: str, name: str, value: str) -> Choice:
    """What the wall says for a state; the state's own word where a method leaves it out."""
    return load().field(noun, name).choice(value) or Choice(value=value, label=value.replace("_", " "))
