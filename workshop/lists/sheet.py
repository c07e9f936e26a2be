"""A table out of text, as spreadsheets, wikis and other programs write it: CSV, columns with tabs, or Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workshop.text import clean

#: What may part columns. Spreadsheets of several languages write semicolons for commas.
_BETWEEN = "\t;,"

#: What a spreadsheet would have taken for a formula is written behind an apostrophe.
_GUARDED = re.compile(r"'(?=[=+\-@＝＋－＠])")

#: The line under the head of a Markdown table.
_RULE = re.compile(r"\|?(\s*:?-{1,}:?\s*\|)*\s*:?-{1,}:?\s*\|?")
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

#: A file of a list is read no further than this, in bytes, and has no more rows.
LARGEST, MOST_ROWS = 4_000_000, 1000


class NotAList(ValueError):
    """A text that is no table to take in; `str()` is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, each one clean line, and the line of the text it began on, from 1."""

    line: int
    cells: tuple[str, ...]


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, in UTF-16, or as old Windows programs write it; raises NotAList."""
    if len(data) > LARGEST:
        raise NotAList("That file is too large for a list: a list has a few hundred lines at most.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise NotAList("That is no text: save the list as CSV first.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows_of(text: str, known: Callable[[Sequence[str]], int]) -> tuple[Row, ...]:
    """Return the rows of a table, its head first, without the empty ones; raises NotAList.

    `known` says how many names of a head are known: what parts the columns is whatever makes the most of them so.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    ways = [list(_marked_down(text)), *(list(_parted(text, between)) for between in _BETWEEN)]
    rows = max((way for way in ways if way), key=lambda way: known(way[0].cells), default=[])
    if not rows:
        raise NotAList("There is nothing in that list: its first line names the columns, each further line is a row.")
    if len(rows) > MOST_ROWS + 1:
        raise NotAList(f"That list has {len(rows) - 1} rows, and {MOST_ROWS} are the most: take some away.")
    return tuple(rows)


def _parted(text: str, between: str) -> Iterator[Row]:
    """Yield the rows of columns with a certain character between them (RFC 4180, whichever the character)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    line = 1
    try:
        for cells in reader:
            yield from _row(line, (_GUARDED.sub("", cell.strip(), count=1) for cell in cells))
            line = reader.line_num + 1
    except csv.Error:
        return


def _marked_down(text: str) -> Iterator[Row]:
    """Yield the rows of the first Markdown table; nothing where there is none."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if at and "|" in line and _RULE.fullmatch(line.strip())), None)
    if at is None or "|" not in lines[at - 1]:
        return
    for number in (at - 1, *range(at + 1, len(lines))):
        if "|" not in lines[number]:
            return
        yield from _row(number + 1, map(_unescaped, _cells(lines[number])))


def _cells(line: str) -> list[str]:
    line = line.strip()
    cells, begin = [], 0
    for bar in _BAR.finditer(line):
        cells.append(line[begin : bar.end() - 1])
        begin = bar.end()
    cells.append(line[begin:])
    return cells[line.startswith("|") : len(cells) - (not cells[-1].strip())]


def _unescaped(cell: str) -> str:
    return _ESCAPED.sub(r"\1", cell.strip())


def _row(line: int, cells: Iterable[str]) -> Iterator[Row]:
    cleaned = tuple(map(clean, cells))
    if any(cleaned):
        yield Row(line, cleaned)
