"""`workshop config` and `workshop content`: where it is, what is wrong by its key and line, and commands that go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.store import Kept, Store
from tests.cli.running import Run, titled
from workshop import steps

SHIPPED = Path(steps.__file__).parent / "content"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration of the test, in a folder of its own."""
    (tmp_path / "config").mkdir()
    monkeypatch.setenv("WORKSHOP_CONFIG", str(tmp_path / "config" / "config.toml"))
    return tmp_path / "config" / "config.toml"


@pytest.fixture
def own(file: Path) -> Path:
    """The folder for a method of one's own, beside the configuration."""
    (file.parent / "method").mkdir()
    return file.parent / "method"


def test_the_path_is_told_whether_or_not_the_file_is_there(run: Run, file: Path) -> None:
    assert run("config", "path").out == f"{file}\n"


def test_without_a_file_all_is_in_order(run: Run, file: Path) -> None:
    assert (run("config", "check").status, run("config", "check").out[:12]) == (0, "There is no ")
    file.write_text('theme = "light"\n[keys]\n"guide.show" = "f6"\n')
    assert run("config", "check").out == f"{file}: in order.\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('theme = "pink"', "“theme” must be 'dark', 'light' or 'contrast'."),
        ("theme = dark", "Invalid value"),
        ('[keys]\n"item.ad" = "n"', "there is no command “item.ad” with a key; `workshop config keys` lists them all."),
        ('[keys]\n"guide.show" = "u"', "“u” is both Guide (guide.show) and Undo (change.undo): give one of them"),
        ('[keys]\n"guide.show" = "ctlr+n"', "“guide.show” has no such key as “ctlr+n”"),
        ('[keys]\n"guide.show" = "ctrl+q"', "“guide.show” cannot have ctrl+q, which is for quitting."),
        ('[keys]\n"park.typing" = "n"', "“n” would be text"),
    ],
)
def test_what_is_wrong_is_told_and_is_wrong_use(run: Run, file: Path, text: str, sentence: str) -> None:
    file.write_text(text)
    ran = run("config", "check")
    assert (ran.status, ran.err) == (2, "")
    assert sentence in ran.out


def test_a_key_that_changes_hands_is_no_clash(run: Run, file: Path) -> None:
    file.write_text('[keys]\n"guide.show" = "u"\n"change.undo" = "g,ctrl+z"\n')
    assert run("config", "check").status == 0


def test_every_command_with_a_key_is_listed(run: Run) -> None:
    rows = [line.split("\t") for line in run("config", "keys").out.splitlines()]
    assert ["guide.show", "g", "Guide"] in rows and all(len(row) == 3 for row in rows)


def test_a_broken_file_stops_no_command_and_is_told_beside_the_output(run: Run, file: Path, kept: Kept) -> None:
    before = run("show", kept.ref)
    file.write_text("theme = dark")
    ran = run("show", kept.ref)
    assert (ran.status, ran.out) == (0, before.out)
    assert ran.err.startswith(str(file)) and ran.err.count("\n") == 1


def test_the_language_is_that_of_the_configuration(run: Run, file: Path, store: Store) -> None:
    ref = store.create(titled("Hafen")).ref
    file.write_text('language = "de"')
    assert "Was haben wir entschieden, wenn wir gehen?" in run("guide", ref).out
    file.unlink()
    assert "What will we have decided when we leave?" in run("guide", ref).out


def test_a_method_of_ones_own_is_used_by_commands(run: Run, own: Path, store: Store) -> None:
    text = (SHIPPED / "steps.toml").read_text().replace('name = "Open"', 'name = "Arrive"')
    (own / "steps.toml").write_text(text)
    assert run("guide", store.create(titled("Harbor")).ref).out.startswith("1 Arrive")
    assert run("content", "check").out.startswith("steps.toml: in order. 10 steps and ")


def test_what_is_wrong_with_a_method_is_told_by_line_and_key(run: Run, own: Path, kept: Kept) -> None:
    text = (SHIPPED / "steps.toml").read_text()
    (own / "steps.toml").write_text(text.replace('label = "organization"', 'label = ""'))
    line = text[: text.index('label = "organization"')].count("\n") + 1
    sentence = f"steps.toml, line {line}: step[0].fields[1].label: must not be empty\n"
    for given in ([], [own], [own / "steps.toml"]):
        ran = run("content", "check", *given)
        assert (ran.status, ran.out, ran.err) == (2, sentence, "")
    complaint = run("check", kept.ref).complaint
    assert complaint.startswith("steps.toml: step[0].fields[1].label") and "workshop content check" in complaint
    assert "step[0].fields[1].label: must not be empty." in run("config", "check").out


def test_a_folder_or_file_that_is_no_method_is_told(run: Run, tmp_path: Path) -> None:
    assert "There is no method in" in run("content", "check", tmp_path).complaint
    (tmp_path / "other.toml").touch()
    assert "is no file of a method" in run("content", "check", tmp_path / "other.toml").complaint
    assert run("content", "check", tmp_path / "nowhere").status == 2


def test_a_questionnaire_of_ones_own_is_checked_by_line_and_key(run: Run, own: Path, tmp_path: Path) -> None:
    text = (SHIPPED / "assessment.toml").read_text().replace('key = "strategy-practice"', 'key = "ours"')
    (own / "assessment.toml").write_text(text)
    for given in ([], [own / "assessment.toml"]):
        ran = run("content", "check", *given)
        assert ran.status == 0 and ran.out.endswith("20 questions of “ours”, version 1.\n")
    line = text[: text.index('topic = "Focus"')].count("\n") + 1
    assert run("config", "check").status == 0
    faulty = tmp_path / "assessment.toml"
    faulty.write_text(text.replace('topic = "Focus"', "topic = 3"))
    ran = run("content", "check", faulty)
    assert (ran.status, ran.out) == (2, f"assessment.toml, line {line}: item[2].topic: must be text\n")


def test_votes_in_words_of_ones_own_are_checked_by_line_and_key(run: Run, own: Path, tmp_path: Path) -> None:
    text = (SHIPPED / "votes.toml").read_text()
    (tmp_path / "votes.toml").write_text(text.replace("projector", "beamer"))
    assert run("content", "check", tmp_path).out.startswith("votes.toml: in order.")
    line = text[: text.index("\ncover = ")].count("\n") + 2
    (own / "votes.toml").write_text(text.replace("Voter {n} of", "Voter {number} of"))
    ran = run("content", "check")
    assert (ran.status, ran.out) == (2, f'votes.toml, line {line}: ballots.cover: "{{number}}" is not known here\n')
    assert "ballots.cover" in run("config", "check").out
