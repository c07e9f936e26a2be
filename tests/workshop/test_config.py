"""The configuration: found, read in one sentence or not at all, and written back without touching the rest."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from workshop import config
from workshop.config import ConfigError, Configuration
from workshop.paper import Paper
from workshop.preferences import Preferences, checked


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "workshop" / "config.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    return file


def test_the_environment_names_the_file_and_its_folder_holds_the_method(tmp_path: Path) -> None:
    named = config.load({config.VARIABLE: str(tmp_path / "mine.toml")})
    assert named == Configuration(tmp_path / "mine.toml")
    assert named.method == tmp_path / "method"
    assert config.path({}).name == "config.toml"


def test_without_a_file_everything_is_as_it_comes(file: Path) -> None:
    there = config.load({config.VARIABLE: str(file)})
    assert (there.theme, there.language, there.fault) == ("", "en", "")
    assert checked(there.document) == Preferences(theme="dark", agenda="half-day", language="en", keys={})


@pytest.mark.parametrize(("named", "paper"), [("letter", "letter"), ("a4", "a4"), ("A5", "")])
def test_the_paper_is_one_there_is(named: str, paper: str) -> None:
    assert Configuration(Path(), {"paper": named}).paper == paper
    assert list(config.PAPERS) == list(Paper)


def test_a_paper_there_is_not_is_one_sentence() -> None:
    with pytest.raises(ConfigError, match="“paper” must be 'a4' or 'letter'"):
        checked({"paper": "A5"})


def test_what_stands_in_it_is_taken(file: Path) -> None:
    text = 'theme = "light"\nagenda = "solo"\nlanguage = "de"\n[keys]\n"item.add" = "n"\n'
    there = config.load({config.VARIABLE: str(written(file, text))})
    assert (there.theme, there.language) == ("light", "de")
    assert checked(there.document).agenda == "solo"
    assert checked(there.document).keys == {"item.add": "n"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('theme = "pink"', "config.toml: “theme” must be 'dark', 'light' or 'contrast'."),
        ("agenda = 3", "config.toml: “agenda” must be 'half-day', 'full-day' or 'solo'."),
        ('tehme = "dark"', "config.toml: “tehme” is not a known key: there are theme, agenda, language, paper, keys."),
        ('keys = "n"', "config.toml: “keys” must be a table."),
        ("[keys]\nundo = 7", "config.toml: “keys” “undo” must be text."),
        ('[keys]\nundo = ""', "config.toml: “keys” “undo” must name a key."),
        ('language = "tlh"', "config.toml: “language” must be 'en' or 'de'."),
    ],
)
def test_what_cannot_be_chosen_is_told_by_its_key(text: str, sentence: str) -> None:
    with pytest.raises(ConfigError) as refused:
        checked(tomllib.loads(text))
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"theme = dark", "Invalid value"), (b'theme = "\xff"', "is not UTF-8 text"), (None, "cannot be read")],
)
def test_a_file_that_cannot_be_read_is_told_with_its_name(file: Path, content: bytes | None, sentence: str) -> None:
    file.parent.mkdir()
    file.mkdir() if content is None else file.write_bytes(content)
    there = config.load({config.VARIABLE: str(file)})
    assert there.fault.startswith(f"{file}: ") and sentence in there.fault
    assert there.fault.endswith(".") and "\n" not in there.fault and not there.document
    with pytest.raises(ConfigError):
        config.remember(file, "theme", "light")


def test_a_choice_is_remembered_in_a_new_file(file: Path) -> None:
    config.remember(file, "theme", "light")
    assert file.read_text() == 'theme = "light"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# mine\nagenda = 'solo' # mostly\n", "theme = \"light\"\n# mine\nagenda = 'solo' # mostly\n"),
        ('# mine\ntheme = "dark"\n\n[keys]\n', '# mine\ntheme = "light"\n\n[keys]\n'),
        ('[keys]\n"theme" = "n"\n', 'theme = "light"\n[keys]\n"theme" = "n"\n'),
        ("agenda = 'solo'", "theme = \"light\"\nagenda = 'solo'"),
    ],
)
def test_a_choice_is_remembered_and_all_else_stays_as_it_was_typed(file: Path, before: str, after: str) -> None:
    config.remember(written(file, before), "theme", "light")
    assert file.read_text() == after
    assert tomllib.loads(after) == tomllib.loads(before) | {"theme": "light"}


@pytest.mark.parametrize("before", ['"theme" = "dark"\n', "note = '''\ntheme = 1\n'''\n", 'theme = """\ndark"""\n'])
def test_however_the_file_is_written_the_choice_is_right_and_nothing_is_lost(file: Path, before: str) -> None:
    config.remember(written(file, before), "theme", "light")
    assert tomllib.loads(file.read_text()) == tomllib.loads(before) | {"theme": "light"}
