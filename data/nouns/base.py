"""What every noun shares: the column types, and the frozen row that leaves this floor."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Self

from sqlalchemy import JSON, DateTime, Dialect, Enum, String, TypeDecorator
from sqlmodel import Field, SQLModel

#: The safety bound on any one text, in code points. Limits people are meant to see are checks of the floor above.
TEXT_BOUND = 1000


class Noun(SQLModel):
    """One frozen row of a workshop's value.

    `id` is unique within its workshop and never reused: a letter and a number (`A3`), or for a link the two
    ids it joins (`P1-A3`). `table` names the table, `letter` the series its numbers come from ("" for none). A noun
    with the field `internal` can be marked as the team's own: documents for others leave such a row out.
    """

    model_config = {"frozen": True, "extra": "forbid"}

    table: ClassVar[str] = ""
    letter: ClassVar[str] = ""

    id: str = Field(primary_key=True, max_length=200)

    @property
    def number(self) -> int:
        """The number in `id`: 3 for `A3`; 0 for a noun without a series."""
        return int(self.id.removeprefix(self.letter)) if self.letter else 0

    def replace(self, **changes: Any) -> Self:
        """Return a copy with `changes`, validated; raises pydantic's ValidationError on a value of the wrong kind."""
        return type(self).model_validate({**self.__dict__, **changes})


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number, kept as the shortest text that says it: SQLite has no exact numbers but whole ones.

    One value has one text, which lets a guard compare it.
    """

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else shortest(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class JSONTuple(TypeDecorator[tuple[Any, ...]]):
    """A short tuple of texts or numbers, kept as a JSON array."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> list[Any] | None:
        return None if value is None else list(value)

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Any, ...] | None:
        return None if value is None else tuple(value)


def shortest(value: Decimal) -> str:
    """Return a number in figures, without an exponent and without zeros that say nothing: "4.5", "120000"."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").removesuffix(".")
    return "0" if text == "-0" else text


def words(default: str = "") -> Any:
    """A field for what people type, at most `TEXT_BOUND` code points."""
    return Field(default=default, max_length=TEXT_BOUND, sa_type=String(TEXT_BOUND))


def choice(default: StrEnum) -> Any:
    """A field for one of a closed set of words, checked by the database as well."""
    values: Callable[[type[StrEnum]], list[str]] = lambda kind: [member.value for member in kind]  # noqa: E731
    kind = type(default)
    return Field(
        default=default,
        sa_type=Enum(
            kind,
            values_callable=values,
            native_enum=False,
            create_constraint=True,
            length=20,
            name=kind.__name__.lower(),
        ),
    )


def amount() -> Any:
    """A field for a number that need not be whole, kept exactly: up to 18 figures, 6 of them behind the point."""
    return Field(default=None, max_digits=18, decimal_places=6, sa_type=Exact)


def several() -> Any:
    """A field for a short tuple."""
    return Field(default=(), sa_type=JSONTuple)


def refers(table: str, *, optional: bool = True) -> Any:
    """A field that holds the id of a row of `table` in the same workshop.

    A row with a required reference goes when the row it refers to goes; an optional one becomes None.
    """
    info = {"info": {"refers": table}}
    if optional:
        return Field(default=None, max_length=200, sa_column_kwargs=info)
    return Field(max_length=200, sa_column_kwargs=info)
