"""Files and folders as people name them: understood, refused in a sentence, completed, and never taken from others."""

import os
from pathlib import Path

import pytest

from workshop import places


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    home = tmp_path / "home"
    (home / "Documents" / "Plans").mkdir(parents=True)
    (home / "Documents" / ".hidden").mkdir()
    (home / "note.txt").write_text("a note")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "Documents"))
    monkeypatch.chdir(tmp_path)
    return home


def test_a_folder_is_named_with_a_tilde_from_here_or_in_full(home, tmp_path):
    assert places.typed_folder("~/Documents") == home / "Documents"
    assert places.typed_folder(" home ") == home
    assert places.typed_folder(str(tmp_path)) == tmp_path


def test_a_folder_may_be_still_to_make_where_its_parent_is_there(home):
    assert places.typed_folder("~/new") == home / "new"
    assert not (home / "new").exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Name a place first."),
        ("~/note.txt", "That is a file: name a folder."),
        ("~/no/such/folder", "There is no folder “~/no/such”: name another one."),
        ("a\0b", "No place has such a name."),
        ("~nobody-of-that-name/x", "No place has such a name."),
        ("x" * 5000 + "/y", "There is no folder"),
    ],
)
def test_what_is_no_folder_is_refused_in_a_sentence(typed, sentence):
    with pytest.raises(ValueError, match=sentence.partition(":")[0][:30]) as refused:
        places.typed_folder(typed)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("~/note.txt", "There is a file of that name already: name another one."),
        ("~/Documents", "That is a folder: name a file in it."),
        ("~/none/copy.sqlite", "There is no folder “~/none”: name another one."),
    ],
)
def test_a_new_file_never_stands_where_something_is(typed, sentence):
    with pytest.raises(ValueError) as refused:
        places.typed_new_file(typed)
    assert str(refused.value) == sentence


def test_a_free_name_counts_on(home):
    path = home / "plan.sqlite"
    assert places.free_name(path) == path
    for name in ("plan.sqlite", "plan-2.sqlite"):
        (home / name).touch()
    assert places.free_name(path) == home / "plan-3.sqlite"


def test_paths_are_shown_with_a_tilde(home):
    assert places.shown(home / "Documents") == "~/Documents"
    assert places.shown(home) == "~"
    assert places.shown(Path("/etc")) == "/etc"


def test_folders_complete_what_is_typed_without_those_that_are_hidden():
    assert places.folders_like("~/Doc") == ("~/Documents/",)
    assert places.folders_like("~/Documents/") == ("~/Documents/Plans/",)
    assert places.folders_like("~/Documents/.") == ("~/Documents/.hidden/",)
    assert places.folders_like("~/note") == places.folders_like("/no/such/") == places.folders_like("a\0") == ()


@pytest.mark.skipif(os.name != "posix", reason="where documents are is said by another system")
def test_documents_go_where_the_system_says_and_home_where_that_is_missing(home, monkeypatch):
    assert places.documents_folder() == home / "Documents"
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "none"))
    assert places.documents_folder() == home


def test_a_file_that_is_there_is_named_and_nothing_else(home):
    assert places.typed_file("~/note.txt") == home / "note.txt"
    for typed, sentence in (("~", "That is a folder"), ("~/none", "There is no file"), ("", "Name a place first")):
        with pytest.raises(ValueError, match=sentence):
            places.typed_file(typed)


def test_files_of_an_ending_are_completed_and_the_folders_on_the_way(home):
    (home / "plan.json").write_text("{}")
    (home / "PLAN.JSON").write_text("{}")
    assert places.files_like("~/", ".json") == ("~/Documents/", "~/PLAN.JSON", "~/plan.json")
    assert places.files_like("~/p", ".json") == ("~/plan.json",)
    assert places.files_like("~/none/", ".json") == ()
