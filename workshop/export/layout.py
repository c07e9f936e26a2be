"""Plain text of a fixed width: lines wrapped and columns filled by what people see, in terminal cells."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from workshop.text import cells, graphemes, shorten


def wrap(text: str, width: int, *, lines: int | None = None) -> list[str]:
    """Return `text` in lines of at most `width` cells, at most `lines` of them; "…" stands where something was cut off.

    Breaks between words, and within one only when it is wider than a line. No text makes no lines. `width` must be 2
    or more: a wide character needs the room.
    """
    wrapped: list[str] = []
    line, used = "", 0
    for word in _pieces(text.split(), width):
        size = cells(word)
        if line and used + 1 + size > width:
            wrapped.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    if line:
        wrapped.append(line)
    if lines is not None and len(wrapped) > lines:
        wrapped[lines - 1 :] = [shorten(" ".join(wrapped[lines - 1 :]), width)]
    return wrapped


def columns(*texts_and_widths: tuple[list[str], int], gap: int = 1) -> list[str]:
    """Return wrapped texts side by side, each (its lines, its width in cells), with `gap` spaces between them."""
    widths = [width for _, width in texts_and_widths]
    rows = zip_longest(*(texts for texts, _ in texts_and_widths), fillvalue="")
    return [
        (" " * gap).join(pad(text, width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def hang(label: str, lines: Iterable[str], indent: int) -> list[str]:
    """Return `lines` behind a label of at most `indent` cells, the further ones under the first."""
    return [f"{pad(label if number == 0 else '', indent)}{line}" for number, line in enumerate(lines)]


def pad(text: str, width: int) -> str:
    """Return `text` filled with spaces to `width` cells."""
    return text + " " * (width - cells(text))


def _pieces(words: Iterable[str], width: int) -> Iterable[str]:
    """Yield the words, those wider than `width` in pieces."""
    for word in words:
        if cells(word) <= width:
            yield word
            continue
        piece, used = "", 0
        for cluster in graphemes(word):
            size = cells(cluster)
            if piece and used + size > width:
                yield piece
                piece, used = "", 0
            piece, used = piece + cluster, used + size
        yield piece
