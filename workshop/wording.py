"""The shape of the method's content: steps and their fields, agendas and their cuts, each sound in itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Annotated, Literal, Self

from annotated_types import Ge, Le, MinLen
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator

StepKey = Literal[
    "open",
    "direction",
    "where-to-play",
    "how-to-win",
    "priorities",
    "owners",
    "milestones",
    "stress-test",
    "rhythm",
    "close",
]
AgendaKey = Literal["half-day", "full-day", "solo"]
Tier = Literal["core", "more"]
Kind = Literal[
    "text",
    "lines",
    "choice",
    "number",
    "amount",
    "counts",
    "date",
    "time",
    "weekday",
    "months",
    "periods",
    "yes-no",
    "party",
    "parties",
    "link",
    "links",
]
WordList = Literal["goal", "fluff", "everyone", "present", "activity", "effort", "shared-by-all", "joins-names"]

#: Without owners, a rhythm and a close a strategy collects dust, however short the time.
NEVER_CUT: frozenset[str] = frozenset({"owners", "rhythm", "close"})

#: Where a wording takes in what is known of a row.
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

#: One line that does not begin with a space and holds no control character: it is shown on the wall as it stands.
_LINE = r"^[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"

Said = Annotated[str, StringConstraints(min_length=1, pattern=_LINE)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=_LINE)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=16, pattern=_LINE)]
Ask = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=_LINE)]
Sign = Annotated[str, StringConstraints(min_length=1, max_length=2, pattern=_LINE)]
Minutes = Annotated[int, Ge(0), Le(600)]
Limit = Annotated[int, Ge(1), Le(500)]


def fill(wording: str, known: Mapping[str, str]) -> str:
    """Return `wording` with each `{key}` replaced by `known[key]`, or by "…" where nothing (or "") is known."""
    return PLACEHOLDER.sub(lambda found: known.get(found[1]) or "…", wording)


def filled(*names: str) -> AfterValidator:
    """A wording that takes in nothing but what goes by these names."""

    def check(wording: str) -> str:
        for unknown in sorted(set(PLACEHOLDER.findall(wording)) - set(names)):
            raise ValueError(f'"{{{unknown}}}" is not known here')
        return wording

    return AfterValidator(check)


def doubled(values: Iterable[str]) -> str | None:
    """Return the first value that comes twice, or None."""
    return next((value for value, times in Counter(values).items() if times > 1), None)


class Shaped(BaseModel):
    """What every table of a content file shares: closed, of the stated types, and never changed after the load."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Counted(Shaped):
    """What is said of one, and of any other number."""

    one: Annotated[Said, filled("n")]
    several: Annotated[Said, filled("n")]

    def of(self, count: int) -> str:
        """Return what is said of so many."""
        return fill(self.one if count == 1 else self.several, {"n": str(count)})


class Choice(Shaped):
    """One of the answers of a field. `verb` names the key that gives it, where that differs from the label."""

    value: Said
    label: Label
    sign: Sign = ""
    hint: Said = ""
    verb: Label = ""


class When(Shaped):
    """What another field of the same row has to say before one is asked for."""

    field: Said
    says: Annotated[tuple[Said, ...], MinLen(1)]


class Field(Shaped):
    """One thing a step asks for: the attribute `name` of the table `noun`, and how it is asked and checked.

    `limit` counts grapheme clusters, of each line where there are up to `rows` of them; `lowest` and `highest` bound
    a number, where given. All of these are for checks: what was typed is stored in any case. A yes and a no that stand
    on the wall as states of their own are named by `choices`. What only makes sense behind some answer of another field
    says so by `when`; a method of one's own that does not has it from the shipped one.
    """

    noun: Said
    name: Said
    label: Label
    ask: Ask
    tier: Tier
    kind: Kind = "text"
    required: bool = False
    limit: Limit | None = None
    rows: Annotated[int, Ge(1), Le(50)] | None = None
    lowest: int | None = None
    highest: int | None = None
    choices: tuple[Choice, ...] = ()
    when: When | None = None

    def wanted(self, row: object) -> bool:
        """Return whether there is reason to ask for this field of a row."""
        return self.when is None or str(getattr(row, self.when.field)) in self.when.says

    def asked(self, row: Mapping[str, str]) -> str:
        """Return the question for one row, its placeholders filled from the row's attributes."""
        return fill(self.ask, row)

    def choice(self, value: str) -> Choice | None:
        """Return the choice that stands for a stored value; None where the wall shows nothing for it."""
        return next((choice for choice in self.choices if choice.value == value), None)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind in ("text", "lines")) != (self.limit is not None):
            raise ValueError("text and lines need a limit, other kinds have none")
        if self.kind == "yes-no" and self.choices:
            if [choice.value for choice in self.choices] != ["yes", "no"]:
                raise ValueError("what a yes and a no are called stands as the choices yes and no, in this order")
        elif (self.kind == "choice") != bool(self.choices):
            raise ValueError("a choice needs choices, other kinds but yes-no have none")
        if twice := doubled(choice.value for choice in self.choices):
            raise ValueError(f'the choice "{twice}" stands here twice')
        if self.kind not in ("number", "counts") and (self.lowest, self.highest) != (None, None):
            raise ValueError("lowest and highest are for numbers and counts only")
        if self.lowest is not None and self.highest is not None and self.lowest >= self.highest:
            raise ValueError("lowest must be below highest")
        return self


class CheckInWords(Shaped):
    """A check-in of a rhythm: what it is called, how long it takes and who comes, unless the room says otherwise.

    A pulse comes round every so many `weeks`, a review every month, a reset every quarter, a refresh every year.
    """

    kind: Literal["pulse", "review", "reset", "refresh"]
    name: Name
    minutes: Annotated[int, Ge(5), Le(480)]
    who: Said
    weeks: Annotated[int, Ge(1), Le(4)] | None = None

    @model_validator(mode="after")
    def _comes_round(self) -> Self:
        if (self.kind == "pulse") != (self.weeks is not None):
            raise ValueError("a pulse needs weeks, other kinds have none")
        return self


class Rhythm(Shaped):
    """How often the plan is looked at together: its check-ins, the most frequent one first."""

    preset: Literal["light", "standard", "tight"]
    check_ins: Annotated[tuple[CheckInWords, ...], MinLen(1)]

    @model_validator(mode="after")
    def _has_one_of_each(self) -> Self:
        if twice := doubled(each.kind for each in self.check_ins):
            raise ValueError(f'the check-in "{twice}" stands here twice')
        return self


class Step(Shaped):
    """One step: its question, what stands around it, its rhythms (if any), and its fields in the order asked for.

    The `prompts` are for a group; where they make no sense to one `alone`, that one is asked others.
    """

    key: StepKey
    name: Name
    question: Said
    hint: Said
    empty: Said
    prompts: Annotated[tuple[Said, ...], MinLen(1)]
    alone: tuple[Said, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()
    fields: tuple[Field, ...] = ()

    def asked_of(self, *, alone: bool) -> tuple[str, ...]:
        """Return the prompts for a group, or for one alone."""
        return self.alone if alone and self.alone else self.prompts

    def tier(self, tier: Tier) -> tuple[Field, ...]:
        """Return the fields of one tier, in order."""
        return tuple(field for field in self.fields if field.tier == tier)


class Item(Shaped):
    """A stretch of an agenda: a step or a pause, and its minutes (0: this agenda leaves the step out)."""

    step: StepKey | None = None
    pause: Name | None = None
    minutes: Minutes

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        if (self.step is None) == (self.pause is None):
            raise ValueError("must name either a step or a pause")
        return self


class Cut(Shaped):
    """What gives way when time runs short: the step, the minutes it then takes, and how it is done in them."""

    step: StepKey
    minutes: Minutes
    how: Said


class Agenda(Shaped):
    """How long each step takes. `items` holds every step, in order; `cuts` stand in the order they are proposed."""

    key: AgendaKey
    name: Name
    total: Annotated[int, Ge(1)]
    items: Annotated[tuple[Item, ...], MinLen(1)]
    cuts: tuple[Cut, ...] = ()

    @property
    def steps(self) -> tuple[StepKey, ...]:
        """The steps this agenda has time for, in order."""
        return tuple(item.step for item in self.items if item.step and item.minutes)

    @property
    def keyed(self) -> tuple[tuple[str, Item], ...]:
        """Every item, and what its time goes by: the key of its step, or for a pause which one it is ("pause-1")."""
        pauses = count(1)
        return tuple((item.step or f"pause-{next(pauses)}", item) for item in self.items)

    def minutes(self, key: str) -> int:
        """Return the planned minutes of a step or a pause, 0 where the agenda leaves it out."""
        return sum(item.minutes for each, item in self.keyed if each == key)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if (total := sum(item.minutes for item in self.items)) != self.total:
            raise ValueError(f"the minutes make {total}, not the {self.total} stated as total")
        if twice := doubled(cut.step for cut in self.cuts):
            raise ValueError(f'the step "{twice}" is cut twice')
        for cut in self.cuts:
            if cut.step in NEVER_CUT:
                raise ValueError(f'the step "{cut.step}" is never cut: plans without it collect dust')
            if cut.minutes >= self.minutes(cut.step):
                raise ValueError(f'the cut of "{cut.step}" saves nothing')
        return self


class StepsFile(Shaped):
    """What `steps.toml` holds."""

    language: Annotated[str, StringConstraints(min_length=2, max_length=12)]
    step: Annotated[tuple[Step, ...], MinLen(1)]


class AgendasFile(Shaped):
    """What `agendas.toml` holds."""

    agenda: tuple[Agenda, ...]
