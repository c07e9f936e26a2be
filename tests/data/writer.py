"""A process that adds parties to a workshop and says the number of each change once it is acknowledged.

Run as: python writer.py PLACE WORKSHOP FIRST_NUMBER HOW_MANY
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from data.difference import Op
from data.nouns.room import Party
from data.store import Store
from tests.data.making import counting, ticking


def main(place: str, id: str, first: str, how_many: str) -> None:
    store = Store(place, actor=first, now=ticking(), ids=counting())
    for number in range(int(first), int(first) + int(how_many)):
        party = Party(id=f"N{number}", name=f"Party {number} " + "x" * 200)
        seq = store.save(id, (Op("party", party.id, None, dict(party.__dict__)),), label=party.id)
        sys.stdout.write(f"{seq} {party.id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
