"""The clipboard: used where there is one, and said to be missing where there is none."""

import pyperclip
import pytest

from workshop import clipboard


def test_the_system_s_clipboard_takes_the_text(monkeypatch):
    taken: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", taken.append)
    assert clipboard.copy("a plan")
    assert taken == ["a plan"]


@pytest.mark.parametrize("fault", [pyperclip.PyperclipException("no clipboard"), FileNotFoundError("xclip")])
def test_without_one_it_says_so(monkeypatch, fault):
    def failing(text):
        raise fault

    monkeypatch.setattr(pyperclip, "copy", failing)
    assert not clipboard.copy("a plan")
