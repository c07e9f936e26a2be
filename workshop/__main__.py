"""The door: what `workshop` and `python -m workshop` run."""

from __future__ import annotations

import gc
import os.path
import sys

from workshop import FLOORS


def main() -> None:
    """Run the command line and leave with its exit status."""
    # What is loaded before the first paint stays loaded: looking through it for garbage only delays the paint.
    gc.disable()
    try:
        _forget_strangers()
        from workshop.cli import main as command_line

        sys.exit(command_line())
    except KeyboardInterrupt:  # before the command line could see to it, or after
        sys.exit(130)


def _forget_strangers() -> None:
    """Drop modules named like our floors that were loaded before us, as a start-up hook of the environment may do.

    The path, on which ours come first, is never asked about a name that is already loaded.
    """
    ours = os.path.join(FLOORS, "")
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("data", "screens"):
            origin = getattr(module, "__file__", None) or ""
            if not origin.startswith(ours):
                del sys.modules[name]


if __name__ == "__main__":
    main()
