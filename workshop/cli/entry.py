"""One run of the command line: whatever goes wrong becomes one sentence and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from data.errors import Ambiguous, NotFound, StorageError, Unstorable, WrongLocation
from workshop.cli import output
from workshop.cli.root import root
from workshop.cli.status import Status
from workshop.method import ContentError

#: What the person can put right by asking otherwise; every other fault of the store lies with what is stored.
_ASKED_WRONGLY = (Ambiguous, NotFound, Unstorable, WrongLocation)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line with `arguments` (default: those of the process) and return the exit status (`Status`)."""
    output.speak_utf8()
    run = _Run()
    try:
        status = run.go(list(sys.argv[1:] if arguments is None else arguments))
    except SystemExit:
        raise
    except BaseException as fault:
        status = run.told(fault)
        output.abandon()
    return status


class _Run:
    """Knows which command it came to, for the report of a fault."""

    def __init__(self) -> None:
        self._context: click.Context | None = None

    def go(self, arguments: list[str]) -> int:
        """Do what was asked and return the status; raises whatever goes wrong."""
        try:
            with root.make_context("workshop", arguments) as self._context:
                root.invoke(self._context)
        except click.exceptions.Exit as leaving:
            return leaving.exit_code
        return Status.DONE

    def told(self, fault: BaseException) -> Status:
        """Say what went wrong, and return the status to end with."""
        match fault:
            case KeyboardInterrupt() | click.Abort():
                output.end_line()
                return Status.INTERRUPTED
            case BrokenPipeError():
                return Status.READER_GONE
            case click.ClickException():
                output.complain(_of_click(fault))
                return Status.WRONG_USE
            case StorageError():
                output.complain(str(fault))
                return Status.WRONG_USE if isinstance(fault, _ASKED_WRONGLY) else Status.STORAGE
            case ContentError():
                output.complain(f"{fault}: `workshop content check` says where.")
                return Status.WRONG_USE
            case OSError():
                from data.faults import of_system

                output.complain(str(of_system(fault)))
                return Status.STORAGE
        self._report(fault)
        return Status.FAULT

    def _report(self, fault: BaseException) -> None:
        from workshop import crash, now

        command = self._context.invoked_subcommand if self._context is not None else None
        path = crash.write_report(fault, doing=f"workshop {command or ''}".strip(), now=now.now())
        report = f"a report, without anything that was typed, is in {path}" if path else "no report could be written"
        output.complain(f"This should not have happened ({type(fault).__name__} in {crash.place_of(fault)}); {report}.")


def _of_click(fault: click.ClickException) -> str:
    message = fault.format_message()
    if not isinstance(fault, click.UsageError):
        return message
    return f"{message} Try '{fault.ctx.command_path if fault.ctx else 'workshop'} --help'."
