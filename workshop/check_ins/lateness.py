"""How far a date is, in words; light, for what is shown before anything is loaded."""

from __future__ import annotations

from datetime import date


def overdue(on: date, today: date) -> int:
    """Return by how many days a date has passed; 0 while it has not."""
    return max((today - on).days, 0)


def in_words(on: date, today: date) -> str:
    """Return how far a date is: "today", "tomorrow", "in 12 days", "3 days overdue"."""
    days = (on - today).days
    if days < 0:
        return f"{-days} day{'' if days == -1 else 's'} overdue"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
