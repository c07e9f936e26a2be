"""All places of How to win at once: their sentences below each other, and the look back at the choice of places."""

from __future__ import annotations

from textual.content import Content

from data.nouns.room import LookBack
from data.nouns.strategy import Arena
from screens.paint import Picture, Row, fit, said, wrapped
from screens.steps.winning_board import LOOK_BACK, LOOK_BACK_NOTE, QUIET, WinningBoard, keyed


class AllPlacesBoard(WinningBoard):
    """Draws all places, to compare what was said of them and to look back."""

    def sentences(self) -> Picture:
        """The sentences of all places below each other."""
        for arena in self.arenas:
            self.block(arena.id, [self.name(arena)])
            self.rows += [self.painter.under(arena.id, line) for line in self._whole(arena).wrap(self.room - 2)]
            if self.painter.tall:
                self.blank()
        answer = self.answer
        self.block(LOOK_BACK, [Content(f"{answer.sign} Look back: {answer.label}" if answer else "· Look back")])
        if self.painter.selected == LOOK_BACK:
            self.rows += [
                self.painter.under(LOOK_BACK, line)
                for line in wrapped(self.content.field("brief", "look_back").ask, self.room - 2, QUIET)
            ]
            self.digits("brief", "look_back", 4)
        return self.painter.picture(self.rows)

    def look_back(self) -> Picture:
        """The question whether the places still stand, and the places, each with what we would win by."""
        brief = self.workshop.brief
        self.tabs(LOOK_BACK)
        self.block(LOOK_BACK, wrapped(self.content.field("brief", "look_back").ask, self.room, "bold"))
        self.blank()
        if (answer := self.answer) is not None:
            style = "$wall-play" if brief.look_back is LookBack.STAND else "$wall-explore"
            self.rows.append(Row(Content.styled(f"  {answer.sign} {answer.label}", f"bold {style}")))
        if answer is None or self.painter.selected == LOOK_BACK:
            self.digits("brief", "look_back", 2)
        if brief.look_back is LookBack.CHANGED or brief.look_back_note:
            label = self.content.field("brief", "look_back_note").label
            lead = Content.styled(f"{label}  ", QUIET)
            first, *rest = wrapped(brief.look_back_note or "…", self.room - lead.cell_length)
            self.block(LOOK_BACK_NOTE, [lead + first, *(Content(" " * lead.cell_length) + line for line in rest)])
        self.blank()
        for arena in self.arenas:
            self.rows.append(Row(fit(Content("  ") + self.name(arena), self.painter.width)))
            for line in wrapped(arena.advantage or "no answer yet", self.room - 2, QUIET, most=2):
                self.rows.append(Row(Content("    ") + line))
        if brief.look_back is LookBack.CHANGED:
            self.blank()
            self.rows.append(Row(keyed("  ", "PgUp", "goes back to Where to play, to change the places")))
        return self.tabbed(LOOK_BACK)

    def _whole(self, arena: Arena) -> Content:
        if not arena.alternative and not arena.advantage:
            return Content.styled("no answer yet", QUIET)
        instead, advantage = said(arena.alternative or "…"), said(arena.advantage or "…", "bold")
        return Content.assemble("Instead of ", instead, ", people choose us for ", advantage)
