"""Runs code in a fresh interpreter and tells which modules it loaded."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_RUNNER = """
import sys
_, code, report = sys.argv
sys.argv = ["workshop"]
status = 0
try:
    exec(compile(code, "<code>", "exec"), {"__name__": "__main__"})
except SystemExit as leaving:
    status = leaving.code
with open(report, "w", encoding="utf-8") as file:
    file.write("\\n".join(sys.modules))
sys.exit(status)
"""


def modules_loaded_by(code: str, *, env: Mapping[str, str] | None = None) -> frozenset[str]:
    """Return the names of all modules that `code` has loaded when it ends or leaves, in an interpreter of its own.

    It runs at the repository's root, `env` being its whole environment if given, and may set `sys.argv`. Raises
    AssertionError with what it wrote when it fails or leaves with a status other than 0.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "modules")
        ran = subprocess.run(
            [sys.executable, "-c", _RUNNER, code, str(report)], cwd=ROOT, env=env, capture_output=True, text=True
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return frozenset(report.read_text(encoding="utf-8").split("\n"))


def packages(modules: frozenset[str]) -> frozenset[str]:
    """The top-level packages among `modules`."""
    return frozenset(name.partition(".")[0] for name in modules)
