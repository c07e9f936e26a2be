"""What a start may load: imports that cost time are paid by who needs them."""

from __future__ import annotations

from tests.interpreter import modules_loaded_by, packages

VERSION = """
import runpy, sys
sys.argv = ["workshop", "--version"]
runpy.run_module("workshop", run_name="__main__", alter_sys=True)
"""


def test_version_loads_no_terminal_and_no_database() -> None:
    loaded = modules_loaded_by(VERSION)
    assert "workshop.cli" in loaded
    assert packages(loaded).isdisjoint({"textual", "rich", "sqlmodel", "sqlalchemy", "pydantic", "alembic"})


def test_the_package_itself_loads_nothing() -> None:
    bare = packages(modules_loaded_by("pass"))
    assert packages(modules_loaded_by("import workshop")) - bare == {"workshop"}
