"""`workshop import`, `workshop schema` and `export -f json`: a workshop goes out and comes in, or is refused whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.store import Kept, Store
from tests.cli.running import HOSTILE, Run, filled_with, process


@pytest.fixture
def file(run: Run, kept: Kept, tmp_path: Path) -> Path:
    """An exported workshop."""
    path = tmp_path / "plan.json"
    assert run("export", kept.ref, "-o", path).out == f"Wrote json to {path}\n"
    return path


def refs(run: Run) -> list[str]:
    return [each["ref"] for each in json.loads(run("list", "--json").out)]


def test_a_workshop_goes_out_into_an_empty_database_and_out_again(run: Run, kept: Kept, file: Path) -> None:
    there = file.with_name("there.sqlite")
    ran = run("import", file, on=there)
    assert (ran.status, ran.err) == (0, "")
    [ref] = ran.out.splitlines()
    assert run("export", ref, "-f", "json", on=there).out.encode() == file.read_bytes()


def test_beside_the_original_it_gets_a_ref_of_its_own(run: Run, kept: Kept, file: Path) -> None:
    ref = run("import", file).out.strip()
    assert sorted(refs(run)) == sorted([kept.ref, ref]) and ref != kept.ref
    assert run("export", ref, "-f", "json").out == run("export", kept.ref, "-f", "json").out


def test_it_comes_from_standard_input_too(run: Run, kept: Kept, file: Path) -> None:
    ran = run("import", "-", typed=file.read_text())
    assert ran.status == 0 and ran.out.strip() in refs(run)


def test_what_is_refused_is_one_sentence_with_its_place_and_nothing_is_kept(run: Run, kept: Kept, file: Path) -> None:
    plain = json.loads(file.read_text())
    plain["priorities"][2]["owner"] = "N99"
    file.write_text(json.dumps(plain))
    ran = run("import", file)
    assert (ran.status, ran.complaint) == (2, "priorities[2].owner: there is no party N99.")
    assert refs(run) == [kept.ref]


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"[" * 100_000, b'{"\x1b[31m": 1}', b'"' + b"x" * 10**6 + b'"'])
def test_whatever_is_no_workshop_is_refused_in_a_line(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    ran = run("import", path)
    assert ran.status == 2 and ran.complaint


def test_a_refused_file_makes_no_database(run: Run, database: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text("{}")
    assert run("import", tmp_path / "odd.json").status == 2
    assert not database.exists()


def test_a_file_that_is_missing_or_a_folder_is_said(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        ran = run("import", path)
        assert ran.status == 2 and str(path) in ran.complaint


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_come_back(run: Run, store: Store, tmp_path: Path, text: str) -> None:
    kept = store.create(filled_with(text))
    path = tmp_path / "hostile.json"
    assert run("export", kept.ref, "-o", path).status == 0
    ref = run("import", path).out.strip()
    assert store.load(store.find(ref)).value == kept.value


def test_the_schema_is_json(run: Run) -> None:
    schema = json.loads(run("schema").out)
    assert schema["$schema"].startswith("https://json-schema.org/") and schema["$id"] and schema["properties"]


def test_a_process_does_it_by_a_pipe(file: Path, tmp_path: Path) -> None:
    ran = process("--database", str(tmp_path / "there.sqlite"), "import", str(file))
    assert ran.returncode == 0 and ran.stdout.strip()
