"""A process that is asked to go, or loses its terminal, in the middle of typing: it keeps every word, and it goes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.conftest import DAY
from tests.journeys.in_terminal import app, on_board, reading, saved, waits
from tests.journeys.session import typed
from tests.journeys.terminal import Terminal

#: How a program is made to go, and the exit status that says so.
WAYS: dict[str, tuple[Callable[[Terminal], None], int]] = {
    "asked to end": (lambda terminal: terminal.send(signal.SIGTERM), 128 + signal.SIGTERM),
    "told that the terminal is gone": (lambda terminal: terminal.send(signal.SIGHUP), 128 + signal.SIGHUP),
    "its terminal is closed": (lambda terminal: terminal.hang_up(), 128 + signal.SIGHUP),
}

#: What a terminal does from the start: it shows its cursor, and wraps lines.
FROM_THE_START = {b"25", b"7"}


@pytest.mark.parametrize("way", WAYS)
def test_in_the_middle_of_typing_everything_typed_is_kept(database: Path, begun: str, way: str) -> None:
    go, status = WAYS[way]
    with app(database, DAY, begun) as terminal:
        terminal.wait(waits, "the board")
        places = [f"Harbor number {number}" for number in range(12)]
        terminal.press("a", *(key for each in places for key in typed(each)), *"Night wor")
        terminal.wait(lambda rows: "Night wor" in rows[-2], "a half-typed line")
        pid = terminal.pid
        go(terminal)
        assert terminal.ended() == status
        with pytest.raises(ProcessLookupError):
            os.killpg(pid, 0)
    with reading(database) as store:
        kept = store.load(store.find(begun))
        assert [arena.name for arena in kept.value.arenas] == places
        assert list(kept.room.drafts.values()) == ["Night wor"]
    with app(database, DAY, begun) as terminal:
        terminal.wait(lambda rows: "Night wor" in rows[-2], "the half-typed line once more")
        terminal.press(*"kers", "enter")
        terminal.wait(lambda rows: on_board(rows, "Night workers") and saved(rows), "the whole line on the board")


def test_asked_to_end_it_leaves_the_terminal_as_it_was(database: Path, begun: str) -> None:
    with app(database, DAY, begun) as terminal:
        terminal.wait(waits, "the board")
        assert terminal.settings_now != terminal.line_settings
        terminal.press("a", *"Night wor")
        terminal.wait(lambda rows: "Night wor" in rows[-2], "a half-typed line")
        terminal.send(signal.SIGTERM)
        terminal.ended()
        assert terminal.settings_now == terminal.line_settings
        on = {mode for mode, switches in terminal.modes.items() if switches[-1] == b"h"}
        assert on == FROM_THE_START & terminal.modes.keys()
        assert {b"1049", b"2004", b"1000"} <= terminal.modes.keys()
