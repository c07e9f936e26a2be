"""Keys on each step: a letter typed, the selection moved, a state given, with the sample and with ten times as much.

Run as: python -m benchmarks.keys
"""

from __future__ import annotations

import os
import statistics
import string
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count, cycle, islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.floors import HELLO
from benchmarks.tenfold import tenfold
from benchmarks.terminal import Terminal

DAY = date(2026, 10, 14)

#: The first bytes of whatever is painted.
ANYTHING = "\x1b"
PARK, DOWN, UP = "\x1bOQ", "\x1b[B", "\x1b[A"


class Run(NamedTuple):
    """A step, the key that opens its line there, and digits that give the selected item a state."""

    step: str
    line: str = "a"
    item: str = ""
    digits: str = ""


RUNS = (
    Run("open", item="N1", digits="1"),
    Run("where-to-play", item="A1", digits="01"),
    Run("how-to-win", item="C1", digits="12345"),
    Run("priorities", item="P1", digits="01"),
    Run("owners", PARK, "P1", digits="01"),
    Run("milestones", item="M1", digits="1234"),
    Run("stress-test", PARK),
    Run("close", item="K1", digits="04"),
)


def main(*steps: str) -> None:
    """Measure the steps that are named, or all; print median and 95th percentile in milliseconds."""
    print(f"{'milliseconds: median, 95th':<28}" + "".join(f"{what:>17}" for what in ("letter", "selection", "state")))
    floor = Terminal([sys.executable, "-m", "benchmarks.floors", "input"], os.environ)
    floor.until(HELLO)
    floor.rest(0.5)
    _print("a bare input", [floor.press(letter, letter) for letter in string.ascii_lowercase * 3])
    floor.end()
    with tempfile.TemporaryDirectory() as folder:
        for run in RUNS:
            if not steps or run.step in steps:
                for times in (1, 10):
                    _measure(folder, run, times)


def _measure(folder: str, run: Run, times: int) -> None:
    from data.nouns.room import Room
    from data.store import Store
    from workshop.sample import sample

    numbers = count(1)
    database = str(Path(folder) / f"{run.step}-{times}.sqlite")
    store = Store(database, actor="bench", now=lambda: datetime.now(UTC), ids=lambda: f"{next(numbers):032x}")
    room = Room(id="R", step=run.step, looking=run.step, selection={run.step: run.item})
    kept = store.create(tenfold(sample(DAY), times), room)
    store.close()
    command = [sys.executable, "-m", "workshop", "--database", database, "open", kept.ref]
    terminal = Terminal(command, os.environ)
    terminal.until("saved")
    terminal.rest(2.0)
    moves = [terminal.press(key, ANYTHING) for key in islice(cycle((DOWN, DOWN, UP)), 60)]
    states = []
    for digit in islice(cycle(run.digits), 40 if run.digits else 0):
        terminal.press(UP, ANYTHING)
        states.append(terminal.press(digit, ANYTHING))
        terminal.rest(0.1)
        os.write(terminal.fd, b"\x1b")
        terminal.rest(0.3)
    terminal.press(run.line, ANYTHING)
    terminal.rest(0.3)
    letters = [terminal.press(letter, letter) for letter in string.ascii_lowercase * 3]
    terminal.end()
    _print(f"{run.step}{f' x {times}' if times > 1 else ''}", letters, moves, states)


def _print(what: str, *measured: Sequence[float]) -> None:
    cells = [
        f"{statistics.median(values):>9.1f}{statistics.quantiles(values, n=20)[-1]:>8.1f}" if values else " " * 17
        for values in measured
    ]
    print(f"{what:<28}{''.join(cells)}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
