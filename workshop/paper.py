"""The sheets that documents are made for: A4, or Letter in the countries that print on it."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from enum import StrEnum


class Paper(StrEnum):
    """A sheet, by the name that documents know it by."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (612.0, 792.0) if self is Paper.LETTER else (595.3, 841.9)

    @property
    def label(self) -> str:
        """What people call it."""
        return self.value.capitalize()


#: Where people print on Letter, as the Unicode Common Locale Data Repository lists it.
_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])

#: What Windows may call the largest of them.
_NAMES = {"United States": "US", "Canada": "CA", "Mexico": "MX", "Philippines": "PH", "Colombia": "CO", "Chile": "CL"}

#: What says in which country somebody prints, the first one that is set.
_VARIABLES = ("LC_ALL", "LC_PAPER", "LANG")


def usual(environ: Mapping[str, str] = os.environ) -> Paper:
    """Return the paper of the country that the environment names, else that of the system's own language setting."""
    named = next(filter(None, map(environ.get, _VARIABLES)), "") or locale.getlocale()[0] or ""
    country = named.partition(".")[0].partition("@")[0].rpartition("_")[2]
    return Paper.LETTER if _NAMES.get(country, country) in _LETTER else Paper.A4
