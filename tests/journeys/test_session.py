"""A whole session by keys: from an empty database to the adopted plan, and back to the beginning and forth again."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.nouns.room import Brief
from screens.app import WorkshopApp
from tests.journeys.brackenford import begin, entries, export_into
from tests.journeys.conftest import DAY, NOW
from tests.journeys.golden import markdown, shipped
from tests.journeys.in_process import InProcess
from tests.journeys.session import carry_out
from tests.screens.conftest import Driver
from workshop.sample import sample


@pytest.mark.parametrize("share", [0.85, pytest.param(0.0, marks=pytest.mark.long)], ids=["its end", "all of it"])
async def test_a_session_leads_to_the_shipped_plan_and_is_undone_and_done_again(
    database: Path, tmp_path: Path, share: float
) -> None:
    app = WorkshopApp(str(database), now=lambda: NOW, today=lambda: DAY, actor="facilitator")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        driver = Driver(app, pilot)
        hands = InProcess(driver)
        await driver.settle()
        assert app.home.shown == []
        await hands.press(*begin(DAY))
        desk = app.desk
        assert desk is not None
        whole = entries(DAY)
        stays = int(len(whole) * share)
        await carry_out(whole[:stays], hands)
        first, begun = desk.value, desk.seq
        await carry_out(whole[stays:], hands)
        adopted = sample(DAY, adopted=True).change(Brief, "W", adopted_at=NOW)
        assert desk.value.rows == adopted.rows
        assert markdown(desk.value, DAY) == shipped()

        await hands.press(*export_into(tmp_path))
        assert (tmp_path / f"{desk.ref}.md").read_bytes().decode() == shipped(desk.ref)

        last, changes = desk.value, desk.seq - begun
        await hands.press("escape", "escape", *["u"] * changes)
        assert desk.seq == begun + 2 * changes
        assert desk.value.rows == first.rows
        assert markdown(desk.value, DAY) != shipped()

        if not stays:
            await driver("u")
            assert "nothing of yours to undo" in driver.told[-1] and desk.value.rows == first.rows

        await hands.press(*["ctrl+y"] * changes)
        assert desk.seq == begun + 3 * changes
        assert desk.value.rows == last.rows
        assert markdown(desk.value, DAY) == shipped()
