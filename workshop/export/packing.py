"""What zipped office documents share: the same bytes every time, and text that XML can hold."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time

from workshop.plan.model import Plan

#: The earliest moment a zip can name; all parts of a document bear it.
_MOMENT = (1980, 1, 1, 0, 0, 0)

#: What XML 1.0 has no way to write. Texts of a plan have no control characters, but may have noncharacters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of (name, content), in the order given."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # else it would tell which system it was written on
            archive.writestr(info, content)
    return whole.getvalue()


def repacked(document: bytes, change: Callable[[bytes], bytes] = bytes) -> bytes:
    """Return a zip without the moment it was written at; `change` gets the content of each part."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return packed([(name, change(archive.read(name))) for name in archive.namelist()])


def xml_text(text: str) -> str:
    """Return `text` with a replacement character for each one that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def runs_left(text: str) -> bool:
    """Whether a text runs from right to left: its first letter says so (UAX #9, rule P2)."""
    ways = (unicodedata.bidirectional(each) for each in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def moment(plan: Plan) -> datetime:
    """When the properties of a document say it was made: the midnight (UTC) of the day the plan is from."""
    return datetime.combine(plan.adopted_on or plan.held_on or plan.today, time(), UTC)
