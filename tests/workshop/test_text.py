"""Text as people type it: cleaned, measured, shortened and compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.text import (
    cells,
    clean,
    graphemes,
    is_one_of,
    length,
    phrases_in,
    shorten,
    slug,
    starts_with,
    trigram_similarity,
    words_in,
)

FAMILY = "👨‍👩‍👧"

# Any string Python can hold, halves of surrogate pairs included.
anything = st.text(st.characters())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Northern villages ", "Northern villages"),
        ("one\ttwo\nthree\r\nfour\rfive\u2028six", "one two three four five six"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("nul\x00 bell\x07 delete\x7f csi\x9b", "nul bell delete csi"),
        ("\ud83dhalf", "half"),
        ("cafe\u0301", "café"),
        ("txt.\u202eexe", "txt.exe"),
        ("\ufeffbom", "bom"),
        ("Win [/b] in [red]", "Win [/b] in [red]"),
        (f"{FAMILY} ذهب हिन्दी 日本", f"{FAMILY} ذهب हिन्दी 日本"),
        (" \t\n", ""),
    ],
)
def test_clean_keeps_what_was_said_and_drops_what_steers_a_terminal(typed, kept):
    assert clean(typed) == kept


@given(anything)
def test_cleaned_text_is_one_storable_line(typed):
    kept = clean(typed)
    assert not {unicodedata.category(character) for character in kept} & {"Cc", "Cs", "Zl", "Zp"}
    assert kept == kept.strip() == unicodedata.normalize("NFC", kept)
    assert clean(kept) == kept
    kept.encode()


@pytest.mark.parametrize(
    ("text", "characters"),
    [("", 0), ("plain", 5), ("cafe\u0301", 4), (FAMILY, 1), ("🇩🇪🇫🇷", 2), ("日本語", 3), ("नि", 1)],
)
def test_length_counts_what_people_see(text, characters):
    assert length(text) == characters


@given(anything)
def test_graphemes_lose_nothing(text):
    assert "".join(graphemes(text)) == text


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("plain text", 10),
        ("日本語", 6),
        ("cafe\u0301", 4),
        ("ｗｉｄｅ", 8),
        ("ذهب", 3),
        ("▲ ◆ ○ ✕ …", 9),
        (FAMILY, 2),
        ("🇩🇪", 2),
        ("❤️", 2),
        ("\u200b", 0),
    ],
)
def test_cells_are_those_of_a_terminal(text, width):
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Northern villages", 17, "Northern villages"),
        ("Northern villages", 16, "Northern villag…"),
        ("Northern villages", 10, "Northern…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        (FAMILY + FAMILY, 3, FAMILY + "…"),
        ("any", 1, "…"),
        ("any", 0, ""),
    ],
)
def test_shorten(text, width, short):
    assert shorten(text, width) == short


@given(anything, st.integers(0, 30))
def test_shortened_text_fits_and_is_a_beginning(text, width):
    short = shorten(text, width)
    assert cells(short) <= max(width, 0)
    assert short == text or text.startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Brackenford food bank: strategy 2027-2029", "brackenford-food-bank-strategy-2027-2029"),
        ("Straße nach Łódź & Ærø", "strasse-nach-lodz-aero"),
        ("Don't stop", "dont-stop"),
        ("Don’t stop", "dont-stop"),
        ("日本語", "workshop"),
        ("", "workshop"),
        ("../../etc/passwd", "etc-passwd"),
        ("a" * 100, "a" * 40),
        ("word " * 20, "word-word-word-word-word-word-word-word"),
    ],
)
def test_slug(title, name):
    assert slug(title) == name


@given(anything)
def test_slug_is_never_empty_and_always_plain(title):
    name = slug(title)
    assert 1 <= len(name) <= 40
    assert all(part.isascii() and part.isalnum() and part == part.lower() for part in name.split("-"))
    assert slug(name) == name


def test_words_are_whole_and_case_folded():
    assert words_in("We don’t GROW, world-class Straße हिन्दी!") == (
        "we", "don't", "grow", "world", "class", "strasse", "हिन्दी",
    )  # fmt: skip
    assert words_in(" … ") == ()


def test_starts_with_names_the_longest_phrase():
    assert starts_with("Work on evenings", ["work", "work on"]) == "work on"
    assert starts_with("CONTINUE: the talks", ["continue"]) == "continue"
    assert starts_with("Supporters decide", ["support"]) is None
    assert starts_with("The work", ["work"]) is None
    assert starts_with("", ["work", ""]) is None


def test_phrases_in_finds_whole_phrases_anywhere():
    assert phrases_in("A World-class, must-have growth", ["grow", "must", "world class"]) == ("must", "world class")
    assert phrases_in("the general, public", ["general public"]) == ("general public",)
    assert phrases_in("publicly general", ["general public", ""]) == ()


def test_is_one_of_means_the_whole_text():
    assert is_one_of("The Board.", ["the board"])
    assert not is_one_of("The Board Chair", ["the board"])
    assert not is_one_of("", [""])


def test_similarity_of_names_people_mix_up():
    assert trigram_similarity("Northern villages", "northern Villages!") == 1
    assert trigram_similarity("Evening opening in Eastmere", "Evening openings in Eastmere") > 0.6
    assert trigram_similarity("Northern villages", "Fresh food from packers") < 0.2
    # As `select similarity('word', 'two words')` has it.
    assert trigram_similarity("word", "two words") == pytest.approx(4 / 11)
    assert trigram_similarity("", "") == 0
    assert trigram_similarity("!!", "!!") == 1


@given(anything, anything)
def test_similarity_is_a_symmetric_share(a, b):
    assert 0 <= trigram_similarity(a, b) == trigram_similarity(b, a) <= 1
    assert not a or trigram_similarity(a, a) == 1
