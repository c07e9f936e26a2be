"""What a document says to somebody who opens it: its text, whatever it is packed in."""

from __future__ import annotations

import io
import zipfile

from pypdf import PdfReader

#: Where typesetting may break a line.
_BREAKS = {0x200B: None}


def text_of(document: bytes) -> str:
    """Return all the text in a document: of the parts of a zip, of a PDF's pages, their names included."""
    if document.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            return "\n".join(f"{name}\n{text_of(archive.read(name))}" for name in archive.namelist())
    if document.startswith(b"%PDF-"):
        return pdf_text(document)
    return document.decode("utf-8", "replace")


def pdf_text(document: bytes) -> str:
    """Return the text of a PDF's pages and bookmarks, and its properties, on one line."""
    reader = PdfReader(io.BytesIO(document))
    texts = [page.extract_text() for page in reader.pages]
    texts += [title for title, _ in bookmarks(reader)]
    texts += map(str, (reader.metadata or {}).values())
    return " ".join("\n".join(texts).translate(_BREAKS).split())


def bookmarks(reader: PdfReader) -> list[tuple[str, int]]:
    """Return the bookmarks, each with the number of its page, counted from 1."""

    def flat(entries: list) -> list:
        return [each for entry in entries for each in (flat(entry) if isinstance(entry, list) else [entry])]

    return [(entry.title, (reader.get_destination_page_number(entry) or 0) + 1) for entry in flat(reader.outline)]
