"""The command line as a process of its own: statuses, pipes, locales, signals, and a disk that fills up."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from data.store import Kept, Store
from tests.cli.running import ORDERS, environment, process, titled
from workshop.version import __version__

WORKSHOP = [sys.executable, "-m", "workshop"]


@pytest.mark.parametrize(
    "locale", [{}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}], ids=str
)
def test_utf_8_comes_out_in_any_locale(store: Store, database: Path, locale: dict[str, str]) -> None:
    kept = store.create(titled("食品銀行 👩‍👩‍👧‍👦 مركز"))
    ran = process("list", "--database", str(database), **locale)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert kept.value.brief.title in ran.stdout.decode()
    for command in ("show", "export"):
        ran = process(command, kept.ref, "--database", str(database), **locale)
        assert ran.returncode == 0 and kept.value.brief.title in ran.stdout.decode()


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}], ids=str)
def test_bytes_that_are_no_text_are_wrong_input(kept: Kept, database: Path, locale: dict[str, str]) -> None:
    for arguments in ([b"show", b"\xff\xfe"], [b"\xff"], [b"list", b"--\xed\xa0\x80"], [b"show", "é".encode()]):
        ran = process("--database", str(database), *arguments, **locale)
        assert ran.returncode == 2
        assert ran.stderr.startswith(b"workshop: ") and ran.stderr.count(b"\n") == 1
        assert not ORDERS & set(ran.stderr.decode())


def test_paths_that_are_no_text_are_paths(kept: Kept, database: Path, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe.md"
    try:
        Path(os.fsdecode(name)).touch()
    except OSError:
        pytest.skip("this system takes only text for names")
    ran = process("--database", str(database), "export", kept.ref, "-o", name)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert Path(os.fsdecode(name)).read_bytes().startswith(b"# ")


def test_a_database_whose_path_is_no_text(tmp_path: Path) -> None:
    place = os.fsencode(tmp_path) + b"/\xff.db"
    for command in ("sample", "list", "doctor"):
        ran = process(command, "--database", place)
        assert ran.returncode in (0, 2, 3), ran.stderr
        assert ran.stderr.count(b"\n") <= 1


@pytest.mark.parametrize("command", ["list", "show", "check", "export"])
def test_a_reader_that_leaves_is_no_fault(kept: Kept, database: Path, command: str) -> None:
    arguments = [command] if command == "list" else [command, kept.ref]
    with subprocess.Popen(
        [*WORKSHOP, "--database", str(database), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.parametrize("command", ["list", "export"])
def test_an_output_that_is_full_is_told(kept: Kept, database: Path, command: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    arguments = [command] if command == "list" else [command, kept.ref]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*WORKSHOP, "--database", str(database), *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
        )
    assert ran.returncode == 3
    assert ran.stderr.startswith(b"workshop: ") and ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_fault(kept: Kept, database: Path, stream: str) -> None:
    command = f'"$0" -m workshop list --database "$1" {stream}'
    ran = subprocess.run(["sh", "-c", command, sys.executable, str(database)], capture_output=True, env=environment())
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (kept.ref.encode() in ran.stdout) is (stream != ">&-")


def test_a_disk_that_is_full_is_told_and_nothing_is_half_stored(kept: Kept, store: Store, database: Path) -> None:
    store.close()
    most = 2**16  # enough for what is read, not for the journal of what is written

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [*WORKSHOP, "--database", str(database), "sample"]
    ran = subprocess.run(command, capture_output=True, env=environment(), preexec_fn=limited)
    assert ran.returncode == 3
    assert ran.stderr.startswith(b"workshop: ") and ran.stderr.count(b"\n") == 1
    listed = json.loads(process("list", "--json", "--database", str(database)).stdout)
    assert [row["ref"] for row in listed] == [kept.ref]
    assert process("doctor", "--database", str(database)).returncode == 0


def can_be_interrupted() -> None:
    """In the child: whoever runs the tests may ignore the signal, and children take that over."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def deleting(kept: Kept, database: Path) -> pexpect.spawn:
    """A terminal in which somebody is asked for the title."""
    arguments = [*WORKSHOP[1:], "--database", str(database), "delete", kept.ref]
    running = pexpect.spawn(
        sys.executable, arguments, env=environment(), timeout=60, preexec_fn=can_be_interrupted, encoding="utf-8"
    )
    running.expect("Type its title to go on: ")
    return running


def test_an_interrupt_ends_it_quietly(deleting: pexpect.spawn) -> None:
    deleting.sendintr()
    deleting.expect(pexpect.EOF)
    deleting.wait()
    assert deleting.exitstatus == 130
    assert deleting.before.strip() == "^C"


def test_a_person_deletes_by_typing_the_title(deleting: pexpect.spawn, kept: Kept, database: Path) -> None:
    deleting.sendline(kept.value.brief.title)
    deleting.expect(f"Deleted {kept.ref}")
    deleting.expect(pexpect.EOF)
    deleting.wait()
    assert deleting.exitstatus == 0
    assert process("list", "--database", str(database)).stdout == b""


def test_an_interrupt_in_the_middle_is_quiet_and_leaves_a_sound_database(database: Path) -> None:
    running = subprocess.Popen(
        [*WORKSHOP, "--database", str(database), "sample"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=can_be_interrupted,
    )
    while not database.exists() and running.poll() is None:
        os.sched_yield()
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate()
    assert (running.returncode, complaint) in ((130, b""), (0, b""))
    assert process("sample", "--database", str(database)).returncode == 0
    assert process("doctor", "--database", str(database)).returncode == 0


def test_the_version_is_one_line() -> None:
    ran = process("--version")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"workshop {__version__}\n".encode(), b"")


@pytest.mark.parametrize(("arguments", "status"), [(["check", "b"], 0), (["nosuch"], 2), (["show", "zzz"], 2), ([], 2)])
def test_the_status_reaches_the_shell(kept: Kept, database: Path, arguments: list[str], status: int) -> None:
    assert process("--database", str(database), *arguments).returncode == status
