"""What a plan is made of: places, priorities, milestones and the rest, each as a reader meets it.

Every text is one line without control characters, "" where nothing was said; every reference is already a name. What
is `internal` is for the team only, and in no plan but the team's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.nouns.planning import Accepted, Effort, Source, Status
from data.nouns.room import Answer, DecisionRule, Disposition
from data.nouns.strategy import Level, Proof, Verdict
from workshop.room.voting import Fist


@dataclass(frozen=True, slots=True)
class Measure:
    """What tells that we got there; None where the number of today, or the one to reach, is not known yet."""

    id: str
    name: str
    baseline: Decimal | None
    target: Decimal | None
    unit: str
    by: date | None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    text: str
    source: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Principle:
    rule: str
    will_not: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Direction:
    """What is in the way, what is worth reaching, and what settles what comes up."""

    obstacle: str
    facts: tuple[Fact, ...]
    aspiration: str
    vision: str
    measures: tuple[Measure, ...]
    principles: tuple[Principle, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What would have to be true; confidence 1 (doubt) to 5 (sure)."""

    id: str
    text: str
    confidence: int | None
    test: str
    by: date | None
    who: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Capability:
    text: str
    level: Level
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place to play, its verdict, and how it is won."""

    id: str
    name: str
    verdict: Verdict
    reason: str
    trigger: str
    reopen_on: date | None
    question: str
    decide_by: date | None
    description: str
    today: bool
    alternative: str
    advantage: str
    proof: str
    proof_kind: Proof
    conditions: tuple[Condition, ...]
    capabilities: tuple[Capability, ...]
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """A finished result; `owner` is its own or else its priority's, `needs` are ids. Confidence 0 to 10.

    `standing` is the owner's last word on it ("at risk"), "" before the first, `updated` the day of that, `forecast`
    when it is expected instead; `slips` counts how often it was moved to a later date.
    """

    id: str
    priority_id: str
    title: str
    due: date | None
    first_due: date | None
    done_when: str
    owner: str
    needs: tuple[str, ...]
    confidence: int | None
    celebrate: str
    evidence: str
    standing: str = ""
    updated: date | None = None
    forecast: date | None = None
    slips: int = 0
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Selected:
    """A priority of the plan. `serves` are (id, name) of places; milestones are in date order, undated ones last."""

    id: str
    title: str
    outcome: str
    stop: str
    effort: Effort
    serves_all: bool
    serves: tuple[tuple[str, str], ...]
    owner: str
    accepted: Accepted
    accepted_if: str
    deputy: str
    helpers: tuple[str, ...]
    decides_alone: str
    hours: int | None
    leaves_desk: str
    milestones: tuple[Milestone, ...]
    internal: bool = False

    @property
    def next_milestone(self) -> Milestone | None:
        """The first milestone that is not done."""
        return next((milestone for milestone in self.milestones if not milestone.evidence), None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whatever was proposed as a priority, and what became of it."""

    id: str
    title: str
    status: Status
    note: str
    dots: int | None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Risk:
    """A reason why it may fail; `hits` is (id, title) of a priority, None for the whole plan."""

    id: str
    reason: str
    starred: bool
    sign: str
    answer: str
    who: str
    by: date | None
    source: Source
    hits: tuple[str, str] | None
    plan_changed: bool | None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The next check-in of a kind, by what it is called."""

    name: str
    on: date
    minutes: int | None
    who: str


@dataclass(frozen=True, slots=True)
class Trigger:
    signal: str
    threshold: str
    then: str
    watcher: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When the plan is looked at next, who keeps it, and who may change what; check-ins are in date order."""

    check_ins: tuple[CheckIn, ...]
    keeper: str
    triggers: tuple[Trigger, ...]
    move_days: int
    drops_milestones: str
    changes_choices: str
    holidays: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A consent round: what was proposed, how many said what of it, what was said against it, and what came of it."""

    proposal: str
    fine: int | None
    concerns: int | None
    objections: int | None
    against: tuple[str, ...]
    outcome: str
    review_on: date | None


@dataclass(frozen=True, slots=True)
class Promise:
    """An action: who does what by when."""

    who: str
    text: str
    by: date | None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A parked thought and what is to become of it."""

    text: str
    disposition: Disposition
    who: str
    by: date | None
    later: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """Something an earlier workshop left open."""

    text: str
    since: date | None
    answer: Answer
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reservation; `who` is empty unless the group wanted names."""

    score: int | None
    text: str
    who: str
    internal: bool = False


@dataclass(frozen=True, slots=True)
class InSpiteOf:
    """A warning the room went past, and why."""

    message: str
    reason: str


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What nobody has answered yet, in the words of the wall: the findings of one kind and the ids they are about."""

    step: str
    message: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attendee:
    name: str
    present: bool
    votes: bool
    facilitates: bool


@dataclass(frozen=True, slots=True)
class Room:
    """How it was decided. `fist` counts hands from five down to none, and is empty until taken; rating is 1 to 5."""

    people: tuple[Attendee, ...]
    decider: str
    rule: DecisionRule
    voters: int | None
    dots_each: int | None
    dots_cap: int | None
    abstained: int | None
    fist: tuple[int, ...]
    doubts: tuple[Doubt, ...]
    ground_rules: tuple[str, ...]
    rating: int | None
    keep_or_change: str

    @property
    def average(self) -> float | None:
        """The average of the fist of five; None until it was taken."""
        return Fist(self.fist).average
