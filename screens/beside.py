"""The guide in a second terminal: it follows the current step of a workshop and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import WorkerFailed

from screens.paint import said
from screens.themes import THEMES
from screens.widgets.keybar import KeyBar, KeyHint
from workshop import now as clockwork
from workshop.following import Follower, Following
from workshop.shelf import Shelf, StorageError

#: Seconds between two looks at the database and at the clock.
TICK = 1.0


class Beside(App[int]):
    """One calm page on the workshop `id` of the database at `url`."""

    TITLE = "workshop guide"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("q,escape,ctrl+q", "leave", "Leave")]
    CSS = """
    Screen { background: $wall-back; color: $wall-ink; }
    #page { height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; background: $wall-back; }
    """

    def __init__(
        self,
        url: str,
        id: str,
        *,
        now: Callable[[], datetime] = clockwork.now,
        today: Callable[[], date] = clockwork.today,
        theme: str = "",
    ) -> None:
        super().__init__()
        self.trouble: BaseException | None = None
        self._shelf = Shelf(url, actor=clockwork.actor(), now=now, ids=clockwork.new_id)
        self._follower = Follower(self._shelf, id, now=now, today=today)
        self._following: Following | None = None
        self._unread = ""
        self._shown: tuple[object, ...] = ()
        self._page = Static(markup=False)
        self._keys = KeyBar()
        for each in THEMES:
            self.register_theme(each)
        self.theme = f"workshop-{theme}" if theme else THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield self._page
        yield self._keys

    async def on_mount(self) -> None:
        self._keys.more = False
        self._keys.hints = (KeyHint("q", "Leave", "app.leave", 1), KeyHint("↑ ↓", "Scroll", "", 2))
        await self.look()
        self.set_interval(TICK, self.look)

    async def on_unmount(self) -> None:
        await self._shelf.close()

    def action_leave(self) -> None:
        self.exit(0)

    def _fatal_error(self) -> None:
        """Textual would print what people typed; the command line reports a fault without."""
        fault = self._exception
        self.trouble = fault.error if isinstance(fault, WorkerFailed) else fault
        self._close_messages_no_wait()

    async def look(self) -> None:
        """Take over what was changed meanwhile, and show the step and its time."""
        try:
            self._following, self._unread = await self._follower.look(), ""
        except StorageError as error:
            self._unread = str(error)
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        self._show()

    def _show(self) -> None:
        """Paint, if there is anything new to paint."""
        showing = (self._following, self._unread, self.size.width)
        if self._shown != showing:
            self._shown = showing
            self._page.update(Content("\n").join(self._lines(self._following)))

    def _lines(self, following: Following | None) -> list[Content]:
        lines = [said(f"! {self._unread}", "bold $wall-alarm"), Content("")] if self._unread else []
        if following is None:
            return lines
        lines += [
            Content.assemble(said(following.name, "bold $wall-here"), "  ", said(following.title, "$wall-quiet")),
            said(following.time, "bold $wall-alarm" if following.over else "$wall-explore"),
        ]
        if following.elsewhere:
            lines.append(said(f"The wall shows {following.elsewhere}.", "$wall-quiet"))
        lines += [Content(""), said(following.question, "bold"), Content("")]
        width = max(20, self.size.width - 6)
        for prompt in following.prompts:
            lines += [*_hanging("•", prompt, width), Content("")]
        if not following.open:
            return [*lines, said("Nothing is open in this step.", "$wall-quiet")]
        lines += [said("Before moving on", "bold $wall-here")]
        for sign, sentence in following.open:
            lines += _hanging(sign, sentence, width)
        return lines


def _hanging(sign: str, text: str, width: int) -> list[Content]:
    """A text behind a sign, its further lines under the first."""
    first, *rest = said(text).wrap(width - 2) or [Content("")]
    return [Content.styled(f"{sign} ", "bold $wall-explore") + first, *(Content("  ") + line for line in rest)]


def run(url: str, id: str, theme: str = "") -> int:
    """Follow a workshop until the person leaves; returns the exit status. An unexpected fault is raised."""
    app = Beside(url, id, theme=theme)
    status = app.run()
    if app.trouble is not None:
        raise app.trouble
    return status if status is not None else app.return_code or 0
