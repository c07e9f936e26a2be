"""What people typed, as text: cleaned on the way in, measured as people see it, and compared without a model."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import regex

_BREAKS = regex.compile(r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]")

# Beside the control characters: halves of surrogate pairs, which no database takes, and the marks that turn the
# direction of all that follows them on the line. The joiners that emoji, Arabic and Indic scripts need stay.
_UNWANTED = regex.compile(r"[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]")

_GRAPHEME = regex.compile(r"\X")
# The halves of a flag, and the mark that asks for the emoji's picture.
_MAKES_WIDE = regex.compile(r"[\U0001f1e6-\U0001f1ff\ufe0f]").match
_WORD = regex.compile(r"\w+(?:'\w+)*")

# Letters of European alphabets that do not come apart into a base letter and an accent.
_SPELLED = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})

# What stands before a line of a list, as documents, wikis and mails mark it.
_ITEM = regex.compile(r"^\s*(?:[-*•◦▪–—·]|\d{1,2}[.)])\s+(?=\S)")

_SLUG_LENGTH = 40


def clean(text: str) -> str:
    """Return `text` as it is kept: one line in NFC, with no control character and no space around it.

    Tabs and line breaks become spaces. Combining marks, right-to-left and wide scripts and emoji stay as they are.
    """
    one_line = _UNWANTED.sub("", _BREAKS.sub(" ", text))
    return unicodedata.normalize("NFC", one_line).strip()


def line(text: str) -> str:
    """Return `text` as one line that can be shown anywhere, with one space wherever there was space."""
    return " ".join(clean(text).split())


def unlisted(text: str) -> str:
    """Return a line of a list without the bullet or the number it begins with: "Open late" for "- Open late"."""
    return str(_ITEM.sub("", text))


def graphemes(text: str) -> list[str]:
    """Return the characters as people see them: grapheme clusters (UAX #29)."""
    return [found[0] for found in _GRAPHEME.finditer(text)]


def length(text: str) -> int:
    """Return how many characters people see, in grapheme clusters: 1 for a family emoji or an accented letter."""
    return len(graphemes(text))


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes: two for each wide character (UAX #11) and emoji."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_cells_of(cluster) for cluster in graphemes(text))


def shorten(text: str, width: int) -> str:
    """Return `text` cut to at most `width` cells, ending in "…" when something was cut; "" when `width` is below 1."""
    if cells(text) <= width:
        return text
    kept, used = "", 1
    for cluster in graphemes(text):
        used += _cells_of(cluster)
        if used > width:
            break
        kept += cluster
    return f"{kept.rstrip()}…" if width >= 1 else ""


def slug(title: str) -> str:
    """Return a short name for files and the command line: a-z, 0-9 and single hyphens, never empty."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_SPELLED)).encode("ascii", "ignore").decode()
    name = ""
    for word in regex.findall(r"[a-z0-9]+", plain.replace("'", "")):
        longer = f"{name}-{word}" if name else word[:_SLUG_LENGTH]
        if len(longer) > _SLUG_LENGTH:
            break
        name = longer
    return name or "workshop"


# A search compares the same texts again for every key that is typed.
@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return `text` as a search compares it: no upper case, no accents, one space wherever there was space."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED)).replace("’", "'")
    return " ".join("".join(each for each in apart if not unicodedata.combining(each)).casefold().split())


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of `text` in order, case-folded; "don't" is one word, "world-class" is two."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    return tuple(found[0] for found in _WORD.finditer(plain))


def starts_with(text: str, phrases: Iterable[str]) -> str | None:
    """Return the longest of `phrases` (each one or more whole words) that `text` begins with, or None."""
    words = words_in(text)
    found = [phrase for phrase in phrases if (sought := words_in(phrase)) and words[: len(sought)] == sought]
    return max(found, key=lambda phrase: len(words_in(phrase)), default=None)


def phrases_in(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Return those of `phrases` (each one or more whole words) that stand in `text`, in the order they were given."""
    words = words_in(text)

    def stands(sought: tuple[str, ...]) -> bool:
        return any(words[at : at + len(sought)] == sought for at in range(len(words) - len(sought) + 1))

    return tuple(phrase for phrase in phrases if (sought := words_in(phrase)) and stands(sought))


def is_one_of(text: str, phrases: Iterable[str]) -> bool:
    """Return whether `text` as a whole is one of `phrases`, upper and lower case and punctuation aside."""
    words = words_in(text)
    return bool(words) and any(words == words_in(phrase) for phrase in phrases)


def trigram_similarity(a: str, b: str) -> float:
    """Return how alike two texts are, from 0 (nothing shared) to 1 (the same words, in any order).

    Method: the Jaccard index of their sets of trigrams, each word padded with two spaces before and one after it, as
    PostgreSQL's pg_trgm does. Texts without a word are alike only when they are equal, and then not empty.
    """
    mine, theirs = _trigrams(a), _trigrams(b)
    if not mine and not theirs:
        return float(bool(a) and a == b)
    shared = len(mine & theirs)
    return shared / (len(mine) + len(theirs) - shared)


# Lists are compared pair by pair, and again after every change.
@lru_cache(maxsize=1024)
def _trigrams(text: str) -> frozenset[str]:
    padded = [f"  {word} " for word in words_in(text)]
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


# A page is laid out several times over, and from few characters.
@lru_cache(maxsize=4096)
def _cells_of(cluster: str) -> int:
    if any(unicodedata.east_asian_width(character) in "WF" or _MAKES_WIDE(character) for character in cluster):
        return 2
    # Zero for what takes no place of its own: a lone mark, a joiner, a control character.
    return int(any(unicodedata.category(character) not in ("Mn", "Me", "Cf", "Cc") for character in cluster))
