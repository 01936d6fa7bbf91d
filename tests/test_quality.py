"""Lint, format, types and arrows, each as a developer runs it from the root, without arguments.

Each is a program of its own, so that several run beside the other tests; they change no file.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = {
    "ruff check .": ("-m", "ruff", "check", "."),
    "ruff format --check .": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as run; run()"),
}


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_is_left_to_mend(tool: str) -> None:
    memory = {} if (ROOT / ".mypy_cache").exists() else {"MYPY_CACHE_DIR": os.devnull}
    done = subprocess.run(
        [sys.executable, *TOOLS[tool]],
        cwd=ROOT,
        env={**os.environ, **memory},  # to write down what is read once takes a fifth of it
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
