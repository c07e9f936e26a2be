"""What a person chose in the configuration, as the app uses it, and what of it could not be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop import method, steps, whole_method
from workshop.config import ConfigError, Configuration
from workshop.preferences import Preferences, checked


@dataclass(frozen=True)
class Chosen:
    """`keymap` is for Textual, `keys` for what shows keys; `faults` are sentences for the person."""

    agenda: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    keymap: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def choose(configuration: Configuration | None) -> Chosen:
    """Check what was chosen, and load the method it is to work by; what cannot be used is as it comes.

    It takes its time: it is for another thread than the one that paints.
    """
    faults = []
    try:
        whole_method.load()
    except method.ContentError as error:
        faults.append(f"Your method is not used. {error}")
        method.use(language=configuration.language if configuration else method.ENGLISH)
        steps.load()
    preferences = Preferences()
    if configuration is not None and configuration.fault:
        faults.append(configuration.fault)
    elif configuration is not None:
        try:
            preferences = checked(configuration.document)
        except ConfigError as error:
            faults.append(str(error))
    if not preferences.keys:
        return Chosen(preferences.agenda, faults=tuple(faults))
    from screens import keymap
    from screens.key_names import parted

    own = {id: ",".join(parted(keys)) for id, keys in keymap.usable(preferences.keys).items()}
    return Chosen(preferences.agenda, own, keymap.whole(own), (*faults, *keymap.faults(preferences.keys)))
