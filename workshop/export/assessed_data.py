"""The self-assessment for spreadsheets and for programs: a table of all questions, and JSON."""

from __future__ import annotations

import codecs
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from data.nouns.assessment import Assessment
from data.value import Workshop
from workshop.assessment import comparison, results
from workshop.assessment.comparison import Comparison
from workshop.assessment.results import ItemResult
from workshop.assessment.scoring import band
from workshop.assessment.words import median_of
from workshop.export import csv_cells
from workshop.export.phrases import iso
from workshop.export.registry import Source, Subject, whole_format


@whole_format(
    "assessment-csv",
    suffix=".csv",
    media_type="text/csv",
    description="A row for each question of each self-assessment, for spreadsheets",
    subject=Subject.ASSESSMENT,
)
def write_csv(source: Source) -> bytes:
    """Return every self-assessment as one table, in UTF-8 with a byte order mark, guarded against formulas."""
    rows = [list(map(csv_cells.guarded, row)) for row in _rows(source.workshop)]
    return codecs.BOM_UTF8 + csv_cells.written([_COLUMNS, *rows])


@whole_format(
    "assessment-json",
    suffix=".json",
    media_type="application/json",
    description="Every self-assessment with its scores, for programs",
    subject=Subject.ASSESSMENT,
)
def write_json(source: Source) -> bytes:
    """Return every self-assessment with its scores as JSON in ASCII."""
    return (json.dumps(plain(source.workshop), indent=2) + "\n").encode()


_COLUMNS = (
    *("id", "taken_on", "questionnaire", "version", "respondents", "dimension", "question", "topic"),
    *("level_1", "level_2", "level_3", "level_4", "level_5", "not_sure", "does_not_apply"),
    *("median", "lowest", "highest", "spread", "many_not_sure", "agreed", "evidence"),
)


def _rows(workshop: Workshop) -> Iterator[list[str]]:
    for row in results.in_order(workshop):
        found = results.result(workshop, row)
        for item in found.items if found is not None else ():
            yield [str("" if cell is None else cell) for cell in _cells(row, item)]


def _cells(row: Assessment, item: ItemResult) -> Iterable[str | int | None]:
    tally = item.tally
    lowest, highest = (tally.range if tally is not None else None) or (None, None)
    return (
        *(row.id, iso(row.taken_on), row.questionnaire, row.version, row.respondents),
        *(item.item.dimension, item.item.id, item.item.topic),
        *(tally.counts if tally is not None else [None] * 7),
        *(median_of(item), lowest, highest, _yes(item.is_spread), _yes(item.many_not_sure), item.agreed, item.note),
    )


def _yes(flag: bool) -> str:
    return "yes" if flag else ""


def plain(workshop: Workshop) -> dict[str, Any]:
    """Return every self-assessment with its scores as plain values, the earliest first."""
    return {"assessments": [_plain(workshop, row) for row in results.in_order(workshop)]}


def _plain(workshop: Workshop, row: Assessment) -> dict[str, Any]:
    found = results.result(workshop, row)
    head = {
        "id": row.id,
        "taken_on": iso(row.taken_on) or None,
        "questionnaire": row.questionnaire,
        "version": row.version,
        "respondents": row.respondents,
        "roles": dict(Counter(filter(None, row.roles))),
        "names": list(row.names),
    }
    if found is None:
        return head
    compared = comparison.compared(workshop, found)
    return {
        **head,
        "dimensions": [
            {
                "id": each.dimension.id,
                "name": each.dimension.name,
                "score": _float(each.score),
                "band": band(each.score) if each.score is not None else None,
            }
            for each in found.dimensions
        ],
        "questions": [_plain_item(item) for item in found.items],
        "next_actions": [
            {"question": item.item.id, "action": item.next_action, "step": item.item.step}
            for item in found.next_actions
        ],
        "since": _plain_comparison(compared) if compared is not None else None,
    }


def _plain_item(item: ItemResult) -> dict[str, Any]:
    tally = item.tally
    return {
        "id": item.item.id,
        "dimension": item.item.dimension,
        "topic": item.item.topic,
        "counts": _counts(tally.counts) if tally is not None else None,
        "median": _float(tally.median) if tally is not None else None,
        "range": list(tally.range) if tally is not None and tally.range else None,
        "spread": item.is_spread,
        "many_not_sure": item.many_not_sure,
        "agreed": item.agreed,
        "level": _float(item.level),
        "evidence": item.note,
        "leaders": _counts(item.leaders.counts) if item.leaders is not None else None,
    }


def _plain_comparison(compared: Comparison) -> dict[str, Any]:
    return {
        "id": compared.then.assessment.id,
        "comparable": compared.comparable,
        "moved": [
            {"id": change.id, "then": _float(change.then), "now": _float(change.now)} for change in compared.moved
        ],
    }


def _counts(counts: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(("1", "2", "3", "4", "5", "not_sure", "does_not_apply"), counts, strict=True))


def _float(value: Any) -> float | None:
    return None if value is None else float(value)
