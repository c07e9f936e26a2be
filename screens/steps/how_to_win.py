"""Step 4, How to win: for each place to play the reason to be chosen, what must be true for it, and the look back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from data.nouns.base import Noun
from data.nouns.room import Brief, LookBack
from data.nouns.strategy import Arena, Capability, Condition, Level, Verdict
from data.value import Workshop
from screens.asking import Prompts, Then, nothing_more
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.fields import DIGITS
from screens.commands.items import RANK, Check, Delete
from screens.field_item import FieldItem
from screens.paint import Painter, Picture
from screens.step import StepScreen
from screens.steps.winning_board import LOOK_BACK, LOOK_BACK_NOTE
from screens.steps.winning_commands import ALL, AddCondition, AddNeed, AddNeedHere, Sentences, Trust, WholePlace
from screens.steps.winning_place import PlaceBoard, needs_item, proof_item
from screens.steps.winning_places import AllPlacesBoard
from screens.widgets.prompt import Prompt
from workshop import answers
from workshop.actions import winning
from workshop.actions.arenas import judged
from workshop.former import Renaming
from workshop.wording import Field


class HowToWin(StepScreen):
    """The places to play behind tabs, one shown in full.

    Which one follows from the selected item: a place's id stands for its sentence, and what else is selected belongs
    to a place.
    """

    key = "how-to-win"
    nouns = (Condition, Capability)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Open(),
        AddCondition(),
        AddNeedHere(),
        Trust(),
        Sentences("All", "", ALL, 5),
        Sentences("One place", ALL, "", 3),
        Check(),
        StepOn(),
        Delete(),
        StepBack(),
        AddNeed(),
        WholePlace(),
        *DIGITS,
        *RANK,
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        #: The place shown last: it stays when what was selected in it is taken away.
        self._last = ""

    # -- what is selected ----------------------------------------------------------------------------------------

    def follow(self, renaming: Renaming) -> None:
        super().follow(renaming)
        self._last = renaming.id(self._last)

    @property
    def arenas(self) -> tuple[Arena, ...]:
        """The places to play."""
        return judged(self.workshop, Verdict.PLAY)

    @property
    def arena(self) -> Arena | None:
        """The place that is shown; None at the look back, and while there is no place to play."""
        if self.selected in (LOOK_BACK, LOOK_BACK_NOTE):
            return None
        arenas = {arena.id: arena for arena in self.arenas}
        return arenas.get(self._place_of(self.selected)) or arenas.get(self._last) or next(iter(arenas.values()), None)

    def _place_of(self, item: str) -> str:
        """The id of the place that an item belongs to."""
        row, field = self.row_of(item), FieldItem.read(item)
        if isinstance(row, (Condition, Capability)):
            return row.arena_id
        return field.id if field is not None else item.removeprefix(needs_item(""))

    @property
    def at_condition(self) -> bool:
        return isinstance(self.selected_row, Condition)

    @property
    def at_needs(self) -> bool:
        arena = self.arena
        return isinstance(self.selected_row, Capability) or (
            arena is not None and self.selected == needs_item(arena.id)
        )

    def field_of(self, item: str) -> tuple[type[Noun], str, Field] | None:
        """Digits say of a condition how far it is trusted, and of a capability whether it is there."""
        match self.row_of(item):
            case Condition(id=id):
                return Condition, id, self.content.field("condition", "confidence")
            case Capability(id=id):
                return Capability, id, self.content.field("capability", "level")
        return super().field_of(item)

    # -- the board -----------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if not self.arenas:
            return self.empty_picture(painter, "PgUp", "goes back to Where to play")
        arena, today = self.arena, self.host.today()
        if self.shows_all:
            return AllPlacesBoard(workshop, painter, today).sentences()
        if arena is None:
            return AllPlacesBoard(workshop, painter, today).look_back()
        self._last = arena.id
        return PlaceBoard(workshop, painter, today).place(arena)

    @property
    def shows_all(self) -> bool:
        """Whether the sentences of all places are shown at once."""
        return self.view == ALL

    def show_view(self, view: str) -> None:
        arena = self.arena
        self.selected = LOOK_BACK if arena is None else arena.id
        super().show_view(view)

    # -- what is done with the selected ----------------------------------------------------------------------------

    def open_item(self) -> None:
        arena = self.arena
        if self.selected == LOOK_BACK:
            self.ask(self.field_prompt(Brief, "W", "look_back", self._what_changed))
        elif self.at_needs and self.selected_row is None:
            self.ask(self.need_prompt())
        elif arena is not None and self.selected == arena.id:
            then = partial(self._first_condition, arena.id)
            self.ask(self.fields_prompt(Arena, arena.id, "alternative", "advantage", then=then))
        elif arena is not None and self.selected == proof_item(arena.id):
            self.ask(self.fields_prompt(Arena, arena.id, "proof", "proof_kind"))
        elif (row := self.selected_row) is not None:
            self.host.show_card(type(row), row.id, self.key)
        else:
            self.open_field(self.selected)

    def open_arena(self) -> None:
        """Open all that this step asks for of the place that is shown."""
        if (arena := self.arena) is not None:
            self.host.show_card(Arena, arena.id, self.key)

    def press_digit(self, digit: int) -> None:
        place = self.field_of(self.selected)
        given = None if place is None else answers.digits(place[2]).get(f"{digit}")
        if given is None:
            return
        value, word = given.value, given.label
        row = self.selected_row
        if isinstance(row, Condition):
            self.change(partial(winning.trust, id=row.id, confidence=digit), f"trust {digit}: {self.quoted(row)}")
        elif isinstance(row, Capability):
            self.change(partial(winning.have, id=row.id, level=Level(str(value))), f"{word}: {self.quoted(row)}")
        elif self.selected == LOOK_BACK:
            self.change(partial(winning.look_back, answer=LookBack(str(value))), f"look back: {word}")
            self.ask(self._what_changed())
        else:
            super().press_digit(digit)

    def _what_changed(self) -> Prompt | None:
        """Ask what has changed, once the look back says that something has."""
        changed = self.workshop.brief.look_back is LookBack.CHANGED
        return self.field_prompt(Brief, "W", "look_back_note") if changed else None

    def shift(self, item: str, by: int) -> None:
        row = self.row_of(item)
        if row is not None:
            self.change(partial(winning.move, id=item, places=by), f"move {self.quoted(row)}")

    def without(self, workshop: Workshop, item: str) -> Workshop:
        return winning.remove(workshop, item)

    # -- adding --------------------------------------------------------------------------------------------------

    def add_first(self) -> Prompt | None:
        """Ask for conditions of the place that is shown; each is followed by the question how far it is trusted."""
        return None if self.arena is None else self._condition_prompt(self.arena.id)

    def _first_condition(self, arena_id: str) -> Prompt | None:
        """Go on to what would have to be true, where nothing is said of that yet."""
        return None if self.workshop.conditions(arena_id) else self._condition_prompt(arena_id)

    def _condition_prompt(self, arena_id: str) -> Prompt | None:
        if self.workshop.get(Arena, arena_id) is None:
            return None

        def add(text: str) -> Prompt | None:
            self.show_view("")
            row = self.added(Condition, partial(winning.add_condition, arena_id=arena_id, text=text), f"add “{text}”")
            return None if row is None else replace(self.trust_prompt(row.id, again), past=again())

        def again() -> Prompt:
            ask = self.content.field("condition", "text").ask
            return self.add_prompt("condition", ask, ("condition", "text"), add, to=arena_id)

        return again()

    def trust_prompt(self, id: str, then: Then = nothing_more) -> Prompt:
        """Ask how far a condition is trusted; `then` gives what to ask next."""
        return self.field_prompt(Condition, id, "confidence", then)

    def need_prompt(self) -> Prompt | None:
        """Ask for what winning takes in the place that is shown."""
        return None if self.arena is None else self._capability_prompt(self.arena.id)

    def _capability_prompt(self, arena_id: str) -> Prompt | None:
        if self.workshop.get(Arena, arena_id) is None:
            return None

        def add(text: str) -> None:
            self.show_view("")
            self.added(Capability, partial(winning.add_capability, arena_id=arena_id, text=text), f"add “{text}”")

        ask = self.content.field("capability", "text").ask
        return self.add_prompt("capability", ask, ("capability", "text"), add, to=arena_id)

    def prompts(self) -> Prompts:
        return {
            **super().prompts(),
            "add/condition": self._condition_prompt,
            "add/capability": self._capability_prompt,
        }
