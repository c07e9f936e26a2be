"""JSON: the whole workshop, to import elsewhere and for other programs; `workshop schema` describes it."""

from __future__ import annotations

from workshop.export.registry import Source, whole_format


@whole_format(
    "json",
    suffix=".json",
    media_type="application/json",
    description="The whole workshop, to import elsewhere",
)
def write(source: Source) -> bytes:
    """Return the whole workshop as JSON, in UTF-8."""
    from workshop.interchange.writing import write  # its models cost time, which a list of formats does not need

    return write(source.workshop, step=source.step, versions=source.versions)
