"""A fault of the program in the middle of a session: the terminal comes back, and nothing that was typed is printed."""

import sys
from pathlib import Path

import pexpect
import pytest

from data.store import Store
from tests.cli.running import NOW, environment, titled

#: Something that was typed, which stands in variables wherever the program breaks.
SECRET = "The harbor master resigns"

#: What is broken, each as lines that run before the program does.
BREAKS = {
    "a picture": """
from screens.steps.open import OpenStep
def picture(self, workshop, painter):
    held = workshop.brief.title
    raise ValueError(held)
OpenStep.picture = picture
""",
    "a key": """
from screens.widgets.line import Line
def enter(self):
    held = self.input.value
    raise ValueError(held)
Line.enter = enter
""",
    "a worker": """
from workshop.shelf import Shelf
async def begin(self, title, organization, agenda, *, today):
    raise ValueError(title)
Shelf.begin = begin
""",
    "the writer": """
from workshop.desk import Desk
def save(self, store, save):
    raise ValueError(save.new.brief.title)
Desk._save = save
""",
}

START = """
import sys
import workshop
{broken}
from workshop.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("broken", BREAKS)
def test_a_fault_ends_in_one_line_a_report_and_status_70(tmp_path: Path, broken: str) -> None:
    database = tmp_path / "test.sqlite"
    store = Store(str(database), actor="tester", now=lambda: NOW, ids=iter(f"{n:032x}" for n in range(1, 99)).__next__)
    store.create(titled(SECRET))
    store.close()
    program = tmp_path / "program.py"
    program.write_text(START.format(broken=BREAKS[broken]))
    home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    running = pexpect.spawn(
        sys.executable,
        [str(program), "--database", str(database)],
        env=environment(**home, TERM="xterm-256color"),
        dimensions=(24, 80),
        timeout=60,
        encoding="utf-8",
    )
    running.expect("harbor master")
    if broken in ("a key", "a worker"):
        running.send("n")
        running.expect("What do we call")
        running.send(f"{SECRET}\r")
        if broken == "a worker":
            running.expect("Whose strategy")
            running.send("\r")
            running.expect("half day")
            running.send("\r")
    else:
        running.send("\r")
        if broken == "the writer":
            running.expect("What will we have decided")
            running.send("\r")
            running.expect("Enter")
            running.send(" again\r")
    running.expect(pexpect.EOF)
    running.wait()
    left = "\x1b[?1049l"
    assert left in running.before, "the terminal was not given back"
    printed = running.before.rpartition(left)[2]
    assert running.exitstatus == 70
    assert "workshop: This should not have happened (ValueError in" in printed
    assert "Traceback" not in running.before and SECRET not in printed
    [report] = (tmp_path / "home").rglob("crash-*.txt")
    assert "ValueError" in report.read_text() and SECRET not in report.read_text()
