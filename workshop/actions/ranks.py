"""The order of a list: one text key a row, so that moving an item changes that item alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between, validate_order_key

from data.nouns.base import Noun
from data.value import Workshop

N = TypeVar("N", bound=Noun)


def last(rows: Sequence[Noun]) -> str:
    """A rank behind all of `rows`, which are all the rows of their noun."""
    return str(generate_key_between(max(filter(None, map(_rank, rows)), default=None), None))


def move(workshop: Workshop, rows: Sequence[N], id: str, places: int) -> Workshop:
    """Move one row by `places` (negative: up) within `rows`, which are given in order; past an end it stays there.

    `rows` may be some of their noun's only (those with one verdict, those of one arena): no rank is given twice.
    """
    ids = [row.id for row in rows]
    at = ids.index(id)
    to = min(max(at + places, 0), len(rows) - 1)
    if to == at:
        return workshop
    noun = type(rows[at])
    if not _sound(workshop.of(noun)):
        workshop = arrange(workshop, workshop.of(noun))
    passed = _rank(workshop.row(noun, ids[to]))
    taken = [_rank(row) for row in workshop.of(noun) if row.id != id]
    if to > at:
        rank = generate_key_between(passed, min((rank for rank in taken if rank > passed), default=None))
    else:
        rank = generate_key_between(max((rank for rank in taken if rank < passed), default=None), passed)
    return workshop.change(noun, id, rank=rank)


def arrange(workshop: Workshop, rows: Sequence[N]) -> Workshop:
    """Put all the rows of a noun into the order they are given in; a row that is in its place is not changed."""
    ranks = sorted(map(_rank, rows)) if _sound(rows) else generate_n_keys_between(None, None, len(rows))
    return workshop.put(*(row.replace(rank=rank) for row, rank in zip(rows, ranks, strict=True) if _rank(row) != rank))


def _rank(row: Noun) -> str:
    return str(getattr(row, "rank", ""))


def _sound(rows: Sequence[Noun]) -> bool:
    """Whether the ranks can be counted with: two windows at once, or an undo, may leave two rows with the same."""
    ranks = [_rank(row) for row in rows]
    try:
        for rank in ranks:
            validate_order_key(rank)
    except (FIError, IndexError):
        return False
    return len(set(ranks)) == len(ranks)
