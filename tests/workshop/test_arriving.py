"""The sample on arriving at a step: what came before is answered, and nothing of what is to come is there."""

from datetime import date

import pytest

from data.nouns.room import Answer, Brief
from workshop.arriving import arriving
from workshop.rules.registry import Context, findings
from workshop.sample import sample
from workshop.steps import load

DAY = date(2026, 10, 14)
STEPS = [step.key for step in load().steps]
SAMPLE = sample(DAY, adopted=True)


def tables(workshop):
    return {key.table for key in workshop.rows}


@pytest.mark.parametrize("step", STEPS)
def test_what_was_asked_before_is_answered_as_in_the_sample(step):
    there = arriving(SAMPLE, step)
    before = [field for key in STEPS[: STEPS.index(step)] for field in load().step(key).fields]
    for field in before:
        kept = {key.id: row for key, row in there.rows.items() if key.table == field.noun}
        for key, row in SAMPLE.rows.items():
            if key.table == field.noun and key.table != "party" and hasattr(row, field.name):
                assert getattr(kept[key.id], field.name) == getattr(row, field.name), (field.noun, field.name)


@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_open_before_the_step_and_its_own_is_asked_for(step):
    there = arriving(SAMPLE, step)
    found = findings(there, Context(today=DAY))
    blocks = {each.step for each in found if each.blocks}
    assert not blocks & set(STEPS[: STEPS.index(step)])
    assert step in blocks or step in ("stress-test", "close")


def test_what_is_to_come_is_not_there_yet():
    assert tables(arriving(SAMPLE, "open")) == {"brief", "carried"} & tables(SAMPLE)
    assert not {"arena", "priority", "milestone", "action"} & tables(arriving(SAMPLE, "where-to-play"))
    winning = arriving(SAMPLE, "how-to-win")
    assert winning.arenas and not any(row.advantage or row.alternative for row in winning.arenas)
    owning = arriving(SAMPLE, "owners")
    assert owning.priorities and not any(row.owner_id or row.hours for row in owning.priorities)
    assert "helps" not in tables(owning) and "serves" in tables(owning)


def test_thoughts_that_were_parked_wait_for_the_close():
    there = arriving(SAMPLE, "priorities")
    assert [row.text for row in there.parked] == [row.text for row in SAMPLE.parked]
    assert {(row.disposition, row.who_id, row.by, row.later) for row in there.parked} == {("open", None, None, "")}
    assert arriving(SAMPLE, "close").parked == there.parked


def test_it_is_neither_adopted_nor_past_what_nobody_has_seen():
    there = arriving(SAMPLE, "close")
    assert (there.brief.version, there.brief.adopted_on, there.brief.fist) == (0, None, ())
    assert SAMPLE.brief.version == 1 and there.brief.title == SAMPLE.brief.title
    assert arriving(SAMPLE, "open").acceptances == ()
    assert arriving(SAMPLE, "close").acceptances


def test_what_was_left_open_last_time_is_asked_again_in_open():
    carried = sample(DAY).change(Brief, "W", title="Again")
    from workshop.actions.opening import answer, carry

    carried = answer(carry(carried, "Talk to the council"), "I1", Answer.DONE)
    assert [row.answer for row in arriving(carried, "open").carried] == [Answer.OPEN]
    assert [row.answer for row in arriving(carried, "direction").carried] == [Answer.DONE]


def test_a_step_the_method_does_not_know_is_an_error():
    with pytest.raises(KeyError):
        arriving(SAMPLE, "lunch")
