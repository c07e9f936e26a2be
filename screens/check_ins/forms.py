"""What is asked at a check-in: forms of a few lines, each answer kept as soon as it is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from data.nouns.check_in import Win
from data.nouns.planning import Milestone
from data.nouns.room import Action
from screens.asking import Prompts
from screens.check_ins.blank import TEXT, Blank, party, words
from screens.check_ins.sitting_blanks import SittingBlanks
from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions import checking_in
from workshop.desk import GONE
from workshop.text import clean, length, shorten

#: The kinds of forms.
KINDS = (
    *("report", "follow", "win", "agree", "correct", "again"),
    *("measure", "revisit", "watch", "judge", "sitting"),
)

#: Behind the lines of a form that goes with something new: another new one.
_AGAIN = "another"


class Forms(SittingBlanks):
    """A screen that asks for what is said at a check-in. A form is asked for by its kind, its row and its lines."""

    def form(self, kind: str, item: str, *names: str) -> Prompt | None:
        """Ask for lines of a form, one after the other; None when there are none, or what they are about is gone."""
        if names[:1] == (_AGAIN,):
            return self.win_prompt() if kind == "win" else self.who_prompt()
        blank = self._blank(kind, item, names[0]) if names else None
        if blank is None:
            return None

        def read(text: str) -> tuple[Any, str]:
            if self._blank(kind, item, names[0]) is None:
                raise ValueError(f"{GONE} Esc leaves it.")
            return blank.read(text)

        def take(value: Any) -> Prompt | None:
            blank.keep(value)
            return self.form(kind, item, *names[1:])

        def count(text: str) -> tuple[int, int] | None:
            found = length(clean(text))
            return (found, blank.limit) if blank.limit and found >= 0.9 * blank.limit else None

        key = PromptKey(kind, f"{item}:{','.join(names)}")
        return Prompt(key, blank.ask, read, take, blank.text, count, blank.suggest)

    def _blank(self, kind: str, item: str, name: str) -> Blank | None:
        """One line of a form; None while no check-in is under way, or when what it is about is gone."""
        try:
            return None if self.sitting is None else self.blank_of(self.sitting, kind, item, name)
        except KeyError:  # another window has taken it away
            return None

    def prompts(self) -> Prompts:
        forms: dict[str, Callable[..., Prompt | None]] = {kind: partial(self._again, kind) for kind in KINDS}
        adding: Prompts = {
            "add/win": self.win_prompt,
            "add/action": self.who_prompt,
            "add/action-of": self.does_prompt,
        }
        return {**super().prompts(), **forms, **adding}

    def _again(self, kind: str, about: str) -> Prompt | None:
        item, _, names = about.partition(":")
        return self.form(kind, item, *names.split(","))

    # -- what is added -------------------------------------------------------------------------------------------

    def win_prompt(self) -> Prompt:
        """Ask for what went well, then whom it is thanks to and how it is marked, until there is nothing more."""

        def take(text: str) -> Prompt | None:
            sitting = self.sitting
            if not text or sitting is None:
                return None
            row = self.added(Win, partial(checking_in.win, id=sitting.id, text=text), f"a win: “{text}”")
            return None if row is None else self.form("win", row.id, "who", "mark", _AGAIN)

        return Prompt(PromptKey.adding("win"), "What went well?", words(TEXT), take)

    def praise(self, milestone_id: str) -> None:
        """Make a win of a result that is done, and ask whom it is thanks to."""
        sitting, done = self.sitting, self.workshop.get(Milestone, milestone_id)
        if sitting is not None and done is not None:
            win = partial(
                checking_in.win, id=sitting.id, text=done.title, mark=done.celebrate, milestone_id=milestone_id
            )
            row = self.added(Win, win, f"a win: “{done.title}”")
            self.ask(None if row is None else self.form("win", row.id, "text", "who", "mark"))

    def who_prompt(self) -> Prompt:
        """Ask who does something; then what, and by when, and again, until nobody is named."""
        read, suggest = party(self.workshop, self.today)
        return Prompt(
            PromptKey.adding("action"),
            "Who does something until we meet again?",
            read,
            lambda who: self.does_prompt(who) if who else None,
            answers.proposed(self.content.field("action", "who_id"), self.workshop),
            suggest=suggest,
        )

    def does_prompt(self, who: str) -> Prompt:
        """Ask what somebody does, then by when."""

        def take(text: str) -> Prompt | None:
            sitting = self.sitting
            if not text or sitting is None:
                return None
            row = self.added(Action, partial(checking_in.agree, id=sitting.id, who=who, text=text), f"{who}: “{text}”")
            return None if row is None else self.form("agree", row.id, "by", _AGAIN)

        ask = f"{shorten(who, 24)}: what do you do?"
        return Prompt(PromptKey("add/action-of", who), ask, words(TEXT), take)
