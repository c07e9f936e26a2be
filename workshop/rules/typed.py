"""How rules read what was typed, and how they count and quote it in an English sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from workshop.text import trigram_similarity

#: Above this similarity (trigrams, 0 to 1) two texts look alike.
ALIKE = 0.6

T = TypeVar("T")


def blank(text: str) -> bool:
    """True when nothing was typed."""
    return not text.strip()


def alike_pairs(rows: Sequence[T], text: Callable[[T], str]) -> Iterable[tuple[T, T]]:
    """Yield each pair of rows whose texts look alike; blank ones look like nothing."""
    told = [(row, text(row)) for row in rows if not blank(text(row))]
    for (one, its_text), (other, other_text) in combinations(told, 2):
        if alike(its_text, other_text):
            yield one, other


def alike(one: str, other: str) -> bool:
    """True when two texts look alike."""
    return trigram_similarity(one, other) > ALIKE


def count(n: int, one: str, many: str) -> str:
    """`1 place`, `3 places`."""
    return f"{n} {one if n == 1 else many}"


def called(text: str, id: str) -> str:
    """What a message calls a row: its own words on one line, or its id while it has none."""
    return " ".join(text.split()) or id
