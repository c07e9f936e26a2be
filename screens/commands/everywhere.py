"""Commands of every screen of a workshop: moving about, undo, the clock, the guide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens import copying, parking, timekeeping
from screens.command import Command
from screens.commands.clock import CLOCK
from screens.commands.reach import REACH
from workshop.actions.parties import alone
from workshop.room.walk import neighbor

if TYPE_CHECKING:
    from screens.asking import Prompts
    from screens.frame import Frame


class Move(Command):
    """Move to the item beside the selected one; what has no items scrolls."""

    def __init__(self, id: str, name: str, keys: str, dx: int, dy: int) -> None:
        self.id, self.name, self.keys, self.dx, self.dy = id, name, keys, dx, dy

    def run(self, screen: Frame) -> None:
        if screen.board.picture.items:
            screen.select(screen.board.picture.toward(screen.selected, self.dx, self.dy))
        else:
            screen.scroll_lines(self.dy)


class End(Command):
    """Move to the first or the last item."""

    def __init__(self, id: str, name: str, keys: str, at: int) -> None:
        self.id, self.name, self.keys, self.at = id, name, keys, at

    def run(self, screen: Frame) -> None:
        if screen.board.picture.items:
            screen.select(screen.board.picture.items[self.at])
        else:
            screen.scroll_board(end=self.at != 0)


class Page(Command):
    """Scroll by as much as is on the screen."""

    def __init__(self, id: str, name: str, keys: str, key_shown: str, by: int) -> None:
        self.id, self.name, self.keys, self.key_shown, self.by = id, name, keys, key_shown, by

    def run(self, screen: Frame) -> None:
        screen.scroll_page(self.by)


class Open(Command):
    """Open the selected item with all its fields."""

    id, name, keys, key_shown, show = "item.open", "Edit", "enter", "Enter", 6

    def applies(self, screen: Frame) -> bool:
        return bool(screen.selected)

    def run(self, screen: Frame) -> None:
        screen.open_item()


class Undo(Command):
    """Take the last change back."""

    id, name, keys, key_shown = "change.undo", "Undo", "u,ctrl+z", "u"

    def run(self, screen: Frame) -> None:
        timekeeping.undo(screen)


class Redo(Command):
    """Do again what was taken back."""

    id, name, keys, key_shown = "change.redo", "Redo", "ctrl+y", "^y"

    def run(self, screen: Frame) -> None:
        timekeeping.redo(screen)


class StepOn(Command):
    """Look at the next step; a long list scrolls first."""

    id, name, keys, key_shown, show = "step.next", "Next", "pagedown", "PgDn", 5

    by = 1

    def run(self, screen: Frame) -> None:
        if screen.scroll_page(self.by):
            return
        step = neighbor(screen.workshop, screen.desk.room.looking, self.by)
        if step is not None:
            screen.host.look_at(step)


class StepBack(StepOn):
    """Look at the step before; a long list scrolls first."""

    id, name, keys, key_shown, show = "step.back", "Back a step", "pageup", "PgUp", 0

    by = -1


class ShowGuide(Command):
    """Show the facilitator's questions beside the board, then those that did not fit, or hide them."""

    id, name, keys, key_shown = "guide.show", "Guide", "g", "g"

    def run(self, screen: Frame) -> None:
        screen.guide.turn()
        screen.call_after_refresh(screen.repaint)


class Park(Command):
    """Set a thought aside; it is dealt with at the close."""

    id, name, keys, key_shown = "park", "Park a thought", "o", "o"

    def run(self, screen: Frame) -> None:
        parking.park(screen)

    def prompts(self, screen: Frame) -> Prompts:
        return {parking.KEY.kind: partial(parking.park_prompt, screen, None)}


class ParkWhileTyping(Park):
    """Set a thought aside, also while typing."""

    id, keys, key_shown, in_text = "park.typing", "f2", "F2", True


class Plan(Command):
    """Show the plan as it stands, what is open in it, and adopt it."""

    id, name, keys, key_shown = "plan.show", "Plan", "p", "p"

    def run(self, screen: Frame) -> None:
        screen.host.show_plan()


class Consent(Command):
    """Ask the room whether anybody objects to a proposal, and when to look at it again."""

    id, name = "consent.show", "Consent round"

    def applies(self, screen: Frame) -> bool:
        return screen.place != "consent" and not alone(screen.workshop)

    def run(self, screen: Frame) -> None:
        screen.host.show_consent()


class Export(Command):
    """Write the plan as documents, or copy one, at any moment."""

    id, name, keys, key_shown = "plan.export", "Export", "e", "e"

    def run(self, screen: Frame) -> None:
        screen.host.show_export()


class History(Command):
    """Show what was changed, when and why, and go back to how it was."""

    id, name, keys, key_shown = "history.show", "History", "h", "h"

    def applies(self, screen: Frame) -> bool:
        return screen.place != "history"

    def run(self, screen: Frame) -> None:
        screen.host.show_history()


class WriteCopy(Command):
    """Write all that is shown into another file, while it cannot be saved where it belongs; works while typing."""

    id, name, keys, key_shown, show, in_text = "copy.write", "Write a copy elsewhere", "f12", "F12", 1, True

    def applies(self, screen: Frame) -> bool:
        return screen.desk.fault is not None

    def run(self, screen: Frame) -> None:
        screen.ask(copying.copy_prompt(screen))

    def prompts(self, screen: Frame) -> Prompts:
        return {copying.KEY.kind: partial(copying.copy_prompt, screen)}


class Home(Command):
    """Leave this workshop and show the list; everything is kept."""

    id, name, keys, key_shown = "home", "Home", "f10", "F10"

    def run(self, screen: Frame) -> None:
        screen.host.go_home()


class Help(Command):
    """Show the keys of this screen and what they do."""

    id, name, keys, key_shown = "help", "Keys of this screen", "question_mark,f1", "?"

    def run(self, screen: Frame) -> None:
        screen.host.toggle_help()


MOVES: tuple[Command, ...] = (
    Move("board.up", "Item above", "up", 0, -1),
    Move("board.down", "Item below", "down", 0, 1),
    Move("board.left", "Item to the left", "left", -1, 0),
    Move("board.right", "Item to the right", "right", 1, 0),
    End("board.first", "First item", "home", 0),
    End("board.last", "Last item", "end", -1),
)

PAGES: tuple[Command, ...] = (
    Page("board.page-down", "Page down", "pagedown", "PgDn", 1),
    Page("board.page-up", "Page up", "pageup", "PgUp", -1),
)

CHANGES: tuple[Command, ...] = (Undo(), Redo())

ROOM: tuple[Command, ...] = (
    *CLOCK,
    ShowGuide(),
    Park(),
    ParkWhileTyping(),
    Plan(),
    Consent(),
    Export(),
    History(),
    *REACH,
    WriteCopy(),
    Home(),
    Help(),
)
