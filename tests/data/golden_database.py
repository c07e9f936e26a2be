"""Makes the golden database of this version: `python -m tests.data.golden_database tests/data/golden/0002.sqlite`.

What a version has released stays as it was made; a new version, with a schema or a format of its own, adds one more.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from data.difference import diff
from data.nouns.planning import Risk
from data.nouns.room import Room
from data.nouns.strategy import Arena
from data.store import Store
from data.value import Key, Workshop
from workshop.actions.closing import adopt
from workshop.actions.opening import begin
from workshop.sample import sample

DAY = date(2026, 10, 14)


def make(path: Path) -> None:
    """Make a database with the sample, its history and its version, a thought half typed, and an archived workshop."""
    instants = (datetime(2026, 10, 14, 9, tzinfo=UTC) + timedelta(minutes=minute) for minute in count())
    store = Store(
        str(path), actor="facilitator", now=lambda: next(instants), ids=map("{:032x}".format, count(1)).__next__
    )
    room = Room(id="R", step="close", looking="where-to-play", drafts={"where-to-play|add/arena": "Corporate vol"})
    kept = store.create(sample(DAY), room, label="add the sample")

    def change(after: Workshop, label: str, *, publishes: bool = False) -> None:
        store.save(kept.id, diff(store.load(kept.id).value, after), label=label, publishes=publishes)

    value = kept.value
    change(value.add(Arena, name="Corporate volunteering days")[0], "add “Corporate volunteering days”")
    store.undo(kept.id)
    with_fair = store.load(kept.id).value.add(Arena, name="Summer fair")[0]
    change(with_fair, "add “Summer fair”")
    fair = with_fair.arenas[-1]
    change(with_fair.remove(Key("arena", fair.id)), "delete “Summer fair”")
    store.undo(kept.id)
    store.redo(kept.id)
    now = store.load(kept.id).value
    change(now.change(Risk, "R4", starred=True), "top three: “We keep every old session open as well”")
    store.undo(kept.id)
    change(adopt(store.load(kept.id).value, DAY), "adopt the plan", publishes=True)
    archived = store.create(begin("Harbor strategy", "Harbor trust", today=DAY), label="begin")
    store.archive(archived.id)
    store.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
