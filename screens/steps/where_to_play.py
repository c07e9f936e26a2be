"""Step 3, Where to play: a board of places, each with a verdict and the reason for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from data.nouns.strategy import Arena, Verdict
from data.value import Workshop
from screens.command import Command, bindings
from screens.commands.everywhere import CHANGES, MOVES, ROOM, Open, StepBack, StepOn
from screens.commands.items import RANK, Add, Check, Choose, Delete, Merge
from screens.paint import Painter, Picture, Row, said, wrapped
from screens.step import StepScreen
from screens.widgets.prompt import Prompt
from workshop import dates
from workshop.actions import arenas
from workshop.steps import Choice, load

_STYLE = {
    Verdict.UNDECIDED: "$wall-here",
    Verdict.PLAY: "$wall-play",
    Verdict.EXPLORE: "$wall-explore",
    Verdict.NOT_NOW: "$wall-ink",
    Verdict.NOT_US: "$wall-alarm",
}

_CHOICES = load().field("arena", "verdict").choices


Groups = Mapping[Verdict, tuple[Choice, tuple[Arena, ...]]]


class WhereToPlay(StepScreen):
    """Places to play, by verdict."""

    key = "where-to-play"
    nouns = (Arena,)

    ACTIONS: ClassVar[tuple[Command, ...]] = (
        Add(),
        *Choose.among(Arena, "verdict"),
        Check(),
        StepOn(),
        Open(),
        Delete(),
        Merge(),
        StepBack(),
        *RANK,
        *MOVES,
        *CHANGES,
        *ROOM,
    )
    BINDINGS = bindings(ACTIONS)

    def add_first(self) -> Prompt:
        return self.add_prompt("arena", "A place to play:", ("arena", "name"), self._add)

    def _add(self, name: str) -> None:
        self.added(Arena, partial(arenas.add, name=name), f"add “{name}”")

    def choose(self, item: str, value: str) -> None:
        if (why := self.amends(Arena, item, "verdict", value)) is not None:
            self.ask(why)
            return
        verdict = Verdict(value)
        row, waiting = self.workshop.row(Arena, item), arenas.judged(self.workshop, Verdict.UNDECIDED)
        label = next(choice.label for choice in _CHOICES if choice.value == value)
        self.change(partial(arenas.judge, id=item, verdict=verdict), f"{label}: {self.quoted(row)}")
        self.select(item)
        self.follow_up(Arena, item, self.content.follow_up("arena", "verdict", value), waiting)

    def shift(self, item: str, by: int) -> None:
        self.change(partial(arenas.move, id=item, places=by), f"move {self.quoted(self.workshop.row(Arena, item))}")

    def merge_prompt(self, item: str) -> Prompt | None:
        return self.merge_into(self.workshop.row(Arena, item), self.workshop.arenas, arenas.merge)

    # -- the board -----------------------------------------------------------------------------------------------

    def picture(self, workshop: Workshop, painter: Painter) -> Picture:
        if not workshop.arenas:
            return self.empty_picture(painter)
        groups = {
            Verdict(choice.value): (choice, arenas.judged(workshop, Verdict(choice.value))) for choice in _CHOICES
        }
        if painter.tall and painter.width >= 100:
            return self._cards(painter, groups)
        rows: list[Row] = []
        for verdict, (choice, group) in groups.items():
            if group:
                rows.append(painter.heading(choice.sign, choice.label, _how_many(verdict, group), _STYLE[verdict]))
            for arena in group:
                rows += self._lines(painter, arena)
        return painter.picture(rows)

    def _lines(self, painter: Painter, arena: Arena) -> list[Row]:
        rows = [painter.item(arena.id, said(arena.name), self._mark(arena))]
        if arena.id == painter.selected:
            for text in self._because(arena):
                lines = wrapped(text, painter.width - 4, "italic $wall-ink", most=2)
                rows += [painter.under(arena.id, line) for line in lines]
        return rows

    def _cards(self, painter: Painter, groups: Groups) -> Picture:
        columns: list[tuple[Verdict, ...]] = [(Verdict.PLAY,), (Verdict.EXPLORE,), (Verdict.NOT_NOW, Verdict.NOT_US)]
        if groups[Verdict.UNDECIDED][1]:
            columns.insert(0, (Verdict.UNDECIDED,))
        gap = 3
        column = painter.narrow((painter.width - gap * (len(columns) - 1)) // len(columns))
        blocks: list[list[Row]] = []
        for verdicts in columns:
            rows: list[Row] = []
            for verdict in verdicts:
                choice, group = groups[verdict]
                note = _how_many(verdict, group)
                rows += [column.heading(choice.sign, choice.label, note, _STYLE[verdict]), column.note()]
                for arena in group:
                    because = [(text, "$wall-quiet") for text in self._because(arena)]
                    mark = [(self._mark(arena).plain, "$wall-explore")]
                    rows += column.card(arena.id, [(arena.name, "bold"), *because, *mark], _STYLE[verdict])
            blocks.append(rows)
        return painter.beside(blocks, column.width, gap)

    def _because(self, arena: Arena) -> list[str]:
        texts = [arena.reason] if arena.reason else []
        if arena.verdict is Verdict.NOT_NOW and arena.trigger:
            texts.append(f"reopen if: {arena.trigger}")
        if arena.verdict is Verdict.EXPLORE and arena.question:
            texts.append(f"to find out: {arena.question}")
        return texts

    def _mark(self, arena: Arena) -> Content:
        """What stands at the end of a place's line: what is missing, or what is worth knowing at a glance."""
        if arena.verdict is Verdict.NOT_NOW and not arena.trigger:
            return Content.styled("! no trigger", "bold $wall-explore")
        if arena.verdict is Verdict.EXPLORE:
            if arena.decide_by is None:
                return Content.styled("! no end date", "bold $wall-explore")
            return Content.styled(f"until {dates.short(arena.decide_by, self.host.today())}", "$wall-quiet")
        if arena.verdict is Verdict.PLAY and not arena.reason:
            return Content.styled("! no reason", "bold $wall-explore")
        return Content.styled("what we do today" if arena.today else "", "$wall-quiet")


def _how_many(verdict: Verdict, group: Sequence[Arena]) -> str:
    return f"{len(group)} of at most 4" if verdict is Verdict.PLAY else f"{len(group)}"
