"""How a screen asks for text: prompts for fields, the line at the foot, and the half-typed answers the room keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from textual import on

from data.nouns.base import Noun
from data.nouns.planning import Priority
from data.value import Key, Workshop
from screens import one_name
from screens.grounded import Grounded
from screens.widgets.line import Line, Prompt
from workshop import answers
from workshop.actions import closing, owners
from workshop.actions.fields import set_field
from workshop.desk import GONE
from workshop.naming import caption, known

#: Under which name the room keeps, among its selections, which line was open.
OPEN_LINE = "line"

#: The key of the prompt that parks a thought.
PARK = "add/parked-thought"

#: The field that takes one name only.
OWNER = ("priority", "owner_id")

Then = Callable[[], Prompt | None]


def nothing_more() -> None:
    """No further question."""
    return


class Asking(Grounded):
    """A screen with a line. `place` and the prompt's key say where a half-typed answer belongs."""

    place: str = ""

    def __init__(self) -> None:
        super().__init__()
        self.line = Line()

    @property
    def typing(self) -> bool:
        return self.line.is_open

    def ask(self, prompt: Prompt | None) -> None:
        """Ask at the foot of the screen, beginning with what was half typed before."""
        if prompt is not None:
            self.line.open(prompt, self.desk.room.drafts.get(self._draft(prompt.key), ""))

    def park(self) -> None:
        """Set a thought aside; whatever was being typed goes on afterwards."""
        prompt = self.line.prompt
        if prompt is None or prompt.key != PARK:
            self.ask(self._park_prompt(prompt and replace(prompt, draft=self.line.input.value)))

    def _park_prompt(self, behind: Prompt | None) -> Prompt:
        wording = self.content.field("parked", "text")

        def read(text: str) -> tuple[str, str]:
            answer = answers.read(wording, text, self.workshop, self.host.today())
            return answer.value, answer.echo

        def take(value: str) -> Prompt | None:
            self.change(lambda workshop: closing.park(workshop, value), f"park “{value}”")
            self.host.tell("Parked. It is dealt with at the close.")
            return behind

        return Prompt(PARK, "To park:", read, take, behind=behind)

    def merge_into(
        self, row: Noun, others: Sequence[Noun], merge: Callable[[Workshop, str, str], Workshop]
    ) -> Prompt | None:
        """Ask which of `others` the row is to be joined into."""
        captions = {caption(other): other.id for other in others if other.id != row.id}

        def read(text: str) -> tuple[str, str]:
            found = [name for name in captions if text.strip().casefold() in name.casefold()]
            exact = [name for name in found if name.casefold() == text.strip().casefold()]
            match exact or found:
                case [only]:
                    return captions[only], f"into “{only}”"
                case []:
                    raise ValueError("Nothing on the board is called that. Type a few letters of its name.")
                case _:
                    raise ValueError("Several are called that. Type a few more letters.")

        def take(into: str) -> Prompt | None:
            self.change(lambda workshop: merge(workshop, row.id, into), f"merge “{caption(row)}”")
            self.select(into)
            return None

        def suggest(text: str) -> tuple[str, ...]:
            return tuple(name for name in captions if text.strip().casefold() in name.casefold())

        return Prompt(f"merge/{row.id}", f"Merge “{caption(row)}” into which?", read, take, suggest=suggest)

    def add_prompt(
        self, key: str, question: str, field: tuple[str, str], add: Callable[[str], Prompt | None]
    ) -> Prompt:
        """Ask for the first words of a new row, again and again until there are none.

        `add` makes the row, and may return what to ask before the next one.
        """
        wording = self.content.field(*field)

        def read(text: str) -> tuple[str, str]:
            if not text.strip():
                return "", ""
            answer = answers.read(wording, text, self.workshop, self.host.today())
            return answer.value, answer.echo

        def take(value: str) -> Prompt | None:
            return (add(value) or self.add_prompt(key, question, field, add)) if value else None

        return Prompt(f"add/{key}", question, read, take, count=partial(answers.count, wording), many=True)

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
            if (noun.table, name) == OWNER and (names := one_name.names_in(value, self.workshop)):
                return self.which_prompt(id, value, names, then)
            self.set_field(noun, id, name, value)
            return then()

        return Prompt(
            key=f"{noun.table}/{id}/{name}",
            ask=field.asked(known(row, self.workshop)),
            read=read,
            take=take,
            text=before,
            count=partial(answers.count, field),
            suggest=lambda text: answers.suggestions(field, self.workshop, text),
            joint="; " if field.kind == "lines" else " ",
        )

    def which_prompt(self, id: str, typed: str, names: Sequence[str], then: Then = nothing_more) -> Prompt:
        """Ask which of several names answers for a priority; the others help."""
        field = self.content.field(*OWNER)
        known = [answers.read(field, name, self.workshop, self.host.today()).value for name in names]
        title = caption(self.workshop.row(Priority, id))

        def take(names: Sequence[str]) -> Prompt | None:
            self.change(lambda workshop: owners.name_and_help(workshop, id, names), f"{field.label} of “{title}”")
            return then()

        again = replace(self.field_prompt(Priority, id, field.name, then), draft=typed)
        return one_name.which_prompt(id, typed, known, take, again)

    def fields_prompt(self, noun: type[Noun], id: str, *names: str, then: Then = nothing_more) -> Prompt | None:
        """Ask for several fields of one row, one after the other, while the row is there."""
        if not names or self.workshop.get(noun, id) is None:
            return then()
        return self.field_prompt(noun, id, names[0], lambda: self.fields_prompt(noun, id, *names[1:], then=then))

    def set_field(self, noun: type[Noun], id: str, name: str, value: Any) -> None:
        """Fill one field of one row, and say so in the log in words."""
        row = self.workshop.get(noun, id)
        if row is None:
            self.host.tell(GONE)
            return
        label = self.content.field(noun.table, name).label
        whose = caption(row)
        self.change(
            lambda workshop: set_field(workshop, noun.table, id, name, value),
            f"{label} of “{whose}”" if whose else label,
        )

    def resume(self, key: str) -> Prompt | None:
        """The prompt whose half-typed answer is kept under `key`, if what it asks about is still there."""
        if key == PARK:
            return self._park_prompt(None)
        table, _, rest = key.partition("/")
        id, _, name = rest.partition("/")
        if table == one_name.WHICH:
            names = one_name.names_in(name, self.workshop)
            return self.which_prompt(id, name, names) if names and self.workshop.get(Priority, id) else None
        row = self.workshop.rows.get(Key(table, id))
        return None if row is None else self.field_prompt(type(row), id, name)

    def resume_line(self) -> None:
        """Open the line again that was open when the room was last left."""
        place, _, key = self.desk.room.selection.get(OPEN_LINE, "").partition("|")
        if place == self.place and key:
            self.ask(self.resume(key))

    # -- what the room keeps -----------------------------------------------------------------------------------

    def _draft(self, key: str) -> str:
        return f"{self.place}|{key}"

    @on(Line.Opened)
    def _line_opened(self) -> None:
        if self.line.prompt is not None:
            self._keep_open_line(self._draft(self.line.prompt.key))
        self.repaint()

    @on(Line.Typed)
    def _line_typed(self, event: Line.Typed) -> None:
        self.desk.note(lambda room: room.replace(drafts={**room.drafts, self._draft(event.key): event.text}))

    @on(Line.Taken)
    def _line_taken(self, event: Line.Taken) -> None:
        self._forget(event.key)

    @on(Line.Closed)
    def _line_closed(self, event: Line.Closed) -> None:
        if self.line.is_open:
            return
        if event.left is not None:
            key, text = event.left
            if not key.startswith("add/") or not text.strip():
                self._forget(key)
        self._keep_open_line("")
        self.focus_board()
        self.repaint()

    def _keep_open_line(self, line: str) -> None:
        self.desk.note(lambda room: room.replace(selection={**room.selection, OPEN_LINE: line}))

    def _forget(self, key: str) -> None:
        gone = self._draft(key)
        self.desk.note(lambda room: room.replace(drafts={k: text for k, text in room.drafts.items() if k != gone}))
