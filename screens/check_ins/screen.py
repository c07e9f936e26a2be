"""The check-in: what is to be looked at next, and once it is begun its parts, page by page, until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.base import Noun
from data.nouns.change import Adjustment, Kind
from data.nouns.check_in import Agreed, Holding, Occasion, Sitting, Standing, Verdict, Win
from data.nouns.direction import Measure
from data.nouns.planning import Milestone, Priority
from data.nouns.rhythm import Trigger
from data.nouns.room import Action, Answer
from data.nouns.strategy import Condition
from data.value import Key, Workshop
from screens.check_ins.boards import ASSESS, END, MESSAGE, NEXT, PRAISE, STEP, WHO, Boards
from screens.check_ins.commands import (
    AddHere,
    Begin,
    Edit,
    Everything,
    PageBack,
    PageOn,
    Pick,
    TakeAway,
    ToClose,
    WhoIsHere,
)
from screens.check_ins.forms import Forms
from screens.check_ins.pages import CLOSE, Choice, Page, pages_of
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM
from screens.commands.fields import Back
from screens.frame import Rail
from screens.paint import Painter, Picture, Row, ends, said
from screens.widgets.prompt import Prompt, PromptKey
from workshop import dates
from workshop.actions import checking_in
from workshop.amendment import Amendment
from workshop.changes import is_correctable
from workshop.check_ins import due, lateness
from workshop.check_ins.agreed import to_answer
from workshop.check_ins.guided import guided

#: What stands before a kind of check-in that can be begun.
BEGIN = "begin/"

_HOLDS = (Holding.HOLDS, Holding.WEAKENING, Holding.BROKEN, Holding.UNKNOWN)
_STANDS = {
    "1": (Standing.ON_TRACK, "on track"),
    "2": (Standing.AT_RISK, "at risk"),
    "3": (Standing.OFF_TRACK, "off track"),
    "4": (Standing.DONE, "done"),
    "5": (Standing.NOT_STARTED, "not started"),
}
_CHANGES = {
    "6": (Kind.DATE_MOVED, "move"),
    "7": (Kind.SCOPE_CUT, "cut scope"),
    "8": (Kind.OWNER_CHANGED, "owner"),
    "9": (Kind.MILESTONE_DROPPED, "drop"),
}
#: What is asked of a result once its owner has said how it stands.
_TOLD = {
    Standing.DONE: ("happened", "on", "following"),
    Standing.NOT_STARTED: ("confidence", "following"),
    Standing.ON_TRACK: ("confidence", "happened", "following"),
}
_IN_TROUBLE = ("confidence", "happened", "following", "help", "forecast")
_WHOLE = ("confidence", "happened", "following", "help", "forecast", "evidence")


class CheckInScreen(Forms):
    """The check-in that is under way, or which to begin."""

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddHere(),
        Begin(),
        Edit(),
        *map(Pick, range(1, 10)),
        PageOn(),
        PageBack(),
        Everything(),
        ToClose(),
        TakeAway(),
        WhoIsHere(),
        Back(),
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.place = "check-in"

    # -- where one is --------------------------------------------------------------------------------------------

    @property
    def pages(self) -> tuple[Page, ...]:
        sitting = self.sitting
        return pages_of(sitting.kind) if sitting else ()

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while no check-in is under way."""
        pages = self.pages
        return next((page for page in pages if page.key == self.view), pages[0] if pages else None)

    @property
    def every(self) -> bool:
        """Whether results that are far off are shown, too."""
        return self.desk.room.selection.get(f"{self.place}/every", "") != ""

    def shows(self, part: str) -> bool:
        """Whether a part stands on the page that is shown."""
        return self.page is not None and self.page.part(part) is not None

    def neighbor(self, by: int) -> Page | None:
        """The page before (-1) or behind (1) this one."""
        pages, page = self.pages, self.page
        at = pages.index(page) + by if page else -1
        return pages[at] if 0 <= at < len(pages) else None

    def turn(self, by: int) -> None:
        """Show the page before or behind this one."""
        page = self.neighbor(by)
        if page is not None:
            self.show_page(page.key)

    def show_page(self, key: str) -> None:
        """Show a page from its beginning."""
        self.selected = ""
        self.show_view(key)
        self.scroll_board(end=False)

    def show_every(self, *, every: bool) -> None:
        """Show results that are far off, too, or leave them out."""
        self.desk.note(
            lambda room: room.replace(selection={**room.selection, f"{self.place}/every": "yes" if every else ""})
        )
        self.repaint()

    def to_the_end(self) -> None:
        """Show the last page; from there close."""
        if self.page is not None and self.page.key == CLOSE:
            self.select(END)
        else:
            self.show_page(CLOSE)

    # -- showing -------------------------------------------------------------------------------------------------

    def rail(self) -> Rail:
        pages, page = self.pages, self.page
        if page is None:
            return super().rail()
        here = pages.index(page)
        return Rail(tuple((n, each.name, n <= here) for n, each in enumerate(pages, 1)), here, here)

    def question(self, workshop: Workshop) -> str:
        page, sitting = self.page, self.sitting
        if page is None or sitting is None:
            return "Which check-in do we hold?"
        if page.key == CLOSE:
            return "What did we agree, and when do we meet again?"
        part = page.part("actions") if isinstance(self._row(Action), Action) else None
        return (part or page.parts[0]).ask

    def hint(self, workshop: Workshop) -> str:
        sitting = self.sitting
        return guided(sitting.kind).hint if sitting else "It opens on what was agreed last time, and ends with a date."

    def footing(self, workshop: Workshop) -> Content:
        page, sitting = self.page, self.sitting
        if self.line.is_open or page is None or sitting is None:
            return Content("")
        left = said(due.called(workshop, sitting.kind).capitalize(), "bold $wall-here")
        time = f"{page.minutes} min of {guided(sitting.kind).minutes}" if page.minutes else ""
        return ends(left, Content.styled(time, "$wall-quiet"), self.size.width - (4 if self.has_class("-tall") else 2))

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        page, sitting = self.page, self.sitting
        if page is None or sitting is None:
            return painter.picture(self._to_begin(workshop, painter))
        digits = {key: choice.name for key, choice in self._choices_of(painter.selected).items()}
        boards = Boards(workshop, sitting, painter, self.today, self.content, digits, self.every)
        if page.key == CLOSE:
            return painter.picture(boards.part(CLOSE))
        rows: list[Row] = []
        for part in page.parts:
            if len(page.parts) > 1:
                rows += [painter.note()] if rows and painter.tall else []
                rows.append(painter.heading("", part.name, style="$wall-here"))
            rows += boards.part(part.part)
        return painter.picture(rows)

    def _to_begin(self, workshop: Workshop, painter: Painter) -> list[Row]:
        """The kinds of check-ins, the one that is next in front, and what was held before."""
        if not workshop.brief.version:
            return [painter.note("Adopt the plan first: p shows it. A check-in looks at what was adopted.")]
        coming, today, language = due.next_one(workshop), self.host.today(), workshop.brief.language
        kinds = sorted(Occasion, key=lambda each: coming is None or each is not coming.occasion)
        rows: list[Row] = []
        for number, kind in enumerate(kinds, 1):
            when = ""
            if coming and kind is coming.occasion:
                when = f"{dates.short(coming.on, today, language)}, {lateness.in_words(coming.on, today)}"
            how = guided(kind)
            left = Content.assemble((f"{number}  ", "bold $wall-explore"), due.called(workshop, kind).capitalize())
            item = f"{BEGIN}{kind.value}"
            rows.append(painter.item(item, left, said("   ".join(filter(None, (when, f"{how.minutes} min"))))))
            if item == painter.selected:
                rows += [painter.under(item, said(how.hint, "$wall-quiet"), 5)]
        held = due.closed(workshop)
        if held:
            rows.append(painter.heading("", "Held so far", style="$wall-here"))
        for row in reversed(held):
            on = dates.say(row.held_on, language) if row.held_on else ""
            rows.append(painter.note(f"  {on}  {due.called(workshop, row.kind)}, version {row.version}"))
        return rows

    # -- acting --------------------------------------------------------------------------------------------------

    def _row(self, *nouns: type[Noun]) -> Noun | None:
        """The row that is selected, when it is one of these kinds."""
        return next((row for noun in nouns if (row := self.workshop.get(noun, self.selected)) is not None), None)

    def begin(self, occasion: Occasion) -> None:
        """Begin a check-in, on what was agreed last time."""
        label = f"begin the {due.called(self.workshop, occasion)}"
        if not self.attempt(partial(checking_in.begin, occasion=occasion, on=self.host.today()), label):
            return
        sitting = self.sitting
        if sitting is None:
            return
        first = next((page.key for page in self.pages if page.part("actions")), self.pages[0].key)
        self.show_page(first)
        waiting = [each.action.id for each in to_answer(self.workshop, sitting) if each.answer is Answer.OPEN]
        if waiting and self.shows("actions"):
            self.select(waiting[0])

    @property
    def adds(self) -> str:
        """What `a` adds where the selection is: "win", "action" or "change"; "" where nothing can be."""
        page = self.page
        if page is None:
            return ""
        if page.part("wins"):
            return "win"
        if page.key == CLOSE or page.part("next"):
            return "action"
        return "change" if page.part("changes") or page.part("choice") or page.part("results") else ""

    def add_first(self) -> Prompt | None:
        """The prompt that `a` opens."""
        match self.adds:
            case "win":
                return self.win_prompt()
            case "action":
                return self.who_prompt()
            case "change":
                return self.amend_prompt(Amendment())
        return None

    def open_item(self) -> None:
        item, row = self.selected, self._row(Win, Action, Milestone, Adjustment, Measure, Condition, Trigger, Priority)
        if item.startswith(BEGIN):
            self.begin(Occasion(item.removeprefix(BEGIN)))
        elif item.startswith(PRAISE):
            self.praise(item.removeprefix(PRAISE))
        elif item.startswith(STEP):
            self.host.look_at(item.removeprefix(STEP))
        elif item.startswith("+"):
            self.ask(self.add_first())
        elif item == ASSESS:
            self.host.show_assessment()
        elif item == END:
            self.ask(self._close_prompt())
        elif row is None:
            self.ask(self.form("sitting", "", {MESSAGE: "message", WHO: "who", NEXT: "next"}.get(item, "")))
        else:
            self._open_row(row)

    def _open_row(self, row: Noun) -> None:
        match row:
            case Win():
                self.ask(self.form("win", row.id, "text", "who", "mark"))
            case Action() if self._agreed_here(row.id):
                self.ask(self.form("agree", row.id, "by"))
            case Action():
                self.ask(self.form("follow", row.id, "text", "who", "by"))
            case Milestone():
                self.ask(self.form("report", row.id, *_WHOLE))
            case Measure():
                self.ask(self.form("measure", row.id, "value", "note"))
            case Adjustment() if not is_correctable(row, self.host.now()):
                self.host.tell("It was written down more than 15 minutes ago: make another change instead.")
            case Adjustment():
                self.ask(self.form("correct", row.id, "reason", "knock_on"))
            case Condition() | Trigger() | Priority():
                self.host.tell("A digit says how it stands; what is behind it is asked then.")

    # -- digits --------------------------------------------------------------------------------------------------

    @property
    def choices(self) -> Mapping[str, Choice]:
        """What digits do with the selected item."""
        return self._choices_of(self.selected)

    def _choices_of(self, item: str) -> Mapping[str, Choice]:
        sitting = self.sitting
        if sitting is None:
            begins = [each for each in self.board.picture.items if each.startswith(BEGIN)]
            kinds = [Occasion(each.removeprefix(BEGIN)) for each in begins]
            return {f"{n}": Choice("", partial(self.begin, kind)) for n, kind in enumerate(kinds, 1)}
        get = self.workshop.get
        if get(Action, item) is not None and not self._agreed_here(item):
            answers = ((Answer.DONE, "done"), (Answer.NEEDED, "still needed"), (Answer.DROPPED, "dropped"))
            return self._numbered((word, partial(self._answer, item, answer)) for answer, word in answers)
        if get(Milestone, item) is not None:
            told = {key: Choice(word, partial(self._report, item, each)) for key, (each, word) in _STANDS.items()}
            changed = {key: Choice(word, partial(self._amend, kind, item)) for key, (kind, word) in _CHANGES.items()}
            return told | changed
        if get(Condition, item) is not None:
            return self._numbered((each.value, partial(self._hold, item, each)) for each in _HOLDS)
        if get(Trigger, item) is not None:
            return self._numbered(
                (word, partial(self._watch, item, fired)) for fired, word in ((True, "fired"), (False, "quiet"))
            )
        if get(Priority, item) is not None:
            verdicts = (Verdict.KEEP, Verdict.CHANGE, Verdict.STOP)
            return self._numbered((each.value, partial(self._judge, item, each)) for each in verdicts)
        return {}

    @staticmethod
    def _numbered(choices: Iterable[tuple[str, Callable[[], None]]]) -> dict[str, Choice]:
        return {f"{n}": Choice(name, act) for n, (name, act) in enumerate(choices, 1)}

    def _answer(self, item: str, answer: Answer) -> None:
        """Say what has become of an action; one that is late for the second time is to be changed."""
        sitting = self.sitting
        [agreed] = [each for each in to_answer(self.workshop, self._begun) if each.action.id == item]
        if answer is Answer.NEEDED and agreed.must_change and sitting is not None:
            self.host.tell("Late for the second time: change what is to be done or who does it, or drop it.")
            self.ask(self.form("follow", item, "text", "who", "by"))
            return
        action = partial(checking_in.follow_up, id=self._begun.id, action_id=item, answer=answer)
        if not self.attempt(action, f"{answer.value.replace('_', ' ')}: “{agreed.action.text}”"):
            return
        if answer is Answer.NEEDED and agreed.late:
            self.ask(self.form("follow", item, "by"))
        else:
            self.select(self._next_open(item))

    def _next_open(self, item: str) -> str:
        """The next action without an answer; the same item when there is none."""
        found = [each for each in to_answer(self.workshop, self._begun) if each.answer is Answer.OPEN]
        return found[0].action.id if found else item

    def _report(self, item: str, standing: Standing) -> None:
        self.change(
            partial(checking_in.report, id=self._begun.id, milestone_id=item, standing=standing),
            f"{item}: {standing.value.replace('_', ' ')}",
        )
        self.ask(self.form("report", item, *_TOLD.get(standing, _IN_TROUBLE)))

    def _amend(self, kind: Kind, item: str) -> None:
        self.ask(self.amend_prompt(Amendment.of(kind, item)))

    def _hold(self, item: str, holding: Holding) -> None:
        self.change(
            lambda workshop: checking_in.revisit(workshop, self._begun.id, item, holding), f"{item}: {holding.value}"
        )
        self.ask(self.form("revisit", item, "confidence", "note"))

    def _watch(self, item: str, fired: bool) -> None:
        self.change(
            lambda workshop: checking_in.watch(workshop, self._begun.id, item, fired),
            f"{item}: {'fired' if fired else 'quiet'}",
        )
        if fired:
            self.host.tell(f"An extra check-in is called for, within {checking_in.WITHIN} days.")
            self.ask(self.form("watch", item, "note"))

    def _judge(self, item: str, verdict: Verdict) -> None:
        self.change(
            lambda workshop: checking_in.judge(workshop, self._begun.id, item, verdict), f"{item}: {verdict.value}"
        )
        self.ask(self.form("judge", item, "again", "note"))

    @property
    def _begun(self) -> Sitting:
        sitting = self.sitting
        assert sitting is not None, "its digits are offered only while a check-in is under way"
        return sitting

    # -- what goes again, and the end ----------------------------------------------------------------------------

    def _agreed_here(self, item: str) -> bool:
        sitting = self.sitting
        return sitting is not None and self.workshop.get(Agreed, f"{sitting.id}-{item}") is not None

    @property
    def can_go(self) -> bool:
        """Whether the selected item was written down here, and nothing hangs on it."""
        return self.sitting is not None and (self._row(Win) is not None or self._agreed_here(self.selected))

    def take_away(self) -> None:
        """Take the selected win or action away."""
        row = self._row(Win, Action)
        if row is not None:
            self.change(lambda workshop: workshop.remove(Key(row.table, row.id)), f"delete a line of {row.table}")

    def _close_prompt(self) -> Prompt:
        version = self.workshop.brief.version + 1
        ask = f"Close this check-in? The plan as it stands is version {version}. Enter closes it, Esc does not."

        def read(text: str) -> tuple[None, str]:
            if text.strip():
                raise ValueError("Nothing is to be typed here: Enter closes it, Esc does not.")
            sitting = self.sitting
            if sitting is not None:
                checking_in.close(self.workshop, sitting.id)  # raises with the sentence for what is still open
            return None, ""

        def take(_: None) -> Prompt | None:
            sitting = self.sitting
            if sitting is not None:
                label = f"close the {due.called(self.workshop, sitting.kind)}: version {version}"
                if self.attempt(partial(checking_in.close, id=sitting.id), label, publishes=True):
                    self.show_page("")
                    self.host.tell(f"Version {version} of the plan. e writes the report; send it tonight.")
            return None

        return Prompt(PromptKey("close", kept=False), ask, read, take)
