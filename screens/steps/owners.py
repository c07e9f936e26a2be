"""Step 6, Owners: each selected priority has one name that answers for it, and that name's own answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.planning import Accepted, Priority, Status
from data.nouns.room import Party
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, StepBack, StepOn
from screens.commands.items import Check, Choose, Delete
from screens.commands.views import Switch
from screens.owning import Owning, said_priorities
from screens.paint import Painter, Picture, Row, cells, fit, said, wrapped
from screens.step import StepScreen
from screens.widgets.prompt import Prompt
from workshop import answers
from workshop.actions import owners, priorities
from workshop.rules.owners import MANY, owner_of
from workshop.steps import load

#: The two views: what each priority has, and what each person carries.
BY_PRIORITY, BY_PERSON = "", "by-person"

_ANSWERS = {Accepted(choice.value): choice for choice in load().field("priority", "accepted").choices}

_STYLE = {
    Accepted.NOT_ASKED: "$wall-explore",
    Accepted.YES: "$wall-play",
    Accepted.YES_IF: "$wall-explore",
    Accepted.NO: "bold $wall-alarm",
}

#: What the selected priority says below its line, where it is filled.
_DETAILS = ("accepted_if", "decides_alone", "deputy_id", "helpers", "leaves_desk")

_NOBODY = Content.styled("nobody yet !", "bold $wall-alarm")


class Name(Command):
    """Name the one who answers for the selected priority."""

    id, name, keys, key_shown, show = "owner.name", "Owner", "enter", "Enter", 1

    def applies(self, screen: Owners) -> bool:
        row = screen.selected_row
        return isinstance(row, Priority) and owner_of(screen.workshop, row) is None

    def run(self, screen: Owners) -> None:
        screen.open_item()


class Details(Name):
    """Open all that belongs to the selected owner: the name, the deputy, the helpers, the hours, what they decide."""

    id, name = "item.open", "Details"

    def applies(self, screen: Owners) -> bool:
        return bool(screen.selected) and not super().applies(screen)


class Rename(Command):
    """Name somebody else for the selected priority; whoever it is has not been asked yet."""

    id, name = "owner.other", "Another owner"

    def applies(self, screen: Owners) -> bool:
        return bool(screen.selected_row)

    def run(self, screen: Owners) -> None:
        screen.ask(screen.owner_prompt(screen.selected))


class Answer(Choose):
    """Write down what the owner of the selected priority answers."""


class Unname(Delete):
    """Take the owner's name off the selected priority; undo brings it back."""

    name = "No owner"

    def applies(self, screen: StepScreen) -> bool:
        row = screen.selected_row
        return isinstance(row, Priority) and row.owner_id is not None


class Owners(Owning, StepScreen):
    """The selected priorities and who answers for them."""

    key = "owners"
    nouns = (Priority,)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Name(),
        Details(),
        *Answer.among(Priority, "accepted"),
        Switch("By person", BY_PRIORITY, BY_PERSON, show=3),
        Switch("By priority", BY_PERSON, BY_PRIORITY, show=3),
        Check(),
        StepOn(),
        Rename(),
        Unname(),
        StepBack(),
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    # -- acting ---------------------------------------------------------------------------------------------------

    def choose(self, item: str, value: str) -> None:
        """Write down an owner's answer; where there is no owner, ask for the name first."""
        row = self.workshop.row(Priority, item)
        if owner_of(self.workshop, row) is None:
            self.ask(self.owner_prompt(item, lambda: self._accept(item, Accepted(value))))
        else:
            self.ask(self._accept(item, Accepted(value)))

    def _accept(self, item: str, accepted: Accepted) -> Prompt | None:
        row = self.workshop.get(Priority, item)
        owner = owner_of(self.workshop, row) if row is not None else None
        if row is None or owner is None:
            return None
        label = f"{_ANSWERS[accepted].label}: “{owner.name}” for {self.quoted(row)}"
        self.change(partial(owners.accept, priority_id=item, accepted=accepted), label)
        self.select(item)
        return self.field_prompt(Priority, item, "accepted_if") if accepted is Accepted.YES_IF else None

    def delete(self, item: str) -> None:
        """Take the owner's name off; the priority itself belongs to the step before."""
        row = self.workshop.row(Priority, item)
        if (why := self.amends(Priority, item, "owner_id", None)) is not None:
            self.ask(why)
            return
        self.change(partial(owners.name, priority_id=item, name=None), f"nobody for {self.quoted(row)}")

    def open_item(self) -> None:
        row = self.selected_row
        if isinstance(row, Priority) and owner_of(self.workshop, row) is None:
            self.ask(self.owner_prompt(row.id))
        elif self.workshop.party(self.selected) is not None:
            self.host.show_card(Party, self.selected, self.key)
        else:
            super().open_item()

    # -- the board -------------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        chosen = priorities.with_status(workshop, Status.SELECTED)
        if not chosen:
            return self.empty_picture(painter, "PgUp", f"goes back to {self.content.step('priorities').name}")
        if self.view == BY_PERSON:
            return painter.picture(self._by_person(painter, workshop, chosen))
        columns = _columns(painter.width, chosen)
        rows: list[Row] = []
        for rank, row in enumerate(chosen, 1):
            rows += self._lines(painter, workshop, rank, row, columns)
        return painter.picture(rows)

    def _lines(
        self, painter: Painter, workshop: Workshop, rank: int, row: Priority, columns: tuple[int, int]
    ) -> list[Row]:
        title, name = columns
        owner = owner_of(workshop, row)
        left = _rank(rank) + fit(said(row.title, "bold"), title) + " "
        left += fit(_NOBODY if owner is None else _loaded(workshop, owner, name), name)
        rows = [painter.item(row.id, left, _answer(row, painter.width) if owner is not None else None, indent=1)]
        if row.id == painter.selected:
            rows += self._details(painter, workshop, row, title)
        return [*rows, painter.note()] if painter.tall else rows

    def _details(self, painter: Painter, workshop: Workshop, row: Priority, title: int) -> list[Row]:
        rows = []
        if cells(row.title) > title:
            rows = [painter.under(row.id, line, 3) for line in wrapped(row.title, painter.width - 3, "bold", most=2)]
        for name in _DETAILS:
            if name == "accepted_if" and row.accepted is not Accepted.YES_IF:
                continue
            field = self.content.field("priority", name)
            value = answers.shown(field, row, workshop, self.host.today())
            if value:
                at = title + 4
                first, *others = wrapped(value, painter.width - at, "italic $wall-ink", most=2)
                label = fit(Content.styled(field.label, "$wall-quiet"), at - 6)
                rows.append(painter.under(row.id, label + " " + first, 5))
                rows += [painter.under(row.id, line, at) for line in others]
        return rows

    def _by_person(self, painter: Painter, workshop: Workshop, chosen: Sequence[Priority]) -> list[Row]:
        """Those who carry most first, each with what they carry; who carries nothing last."""
        rows: list[Row] = []
        carried = {
            party: [(rank, row) for rank, row in enumerate(chosen, 1) if row.owner_id == party.id]
            for party in workshop.parties
        }
        orphans = [(rank, row) for rank, row in enumerate(chosen, 1) if owner_of(workshop, row) is None]
        if orphans:
            rows.append(Row(Content(" ") + _NOBODY))
            rows += [self._carried(painter, rank, row) for rank, row in orphans]
        for party, own in sorted(carried.items(), key=lambda each: -len(each[1])):
            if own and party.name.strip():
                load = owners.load(workshop, party.id)
                style = "bold $wall-alarm" if load.priorities > MANY else "$wall-explore"
                warned = "! " if load.priorities > MANY else ""
                many = f"{warned}{said_priorities(load.priorities)}"
                right = Content.styled(many, style) + Content.styled(f" {load.hours:>5} h", "$wall-quiet")
                rows.append(painter.item(party.id, said(party.name, "bold"), right, indent=1))
                rows += [self._carried(painter, rank, row) for rank, row in own]
            rows += [painter.note()] if own and painter.tall else []
        free = [party.name for party in workshop.participants if not carried[party] and not party.outside]
        if free:
            text = f"Carry nothing yet: {', '.join(free)}"
            rows += [] if painter.tall else [painter.note()]
            rows += [Row(line) for line in wrapped(text, painter.width, "$wall-quiet", most=3)]
        return rows

    def _carried(self, painter: Painter, rank: int, row: Priority) -> Row:
        right = None if row.owner_id is None else _answer(row, painter.width)
        return painter.item(row.id, Content("  ") + _rank(rank) + said(row.title), right, indent=1)


def _columns(width: int, chosen: Sequence[Priority]) -> tuple[int, int]:
    """Cells for the title and for the name, beside rank, answer and hours."""
    room = width - 5 - _answer(chosen[0], width).cell_length
    longest = max(cells(row.title) for row in chosen)
    title = min(longest, room - 36 if width >= 100 else room * 6 // 11)
    return title, min(room - title, 44)


def _rank(rank: int) -> Content:
    return Content.styled(f"{rank} ", "bold $wall-play")


def _loaded(workshop: Workshop, owner: Party, room: int) -> Content:
    """A name, and beside one that answers for several priorities for how many; the number is never cut."""
    count = owners.load(workshop, owner.id).priorities
    if count < 2:
        return said(owner.name)
    load = Content.styled(f" ! {count} of them" if count > MANY else f" ({count})", "$wall-explore")
    name = said(owner.name)
    return (name if name.cell_length + load.cell_length <= room else fit(name, room - load.cell_length)) + load


def _answer(row: Priority, width: int) -> Content:
    """The owner's answer as word and sign, and the hours a week where there is room for them."""
    choice = _ANSWERS[row.accepted]
    said_so = Content.styled(f"{f'{choice.label} {choice.sign}':<11}", _STYLE[row.accepted])
    if width < 64:
        return said_so
    hours = "" if row.hours is None else f"{row.hours} h"
    return said_so + Content.styled(f"{hours:>5}", "$wall-quiet")
