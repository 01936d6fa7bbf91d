import gc
import io
import re
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any, Never

import pytest
from tests.redline.judge import differences, marks, said
from tests.redline.pairs import PAIRS
from tests.redline.strict import strict
from tests.redline.wordfile import cell, link, par, row, table, unzipped, word, zipped
from tests.work import calls

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.problems import AvtalsgenError, Severity
from avtalsgen.redline import Options, attempts, word_redline
from avtalsgen.redline.proof.proof import Proven, prove
from avtalsgen.redline.write.change_marks import Marker

PLAIN = word("Ett stycke.", "Slut.")


def _with(name: str, change: Callable[[bytes], bytes]) -> bytes:
    parts = unzipped(PLAIN)
    return zipped(parts | {name: change(parts.get(name, b""))})


@cache
def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, blob in unzipped(PLAIN).items():
            file.writestr(name, blob)
        file.writestr("word/media/bild.bmp", bytes(200_000_000))
    return buffer.getvalue()


@cache
def _bomb_that_lies() -> bytes:
    """Return a zip file whose large member says that it is small."""
    data, small = _bomb(), struct.pack("<I", 10)
    return data.replace(struct.pack("<I", 200_000_000), small)


HOSTILE: dict[str, bytes | Callable[[], bytes]] = {
    "nothing at all": b"",
    "no zip file": b"%PDF-1.7",
    "a zip file of something else": zipped({"hej.txt": "hej"}),
    "cut off": PLAIN[: len(PLAIN) // 2],
    "locked with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a zip bomb": _bomb,
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
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("side", ["den äldre filen", "den nyare filen"])
def test_what_is_no_word_file_is_refused_at_once_and_by_its_side(name: str, side: str) -> None:
    hostile = HOSTILE[name]
    made = hostile() if callable(hostile) else hostile
    files = (made, PLAIN) if side == "den äldre filen" else (PLAIN, made)
    with pytest.raises(AvtalsgenError) as raised:
        word_redline(*files)
    (problem,) = raised.value.problems
    assert problem.code == "JF01"
    assert problem.message.startswith(side)
    assert problem.hint


def test_a_zip_bomb_that_lies_is_refused_where_it_would_be_written_and_else_never_unfolded() -> (
    None
):
    with pytest.raises(AvtalsgenError, match="den nyare filen"):
        word_redline(PLAIN, _bomb_that_lies())
    assert differences(word_redline(_bomb_that_lies(), PLAIN).docx, PLAIN, PLAIN) == []


@pytest.mark.parametrize(
    "content_type",
    [
        "vnd.ms-word.document.macroEnabled.main+xml",
        "vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_a_template_and_a_file_with_macros_are_compared_and_the_macros_left_out(
    content_type: str,
) -> None:
    main = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = (
        b'<Relationship Id="rIdM" Target="vbaProject.bin" Type="http://schemas.microsoft.com/'
        b'office/2006/relationships/vbaProject"/></Relationships>'
    )
    parts = unzipped(word("Ett nytt stycke.", "Slut."))
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    parts[types] = parts[types].replace(main, content_type.encode())
    parts[relations] = parts[relations].replace(b"</Relationships>", macros)
    other = zipped(parts | {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    made = word_redline(PLAIN, other)
    assert [problem.code for problem in made.problems] == ["JF04"]
    written = unzipped(made.docx)
    assert "word/vbaProject.bin" not in written
    assert b"vbaProject" not in written[relations]
    assert main in written[types]
    assert differences(made.docx, PLAIN, other) == []


def test_a_signed_file_is_compared_and_its_signature_left_out() -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/"
    parts = unzipped(word("Ett nytt stycke.", "Slut."))
    origin = f'<Relationship Id="rIdS" Target="_xmlsignatures/origin.sigs" Type="{kind}origin"/>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>", origin.encode() + b"</Relationships>"
    )
    signature = f'<Relationship Id="rId1" Target="sig1.xml" Type="{kind}signature"/>'
    parts["_xmlsignatures/origin.sigs"] = b""
    parts["_xmlsignatures/_rels/origin.sigs.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{signature}</Relationships>"
    ).encode()
    parts["_xmlsignatures/sig1.xml"] = b"<Signature/>"
    other = zipped(parts)
    made = word_redline(PLAIN, other)
    assert [problem.code for problem in made.problems] == ["JF06"]
    assert not any("_xmlsignatures" in name for name in unzipped(made.docx))
    assert differences(made.docx, PLAIN, other) == []


@pytest.mark.parametrize(
    "name", ["list_item_level_changed", "link_leads_elsewhere", "header_text_changed"]
)
@pytest.mark.parametrize("sides", ["old", "new", "both"])
def test_a_strict_file_is_compared_as_what_it_says(name: str, sides: Any) -> None:
    old, new = PAIRS[name]()
    before = strict(old) if sides != "new" else old
    after = strict(new) if sides != "old" else new
    made = word_redline(before, after).docx
    assert differences(made, old, new) == []
    assert marks(made) == marks(word_redline(old, new).docx)


def test_an_address_is_carried_along_and_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*_: object) -> Never:
        raise AssertionError

    monkeypatch.setattr("socket.socket.connect", ask)
    way = {"rId70": "http://localhost:9/bild"}
    old = word(par("Se ", link("sidan", "rId70")), "Slut.", links=way)
    assert differences(word_redline(old, PLAIN).docx, old, PLAIN) == []


def test_tables_in_tables_in_tables_are_compared_or_refused() -> None:
    def nested(text: str, depth: int) -> bytes:
        inner = par(text)
        for _ in range(depth):
            inner = table(row(cell(inner, par(""))), columns=1)
        return word(inner, "Slut.")

    old, new = nested("ett två", 12), nested("ett tre", 12)
    assert differences(word_redline(old, new).docx, old, new) == []
    with pytest.raises(AvtalsgenError, match="JF0"):
        word_redline(nested("ett två", 120), nested("ett tre", 120))


def test_a_paragraph_of_many_thousand_words_takes_no_time() -> None:
    words = [f"ord{number % 97}" for number in range(20_000)]
    new = [*words[:5_000], "nytt", *words[5_000:15_000], *words[15_001:]]
    old_file, new_file = word(" ".join(words), "Slut."), word(" ".join(new), "Slut.")
    work, made = calls(lambda: word_redline(old_file, new_file))
    assert work < 250 * len(words)
    assert said(made.docx).body[0].text == " ".join(new)


def test_that_a_file_was_tracked_is_told_and_may_be_counted_as_not_done() -> None:
    old, new = PAIRS["both_files_have_tracked_changes"]()
    made = word_redline(old, new)
    assert [problem.code for problem in made.problems] == ["JF03", "JF03"]
    assert {problem.severity for problem in made.problems} == {Severity.WARNING}
    assert "godkända" in made.problems[0].message
    other = word_redline(old, new, Options(tracked="reject"))
    assert said(other.docx, "accept").body == said(new, "reject").body
    assert said(other.docx, "reject").body == said(old, "reject").body
    assert "avvisade" in other.problems[0].message


@pytest.mark.parametrize("asked", ["wps", "v"])
def test_of_paragraphs_that_a_file_has_in_two_ways_the_shown_one_is_marked(asked: str) -> None:
    """Word knows what `wps` asks for, and nobody what `v` does: then the fallback is shown."""

    def both(shown: str) -> bytes:
        first, second = (shown, "Annars.") if asked == "wps" else ("Annars.", shown)
        choice = f'<mc:Choice Requires="{asked}">{par(first)}</mc:Choice>'
        fallback = f"<mc:Fallback>{par(second)}</mc:Fallback>"
        ways = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
        return word("Ett stycke.", ways, "Slut.")

    old, new = "Priset är 10 kronor.", "Priset är 12 kronor."
    made = word_redline(both(old), both(new)).docx
    plain = (word("Ett stycke.", price, "Slut.") for price in (old, new))
    assert differences(made, *plain) == []
    assert (marks(made).inserted, marks(made).deleted) == (2, 2)


def test_a_paragraph_of_a_thousand_fields_is_marked() -> None:
    field = '<w:fldSimple w:instr="DOCPROPERTY x"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    package = Package(word(par(field * 1000)))
    paragraph = package.document().find(f"{W}body/{W}p")
    Marker(Options(), 1).content(paragraph, "ins")
    assert not list(paragraph.iter(f"{W}fldSimple"))
    assert len(list(paragraph.iter(f"{W}instrText"))) == 1000


def test_both_files_are_let_go_before_the_redline_is_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: list[int] = []

    def counting(*asked: Any) -> Proven:
        held.append(sum(isinstance(thing, Package) for thing in gc.get_objects()))
        return prove(*asked)

    monkeypatch.setattr(attempts, "prove", counting)
    old = word(table(row(cell("A"), cell("B"))), par(link("rIdX", "här")), "Slut.")
    new = word(table(row(cell("A"), cell("C"))), par(link("rIdX", "där")), "Slut.")
    gc.collect()
    before = sum(isinstance(thing, Package) for thing in gc.get_objects())
    gc.disable()
    try:
        word_redline(old, new)
    finally:
        gc.enable()
    assert held == [before + 1]  # the redline
