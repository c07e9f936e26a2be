"""Whatever is done in whatever order: what has to hold of every workshop, and of every step from one to the next."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import workshop.actions
from data.difference import diff, from_json, inverse, patch, to_json
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Helps, Milestone, Needs, Priority, Risk, Status
from data.nouns.rhythm import Trigger
from data.nouns.strategy import Arena, Capability, Condition
from data.tables import REFERENCES
from data.value import Workshop, noun_of
from tests.workshop.actions.strategies import USE_CASES, Act, actions, begun
from workshop.actions import accepting, promising

RANKED = (Measure, Fact, Principle, Arena, Condition, Capability, Priority, Risk, Trigger)
#: What changes the order of what is there already.
REORDERS = ("move", "order_by_dots", "merge")


class AnyWorkshop(RuleBasedStateMachine):
    """A workshop to which anything is done."""

    @initialize(workshop=begun())
    def begin(self, workshop: Workshop) -> None:
        self.before: Workshop | None = None
        self.act: Act | None = None
        self.now = workshop
        self.given = {key for key, row in workshop.rows.items() if row.letter}

    @rule(data=st.data())
    def do(self, data: st.DataObject) -> None:
        act = data.draw(actions(self.now), "act")
        self.before, self.act, self.now = self.now, act, act(self.now)
        new = {key for key, row in self.now.rows.items() if row.letter and key not in self.before.rows}
        assert not new & self.given, "an id was given twice"
        self.given |= new

    @invariant()
    def every_reference_resolves(self) -> None:
        for reference in REFERENCES:
            for row in self.now.of(noun_of(reference.table)):
                id = getattr(row, reference.column)
                assert id is None or self.now.get(noun_of(reference.target), id) is not None, (row, reference)

    @invariant()
    def every_row_is_sound(self) -> None:
        for key, row in self.now.rows.items():
            assert key == (row.table, row.id)
            assert type(row).model_validate(row.__dict__) == row

    @invariant()
    def a_difference_leads_there_and_back(self) -> None:
        ops = diff(self.before, self.now)
        assert patch(self.before, ops) == self.now
        assert from_json(to_json(ops)) == ops
        if self.before is not None:
            assert patch(self.now, inverse(ops)) == self.before

    @invariant()
    def a_first_date_stays(self) -> None:
        for row in self.before.of(Milestone) if self.before else ():
            after = self.now.get(Milestone, row.id)
            if row.first_due is not None and after is not None:
                assert after.first_due == row.first_due

    @invariant()
    def first_dates_come_by_adopting_alone(self) -> None:
        if self.before is None or self.act is None or self.act.name in ("closing.adopt", "checking_in.close"):
            return
        known = {row.id: row.first_due for row in self.before.of(Milestone)}
        assert {row.id: row.first_due for row in self.now.of(Milestone) if row.first_due} == {
            id: first for id, first in known.items() if first and self.now.get(Milestone, id)
        }

    @invariant()
    def no_rank_is_given_twice(self) -> None:
        for noun in RANKED:
            ranks = [getattr(row, "rank", "") for row in self.now.of(noun)]
            assert len(set(ranks)) == len(ranks)
            assert all(ranks)

    @invariant()
    def what_is_not_moved_stays_in_order(self) -> None:
        if self.before is None or self.act is None or self.act.name.rpartition(".")[2] in REORDERS:
            return
        for noun in RANKED:
            was, is_now = ([row.id for row in value.of(noun)] for value in (self.before, self.now))
            assert [id for id in was if id in is_now] == [id for id in is_now if id in was]

    @invariant()
    def a_name_is_one_party(self) -> None:
        names = [" ".join(party.name.casefold().split()) for party in self.now.parties]
        assert len(set(names)) == len(names)
        assert all(names)

    @invariant()
    def nobody_stands_beside_themselves(self) -> None:
        for priority in self.now.priorities:
            assert priority.owner_id is None or priority.owner_id != priority.deputy_id
            assert not any(
                (helps.priority_id, helps.party_id) == (priority.id, priority.owner_id) for helps in self.now.of(Helps)
            )
        assert not any(party.lead_id == party.id for party in self.now.parties)
        assert not any(needs.milestone_id == needs.needs_id for needs in self.now.of(Needs))

    @invariant()
    def what_serves_all_names_none(self) -> None:
        for priority in self.now.priorities:
            assert not (priority.serves_all and self.now.served_by(priority))

    @invariant()
    def what_is_to_be_done_is_somebodys_action(self) -> None:
        made_of = [action.parked_id for action in self.now.actions if action.parked_id]
        assert sorted(made_of) == sorted(parked.id for parked in self.now.parked if parked.disposition == "do")

    @invariant()
    def adopting_dates_what_is_selected(self) -> None:
        if self.act is None or self.before is None or self.act.name != "closing.adopt":
            return
        assert self.now.brief.version == self.before.brief.version + 1
        for milestone in self.now.milestones:
            if self.now.row(Priority, milestone.priority_id).status == Status.SELECTED and milestone.due:
                assert milestone.first_due is not None

    @invariant()
    def there_is_one_check_in_of_a_kind(self) -> None:
        kinds = [row.kind for row in self.now.cadences]
        assert len(set(kinds)) == len(kinds)

    @invariant()
    def names_are_kept_only_where_they_are_wanted(self) -> None:
        assert self.now.brief.attributed or not any(row.party_id for row in self.now.reservations)


TestAnyWorkshop = AnyWorkshop.TestCase
TestAnyWorkshop.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)

#: What is made of other use cases, takes no workshop to begin with, or is drawn with every field.
PARTS = {
    "disown",
    "owns_alone",
    "serve_only",
    "helped_only_by",
    "need_only",
    "set_field",
    "refer",
    "arrange",
    "duplicate",
    "report",
    "update_assumption",
    "change_choice",
    "close_vote",
    "count_last",
    "count_ballots",
    "count_hands",
    "abstain",
    "mark_win",
    "begin_extra",
    "record_added",
}


def test_every_use_case_is_drawn() -> None:
    drawn = {use for use, _ in USE_CASES}
    for module in iter_modules(workshop.actions.__path__, "workshop.actions."):
        if module.name in ("workshop.actions.ranks", accepting.__name__, promising.__name__):
            continue
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if function.__module__ != module.name or name.startswith("_") or name in PARTS:
                continue
            takes = list(inspect.signature(function).parameters)[:1]
            if takes == ["workshop"] and inspect.signature(function).return_annotation == "Workshop":
                assert function in drawn, f"{module.name}.{name}"
