"""Checks of Where to play: a choice is one only when something was turned down."""

from __future__ import annotations

from collections.abc import Iterator

from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from workshop.rules.rule import Context, Found, Level, rule
from workshop.rules.typed import alike_pairs, blank, called
from workshop.text import phrases_in

STEP = "where-to-play"
REFUSED = (Verdict.NOT_NOW, Verdict.NOT_US)

#: More places to play than the first are a list, more than the second no plan can serve.
MANY, TOO_MANY = 4, 6


@rule("WTP-00", step=STEP, level=Level.BLOCK, together="{n} places are still to decide.")
def all_decided(workshop: Workshop, context: Context) -> Iterator[Found]:
    undecided = judged(workshop, Verdict.UNDECIDED)
    for arena in undecided:
        yield Found("1 place is still to decide.", arena.id, "verdict")
    if undecided:
        return
    if not workshop.arenas:
        yield Found("No place is named yet. List every place you could play.", field="name")
    elif not judged(workshop, Verdict.PLAY):
        yield Found("No place to play is chosen. Where will you play?", field="verdict")


@rule("WTP-01", step=STEP, level=Level.BLOCK)
def something_refused(workshop: Workshop, context: Context) -> Iterator[Found]:
    if judged(workshop, Verdict.PLAY) and not judged(workshop, *REFUSED):
        yield Found(
            "You've said where you'll play but not where you won't. Name two you're turning down, with a reason.",
            field="verdict",
        )


@rule("WTP-02", step=STEP, level=Level.WARN, as_worded=True)
def not_too_many(workshop: Workshop, context: Context) -> Iterator[Found]:
    played = judged(workshop, Verdict.PLAY)
    if len(played) > MANY:
        yield Found(
            f"{len(played)} is a list, not a choice. Which would you give up first?",
            field="verdict",
            at=played[-1].id,
            level=Level.BLOCK if len(played) > TOO_MANY else None,
        )


@rule("WTP-03", step=STEP, level=Level.WARN, as_worded=True, together="{n} names take in everybody. Who first?")
def not_everyone(workshop: Workshop, context: Context) -> Iterator[Found]:
    everyone = context.content.words("everyone", workshop.brief.language)
    for arena in judged(workshop, Verdict.PLAY, Verdict.EXPLORE):
        for word in phrases_in(arena.name, everyone)[:1]:
            yield Found(f'"{word}" can\'t be a place to play. Who first?', arena.id, "name")


@rule("WTP-04", step=STEP, level=Level.WARN, more=True)
def today_named(workshop: Workshop, context: Context) -> Iterator[Found]:
    if workshop.arenas and not any(arena.today for arena in workshop.arenas):
        yield Found("What you do now is missing from the list. Put it in and judge it like the others.", field="today")


@rule("WTP-05", step=STEP, level=Level.WARN, more=True)
def today_refused(workshop: Workshop, context: Context) -> Iterator[Found]:
    refused = judged(workshop, *REFUSED)
    if refused and not any(arena.today for arena in refused):
        yield Found("You've refused only things you never did. Does anything you do today belong there?", field="today")


@rule("WTP-06", step=STEP, level=Level.WARN, together="{n} places say not now, but not what would reopen them.")
def trigger(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.NOT_NOW):
        if blank(arena.trigger):
            yield Found(f'What would have to happen to reopen "{_name(arena)}"?', arena.id, "trigger")


@rule("WTP-07", step=STEP, level=Level.WARN, together="{n} experiments have no end. When do you decide?")
def experiment_ends(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.EXPLORE):
        if arena.decide_by is None:
            yield Found("An experiment without an end is a habit. When do you decide?", arena.id, "decide_by")


@rule("WTP-08", step=STEP, level=Level.HINT, together="{n} pairs of places look alike. Merge, or say the difference.")
def alike_names(workshop: Workshop, context: Context) -> Iterator[Found]:
    for a, b in alike_pairs(workshop.arenas, lambda arena: arena.name):
        message = f'"{_name(a)}" and "{_name(b)}" look alike. Merge, or say the difference.'
        yield Found(message, f"{a.id}-{b.id}", "name", at=b.id)


@rule("WTP-09", step=STEP, level=Level.WARN)
def fallback(workshop: Workshop, context: Context) -> Iterator[Found]:
    if len(judged(workshop, Verdict.PLAY)) == 1 and not judged(workshop, Verdict.EXPLORE):
        yield Found("One place, no fallback. Is that on purpose?", field="verdict")


@rule("WTP-10", step=STEP, level=Level.WARN, together="{n} places to play have no reason.")
def reason(workshop: Workshop, context: Context) -> Iterator[Found]:
    for arena in judged(workshop, Verdict.PLAY):
        if blank(arena.reason):
            yield Found(f'Why "{_name(arena)}"?', arena.id, "reason")


def judged(workshop: Workshop, *verdicts: Verdict) -> tuple[Arena, ...]:
    """The arenas with one of these verdicts, in order."""
    return tuple(arena for arena in workshop.arenas if arena.verdict in verdicts)


def _name(arena: Arena) -> str:
    return called(arena.name, arena.id)
