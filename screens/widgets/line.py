"""The one line of text at the foot of a screen: a question, what is typed, and what was understood of it.

Keys are handled in the line's own queue, one after the other: whoever types ahead of the screen loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from screens.command import Commanding
from screens.paint import said, showable
from screens.widgets.prompt import Drafts, Prompt, PromptKey, Unkept
from screens.widgets.sentence import Sentence

#: What the keys that edit a text do.
_EDITS = {binding.key: binding.action for binding in Binding.make_bindings(Input.BINDINGS)}


class TextLine(Input):
    """An input all of whose keys wait their turn among the typed characters.

    An ordinary binding is looked up only after its key has bubbled through every widget: whoever types fast would see
    a backspace take away what was typed behind it.
    """

    def __init__(self, line: Line) -> None:
        super().__init__(compact=True, select_on_focus=False, id="line-input")
        self.line = line

    def watch_value(self, value: str) -> None:
        """Have what is typed kept before the next key: the news of a change comes behind keys that wait already."""
        self.line.keep(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text here; once the line is closed no key is, even before the focus has moved on."""
        return self.line.is_open and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        act = {
            "enter": self.line.enter,
            "escape": self.line.leave,
            "tab": self.line.complete,
            "ctrl+z": self.line.put_back,
        }.get(event.key)
        if not self.line.is_open:
            event.stop()
            event.prevent_default()
            await self._hand_back(events.Key(event.key, event.character))
        elif act is not None:
            event.stop()
            event.prevent_default()
            act()
        elif event.key in _EDITS:
            event.stop()
            event.prevent_default()
            await self.app.run_action(_EDITS[event.key], default_namespace=self)
        elif isinstance(self.screen, Commanding) and self.screen.run_while_typing(event.key):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:  # type: ignore[override]  # Textual awaits either kind
        event.stop()
        event.prevent_default()
        if self.line.is_open:
            self.line.paste(event.text)
        else:
            await self._hand_back(events.Paste(event.text))

    async def _hand_back(self, event: events.Event) -> None:
        """Let the app have what was typed ahead of a line that has closed in the meantime.

        At once, not through the app's queue: there it would come behind what was typed after it.
        """
        if self.screen.focused is self:
            self.screen.set_focus(None)  # or the app would give it back here, again and again
        await self.app.on_event(event)


class Line(Vertical):
    """Hidden until something is asked for. Every half-typed state is among its `drafts` at once."""

    DEFAULT_CSS = """
    Line { height: auto; display: none; background: $wall-bar; padding: 0 1; }
    Line.-open { display: block; }
    Line #line-ask { height: auto; max-height: 3; width: 1fr; color: $wall-ink; background: $wall-bar; }
    Line #line-input, Line #line-input:focus {
        height: 1; border: none; padding: 0; background: $wall-back; color: $wall-ink;
    }
    """

    class Typed(Message):
        """The text changed."""

        def __init__(self, key: PromptKey, text: str) -> None:
            super().__init__()
            self.key, self.text = key, text

    class Opened(Message):
        """Something is asked for."""

    class Closed(Message):
        """Nothing is asked for any more; `left` is the key of a line that was left by Escape."""

        def __init__(self, left: PromptKey | None = None) -> None:
            super().__init__()
            self.left = left

    def __init__(self, drafts: Drafts | None = None) -> None:
        super().__init__(id="line")
        self.drafts = drafts or Unkept()
        self.prompt: Prompt | None = None
        self.completion = ""
        self._waiting: tuple[str, ...] = ()
        self._refused: str | None = None
        self.input = TextLine(self)
        self.question = Sentence(id="line-ask")

    def compose(self) -> ComposeResult:
        yield self.question
        yield self.input

    @property
    def is_open(self) -> bool:
        return self.prompt is not None

    def open(self, prompt: Prompt, draft: str = "") -> None:
        """Ask, and take the focus at once; `draft` is what was typed of an answer earlier."""
        self.prompt, self._refused = None, None
        self._put(draft or prompt.draft or prompt.text)
        self.prompt = prompt
        self.drafts.begin(prompt.key)
        self.input.placeholder = prompt.placeholder
        self.add_class("-open")
        self.screen.set_focus(self.input)
        self._say()
        self.post_message(self.Opened())

    def close(self, left: PromptKey | None = None) -> None:
        """Ask nothing any more."""
        self.prompt, self._waiting = None, ()
        self.drafts.end()
        self.screen.set_focus(None)
        self.remove_class("-open")
        self._put("")
        self.post_message(self.Closed(left))

    def keep(self, text: str) -> None:
        """Keep what is typed of an answer; what the line itself puts there while nothing is asked is none."""
        if self.prompt is not None:
            self.drafts.keep(self.prompt.key, text)

    # -- keys ------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Take what was typed, or say why not."""
        self._take((self.input.value, *self._waiting))

    def leave(self) -> None:
        """Go back without taking it."""
        if self.prompt is not None:
            prompt = self.prompt
            self.drafts.leave(prompt.key, " ".join((self.input.value, *self._waiting)))
            self.close(prompt.key)
            prompt.left()
            if prompt.behind is not None:
                self.open(prompt.behind)

    def complete(self) -> None:
        """Fill in the best completion."""
        if self.completion:
            self._put(self.completion)
            self._typed()

    def put_back(self) -> None:
        """The text as it was on entering the line."""
        if self.prompt is not None:
            self._put(self.prompt.text)
            self._typed()

    def paste(self, text: str) -> None:
        """One line goes where the cursor is; several are several answers where the prompt takes many, or a table.

        Of several, the bullets and numbers of the list they were copied from are left behind.
        """
        from workshop.text import unlisted  # its tables cost the first paint time, and nobody pastes before it

        if self.prompt is not None and not self.input.value.strip() and self.prompt.table(text):
            return
        lines = tuple(showable(line) for line in text.splitlines() if line.strip())
        if self.prompt is not None and self.prompt.many and len(lines) > 1 and not self.input.value.strip():
            self._take(tuple(map(unlisted, lines)))
        elif lines:
            self.input.insert_text_at_cursor((self.prompt.joint if self.prompt else " ").join(lines))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        # Enter may have come before the news of what was typed: what it was refused for is still to be read.
        if self.prompt is not None and event.value == self.input.value != self._refused:
            self._refused = None
            self._typed()

    # -- inside ----------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        if self.prompt is not None:
            self._say()
            self.post_message(self.Typed(self.prompt.key, self.input.value))

    def _take(self, texts: Sequence[str]) -> None:
        """Take answers one after the other; one that is refused stays in the line, and those behind it wait."""
        prompt = self.prompt
        for at, text in enumerate(texts):
            if prompt is None:
                return
            try:
                value = prompt.read(text)[0]
            except ValueError as wrong:
                self._waiting = tuple(texts[at + 1 :])
                self.prompt = prompt
                if self.input.value != text:
                    self._put(text)
                more = f" ({len(self._waiting)} more wait)" if self._waiting else ""
                self.question.update(said(f"! {wrong}{more}", "bold $wall-alarm"))
                self._refused = self.input.value
                self.drafts.begin(prompt.key)
                self.drafts.keep(prompt.key, self.input.value)
                return
            self.drafts.forget(prompt.key)
            prompt = prompt.take(value)
            if len(texts) > 1 and prompt is not None:
                prompt = prompt.past or prompt
        self._waiting = ()
        if prompt is None:
            self.close()
        else:
            self.open(prompt)

    def _put(self, text: str) -> None:
        text = showable(text)
        with self.input.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)

    def _say(self) -> None:
        """Show the question, and behind it what is understood so far or how long the text has become."""
        prompt = self.prompt
        if prompt is None:
            return
        text = self.input.value
        completions = prompt.suggest(text) if text else ()
        self.completion = completions[0] if completions else ""
        count = prompt.count(text) if text else None
        note, style = "", "$wall-play"
        if count is not None:
            note = f"{count[0]} of {count[1]}"
            style = "bold $wall-alarm" if count[0] > count[1] else style
        if text:
            try:
                note = prompt.read(text)[1] or note
            except ValueError:
                if self.completion:
                    note = f"Tab: {self.completion}"
        self.question.update(Content.assemble(said(prompt.ask, "bold $wall-explore"), "  ", said(note, style)))
