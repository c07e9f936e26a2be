"""Which letters of a plan no font of this machine has, and what to install to have them in a PDF."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import regex

from workshop.export import plaintext
from workshop.export.typesetting import fonts
from workshop.export.whole_plan import whole_plan
from workshop.plan.model import Plan
from workshop.text import graphemes

#: What typst's own fonts have in any case: the letters of Europe, and what is typed between them.
_COVERED = re.compile("[\\s\u0020-\u024f\u0370-\u03ff\u0400-\u045f\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac]+")

#: A document of nothing but the letters in question.
_PROBE = b"""
#set document(title: "letters")
#for each in sys.inputs.letters.split("\n") { par(each) }
"""

#: How the compiler names a letter that no font has.
_NAMED = re.compile(r'the text `"(.*?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")

#: What is not seen by itself, as a joiner is not.
_UNSEEN = ("Cf", "Mn", "Cc")

#: What to install for a script: a family of the Noto fonts, which are free.
_FAMILIES = (
    (r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\u3000-\u303f\u30fb\uff00-\uffef]", "Noto Sans CJK"),
    (r"\p{Arabic}", "Noto Naskh Arabic"),
    (r"\p{Hebrew}", "Noto Sans Hebrew"),
    (r"[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]", "Noto Emoji"),
    (r"\p{Devanagari}", "Noto Sans Devanagari"),
    (r"\p{Thai}", "Noto Sans Thai"),
)

#: A sentence names so many letters at most.
_MOST = 8


def missing_letters(plan: Plan) -> tuple[str, ...]:
    """Return one sentence on the letters that a PDF of the plan shows as boxes, or none where it has them all."""
    return lacking(plaintext.render(whole_plan(plan)))


def lacking(text: str, *, system: bool = True) -> tuple[str, ...]:
    """Return the sentence on a text; with `system` off, as it is where nothing but typst's own fonts is there."""
    rest = _COVERED.sub("", text)
    missing = _without_font(frozenset(graphemes(rest)), system=system) if rest else ()
    if not missing:
        return ()
    shown = " ".join(letter if letter.isprintable() else f"U+{ord(letter[0]):04X}" for letter in missing[:_MOST])
    more = f" and {len(missing) - _MOST} more" if len(missing) > _MOST else ""
    families = dict.fromkeys(_family(letter) for letter in missing)
    return (f"No font here has {shown}{more}: the PDF shows boxes in their place. Install {', '.join(families)}.",)


@lru_cache(maxsize=64)
def _without_font(letters: frozenset[str], *, system: bool) -> tuple[str, ...]:
    """Return those of `letters` that no font has, in their order: PDF/A has no place for a letter without a picture."""
    from typst import Compiler, TypstError

    compiler = Compiler(_PROBE, font_paths=fonts(system=system), sys_inputs={"letters": "\n".join(sorted(letters))})
    try:
        compiler.compile(format="pdf", timestamp=0, pdf_standards=["a-2b"])
    except TypstError as error:
        found = (_NUMBERED.sub(lambda it: chr(int(it[1], 16)), name) for name in _NAMED.findall(error.diagnostic))
        return tuple(dict.fromkeys(letter for letter in found if unicodedata.category(letter[0]) not in _UNSEEN))
    return ()


def _family(letter: str) -> str:
    found = (name for pattern, name in _FAMILIES if regex.search(pattern, letter))
    return next(found, "a Noto font of that script")
