"""A yearly check-in by keys, on its day: what is open is answered, the next workshop begins with these answers."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from data.nouns.planning import Status
from data.store import Store
from screens.app import WorkshopApp
from tests.journeys.in_process import InProcess
from tests.journeys.test_check_in import line
from tests.screens.conftest import Driver
from tests.workshop.first_check_in import held, uneventful
from workshop.check_ins import due

AT = datetime(2027, 10, 6, 9, 0, tzinfo=UTC)


async def test_a_year_later_the_next_workshop_begins_with_what_there_is(database: Path) -> None:
    value = held()
    while (coming := due.next_one(value)) and coming.on < AT.date():
        value = uneventful(value, coming.occasion, coming.on)
    ids = map("{:032x}".format, count(1))
    store = Store(str(database), actor="facilitator", now=lambda: AT, ids=ids.__next__)
    ref = store.create(value, label="begin").ref
    store.close()
    app = WorkshopApp(
        str(database), ref=ref, now=lambda: AT, today=lambda: AT.date(), actor="facilitator", new_id=ids.__next__
    )
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        hands = InProcess(Driver(app, pilot))
        while app.desk is None:
            await pilot.pause()
        await hands.driver.settle()

        # the yearly one is what comes next
        await hands.press("f")
        assert "1  Yearly check-in" in hands.driver.screen and "today" in hands.driver.screen
        await hands.press("enter")
        assert "What is still open" in hands.driver.screen

        # something is agreed that will be open when the next workshop begins
        await hands.press("c", "a", *line("Operations Manager"), *line("Ask for a second van"), *line("1 nov 2027"))
        await hands.press("escape")

        # the self-assessment is offered again, with the one of a year ago beside it
        app.screen.show_page("assessment")
        await hands.press("enter")
        assert app.screen.place.startswith("assessment")
        await hands.press("escape", "f")

        # the workshop once more, with these answers
        app.screen.show_page("workshop")
        await hands.press("home", "enter", *line("Brackenford 2028-2030", over=True))
        await hands.driver.settle()
        after = app.desk.value
        assert (after.brief.title, after.brief.version, after.brief.held_on) == ("Brackenford 2028-2030", 0, AT.date())
        assert "Operations Manager: Ask for a second van" in [row.text for row in after.carried]
        assert not after.adjustments and not after.check_ins
        assert len([row for row in after.priorities if row.status is Status.SELECTED]) == 5

        # each answer is asked for again: Enter keeps it, typing changes it
        await hands.press("pagedown", "home", "enter", "enter")
        assert app.screen.line.input.value == value.brief.aspiration
        await hands.press(*line("By the end of 2030 fresh food is ten minutes away.", over=True))
        assert app.desk.value.brief.obstacle == value.brief.obstacle
        assert app.desk.value.brief.aspiration == "By the end of 2030 fresh food is ten minutes away."
        assert not app.desk.value.adjustments, "a draft changes without a reason"

    store = Store(str(database), actor="reader", now=lambda: AT, ids=lambda: "x")
    old = next(store.load(each.id).value for each in store.listing() if each.ref == ref)
    assert old.brief.aspiration == value.brief.aspiration and due.under_way(old) is not None
    store.close()
