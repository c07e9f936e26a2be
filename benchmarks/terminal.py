"""A program in a terminal of its own: keys go in, and the time is taken until something shows."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

#: How long to wait for anything, in seconds, before the run is given up.
PATIENCE = 30.0


class Terminal:
    """A child process on a pseudo-terminal of 24 rows and 80 columns."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), {**environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, text: str, since: float | None = None) -> float:
        """Milliseconds from `since` (default: the start) until `text` has been painted."""
        seen, sought = b"", text.encode()
        deadline = time.perf_counter() + PATIENCE
        while sought not in seen:
            ready, _, _ = select.select([self.fd], [], [], max(0.0, deadline - time.perf_counter()))
            if not ready:
                raise TimeoutError(f"{text!r} was not painted within {PATIENCE:.0f} s")
            seen += os.read(self.fd, 65536)
        return (time.perf_counter() - (self.started if since is None else since)) * 1000

    def press(self, keys: str, until: str) -> float:
        """Milliseconds from sending `keys` until `until` has been painted."""
        self.rest()
        now = time.perf_counter()
        os.write(self.fd, keys.encode())
        return self.until(until, now)

    def rest(self, seconds: float = 0.05) -> None:
        """Read on until nothing has been painted for so long."""
        deadline = time.perf_counter() + PATIENCE
        while select.select([self.fd], [], [], seconds)[0]:
            os.read(self.fd, 65536)
            if time.perf_counter() > deadline:
                raise TimeoutError(f"it was still painting after {PATIENCE:.0f} s")

    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        with Path(f"/proc/{self.pid}/stat").open(encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Kill it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
