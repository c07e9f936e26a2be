"""What waits is put on top of what others made, as often as it takes, and keeps to its own rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from data.difference import diff
from data.nouns.room import Brief
from data.nouns.strategy import Arena, Condition
from data.value import Workshop, of_rows
from workshop.actions import arenas, winning
from workshop.desk.pending import Save, rebased

Action = Callable[[Workshop], Workshop]

EMPTY = of_rows([Brief(id="W", title="Harbor")])


def saves(value: Workshop, *actions: Action) -> list[Save]:
    """Actions one after the other, as a desk queues them."""
    jobs = []
    for action in actions:
        new = action(value)
        jobs.append(Save(value, new, action, "did"))
        value = new
    return jobs


def after(value: Workshop, *actions: Action) -> Workshop:
    for action in actions:
        value = action(value)
    return value


def arena(name: str) -> Action:
    return partial(arenas.add, name=name)


def condition(arena_id: str, text: str) -> Action:
    return partial(winning.add_condition, arena_id=arena_id, text=text)


@pytest.mark.parametrize("both", [True, False], ids=["at once", "in turn"])
def test_a_row_of_a_row_follows_it_however_often_the_ids_are_taken(both: bool) -> None:
    jobs = saves(EMPTY, arena("ours"), condition("A1", "our condition"))
    theirs = after(EMPTY, arena("theirs"), *([condition("A1", "their condition")] if both else []))
    first, value, renaming = rebased(jobs, theirs)
    assert (renaming.id("A1"), value.row(Arena, "A2").name) == ("A2", "ours")
    # The first one is stored by now; before the second is, they add another condition.
    stored = after(theirs, arena("ours"), condition("A1", "theirs again"))
    again, value, _ = rebased(list(first)[1:], stored)
    [ours] = value.conditions("A2")
    assert ours.text == "our condition"
    assert {row.text for row in value.of(Condition)} == {row.text for row in stored.of(Condition)} | {"our condition"}
    [job] = again
    assert [op.id for op in diff(job.old, job.new)] == [ours.id]


def test_nothing_is_made_anew_where_nothing_is_taken() -> None:
    jobs = saves(EMPTY, arena("ours"), lambda value: value.change(Brief, "W", scope="ours"))
    waiting, value, renaming = rebased(jobs, EMPTY.change(Brief, "W", title="Their title"))
    assert list(waiting) == jobs and not renaming
    assert (value.brief.title, value.brief.scope, value.row(Arena, "A1").name) == ("Their title", "ours", "ours")


def test_of_many_rows_each_gets_an_id_of_its_own() -> None:
    jobs = saves(EMPTY, *(arena(f"ours {at}") for at in range(5)))
    theirs = after(EMPTY, *(arena(f"theirs {at}") for at in range(3)))
    _, value, renaming = rebased(jobs, theirs)
    assert [row.name for row in value.arenas] == [row.name for row in theirs.arenas] + [f"ours {at}" for at in range(5)]
    for at in range(5):
        assert value.row(Arena, renaming.id(f"A{at + 1}")).name == f"ours {at}"
        assert renaming.back.id(renaming.id(f"A{at + 1}")) == f"A{at + 1}"


def test_a_row_whose_change_cannot_be_done_again_is_not_taken_for_theirs() -> None:
    """Its change will be found stale; what was said of its row must not be said of theirs."""

    def both(value: Workshop) -> Workshop:
        return arenas.add(value, "ours").change(Brief, "W", scope="ours")

    jobs = saves(EMPTY, both, lambda value: value.change(Arena, "A1", reason="ours"))
    theirs = after(EMPTY, arena("theirs")).change(Brief, "W", scope="theirs")
    waiting, value, renaming = rebased(jobs, theirs)
    assert renaming.id("A1") == "A2"
    assert value.row(Arena, "A1").reason == ""
    assert {op.id for job in waiting for op in diff(job.old, job.new)} == {"A2", "W"}
