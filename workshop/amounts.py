"""Numbers that need not be whole, as people write them: read without guessing, and said back."""

from __future__ import annotations

import re
from decimal import Decimal

from data.nouns.base import shortest

#: Languages that write 1.200,5 for what the others write 1,200.5.
_COMMA = frozenset({"de"})

_SPACES = "  '’"
_SOUND = re.compile(r"[+-]?([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})(\.[0-9]{1,6})?")


def read(text: str, language: str = "en") -> Decimal | None:
    """Return the number that `text` is, or None: up to 12 figures and 6 behind the point; thousands may stand apart.

    A percent sign behind it says nothing. Which of point and comma parts the thousands is the language's custom.
    """
    plain = text.replace("−", "-").removesuffix("%").rstrip()
    if _with_comma(language):
        plain = plain.translate(str.maketrans(".,", ",."))
    for space in _SPACES:
        plain = plain.replace(space, ",")
    return Decimal(plain.replace(",", "")) if _SOUND.fullmatch(plain) else None


def say(value: Decimal, language: str = "en") -> str:
    """Return a number as it is written, its thousands apart: "4.5", "120,000"; `read` reads it back."""
    whole, _, part = shortest(abs(value)).partition(".")
    groups = f"{int(whole):,}"
    said = f"{'-' if value < 0 else ''}{groups}{f'.{part}' if part else ''}"
    return said.translate(str.maketrans(".,", ",.")) if _with_comma(language) else said


def _with_comma(language: str) -> bool:
    return language.partition("-")[0].lower() in _COMMA
