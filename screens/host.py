"""What a screen may ask of the app that holds it: the open desk, the time, and nothing of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from data.nouns.base import Noun
    from data.value import Workshop
    from workshop.config import Configuration
    from workshop.desk import Desk
    from workshop.export.registry import Version
    from workshop.plan.model import Plan
    from workshop.reading import Reading
    from workshop.room.ballots import BallotBox
    from workshop.rules.registry import Finding


class Host(Protocol):
    """The app, as its screens see it."""

    desk: Desk | None

    #: What the person configured, None where nothing is to be read of it.
    configuration: Configuration | None

    @property
    def rehearsing(self) -> bool:
        """Whether the open workshop is a rehearsal, of which nothing is kept."""

    def now(self) -> datetime:
        """The instant, aware."""

    def today(self) -> date:
        """The date where the app runs."""

    def tell(self, sentence: str) -> None:
        """Say a sentence to the person, in passing."""

    def go_home(self) -> None:
        """Leave the workshop and show the list."""

    def findings(self, workshop: Workshop, step: str = "") -> tuple[Finding, ...]:
        """What the rules have to say of a workshop now, or of one step of it."""

    def plan(self, workshop: Workshop) -> Plan:
        """What was decided so far in the open workshop, whose value this is, with what there is to say about it."""

    def look_at(self, step: str, item: str = "") -> None:
        """Show a step's screen, with an item selected."""

    def jump(self, step: str, item: str, field: str) -> None:
        """Show a step with an item selected, opened at a field when one is named."""

    def show_card(self, noun: type[Noun], id: str, step: str, field: str = "") -> None:
        """Show all fields of one row that a step asks for."""

    def check(self, step: str) -> None:
        """Show what is open in a step, and how to finish it."""

    def show_plan(self) -> None:
        """Show the plan as it stands."""

    def show_check_in(self) -> None:
        """Show the check-in that is under way, or which to begin."""

    def show_held(self, id: str) -> None:
        """Show what was said at a check-in that was held."""

    def begin_next(self, title: str) -> None:
        """Begin the next workshop with the answers of the open one, and open that."""

    def show_versions(self) -> None:
        """Show the versions of the plan, and what changed between them."""

    def show_learning(self) -> None:
        """Show what the changes of the plan teach."""

    def show_export(self) -> None:
        """Show which documents the plan can be written as."""

    def show_search(self) -> None:
        """Show the search over everything that was typed."""

    def show_parked(self) -> None:
        """Show what was set aside."""

    def show_assessment(self, which: str = "") -> None:
        """Show the self-assessment where it was left, or one of its screens: "start", "sheets" or "results"."""

    def show_agenda(self) -> None:
        """Show the day: what is planned and taken, when it ends, and what could give way."""

    def collect_ballots(
        self, question: str, names: Mapping[str, str], box: BallotBox, take: Callable[[BallotBox], None]
    ) -> None:
        """Let each voter give a ballot on what is named; `take` has their sums once all are in, and nothing before."""

    def show_consent(self, item: str = "", *, propose: bool = False) -> None:
        """Show the consent rounds with one of them selected, or with `propose` begin by asking for a proposal."""

    def show_decisions(self) -> None:
        """Show what was decided so far."""

    def show_people(self) -> None:
        """Show who is in the room."""

    def read_back(self, reading: Reading) -> None:
        """Show a question and its answer in large calm text, until a key is pressed."""

    def blank(self) -> None:
        """Show nothing on the wall until a key is pressed."""

    def keep_silent(self, question: str) -> None:
        """Show a question and a clock, and nothing else, while people write; a digit sets the minutes."""

    async def versions(self) -> tuple[Version, ...]:
        """The versions of the open workshop's plan that stand, oldest first; raises StorageError."""

    def show_history(self) -> None:
        """Show what was changed, when and why."""

    def write_copy(self, path: Path) -> None:
        """Write all that is shown as a database of its own, and say how that went."""

    def toggle_help(self) -> None:
        """Show the keys of the screen."""
