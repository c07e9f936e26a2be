"""What the journeys share: one day, one file, and a look at what is on disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.nouns.room import Room
from data.store import Store
from workshop.actions.opening import begin

#: The day of every journey: the sample's session.
DAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "workshop.sqlite"


@pytest.fixture
def begun(database: Path) -> str:
    """A workshop that was left at Where to play, with nothing in it yet; its ref."""
    store = Store(str(database), actor="facilitator", now=lambda: NOW, ids=lambda: "0")
    try:
        room = Room(id="R", step="where-to-play", looking="where-to-play")
        return store.create(begin("Harbor strategy", "Harbor trust", today=DAY), room).ref
    finally:
        store.close()


@pytest.fixture
def on_disk(database: Path) -> Iterator[Store]:
    """A store of another process's, to see with what is on disk."""
    store = Store(str(database), actor="reader", now=lambda: NOW, ids=lambda: "0")
    yield store
    store.close()
