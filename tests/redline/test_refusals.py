import io
import re
import struct
import time
import zipfile

import pytest
from tests.redline.judge import differences, said
from tests.redline.pairs import PAIRS
from tests.redline.wordfile import cell, link, par, row, table, unzipped, word, zipped

from avtalsgen.problems import AvtalsgenError, Severity
from avtalsgen.redline import Options, redline

PLAIN = word("Ett stycke.", "Slut.")


def _with(name, change):
    parts = unzipped(PLAIN)
    return zipped(parts | {name: change(parts.get(name, b""))})


def _bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, blob in unzipped(PLAIN).items():
            file.writestr(name, blob)
        file.writestr("word/media/bild.bmp", bytes(200_000_000))
    return buffer.getvalue()


def _bomb_that_lies():
    """Return a zip file whose large member says that it is small."""
    data, small = _bomb(), struct.pack("<I", 10)
    return data.replace(struct.pack("<I", 200_000_000), small)


HOSTILE = {
    "nothing at all": b"",
    "no zip file": b"%PDF-1.7",
    "a zip file of something else": zipped({"hej.txt": "hej"}),
    "cut off": PLAIN[: len(PLAIN) // 2],
    "locked with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a zip bomb": _bomb(),
    "a zip bomb that lies": _bomb_that_lies(),
    "a document type": _with(
        "word/document.xml", lambda xml: xml.replace(b"<w:document", b"<!DOCTYPE w><w:document", 1)
    ),
    "an entity": _with(
        "word/document.xml",
        lambda xml: xml.replace(b"<w:document", b'<!DOCTYPE w [<!ENTITY a "b">]><w:document', 1),
    ),
    "broken text": _with("word/document.xml", lambda xml: xml[:-20]),
    "no body": _with("word/document.xml", lambda xml: re.sub(rb"<w:body>.*</w:body>", b"", xml)),
    "a way out of the file": _with("../../etc/passwd", lambda _: b"x"),
    "a way out with another slash": _with("..\\passwd", lambda _: b"x"),
    "macros": _with(
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"vnd.ms-word.document.macroEnabled.main+xml",
        ),
    ),
    "strict": _with(
        "word/document.xml",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("side", ["den äldre filen", "den nyare filen"])
def test_what_is_no_word_file_is_refused_at_once_and_by_its_side(name, side):
    files = (HOSTILE[name], PLAIN) if side == "den äldre filen" else (PLAIN, HOSTILE[name])
    began = time.monotonic()
    with pytest.raises(AvtalsgenError) as raised:
        redline(*files)
    (problem,) = raised.value.problems
    assert problem.code == "JF01"
    assert problem.message.startswith(side)
    assert problem.hint
    assert time.monotonic() - began < 5


def test_an_address_is_carried_along_and_never_asked(monkeypatch):
    def ask(*_):
        raise AssertionError

    monkeypatch.setattr("socket.socket.connect", ask)
    way = {"rId70": "http://localhost:9/bild"}
    old = word(par("Se ", link("sidan", "rId70")), "Slut.", links=way)
    assert differences(redline(old, PLAIN).docx, old, PLAIN) == []


def test_tables_in_tables_in_tables_are_compared_or_refused():
    def nested(text, depth):
        inner = par(text)
        for _ in range(depth):
            inner = table(row(cell(inner, par(""))), columns=1)
        return word(inner, "Slut.")

    old, new = nested("ett två", 12), nested("ett tre", 12)
    assert differences(redline(old, new).docx, old, new) == []
    with pytest.raises(AvtalsgenError, match="JF0"):
        redline(nested("ett två", 120), nested("ett tre", 120))


def test_a_paragraph_of_many_thousand_words_takes_no_time():
    words = [f"ord{number % 97}" for number in range(20_000)]
    new = [*words[:5_000], "nytt", *words[5_000:15_000], *words[15_001:]]
    began = time.monotonic()
    made = redline(word(" ".join(words), "Slut."), word(" ".join(new), "Slut."))
    assert time.monotonic() - began < 10
    assert said(made.docx).body[0].text == " ".join(new)


def test_that_a_file_was_tracked_is_told_and_may_be_counted_as_not_done():
    old, new = PAIRS["both_files_have_tracked_changes"]()
    made = redline(old, new)
    assert [problem.code for problem in made.problems] == ["JF03", "JF03"]
    assert {problem.severity for problem in made.problems} == {Severity.WARNING}
    assert "godkända" in made.problems[0].message
    other = redline(old, new, Options(tracked="reject"))
    assert said(other.docx, "accept").body == said(new, "reject").body
    assert said(other.docx, "reject").body == said(old, "reject").body
    assert "avvisade" in other.problems[0].message
