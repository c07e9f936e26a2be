"""A person's own keys: which commands they are for, and where two commands would share one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Any

from textual.keys import Keys, key_to_character

import screens
from screens.command import Command, Commanding
from screens.key_names import parted, written

#: What no key of a command may be: the palette and the way out belong to the app.
_TAKEN = {"ctrl+p": "the palette", "ctrl+q": "quitting"}

_NAMES = frozenset(key.value for key in Keys)
_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})


def commands() -> dict[str, Command]:
    """Return every command of every screen by its id."""
    return {command.id: command for screen in _screens() for command in screen.ACTIONS}


def whole(own: Mapping[str, str]) -> dict[str, str]:
    """Return a keymap of every command, with a person's own keys in it.

    Every one, because a keymap takes a key away from all the commands that share it when it moves one of them.
    """
    return {id: ",".join(parted(own.get(id, "") or command.keys)) for id, command in commands().items() if command.keys}


def faults(own: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a person's own keys, a sentence each; none when all of them can be used."""
    known = commands()
    said = [sentence for id, keys in own.items() for sentence in _wrong(id, keys, known.get(id))]
    if said:
        return said
    clashes: dict[tuple[str, str, str], str] = {}
    for screen in _screens():
        for key, command, other in _clashes(screen, own):
            clashes.setdefault(
                (key, command.id, other.id),
                f"keys: “{written(key)}” is both {command.name} ({command.id}) and {other.name} ({other.id}): "
                "give one of them another key.",
            )
    return list(clashes.values())


def usable(own: Mapping[str, str]) -> dict[str, str]:
    """Return those of a person's own keys that can be used, clashing ones included."""
    known = commands()
    return {id: keys for id, keys in own.items() if not list(_wrong(id, keys, known.get(id)))}


def _wrong(id: str, keys: str, command: Command | None) -> Iterator[str]:
    if command is None or not command.keys:
        yield f"keys: there is no command “{id}” with a key; `workshop config keys` lists them all."
        return
    named = parted(keys)
    if not named:
        yield f"keys: “{id}” must name a key."
    for key in named:
        *modifiers, last = key.split("+")
        if not _MODIFIERS.issuperset(modifiers) or not (last in _NAMES or len(key_to_character(last) or "") == 1):
            yield f"keys: “{id}” has no such key as “{key}”: write it as n, f5, ctrl+n or question_mark."
        elif key in _TAKEN:
            yield f"keys: “{id}” cannot have {key}, which is for {_TAKEN[key]}."
        elif command.in_text and key_to_character(key) is not None:
            yield f"keys: “{id}” works while a line is typed, so “{key}” would be text: take a key such as f5."


def _clashes(screen: type[Commanding], own: Mapping[str, str]) -> Iterator[tuple[str, Command, Command]]:
    """Yield each of a person's own keys that another command has on a screen too, with both.

    Commands that share a key as they come take turns, so they may share another one.
    """
    keys = {each.id: set(parted(own.get(each.id, "") or each.keys)) for each in screen.ACTIONS}
    for command, other in permutations(screen.ACTIONS, 2):
        if command.id not in own or (other.id in own and other.id < command.id):
            continue  # told from the other's side
        if not set(parted(command.keys)) & set(parted(other.keys)):
            for key in sorted(keys[command.id] & keys[other.id]):
                yield key, command, other


def _screens() -> tuple[type[Commanding], ...]:
    """Return the classes of all screens, each imported."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    found: dict[type[Commanding], Any] = {}
    _collect(Commanding, found)
    return tuple(sorted(found, key=lambda screen: (screen.__module__, screen.__qualname__)))


def _collect(kind: type[Commanding], found: dict[type[Commanding], Any]) -> None:
    for each in kind.__subclasses__():
        found[each] = None
        _collect(each, found)
