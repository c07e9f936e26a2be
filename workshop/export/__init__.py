"""The documents a plan becomes: one module a format, each registered with `workshop.export.registry` when imported."""

# People are shown the formats in this order.
# isort: off
from workshop.export import markdown, html, pdf, onepage, sheet, plaintext, summary
from workshop.export import runsheet, worksheet
from workshop.export import mermaid
from workshop.export import whole_workshop
from workshop.export import assessed, assessed_data
# isort: on

__all__ = [
    "assessed",
    "assessed_data",
    "html",
    "markdown",
    "mermaid",
    "onepage",
    "pdf",
    "plaintext",
    "runsheet",
    "sheet",
    "summary",
    "whole_workshop",
    "worksheet",
]
