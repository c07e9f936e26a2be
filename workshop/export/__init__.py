"""The documents a plan becomes: one module a format, each registered with `workshop.export.registry` when imported."""

from workshop.export import markdown, onepage, plaintext, summary

__all__ = ["markdown", "onepage", "plaintext", "summary"]
