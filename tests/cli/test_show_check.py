"""`workshop show` and `workshop check`: the page, and what there is to say about it."""

from __future__ import annotations

import json

import pytest

from data.nouns.planning import Priority, Status
from data.nouns.room import Acceptance
from data.store import Kept, Store
from tests.cli.running import HOSTILE, Run, assert_shows_nothing_unsafe, filled_with, titled
from workshop.text import cells


def test_the_page_fits_the_wall(run: Run, kept: Kept) -> None:
    ran = run("show", kept.ref)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert kept.value.brief.title in ran.out
    assert len(lines) <= 60 and max(map(cells, lines)) <= 80


def test_a_beginning_of_a_ref_will_do_in_any_case(run: Run, kept: Kept) -> None:
    assert run("show", kept.ref[:5]).out == run("show", kept.ref.upper()).out == run("show", kept.ref).out


def test_a_ref_that_several_begin_with_names_them(run: Run, store: Store) -> None:
    refs = [store.create(titled("Twins")).ref for _ in range(2)]
    ran = run("show", "twins")
    assert ran.status == 2
    assert all(ref in ran.complaint for ref in refs)


def test_a_ref_that_nothing_has_is_wrong_input(run: Run, kept: Kept) -> None:
    ran = run("show", "nothing-like-it")
    assert ran.status == 2
    assert "`workshop list`" in ran.complaint


def test_the_sample_passes(run: Run, kept: Kept) -> None:
    assert run("check", kept.ref).status == 0


def test_a_block_makes_status_1_until_it_is_accepted(run: Run, store: Store) -> None:
    value, row = titled("Begun").add(Priority, title="Make one booking line", status=Status.SELECTED, rank="a0")
    kept = store.create(value)
    ran = run("check", kept.ref)
    assert ran.status == 1
    blocks = [each for each in json.loads(run("check", kept.ref, "--json").out) if each["level"] == "BLOCK"]
    assert blocks and all(f"block  {each['code']}" in ran.out for each in blocks)
    assert any(each["item"] == row.id for each in blocks)

    reason = "We settle this on Friday."
    accepted = kept.value.put(
        *(
            Acceptance(
                id=f"{each['code']}:{each['item']}",
                code=each["code"],
                item=each["item"],
                message=each["message"],
                reason=reason,
            )
            for each in blocks
        )
    )
    other = store.create(accepted)
    ran = run("check", other.ref)
    assert (ran.status, f"accepted: {reason}" in ran.out) == (0, True)
    found = json.loads(run("check", other.ref, "--json").out)
    assert {each["accepted"] for each in found if each["level"] == "BLOCK"} == {reason}


def test_json_has_code_level_step_message_and_item(run: Run, kept: Kept) -> None:
    found = json.loads(run("check", kept.ref, "--json").out)
    assert found and all(set(each) >= {"code", "level", "step", "message", "item"} for each in found)


def test_the_list_to_print_has_boxes_and_no_codes(run: Run, store: Store) -> None:
    kept = store.create(titled("Begun"))
    ran = run("check", kept.ref, "--markdown")
    assert ran.status == 1
    assert ran.out.startswith("# Still open: Begun\n\n## Open\n\n- ☐ to settle: Nobody is named")
    assert "OPEN-01" not in ran.out
    assert run("check", kept.ref, "--markdown", "--json").complaint.startswith("Choose one of")


def test_nothing_to_say_is_said(run: Run, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.rules.registry.findings", lambda workshop, context: ())
    assert (ran := run("check", kept.ref)).out == "Every check passes.\n" and ran.status == 0


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_are_shown_as_words(run: Run, store: Store, text: str) -> None:
    kept = store.create(filled_with(text))
    for command in ("show", "check"):
        ran = run(command, kept.ref)
        assert ran.status in (0, 1) and ran.err == ""
        assert_shows_nothing_unsafe(ran.out)
    json.loads(run("check", kept.ref, "--json").out)
