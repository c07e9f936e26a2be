"""An item of a board that stands for one field of one row."""

from __future__ import annotations

from typing import NamedTuple


class FieldItem(NamedTuple):
    """Which field of which row an item of the board stands for."""

    table: str
    id: str
    name: str

    def __str__(self) -> str:
        return f"{self.table}/{self.id}/{self.name}"

    @classmethod
    def read(cls, item: str) -> FieldItem | None:
        """The field that an item stands for, None for another item."""
        parts = item.split("/")
        return cls(*parts) if len(parts) == 3 else None
