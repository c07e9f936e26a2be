"""The documents a plan becomes: one module a format, each registered with `workshop.export.registry` when imported."""

# People are shown the formats in this order.
# isort: off
from workshop.export import markdown, onepage, plaintext, summary
from workshop.export import runsheet, worksheet
from workshop.export import whole_workshop
# isort: on

__all__ = ["markdown", "onepage", "plaintext", "runsheet", "summary", "whole_workshop", "worksheet"]
