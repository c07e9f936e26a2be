"""Which letters of a plan no font of this machine has, and what to install to have them in a PDF."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from workshop.export import plaintext
from workshop.export.typesetting import fonts
from workshop.export.whole_plan import whole_plan
from workshop.plan import Plan
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

#: What to install for a script: a family of the Noto fonts, which are free.
_FAMILIES = (
    (regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\u3000-\u303f\uff00-\uffef]"), "CJK"),
    (regex.compile(r"\p{Arabic}"), "Arabic"),
    (regex.compile(r"\p{Hebrew}"), "Hebrew"),
    (regex.compile(r"[\p{Emoji_Presentation}\p{Extended_Pictographic}\u20e3]"), "Emoji"),
    (regex.compile(r"\p{Devanagari}"), "Devanagari"),
    (regex.compile(r"\p{Thai}"), "Thai"),
)

#: A sentence names so many letters at most.
_MOST = 8


def missing_letters(plan: Plan) -> tuple[str, ...]:
    """Return one sentence on the letters that a PDF of the plan shows as boxes, or none where it has them all."""
    rest = _COVERED.sub("", plaintext.render(whole_plan(plan)))
    lacking = _lacking(frozenset(graphemes(rest))) if rest else ()
    if not lacking:
        return ()
    families = dict.fromkeys(_family(letter) for letter in lacking)
    shown = " ".join(_shown(letter) for letter in lacking[:_MOST])
    more = f" and {len(lacking) - _MOST} more" if len(lacking) > _MOST else ""
    install = " and ".join(f"Noto ({each})" if each else "a font that has them" for each in families)
    return (f"No font here has {shown}{more}: the PDF shows boxes in their place. Install {install}.",)


@lru_cache(maxsize=64)
def _lacking(letters: frozenset[str], *, system: bool = True) -> tuple[str, ...]:
    """Return those of `letters` that no font has, in their order: PDF/A has no place for a letter without a picture."""
    from typst import Compiler, TypstError

    compiler = Compiler(_PROBE, font_paths=fonts(system=system), sys_inputs={"letters": "\n".join(sorted(letters))})
    try:
        compiler.compile(format="pdf", timestamp=0, pdf_standards=["a-2b"])
    except TypstError as error:
        return tuple(dict.fromkeys(_NAMED.findall(error.diagnostic)))
    return ()


def _family(letter: str) -> str:
    return next((name for pattern, name in _FAMILIES if pattern.search(letter)), "")


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else f"U+{ord(letter[0]):04X}"
