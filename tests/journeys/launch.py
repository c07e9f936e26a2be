"""Opens the app on a database as if it were always the same moment of one day.

Run as: python launch.py DATABASE DAY [REF]
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from screens.app import WorkshopApp

#: Whose changes these are: they can be undone by the next process.
ACTOR = "facilitator"


def main(database: str, day: str, ref: str | None = None) -> int:
    today = date.fromisoformat(day)
    moment = datetime.combine(today, time(9), UTC)
    app = WorkshopApp(database, ref=ref, now=lambda: moment, today=lambda: today, actor=ACTOR)
    status = app.run()
    if app.trouble is not None:
        raise app.trouble
    return status if status is not None else app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
