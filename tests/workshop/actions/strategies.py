"""Hypothesis strategies for the use cases: whatever somebody could do next in a given workshop.

workshop = draw(begun())
act = draw(actions(workshop))
workshop = act(workshop)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Any

from hypothesis import strategies as st

from data.nouns.assessment import Assessment, Role
from data.nouns.base import Noun
from data.nouns.change import Adjustment, Cause
from data.nouns.check_in import Holding, Occasion, Sitting, Standing, Win
from data.nouns.check_in import Verdict as Becomes
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Accepted, Milestone, Priority, Risk, Status
from data.nouns.rhythm import Cadence, CheckIn, Preset, Trigger
from data.nouns.room import Action, Agenda, Answer, Carried, Consent, Disposition, LookBack, Parked, Party, Reservation
from data.nouns.strategy import Arena, Capability, Condition, Level, Verdict
from data.tables import NOUN
from data.value import Workshop
from workshop.actions import (
    arenas,
    assessing,
    calling,
    changing,
    checking_in,
    closing,
    consenting,
    direction,
    milestones,
    opening,
    owners,
    parties,
    priorities,
    rhythm,
    stress,
    timing,
    votes,
    winning,
)
from workshop.actions.changing import Why
from workshop.actions.fields import set_field
from workshop.assessment.scoring import ANSWERS
from workshop.assessment.sheets import Round, Sheet
from workshop.check_ins.periods import Period, kept
from workshop.room import consents
from workshop.steps import Field, load

#: The day on which these workshops are held.
TODAY = date(2026, 10, 14)

#: What has broken terminals, markup, tables or databases before.
HOSTILE = (
    "[/b]",
    "Win [/b] in [red]",
    "[/",
    "\x1b[31mred\x1b]8;;http://example.com\x07link",
    "nul\x00 and half a pair \ud800",
    "tab\tnew\nline\r\nseparator\u2028",
    "\u202eright to left\u2066",
    "مرحبا שלום",
    "e" + "\u0301" * 40,
    "👨‍👩‍👧‍👦🇩🇪",
    "宽字符の列",
    "a; b, c\\; d\\",
    "'; DROP TABLE arena; --",
    "$accent {name} %s",
    "x" * 10_000,
    " \t ",
    "",
)

any_text = st.sampled_from(HOSTILE) | st.text(max_size=30) | st.sampled_from(("Alpha", "beta", "Gamma ray"))
any_date = st.dates(TODAY, TODAY + timedelta(days=1000))
amounts = st.decimals(-(10**11), 10**11, places=3)
periods = st.tuples(any_date, st.integers(0, 30)).map(lambda pair: kept(Period(pair[0], pair[0] + timedelta(pair[1]))))
_PLACES = st.integers(-3, 3)
_NAME = "a name: of somebody known, in whatever case, or of somebody new"
_TEXT = "a text"

Use = Callable[..., Workshop]

whys = st.builds(
    Why,
    on=any_date,
    reason=any_text,
    cause=st.sampled_from(Cause),
    decided_by=any_text,
    alone=st.booleans(),
    knock_on=any_text,
    at=st.none() | st.datetimes(timezones=st.just(UTC)),
)


_ITEM = st.sampled_from(("1.1", "2.3"))
sheets = st.builds(
    Sheet,
    role=st.sampled_from(Role),
    answers=st.dictionaries(_ITEM, st.sampled_from(ANSWERS), max_size=2),
    notes=st.dictionaries(_ITEM, any_text, max_size=1),
)
rounds = st.builds(
    Round,
    questionnaire=st.just("strategy"),
    version=st.just("1"),
    begun=any_date,
    alone=st.booleans(),
    sheets=st.lists(sheets, max_size=9).map(tuple),
    assessment=st.sampled_from(("", "S1")),
)


def says(workshop: Workshop, id: str, milestone_id: str, standing: Standing, sure: int | None, text: str) -> Workshop:
    """What an owner says of a milestone, all of it."""
    told = {"happened": text, "following": text, "help": text, "evidence": text, "author": text}
    return checking_in.report(workshop, id, milestone_id, standing=standing, confidence=sure, **told)


def chooses(workshop: Workshop, arena_id: str, verdict: Verdict, advantage: str, why: Why) -> Workshop:
    """Another verdict on a place, and another way to win in it."""
    workshop = changing.change_choice(workshop, arena_id, "verdict", verdict, why)
    return changing.change_choice(workshop, arena_id, "advantage", advantage, why)


def trusts(workshop: Workshop, condition_id: str, why: Why, confidence: int, text: str) -> Workshop:
    """More or less trust in a condition, said otherwise."""
    return changing.update_assumption(workshop, condition_id, why, confidence=confidence, text=text)


def promised(workshop: Workshop, milestone_id: str, why: Why) -> Workshop:
    """The record of a milestone that came in with others."""
    return changing.record_added(workshop, [milestone_id], why)


def changes_it(workshop: Workshop, id: str, action_id: str, text: str, who: str) -> Workshop:
    """An action that goes on as another one."""
    return checking_in.follow_up(workshop, id, action_id, Answer.NEEDED, text=text, who=who, by=TODAY)


def thanks(workshop: Workshop, win_id: str, text: str, who: str) -> Workshop:
    """A win said otherwise, whom it is thanks to, and how it is marked."""
    return checking_in.mark_win(workshop, win_id, text=text, who=who, mark=text)


def calls(workshop: Workshop, trigger_id: str, on: date, about: str) -> Workshop:
    """An extra check-in for a signal, on a choice."""
    return calling.begin_extra(workshop, on, trigger_id=trigger_id, about=about)


def vote_one_by_one(workshop: Workshop, voters: int, dots: int) -> Workshop:
    """A round of ballots all of which put so many dots, or as many as may be, on the first candidate."""
    box = votes.box(workshop, voters)
    for _ in range(voters):
        box = box.drop(box.give({}, box.items[0], dots) if box.items else {})
    return votes.count_ballots(workshop, box)


def show_one_by_one(workshop: Workshop, hands: list[str]) -> Workshop:
    """A fist of five, one hand after the other, of four voters."""
    box = closing.box(4)
    for fingers in hands:
        box = box.drop({fingers: 1})
    return closing.count_hands(workshop, box)


#: Every use case and what it takes behind the workshop; a noun stands for the id of one of its rows.
USE_CASES: tuple[tuple[Use, tuple[Any, ...]], ...] = (
    (opening.choose_agenda, (st.sampled_from(Agenda),)),
    (opening.add_participant, (_NAME,)),
    (opening.carry, (_TEXT, st.none() | any_date)),
    (timing.finished, (st.sampled_from(("open", "pause-1", "close")), st.integers(0, 90), st.integers(0, 600))),
    (timing.as_before, ()),
    (timing.as_planned, ()),
    (timing.for_other_agenda, ()),
    (opening.answer, (Carried, st.sampled_from(Answer))),
    (opening.remove, (Carried,)),
    (opening.remove, (Party,)),
    (parties.rename, (Party, _NAME)),
    (parties.lead, (Party, _NAME)),
    (parties.merge, (Party, Party)),
    (parties.remove, (Party,)),
    (direction.add_measure, (_TEXT,)),
    (direction.add_fact, (_TEXT, _TEXT)),
    (direction.add_principle, (_TEXT, _TEXT)),
    (direction.move, (Measure, _PLACES)),
    (direction.move, (Fact, _PLACES)),
    (direction.move, (Principle, _PLACES)),
    (direction.remove, (Measure,)),
    (direction.remove, (Fact,)),
    (direction.remove, (Principle,)),
    (arenas.add, (_TEXT,)),
    (arenas.judge, (Arena, st.sampled_from(Verdict))),
    (arenas.move, (Arena, _PLACES)),
    (arenas.remove, (Arena,)),
    (arenas.merge, (Arena, Arena)),
    (winning.add_condition, (Arena, _TEXT)),
    (winning.add_capability, (Arena, _TEXT)),
    (winning.trust, (Condition, st.none() | st.integers(1, 5))),
    (winning.have, (Capability, st.sampled_from(Level))),
    (winning.move, (Condition, _PLACES)),
    (winning.move, (Capability, _PLACES)),
    (winning.remove, (Condition,)),
    (winning.remove, (Capability,)),
    (winning.look_back, (st.sampled_from(LookBack), _TEXT)),
    (priorities.add, (_TEXT,)),
    (priorities.decide, (Priority, st.sampled_from(Status))),
    (priorities.decide, (Priority, st.just(Status.SELECTED))),
    (priorities.move, (Priority, _PLACES)),
    (priorities.remove, (Priority,)),
    (priorities.merge, (Priority, Priority)),
    (priorities.serve, (Priority, Arena)),
    (priorities.set_dots, (Priority, st.none() | st.integers(0, 40))),
    (priorities.order_by_dots, ()),
    (votes.open_vote, ()),
    (consenting.propose, (_TEXT,)),
    (consenting.answer, (Consent, st.sampled_from(consents.ANSWERS), _TEXT)),
    (consenting.settle, (Consent, _TEXT)),
    (consenting.review, (Consent, st.none() | any_date)),
    (consenting.amend, (Consent, _TEXT)),
    (consenting.again, (Consent,)),
    (consenting.remove, (Consent,)),
    (votes.recount, ()),
    (vote_one_by_one, (st.integers(1, 4), st.integers(0, 4))),
    (show_one_by_one, (st.lists(st.sampled_from("543210"), max_size=4),)),
    (owners.name, (Priority, _NAME)),
    (owners.name_and_help, (Priority, st.lists(any_text, min_size=1, max_size=3))),
    (owners.accept, (Priority, st.sampled_from(Accepted), _TEXT)),
    (owners.helps, (Priority, _NAME)),
    (owners.deputize, (Priority, _NAME)),
    (milestones.add, (Priority, _TEXT, any_date, _TEXT)),
    (milestones.shift, (Milestone, st.integers(-10, 10))),
    (milestones.need, (Milestone, Milestone)),
    (milestones.move, (Milestone, Priority)),
    (milestones.remove, (Milestone,)),
    (stress.add, (_TEXT,)),
    (stress.star, (Risk, st.booleans())),
    (stress.move, (Risk, _PLACES)),
    (stress.merge, (Risk, Risk)),
    (stress.remove, (Risk,)),
    (rhythm.choose, (st.sampled_from(Preset),)),
    (rhythm.add, (st.sampled_from(CheckIn),)),
    (rhythm.turn_into, (Cadence, st.sampled_from(CheckIn))),
    (rhythm.keep, (_NAME,)),
    (rhythm.add_trigger, (_TEXT,)),
    (rhythm.move, (Trigger, _PLACES)),
    (rhythm.remove, (Cadence,)),
    (rhythm.remove, (Trigger,)),
    (closing.show_fingers, (st.just(()) | st.tuples(*[st.integers(0, 12)] * 6),)),
    (closing.add_reservation, (_TEXT, st.none() | st.integers(0, 5), _NAME)),
    (closing.attribute, (st.booleans(),)),
    (closing.belongs_to, (Reservation, _NAME)),
    (closing.park, (_TEXT,)),
    (closing.dispose, (Parked, st.sampled_from(Disposition))),
    (closing.give, (Parked, _NAME)),
    (closing.due, (Parked, st.none() | any_date)),
    (closing.add_action, (_NAME, _TEXT, st.none() | any_date)),
    (closing.remove, (Reservation,)),
    (closing.remove, (Parked,)),
    (closing.remove, (Action,)),
    (closing.adopt, (st.dates(TODAY, TODAY + timedelta(days=90)),)),
    (checking_in.begin, (st.sampled_from(Occasion), any_date)),
    (calling.call, (Trigger, any_date, _TEXT)),
    (checking_in.attend, (Sitting, st.lists(any_text, max_size=3))),
    (says, (Sitting, Milestone, st.sampled_from(Standing), st.none() | st.integers(0, 10), _TEXT)),
    (checking_in.follow_up, (Sitting, Action, st.sampled_from(Answer))),
    (changes_it, (Sitting, Action, _TEXT, _NAME)),
    (checking_in.agree, (Sitting, _NAME, _TEXT, st.none() | any_date)),
    (checking_in.win, (Sitting, _TEXT)),
    (thanks, (Win, _TEXT, _NAME)),
    (checking_in.read_measure, (Sitting, Measure, st.none() | amounts, _TEXT)),
    (checking_in.revisit, (Sitting, Condition, st.sampled_from(Holding))),
    (checking_in.watch, (Sitting, Trigger, st.none() | st.booleans(), _TEXT)),
    (checking_in.judge, (Sitting, Priority, st.sampled_from(Becomes))),
    (checking_in.tell_others, (Sitting, _TEXT)),
    (checking_in.decide_otherwise, (Sitting, _TEXT)),
    (calls, (Trigger, any_date, st.sampled_from(["W", "A1"]))),
    (checking_in.meet_next, (Sitting, st.none() | any_date)),
    (checking_in.close, (Sitting,)),
    (consenting.count_fine, (Consent, st.integers(0, 30))),
    (changing.move_date, (Milestone, any_date, whys)),
    (changing.cut_scope, (Milestone, _TEXT, whys)),
    (changing.change_owner, (Milestone, _NAME, whys)),
    (changing.change_owner, (Priority, _NAME, whys)),
    (changing.add_milestone, (Priority, _TEXT, st.none() | any_date, _TEXT, whys)),
    (changing.split, (Milestone, _TEXT, st.none() | any_date, _TEXT, whys)),
    (changing.merge, (Milestone, Milestone, whys)),
    (changing.drop_milestone, (Milestone, whys)),
    (changing.add_priority, (_TEXT, whys, _NAME)),
    (changing.resume_priority, (Priority, whys)),
    (changing.pause_priority, (Priority, whys)),
    (changing.drop_priority, (Priority, whys)),
    (trusts, (Condition, whys, st.integers(1, 5), _TEXT)),
    (chooses, (Arena, st.sampled_from(Verdict), _TEXT, whys)),
    (changing.take_away, (Condition, whys)),
    (changing.take_away, (Principle, whys)),
    (promised, (Milestone, whys)),
    (changing.correct, (Adjustment, whys)),
    (changing.look_again, (Adjustment, st.none() | any_date, _TEXT)),
    (changing.put_right, (Milestone, st.just("due"), st.datetimes(timezones=st.just(UTC)))),
    (assessing.count, (rounds,)),
    (assessing.agree, (Assessment, _ITEM, st.none() | st.integers(1, 5))),
    (assessing.note, (Assessment, _ITEM, any_text)),
    (assessing.name_respondents, (Assessment, st.lists(any_text, max_size=5))),
    (assessing.remove, (Assessment,)),
)


@dataclass(frozen=True)
class Act:
    """One thing somebody does: a use case with what it takes. Calling it gives the next value."""

    use: Use
    args: tuple[Any, ...]

    @property
    def name(self) -> str:
        return f"{self.use.__module__.rpartition('.')[2]}.{self.use.__name__}"

    def __call__(self, workshop: Workshop) -> Workshop:
        try:
            return self.use(workshop, *self.args)
        except ValueError as refused:
            if type(refused) is not ValueError:
                raise
            return workshop  # a sentence for the person: nothing was done


def fields_there(workshop: Workshop) -> list[tuple[Field, Noun]]:
    """Every field the method asks for, with every row that has it."""
    fields = [field for step in load().steps for field in step.fields]
    return [
        (field, row) for field in fields for row in workshop.rows.values() if row.table == field.noun and has(field)
    ]


def has(field: Field) -> bool:
    """Whether a field's noun is kept already, and the field with it."""
    noun = NOUN.get(field.noun)
    return noun is not None and (field.kind in ("links", "parties") or field.name in noun.model_fields)


def values(field: Field, row: Noun, workshop: Workshop, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any] | None:
    """The values a field can take, or None when there is nothing yet to choose from."""
    match field.kind:
        case "text":
            return texts
        case "lines":
            return st.lists(texts, max_size=3).map(tuple)
        case "choice":
            return st.sampled_from([choice.value for choice in field.choices])
        case "number":
            number = st.integers(field.lowest or 0, field.highest or 99)
            return number if NOUN[field.noun].model_fields[field.name].annotation is int else st.none() | number
        case "amount":
            return st.none() | amounts
        case "counts":
            return st.just(()) | st.tuples(*[st.integers(0, 12)] * 6)
        case "date":
            return st.none() | any_date
        case "time":
            return st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))
        case "weekday":
            return st.none() | st.integers(0, 6)
        case "periods":
            return st.lists(periods, max_size=3).map(tuple)
        case "months":
            return st.sets(st.integers(1, 12)).map(lambda months: tuple(sorted(months)))
        case "yes-no":
            return st.booleans()
        case "party":
            return st.none() | names(workshop, texts)
        case "parties":
            return st.lists(names(workshop, texts), max_size=4).map(tuple)
        case "link":
            return _ids(workshop, Priority)
        case "links" if field.name == "serves":
            return st.just("all") | _several(workshop, Arena)
        case "links":
            return _several(workshop, Milestone)
    raise AssertionError(field.kind)


def names(workshop: Workshop, texts: st.SearchStrategy[str] = any_text) -> st.SearchStrategy[str]:
    """Names of parties that are there, in whatever case, or of new ones."""
    known = [party.name for party in workshop.parties]
    if not known:
        return texts
    return st.sampled_from(known) | st.sampled_from(known).map(str.upper) | texts


@st.composite
def actions(draw: st.DrawFn, workshop: Workshop, texts: st.SearchStrategy[str] = any_text) -> Act:
    """Whatever can be done next in a workshop, with texts from `texts`."""
    if draw(st.integers(0, 3)) == 0:
        field, row = draw(st.sampled_from(fields_there(workshop)))
        drawn = values(field, row, workshop, texts)
        if drawn is not None:
            return Act(set_field, (field.noun, row.id, field.name, draw(drawn)))
    there = {noun for noun in NOUN.values() if workshop.of(noun)}
    can = [case for case in USE_CASES if all(need in there for need in case[1] if isinstance(need, type))]
    use, takes = draw(st.sampled_from(can))
    return Act(use, tuple(draw(_taken(need, workshop, texts)) for need in takes))


def begun() -> st.SearchStrategy[Workshop]:
    """A new workshop, or one that is under way."""
    return st.sampled_from([make(agenda) for agenda in Agenda for make in (_new, under_way)])


def _new(agenda: Agenda) -> Workshop:
    return opening.begin("A day", "We", agenda, today=TODAY)


def under_way(agenda: Agenda = Agenda.HALF_DAY) -> Workshop:
    """A workshop with two of everything that refers to something, and one adopted date."""
    workshop = _new(agenda)
    for name in ("Director", "Operations Manager", "Treasurer"):
        workshop = opening.add_participant(workshop, name)
    for arena, id in (("Towns", "A1"), ("Villages", "A2")):
        workshop = arenas.judge(arenas.add(workshop, arena), id, Verdict.PLAY)
        for text in ("People come", "We can pay for it"):
            workshop = winning.add_capability(winning.add_condition(workshop, id, text), id, text)
    for title, id, owner in (("Open evenings", "P1", "Director"), ("Fresh food", "P2", "Treasurer")):
        workshop = priorities.decide(priorities.add(workshop, title), id, Status.SELECTED)
        workshop = owners.accept(owners.name_and_help(workshop, id, (owner, "Operations Manager")), id, Accepted.YES)
        workshop = priorities.serve(workshop, id, "A1")
    workshop = closing.adopt(milestones.add(workshop, "P1", "Two rooms signed", TODAY + timedelta(days=40)), TODAY)
    workshop = milestones.need(milestones.add(workshop, "P2", "Van bought", TODAY + timedelta(days=80)), "M2", "M1")
    for text in ("Visits", "Gifts"):
        workshop = direction.add_fact(direction.add_measure(workshop, text), text, "log")
        workshop = rhythm.add_trigger(stress.add(direction.add_principle(workshop, text), text), text)
    workshop = rhythm.choose(workshop, Preset.STANDARD)
    for text in ("Second key", "Rename us"):
        workshop = closing.park(opening.carry(workshop, text), text)
    workshop = closing.add_reservation(closing.attribute(workshop, True), "Too fast", 2, "Treasurer")
    return closing.dispose(workshop, "K1", Disposition.DO, who="Director", by=TODAY + timedelta(days=10))


def party(workshop: Workshop, id: str | None) -> Party:
    """A party that has to be there."""
    assert id is not None
    return workshop.row(Party, id)


@st.composite
def workshops(draw: st.DrawFn, texts: st.SearchStrategy[str] = any_text, most: int = 25) -> Workshop:
    """A workshop as people could have made it, by up to `most` acts."""
    workshop = draw(begun())
    for _ in range(draw(st.integers(0, most))):
        workshop = draw(actions(workshop, texts))(workshop)
    return workshop


def _taken(need: Any, workshop: Workshop, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if need is _TEXT:
        return texts
    if need is _NAME:
        return names(workshop, texts)
    if isinstance(need, type):
        ids = _ids(workshop, need)
        assert ids is not None
        return ids
    assert isinstance(need, st.SearchStrategy)
    return need


def _ids(workshop: Workshop, noun: type[Noun]) -> st.SearchStrategy[str] | None:
    ids = [row.id for row in workshop.of(noun)]
    return st.sampled_from(ids) if ids else None


def _several(workshop: Workshop, noun: type[Noun]) -> st.SearchStrategy[tuple[str, ...]]:
    ids = _ids(workshop, noun)
    return st.just(()) if ids is None else st.lists(ids, unique=True).map(tuple)
