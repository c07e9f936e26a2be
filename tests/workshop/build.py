"""Builds workshops for tests, one noun at a time, and one small workshop no check finds fault with.

a_workshop(arena("A1", "Villages", verdict=Verdict.PLAY), party("N1", "Director"), decider_id="N1")
but(sound(), "P1", outcome="")
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from data.nouns.base import Noun
from data.nouns.direction import Fact, Measure, Principle
from data.nouns.planning import Accepted, Effort, Milestone, Needs, Priority, Risk, Serves, Source, Status
from data.nouns.rhythm import Cadence, CheckIn, Preset, Trigger
from data.nouns.room import Action, Agenda, Brief, Carried, LookBack, Parked, Party, Reservation
from data.nouns.strategy import Arena, Condition, Proof, Verdict
from data.value import Key, Workshop, link, of_rows

#: The day on which the workshops of these tests are held, a Wednesday.
TODAY = date(2026, 10, 14)


def a_workshop(*rows: Noun, **brief: Any) -> Workshop:
    """A workshop of these rows; keywords fill its brief."""
    return of_rows([Brief(id="W", **brief), *rows])


def arena(id: str, name: str = "", **fields: Any) -> Arena:
    return Arena(id=id, rank=f"a{id[1:]:0>3}", name=name, **fields)


def condition(id: str, arena_id: str, text: str = "", **fields: Any) -> Condition:
    return Condition(id=id, rank=f"a{id[1:]:0>3}", arena_id=arena_id, text=text, **fields)


def priority(id: str, title: str = "", **fields: Any) -> Priority:
    return Priority(id=id, rank=f"a{id[1:]:0>3}", title=title, **fields)


def milestone(id: str, priority_id: str, title: str = "", **fields: Any) -> Milestone:
    return Milestone(id=id, priority_id=priority_id, title=title, **fields)


def measure(id: str, name: str = "", **fields: Any) -> Measure:
    return Measure(id=id, rank=f"a{id[1:]:0>3}", name=name, **fields)


def fact(id: str, text: str = "", **fields: Any) -> Fact:
    return Fact(id=id, rank=f"a{id[1:]:0>3}", text=text, **fields)


def principle(id: str, rule: str = "", **fields: Any) -> Principle:
    return Principle(id=id, rank=f"a{id[1:]:0>3}", rule=rule, **fields)


def risk(id: str, reason: str = "", **fields: Any) -> Risk:
    return Risk(id=id, rank=f"a{id[1:]:0>3}", reason=reason, **fields)


def cadence(id: str, kind: CheckIn, **fields: Any) -> Cadence:
    return Cadence(id=id, kind=kind, **fields)


def trigger(id: str, signal: str = "", **fields: Any) -> Trigger:
    return Trigger(id=id, rank=f"a{id[1:]:0>3}", signal=signal, **fields)


def party(id: str, name: str = "", **fields: Any) -> Party:
    return Party(id=id, name=name, **fields)


def carried(id: str, text: str = "", **fields: Any) -> Carried:
    return Carried(id=id, text=text, **fields)


def reservation(id: str, text: str = "", **fields: Any) -> Reservation:
    return Reservation(id=id, text=text, **fields)


def parked(id: str, text: str = "", **fields: Any) -> Parked:
    return Parked(id=id, text=text, **fields)


def action(id: str, text: str = "", **fields: Any) -> Action:
    return Action(id=id, text=text, **fields)


def serves(priority_id: str, arena_id: str) -> Serves:
    return link(Serves, priority_id=priority_id, arena_id=arena_id)


def needs(milestone_id: str, needs_id: str) -> Needs:
    return link(Needs, milestone_id=milestone_id, needs_id=needs_id)


def but(workshop: Workshop, *ids: str, **fields: Any) -> Workshop:
    """The workshop with the same fields changed in each of these rows ("W" is its brief)."""
    rows = {row.id: row for row in workshop.rows.values()}
    return workshop.put(*(rows[id].replace(**fields) for id in ids))


def without(workshop: Workshop, *ids: str) -> Workshop:
    """The workshop without these rows, and without what requires them."""
    for id in ids:
        (key,) = (key for key in workshop.rows if key.id == id)
        workshop = workshop.remove(Key(*key))
    return workshop


def selected(*ids: str) -> Iterable[Priority]:
    """More priorities that nothing is wrong with; they serve every arena, and need their milestones: `proofs`."""
    for id in ids:
        yield priority(
            id,
            f"{_WORDS[id]} arrangements",
            status=Status.SELECTED,
            outcome=f"{_WORDS[id]} visits doubled",
            stop="The old way",
            serves_all=True,
            effort=Effort.M,
            owner_id=f"N{id[1:]}",
            accepted=Accepted.YES,
            deputy_id="N1",
            hours=4,
            leaves_desk="Front desk on Fridays",
        )


def proofs(*ids: str, due: date = date(2026, 12, 2)) -> Iterable[Milestone]:
    """One milestone for each of these priorities: `M21` for `P21`."""
    for id in ids:
        yield milestone(
            f"M{id[1:]}", id, f"{_WORDS[id]} contract signed", due=due, done_when="A signature is on file", confidence=8
        )


#: Words that look nothing alike, to call things by.
_WORDS = dict(
    zip(
        (f"P{n}" for n in range(20, 30)),
        ["Harvest", "Plumbing", "Quartz", "Velvet", "Jungle", "Xylophone", "Dockside", "Bicycle", "Octopus", "Winter"],
        strict=True,
    )
)


def sound() -> Workshop:
    """A full-day workshop that no check finds fault with on `TODAY`: A1, A2 played, A3 explored, A4, A5 refused;
    P1, P2 selected, P3 later; M1 to M3; R1 to R5, the first starred; owners N2, N3, decider and keeper N1."""
    return a_workshop(
        measure("Q1", "First visits", baseline=Decimal(69), target=Decimal(90), unit="%", by=date(2029, 12, 31)),
        fact("F1", "31% never make a first visit", source="referral log"),
        principle("X1", "Fresh before more", will_not="chase tonnage"),
        party("N1", "Executive Director", participant=True),
        party("N2", "Operations Manager", participant=True),
        party("N3", "Supply Lead", participant=True),
        party("N4", "Facilitator", participant=True, facilitates=True, votes=False, outside=True),
        arena(
            "A1",
            "Working households",
            verdict=Verdict.PLAY,
            reason="Half of missed visits",
            alternative="skipping meals",
            advantage="a slot after work",
            proof="61 of 70 slots used",
            proof_kind=Proof.FACT,
            opposite_sane=True,
        ),
        condition("C1", "A1", "People book evenings", confidence=4),
        condition("C2", "A1", "Volunteers come", confidence=3, test="Ask all 170", by=date(2026, 11, 30)),
        arena(
            "A2",
            "Northern villages",
            verdict=Verdict.PLAY,
            reason="Rooms are offered",
            alternative="a trip by bus",
            advantage="run by people they know",
        ),
        condition("C3", "A2", "Partners staff it", confidence=4),
        arena(
            "A3",
            "Families of under-fives",
            verdict=Verdict.EXPLORE,
            question="Can visitors refer?",
            decide_by=date(2027, 3, 31),
        ),
        arena("A4", "Daytime growth", verdict=Verdict.NOT_NOW, trigger="Visits rise 20%", today=True),
        arena("A5", "Membership shop", verdict=Verdict.NOT_US),
        priority(
            "P1",
            "Open evenings in both towns",
            status=Status.SELECTED,
            outcome="A third of visits fall outside daytime",
            stop="The Tuesday session",
            effort=Effort.L,
            dots=9,
            owner_id="N2",
            accepted=Accepted.YES,
            deputy_id="N3",
            hours=12,
            leaves_desk="Stock count",
        ),
        priority(
            "P2",
            "Bring pick-up points to the north",
            status=Status.SELECTED,
            outcome="Each village is within 20 minutes",
            effort=Effort.M,
            dots=7,
            owner_id="N3",
            accepted=Accepted.YES_IF,
            accepted_if="the van comes",
            deputy_id="N2",
            hours=10,
            leaves_desk="Newsletter",
        ),
        priority("P3", "Lease a larger warehouse", status=Status.LATER, dots=2),
        serves("P1", "A1"),
        serves("P2", "A2"),
        milestone(
            "M1",
            "P1",
            "Two host rooms signed",
            due=date(2026, 12, 4),
            done_when="Agreements are on file for each town",
            confidence=8,
            celebrate="Cake",
        ),
        milestone(
            "M2",
            "P1",
            "First four weeks of opening run",
            due=date(2027, 2, 26),
            done_when="16 sessions held, by the log",
            confidence=7,
        ),
        milestone(
            "M3",
            "P2",
            "Four hosts sign the charter",
            due=date(2027, 1, 8),
            done_when="Charters name two people each",
            confidence=7,
        ),
        needs("M2", "M1"),
        risk(
            "R1",
            "Volunteers burn out",
            starred=True,
            sign="Two rota gaps in a month",
            answer="One evening a month each",
            who_id="N2",
            by=date(2026, 12, 11),
            source=Source.INSIDE,
            priority_id="P1",
        ),
        risk("R2", "The grant is cut", source=Source.OUTSIDE),
        risk("R3", "Old sessions stay open"),
        risk("R4", "Packers stop sending"),
        risk("R5", "Nobody tells the board"),
        cadence("H1", CheckIn.REVIEW),
        cadence("H2", CheckIn.RESET),
        trigger("T1", "Grant renewal", threshold="no letter by March", watcher_id="N1"),
        carried("I1", "Second key", since=date(2026, 1, 7), answer="done"),
        parked("K1", "Rename us", disposition="drop"),
        reservation("V1", "Will we really close Tuesday?", score=2),
        action("D1", "Write to all volunteers", who_id="N2", by=date(2026, 10, 23)),
        title="Food bank 2027-2029",
        organization="Brackenford",
        agenda=Agenda.FULL_DAY,
        scope="Whom we serve first",
        obstacle="Our doors are open when working people cannot come",
        aspiration="By 2029 every household gets fresh food within two days",
        held_on=TODAY,
        horizon_start=date(2027, 1, 1),
        horizon_end=date(2029, 12, 31),
        decider_id="N1",
        voters=10,
        dots_each=4,
        dots_cap=2,
        look_back=LookBack.STAND,
        rhythm=Preset.LIGHT,
        next_on=date(2026, 11, 4),
        keeper_id="N1",
        fist=(3, 4, 2, 1, 0, 0),
    )
