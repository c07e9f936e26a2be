"""From what a check says to where it is put right, by keys: step, row and field, for every check there is."""

from __future__ import annotations

import pytest

from data.value import Workshop
from screens.card import Card
from screens.check import CheckScreen
from screens.field_item import FieldItem
from screens.plan import OPEN, PlanScreen
from screens.steps.catalog import SCREENS
from screens.steps.vote_commands import VOTE
from tests.workshop.build import party, without
from tests.workshop.rules.cases import FIRES
from tests.workshop.rules.expecting import Fires
from workshop.rules.registry import RULES

#: For each check what is selected where it leads to, in the first workshop that it fires in: the field of a row stands
#: on the row's card, everything else on the board of a step.
LANDS = {
    "OPEN-01": "brief/W/decider_id",
    "OPEN-02": "brief/W/horizon_end",
    "OPEN-03": "brief/W/decider_id",
    "OPEN-04": "brief/W/voters",
    "OPEN-05": "brief/W/ends_at",
    "OPEN-06": "carried/I1/answer",
    "OPEN-07": "brief/W/scope",
    "DIR-00": "brief/W/obstacle",
    "DIR-01": "brief/W/obstacle",
    "DIR-02": "+fact",
    "DIR-03": "brief/W/aspiration",
    "DIR-04": "+measure",
    "DIR-05": "measure/Q1/baseline",
    "DIR-06": "X6",
    "DIR-07": "principle/X1/will_not",
    "WTP-00": "arena/A6/verdict",
    "WTP-01": "A1",
    "WTP-02": "arena/A12/verdict",
    "WTP-03": "arena/A1/name",
    "WTP-04": "A1",
    "WTP-05": "A1",
    "WTP-06": "arena/A4/trigger",
    "WTP-07": "arena/A3/decide_by",
    "WTP-08": "arena/A5/name",
    "WTP-09": "A1",
    "WTP-10": "arena/A2/reason",
    "HTW-01": "arena/A2/advantage",
    "HTW-02": "arena/A1/opposite_sane",
    "HTW-03": "arena/A2/alternative",
    "HTW-04": "arena/A2/proof",
    "HTW-05": "arena/A2/advantage",
    "HTW-06": "A2",
    "HTW-07": "condition/C2/test",
    "HTW-09": "brief/W/look_back",
    "PRI-00": "priority/P3/status",
    "PRI-01": "priority/P23/status",
    "PRI-02": "priority/P1/serves",
    "PRI-03": "P1",
    "PRI-04": "priority/P1/title",
    "PRI-05": "priority/P1/outcome",
    "PRI-06": "priority/P1/stop",
    "PRI-07": "priority/P3/title",
    "PRI-08": "P1",
    "PRI-09": "P1",
    "PRI-10": "priority/P3/note",
    "PRI-11": "P1",
    "PRI-12": "priority/P20/effort",
    "OWN-01": "priority/P1/owner_id",
    "OWN-03": "priority/P1/owner_id",
    "OWN-04": "priority/P1/accepted",
    "OWN-05": "priority/P20/owner_id",
    "OWN-07": "priority/P1/owner_id",
    "OWN-08": "priority/P1/hours",
    "OWN-09": "priority/P1/deputy_id",
    "MIL-00": "P2",
    "MIL-01": "milestone/M2/due",
    "MIL-02": "milestone/M2/done_when",
    "MIL-03": "milestone/M2/title",
    "MIL-04": "milestone/M2/done_when",
    "MIL-05": "milestone/M3/due",
    "MIL-06": "milestone/M2/due",
    "MIL-07": "milestone/M1/due",
    "MIL-08": "milestone/M11/due",
    "MIL-09": "M1",
    "MIL-10": "milestone/M13/owner_id",
    "MIL-11": "milestone/M2/confidence",
    "MIL-12": "milestone/M1/celebrate",
    "RSK-01": "R1",
    "RSK-02": "R1",
    "RSK-03": "risk/R2/sign",
    "RSK-04": "risk/R1/who_id",
    "RHY-01": "brief/W/next_on",
    "RHY-02": "brief/W/keeper_id",
    "RHY-03": "brief/W/next_on",
    "RHY-04": "brief/W/rhythm",
    "RHY-05": "+trigger",
    "RHY-06": "brief/W/rhythm",
    "CLS-01": "parked/K1/disposition",
    "CLS-02": "V1",
    "CLS-03": "brief/W/fist",
    "CLS-04": "+action",
    "CLS-05": "brief/W/fist",
    "PLN-01": "P1",
    "ADJ-01": "milestone/M1/title",
    "ADJ-02": "milestone/M1/due",
    "ADJ-03": "milestone/M1/title",
    "ADJ-04": "milestone/M1/title",
    "ADJ-05": "M1",
    "ADJ-06": "arena/A1/name",
}
STEPS = list(dict.fromkeys(rule.step for rule in RULES.values()))


def kept(case: Fires) -> Workshop:
    """The workshop of a case as a database keeps it: with all who own something."""
    known = {row.id for row in case.workshop.parties}
    owners = {row.owner_id for row in case.workshop.priorities if row.owner_id} - known
    return case.workshop.put(*(party(id, f"Owner {id}") for id in sorted(owners)))


def test_every_check_is_followed() -> None:
    assert list(LANDS) == list(RULES)


@pytest.mark.parametrize("step", STEPS)
async def test_enter_on_a_finding_stands_where_it_is_put_right(begun, step):
    shown = step if step in SCREENS else "close"
    async with begun(shown, size=(60, 20)) as press:
        for code in (code for code in LANDS if RULES[code].step == step):
            value = kept(next(case for case in FIRES if case.code == code))
            press.app.desk.change(lambda _, value=value: value, "as in the case")
            press.app.look_at(shown)
            press.app.desk.note(lambda room: room.replace(selection={}))
            await press.settle()
            if step in SCREENS and not press.workshop.brief.voting:  # then `c` closes the vote
                await press("c")
                assert isinstance(press.app.screen, CheckScreen)
            else:
                await press("p", "v", "v")
                assert isinstance(press.app.screen, PlanScreen) and press.app.screen.view == OPEN
            finding = next(each for each in press.app.screen.found if each.code == code)
            press.app.screen.select(finding.key)
            await press("enter")
            screen = press.app.screen
            field = FieldItem.read(LANDS[code])
            on_card = field is not None and field.table != "brief"
            place = f"card/{field.id}" if on_card else finding.remedy.step
            assert (screen.place, screen.selected, isinstance(screen, Card)) == (place, LANDS[code], on_card), code


async def test_dots_are_counted_again_where_all_of_them_are_seen(sampled):
    async with sampled("close") as press:
        press.app.jump("priorities", "P3", "dots")
        await press.settle()
        assert (press.app.screen.place, press.app.screen.view, press.app.screen.selected) == ("priorities", VOTE, "P3")


@pytest.mark.parametrize(
    ("step", "view", "item", "field"),
    [("how-to-win", "all", "A2", "text"), ("milestones", "table", "P2", "title"), ("priorities", "vote", "", "serves")],
)
async def test_it_leads_there_in_whichever_view_the_board_was_left(sampled, step, view, item, field):
    async with sampled("close") as press:
        press.app.desk.change(lambda workshop: without(workshop, "M4", "M5", "M6"), "nothing for P2")
        press.app.desk.note(lambda room: room.replace(selection={f"{step}/view": view}))
        press.app.jump(step, item, field)
        await press.settle()
        assert press.app.screen.place == step and press.app.screen.selected == (item or "P1")
