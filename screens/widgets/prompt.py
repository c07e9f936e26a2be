"""A question at the foot of a screen: what is asked, how an answer is read, and where a half-typed one is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol


class PromptKey(NamedTuple):
    """Names a question, so that a half-typed answer finds it again.

    `kind` says what is asked, and is what a screen knows its questions by; `about` says of what ("" where that is
    plain): a row's id, a field, a name. An answer that is not `kept` is forgotten with the line it was typed in.
    """

    kind: str
    about: str = ""
    kept: bool = True

    def __str__(self) -> str:
        return f"{self.kind}:{self.about}" if self.about else self.kind

    @classmethod
    def read(cls, text: str) -> PromptKey:
        """The key that `str` has made a text of."""
        kind, _, about = text.partition(":")
        return cls(kind, about)

    @classmethod
    def adding(cls, what: str, to: str = "") -> PromptKey:
        """The key of a question for something new, `to` being the id of what it belongs to."""
        return cls(f"add/{what}", to)

    @property
    def adds(self) -> bool:
        """Whether something new is asked for."""
        return self.kind.startswith("add/")


@dataclass(frozen=True)
class Prompt:
    """What is asked for.

    `key` is where a half-typed answer is kept; `read` turns text into (value, echo) or raises ValueError with a
    sentence; `take` does something with the value and returns the next prompt, or None when that was all; `count`
    gives (length, limit) once it matters; `suggest` completions, best first; `many` says that several pasted lines
    are several answers, else `joint` makes them one; `table` takes a pasted text in as a whole where it is a table, and
    says whether it was; `draft` is a half-typed answer to begin with. When the prompt is
    left by Escape, `left` is done and `behind` asked again. `past` stands in for this one, a question about the answer
    before, while several answers are taken at once.
    """

    key: PromptKey
    ask: str
    read: Callable[[str], tuple[Any, str]]
    take: Callable[[Any], Prompt | None]
    text: str = ""
    count: Callable[[str], tuple[int, int] | None] = lambda text: None
    suggest: Callable[[str], tuple[str, ...]] = lambda text: ()
    many: bool = False
    joint: str = " "
    table: Callable[[str], bool] = lambda text: False
    placeholder: str = ""
    draft: str = ""
    behind: Prompt | None = None
    left: Callable[[], None] = lambda: None
    past: Prompt | None = None


class Drafts(Protocol):
    """Keeps half-typed answers. It is told at once of each change: a message could come behind the next question."""

    def begin(self, key: PromptKey) -> None:
        """This is what the line asks for now."""

    def keep(self, key: PromptKey, text: str) -> None:
        """So much of an answer is typed."""

    def forget(self, key: PromptKey) -> None:
        """An answer was taken, and nothing of it is half typed any more."""

    def leave(self, key: PromptKey, text: str) -> None:
        """An answer was not given; `text` was typed of it."""

    def end(self) -> None:
        """The line asks for nothing any more."""


class Unkept:
    """Drafts that nobody keeps."""

    def begin(self, key: PromptKey) -> None:
        return

    def keep(self, key: PromptKey, text: str) -> None:
        return

    def forget(self, key: PromptKey) -> None:
        return

    def leave(self, key: PromptKey, text: str) -> None:
        return

    def end(self) -> None:
        return
