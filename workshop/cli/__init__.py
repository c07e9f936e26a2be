"""The command line: `main` runs it and returns the exit status."""

from workshop.cli.entry import main

__all__ = ["main"]
