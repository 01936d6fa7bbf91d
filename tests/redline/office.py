"""LibreOffice, kept running, as a judge of tracked changes: it accepts or rejects them all."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.programs import need
from tests.redline.wordfile import unzipped, zipped

_WORKER = Path(__file__).with_name("uno_worker.py")
_WHITE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_COMMENT = re.compile(rb'<w:comment(RangeStart|RangeEnd|Reference) w:id="\d+"/>')


class Office:
    """One soffice, with settings of its own, and a Python beside it that speaks to it."""

    def __init__(self) -> None:
        program, python = need("soffice"), need("python3")
        self._folder = Path(tempfile.mkdtemp(prefix="avtalsgen-uno-"))
        pipe = f"avtalsgen{os.getpid()}"
        settings = f"-env:UserInstallation={(self._folder / 'settings').as_uri()}"
        accept = f"--accept=pipe,name={pipe};urp;"
        self._office = subprocess.Popen(
            [program, "--headless", "--norestore", "--nologo", settings, accept],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        self._worker: subprocess.Popen[str] = subprocess.Popen(
            [_python_with_uno(python), str(_WORKER), pipe],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=clean,
        )
        assert self._answer() == {"ready": True}

    def lines(self, document: bytes, way: str) -> list[str]:
        """Return the lines of text that are left, without spaces and without empty lines."""
        file = self._folder / "document.docx"
        file.write_bytes(without_comments(document))
        assert self._worker.stdin is not None
        self._worker.stdin.write(json.dumps({"file": str(file), "way": way}) + "\n")
        self._worker.stdin.flush()
        answer = self._answer()
        assert "lines" in answer, answer
        return [line for line in (_WHITE.sub("", one) for one in answer["lines"]) if line]

    def close(self) -> None:
        """End both programs."""
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.close()
        self._worker.wait(20)
        self._worker.stdout.close()
        try:
            self._office.wait(20)
        except subprocess.TimeoutExpired:
            self._office.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _answer(self) -> Any:
        assert self._worker.stdout is not None
        line = self._worker.stdout.readline()
        assert line, "LibreOffice has ended"
        return json.loads(line)


def without_comments(document: bytes) -> bytes:
    """Return the file without comments: LibreOffice 7.4 without a window ends at the first."""
    parts = unzipped(document)
    parts["word/document.xml"] = _COMMENT.sub(b"", parts["word/document.xml"])
    return zipped(parts)


def _python_with_uno(python: str) -> str:
    """Return a Python that has LibreOffice's module, which is installed beside the system's."""
    for one in ("/usr/bin/python3", python):
        if (
            subprocess.run([one, "-c", "import uno"], capture_output=True, check=False).returncode
            == 0
        ):
            return one
    return need("python3-uno")
