"""What the exit status of a command says."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """The last two are what a shell reports of a program that SIGINT or SIGPIPE has ended."""

    DONE = 0
    BLOCKED = 1
    WRONG_USE = 2
    STORAGE = 3
    FAULT = 70
    INTERRUPTED = 130
    READER_GONE = 141
