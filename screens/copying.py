"""Where to write a copy of a workshop that cannot be saved where it belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from screens.widgets.prompt import Prompt, PromptKey
from workshop import places

if TYPE_CHECKING:
    from screens.asking import Asking

#: What asks for the file.
KEY = PromptKey("copy")


def copy_prompt(screen: Asking) -> Prompt | None:
    """Ask for the file; what was being typed is asked for again afterwards."""
    behind = screen.line.prompt
    if behind is not None and behind.key == KEY:
        return None
    if behind is not None:
        behind = replace(behind, draft=screen.line.input.value)

    def read(text: str) -> tuple[Path, str]:
        return places.typed_new_file(text), "Enter writes it"

    def take(path: Path) -> Prompt | None:
        screen.host.write_copy(path)
        return behind

    proposed = places.free_name(places.documents_folder() / f"{screen.desk.ref}.sqlite")
    return Prompt(
        KEY,
        "Write everything into which file?",
        read,
        take,
        places.shown(proposed),
        suggest=places.folders_like,
        behind=behind,
    )
