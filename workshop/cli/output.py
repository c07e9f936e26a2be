"""What commands write: UTF-8, one line where a line is meant, and nothing that a terminal would take for an order."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

import click

#: A sentence longer than this has a whole document in it.
_LONGEST = 500


def speak_utf8() -> None:
    """Have both streams take any text, whatever the locale; half a character becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def line(text: str) -> str:
    """Return `text`, whoever wrote it, as one line without control characters."""
    from workshop.text import clean

    return clean(text)


def say(text: str, *, indent: int = 0) -> None:
    """Write one line to standard output."""
    click.echo(" " * indent + line(text))


def write(document: bytes) -> None:
    """Write a document to standard output, as it is."""
    click.echo(document, nl=False)


def say_fields(fields: Iterable[str]) -> None:
    """Write one line of fields that a tab separates, none of which holds a tab itself."""
    click.echo("\t".join(map(line, fields)))


def say_json(value: Any) -> None:
    """Write JSON in ASCII, so that no character of it can be mistaken, by a terminal or in any locale."""
    click.echo(json.dumps(value, indent=2))


def note(sentence: str) -> None:
    """Write one line beside the output, to standard error."""
    click.echo(line(sentence), err=True)


def complain(sentence: str) -> None:
    """Write the one line that says what is wrong. A standard error that is gone is no reason to fail."""
    text = line(sentence)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1]}…"
    with contextlib.suppress(OSError, ValueError):
        click.echo(f"workshop: {text}", err=True)


def end_line() -> None:
    """End the line on which a terminal has shown `^C`."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(err=True)


def is_terminal() -> bool:
    """True when somebody reads what is written."""
    return sys.stdout is not None and sys.stdout.isatty()


def on_a_terminal() -> bool:
    """True when the terminal is all the program's: nothing is read from a file or written to a pipe."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def ask(question: str, *, instead: str) -> str:
    """Return the answer; raises ClickException, which names the option to use instead, when nobody is there to ask."""
    _must_be_able_to_ask(instead)
    return str(click.prompt(line(question), default="", show_default=False, err=True))


def confirm(question: str, *, instead: str) -> bool:
    """Return whether the answer is yes; raises as `ask` does."""
    _must_be_able_to_ask(instead)
    return click.confirm(line(question), err=True)


def _must_be_able_to_ask(instead: str) -> None:
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.ClickException(f"There is nobody to ask here: answer by {instead}.")


def abandon() -> None:
    """Drop what could not be handed over, or the interpreter would complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            try:
                stream.flush()
            except OSError:
                os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
