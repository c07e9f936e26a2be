"""What the facilitator needs beside the wall: the current step, its questions, its time, and what is open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from workshop.actions.parties import alone
from workshop.room import clock, timing
from workshop.room.agenda import Course
from workshop.rules.grouping import open_lines
from workshop.rules.registry import Context, Finding, findings
from workshop.steps import Content, load
from workshop.text import clean
from workshop.wording import fill

if TYPE_CHECKING:
    from data.nouns.room import Room
    from data.store import Kept, Store
    from data.value import Workshop
    from workshop.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Following:
    """The current step as a second screen shows it.

    `time` is what the clock says, in words; `over` whether the step's time is up. `elsewhere` names the step that the
    wall shows, where that is another one. `open` are pairs of a sign and a sentence.
    """

    title: str
    name: str
    question: str
    prompts: tuple[str, ...]
    time: str
    over: bool
    elsewhere: str
    open: tuple[tuple[str, str], ...]


def follow(workshop: Workshop, room: Room, findings: Iterable[Finding], content: Content, now: datetime) -> Following:
    """Return what there is to say about the current step of a workshop; `now` is aware."""
    step = content.step(room.step if any(each.key == room.step for each in content.steps) else content.steps[0].key)
    time, over = _time(workshop, room, content, step.key, now)
    shown = next((each for each in content.steps if each.key == room.looking), step)
    here = (each for each in findings if each.step == step.key)
    return Following(
        title=clean(workshop.brief.title),
        name=f"{content.number(step.key)} {step.name}",
        question=step.question,
        prompts=tuple(fill(prompt, {}) for prompt in step.asked_of(alone=alone(workshop))),
        time=time,
        over=over,
        elsewhere="" if shown.key == step.key else shown.name,
        open=tuple((sign, clean(sentence)) for sign, sentence in open_lines(workshop, here)),
    )


def _time(workshop: Workshop, room: Room, content: Content, step: str, now: datetime) -> tuple[str, bool]:
    """What the clock of a step says, or of the break before it, and whether its time is over."""
    planned = timing.agenda_of(workshop, content)
    used, key = clock.spent(room, now), room.pausing or step
    minutes = planned.minutes(key) + room.extra.get(key, 0)
    before = f"{clock.pause_name(planned, key)}: " if room.pausing else ""
    if not minutes:
        return f"{before}no time planned", False
    if not used.get(key):
        return f"{before}{minutes} minutes planned", False
    seconds = round(Course(planned, step, used, room.extra).left(key).total_seconds())
    shown = f"{abs(seconds) // 60}:{abs(seconds) % 60:02d}"
    said = f"{shown} left of {minutes} minutes" if seconds >= 0 else f"{shown} over the {minutes} minutes"
    return f"{before}{said}" + ("" if room.running_since else ", the clock stands"), seconds < 0


def told(following: Following) -> Iterator[str]:
    """Yield it as lines of plain text."""
    yield " · ".join(filter(None, (following.name, following.title)))
    yield following.time + (f" · the wall shows {following.elsewhere}" if following.elsewhere else "")
    yield ""
    yield following.question
    yield ""
    for prompt in following.prompts:
        yield f"- {prompt}"
    yield ""
    if not following.open:
        yield "Nothing is open in this step."
    for sign, sentence in following.open:
        yield f"{sign} {sentence}"


class Follower:
    """Goes along with the workshop `id` on a shelf, and writes nothing; `now` gives the aware instant."""

    def __init__(self, shelf: Shelf, id: str, *, now: Callable[[], datetime], today: Callable[[], date]) -> None:
        self._shelf, self._id, self._now, self._today = shelf, id, now, today
        self._kept: Kept | None = None
        self._found: tuple[Finding, ...] = ()

    async def look(self) -> Following:
        """Return what there is to say now; raises StorageError. It is read again only when something has changed."""
        kept = await self._shelf.call(self._read)
        if kept is not self._kept:
            context = Context.of(kept.room, self._today(), self._now())
            self._kept, self._found = kept, findings(kept.value, context)
        return follow(kept.value, kept.room, self._found, load(), self._now())

    def _read(self, store: Store) -> Kept:
        # Asked each time, even when the answer does not matter: it tells of what was written since the last time.
        changed = store.changed_elsewhere()
        if self._kept is not None and not changed:
            return self._kept
        self._kept = None  # what was written is forgotten only once it has been read
        return store.load(self._id)
