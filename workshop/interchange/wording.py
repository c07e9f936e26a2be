"""What is wrong with a document, in words: one sentence that begins with the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from workshop.interchange.syntax import at, quoted

_PLAIN = {
    "missing": "it is missing",
    "extra_forbidden": "there is nothing of that name in a workshop",
    "string_type": "it takes a text",
    "bool_type": "it takes true or false",
    "int_type": "it takes a whole number",
    "int_from_float": "it takes a whole number",
    "list_type": "it takes a list",
    "tuple_type": "it takes a list",
    "model_type": "it takes an object in braces",
    "date_type": "it takes a date like 2026-11-04",
    "time_type": "it takes a time like 13:00:00",
    "decimal_type": 'it takes a number like "4.5"',
    "decimal_parsing": 'it takes a number like "4.5"',
}
_BEGINNING = {"date": _PLAIN["date_type"], "time": _PLAIN["time_type"], "decimal": _PLAIN["decimal_type"]}


def sentence(error: ErrorDetails) -> str:
    """Return the sentence for a fault that the model found."""
    place = ""
    for part in error["loc"]:
        place = f"{place}[{part}]" if isinstance(part, int) else at(place, part)
    if isinstance(error["input"], list) and error["type"] == "string_type":
        return f"{place}: it takes one, not several."
    return f"{place or 'the document'}: {_fault(error['type'], error.get('ctx', {}), error['msg'])}."


def _fault(kind: str, told: Mapping[str, Any], message: str) -> str:
    match kind:
        case "string_too_long":
            return f"it takes at most {told['max_length']} characters"
        case "string_too_short":
            return "it is empty"
        case "string_pattern_mismatch":
            return f"it takes an id like {told['pattern'].lstrip('^')[:1]}3"
        case "enum" | "literal_error":
            return f"it takes {told['expected']}"
        case "greater_than_equal":
            return f"it takes no less than {told['ge']}"
        case "less_than_equal":
            return f"it takes no more than {told['le']}"
        case "decimal_max_digits" | "decimal_max_places" | "decimal_whole_digits":
            return "it takes at most 12 figures before the point and 6 behind it"
        case "value_error":
            return f"it {message.removeprefix('Value error, ')}"
    known = _PLAIN.get(kind) or _BEGINNING.get(kind.partition("_")[0])
    return known or quoted(message).rstrip(".")
