"""The person's configuration: where it is, what stands in it, and the one choice that is written back.

It is read without the weight of a model, so that it can decide how the first screen looks; `workshop.preferences`
checks it while that screen is up.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop import method

#: The environment's way to name the file.
VARIABLE = "WORKSHOP_CONFIG"

#: The themes, by the names people know them by.
THEMES = ("dark", "light", "contrast")

#: The sheets, as `workshop.paper` has them.
PAPERS = ("a4", "letter")


class ConfigError(ValueError):
    """The configuration is wrong; `str()` is one sentence that names the file, or the key in it."""


@dataclass(frozen=True)
class Configuration:
    """What stands in the file `path`; nothing where there is none, or where it cannot be read, and `fault` says why."""

    path: Path
    document: Mapping[str, Any] = field(default_factory=dict)
    fault: str = ""

    @property
    def theme(self) -> str:
        """The theme by name, "" where none of them is named."""
        named = self.document.get("theme")
        return named if named in THEMES else ""

    @property
    def language(self) -> str:
        """The language of the method, English where none is named that there is."""
        named = self.document.get("language")
        return named if named in method.LANGUAGES else method.ENGLISH

    @property
    def paper(self) -> str:
        """The paper that documents are made for, "" where none is named that there is."""
        named = self.document.get("paper")
        return named if named in PAPERS else ""

    @property
    def method(self) -> Path:
        """The folder in which a facilitator's own method lies, if there is one."""
        return self.path.parent / "method"


def path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the file: the one the environment names, else `config.toml` in the platform's folder."""
    if named := environ.get(VARIABLE):
        return Path(named).expanduser().absolute()
    from platformdirs import user_config_path

    return user_config_path("workshop", appauthor=False) / "config.toml"


def load(environ: Mapping[str, str] = os.environ) -> Configuration:
    """Return the configuration; never raises."""
    place = path(environ)
    try:
        return Configuration(place, read(place))
    except ConfigError as error:
        return Configuration(place, fault=str(error))


def read(path: Path) -> dict[str, Any]:
    """Return what stands in the file, {} when there is none; raises ConfigError."""
    return _document(path, _text(path))


def remember(path: Path, key: str, value: str) -> None:
    """Write one key of the first level into the file, everything else in it staying as it was typed.

    Raises ConfigError when the file cannot be read or written, and then it is untouched.
    """
    import tomllib

    import tomli_w

    from workshop.files import write_whole

    text = _text(path)
    wanted = _document(path, text) | {key: value}
    line = tomli_w.dumps({key: value})
    lines = text.splitlines(keepends=True)
    # Before the first table; behind a "[" the same key would be one of the table.
    ends = next((at for at, each in enumerate(lines) if each.lstrip().startswith("[")), len(lines))
    there = [at for at in range(ends) if lines[at].partition("=")[0].strip() == key]
    changed = "".join([*lines[: there[0]], line, *lines[there[0] + 1 :]] if there else [line, *lines])
    try:
        if tomllib.loads(changed) != wanted:
            changed = tomli_w.dumps(wanted)
    except tomllib.TOMLDecodeError:
        changed = tomli_w.dumps(wanted)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, changed.encode())
    except OSError as error:
        raise ConfigError(f"{path} was not written ({error.strerror or error}).") from None


def _document(path: Path, text: str) -> dict[str, Any]:
    if not text:
        return {}  # most people have no configuration: what reads one costs a part of the first paint
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}.") from None


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text (byte {error.start}).") from None
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}).") from None
