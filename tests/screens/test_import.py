"""Import from home by keys: a file named and completed, taken in as a workshop, or refused in a sentence."""

from __future__ import annotations

import json

import pytest

from screens.home import Home
from workshop import places


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr(places, "documents_folder", lambda: documents)
    return documents


@pytest.fixture
async def file(sampled, folder):
    """What the export dialog writes as JSON."""
    async with sampled() as press:
        await press("e", "1", "3")
        press.app.screen.select("json")
        await press("enter", "end", "enter")
    [path] = folder.glob("*.json")
    return path


async def test_what_the_app_exports_it_imports_beside_the_original(file, driven, database):
    async with driven() as press:
        await press("i")
        assert press.app.screen.line.input.value == f"{file.parent}/"
        await press(f"={file.name[:6]}", "tab", "enter")
        assert press.workshop.brief.title == "Brackenford food bank: strategy 2027-2029"
        assert len(press.workshop.priorities) == 12
        await press("f10")
        assert len(press.app.screen.listings) == 2


async def test_a_file_with_a_fault_is_refused_with_its_place_and_nothing_is_kept(file, driven):
    plain = json.loads(file.read_text())
    plain["priorities"][2]["owner"] = "N99"
    file.write_text(json.dumps(plain))
    async with driven() as press:
        await press("i", f"={file.name}", "enter")
        assert press.told == ["priorities[2].owner: there is no party N99."]
        assert isinstance(press.app.screen, Home)
        await press("v", "v")
        assert len(press.app.screen.listings) == 1


async def test_what_is_no_file_stays_in_the_line_with_a_sentence(driven, folder):
    async with driven() as press:
        await press("i", "enter")
        assert "That is a folder: name a file in it." in press.screen
        await press("=none.json", "enter")
        assert "There is no file of that name." in press.screen
        await press("escape")
        assert press.app.desk is None


async def test_it_is_in_the_palette(driven):
    async with driven() as press:
        assert "Import a file" in [each.title for each in press.app.get_system_commands(press.app.screen)]
