"""Which method this process works by: the shipped one, its set in another language, or a facilitator's own.

It is chosen once, at the start; `workshop.steps.load` reads it when somebody first needs a word of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

#: The files a method consists of; one that a folder lacks is taken from the next set.
FILES = ("steps.toml", "agendas.toml", "words.toml", "assessment.toml", "check-ins.toml", "votes.toml")

#: The language the shipped method is written in.
ENGLISH = "en"

#: The languages it is shipped in.
LANGUAGES = (ENGLISH, "de")

_chosen: tuple[Traversable, ...] = ()


class ContentError(ValueError):
    """A content file is wrong; `str()` is one sentence that names the file and the key.

    `file` is its name and `place` the key in it ("" where it is the file as a whole), as in `step[0].fields[2].limit`.
    """

    def __init__(self, file: str, place: str, sentence: str) -> None:
        super().__init__(": ".join(filter(None, (file, place, sentence))))
        self.file, self.place, self.sentence = file, place, sentence


def shipped(language: str) -> tuple[Traversable, ...]:
    """Return the folders of a language's set, before the one in English; none for English itself."""
    if language == ENGLISH:
        return ()
    from importlib.resources import files

    return (files("workshop.content") / language,)


def use(own: Path | None = None, language: str = ENGLISH) -> None:
    """Work by the files of the folder `own`, where it has any, and otherwise by what is shipped in `language`."""
    global _chosen
    mine = (own,) if own is not None and any((own / name).is_file() for name in FILES) else ()
    _chosen = (*mine, *shipped(language))


def chosen() -> tuple[Traversable, ...]:
    """Return the folders to look through, first one first, before the shipped method."""
    return _chosen
