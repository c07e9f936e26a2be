"""Step 10, Close: how sure the room is, what becomes of parked thoughts, and who does what in the next 15 days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.base import Noun
from data.nouns.room import Action, Brief, Parked, Reservation
from data.value import Workshop
from screens.asking import Prompts, Then, nothing_more
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.fields import DIGITS
from screens.commands.items import Check, Delete
from screens.commands.views import InCompany, Switch
from screens.paint import Painter, Picture, Row, ends
from screens.parked import DISPOSITIONS, Parking
from screens.parted import EMPTY, AddElsewhere, AddTo, Parted
from screens.steps import close_board as board
from screens.steps import fist
from screens.steps.close_board import FIST
from screens.steps.close_commands import Fingers, HandsOneByOne, Names, StartOver, Whose
from screens.widgets.prompt import Prompt, PromptKey
from workshop import answers
from workshop.actions import closing
from workshop.room import voting
from workshop.room.ballots import BallotBox
from workshop.room.words import say
from workshop.text import shorten

#: The kind of question that asks what somebody does.
_DOES = "add/action-of"


class CloseStep(Parking, Parted):
    """The fist of five, reservations, parked thoughts, actions, and the message."""

    key = "close"
    nouns = (Reservation, Parked, Action)
    remedies: ClassVar[Mapping[str, str]] = {"text": f"{EMPTY}reservation", "by": f"{EMPTY}action"}

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        AddTo("reservation", "Add reservation"),
        AddTo("parked", "Park"),
        AddTo("action", "Add action"),
        InCompany(AddElsewhere("reservation", "Add a reservation")),
        AddElsewhere("action", "Add an action"),
        Open(),
        *DISPOSITIONS,
        *map(Fingers, range(6)),
        *DIGITS,
        Switch("More", here="", there="more", show=7),
        Switch("Less", here="more", there="", show=7),
        Check(),
        StepOn(),
        Delete(),
        StartOver(),
        InCompany(HandsOneByOne()),
        InCompany(Names()),
        InCompany(Whose()),
        StepBack(),
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    # -- how sure, and what would make it more -------------------------------------------------------------------

    def show_fingers(self, fingers: int) -> None:
        """Count one more hand, or say how many fingers stand behind the selected reservation."""
        row = self.selected_row
        if row is not None:
            self.set_field(Reservation, row.id, "score", fingers)
            return
        brief = self.workshop.brief
        if brief.voters and sum(brief.fist) >= brief.voters:
            words = fist.wording()
            self.host.tell(say(words.all_counted, hands=words.hands.of(brief.voters)))
            return
        counts = list(brief.fist or (0,) * closing.FINGERS)
        counts[5 - fingers] += 1
        self.change(partial(closing.show_fingers, counts=counts), f"a hand shows {fingers}")

    def show_one_by_one(self) -> None:
        """Let each voter show fingers here; before that ask how many there are, where nobody knows."""
        voters = voting.voters_of(self.workshop)
        if voters is None:
            self.ask(self.field_prompt(Brief, "W", "voters", self._collect))
        else:
            self._collect()

    def _collect(self) -> None:
        voters = voting.voters_of(self.workshop)
        if voters is not None:
            self.host.collect_ballots(self.step.question, fist.ballot(), closing.box(voters), self._take_hands)

    def _take_hands(self, box: BallotBox) -> None:
        self.change(partial(closing.count_hands, box=box), "a fist of five, one by one")
        self.select(FIST)

    def switch_names(self) -> None:
        """Let reservations bear names, or none."""
        attributed = not self.workshop.brief.attributed
        label = "names beside reservations" if attributed else "no names beside reservations"
        self.change(partial(closing.attribute, attributed=attributed), label)
        kept = "" if attributed else " Those given before stay in the history."
        self.host.tell(f"From now on: {label}.{kept}")

    def adding(self) -> Mapping[str, Callable[[], Prompt]]:
        return {"reservation": self._reservation_prompt, "parked": self.parked_prompt, "action": self._who_prompt}

    def part_of(self, item: str) -> str:
        return "reservation" if item == FIST else "action"

    def _reservation_prompt(self) -> Prompt:
        question = self.content.field("reservation", "text").ask
        return self.add_prompt("reservation", question, ("reservation", "text"), self._reserve)

    def _reserve(self, text: str) -> Prompt | None:
        """Take a reservation down, and ask what is not plain: how many fingers stand behind it, and whose it is."""
        possible = voting.fist_of(self.workshop.brief).unsure
        score = possible[0] if len(possible) == 1 else None
        row = self.added(Reservation, partial(closing.add_reservation, text=text, score=score), "add a reservation")
        if row is None:
            return None
        again = self._reservation_prompt
        whose = partial(self.whose_prompt, row.id, again) if self.workshop.brief.attributed else again
        asked = self.field_prompt(Reservation, row.id, "score", whose) if len(possible) > 1 else whose()
        return replace(asked, past=again())

    def whose_prompt(self, id: str, then: Then = nothing_more) -> Prompt:
        """Ask whose reservation it is; nobody's is an answer."""

        def take(name: str) -> Prompt | None:
            self.change(partial(closing.belongs_to, id=id, name=name), "a name beside a reservation")
            return then()

        return replace(self._party_prompt(PromptKey("whose", id), take), ask=fist.wording().whose)

    # -- actions -------------------------------------------------------------------------------------------------

    def _who_prompt(self) -> Prompt:
        """Ask who does something; then what, and by when, and again, until nobody is named."""
        asked = self._party_prompt(PromptKey.adding("action"), lambda who: self._does_prompt(who) if who else None)
        return replace(asked, text=answers.proposed(self.content.field("action", "who_id"), self.workshop))

    def _party_prompt(self, key: PromptKey, take: Callable[[str], Prompt | None]) -> Prompt:
        """Ask for a name, known or new, or for none."""
        wording = self.content.field("action", "who_id")

        def read(text: str) -> tuple[str, str]:
            if not text.strip():
                return "", ""
            answer = answers.read(wording, text, self.workshop, self.host.today())
            return answer.value, answer.echo

        return Prompt(
            key=key,
            ask=wording.ask,
            read=read,
            take=take,
            count=partial(answers.count, wording),
            suggest=lambda text: answers.suggestions(wording, self.workshop, text),
        )

    def _does_prompt(self, who: str) -> Prompt:
        wording = self.content.field("action", "text")

        def read(text: str) -> tuple[str, str]:
            answer = answers.read(wording, text, self.workshop, self.host.today())
            return answer.value, answer.echo

        def take(text: str) -> Prompt | None:
            row = self.added(Action, partial(closing.add_action, who=who, text=text), f"{who}: “{text}”")
            if row is None:
                return None
            return self.field_prompt(Action, row.id, "by", self._who_prompt)

        return Prompt(
            key=PromptKey(_DOES, who),
            ask=f"{shorten(who, 24)}: {wording.ask}",
            read=read,
            take=take,
            count=partial(answers.count, wording),
            behind=replace(self._who_prompt(), draft=who),
        )

    def prompts(self) -> Prompts:
        return {**super().prompts(), "whose": self._whose_again, _DOES: self._does_prompt}

    def _whose_again(self, id: str) -> Prompt | None:
        return self.whose_prompt(id) if self.workshop.get(Reservation, id) is not None else None

    def field_prompt(self, noun: type[Noun], id: str, name: str, then: Then = nothing_more) -> Prompt:
        prompt = super().field_prompt(noun, id, name, then)
        if (noun, name) != (Action, "by"):
            return prompt
        last = board.last_day(self.workshop.brief, self.host.today())

        def read(text: str) -> tuple[object, str]:
            day, echo = prompt.read(text)
            return day, f"{echo}: later than 15 days" if day and day > last else echo

        return replace(prompt, read=read)

    # -- the board -----------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        wide = painter.tall and painter.width >= 100
        column = painter.narrow((painter.width - 3) // 2) if wide else painter
        today = self.host.today()
        sure, doubts = board.sure(workshop, column), board.reservations(workshop, column)
        parked, actions = board.parked(workshop, column, today), board.actions(workshop, column, today)
        told = self._message(workshop, column)
        if not wide:
            parts = [painter.picture(rows) for rows in (sure, doubts, parked, actions, told) if rows]
            return self.in_parts(painter, *parts)
        blank = [column.note()]
        left = [*sure, *(blank if sure else []), *doubts, *(blank if doubts else []), *told]
        return painter.beside([left, [*parked, *blank, *actions]], column.width, 3)

    def _message(self, workshop: Workshop, painter: Painter) -> list[Row]:
        fields = [field for field in self.step.fields if field.noun == "brief" and field.name != "fist"]
        further = [field for field in fields if field.tier == "more"]
        shown = fields if self.shows_further(further) else [field for field in fields if field not in further]
        return self.field_rows(workshop, painter, workshop.brief, shown)

    # -- what comes next -----------------------------------------------------------------------------------------

    def footing(self, workshop: Workshop) -> Content:
        if self.line.is_open:
            return Content("")
        count = len(self.open_findings)
        left = Content.styled(board.next_thing(workshop), "bold $wall-here")
        right = Content.styled(f"! {count} open: c" if count else "", "$wall-explore")
        return ends(left, right, self.size.width - (4 if self.has_class("-tall") else 2))
