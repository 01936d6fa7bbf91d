"""LibreOffice, without a window, with settings and fonts of its own, for tests that ask it.

Each process of tests has one office, started when the first test asks and asked over UNO from
then on. It sees no font of the machine, only a narrow and a wide one out of packages: what a
test finds is the same everywhere, and `NARROW` and `WIDE` set the same words in unlike rows.
"""

import atexit
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from tests.programs import need

NARROW: Final = "Source Sans Pro"
"""About 0.47 em a letter of running text; what a document names and nobody has becomes this."""
WIDE: Final = "Manrope"
"""About 0.57 em a letter, as Verdana and DejaVu Sans are."""
FONTS: Final = (NARROW, WIDE)

_SECONDS = 120
_FONT_PACKAGES = ("font_source_sans_pro", "font_manrope")
_FACES = ("Regular", "Bold", "It", "BoldIt")
_ARCHIVE = {"SelectPdfVersion": 2, "PDFUACompliance": True, "UseTaggedPDF": True}
_UNTAGGED = {"UseTaggedPDF": False}
_PDF, _WORD, _TEXT = "writer_pdf_Export", "MS Word 2007 XML", "Text (encoded)"
Way = Literal["accept", "reject"]
_TRACKED: Mapping[Way, str] = {
    "accept": ".uno:AcceptAllTrackedChanges",
    "reject": ".uno:RejectAllTrackedChanges",
}


def to_pdf(document: bytes, suffix: str = ".docx", *, archive: bool = False) -> bytes:
    """Return `document` as LibreOffice prints it.

    With `archive` it is tagged, and meant to be PDF/A-2b and PDF/UA-1.
    """
    return _office().convert(document, suffix, _PDF, _ARCHIVE if archive else {})


def to_untagged_pdf(document: bytes, suffix: str = ".docx") -> bytes:
    """Return `document` as LibreOffice prints it when nobody asks for tags."""
    return _office().convert(document, suffix, _PDF, _UNTAGGED)


def to_pdf_by_itself(document: bytes) -> bytes:
    """Return a Word file as an office prints it that has seen no other: it has no fonts of theirs.

    An office keeps the fonts that a document carries for the documents after it.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "document.docx")
        source.write_bytes(document)
        command = [need("soffice"), _profile(Path(folder, "settings")), "--headless"]
        done = subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", folder, str(source)],
            env=_environment(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        result = source.with_suffix(".pdf")
        assert result.exists(), done.stderr.decode(errors="replace")
        return result.read_bytes()


def to_word(text: str) -> bytes:
    """Return plain text as LibreOffice saves it for Word: paragraphs without any styles."""
    return _office().convert(text.encode("utf-8-sig"), ".txt", _WORD)


def saved(document: bytes) -> bytes:
    """Return the Word file `document` as LibreOffice saves it again."""
    return _office().convert(document, ".docx", _WORD)


def paragraphs(document: bytes, suffix: str = ".docx") -> list[str]:
    """Return the lines of text that LibreOffice sees, numbers and bullets written out.

    A line break begins a new line, an empty one is left out, and page heads are not there. A
    hyphen or a dash at which no line ends is a hyphen, see `without_dashes`.
    """
    text = _office().convert(document, suffix, _TEXT, options="UTF8")
    lines = text.decode("utf-8-sig").split("\n")
    return [line.replace("\u2011", "-") for line in lines if line.strip()]


def without_dashes(text: str) -> str:
    """Return a text with hyphens in its intervals: a Word file has one sign for both there."""
    return re.sub(r"(?<=\w)–(?=\w)", "-", text)


def text_left(document: bytes, way: Way) -> str:
    """Return the text of a Word file when LibreOffice has done so to all its tracked changes."""
    left = _office().convert(document, ".docx", _TEXT, options="UTF8,LF,,,", command=_TRACKED[way])
    return left.decode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class _Office:
    """A running office, and the program that asks it over UNO."""

    process: subprocess.Popen[bytes]
    asker: subprocess.Popen[str]

    def convert(
        self,
        document: bytes,
        suffix: str,
        filter_name: str,
        data: Mapping[str, Any] | None = None,
        options: str = "",
        command: str = "",
    ) -> bytes:
        """Return `document`, of the kind that `suffix` says, as a filter of the office writes it.

        `data` and `options` are what the filter is told (`FilterData`, `FilterOptions`); a
        `command` of the menus is given to the document before.
        """
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder, f"document{suffix}"), Path(folder, "result")
            source.write_bytes(document)
            task = {
                "source": source.as_uri(),
                "target": target.as_uri(),
                "filter": filter_name,
                "data": dict(data or {}),
                "options": options,
                "command": command,
            }
            assert self.asker.stdin
            assert self.asker.stdout
            self.asker.stdin.write(json.dumps(task) + "\n")
            self.asker.stdin.flush()
            said = self.asker.stdout.readline().strip()
            assert said == "done", f"LibreOffice: {said or 'ended'}"
            return target.read_bytes()

    def end(self) -> None:
        """End both."""
        self.asker.terminate()
        self.asker.communicate()
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(_SECONDS)


@cache
def _office() -> _Office:
    """Return the office of this process of tests; skips the test where there is none."""
    program, python = need("soffice"), _python_with_uno()
    pipe = f"avtalsgen-tests-{os.getpid()}"
    process = subprocess.Popen(
        [
            *(program, _profile(_folder() / "settings"), "--headless", "--norestore"),
            f"--accept=pipe,name={pipe};urp;",
        ],
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    asker = subprocess.Popen(
        [python, str(Path(__file__).with_name("office_asker.py")), pipe],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    office = _Office(process, asker)
    atexit.register(office.end)
    assert asker.stdout
    assert asker.stdout.readline().strip() == "ready", "LibreOffice svarar inte"
    return office


@cache
def _python_with_uno() -> str:
    """Return a Python that can talk to LibreOffice; it is seldom the one of a venv."""
    for python in (sys.executable, "/usr/bin/python3"):
        known = Path(python).exists()
        if (
            known
            and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode
        ):
            return python
    reason = "ingen Python med UNO (python3-uno) är installerad"
    if os.environ.get("AVTALSGEN_REQUIRE_PROGRAMS"):
        pytest.fail(reason)
    pytest.skip(reason)


def _profile(folder: Path) -> str:
    return f"-env:UserInstallation={folder.as_uri()}"


def _environment() -> dict[str, str]:
    return os.environ | {"FONTCONFIG_FILE": str(_fonts())}


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="avtalsgen-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _fonts() -> Path:
    """Return a configuration of fontconfig that knows the regular and bold faces of `FONTS`."""
    folder = _folder() / "fonts"
    folder.mkdir()
    for package in _FONT_PACKAGES:
        for face in Path(str(files(package))).glob("files/*.ttf"):
            if face.stem.rpartition("-")[2] in _FACES:
                (folder / face.name).symlink_to(face)
    told = _folder() / "fonts.conf"
    told.write_text(
        "<?xml version='1.0'?><fontconfig>"
        f"<dir>{folder}</dir><cachedir>{_folder() / 'cache'}</cachedir>"
        "<match target='pattern'><edit name='family' mode='append_last' binding='weak'>"
        f"<string>{NARROW}</string></edit></match></fontconfig>"
    )
    return told
