"""Where in a TOML file a key stands, which tomllib does not tell.

Not a second parser: lines are read as people lay such files out, a table's header or a key on a line of its own, and
the elements of a long list on lines of their own. Where a file is laid out otherwise, the answer is the line of what
encloses the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\- ]+?)\s*\]\]?")
_KEY = re.compile(r"\s*([\w-]+)\s*=\s*(.*)")


def line_of(text: str, place: str) -> int:
    """Return the line, counted from 1, of a key such as `step[0].fields[2].label`, or of the nearest that encloses it.

    0 when nothing of it is in the text.
    """
    lines: dict[str, int] = {}
    for found, number in _places(text):
        lines.setdefault(found, number)
    while place and place not in lines:
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return lines.get(place, 0)


def _places(text: str) -> Iterator[tuple[str, int]]:
    """Yield the place of each header, key and element of a list, with its line."""
    table, key, counts = "", "", dict[str, int]()
    element = -1  # of the list that is open, -1 when none is
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.split("#", 1)[0].strip() if line.lstrip().startswith("#") else line.strip()
        if not bare:
            continue
        if element >= 0:
            if bare.startswith("]"):
                element = -1
            else:
                yield f"{key}[{element}]", number
                yield from _inside(f"{key}[{element}]", bare, number)
                element += 1
        elif header := _HEADER.match(line):
            table = _table(header[2], counts, several=header[1] == "[[")
            yield table.removesuffix("]").rpartition("[")[0] if table.endswith("]") else table, number
            yield table, number
        elif pair := _KEY.match(line):
            key = f"{table}.{pair[1]}".lstrip(".")
            yield key, number
            if re.fullmatch(r"\[\s*(#.*)?", pair[2]):
                element = 0
            else:
                yield from _inside(key, pair[2], number)


def _inside(place: str, text: str, number: int) -> Iterator[tuple[str, int]]:
    """Yield the keys of a table that is written on one line."""
    if text.startswith("{"):
        for key in re.findall(r"[{,]\s*([\w-]+)\s*=", text):
            yield f"{place}.{key}", number


def _table(name: str, counts: dict[str, int], *, several: bool) -> str:
    """Return the place of a table by its header: `step.fields` is in the step that was begun last."""
    place = ""
    parts = [part.strip() for part in name.split(".")]
    for at, part in enumerate(parts):
        path = f"{place}.{part}".lstrip(".")
        if several and at == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        place = f"{path}[{counts[path]}]" if path in counts else path
    return place
