"""Other programs that make Word redlines, each as a command from two files to a third.

They live in an environment of their own, given by its Python, so that nothing of theirs is
loaded into ours.
"""

import subprocess
from pathlib import Path

_DOCXODUS = """
import sys
from pathlib import Path
from python_redlines.engines import DocxodusEngine
old, new, out = map(Path, sys.argv[1:])
redline, *_ = DocxodusEngine().run_redline("benchmark", old.read_bytes(), new.read_bytes())
out.write_bytes(redline)
"""


def commands(python: Path, old: Path, new: Path, out: Path) -> dict[str, list[str | Path]]:
    """Return the command of each peer that the environment of `python` has."""
    by_peer: dict[str, list[str | Path]] = {}
    if _has(python, "python_redlines"):
        name = f"python-redlines {_version(python, 'python-redlines')} (Docxodus)"
        by_peer[name] = [python, "-c", _DOCXODUS, old, new, out]
    if _has(python, "docx_trackdiff"):
        name = f"docx-trackdiff {_version(python, 'docx-trackdiff')}"
        by_peer[name] = [python.with_name("docx-trackdiff"), old, new, out]
    return by_peer


def _has(python: Path, module: str) -> bool:
    done = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
    return done.returncode == 0


def _version(python: Path, package: str) -> str:
    code = f"import importlib.metadata as m; print(m.version('{package}'))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
