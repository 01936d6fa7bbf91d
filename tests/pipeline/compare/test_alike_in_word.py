"""Two Word files with the same words are alike only where nothing that a reader sees differs."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from tests.redline.wordfile import word

from avtalsgen.pipeline.compare.diff import DiffOrder, diff

Change = Callable[[Document], None]
WORDS = "Utföraren ska lämna en rapport till beställaren varje år."


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def of_run(name: str, **attributes: str) -> Change:
    return lambda document: (
        document.paragraphs[1].runs[0]._r.get_or_add_rPr().append(element(name, **attributes))
    )


def in_run(name: str) -> Change:
    return lambda document: document.paragraphs[1].runs[0]._r.append(element(name))


def of_paragraph(name: str, **attributes: str) -> Change:
    return lambda document: (
        document.paragraphs[1]._p.get_or_add_pPr().append(element(name, **attributes))
    )


def of_section(name: str, **attributes: str) -> Change:
    return lambda document: document.sections[0]._sectPr.append(element(name, **attributes))


def of_table(name: str, **attributes: str) -> Change:
    return lambda document: document.tables[0]._tbl.tblPr.append(element(name, **attributes))


def setting(name: str, **attributes: str) -> Change:
    return lambda document: document.settings.element.insert(0, element(name, **attributes))


def larger(document: Document) -> None:
    document.paragraphs[1].runs[0].font.size = Pt(14)


def apart(document: Document) -> None:
    document.paragraphs[1].insert_paragraph_before("")


def controlled(document: Document) -> None:
    paragraph = document.paragraphs[1]._p
    control, content = element("sdt"), element("sdtContent")
    content.append(paragraph.r_lst[0])
    control.append(content)
    paragraph.append(control)


def in_two_runs(document: Document) -> None:
    paragraph = document.paragraphs[1]
    paragraph.runs[0].text = WORDS[:10]
    paragraph.add_run(WORDS[10:])


def spelled(document: Document) -> None:
    document.paragraphs[1]._p.append(element("proofErr", type="spellEnd"))


def named(document: Document) -> None:
    document.paragraphs[1]._p.insert(0, element("bookmarkStart", id="9", name="_GoBack"))
    document.paragraphs[1]._p.append(element("bookmarkEnd", id="9"))


def tracked(name: str, properties: Callable[[Document], BaseOxmlElement]) -> Change:
    """Return a change of looks that nobody has settled: what was before is what is now."""

    def change(document: Document) -> None:
        mark = element(name, id="90", author="Ek", date="2026-01-01T00:00:00Z")
        if name.endswith("Change"):
            mark.append(element(name.removesuffix("Change")))
        properties(document).append(mark)

    return change


TRACKED = {
    "letters": tracked("rPrChange", lambda d: d.paragraphs[1].runs[0]._r.get_or_add_rPr()),
    "a paragraph": tracked("pPrChange", lambda d: d.paragraphs[1]._p.get_or_add_pPr()),
    "a table": tracked("tblPrChange", lambda d: d.tables[0]._tbl.tblPr),
    "a row": tracked("trPrChange", lambda d: d.tables[0].rows[0]._tr.get_or_add_trPr()),
    "a cell": tracked("tcPrChange", lambda d: d.tables[0].cell(0, 0)._tc.get_or_add_tcPr()),
    "a merged cell": tracked("cellMerge", lambda d: d.tables[0].cell(0, 0)._tc.get_or_add_tcPr()),
    "a page": tracked("sectPrChange", lambda d: d.sections[0]._sectPr),
    "a style": tracked("rPrChange", lambda d: d.styles["Normal"].element.get_or_add_rPr()),
}


def emptied(document: Document) -> None:
    document.paragraphs[1].insert_paragraph_before(" ", style="Heading 2")


def numbered(document: Document) -> None:
    heading = document.paragraphs[1].insert_paragraph_before("", style="Heading 2")
    number = element("numPr")
    number.append(element("numId", val="1"))
    heading._p.get_or_add_pPr().append(number)


def narrower(document: Document) -> None:
    document.tables[0].columns[0].width = Pt(60)


SEEN = {
    "a narrower column": narrower,
    "a date": in_run("dayLong"),
    "line numbers": of_section("lnNumType", countBy="1"),
    "size": larger,
    "colour": of_run("color", val="FF0000"),
    "an alignment": of_paragraph("jc", val="right"),
    "a paragraph kept with the next": of_paragraph("keepNext"),
    "columns": of_section("cols", num="2"),
    "a table on the right": of_table("jc", val="right"),
    "an empty paragraph": apart,
    "a number without a heading": numbered,
    "a control around the words": controlled,
    "protection": setting("documentProtection", edit="readOnly", enforcement="1"),
    "two pages on one": setting("printTwoOnOne"),
}
UNSEEN = {
    "runs parted": in_two_runs,
    "marks of spelling": spelled,
    "a place left": named,
    "a language": of_run("lang", val="en-GB"),
    "a session": lambda document: document.paragraphs[1]._p.set(qn("w:rsidR"), "00AB12CD"),
    "a soft hyphen": in_run("softHyphen"),
    "how far it is zoomed": setting("zoom", percent="70"),
    "a heading that somebody emptied": emptied,
}


def written(change: Change) -> bytes:
    document = docx.Document()
    document.add_heading("Rapport", 1)
    document.add_paragraph(WORDS)
    document.add_table(1, 1).cell(0, 0).text = "Pris"
    change(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def are_alike(change: Change, folder: Path) -> bool:
    (folder / "a.docx").write_bytes(written(lambda _: None))
    (folder / "b.docx").write_bytes(written(change))
    comparison = diff(DiffOrder("a.docx", "b.docx", told="files"), folder).comparison
    assert {section.status for section in comparison.sections} == {"unchanged"}
    return comparison.same


@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_may_see_is_told(name: str, tmp_path: Path) -> None:
    assert not are_alike(SEEN[name], tmp_path)


@pytest.mark.parametrize("name", TRACKED)
def test_a_tracked_change_of_looks_is_told_with_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(written(lambda _: None))
    (tmp_path / "b.docx").write_bytes(written(TRACKED[name]))
    outcome = diff(DiffOrder("a.docx", "b.docx", told="files"), tmp_path)
    assert not outcome.same
    (pending,) = [other for other in outcome.comparison.other if other.kind == "spårad ändring"]
    assert (pending.old, pending.new) == (0, 1)
    assert "Ek" in pending.said


def test_a_tracked_change_of_looks_that_both_have_is_none(tmp_path: Path) -> None:
    for file in ("a.docx", "b.docx"):
        (tmp_path / file).write_bytes(written(TRACKED["letters"]))
    assert diff(DiffOrder("a.docx", "b.docx", told="files"), tmp_path).comparison.same


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_sees_is_not(name: str, tmp_path: Path) -> None:
    assert are_alike(UNSEEN[name], tmp_path)


PRICE = "Priset höjs {}varje år."
WAYS = {
    "plain": PRICE.format("inte "),
    "struck": PRICE.format("</w:t></w:r>{del}inte {/del}<w:r><w:t xml:space='preserve'>"),
    "put in": PRICE.format("</w:t></w:r>{ins}inte {/ins}<w:r><w:t xml:space='preserve'>"),
}
BY = 'w:id="1" w:author="Ek" w:date="2026-01-01T00:00:00Z"'
MARKS = {
    "{del}": f"<w:del {BY}><w:r><w:delText xml:space='preserve'>",
    "{/del}": "</w:delText></w:r></w:del>",
    "{ins}": f"<w:ins {BY}><w:r><w:t xml:space='preserve'>",
    "{/ins}": "</w:t></w:r></w:ins>",
}


def said_in_word(way: str) -> bytes:
    """Return a file that says that a price does not rise: as it is, as struck, or as put in."""
    inner = WAYS[way]
    for sign, markup in MARKS.items():
        inner = inner.replace(sign, markup)
    return word(f"<w:p><w:r><w:t xml:space='preserve'>{inner}</w:t></w:r></w:p>")


@pytest.mark.parametrize("before", WAYS)
@pytest.mark.parametrize("now", WAYS)
def test_read_with_its_marks_a_struck_word_is_not_a_word_that_holds(
    before: str, now: str, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(said_in_word(before))
    (tmp_path / "b.docx").write_bytes(said_in_word(now))
    outcome = diff(DiffOrder("a.docx", "b.docx", tracked="marked", told="files"), tmp_path)
    assert outcome.same is (before == now)
    told = [other.said for other in outcome.comparison.other if other.kind == "spårad ändring"]
    assert bool(told) is (before != now)
    assert all("Ek: inte" in said for said in told)


@pytest.mark.parametrize("way", WAYS)
def test_read_with_its_marks_a_struck_word_is_told_beside_a_text(way: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(said_in_word(way))
    (tmp_path / "b.txt").write_text(WAYS["plain"] + "\n", encoding="utf-8")
    for names in (("a.docx", "b.txt"), ("b.txt", "a.docx")):
        outcome = diff(DiffOrder(*names, tracked="marked", told="files"), tmp_path)
        assert outcome.same is (way == "plain")
