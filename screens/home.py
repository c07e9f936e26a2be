"""Home: the list of workshops, and the way to a new one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.command import Command, Commanding, bindings
from screens.commands.home import AT_HOME
from screens.home_prompts import Door, organization_to_assess
from screens.paint import ends, said
from screens.widgets.keybar import LINE_KEYS, KeyBar, hints_of
from screens.widgets.line import Line
from screens.widgets.prompt import Prompt, PromptKey
from workshop.check_ins import lateness

if TYPE_CHECKING:
    from workshop.shelf import Listing

#: From this width on a line has room for the next check-in and for when its workshop was last touched.
_WIDE = 60

#: What narrows the list.
_SEARCH = PromptKey("search")

WELCOME = """\
A strategy is choice: where to play, how to win, what we refuse.
A plan makes it real: one owner for each priority, results a stranger could check.

This program walks a room through both, step by step, and keeps every word."""


class Home(Commanding, Screen[None]):
    """The workshops that are kept, the last touched first."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "OptionList"
    ACTIONS: ClassVar[tuple[Command, ...]] = AT_HOME
    BINDINGS = bindings(ACTIONS)

    def __init__(self, listings: list[Listing] | None) -> None:
        super().__init__()
        self.listings: list[Listing] = listings or []
        self.ready = listings is not None
        self.archived = False
        self.trouble = ""
        self.sought = ""
        self.line, self.keybar = Line(), KeyBar()

    @property
    def door(self) -> Door:
        return cast(Door, self.app)

    @property
    def typing(self) -> bool:
        return self.line.is_open

    @property
    def options(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def chosen(self) -> Listing | None:
        """The workshop under the cursor."""
        option = self.options.highlighted
        shown = self.shown
        return shown[option] if option is not None and option < len(shown) else None

    @property
    def shown(self) -> list[Listing]:
        """The workshops that match what is looked for."""
        words = self.sought.casefold().split()
        return [
            each
            for each in self.listings
            if all(word in f"{each.title} {each.organization} {each.ref}".casefold() for word in words)
        ]

    def compose(self) -> ComposeResult:
        yield Static(id="home-title", markup=False)
        yield OptionList(id="home-list", markup=False)
        yield Static(id="home-empty", markup=False)
        yield self.line
        yield self.keybar

    def on_mount(self) -> None:
        self.show()

    def on_resize(self) -> None:
        self.show()

    def show_listings(self, listings: list[Listing], *, archived: bool = False) -> None:
        """Show these workshops."""
        self.listings, self.ready, self.archived, self.trouble = listings, True, archived, ""
        self.show()

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing can be shown or opened."""
        self.trouble = sentence
        self.show()

    def show(self) -> None:
        """Paint the list, or what to do when it is empty."""
        width = self.app.size.width
        if not width or not self.is_mounted:
            return
        options = self.options
        before = self.chosen
        options.clear_options()
        shown = self.shown
        options.add_options([Option(self._row(each, width - 4)) for each in shown])
        if shown:
            ids = [each.id for each in shown]
            options.highlighted = ids.index(before.id) if before is not None and before.id in ids else 0
        options.display = bool(shown)
        name = "workshop" if not self.archived else "workshop, archived"
        sought = f"matching “{self.sought}”" if self.sought else ""
        title = Content.assemble((f" {name}  ", "bold $wall-here"), (sought, "$wall-quiet"))
        self.query_one("#home-title", Static).update(title)
        empty = self.query_one("#home-empty", Static)
        empty.display = not shown or bool(self.trouble)
        empty.update(self._instead())
        self.show_keys()

    def show_keys(self) -> None:
        """Refresh the footer."""
        self.keybar.more = not self.typing
        self.keybar.hints = LINE_KEYS if self.typing else hints_of(self)

    def _row(self, each: Listing, width: int) -> Content:
        stands, style = each.step.replace("-", " ").capitalize(), "$wall-here"
        if each.assesses:
            stands = "Self-assessment"
        elif each.next_on is not None:
            today = self.door.today()
            late = lateness.overdue(each.next_on, today)
            stands = f"{'! ' if late else ''}check-in {lateness.in_words(each.next_on, today)}"
            style = "bold $wall-alarm" if late else style
        elif each.version:
            stands = "plan adopted"
        ago = f"   {_ago(each.touched_at, self.door.now())}" if width >= _WIDE or each.next_on is None else ""
        right = Content.assemble((stands, style), (ago, "$wall-quiet"))
        left = Content.assemble(said(each.title or "untitled", "bold"), "  ", said(each.organization, "$wall-quiet"))
        return ends(left, right, width)

    def _instead(self) -> Content:
        if self.trouble:
            return said(self.trouble, "bold $wall-alarm")
        if not self.ready:
            return Content.styled("Opening …", "$wall-quiet")
        if self.sought:
            return Content("Nothing is called that. Esc shows them all.")
        if self.archived:
            return Content("Nothing is archived. Esc goes back.")
        keys = (
            ("n", "begin a workshop"),
            ("w", "where do you stand? 20 questions, and the one next step"),
            ("s", "open a finished example: a food bank's half day"),
            ("l", "learn it: rehearse any step, and nothing is kept"),
            ("?", "all keys"),
        )
        lines = [Content(WELCOME), Content("")]
        lines += [Content.assemble((f"{key}  ", "bold $wall-explore"), text) for key, text in keys]
        return Content("\n").join(lines)

    # -- asking ------------------------------------------------------------------------------------------------

    def ask(self, prompt: Prompt) -> None:
        """Ask at the foot of the screen."""
        self.line.open(prompt)

    def ask_search(self) -> None:
        """Narrow the list while typing."""
        self.ask(Prompt(_SEARCH, "Look for:", lambda text: (text, ""), lambda _: None, text=self.sought))

    def assess(self) -> None:
        """Open the self-assessment that stands alone, the last one touched, or begin one."""
        alone = next((each for each in self.listings if each.assesses and not self.archived), None)
        if alone is not None:
            self.door.open_workshop(alone.id)
        else:
            self.ask(organization_to_assess(self.door))

    @on(Line.Opened)
    def _line_opened(self) -> None:
        self.show_keys()

    @on(Line.Typed)
    def _typed(self, event: Line.Typed) -> None:
        if event.key == _SEARCH:
            self.sought = event.text
            self.show()

    @on(Line.Closed)
    def _line_closed(self, event: Line.Closed) -> None:
        if self.line.is_open:
            return
        if event.left == _SEARCH:
            self.sought = ""
        self.set_focus(self.options)
        self.show()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        if self.chosen is not None and not self.line.is_open:
            self.door.open_workshop(self.chosen.id)

    @on(KeyBar.Pressed)
    async def _pressed(self, event: KeyBar.Pressed) -> None:
        if event.action.startswith("line."):
            getattr(self.line, event.action.removeprefix("line."))()
        else:
            await self.run_action(event.action)


def _ago(then: datetime, now: datetime) -> str:
    """How long ago, in the largest whole unit."""
    seconds = max(0, int((now - then).total_seconds()))
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = seconds // size
            return f"{count} {name}{'' if count == 1 else 's'} ago"
    return "just now"
