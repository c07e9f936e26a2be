"""Stores on a database for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.store import Store
from tests.data.making import counting, ticking

OpenStore = Callable[..., Store]


@pytest.fixture
def open_store() -> Iterator[OpenStore]:
    """Opens stores, and closes them in the end: `open_store(place, actor="ana")`."""
    opened: list[Store] = []
    now, ids = ticking(), counting()

    def open_it(place: str | Path, actor: str = "ana") -> Store:
        opened.append(Store(str(place), actor=actor, now=now, ids=ids))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(place: str, open_store: OpenStore) -> Store:
    """A store on a new database."""
    return open_store(place)
