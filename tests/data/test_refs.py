"""Refs: the slug of a title, and what sets one workshop apart from another of the same title."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.refs import candidates, slug
from tests.data.making import counting


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Where to next?", "where-to-next"),
        ("Größe & Ziele", "grosse-ziele"),
        ("L'été à Łódź — Æther", "lete-a-lodz-aether"),
        ("  Plan  2027/28 ", "plan-2027-28"),
        ("戦略", "workshop"),
        ("[/b]", "b"),
        ("", "workshop"),
        ("A very long title that goes on and on past forty characters", "a-very-long-title-that-goes-on-and-on"),
        ("x" * 60, "x" * 40),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


@given(st.text())
def test_any_title_makes_a_slug_that_can_be_typed(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title))
    assert len(slug(title)) <= 40


def test_candidates_never_run_out_even_of_one_id() -> None:
    refs = list(islice(candidates("Care", lambda: "the same"), 200))
    assert len(set(refs)) > 180
    assert re.fullmatch(r"care-[a-z2-9]{2}", refs[0])
    assert len(refs[-1]) > len(refs[0])


def test_the_same_source_gives_the_same_refs() -> None:
    assert list(islice(candidates("Care", counting()), 5)) == list(islice(candidates("Care", counting()), 5))
