"""What people typed as whole sentences, or as parts of one."""

from __future__ import annotations

Sentences = tuple[str, ...]


def after(lead: str, text: str) -> str:
    """Return a sentence that begins with `lead`, or "" where there is nothing to say."""
    return stopped(f"{lead}{text}") if text else ""


def stopped(text: str) -> str:
    """Return the text with something at its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def inner(text: str) -> str:
    """Return what somebody typed as a sentence, to stand within another one: without its own full stop.

    A capital goes only where the word behind it is plainly no name or abbreviation: "A", "The", "Our".
    """
    text = text.rstrip(" .")
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in ("A", "An", "The", "Our", "We") else text
