"""Commands that put everything within reach of every screen: search, small screens, reading back, the blank wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command

if TYPE_CHECKING:
    from screens.frame import Frame


class Search(Command):
    """Search everything that was typed, and go there."""

    id, name, keys, key_shown = "search", "Search", "slash", "/"

    def run(self, screen: Frame) -> None:
        screen.host.show_search()


class ParkingLot(Command):
    """Show what was set aside, and say what becomes of it."""

    id, name, keys, key_shown = "parked.show", "Parking lot", "k", "k"

    def run(self, screen: Frame) -> None:
        screen.host.show_parked()


class Decisions(Command):
    """Show what was decided so far, in the order of the steps."""

    id, name, keys, key_shown = "decisions.show", "Decisions", "d", "d"

    def run(self, screen: Frame) -> None:
        screen.host.show_decisions()


class SelfAssessment(Command):
    """Ask where we stand: the self-assessment, its results and the one next step."""

    id, name, keys, key_shown = "assessment.show", "Self-assessment", "w", "w"

    def run(self, screen: Frame) -> None:
        screen.host.show_assessment()


class Participants(Command):
    """Show who is in the room, and who votes."""

    id, name, keys, key_shown = "people.show", "Participants", "n", "n"

    def run(self, screen: Frame) -> None:
        screen.host.show_people()


class ReadBack(Command):
    """Show what is selected in large calm text, to read it back to the room; any key returns."""

    id, name, keys, key_shown = "read", "Read back", "r", "r"

    def applies(self, screen: Frame) -> bool:
        return screen.reading(screen.workshop) is not None

    def run(self, screen: Frame) -> None:
        reading = screen.reading(screen.workshop)
        if reading is not None:
            screen.host.read_back(reading)


class ReadStep(Command):
    """Show what this step came to in large calm text, to read it back to the room; any key returns."""

    id, name = "read.step", "Read back the step"

    def applies(self, screen: Frame) -> bool:
        return screen.result(screen.workshop) is not None

    def run(self, screen: Frame) -> None:
        result = screen.result(screen.workshop)
        if result is not None:
            screen.host.read_back(result)


class Blank(Command):
    """Blank the wall until any key brings it back; a clicker sends this too."""

    id, name, keys, key_shown = "blank", "Blank the wall", "b,full_stop", "b ."

    def run(self, screen: Frame) -> None:
        screen.host.blank()


class SilentWriting(Command):
    """Show the step's question and a clock, and nothing else, while everybody writes alone; digits set the minutes."""

    id, name, keys, key_shown = "silence", "Silent writing", "s", "s"

    def applies(self, screen: Frame) -> bool:
        return any(step.key == screen.desk.room.looking for step in screen.content.steps)

    def run(self, screen: Frame) -> None:
        screen.host.keep_silent(screen.content.step(screen.desk.room.looking).question)


class Adopted(Command):
    """Something that there is a use for once a plan is adopted."""

    def applies(self, screen: Frame) -> bool:
        return bool(screen.workshop.brief.version)


class CheckIn(Adopted):
    """Look at the plan together: what was agreed, how results stand, what changes, and when to meet again."""

    id, name, keys, key_shown = "check-in.show", "Check-in", "f", "f"

    def applies(self, screen: Frame) -> bool:
        return super().applies(screen) and screen.place != "check-in"

    def run(self, screen: Frame) -> None:
        screen.host.show_check_in()


class Learned(Adopted):
    """Show what the changes teach: why plans change, what slips and whose, which conditions broke."""

    id, name = "learning.show", "What changes teach"

    def applies(self, screen: Frame) -> bool:
        return super().applies(screen) and screen.place != "learning"

    def run(self, screen: Frame) -> None:
        screen.host.show_learning()


class Versions(Adopted):
    """Show the versions of the plan, and what changed from any of them to any other."""

    id, name = "versions.show", "Versions"

    def applies(self, screen: Frame) -> bool:
        return super().applies(screen) and screen.place != "versions"

    def run(self, screen: Frame) -> None:
        screen.host.show_versions()


REACH: tuple[Command, ...] = (
    *(Search(), Decisions(), ParkingLot(), Participants(), SelfAssessment()),
    *(ReadBack(), ReadStep(), Blank(), SilentWriting()),
    *(CheckIn(), Versions(), Learned()),
)
"""The keys go where the room's own commands go: on every screen of a workshop."""
