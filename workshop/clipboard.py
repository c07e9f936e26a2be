"""The system's clipboard, where there is one to reach."""

from __future__ import annotations


def copy(text: str) -> bool:
    """Put `text` on the system's clipboard; False where there is none, as on a machine reached through a terminal."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
