"""Drawings as pictures of pixels, for documents that cannot show a drawing."""

from __future__ import annotations

#: Enough for print, in pixels to the inch.
_DENSITY = 200

#: The drawing fills the picture.
_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def drawn(svg: str) -> bytes:
    """Return a drawing as PNG."""
    from typst import Compiler

    from workshop.export.typesetting import fonts

    made = Compiler(_PAGE, font_paths=fonts(), sys_inputs={"svg": svg}).compile(format="png", ppi=_DENSITY)
    assert isinstance(made, bytes)
    return made
