"""The distribution, installed: our floors are found from any folder, and nobody else's names are taken."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.interpreter import ROOT
from workshop.version import __version__

STRANGER = "raise SystemExit('a stranger was imported')"
FLOORS = ("data", "screens")
SUFFIXES = (".py", ".tcss", ".toml", ".json", ".typ", ".css")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    [path] = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def from_wheel(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    return install(tmp_path_factory.mktemp("wheel"), [str(wheel)])


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory.mktemp("editable"), ["--no-build-isolation", "-e", str(ROOT)])


@pytest.fixture(params=["from_wheel", "editable"])
def bin_folder(request: pytest.FixtureRequest) -> Path:
    """The folder of the commands, for each way to install."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with packages of its own that are named like our floors."""
    plant_strangers(tmp_path)
    return tmp_path


def run(command: list[str], *, cwd: Path, **env: str) -> str:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    ran = subprocess.run(command, cwd=cwd, env=inherited | env, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def plant_strangers(folder: Path, source: str = STRANGER) -> None:
    for name in FLOORS:
        package = folder / name
        package.mkdir()
        (package / "__init__.py").write_text(source)


def install(folder: Path, what: list[str]) -> Path:
    """Make an environment with our dependencies and strangers in site-packages, install into it, return its `bin`."""
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)], cwd=folder)
    scheme = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", "venv", vars=scheme))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    plant_strangers(site)
    bin_folder = Path(sysconfig.get_path("scripts", "venv", vars=scheme))
    pip = [sys.executable, "-m", "pip", "--python", str(bin_folder / "python"), "install", "--no-deps", "--no-index"]
    run([*pip, *what], cwd=folder)
    return bin_folder


def commands(bin_folder: Path) -> tuple[list[str], list[str]]:
    """The two ways to start: the module and the script."""
    return [str(bin_folder / "python"), "-m", "workshop"], [str(bin_folder / "workshop")]


def shipped(folder: Path) -> set[str]:
    return {str(path.relative_to(ROOT)) for path in folder.rglob("*") if path.suffix in SUFFIXES}


def test_the_wheel_takes_no_name_but_its_own(wheel: Path) -> None:
    names = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert names == {"workshop", f"workshop-{__version__}.dist-info"}


def test_the_wheel_carries_every_file_of_the_floors(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = {f"workshop/_floors/{path}" for floor in FLOORS for path in shipped(ROOT / floor)}
    assert inside | shipped(ROOT / "workshop") <= names


def test_the_version_is_told_from_a_hostile_folder(bin_folder: Path, hostile: Path) -> None:
    for command in commands(bin_folder):
        assert __version__ in run([*command, "--version"], cwd=hostile)


def test_our_floors_are_found_from_a_hostile_folder(bin_folder: Path, hostile: Path) -> None:
    code = "import workshop, data, screens; print(workshop.__file__, data.__file__, screens.__file__, sep='\\n')"
    package, *floors = (Path(line) for line in run([str(bin_folder / "python"), "-c", code], cwd=hostile).splitlines())
    inside = package.parent / "_floors"
    home = inside if inside.is_dir() else ROOT
    assert floors == [home / name / "__init__.py" for name in FLOORS]
    assert (home == ROOT) == (package.parent == ROOT / "workshop")


def test_the_floors_are_used_from_a_hostile_folder(bin_folder: Path, hostile: Path) -> None:
    for command in commands(bin_folder):
        run([*command, "--database", str(hostile / "test.db"), "list"], cwd=hostile)


def test_a_stranger_loaded_before_us_gives_way(bin_folder: Path, tmp_path: Path) -> None:
    plant_strangers(tmp_path, source="")
    (tmp_path / "sitecustomize.py").write_text("import data, screens")
    command = [str(bin_folder / "workshop"), "--database", str(tmp_path / "test.db"), "list"]
    run(command, cwd=tmp_path, PYTHONPATH=str(tmp_path))
