"""How a screen asks for text: the line at its foot, prompts for fields, and taking up what was half typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from textual import on

from data.nouns.base import Noun
from data.value import Key, Workshop, noun_of
from screens.drafts import RoomDrafts
from screens.field_item import FieldItem
from screens.grounded import Grounded
from screens.widgets.line import Line
from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions.fields import set_field
from workshop.desk import GONE
from workshop.former import Renaming
from workshop.lists.reading import KINDS, NotAList, is_table, read
from workshop.naming import caption, known

#: The kind of question that asks for a field, whose item is what it is about.
FIELD = "field"

Then = Callable[[], Prompt | None]

#: Prompts by the kind of their keys, each made of what its key is about, if it is about anything.
Prompts = Mapping[str, Callable[..., Prompt | None]]


def nothing_more() -> None:
    """No further question."""
    return


class Asking(Grounded):
    """A screen with a line. `place` and the prompt's key say where a half-typed answer belongs."""

    place: str = ""

    def __init__(self) -> None:
        super().__init__()
        self.drafts = RoomDrafts(self)
        self.line = Line(self.drafts)

    @property
    def typing(self) -> bool:
        return self.line.is_open

    def prompts(self) -> Prompts:
        """What this screen can ask for again, after a restart say, besides what its commands ask for."""
        return {FIELD: self._field_again}

    def ask(self, prompt: Prompt | None) -> None:
        """Ask at the foot of the screen, beginning with what was half typed before."""
        if prompt is not None:
            self.line.open(prompt, self.drafts.of(prompt.key))

    def prompt_of(self, key: PromptKey) -> Prompt | None:
        """The prompt of a key, if this screen knows it, and what it asks about is still there."""
        known: Prompts = {}
        for command in self.ACTIONS:
            known = {**known, **command.prompts(self)}
        make = {**known, **self.prompts()}.get(key.kind)
        prompt = None if make is None else make(key.about) if key.about else make()
        return prompt if prompt is not None and prompt.key == key else None

    def resume_line(self) -> None:
        """Open the line again that was open when the room was last left."""
        key = self.drafts.open
        if key is not None:
            self.ask(self.prompt_of(key))

    def follow(self, renaming: Renaming) -> None:
        super().follow(renaming)
        self.place = renaming.place(self.place)

    def ids_changed(self, renaming: Renaming) -> None:
        """Follow the rows that are given other ids, also with what is being asked of them."""
        self.follow(renaming)
        if self.line.prompt is not None:
            self.line.prompt = self._begun_before(self.line.prompt, renaming)

    def _begun_before(self, prompt: Prompt, renaming: Renaming) -> Prompt:
        """A question about rows that have other ids since; the questions that follow on it are, too."""

        def read(text: str) -> tuple[Any, str]:
            with self.as_before(renaming):
                return prompt.read(text)

        def take(value: Any) -> Prompt | None:
            with self.as_before(renaming):
                self.repaint()  # what comes next on the board may be asked next
                following = prompt.take(value)
            self.repaint()
            return following and self._begun_before(following, renaming)

        def suggest(text: str) -> tuple[str, ...]:
            with self.as_before(renaming):
                return prompt.suggest(text)

        return replace(
            prompt,
            key=prompt.key._replace(about=renaming.place(prompt.key.about)),
            read=read,
            take=take,
            suggest=suggest,
            behind=prompt.behind and self._begun_before(prompt.behind, renaming),
            past=prompt.past and self._begun_before(prompt.past, renaming),
        )

    def add_prompt(
        self, what: str, question: str, field: tuple[str, str], add: Callable[[str], Prompt | None], to: str = ""
    ) -> Prompt:
        """Ask for the first words of a new row, again and again until there are none.

        `add` makes the row, and may return what to ask before the next one; `to` is the id of what it belongs to.
        """
        wording = self.content.field(*field)

        def read(text: str) -> tuple[str, str]:
            if not text.strip():
                return "", ""
            answer = answers.read(wording, text, self.workshop, self.host.today())
            return answer.value, answer.echo

        def take(value: str) -> Prompt | None:
            return (add(value) or self.add_prompt(what, question, field, add, to)) if value else None

        key, count = PromptKey.adding(what, to), partial(answers.count, wording)
        return Prompt(key, question, read, take, count=count, many=True, table=partial(self._take_table, what, to))

    def _take_table(self, what: str, to: str, text: str) -> bool:
        """Take in a pasted table whose head names columns, as one change, and say what was not understood of it."""
        kind = next((kind for kind, noun in KINDS.items() if noun.table == what), None)
        if kind is None or not is_table(kind, text):
            return False
        today = self.host.today()
        try:
            found = read(self.workshop, kind, text, today, of=to or None)
        except NotAList as wrong:
            self.host.tell(str(wrong))
            return True
        if found.added:
            self.change(lambda workshop: read(workshop, kind, text, today, of=to or None).workshop, found.label)
        self.host.tell(found.in_brief)
        return True

    def field_prompt(self, noun: type[Noun], id: str, name: str, then: Then = nothing_more) -> Prompt:
        """Ask for one field of one row; `then` gives what to ask next."""
        field = self.content.field(noun.table, name)
        row = self.workshop.row(noun, id)
        before = answers.typed(field, row, self.workshop)

        def read(text: str) -> tuple[Any, str]:
            row = self.workshop.get(noun, id)
            if row is None:  # another window took it away while this is being typed
                raise ValueError(f"{GONE} Esc leaves it.")
            answer = answers.read(field, text, self.workshop, self.host.today(), row)
            return answer.value, answer.echo

        def take(value: Any) -> Prompt | None:
            row, mine = self.workshop.get(noun, id), self.line.input.value
            theirs = before if row is None else answers.typed(field, row, self.workshop)
            if theirs not in (before, mine):
                ask = f"Another window wrote “{theirs}” meanwhile. Enter puts yours in its place."
                return replace(self.field_prompt(noun, id, name, then), ask=ask, draft=mine)
            return self.fill(noun, id, name, value, then)

        return Prompt(
            key=PromptKey(FIELD, str(FieldItem(noun.table, id, name))),
            ask=field.asked(known(row, self.workshop)),
            read=read,
            take=take,
            text=before or answers.proposed(field, self.workshop),
            count=partial(answers.count, field),
            suggest=lambda text: answers.suggestions(field, self.workshop, text),
            joint="; " if field.kind == "lines" else " ",
        )

    def fill(self, noun: type[Noun], id: str, name: str, value: Any, then: Then) -> Prompt | None:
        """Take the answer to a field down; returns what is asked next."""
        self.set_field(noun, id, name, value)
        return then()

    def fields_prompt(
        self, noun: type[Noun], id: str, *names: str, then: Then = nothing_more, left: Callable[[], None] = nothing_more
    ) -> Prompt | None:
        """Ask for several fields of one row, one after the other, while the row is there; `left` is done on Escape."""
        if not names or self.workshop.get(noun, id) is None:
            return then()
        further = partial(self.fields_prompt, noun, id, *names[1:], then=then, left=left)
        return replace(self.field_prompt(noun, id, names[0], further), left=left)

    def set_field(self, noun: type[Noun], id: str, name: str, value: Any) -> None:
        """Fill one field of one row, and say so in the log in words."""
        row = self.workshop.get(noun, id)
        if row is None:
            self.host.tell(GONE)
            return
        label = self.content.field(noun.table, name).label
        whose = caption(row)
        self.change(
            lambda workshop: self.changed_field(workshop, noun, id, name, value),
            f"{label} of “{whose}”" if whose else label,
        )

    def changed_field(self, workshop: Workshop, noun: type[Noun], id: str, name: str, value: Any) -> Workshop:
        """The workshop with one field of one row filled, and all that goes with it."""
        return set_field(workshop, noun.table, id, name, value)

    def _field_again(self, item: str) -> Prompt | None:
        field = FieldItem.read(item)
        if field is None or Key(field.table, field.id) not in self.workshop.rows:
            return None
        return self.field_prompt(noun_of(field.table), field.id, field.name)

    @on(Line.Opened)
    def _line_opened(self) -> None:
        self.show_line()

    @on(Line.Closed)
    def _line_closed(self) -> None:
        if not self.line.is_open:
            self.focus_board()
            self.show_line()
