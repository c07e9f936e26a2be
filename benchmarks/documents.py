"""Documents: all formats of the sample in one go, and what ten times the milestones cost."""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter
from typing import TYPE_CHECKING

from data.nouns.planning import Milestone
from data.value import Workshop

if TYPE_CHECKING:
    from workshop.export.registry import Format, Source

DAY = date(2026, 10, 14)

#: How often each is measured; the fastest counts.
_RUNS = 3


def measure() -> None:
    """Write every format and print a line each: milliseconds for the sample, for ten times its milestones, the ratio.

    All of the sample's are to be written within 2,000 ms, and ten times the milestones to cost at most twelve times.
    """
    import workshop.export  # noqa: F401  (what it imports registers the formats)
    from workshop.export.registry import formats, source_of
    from workshop.sample import sample

    one = sample(DAY, adopted=True)
    sources = [source_of(each, ref="bench", today=DAY, step="close") for each in (one, _times(one, 10))]
    began = perf_counter()
    for format in formats():
        format.document(sources[0])
    print(f"{'all formats for the first time, ms':<34}{(perf_counter() - began) * 1000:>10.0f}{2000:>10}")
    for format in formats():
        small, large = (min(_timed(format, source) for _ in range(_RUNS)) for source in sources)
        print(f"{format.name:<34}{large:>10.2f}{small:>10.2f}{large / small:>8.2f}")


def _timed(format: Format, source: Source) -> float:
    """Milliseconds that a document takes."""
    began = perf_counter()
    format.document(source)
    return (perf_counter() - began) * 1000


def _times(value: Workshop, times: int) -> Workshop:
    """Return a workshop with so many times its milestones, each copy a week later than the one before."""
    for number in range(1, times):
        for row in value.milestones[:12]:
            due = row.due + timedelta(weeks=number) if row.due else None
            fields = {**row.__dict__, "due": due, "first_due": due}
            value, _ = value.add(Milestone, **{name: each for name, each in fields.items() if name != "id"})
    return value
