"""LibreOffice, without a window and with settings of its own, for tests that ask it.

`FONTS` is a way to run it with none but a few fonts installed, so that a document shows
that it carries its own.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from tests.programs import need

_SECONDS = 120
_ARCHIVE = (
    '{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_UNTAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
_FONT_FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation")


def to_pdf(
    document: bytes, suffix: str = ".docx", *, few_fonts: bool = False, archive: bool = False
) -> bytes:
    """Return `document` as LibreOffice prints it; with `few_fonts`, DejaVu and Liberation only.

    With `archive` it is tagged, and meant to be PDF/A-2b and PDF/UA-1.
    """
    kind = f"pdf:writer_pdf_Export:{_ARCHIVE}" if archive else "pdf"
    return _convert(document, suffix, kind, few_fonts=few_fonts)


def to_untagged_pdf(document: bytes, suffix: str = ".docx") -> bytes:
    """Return `document` as LibreOffice prints it when nobody asks for tags."""
    kind = f"pdf:writer_pdf_Export:{_UNTAGGED}"
    return _convert(document, suffix, kind, few_fonts=False)


def to_word(text: str) -> bytes:
    """Return plain text as LibreOffice saves it for Word: paragraphs without any styles."""
    kind = "docx:MS Word 2007 XML"
    return _convert(text.encode("utf-8-sig"), ".txt", kind, few_fonts=False)


def paragraphs(document: bytes, suffix: str = ".docx") -> list[str]:
    """Return the lines of text that LibreOffice sees, numbers and bullets written out.

    A line break begins a new line, an empty one is left out, and page heads are not there.
    """
    text = _convert(document, suffix, "txt:Text (encoded):UTF8", few_fonts=False)
    lines = text.decode("utf-8-sig").split("\n")
    return [line for line in lines if line.strip()]


def saved(document: bytes) -> bytes:
    """Return the Word file `document` as LibreOffice saves it again."""
    return _convert(document, ".docx", "docx:MS Word 2007 XML", few_fonts=False)


def _convert(document: bytes, suffix: str, kind: str, *, few_fonts: bool) -> bytes:
    program = need("soffice")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"document{suffix}")
        source.write_bytes(document)
        out = f"{folder}/out"
        settings = f"-env:UserInstallation={_settings().as_uri()}"
        arguments = [program, settings, "--headless", "--convert-to", kind, "--outdir", out]
        environment = os.environ | ({"FONTCONFIG_FILE": str(_few_fonts())} if few_fonts else {})
        done = subprocess.run(
            [*arguments, str(source)],
            env=environment,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        result = Path(out, source.name).with_suffix("." + kind.partition(":")[0])
        assert result.exists(), done.stderr.decode(errors="replace")
        return result.read_bytes()


@cache
def _settings() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="avtalsgen-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _few_fonts() -> Path:
    folders = "".join(f"<dir>{folder}</dir>" for folder in _FONT_FOLDERS)
    file = _settings() / "fonts.conf"
    store = f"<cachedir>{_settings() / 'fonts'}</cachedir>"
    file.write_text(f"<?xml version='1.0'?><fontconfig>{folders}{store}</fontconfig>")
    return file
