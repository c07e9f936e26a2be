"""`make pictures`: what the sample's documents look like, for the README; a picture a format, small ones.

Pages are drawn by typst. A web page needs Chromium to be drawn, and what is made for an office needs LibreOffice: where
they are not installed, the pictures that are there stay.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from typst import Compiler

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

#: The session of the sample.
DAY = date(2026, 10, 14)

#: How wide a picture is, in points; at 96 to the inch.
WIDTH = 640

#: Pages side by side on a gray ground.
TEMPLATE = b"""
#let d = json(bytes(sys.inputs.data))
#set page(width: d.width * 1pt, height: auto, margin: 10pt, fill: rgb("#e4e7e6"))
#set text(size: 1pt)
#grid(
  columns: d.pages.map(_ => 1fr),
  column-gutter: 10pt,
  ..d.pages.map(page => box(
    width: 100%,
    height: if d.height == none { auto } else { d.height * 1pt },
    clip: true,
    stroke: 0.5pt + rgb("#c3cac9"),
    fill: white,
    if d.paged { image(d.file, page: page, width: 100%) } else { image(d.file, width: 100%) },
  )),
)
"""


class Picture(NamedTuple):
    """A picture of some pages of a format; `height` in points cuts long ones."""

    format: str
    pages: tuple[int, ...]
    height: int | None = None


PICTURES = (
    Picture("onepage-pdf", (1,)),
    Picture("pdf", (1, 3, 6)),
    Picture("html", (1,)),
    Picture("docx", (1, 2, 5)),
    Picture("pptx", (1, 2, 6)),
    Picture("xlsx", (1, 4), 220),
)


def main(folder: Path) -> None:
    """Draw all of them into a folder."""
    from workshop.export.registry import find, source_of
    from workshop.sample import sample

    source = source_of(sample(DAY, adopted=True), ref="brackenford", today=DAY, step="close")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for picture in PICTURES:
            format = find(picture.format)
            written = Path(place, f"{format.name}{format.suffix}")
            written.write_bytes(format.document(source))
            drawn = drawable(written)
            if drawn is None:
                sys.stderr.write(f"{format.name}: not drawn, it needs {NEEDS[written.suffix]}\n")
                continue
            target = folder / f"document-{format.name}.png"
            target.write_bytes(draw(drawn, picture))
            sys.stdout.write(f"{target}\n")


#: What draws a kind of file.
NEEDS = {".html": "chromium", ".docx": "soffice", ".pptx": "soffice", ".xlsx": "soffice"}


def drawable(written: Path) -> Path | None:
    """Return a document as a PDF or a PNG; None where the program that makes one of it is not installed."""
    if written.suffix == ".pdf":
        return written
    program = shutil.which(NEEDS[written.suffix])
    if program is None:
        return None
    if written.suffix == ".html":
        made = written.with_suffix(".png")
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1"]
        command = [program, *options, f"--screenshot={made}", "--window-size=1000,1290", str(written)]
    else:
        made = written.with_suffix(".pdf")
        command = [program, "--headless", "--convert-to", "pdf", "--outdir", str(written.parent), str(written)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return made


def draw(file: Path, picture: Picture) -> bytes:
    """Return the picture, as PNG."""
    data = {
        "file": file.name,
        "pages": picture.pages,
        "paged": file.suffix == ".pdf",
        "width": WIDTH if len(picture.pages) > 1 else WIDTH * 0.6,
        "height": picture.height,
    }
    template = file.with_name("picture.typ")
    template.write_bytes(TEMPLATE)
    compiler = Compiler(str(template), root=str(file.parent), sys_inputs={"data": json.dumps(data)})
    made = compiler.compile(format="png", ppi=96)
    assert isinstance(made, bytes)
    return made


if __name__ == "__main__":
    main(ROOT / "docs" / "pictures")
