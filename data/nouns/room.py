"""The room itself: what it is there to decide, who is in it, and what it says when it closes."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from data.nouns.base import Instant, Noun, choice, refers, several, words
from data.nouns.rhythm import Preset


class Agenda(StrEnum):
    """For how long, and with whom: a group for half a day or a whole one, or somebody alone."""

    HALF_DAY = "half-day"
    FULL_DAY = "full-day"
    SOLO = "solo"


class DecisionRule(StrEnum):
    """How the room decides: nobody objects, one person says, hands of five to none, or most of the voters."""

    CONSENT = "consent"
    DECIDER = "decider"
    FIST = "fist"
    MAJORITY = "majority"


class LookBack(StrEnum):
    """Whether the direction stands once the places and the ways to win are known."""

    OPEN = ""
    STAND = "stand"
    CHANGED = "changed"


class Kind(StrEnum):
    """What a party is."""

    PERSON = "person"
    ROLE = "role"
    TEAM = "team"


class Disposition(StrEnum):
    """What becomes of a parked thought."""

    OPEN = "open"
    DO = "do"
    GIVE = "give"
    LATER = "later"
    DROP = "drop"


class Answer(StrEnum):
    """What has become of something an earlier meeting left open."""

    OPEN = ""
    DONE = "done"
    NEEDED = "needed"
    DROPPED = "dropped"


class Brief(Noun):
    """The workshop's own row (id `W`): what is to be decided, by which rule, the direction, the rhythm, the close.

    `voting` while the vote on the candidates is open, `abstained` how many of the voters gave no dots.
    `fist` counts hands from five down to none: (fives, fours, threes, twos, ones, zeros), empty until taken.
    `next_on` is the first check-in, `move_days` by how many days an owner may move a date alone, once, and
    `holidays` when nobody is there, each as ISO 8601 has it: a day, or two of them with a slash between.
    `follows` is the title of the workshop whose answers this one begins with; `adopted_at` the instant of the
    adoption, where it is known.
    """

    table: ClassVar[str] = "brief"

    title: str = words()
    follows: str = words()
    organization: str = words()
    agenda: Agenda = choice(Agenda.HALF_DAY)
    scope: str = words()
    held_on: date | None = None
    ends_at: time | None = None
    horizon_start: date | None = None
    horizon_end: date | None = None
    decider_id: str | None = refers("party")
    decision_rule: DecisionRule = choice(DecisionRule.CONSENT)
    voters: int | None = None
    out_of_scope: tuple[str, ...] = several()
    ground_rules: tuple[str, ...] = several()
    busy_months: tuple[int, ...] = several()
    obstacle: str = words()
    aspiration: str = words()
    vision: str = words()
    zone: str = words("UTC")
    language: str = words("en")
    look_back: LookBack = choice(LookBack.OPEN)
    look_back_note: str = words()
    dots_each: int | None = None
    dots_cap: int | None = None
    voting: bool = False
    abstained: int | None = None
    rhythm: Preset = choice(Preset.UNSAID)
    next_on: date | None = None
    keeper_id: str | None = refers("party")
    move_days: int = 14
    drops_milestones: str = words()
    changes_choices: str = words()
    holidays: tuple[str, ...] = several()
    fist: tuple[int, ...] = several()
    attributed: bool = False
    message: str = words()
    rating: int | None = None
    keep_or_change: str = words()
    version: int = 0
    adopted_on: date | None = None
    adopted_at: datetime | None = Field(default=None, sa_type=Instant)


class Party(Noun):
    """A person, a role or a team; being a participant is a flag."""

    table: ClassVar[str] = "party"
    letter: ClassVar[str] = "N"

    name: str = words()
    kind: Kind = choice(Kind.ROLE)
    participant: bool = False
    present: bool = True
    votes: bool = True
    facilitates: bool = False
    outside: bool = False
    lead_id: str | None = refers("party")


class Carried(Noun):
    """Something an earlier workshop left open, and what has become of it."""

    table: ClassVar[str] = "carried"
    letter: ClassVar[str] = "I"

    text: str = words()
    since: date | None = None
    answer: Answer = choice(Answer.OPEN)
    internal: bool = False


class Reservation(Noun):
    """What somebody who showed few fingers said; `party_id` only where the group wants names."""

    table: ClassVar[str] = "reservation"
    letter: ClassVar[str] = "V"

    score: int | None = None
    text: str = words()
    party_id: str | None = refers("party")
    internal: bool = False


class Parked(Noun):
    """A thought set aside, and what is to become of it."""

    table: ClassVar[str] = "parked"
    letter: ClassVar[str] = "K"

    text: str = words()
    disposition: Disposition = choice(Disposition.OPEN)
    who_id: str | None = refers("party")
    by: date | None = None
    later: str = words()
    internal: bool = False


class Action(Noun):
    """What one party does in the days after the workshop."""

    table: ClassVar[str] = "action"
    letter: ClassVar[str] = "D"

    text: str = words()
    who_id: str | None = refers("party")
    by: date | None = None
    parked_id: str | None = refers("parked")
    internal: bool = False


class Consent(Noun):
    """A round on one proposal: how many have no objection, a concern, or an objection; None until it was held.

    `outcome` says what came of it, `review_on` when the room looks at it again.
    """

    table: ClassVar[str] = "consent"
    letter: ClassVar[str] = "L"

    proposal: str = words()
    fine: int | None = None
    concerns: int | None = None
    objections: int | None = None
    outcome: str = words()
    review_on: date | None = None


class Objection(Noun):
    """What somebody said against a proposal; a concern, unless it is `serious`. Whose it is, is kept nowhere."""

    table: ClassVar[str] = "objection"
    letter: ClassVar[str] = "O"

    consent_id: str = refers("consent", optional=False)
    serious: bool = False
    text: str = words()


class Acceptance(Noun):
    """A finding the room goes past with a reason; `message` is the finding as it was read. Id: code, colon, item."""

    table: ClassVar[str] = "acceptance"

    code: str = words()
    item: str = words()
    message: str = words()
    reason: str = words()


class Stretch(Noun):
    """The time that a step or a pause takes, in minutes. Id: its key in the agenda.

    `planned` is None where it has the agenda's own minutes, `taken` until it is over. `before` says how long it took
    the last time, until the group has said whether it is to take as long again.
    """

    table: ClassVar[str] = "stretch"

    planned: int | None = None
    taken: int | None = None
    before: int | None = None


class Room(Noun):
    """What the room is doing now (id `R`), outside the log.

    The room's own: `step` is the current step, `spent` maps steps and pauses to seconds used before `running_since`,
    `extra` to minutes added to the agenda's; `pausing` is the key of the pause that is being taken, `stood_since` when
    the clock was last paused. `held` is all this for the check-in under way (`workshop.check_ins.clock`). `sheets` hold
    the single answers to a self-assessment until they are counted and thrown away.

    As the last window left it: `looking` is the step on the screen; `drafts` has half-typed answers, under
    `place|question`; `selection` says what each screen goes on from, as text: under the screen's place its selected
    item (a row's id, or `table/id/field`), under `place/view` the way it is shown, under `line` which question was open
    (`place|question`), and under a name of its own what a screen keeps besides, such as `export/folder`.
    """

    table: ClassVar[str] = "room"

    step: str = words("open")
    looking: str = words("open")
    selection: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    drafts: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    sheets: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    spent: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    extra: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    pausing: str = words()
    held: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    running_since: datetime | None = Field(default=None, sa_type=Instant)
    stood_since: datetime | None = Field(default=None, sa_type=Instant)
    archived_at: datetime | None = Field(default=None, sa_type=Instant)
