"""Two moments of a plan side by side, as a document: what came, went and moved, and why."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.export import phrases
from workshop.export.document import Section, bullets, paragraph, section
from workshop.export.phrases import named
from workshop.moments import Moment
from workshop.plan.versions import Difference, Reason, Sort, compare
from workshop.text import line

#: What the sections are called, in their order.
HEADINGS = {
    Sort.ADDED: "Added",
    Sort.DROPPED: "Dropped",
    Sort.DONE: "Done",
    Sort.MOVED: "Moved",
    Sort.OWNER: "Owner changed",
    Sort.CHOICE: "Choice changed",
    Sort.SCOPE: "Scope changed",
    Sort.RANK: "Rank changed",
    Sort.ASSUMPTION: "Assumption updated",
    Sort.OTHER: "Reworded",
}

NOTHING = "Nothing changed."


def document(old: Moment, new: Moment) -> Section:
    """Return what changed from one moment to the other as a document."""
    found = compare(old.value, new.value)
    sections = [
        section(heading, bullets(map(sentence, (each for each in found if each.sort is sort))))
        for sort, heading in HEADINGS.items()
    ]
    title = line(new.value.brief.title) or phrases.UNTITLED
    said = paragraph(f"From {old.called} to {new.called}." + ("" if found else f" {NOTHING}"))
    return Section(f"{title}: what changed", tuple(part for part in (said, *sections) if part))


def sentence(each: Difference) -> str:
    """Return a difference in one line: "M1 Two host rooms: 2026-12-04 -> 2027-01-15, 42 days later. Because ..."."""
    item = "The direction" if each.item == "W" else named(each.item, each.called)
    return ". ".join(filter(None, (f"{item}{_how(each)}".rstrip("."), *map(_because, each.reasons), *_unsaid(each))))


def _how(each: Difference) -> str:
    what = f", {each.what}" if each.what and each.sort not in (Sort.MOVED, Sort.OWNER, Sort.DONE) else ""
    match each.sort:
        case Sort.ADDED | Sort.DONE:
            return f": {each.now}" if each.now else ""
        case Sort.DROPPED:
            return f" (was due {each.was})" if each.was else ""
    later = ""
    if each.days:
        later = f", {phrases.counted(abs(each.days), 'day')} {'later' if each.days > 0 else 'earlier'}"
    return f"{what}: {each.was or '-'} -> {each.now or '-'}{later}"


def _because(reason: Reason) -> str:
    why = ": ".join(filter(None, (reason.cause, reason.reason)))
    said = f"Why: {why}" if why else "No reason was given"
    return said.rstrip(".") + (f" ({reason.decided})" if reason.decided else "")


def _unsaid(each: Difference) -> Iterator[str]:
    """What ought to have a reason and was changed without its being recorded."""
    if not each.reasons and each.sort in (Sort.MOVED, Sort.DROPPED, Sort.CHOICE):
        yield "No reason was recorded"
