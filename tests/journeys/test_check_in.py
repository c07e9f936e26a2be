"""The sample's first monthly check-in by keys, on its day: the report says what the worked example says."""

from __future__ import annotations

from pathlib import Path

from data.nouns.planning import Milestone
from data.store import Store
from screens.app import WorkshopApp
from tests.journeys.in_process import InProcess
from tests.screens.conftest import Driver
from tests.workshop.first_check_in import AT, CHANGES, DAY_49, RESULTS, adopted
from workshop import export as export  # registers the formats
from workshop.changes import when
from workshop.export import registry

GOLDEN = Path(__file__).parents[1] / "workshop" / "golden" / "brackenford.checkin.md"

WHO = (
    "Executive Director; Operations Manager; Supply and Logistics Lead; Client Services Lead; "
    "Community Partnerships Lead; Development Manager; Board Chair"
)
#: The digits of how a result stands.
STANDS = {"on track": "1", "at risk": "2", "done": "4"}


def line(text: str, *, over: bool = False) -> tuple[str, ...]:
    """The keys of an answer; `over` types it over what stands in the line."""
    return (*(("ctrl+u",) if over else ()), *((f"={text}",) if text else ()), "enter")


def result(status: str, confidence: str, happened: str, following: str) -> tuple[str, ...]:
    """The keys that say of the selected result what the worked example has in one row."""
    keys: tuple[str, ...] = (STANDS[status],)
    if status == "done":
        return (*keys, *line(happened), *line("2026-11-19", over=True), *line(following))
    keys += (*line(confidence.rpartition(" ")[2], over=True), *line(happened), *line(following))
    return (*keys, "enter", "enter") if status == "at risk" else keys


def change(kind: str, item: str, *answers: str) -> tuple[str, ...]:
    """The keys of a change; an answer that begins with `!` is typed over what stands in the line."""
    keys: tuple[str, ...] = ("a", *line(kind), *line(item))
    for answer in answers:
        keys += line(answer.removeprefix("!"), over=answer.startswith("!"))
    return keys


async def select(hands: InProcess, item: str) -> None:
    screen = hands.driver.app.screen
    for _ in screen.board.picture.items:
        if screen.selected == item:
            return
        await hands.press("down")
    await hands.press("home")
    for _ in screen.board.picture.items:
        if screen.selected != item:
            await hands.press("down")
    assert screen.selected == item


async def test_the_first_monthly_check_in_of_the_sample(database: Path) -> None:
    store = Store(str(database), actor="facilitator", now=lambda: AT, ids=lambda: "0")
    ref = store.create(adopted(), label="begin").ref
    store.close()
    app = WorkshopApp(str(database), ref=ref, now=lambda: AT, today=lambda: DAY_49, actor="facilitator")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        hands = InProcess(Driver(app, pilot))
        while app.desk is None:
            await pilot.pause()
        await hands.driver.settle()

        await hands.press("f")
        assert "Monthly check-in" in hands.driver.screen and "today" in hands.driver.screen
        await hands.press("enter")
        assert "Done, still needed, or dropped?" in hands.driver.screen or "What went well" in hands.driver.screen

        # what went well; nothing was left open
        await hands.press("a", *line("Booking by text works"), *line("Client Services Lead"))
        await hands.press(*line("Cake for the front desk"), "escape")

        # how results stand, each in its owner's words
        await hands.press("pagedown")
        for item, status, confidence, happened, following in RESULTS:
            await select(hands, item)
            await hands.press(*result(status, confidence, happened, following))
        assert "! at risk" in hands.driver.screen and "8 -> 5" in hands.driver.screen

        # what changes, and why
        await hands.press("pagedown")
        (_, _, _, _, to, cause, reason, _, knock_on), added, assumed = CHANGES
        await hands.press(*change("date moved", "M1", to, cause, reason, "!Executive Director", "1", knock_on))
        await hands.press(
            *change("milestone added", "P3", "Four points have each run eight weekly drops", added[4]),
            *line("Eight weekly drops logged at each of four points"),
            *(
                *line(added[5]),
                *line(added[6]),
                *line("Community Partnerships Lead", over=True),
                *line(""),
                *line("none"),
            ),
        )
        await hands.press(
            *change("assumption updated", "C2", "4", assumed[5], assumed[6], "!Volunteer Coordinator", "2", "none")
        )
        assert len(app.desk.value.adjustments) == 3, hands.driver.screen

        # what others hear, who was here, what was agreed, and the end
        await hands.press("pagedown", "enter", *line("Booking by text works; Dunholt opens in January."))
        await hands.press("c", "home", "enter", *line(WHO, over=True))
        await hands.press("a", *line("Operations Manager"), *line("Tell the insurer the date"), *line("9 dec 2026"))
        await hands.press("escape", "c", "c", "enter")
        assert "is version 6" in hands.driver.screen
        await hands.press("enter")
        value = app.desk.value
        assert value.brief.version == 6 and "Held so far" in hands.driver.screen

    source = registry.source_of(value, ref="brackenford-k7", today=DAY_49, step="close")
    assert registry.find("checkin").document(source).decode() == GOLDEN.read_text(encoding="utf-8")
    assert when(value, value.row(Milestone, "M1"), "en") == (
        "Fri 15 Jan 2027 (first Fri 4 Dec 2026, moved once, 42 days)"
    )
    assert len(value.milestones) == 13
    store = Store(str(database), actor="reader", now=lambda: AT, ids=lambda: "0")
    [kept] = store.listing()
    assert store.load(kept.id).value == value
    assert store.versions(kept.id)[-1].value == value
    store.close()
