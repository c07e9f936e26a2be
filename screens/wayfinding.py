"""Finding the way: which screen stands on which, and what there is to say in them of the open workshop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from screens.home import Home
from screens.wall import Wall

if TYPE_CHECKING:
    from data.nouns.base import Noun
    from data.value import Workshop
    from screens.silent import Silence
    from workshop.desk import Desk
    from workshop.outlook import Outlook
    from workshop.plan.model import Plan
    from workshop.reading import Reading
    from workshop.room.ballots import BallotBox
    from workshop.rules.registry import Context, Finding


class Wayfinder(Wall):
    """Home lies at the bottom, a step on it, and on that what was opened from there. `desk` is the open workshop."""

    now: Callable[[], datetime]
    today: Callable[[], date]

    def __init__(self, theme: str = "") -> None:
        super().__init__(theme)
        self.desk: Desk | None = None
        self._silence: Silence | None = None
        #: The keys that the person chose, by the ids of commands.
        self.own_keys: Mapping[str, str] = {}

    @property
    def home(self) -> Home:
        home = self.screen_stack[1] if len(self.screen_stack) > 1 else self.screen_stack[0]
        assert isinstance(home, Home)
        return home

    def context(self) -> Context:
        """What the rules may know besides the workshop."""
        from workshop.rules.registry import Context

        if self.desk is None:
            return Context(self.today())
        now = self.now()
        return Context.of(self.desk.room, self.today(), now, now.astimezone().time().replace(microsecond=0))

    def findings(self, workshop: Workshop, step: str = "") -> tuple[Finding, ...]:
        """What the rules have to say of a workshop now, or of one step of it."""
        return self._outlook.findings(workshop, self.context(), step)

    def plan(self, workshop: Workshop) -> Plan:
        """What was decided so far in the open workshop, whose value this is, with what there is to say about it."""
        return self._outlook.plan(workshop, self.context(), self.desk.ref if self.desk is not None else "")

    @cached_property
    def _outlook(self) -> Outlook:
        from workshop.outlook import Outlook  # with the models, which the first paint does without

        return Outlook()

    def look_at(self, step: str, item: str = "") -> None:
        """Show a step's screen, with an item selected."""
        from screens.steps.catalog import screen_of

        if self.desk is None:
            return
        self.desk.note(lambda room: room.replace(looking=step))
        if item:
            self.desk.note(lambda room: room.replace(selection={**room.selection, step: item}))
        self.back_to_home()
        self.push_screen(screen_of(step))

    def jump(self, step: str, item: str, field: str) -> None:
        """Show a step with an item selected, opened at a field when one is named; item "" is the workshop itself."""
        from data.nouns.room import Consent
        from screens.steps.catalog import item_of, noun_of_id, view_of
        from workshop import steps

        noun, view = noun_of_id(item), view_of(step, field)
        if view and self.desk is not None:
            self.desk.note(lambda room: room.replace(selection={**room.selection, f"{step}/view": view}))
        self.look_at(step, item_of(step, item, field) if noun is not Consent else "")
        if view or self.desk is None or noun is None or self.desk.value.get(noun, item) is None:
            return
        if noun is Consent:
            self.show_consent(item)
            return
        # A step may have a finding about a row that lacks rows of its own: a priority milestones, a place conditions.
        if any(asked.noun == noun.table and field in ("", asked.name) for asked in steps.load().step(step).fields):
            self.show_card(noun, item, step, field)

    def show_card(self, noun: type[Noun], id: str, step: str, field: str = "") -> None:
        """Show all fields of one row that a step asks for."""
        from screens.steps.catalog import card_of

        self.push_screen(card_of(noun)(noun, id, step, field))

    def check(self, step: str) -> None:
        """Show what is open in a step, and how to finish it."""
        from screens.check import CheckScreen

        self.push_screen(CheckScreen(step))

    def show_plan(self) -> None:
        """Show the plan as it stands."""
        from screens.plan import PlanScreen

        if not isinstance(self.screen, PlanScreen):
            self.push_screen(PlanScreen())

    def show_check_in(self) -> None:
        """Show the check-in that is under way, or which to begin."""
        from screens.check_ins.screen import CheckInScreen

        if any(isinstance(screen, CheckInScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, CheckInScreen):
                self.pop_screen()
        else:
            self.push_screen(CheckInScreen())

    def show_held(self, id: str) -> None:
        """Show what was said at a check-in that was held."""
        from screens.check_ins.held import HeldScreen

        self.push_screen(HeldScreen(id))

    def show_versions(self) -> None:
        """Show the versions of the plan, and what changed between them."""
        from screens.versions import VersionsScreen

        self._show_once(VersionsScreen)

    def show_learning(self) -> None:
        """Show what the changes of the plan teach."""
        from screens.check_ins.learned import LearningScreen

        self._show_once(LearningScreen)

    def show_export(self) -> None:
        """Show which documents the plan can be written as."""
        from screens.export import ExportScreen

        if not isinstance(self.screen, ExportScreen):
            self.push_screen(ExportScreen())

    def show_search(self) -> None:
        """Show the search over everything that was typed."""
        from screens.search import Search

        self._show_once(Search)

    def show_parked(self) -> None:
        """Show what was set aside."""
        from screens.parking_lot import ParkingLot

        self._show_once(ParkingLot)

    def show_assessment(self, which: str = "") -> None:
        """Show the self-assessment where it was left, or one of its screens: "start", "sheets" or "results"."""
        from screens.assessing import Assessing
        from screens.assessment import screen_of

        if self.desk is None:
            return
        if any(isinstance(screen, Assessing) for screen in self.screen_stack):
            while not isinstance(self.screen, Assessing):
                self.pop_screen()
            self.switch_screen(screen_of(self.desk, which))
        else:
            self.push_screen(screen_of(self.desk, which))

    def show_agenda(self) -> None:
        """Show the day: what is planned and taken, when it ends, and what could give way."""
        from screens.agenda import AgendaScreen

        self._show_once(AgendaScreen)

    def collect_ballots(
        self, question: str, names: Mapping[str, str], box: BallotBox, take: Callable[[BallotBox], None]
    ) -> None:
        """Let each voter give a ballot on what is named; `take` has their sums once all are in, and nothing before."""
        from screens.ballots import Ballots

        self.push_screen(Ballots(question, names, box, take))

    def show_consent(self, item: str = "", *, propose: bool = False) -> None:
        """Show the consent rounds with one of them selected, or with `propose` begin by asking for a proposal."""
        from screens.consent import ConsentRounds

        if self.desk is not None and item:
            self.desk.note(lambda room: room.replace(selection={**room.selection, "consent": item}))
        if not isinstance(self.screen, ConsentRounds):
            self.push_screen(ConsentRounds(propose=propose))

    def show_decisions(self) -> None:
        """Show what was decided so far."""
        from screens.decisions import Decisions

        self._show_once(Decisions)

    def show_people(self) -> None:
        """Show who is in the room."""
        from screens.participants import Participants

        self._show_once(Participants)

    def _show_once(self, kind: Callable[[], Screen[None]]) -> None:
        """Show a small screen over the one on top, and not over itself."""
        if type(self.screen) is not kind:
            self.push_screen(kind())

    def read_back(self, reading: Reading) -> None:
        """Show a question and its answer in large calm text."""
        from screens.bare import ReadBack

        self.push_screen(ReadBack(reading), self._wall_is_back)

    def blank(self) -> None:
        """Show nothing on the wall until a key is pressed."""
        from screens.bare import Blank

        self.push_screen(Blank(), self._wall_is_back)

    def keep_silent(self, question: str) -> None:
        """Show a question and a clock, and nothing else, while people write; a digit sets the minutes."""
        from screens.silent import Silent, silence_on

        self._silence = silence_on(question, self._silence, self.now())
        self.push_screen(Silent(self._silence, self.now), self._wall_is_back)

    def _wall_is_back(self, _: None) -> None:
        self.desk_changed()

    def desk_changed(self) -> None:
        """Show the workshop as it is now, and what is to be said of it."""
        raise NotImplementedError

    def show_history(self) -> None:
        """Show what was changed, when and why."""
        from screens.history import HistoryScreen

        if not isinstance(self.screen, HistoryScreen):
            self.push_screen(HistoryScreen())

    def toggle_help(self) -> None:
        """Show the keys of the screen."""
        from screens.keys import Keys

        if not isinstance(self.screen, Keys):
            self.push_screen(Keys(self.screen))

    def action_toggle_help(self) -> None:
        """Show the keys of the screen, asked for with the mouse."""
        self.toggle_help()

    def back_to_home(self) -> None:
        """Take screens off until home is on top."""
        while not isinstance(self.screen, Home):
            self.pop_screen()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        yield from super().get_system_commands(screen)
        if self.desk is None:
            return
        from workshop import steps
        from workshop.room.walk import every_step

        content = steps.load()
        for key in every_step():
            step = content.step(key)
            yield SystemCommand(f"Go to {step.name}", step.question, lambda key=key: self.look_at(key))
