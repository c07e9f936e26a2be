"""`make bench`: first paint, key to paint, step switch, save and idle as ratios to their floors, and the documents."""

from __future__ import annotations

import os
import sqlite3
import statistics
import string
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from time import perf_counter, sleep

from benchmarks import documents
from benchmarks.floors import HELLO
from benchmarks.terminal import Terminal

DAY = date(2026, 10, 14)


def main() -> None:
    """Run all benchmarks and print a line each."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'what':<34}{'ours':>10}{'floor':>10}{'ratio':>8}")
        # Each on a database of its own: an app opens where the one before it was killed, in the middle of a line.
        _paint(*_fill(folder, "paint"))
        _keys(*_fill(folder, "keys"))
        _switch(*_fill(folder, "switch"))
        _save(folder)
        _idle(*_fill(folder, "idle"))
    documents.measure()


def _command(database: str, *rest: str) -> list[str]:
    return [sys.executable, "-m", "workshop", "--database", database, *rest]


def _floor(name: str) -> Terminal:
    return Terminal([sys.executable, "-m", "benchmarks.floors", name], os.environ)


def _fill(folder: str, name: str) -> tuple[str, str]:
    """A new database with the sample, left at Where to play; returns its path and the sample's ref."""
    from data.nouns.room import Room
    from data.store import Store
    from workshop.sample import sample

    numbers = count(1)
    database = str(Path(folder) / f"{name}.sqlite")
    store = Store(database, actor="bench", now=lambda: datetime.now(UTC), ids=lambda: f"{next(numbers):032x}")
    kept = store.create(sample(DAY), Room(id="R", step="where-to-play", looking="where-to-play"))
    store.close()
    return database, kept.ref


def _paint(database: str, _: str, runs: int = 9) -> None:
    def ours() -> float:
        return _timed(Terminal(_command(database), os.environ), "Brackenford")

    def floor() -> float:
        return _timed(_floor("minimal"), HELLO)

    _line("exec to first paint, ms", *_in_turns(ours, floor, runs))


def _timed(terminal: Terminal, until: str) -> float:
    try:
        return terminal.until(until)
    finally:
        terminal.end()


def _keys(database: str, reference: str) -> None:
    """A letter typed into the add line beside the same letter in a bare input."""
    ours = Terminal(_command(database, "open", reference), os.environ)
    ours.until("Where will we play")
    ours.rest(1.0)
    ours.press("a", "A place to play")
    floor = _floor("input")
    floor.until(HELLO)
    floor.rest(0.5)
    letters = string.ascii_lowercase * 4
    pairs = [(ours.press(letter, letter), floor.press(letter, letter)) for letter in letters]
    ours.end()
    floor.end()
    mine, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    _line("key to paint, median ms", statistics.median(mine), statistics.median(theirs))
    _line("key to paint, 95th percentile ms", _percentile(mine), _percentile(theirs))


def _switch(database: str, reference: str, runs: int = 20) -> None:
    """From one step to the next and back beside two screens of one line."""
    ours = Terminal(_command(database, "open", reference), os.environ)
    ours.until("saved")
    ours.rest(1.0)
    floor = _floor("screens")
    floor.until(HELLO)
    floor.rest(0.5)
    mine, theirs = [], []
    for turn in range(runs):
        forward = turn % 2 == 0
        mine.append(ours.press("\x1b[6~" if forward else "\x1b[5~", "people here" if forward else "Where will we play"))
        theirs.append(floor.press("n", "there" if forward else "here"))
    ours.end()
    floor.end()
    _line("step switch, median ms", statistics.median(mine), statistics.median(theirs))


def _save(folder: str, runs: int = 300) -> None:
    """A save with its log entry beside the same rows written by the bare driver with the same guarantees."""
    from data.difference import diff
    from data.nouns.strategy import Arena
    from data.store import Store
    from workshop.sample import sample

    numbers = count(1)
    store = Store(
        str(Path(folder) / "save.sqlite"),
        actor="bench",
        now=lambda: datetime.now(UTC),
        ids=lambda: f"{next(numbers):032x}",
    )
    kept = store.create(sample(DAY))
    raw = sqlite3.connect(Path(folder) / "raw.sqlite", isolation_level=None)
    raw.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
    raw.executescript("CREATE TABLE arena (id TEXT PRIMARY KEY, name TEXT); INSERT INTO arena VALUES ('A1', '');")
    raw.executescript("CREATE TABLE change (seq INTEGER PRIMARY KEY, ops TEXT);")
    value, mine, theirs = kept.value, [], []
    for turn in range(runs):
        began = perf_counter()
        new = value.change(Arena, "A1", name=f"name {turn}")
        store.save(kept.id, diff(value, new), label="name")
        mine.append((perf_counter() - began) * 1000)
        value = new
        began = perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE arena SET name = ? WHERE id = 'A1'", (f"name {turn}",))
        raw.execute("INSERT INTO change (ops) VALUES (?)", (f'[["arena","A1",{{"name":"name {turn}"}}]]',))
        raw.execute("COMMIT")
        theirs.append((perf_counter() - began) * 1000)
    store.close()
    raw.close()
    _line("difference, save and log, median ms", statistics.median(mine), statistics.median(theirs))


def _idle(database: str, reference: str, seconds: float = 10.0) -> None:
    terminal = Terminal(_command(database, "open", reference), os.environ)
    terminal.until("saved")
    terminal.rest(1.0)
    before = terminal.cpu()
    sleep(seconds)
    used = terminal.cpu() - before
    terminal.end()
    print(f"{'idle processor time, %':<34}{100 * used / seconds:>10.2f}")


def _in_turns(ours: Callable[[], float], floor: Callable[[], float], runs: int) -> tuple[float, float]:
    ours(), floor()  # once each to warm the disk's cache
    pairs = [(ours(), floor()) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _percentile(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _line(what: str, ours: float, floor: float) -> None:
    print(f"{what:<34}{ours:>10.2f}{floor:>10.2f}{ours / floor:>8.2f}")


if __name__ == "__main__":
    main()
