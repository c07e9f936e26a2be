"""The documents a plan becomes: one module a format, each registered with `workshop.export.registry` when imported."""

# People are shown the formats in this order.
# isort: off
from workshop.export import markdown, onepage, html, pdf, sheet, plaintext, summary
from workshop.export import runsheet, worksheet
from workshop.export import check_in, calendar
from workshop.export import mermaid
from workshop.export import csv_tables, trackers, whole_workshop
from workshop.export import assessed, assessed_data
from workshop.export import word, slides, xlsx
# isort: on

__all__ = [
    "assessed",
    "assessed_data",
    "calendar",
    "check_in",
    "csv_tables",
    "html",
    "markdown",
    "mermaid",
    "onepage",
    "pdf",
    "plaintext",
    "runsheet",
    "sheet",
    "slides",
    "summary",
    "trackers",
    "whole_workshop",
    "word",
    "worksheet",
    "xlsx",
]
