"""What digits do with the selected item of a check-in, and what is asked then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from data.nouns.change import Adjustment, Kind
from data.nouns.check_in import Agreed, Holding, Occasion, Sitting, Standing, Verdict
from data.nouns.planning import Milestone, Priority
from data.nouns.rhythm import Trigger
from data.nouns.room import Action, Answer
from data.nouns.strategy import Condition
from screens.check_ins.beginning import BEGIN
from screens.check_ins.forms import Forms
from screens.check_ins.pages import Choice
from workshop.actions import calling, changing, checking_in
from workshop.amendment import Amendment
from workshop.check_ins.agreed import to_answer

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


class Digits(Forms):
    """A screen whose digits say what has become of the selected item."""

    def begin(self, occasion: Occasion) -> None:
        """Begin a check-in."""
        raise NotImplementedError

    @property
    def choices(self) -> Mapping[str, Choice]:
        """What digits do with the selected item."""
        return self.choices_of(self.selected)

    def choices_of(self, item: str) -> Mapping[str, Choice]:
        """What digits do with an item, by the digits."""
        sitting = self.sitting
        if sitting is None:
            begins = [each for each in self.board.picture.items if each.startswith(BEGIN)]
            kinds = [Occasion(each.removeprefix(BEGIN)) for each in begins]
            return {f"{n}": Choice("", partial(self.begin, kind)) for n, kind in enumerate(kinds, 1)}
        get = self.workshop.get
        if get(Action, item) is not None and not self.agreed_here(item):
            answers = ((Answer.DONE, "done"), (Answer.NEEDED, "still needed"), (Answer.DROPPED, "dropped"))
            return _numbered((word, partial(self._answer, item, answer)) for answer, word in answers)
        if get(Milestone, item) is not None:
            told = {key: Choice(word, partial(self._report, item, each)) for key, (each, word) in _STANDS.items()}
            changed = {
                key: Choice(word, partial(self._amend_item, kind, item)) for key, (kind, word) in _CHANGES.items()
            }
            return told | changed
        if get(Condition, item) is not None:
            return _numbered((each.value, partial(self._hold, item, each)) for each in _HOLDS)
        if get(Trigger, item) is not None:
            watched = ((True, "fired"), (False, "quiet"))
            return _numbered((word, partial(self._watch, item, fired)) for fired, word in watched)
        if get(Priority, item) is not None:
            verdicts = (Verdict.KEEP, Verdict.CHANGE, Verdict.STOP)
            return _numbered((each.value, partial(self._judge, item, each)) for each in verdicts)
        change = get(Adjustment, item)
        if change is not None and change.look_on is not None and change.look_on <= self.today:
            return _numbered(
                (("it holds", partial(self._settle, item)), ("look again later", partial(self._later, item)))
            )
        return {}

    def agreed_here(self, item: str) -> bool:
        """Whether an item is an action of this check-in."""
        sitting = self.sitting
        return sitting is not None and self.workshop.get(Agreed, f"{sitting.id}-{item}") is not None

    @property
    def _begun(self) -> Sitting:
        sitting = self.sitting
        assert sitting is not None, "its digits are offered only while a check-in is under way"
        return sitting

    def _answer(self, item: str, answer: Answer) -> None:
        """Say what has become of an action; one that is late for the second time is to be changed."""
        [agreed] = [each for each in to_answer(self.workshop, self._begun) if each.action.id == item]
        if answer is Answer.NEEDED and agreed.must_change:
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

    def _amend_item(self, kind: Kind, item: str) -> None:
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
        if fired and self._begun.kind is not Occasion.EXTRA:
            self.host.tell(f"An extra check-in is called for, within {calling.WITHIN} days.")
        if fired:
            self.ask(self.form("watch", item, "note"))

    def _judge(self, item: str, verdict: Verdict) -> None:
        self.change(
            lambda workshop: checking_in.judge(workshop, self._begun.id, item, verdict), f"{item}: {verdict.value}"
        )
        self.ask(self.form("judge", item, "again", "note"))

    def _settle(self, item: str) -> None:
        self.change(partial(changing.look_again, id=item, on=None), f"change {item.removeprefix('J')}: it holds")

    def _later(self, item: str) -> None:
        self.ask(self.form("again", item, "look_on"))


def _numbered(choices: Iterable[tuple[str, Callable[[], None]]]) -> dict[str, Choice]:
    return {f"{n}": Choice(name, act) for n, (name, act) in enumerate(choices, 1)}
