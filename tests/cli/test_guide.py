"""`workshop guide`: once on a pipe; on a terminal it stays until it is left."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest

from data.store import Kept, Store
from tests.cli.running import HOSTILE, Run, assert_shows_nothing_unsafe, environment, titled


def test_on_a_pipe_it_says_the_current_step_once(run: Run, store: Store) -> None:
    kept = store.create(titled("Harbor"))
    ran = run("guide", kept.ref)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == ["1 Open · Harbor", "10 minutes planned"]
    assert "- Who is missing, and what can't we decide without them?" in lines
    assert any("Nobody is named" in line for line in lines)


def test_it_follows_the_room(run: Run, store: Store) -> None:
    kept = store.create(titled("Harbor"))
    store.keep_room(kept.id, kept.room.replace(step="owners", looking="close", spent={"owners": 60.0}))
    lines = run("guide", kept.ref).out.splitlines()
    assert lines[:2] == ["6 Owners · Harbor", "14:00 left of 15 minutes, the clock stands · the wall shows Close"]


@pytest.mark.parametrize("text", HOSTILE)
def test_it_shows_nothing_that_acts_on_a_terminal(run: Run, store: Store, text: str) -> None:
    ran = run("guide", store.create(titled(text)).ref)
    assert ran.status == 0
    assert_shows_nothing_unsafe(ran.out)


def test_what_is_not_there_is_told(run: Run, kept: Kept) -> None:
    assert run("guide", "nowhere").status == 2


def test_on_a_terminal_it_stays_until_it_is_left(kept: Kept, database: Path) -> None:
    guide = pexpect.spawn(
        sys.executable,
        ["-m", "workshop", "--database", str(database), "guide", kept.ref],
        env=environment(TERM="xterm-256color"),
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=60,
    )
    guide.expect("minutes")
    guide.send("q")
    guide.expect(pexpect.EOF)
    guide.close()
    assert guide.exitstatus == 0
