"""The document as models, made from the nouns, which check what is read and describe themselves as a JSON schema."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import core_schema

from data.formats import FORMAT
from data.nouns.base import TEXT_BOUND, Noun
from data.tables import NOUNS
from workshop.interchange.layout import ALONE, PARTS, Part, columns, target, written_name

#: What the document calls itself, and the version of it that is written: that of all else that is kept.
NAME = "workshop"
VERSION = FORMAT

#: The largest number any of the databases takes.
_LARGEST = 2**31 - 1


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _without_zone(value: time) -> time:
    if value.tzinfo is not None:
        raise ValueError("takes a time without a zone, like 13:00:00")
    return value


_Text = Annotated[str, StringConstraints(max_length=TEXT_BOUND)]
_Whole = Annotated[int, Field(ge=-_LARGEST, le=_LARGEST)]
_Time = Annotated[time, AfterValidator(_without_zone)]
_Amount = Annotated[Decimal, Field(max_digits=18, decimal_places=6)]
_IN_JSON: dict[Any, Any] = {str: _Text, int: _Whole, time: _Time, Decimal: _Amount}


def _in_json(kind: Any) -> Any:
    """The type of a column, with the bounds that hold for all of them."""
    arguments = tuple(map(_in_json, get_args(kind)))
    if get_origin(kind) in (Union, UnionType):
        return Union[arguments]  # noqa: UP007 (made from a tuple)
    return get_origin(kind)[arguments] if arguments else _IN_JSON.get(kind, kind)


def _id(noun: type[Noun]) -> Any:
    """An id of the noun: its letter and a number; where it has none, whatever names its row."""
    if noun.letter:
        return Annotated[str, StringConstraints(pattern=f"^{noun.letter}[1-9][0-9]{{0,8}}$")]
    return Annotated[str, StringConstraints(min_length=1, max_length=200)]


def _row(noun: type[Noun], part: Part | None = None) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    for name in columns(noun, part.inside if part else ""):
        field, other = noun.model_fields[name], target(noun.table, name)
        optional = type(None) in get_args(field.annotation)
        kind = _id(other) if other else _id(noun) if name == "id" else _in_json(field.annotation)
        kind = kind | None if other and optional else kind
        fields[written_name(noun.table, name)] = (kind, ... if field.is_required() else field.get_default())
    if part:
        for within in part.parts:
            fields[within.name] = _listed(_row(within.noun, within))
        for link in part.links:
            joined = target(link.noun.table, link.to)
            fields[link.name] = _listed(_id(joined)) if joined else None
    return create_model(noun.__name__, __base__=_Model, __doc__=noun.__doc__, **fields)


def _listed(kind: Any) -> Any:
    return (list[kind], Field(default_factory=list))


def _model(name: str, saying: str, base: type[BaseModel] = _Model, **fields: Any) -> type[BaseModel]:
    return create_model(name, __base__=base, __doc__=saying, **fields)


_brief: dict[str, Any] = {noun.table: (_row(noun), ...) for noun in ALONE}
_lists: dict[str, Any] = {part.name: _listed(_row(part.noun, part)) for part in PARTS}

_Decided = _model("Decided", "What was decided, at one moment.", **_brief, **_lists)
_Version = _model(
    "Version",
    "The plan as it was once adopted; numbers go up from version to version.",
    number=(Annotated[int, Field(ge=1, le=_LARGEST)], ...),
    date=(date, ...),
    plan=(_Decided, ...),
)
_last: Any = (Annotated[int, Field(ge=0, le=999_999_999)], 0)
_Series = _model(
    "Series",
    "The highest number ever given with each letter, so that no id is given twice.",
    **{noun.letter: _last for noun in NOUNS if noun.letter},
)

#: The whole document.
Document = _model(
    "Workshop",
    "A workshop: what was decided, the versions of its plan, and the numbers its ids have come to.",
    _Decided,
    format=(Literal[NAME], ...),
    version=(Literal[VERSION], ...),
    step=(Annotated[str, StringConstraints(max_length=80)], "open"),
    series=(_Series, Field(default_factory=_Series)),
    versions=_listed(_Version),
)


class _Schema(GenerateJsonSchema):
    """Without a title for each field, which would only say its name again."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        head = {"$schema": self.schema_dialect, "$id": f"urn:{NAME}:document:{VERSION}"}
        return head | super().generate(schema, mode)


@cache
def schema() -> dict[str, Any]:
    """Return the JSON schema of the document."""
    return Document.model_json_schema(schema_generator=_Schema)
