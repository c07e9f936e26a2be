"""`workshop export`: the right documents in the right places, each whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader

from data.difference import diff
from data.nouns.planning import Milestone
from data.nouns.room import Brief
from data.store import Kept, Store
from tests.cli.running import HOSTILE, TODAY, Run, assert_shows_nothing_unsafe, filled_with, titled
from tests.workshop.first_check_in import DAY_49, adopted, held
from workshop.cli import output
from workshop.export.registry import export, formats
from workshop.files import document_name
from workshop.plan.model import plan_of

FORMATS = [format.name for format in formats()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_markdown_goes_to_standard_output(run: Run, kept: Kept) -> None:
    ran = run("export", kept.ref)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("# ")
    assert run("export", kept.ref, "-f", "markdown", "-o", "-").out == ran.out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_comes_as_its_module_writes_it(run: Run, store: Store, name: str) -> None:
    kept = store.create(titled("Begun"))
    ran = run("export", kept.ref, "-f", name.upper())
    assert ran.status == 0 and ran.out
    if name == "markdown":
        assert (
            ran.out.splitlines()[0]
            == export(plan_of(kept.value, ref=kept.ref, today=TODAY), name).decode().splitlines()[0]
        )


def test_an_export_repeated_is_the_same(run: Run, kept: Kept, folder: Path) -> None:
    every = [part for name in FORMATS for part in ("-f", name)]
    assert [run("export", kept.ref, *every, "-o", target).status for target in ("once", "again")] == [0, 0]
    for path in (folder / "once").iterdir():
        assert path.read_bytes() == (folder / "again" / path.name).read_bytes()


@pytest.mark.parametrize(("file", "like"), [("plan.md", "markdown"), ("PLAN.MD", "markdown"), ("page.txt", "onepage")])
def test_the_ending_of_a_file_says_the_format(run: Run, kept: Kept, folder: Path, file: str, like: str) -> None:
    ran = run("export", kept.ref, "-o", file)
    assert (ran.status, ran.out) == (0, f"Wrote {like} to {file}\n")
    assert (folder / file).read_text() == run("export", kept.ref, "-f", like).out


def test_a_format_asked_for_is_written_whatever_the_ending(run: Run, kept: Kept, folder: Path) -> None:
    run("export", kept.ref, "-f", "summary", "-o", "mail.odd")
    assert (folder / "mail.odd").read_text() == run("export", kept.ref, "-f", "summary").out


@pytest.mark.parametrize("file", ["plan.xyz", "plan"])
def test_an_ending_that_says_no_format_is_wrong_use(run: Run, kept: Kept, folder: Path, file: str) -> None:
    ran = run("export", kept.ref, "-o", file)
    assert ran.status == 2
    assert all(format.suffix in ran.complaint for format in formats())
    assert not (folder / file).exists()


def test_an_unknown_format_is_wrong_use(run: Run, kept: Kept) -> None:
    ran = run("export", kept.ref, "-f", "papyrus")
    assert ran.status == 2 and "papyrus" in ran.complaint and "markdown" in ran.complaint


@pytest.mark.parametrize("target", ["there", "there/", "new", "new/"])
def test_several_formats_go_into_a_folder_under_names_of_their_own(
    run: Run, kept: Kept, folder: Path, target: str
) -> None:
    (folder / "there").mkdir()
    ran = run("export", kept.ref, *(part for name in FORMATS for part in ("-f", name)), "-o", target)
    assert ran.status == 0
    written = list((folder / target).iterdir())
    assert len(written) == len(FORMATS)
    assert all(path.name.startswith(kept.ref) and path.name.isascii() for path in written)
    assert sorted(line.rpartition(" to ")[2] for line in ran.out.splitlines()) == sorted(
        str(Path(target, path.name)) for path in written
    )


@pytest.mark.parametrize("target", ["there", "new/"])
def test_one_format_goes_into_a_folder_too(run: Run, kept: Kept, folder: Path, target: str) -> None:
    (folder / "there").mkdir()
    assert run("export", kept.ref, "-o", target).status == 0
    assert [path.name for path in (folder / target).iterdir()] == [f"{kept.ref}.md"]


def test_a_format_asked_for_twice_is_written_once(run: Run, kept: Kept, folder: Path) -> None:
    assert (
        run("export", kept.ref, "-f", "markdown", "-f", "markdown", "-o", "plan.md").out
        == "Wrote markdown to plan.md\n"
    )


def test_what_is_not_for_its_readers_is_left_out(run: Run, kept: Kept, folder: Path) -> None:
    team, board = (run("export", kept.ref, "--audience", each) for each in ("team", "board"))
    assert "Decided in spite of a warning" in team.out and "Decided in spite of a warning" not in board.out
    assert run("export", kept.ref).out == team.out, "what is not said is for the team"
    assert run("export", kept.ref, "-f", "pdf", "-f", "html", "-o", "new/", "--audience", "public").status == 0
    assert "Parking lot" not in (folder / "new" / f"{kept.ref}.html").read_text()
    assert run("export", kept.ref, "--audience", "everybody").status == 2


def test_pages_are_set_on_the_paper_that_is_named_configured_or_usual(
    run: Run, kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def width(*options: str) -> float:
        assert run("export", kept.ref, "-o", "sheet.pdf", "-f", "onepage-pdf", *options).status == 0
        return float(PdfReader(folder / "sheet.pdf").pages[0].mediabox.width)

    for name in ("LC_ALL", "LC_PAPER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("WORKSHOP_CONFIG", str(folder / "config.toml"))
    assert width() == pytest.approx(595.3, abs=0.2)
    assert width("--paper", "letter") == 612
    (folder / "config.toml").write_text('paper = "letter"')
    assert width() == 612 and width("--paper", "a4") == pytest.approx(595.3, abs=0.2)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    (folder / "config.toml").unlink()
    assert width() == 612


def test_what_is_no_text_is_not_written_to_a_terminal(
    run: Run, kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    ran = run("export", kept.ref, "-f", "pdf")
    assert ran.status == 2 and "pdf" in ran.complaint and "-o" in ran.complaint
    assert run("export", kept.ref, "-f", "onepage").status == 0
    assert run("export", kept.ref, "-f", "pdf", "-o", "plan.pdf").status == 0
    assert (folder / "plan.pdf").read_bytes().startswith(b"%PDF-")


def test_a_letter_that_no_font_has_is_told_beside_what_was_written(run: Run, store: Store, folder: Path) -> None:
    kept = store.create(titled("No font has \U0010fffd"))
    ran = run("export", kept.ref, "-f", "pdf", "-f", "onepage-pdf", "-o", "new/")
    assert ran.status == 0 and ran.err.count("No font here has") == 1
    assert len(list((folder / "new").iterdir())) == 2


def test_several_formats_do_not_fit_on_standard_output(run: Run, kept: Kept) -> None:
    ran = run("export", kept.ref, "-f", "markdown", "-f", "summary")
    assert ran.status == 2 and "folder" in ran.complaint


def test_a_file_where_a_folder_is_needed_stays(run: Run, kept: Kept, folder: Path) -> None:
    (folder / "notes.md").write_text("mine")
    for target in ("notes.md", "notes.md/"):
        ran = run("export", kept.ref, "-f", "markdown", "-f", "summary", "-o", target)
        assert ran.status == 2 and ran.complaint
    assert (folder / "notes.md").read_text() == "mine"


def test_a_folder_that_is_missing_is_named(run: Run, kept: Kept, folder: Path) -> None:
    ran = run("export", kept.ref, "-o", "no/where/plan.md")
    assert ran.status == 2 and "no/where" in ran.complaint


def test_nothing_is_written_of_a_workshop_that_is_not_there(run: Run, kept: Kept, folder: Path) -> None:
    assert run("export", "nothing-like-it", "-o", "plan.md").status == 2
    assert run("export", "nothing-like-it", "-o", "new/").status == 2
    assert not (folder / "plan.md").exists()
    assert not (folder / "new").exists()


def test_a_file_is_replaced_and_keeps_its_permissions(run: Run, kept: Kept, folder: Path) -> None:
    plan = folder / "plan.md"
    plan.write_text("old")
    plan.chmod(0o640)
    assert run("export", kept.ref, "-o", "plan.md").status == 0
    assert plan.read_text().startswith("# ")
    assert stat.S_IMODE(plan.stat().st_mode) == 0o640


def test_a_disk_that_fills_up_leaves_the_old_file_and_no_other(
    run: Run, kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "plan.md").write_text("old")
    before = sorted(folder.iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run("export", kept.ref, "-o", "plan.md")
    assert ran.status == 3
    assert "plan.md" in ran.complaint and "No space left" in ran.complaint
    assert (folder / "plan.md").read_text() == "old"
    assert sorted(folder.iterdir()) == before


def test_a_folder_that_cannot_be_made_is_one_sentence(
    run: Run, kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", read_only)
    ran = run("export", kept.ref, "-o", "new/")
    assert ran.status == 3 and "new" in ran.complaint and "Read-only file system" in ran.complaint


def test_a_name_that_windows_keeps_for_a_device_is_not_a_files() -> None:
    markdown = formats()[0]
    assert document_name("con", markdown) == "workshop-con.md"
    assert document_name("lpt1", markdown) == "workshop-lpt1.md"
    assert document_name("console", markdown) == "console.md"


def test_a_link_is_followed(run: Run, kept: Kept, folder: Path) -> None:
    (folder / "real.md").write_text("old")
    (folder / "link.md").symlink_to("real.md")
    assert run("export", kept.ref, "-o", "link.md").status == 0
    assert (folder / "link.md").is_symlink()
    assert (folder / "real.md").read_text().startswith("# ")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_come_out_as_words(run: Run, store: Store, folder: Path, text: str) -> None:
    kept = store.create(filled_with(text))
    ran = run("export", kept.ref)
    assert (ran.status, ran.err) == (0, "")
    assert_shows_nothing_unsafe(ran.out)
    spoken = [format.name for format in formats() if format.is_text]  # the others are no words to a terminal
    ran = run("export", kept.ref, *(part for name in spoken for part in ("-f", name)), "-o", "out")
    for path in (folder / "out").iterdir():
        assert_shows_nothing_unsafe(path.read_text(encoding="utf-8-sig"))
    assert ran.status == 0
    assert all(path.parent == folder / "out" for path in (folder / "out").rglob("*"))


@pytest.mark.parametrize("name", ["checkin", "checkin-text", "checkin-pdf", "checkin-docx"])
def test_a_report_is_of_the_plan_as_the_check_in_left_it(run: Run, store: Store, folder: Path, name: str) -> None:
    kept, closed = store.create(adopted()), held()
    for number in range(1, closed.brief.version + 1):
        ops = diff(kept.value, closed) if number == closed.brief.version else ()
        store.save(kept.id, ops, label="close a check-in", publishes=True)
    options = ("export", kept.ref, "-f", name, "--check-in", DAY_49.isoformat(), "-o")
    assert run(*options, folder / "then").status == 0
    since = closed.change(Milestone, "M1", title="Renamed since").change(Brief, "W", title="Called otherwise since")
    store.save(kept.id, diff(closed, since), label="rename")
    assert run(*options, folder / "now").status == 0
    assert (folder / "now").read_bytes() == (folder / "then").read_bytes()
