"""Running a command in a test: what it came to, what it must never say, and workshops to run it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from data.nouns.base import Noun
from data.nouns.room import Brief
from data.value import Workshop, of_rows
from tests.interpreter import ROOT
from workshop.sample import sample

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)

#: What may stand in a title, as far as the store takes it (no NUL, no half characters).
HOSTILE = (
    "[/b] Win [/b] in [red] [/",
    "\x1b[31mred\x1b[0m \x1b]0;owned\x07 \x9b2J",
    "two\nlines\r\nand\ta tab\x0b\x85",
    "\u202egnorw si siht\u2066",
    "استراتيجية مركز الغذاء",
    "食品銀行の戦略ワークショップ",
    "e\u0301\u0301\u0301 👩‍👩‍👧‍👦 🏳️‍🌈",
    "=cmd|' /C calc'!A0",
    "%s %n {0} {title} ${HOME} `id` $(id)",
    "../../etc/passwd",
    "x" * 1000,
    " ",
    "",
)
#: What must never reach a terminal: controls, and the marks that turn the direction of what follows.
ORDERS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))) - {
    "\n",
    "\t",
}


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error; asserts that it is one and the only thing said."""
        assert self.out == ""
        assert self.err.startswith("workshop: ") and self.err.count("\n") == 1 and self.err.endswith("\n"), self.err
        assert "Traceback" not in self.err
        assert_shows_nothing_unsafe(self.err)
        return self.err.removeprefix("workshop: ").rstrip("\n")


Run = Callable[..., Ran]


def assert_shows_nothing_unsafe(text: str) -> None:
    assert not ORDERS & set(text), ascii(text)


def titled(title: str) -> Workshop:
    return of_rows([Brief(id="W", title=title, organization=title)])


def filled_with(text: str) -> Workshop:
    """The sample with `text` in place of all that anybody typed."""

    def filled(row: Noun) -> Noun:
        own = {"id", "rank", "code", "item", "zone", "language"}
        typed = [
            name
            for name, value in row.__dict__.items()
            if type(value) is str and name not in own and name[-3:] != "_id"
        ]
        return row.replace(**dict.fromkeys(typed, text))

    value = sample(TODAY)
    return Workshop({key: filled(row) for key, row in value.rows.items()}, value.series)


def environment(**more: str) -> dict[str, str]:
    """The environment for a process: this one's, without anything about languages or Python, and `more`."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return inherited | {"PYTHONPATH": str(ROOT)} | more


def process(*arguments: str | bytes, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own, where nobody answers; `more` goes into its environment."""
    command = [sys.executable, "-m", "workshop", *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, env=environment(**more), capture_output=True)
