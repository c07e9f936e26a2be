"""Runsheet and worksheet: whole before anything is decided, with the clock of the day and room to write."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from data.nouns.room import Agenda, Brief
from data.value import Workshop, of_rows
from tests.workshop.any_workshop import TODAY
from workshop import steps
from workshop.export.registry import export
from workshop.plan.model import plan_of
from workshop.sample import sample

EMPTY = of_rows([Brief(id="W")])


def written(name: str, workshop: Workshop = EMPTY) -> str:
    return export(plan_of(workshop, ref="harbor", today=TODAY), name).decode()


def headings(text: str) -> list[str]:
    return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]


@pytest.mark.parametrize("name", ["runsheet", "runsheet-text"])
@pytest.mark.parametrize("agenda", list(Agenda))
def test_the_runsheet_of_an_empty_workshop_has_every_step_of_its_agenda(name, agenda):
    text = " ".join(written(name, EMPTY.change(Brief, "W", agenda=agenda)).split())
    content = steps.load()
    for step in content.steps:
        there = step.key in content.agenda(agenda).steps
        assert (f"{content.number(step.key)} {step.name}, " in text) == there
        assert (step.question in text) == there
    assert "Untitled workshop" in text


def test_it_begins_at_nine_unless_the_end_is_known():
    assert "Half day, 240 minutes, from 09:00 to 13:00." in written("runsheet")
    late = EMPTY.change(Brief, "W", ends_at=time(17, 30), held_on=date(2026, 10, 14))
    assert "Wed 2026-10-14. Half day, 240 minutes, from 13:30 to 17:30." in written("runsheet", late)


def test_the_day_may_end_on_the_next_one():
    assert "22:00 to 02:00" in written("runsheet", EMPTY.change(Brief, "W", ends_at=time(2)))


def test_times_follow_each_other_without_a_gap_breaks_included():
    rows = re.findall(r"^\| (\d\d:\d\d) \| (\d\d:\d\d) \| (.+?) \| (\d+) \|$", written("runsheet"), re.M)
    assert [after[0] for after in rows[1:]] == [before[1] for before in rows[:-1]]
    assert [row[2] for row in rows].count("Break") == 2
    assert sum(int(row[3]) for row in rows) == steps.load().agenda("half-day").total
    assert len([each for each in headings(written("runsheet")) if each[:2].isdigit()]) == len(rows)


def test_each_step_has_its_prompts_and_says_when_it_is_done():
    text = " ".join(written("runsheet-text", sample(TODAY)).split())
    assert "Who is missing, and what can't we decide without them?" in text
    assert "Done when we have: place to play, verdict, because" in text
    assert "What do we stop so that number … gets its hours?" in text
    assert "Direction: 5 instead of 20 minutes, read the prepared sentence" in text
    assert "Executive Director decides what stays open." in text


def test_the_worksheet_has_lines_for_the_obstacle_the_facts_three_places_and_three_candidates():
    text = written("worksheet-text")
    content = steps.load()
    assert text.count(content.field("brief", "obstacle").ask) == 1
    for noun, name in (("fact", "text"), ("arena", "name"), ("priority", "title")):
        asked = content.field(noun, name).ask
        assert [f"{number}. {asked}" in text for number in (1, 2, 3, 4)] == [True, True, True, False]
    lines = text.splitlines()
    asks = [at for at, line in enumerate(lines) if line.endswith("?")]
    assert asks and text.count("_" * 80) > 20


@pytest.mark.parametrize("name", ["worksheet", "worksheet-text"])
def test_the_worksheet_is_blank_whatever_the_room_has_said(name):
    filled = sample(TODAY)
    assert not any(arena.name in written(name, filled) for arena in filled.arenas)
    assert not any(priority.title in written(name, filled) for priority in filled.priorities)
    assert filled.brief.title in written(name, filled)


def test_what_the_method_leaves_out_is_not_asked_for(monkeypatch):
    shipped = steps.load()
    shorter = steps.Content(
        shipped.language,
        tuple(step for step in shipped.steps if step.key != "direction"),
        shipped.agendas,
        shipped.word_lists,
    )
    monkeypatch.setattr("workshop.export.worksheet.load", lambda: shorter)
    assert headings(written("worksheet")) == ["Where to play", "Priorities"]
