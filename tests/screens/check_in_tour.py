"""A tour of the check-in: its pages on the sample's first review and on a quarterly one, and how to get to each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from itertools import count
from pathlib import Path

from data.nouns.base import Noun
from data.store import Store
from data.value import Workshop, of_rows
from screens.app import WorkshopApp
from tests.screens.conftest import Driver
from tests.screens.tour import Stop, go
from tests.workshop.first_check_in import AT, DAY_0, DAY_49, adopted, held
from workshop.actions import calling
from workshop.sample import sample

#: The sample on the day of its first review, in which nothing that was agreed has been looked at since.
FRESH = "fresh"
#: That review, with all that was said at it, and when it is over.
REVIEWING, HELD = "reviewing", "held"
#: An extra check-in that the first trigger has called for, under way.
EXTRA = "extra"


@cache
def value_of(which: str) -> Workshop:
    match which:
        case "fresh":
            return sample(DAY_0, adopted=True)
        case "reviewing":
            return held(close=False)
        case "extra":
            called = calling.call(adopted(), "T1", DAY_49, "The council has not written")
            return calling.begin_extra(called, DAY_49, trigger_id="T1", about="A3")
    return held()


#: Which value each stop begins on, and the stop.
STOPS: tuple[tuple[str, Stop], ...] = (
    (FRESH, Stop("check-in-begin", "close", keys=("f",))),
    (FRESH, Stop("check-in-agreed", "close", keys=("f", "2"))),
    (FRESH, Stop("check-in-results-before", "close", keys=("f", "2", "pagedown"))),
    (REVIEWING, Stop("check-in-wins", "close", keys=("f",))),
    (REVIEWING, Stop("check-in-results", "close", keys=("f", *["pagedown"] * 1, "down"))),
    (REVIEWING, Stop("check-in-close", "close", keys=("f", "c", "c"))),
    (HELD, Stop("check-in-held", "close", keys=("f",))),
    (HELD, Stop("check-in-report", "close", show=lambda app: app.show_held(app.desk.value.check_ins[-1].id))),
    (HELD, Stop("check-in-measures", "close", keys=("f", "3", "pagedown"))),
    (HELD, Stop("check-in-conditions", "close", keys=("f", "3", "pagedown", "pagedown"))),
    (HELD, Stop("learning", "close", show=lambda app: app.show_learning())),
    (EXTRA, Stop("check-in-extra", "close", keys=("f",))),
)

#: The pages that are reached by keys whose number depends on the height of the screen are shown by their names.
PAGES: tuple[tuple[str, str, str], ...] = (
    (REVIEWING, "", "changes"),
    (REVIEWING, "", "message"),
    (HELD, "3", "triggers"),
    (HELD, "3", "priorities"),
    (HELD, "3", "next"),
    (HELD, "3", "lessons"),
    (HELD, "4", "assessment"),
    (HELD, "4", "workshop"),
    (HELD, "6", "question"),
    (EXTRA, "", "choice"),
)

#: With a line open at the foot.
LINES: tuple[tuple[str, Stop], ...] = (
    (FRESH, Stop("check-in-confidence", "close", keys=("f", "2", "pagedown", "2"))),
    (FRESH, Stop("check-in-late", "close", keys=("f", "2", "2"))),
    (FRESH, Stop("check-in-changing", "close", keys=("f", "2", "pagedown", "a"))),
    (FRESH, Stop("check-in-moving", "close", keys=("f", "2", "pagedown", "6", "=15 jan"))),
    (FRESH, Stop("check-in-extra-why", "close", keys=("f", "5"))),
    (FRESH, Stop("check-in-who", "close", keys=("f", "2", "c", "home", "enter"))),
    (REVIEWING, Stop("check-in-closing", "close", keys=("f", "c", "c", "enter"))),
)


def stops() -> tuple[tuple[str, Stop], ...]:
    """Every stop, with those that are shown by the names of their pages."""

    def page(which: str, key: str, name: str) -> tuple[str, Stop]:
        def show(app: WorkshopApp) -> None:
            app.screen.show_page(name)

        return which, Stop(f"check-in-{name}", "close", keys=("f", *filter(None, (key,))), show=show)

    return (*STOPS, *(page(*each) for each in PAGES))


async def visit(
    press: Driver, which: str, stop: Stop, made: Callable[[Workshop], Workshop] = lambda value: value
) -> None:
    """Show a stop as if for the first time, on a workshop as it is made for it."""
    desk = press.app.desk
    assert desk is not None
    press.app.back_to_home()
    desk.change(lambda _: made(value_of(which)), "begin anew")
    await go(press, stop)


@asynccontextmanager
async def opened(
    database: Path, value: Workshop, *, size: tuple[int, int] = (80, 24), again: bool = False
) -> AsyncIterator[Driver]:
    """The app with a workshop open, on the day of its first review."""
    ids = count(1)
    if not again:
        store = Store(str(database), actor="tester", now=lambda: AT, ids=lambda: f"{next(ids):032x}")
        store.create(value, label="begin")
        store.close()
    store = Store(str(database), actor="tester", now=lambda: AT, ids=lambda: f"{next(ids):032x}")
    [listed] = store.listing()
    store.close()
    app = WorkshopApp(str(database), ref=listed.ref, now=lambda: AT, today=lambda: DAY_49, actor="tester")
    async with app.run_test(size=size, notifications=True) as pilot:
        while app.desk is None:
            await pilot.pause()
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver


def hostile(
    value: Workshop, texts: Callable[[type[Noun], str], str], names: Callable[[type[Noun]], list[str]]
) -> Workshop:
    """A workshop in which every text of every row is another."""
    rows = [row.replace(**{name: texts(type(row), name) for name in names(type(row))}) for row in value.rows.values()]
    return of_rows(rows)
