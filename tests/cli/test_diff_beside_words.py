"""Two Word files with the same words that are not the same file."""

import json
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from tests.cli.terminal import Terminal

from avtalsgen.problems import Exit

WORDS = "Utföraren ska lämna en rapport till beställaren varje år."


def picture(grey: int) -> bytes:
    """Return a PNG of one grey point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(bytes((0, grey))))
        + chunk(b"IEND", b"")
    )


def written(change: Callable[[Document], None]) -> bytes:
    document = docx.Document()
    document.add_heading("Rapport", 1)
    document.add_paragraph(WORDS)
    change(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def plain(_document: Document) -> None:
    return


def bold(document: Document) -> None:
    document.paragraphs[1].runs[0].bold = True


def white(document: Document) -> None:
    document.add_picture(BytesIO(picture(255)))


def black(document: Document) -> None:
    document.add_picture(BytesIO(picture(0)))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [(plain, bold, "formatering"), (white, black, "bild"), (plain, black, "bild")],
)
def test_what_differs_beside_the_words_is_told_and_never_as_saklig(
    old: Callable[[Document], None],
    new: Callable[[Document], None],
    kind: str,
    terminal: Terminal,
) -> None:
    (terminal.root / "a.docx").write_bytes(written(old))
    (terminal.root / "b.docx").write_bytes(written(new))
    said = terminal.run("avtalsgen diff a.docx b.docx --json")
    answer = json.loads(said.out)
    assert kind in {each["kind"] for each in answer["other"]}
    assert answer["summary"]["changes"]["saklig"] == 0 or kind == "bild"
    assert said.code == Exit.LOOK
    shown = terminal.run("avtalsgen diff a.docx b.docx").out
    assert f"Övrigt, {kind}:" in shown
    assert "Versionerna är lika" not in shown


def test_two_files_of_the_same_words_and_looks_are_alike(terminal: Terminal) -> None:
    for name in ("a.docx", "b.docx"):
        (terminal.root / name).write_bytes(written(bold))
    said = terminal.run("avtalsgen diff a.docx b.docx")
    assert "Versionerna är lika." in said.out
    assert said.code == Exit.FINE
