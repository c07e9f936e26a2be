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


FIRST_PAINT = """
import asyncio, tempfile, pathlib
import workshop
from screens.app import WorkshopApp

# Called once the home screen has been painted, before anything more is loaded.
WorkshopApp._warm_up = lambda app: app.exit(0)

with tempfile.TemporaryDirectory() as folder:
    app = WorkshopApp(str(pathlib.Path(folder, "empty.sqlite")))
    asyncio.run(app.run_async(headless=True, size=(80, 24)))
    assert app.return_code == 0, app._exception
"""


def test_the_first_paint_of_home_has_loaded_no_models() -> None:
    loaded = modules_loaded_by(FIRST_PAINT)
    assert "screens.home" in loaded
    assert packages(loaded).isdisjoint({"sqlmodel", "sqlalchemy", "pydantic", "alembic", "markdown_it", "click"})
