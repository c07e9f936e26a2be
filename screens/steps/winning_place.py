"""One place of How to win: its sentence, what makes us believe it, what it takes, and what would have to be true."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from data.nouns.strategy import Arena, Capability, Condition, Level
from screens.field_item import FieldItem
from screens.paint import POINTER, Picture, Row, ends, said, wrapped
from screens.steps.winning_board import KEY, QUIET, WinningBoard, keyed
from screens.tabs import strip
from workshop import dates
from workshop.rules.how_to_win import DOUBTED

#: From so many cells on there is room for the dates of tests.
DATED = 64

#: Cells for the words that stand before proof and needs.
LABEL = 10

_LEVELS = {Level.HAVE: "$wall-play", Level.PARTLY: "$wall-explore", Level.MISSING: "$wall-alarm"}


def proof_item(arena_id: str) -> str:
    """The item for what makes us believe that a place can be won."""
    return str(FieldItem("arena", arena_id, "proof"))


def opposite_item(arena_id: str) -> str:
    """The item for whether the opposite of the answer is sane."""
    return str(FieldItem("arena", arena_id, "opposite_sane"))


def needs_item(arena_id: str) -> str:
    """The item that stands where nothing is said yet of what a place takes."""
    return f"needs/{arena_id}"


class PlaceBoard(WinningBoard):
    """Draws one place behind its tab."""

    def place(self, arena: Arena) -> Picture:
        """One place: its sentence, proof and needs, conditions, and the question about the opposite."""
        self.tabs(arena.id)
        self._sentence(arena)
        conditions = self.workshop.conditions(arena.id)
        capabilities = self.workshop.capabilities(arena.id)
        whole = bool(arena.advantage and conditions)
        if arena.proof or capabilities or whole:
            self.blank()
        if arena.proof or whole:
            self._proof(arena)
        if capabilities or whole:
            self._needs(arena, capabilities)
        if arena.advantage or conditions:
            self.blank()
            self._conditions(conditions)
        if arena.advantage:
            self.blank()
            self._opposite(arena)
        return self.tabbed(arena.id)

    def _sentence(self, arena: Arena) -> None:
        if not arena.alternative and not arena.advantage:
            asks = [self.content.field("arena", name).ask for name in ("alternative", "advantage")]
            self.block(arena.id, [line for ask in asks for line in wrapped(ask, self.room, "bold")])
            self.rows.append(Row(keyed("  ", "Enter", "begins with the first")))
            return
        lines = wrapped(f"Instead of {arena.alternative or '…'}", self.room)
        lines += [Content("people choose us for")]
        lines += wrapped(arena.advantage or "…", self.room, "bold")
        self.block(arena.id, lines)

    def _proof(self, arena: Arena) -> None:
        item, field = proof_item(arena.id), self.content.field("arena", "proof")
        kind = self.content.field("arena", "proof_kind").choice(arena.proof_kind)
        lead = Content.styled(f"{field.label:<{LABEL - 2}}", QUIET)
        right = Content.styled(kind.label if kind else "", QUIET)
        room = self.room - LABEL - right.cell_length
        first, *rest = wrapped(arena.proof, room, most=3) if arena.proof else [Content.styled("…", QUIET)]
        self.block(item, [lead + first, *(Content(" " * (LABEL - 2)) + line for line in rest)], right)

    def _needs(self, arena: Arena, capabilities: Sequence[Capability]) -> None:
        label = self.content.field("capability", "text").label
        lead = Content.styled(f"{label:<{LABEL - 2}}", QUIET)
        if not capabilities:
            self.block(needs_item(arena.id), [lead + Content.styled("…", QUIET)])
            return
        pieces = [(row.id, self._need(row)) for row in capabilities]
        rows, places = strip(
            pieces, self.painter.width, len(self.rows), lead=Content("  ") + lead.truncate(LABEL - 4, pad=True)
        )
        self.rows += rows
        self.beside += places
        if any(row.id == self.painter.selected for row in capabilities):
            self.digits("capability", "level", LABEL)

    def _need(self, row: Capability) -> Content:
        """A capability with its sign, and for the selected one the word for it."""
        chosen = row.id == self.painter.selected
        level = self.content.field("capability", "level").choice(row.level)
        sign = "" if level is None else f" {level.sign} {level.label}" if chosen else f" {level.sign}"
        style = f"bold {_LEVELS.get(row.level, QUIET)}"
        piece = Content.assemble(f"{POINTER if chosen else ' '} ", said(row.text), (sign, style))
        return piece.stylize("bold $wall-ink on $wall-chosen") if chosen else piece

    def _conditions(self, conditions: Sequence[Condition]) -> None:
        wide = self.painter.width >= DATED
        trust = self.content.field("condition", "confidence").label
        header = f"{trust:<7}" + (f"{self.content.field('condition', 'by').label:>13}" if wide else "")
        title = Content.styled("  What would have to be true", "bold")
        self.rows.append(Row(ends(title, Content.styled(header, "bold"), self.painter.width)))
        for row in conditions:
            self._condition(row, wide)
        if not conditions:
            self.rows.append(Row(keyed("  ", "a", "names the first condition")))

    def _condition(self, row: Condition, wide: bool) -> None:
        right = _trust(row.confidence)
        if wide:
            by = self._test_by(row)
            right += by.pad_left(13 - by.cell_length)
        chosen = row.id == self.painter.selected
        room = self.room - right.cell_length
        self.block(row.id, wrapped(row.text, room, most=4 if chosen or self.painter.tall else 1), right)
        if not (chosen or self.painter.tall):
            return
        test = self.content.field("condition", "test")
        who = self.workshop.party(row.who_id)
        until = "" if wide else self._test_by(row).plain
        details = [f"{test.label}: {', '.join(filter(None, (row.test, until)))}"] if row.test or until else []
        details += [f"{self.content.field('condition', 'who_id').label}: {who.name}"] if who else []
        for detail in details:
            for line in wrapped(detail, self.room - 2, "italic $wall-ink" if chosen else QUIET, most=2):
                self.rows.append(self.painter.under(row.id, line))

    def _test_by(self, row: Condition) -> Content:
        """The day of a test; for a condition that is doubted, what is missing of it."""
        if row.by is not None and (row.test or row.confidence is None or row.confidence > DOUBTED):
            return Content(dates.short(row.by, self.today))
        if row.confidence is None or row.confidence > DOUBTED:
            return Content("")
        return Content.styled("! no date" if row.test else "! no test", KEY)

    def _opposite(self, arena: Arena) -> None:
        item, field = opposite_item(arena.id), self.content.field("arena", "opposite_sane")
        answer = {True: ("✓ yes", "$wall-play"), False: ("! no", KEY), None: ("", "")}[arena.opposite_sane]
        asked = Content.assemble(("Read aloud: ", QUIET), (f"“{field.ask}”", "italic"))
        lines = list(asked.wrap(self.room - len(answer[0]) - 2))
        self.block(item, lines, Content.styled(*answer))
        if item == self.painter.selected:
            self.rows.append(Row(keyed("  ", "1", "yes") + keyed("  ", "2", "no")))


def _trust(confidence: int | None) -> Content:
    """Trust as circles and as a number; a question mark where nobody has said it."""
    if confidence is None:
        return Content.styled("○○○○○ ?", QUIET)
    return Content.styled(f"{'●' * confidence}{'○' * (5 - confidence)} {confidence}", "$wall-explore")
