"""What a person can choose in the configuration, and one sentence for what cannot be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from workshop.config import ConfigError
from workshop.wording import AgendaKey


class Preferences(BaseModel):
    """The keys of `config.toml`. `keys` maps the ids of commands to keys, as in {"item.add": "n"}."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    theme: Literal["dark", "light", "contrast"] = "dark"
    agenda: AgendaKey = "half-day"
    language: Literal["en", "de"] = "en"
    paper: Literal["a4", "letter"] | None = None
    keys: dict[str, Annotated[str, StringConstraints(min_length=1)]] = {}


_SENTENCES = {
    "extra_forbidden": "is not a known key: there are " + ", ".join(Preferences.model_fields),
    "literal_error": "must be {expected}",
    "string_type": "must be text",
    "dict_type": "must be a table",
    "string_too_short": "must name a key",
}


def checked(document: Mapping[str, Any]) -> Preferences:
    """Return the preferences that a document states; raises ConfigError, which names the first wrong key."""
    try:
        return Preferences.model_validate(dict(document))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " ".join(f"“{part}”" for part in first["loc"])
        sentence = _SENTENCES.get(first["type"], first["msg"]).format_map(first.get("ctx", {}))
        raise ConfigError(f"config.toml: {place} {sentence}.") from None
