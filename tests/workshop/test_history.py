"""History in words: what each change says, that every row of it is named, and what going back would undo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.difference import Op, Ops, diff
from data.log import Change
from data.nouns.planning import Helps, Milestone, Priority, Serves, Status
from data.nouns.rhythm import CheckIn
from data.nouns.room import Acceptance, Brief, Kind, Party
from data.nouns.strategy import Arena, Capability, Condition, Verdict
from data.value import Key, Workshop, link, of_rows
from tests.workshop.any_workshop import workshops
from workshop.actions import arenas, closing, priorities, rhythm
from workshop.history import Entry, Undoing, entries, squeezed, undoing, when
from workshop.sample import sample
from workshop.text import cells

AT = datetime(2026, 10, 14, 9, 12, tzinfo=UTC)
TODAY = date(2026, 10, 14)


def logged(*values: Workshop, labels: tuple[str, ...] = ()) -> list[Change]:
    """A log in which each value follows the one before it."""
    before = [None, *values[:-1]]
    return [
        Change(seq, AT + timedelta(minutes=seq), "ana", f"change {seq}", "", diff(old, new))
        for seq, (old, new) in enumerate(zip(before, values, strict=True), 1)
    ]


def said(old: Workshop, new: Workshop) -> list[str]:
    """What a change from one value to the other says."""
    return [line.text for line in entries(logged(old, new))[1].lines]


def board() -> Workshop:
    """Five selected priorities, an owner and two places, one with two conditions and a capability."""
    value = of_rows([Brief(id="W", title="Harbor")])
    for name in ("Operations Manager", "Client Services Lead"):
        value, _ = value.add(Party, name=name)
    for title in ("Open evenings", "Rescue fresh food", "Train volunteers", "Find a host", "Make one booking line"):
        value = priorities.add(value, title)
    for row in value.priorities:
        value = value.change(Priority, row.id, status=Status.SELECTED, owner_id="N1")
    for name in ("Home delivery", "Clinics"):
        value = arenas.add(value, name)
    for text in ("Vans are cheap", "Drivers volunteer"):
        value, _ = value.add(Condition, arena_id="A1", text=text)
    value, _ = value.add(Capability, arena_id="A1", text="vans")
    return value.put(link(Serves, priority_id="P1", arena_id="A1"))


CHANGES: list[tuple[object, list[str]]] = [
    (partial(priorities.move, id="P5", places=-1), ["Rank of “Make one booking line” 5 → 4"]),
    (
        lambda value: value.change(Priority, "P5", owner_id="N2"),
        ["Owner of “Make one booking line”: Operations Manager → Client Services Lead"],
    ),
    (
        lambda value: value.change(Priority, "P5", owner_id=None),
        ["Owner of “Make one booking line”: Operations Manager → nothing"],
    ),
    (partial(arenas.add, name="Schools"), ["Added place to play “Schools”"]),
    (
        lambda value: value.remove(Key("arena", "A1")),
        ["Took away place to play “Home delivery” with 1 capability and 2 conditions"],
    ),
    (lambda value: value.change(Arena, "A2", verdict=Verdict.NOT_US), ["Verdict of “Clinics”: To decide → Not us"]),
    (lambda value: value.change(Arena, "A2", name="Surgeries"), ["Place to play: “Clinics” → “Surgeries”"]),
    (lambda value: value.change(Arena, "A2", today=True), ["What we do today of “Clinics”: no → yes"]),
    (
        lambda value: value.change(Arena, "A2", reopen_on=date(2027, 6, 30)),
        ["Look again of “Clinics”: Wed 30 Jun 2027"],
    ),
    (lambda value: value.put(link(Serves, priority_id="P2", arena_id="A2")), ["“Rescue fresh food” serves “Clinics”"]),
    (lambda value: value.remove(Key("serves", "P1-A1")), ["“Open evenings” no longer serves “Home delivery”"]),
    (
        lambda value: value.put(link(Helps, priority_id="P2", party_id="N2")),
        ["Client Services Lead helps with “Rescue fresh food”"],
    ),
    (
        lambda value: value.add(Condition, arena_id="A2", text="Doctors agree")[0],
        ["Added condition “Doctors agree” to “Clinics”"],
    ),
    (lambda value: value.add(Party, name="Porters", kind=Kind.TEAM)[0], ["Added team “Porters”"]),
    (lambda value: value.change(Brief, "W", scope="Whom we serve"), ["We decide: “Whom we serve”"]),
    (lambda value: value.change(Brief, "W", decider_id="N1"), ["Decider: Operations Manager"]),
    (lambda value: value.change(Brief, "W", busy_months=(7, 12)), ["Busy months: July, December"]),
    (
        lambda value: value.change(Brief, "W", ground_rules=("One talks", "No phones")),
        ["Ground rules: “One talks; No phones”"],
    ),
    (lambda value: value.change(Brief, "W", fist=(3, 6, 2, 0, 0, 0)), ["Fist of five: 3 6 2 0 0 0"]),
    (
        lambda value: value.put(Acceptance(id="X-1:", code="X-1", message="Nobody decides.", reason="We agree anyway")),
        ["Went past “Nobody decides.”: “We agree anyway”"],
    ),
    (partial(rhythm.add, kind=CheckIn.REVIEW), ["Added check-in “monthly”"]),
    (partial(closing.adopt, today=TODAY), ["Adopted the plan as version 1"]),
    (
        lambda value: value.change(Arena, "A2", reason="word " * 100),
        [f"Because of “Clinics”: “{'word ' * 14}w…”"],
    ),
]


@pytest.mark.parametrize(("action", "lines"), CHANGES, ids=lambda each: each[0] if isinstance(each, list) else "")
def test_a_change_in_words(action, lines) -> None:
    assert said(board(), action(board())) == lines


def test_what_goes_along_is_told_line_by_line_under_it() -> None:
    [line] = entries(logged(board(), board().remove(Key("arena", "A1"))))[1].lines
    assert line.under == (
        "Took away capability “vans” from “Home delivery”",
        "Took away condition “Vans are cheap” from “Home delivery”",
        "Took away condition “Drivers volunteer” from “Home delivery”",
        "“Open evenings” no longer serves “Home delivery”",
    )


def test_a_row_that_was_there_before_is_brought_back() -> None:
    without = board().remove(Key("arena", "A2"))
    told = entries(logged(board(), without, board()))
    assert told[2].headline == "Brought back place to play “Clinics”"


def test_much_of_the_same_is_a_number_with_the_lines_under_it() -> None:
    value = board()
    new = value
    for dots, row in enumerate(value.priorities):
        new = priorities.set_dots(new, row.id, dots)
    [line] = entries(logged(value, new))[1].lines
    assert line.text == "Dots of 5 priorities"
    assert line.under[0] == "Dots of “Open evenings”: 0" and len(line.under) == 5
    [line] = entries(logged(new, priorities.order_by_dots(new)))[1].lines
    assert line.text == "Rank of 4 priorities" and "Rank of “Make one booking line” 5 → 1" in line.under


def test_adopting_says_first_that_it_did() -> None:
    value, _ = board().add(Milestone, priority_id="P1", title="Two rooms signed", due=date(2026, 12, 1))
    assert said(value, closing.adopt(value, TODAY)) == [
        "Adopted the plan as version 1",
        "First date of “Two rooms signed”: Tue 1 Dec 2026",
    ]
    assert said(closing.adopt(value, TODAY), value)[0] == "Withdrew version 1 of the plan"


def test_the_sample_begins_in_a_few_lines() -> None:
    [entry] = entries(logged(sample(TODAY)))
    assert entry.headline == "Began the workshop “Brackenford food bank: strategy 2027-2029”"
    assert entry.more == len(entry.lines) - 1
    assert "Added 12 people and roles" in [line.text for line in entry.lines]
    assert len(entry.lines) < 40


def test_undo_redo_and_going_back_say_what_they_turn() -> None:
    one, two = board(), arenas.add(board(), "Schools")
    log = logged(one, two, one, two, one)
    turned = [{}, {}, {"undoes": 2}, {"redoes": 2}, {"back_to": 1}]
    told = entries([Change(**{**change.__dict__, **turn}) for change, turn in zip(log, turned, strict=True)])
    assert [entry.headline for entry in told[1:]] == [
        "Added place to play “Schools”",
        "Undo: Added place to play “Schools”",
        "Redo: Added place to play “Schools”",
        f"Back to: {told[0].headline}",
    ]
    assert told[4].lines[1].text == "Took away place to play “Schools”"
    assert [entry.undone_by for entry in told] == [None, 5, None, None, None]
    assert [entry.turns for entry in told] == [False, False, True, True, True]


def test_going_back_counts_what_it_takes_back_and_names_the_versions() -> None:
    one = board()
    adopted = closing.adopt(one, TODAY)
    log = entries(
        logged(one, adopted, arenas.add(adopted, "Schools"), closing.adopt(arenas.add(adopted, "Schools"), TODAY))
    )
    assert undoing(log, 1) == Undoing(3, (1, 2))
    assert undoing(log, 2) == Undoing(2, (2,))
    assert undoing(log, 4) == Undoing(0, ())


def test_in_little_room_what_is_quoted_gives_way_and_what_was_done_stays() -> None:
    line = "Verdict of “Families of under-fives through the health visitors”: Explore → Not us"
    assert squeezed(line, 83) == line
    assert squeezed(line, 50) == "Verdict of “Families of under-…”: Explore → Not us"
    assert squeezed("“" + "x" * 40 + "” serves “" + "y" * 40 + "”", 50) == f"“{'x' * 18}…” serves “{'y' * 18}…”"
    assert squeezed(line, 20) == "Verdict of “Familie…"
    assert squeezed("no quotation marks here", 10) == "no quotat…"


@given(st.text(st.sampled_from("“”ab 日→")), st.integers(1, 30))
def test_a_squeezed_line_fits(text: str, width: int) -> None:
    assert cells(squeezed(text, width)) <= width
    assert cells(text) > width or squeezed(text, width) == text


def test_when_is_said_as_people_say_it(monkeypatch: pytest.MonkeyPatch) -> None:
    local = AT.astimezone()
    today, clock = local.date(), f"{local:%H:%M}"
    assert when(AT, today) == f"today {clock}"
    assert when(AT, today + timedelta(days=1)) == f"yesterday {clock}"
    assert when(AT, today + timedelta(days=2)) == f"{local:%a} {local.day} Oct {clock}"
    assert when(AT, today + timedelta(days=400)) == f"{local:%a} {local.day} Oct 2026 {clock}"


# -- whatever is in the log ----------------------------------------------------------------------------------------

ANY = workshops(most=5)
TEXTS = st.text(max_size=5)
TABLES = st.sampled_from(["arena", "priority", "party", "brief", "serves", "needs", "milestone", "of_tomorrow", ""])
FIELDS = st.dictionaries(
    st.sampled_from(["id", "name", "rank", "version", "title", "owner_id", "arena_id", "priority_id", "kind", "xyz"]),
    st.none() | TEXTS | st.integers() | st.booleans() | st.dates() | st.tuples(TEXTS) | st.floats() | st.decimals(),
    max_size=4,
)
OPS = st.lists(
    st.builds(Op, TABLES, st.sampled_from(["A1", "P1", "W", "x", ""]), st.none() | FIELDS, st.none() | FIELDS),
    max_size=6,
    unique_by=lambda op: op[:2],
).map(tuple)


def assert_tells_all(entry: Entry, ops: Ops) -> None:
    keys = [key for line in entry.lines for key in line.rows]
    assert set(keys) == {Key(op.table, op.id) for op in ops}
    for line in entry.lines:
        assert line.text.strip() and "\n" not in line.text
        assert len(line.rows) <= 1 or line.under


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(ANY, min_size=1, max_size=4))
def test_any_change_names_every_row_it_touched(values: list[Workshop]) -> None:
    log = logged(*values, of_rows([Brief(id="W")]))
    for entry, change in zip(entries(log), log, strict=True):
        assert_tells_all(entry, change.ops)


@settings(deadline=None, max_examples=300)
@given(st.lists(OPS, max_size=5))
def test_no_operations_whatever_are_too_much(log: list[Ops]) -> None:
    changes = [Change(seq, AT, "", "", "", ops) for seq, ops in enumerate(log, 1)]
    for entry, ops in zip(entries(changes), log, strict=True):
        assert_tells_all(entry, ops)
