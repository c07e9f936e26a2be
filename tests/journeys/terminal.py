"""A program in a terminal of its own: keys go in as a terminal sends them, and an emulator keeps its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from select import select
from subprocess import Popen
from threading import Condition, Thread
from typing import Any

import pyte

from tests.cli.running import environment

#: Seconds after which what was waited for is taken not to come.
PATIENCE = 60.0

#: What a terminal with the progressive keyboard protocol sends for keys that are no characters.
_KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b[27u",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "f2": "\x1bOQ",
    "f10": "\x1b[21~",
}

#: The rows of a screen, from the top, without the blanks at their ends.
Rows = list[str]

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")


class Terminal:
    """A running program and what it shows."""

    def __init__(self, command: Sequence[str], *, size: tuple[int, int] = (80, 24), **env: str) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._changed = Condition()
        self._over = False
        self._doom: Callable[[Rows], bool] | None = None
        #: The rows as they were when `kill_when` killed the program.
        self.last_rows: Rows = []
        #: The private modes that were switched, each with the switches in their order.
        self.modes: dict[bytes, list[bytes]] = {}
        self._keyboard, inside = pty.openpty()
        termios.tcsetwinsize(inside, (rows, columns))
        self.line_settings: list[Any] = termios.tcgetattr(inside)
        self._process = Popen(
            command,
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=environment(TERM="xterm-256color", COLORTERM="truecolor", **env),
            start_new_session=True,
            preexec_fn=_take_the_terminal,
        )
        os.close(inside)
        self._bell, self._ring = os.pipe()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def over(self) -> bool:
        """Whether nothing more will be painted."""
        return self._over

    # -- what it shows -------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Rows:
        with self._changed:
            return [row.rstrip() for row in self._screen.display]

    def comes(self, condition: Callable[[Rows], object], within: float) -> bool:
        """Whether a condition comes to hold of the screen within some seconds.

        It is asked after each paint, and a hundred times a second.
        """
        until = time.monotonic() + within
        while not condition(self.rows):
            if time.monotonic() > until or (self._over and not condition(self.rows)):
                return False
            with self._changed:
                self._changed.wait(0.01)
        return True

    def wait(self, condition: Callable[[Rows], object], what: str) -> None:
        """Wait until a condition holds of the screen."""
        if not self.comes(condition, PATIENCE):
            raise AssertionError(f"it never came to this: {what}\n" + "\n".join(self.rows))

    def _read(self) -> None:
        while True:
            if self._bell in select([self._keyboard, self._bell], [], [])[0]:
                return
            try:
                painted = os.read(self._keyboard, 65536)
            except OSError:  # the program has gone
                painted = b""
            with self._changed:
                if painted:
                    for modes, switch in _MODE.findall(painted):
                        for mode in modes.split(b";"):
                            self.modes.setdefault(mode, []).append(switch)
                    self._stream.feed(painted)
                    self._judge()
                self._over = not painted
                self._changed.notify_all()
            if not painted:
                return

    def _judge(self) -> None:
        """Kill the program if its time has come."""
        if self._doom is not None and not self.last_rows:
            rows = [row.rstrip() for row in self._screen.display]
            if self._doom(rows):
                self._process.send_signal(signal.SIGKILL)
                self.last_rows = rows

    # -- what is typed -------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Type keys, all at once; `=some text` is pasted."""
        typed = "".join(map(_typed, keys)).encode()
        while typed:
            typed = typed[os.write(self._keyboard, typed) :]

    # -- how it ends ---------------------------------------------------------------------------------------------

    def send(self, number: int) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def kill_when(self, doom: Callable[[Rows], bool]) -> None:
        """Kill the program once this holds of its screen: asked at once, and then each time it has painted."""
        with self._changed:
            self._doom = doom
            self._judge()

    def hang_up(self) -> None:
        """Close the terminal, as it happens when a window is closed or a connection breaks."""
        os.write(self._ring, b".")
        self._reader.join()
        for end in (self._keyboard, self._bell, self._ring):
            os.close(end)
        self._keyboard = -1

    def ended(self) -> int:
        """Wait until the program has ended; return its exit status, or the number of the signal below zero."""
        status = self._process.wait(PATIENCE)
        self._reader.join()
        return status

    def close(self) -> None:
        """End the program, if that is not done, and let go of the terminal."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._keyboard >= 0:
            self.hang_up()

    @property
    def settings_now(self) -> list[Any]:
        """How the terminal treats lines now."""
        return termios.tcgetattr(self._keyboard)


@contextmanager
def terminal(command: Sequence[str], **how: Any) -> Iterator[Terminal]:
    """A program in a terminal, which is ended when it is no longer needed."""
    running = Terminal(command, **how)
    try:
        yield running
    finally:
        running.close()


def _take_the_terminal() -> None:
    """In the child: what its input comes from is its terminal, which it hears of when it is closed."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _typed(key: str) -> str:
    if key.startswith("=") and len(key) > 1:
        # Terminals send the line breaks of what is pasted as Enter.
        return "\x1b[200~" + key[1:].replace("\n", "\r") + "\x1b[201~"
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    return key if len(key) == 1 else _KEYS[key]
