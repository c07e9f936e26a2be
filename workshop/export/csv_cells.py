"""Cells of a CSV file: written by the standard, and guarded against being taken for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

#: What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection"), also in its wide forms.
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula: behind an apostrophe, where it looks like one."""
    return f"'{text}" if _FORMULA.match(text) else text


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV (RFC 4180), in UTF-8."""
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(rows)
    return lines.getvalue().encode()
