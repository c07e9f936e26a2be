"""The name a workshop goes by on the command line: its title's slug and two characters, given once and kept."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator

# Without the letters and digits that are mistaken for one another when read aloud or off a wall.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_LONGEST = 40

# Latin letters that Unicode does not take apart, and the apostrophe, which parts no word.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "'": ""}
)


def slug(title: str) -> str:
    """Return `title` in lower-case ASCII letters, digits and single hyphens, at most 40 characters, cut between words.

    A title with no Latin letter or digit at all becomes "workshop".
    """
    folded = unicodedata.normalize("NFKD", title.casefold()).translate(_UNDECOMPOSED)
    words = re.findall(r"[a-z0-9]+", folded.encode("ascii", "ignore").decode())
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        kept = longer
    return kept or "workshop"


def candidates(title: str, ids: Callable[[], str]) -> Iterator[str]:
    """Yield refs to try for a workshop of this title, in turn; longer ones once many of the short ones are taken.

    The characters are drawn from `ids`, whatever its ids look like.
    """
    stem, tried = slug(title), 0
    while True:
        digest = int.from_bytes(hashlib.blake2b(f"{tried} {ids()}".encode(), digest_size=8).digest(), "big")
        tail = ""
        for _ in range(2 + tried // 50):
            digest, place = divmod(digest, len(_ALPHABET))
            tail += _ALPHABET[place]
        yield f"{stem}-{tail}"
        tried += 1
