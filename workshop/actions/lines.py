"""A typed line as it is kept: cleaned, and no longer than the database takes."""

from __future__ import annotations

from data.nouns.base import TEXT_BOUND
from workshop.text import clean


def kept(text: str) -> str:
    """Return `text` as one clean line, cut at the safety bound, which no limit that people meet comes near."""
    return clean(text)[:TEXT_BOUND].rstrip()
