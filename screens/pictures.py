"""`make pictures`: the README's pictures, taken by the app of itself on the sample, at a frozen moment."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from screens.app import WorkshopApp
from workshop import steps

#: The session of the sample, and an instant in the middle of it.
DAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


class Shot(NamedTuple):
    """One picture: its file, the terminal's columns and rows, the step to look at, and the keys pressed before."""

    name: str
    columns: int
    rows: int
    step: str
    keys: Sequence[str] = ()


SHOTS = (
    Shot("where-to-play", 80, 24, "where-to-play", ("down",)),
    Shot("where-to-play-large", 120, 34, "where-to-play", ("down",)),
    Shot("direction", 80, 24, "direction"),
    Shot("how-to-win", 80, 24, "how-to-win"),
    Shot("priorities", 80, 24, "priorities", ("down",)),
    Shot("owners", 80, 24, "owners", ("down", "down")),
    Shot("milestones", 80, 24, "milestones"),
    Shot("check", 80, 24, "milestones", ("c",)),
    Shot("stress-test", 80, 24, "stress-test"),
    Shot("rhythm", 80, 24, "rhythm"),
    Shot("close", 80, 24, "close"),
    Shot("self-assessment", 80, 24, "open", ("w", *["down"] * 8)),
    Shot("plan", 80, 30, "close", ("p",)),
)


async def take(shot: Shot, folder: Path) -> Path:
    """Take one picture; returns where it is."""
    numbers = count(1)
    instants = (NOW + timedelta(seconds=second) for second in count())
    with tempfile.TemporaryDirectory() as place:
        app = WorkshopApp(
            str(Path(place) / "pictures.sqlite"),
            now=lambda: next(instants) if app.desk is None else NOW + timedelta(minutes=6, seconds=18),
            today=lambda: DAY,
            new_id=lambda: f"{next(numbers):032x}",
            actor="pictures",
        )
        async with app.run_test(size=(shot.columns, shot.rows)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.press("s")
            await app.workers.wait_for_complete()
            assert app.desk is not None
            app.desk.note(lambda room: room.replace(step=shot.step, running_since=NOW, spent=_spent(shot.step)))
            app.look_at(shot.step)
            await pilot.pause()
            await pilot.press(*shot.keys)
            await app.desk.flush()
            await pilot.pause()
            picture = app.export_screenshot(title="workshop")
    target = folder / f"{shot.name}.svg"
    target.write_text(_plain(picture), encoding="utf-8")
    return target


def _spent(step: str) -> dict[str, float]:
    """Seconds used before a step: as planned, and four minutes more in the first one."""
    agenda = steps.load().agenda("half-day")
    before = takewhile(lambda item: item.step != step, agenda.items)
    return {item.step: 60.0 * item.minutes + (240 if item.step == "open" else 0) for item in before if item.step}


def _plain(svg: str) -> str:
    """The picture without fonts that would have to be fetched from elsewhere."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


async def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        sys.stdout.write(f"{await take(shot, folder)}\n")


if __name__ == "__main__":
    asyncio.run(main(Path("docs/pictures")))
