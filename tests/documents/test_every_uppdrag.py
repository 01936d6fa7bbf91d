"""Every uppdrag of the repository: the same words in every format, and sound files."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from tests import libreoffice, pdf_validator
from tests.documents.every import (
    AGREEMENTS,
    NAMES,
    RENEWALS,
    ROOT,
    assembled,
    document,
    printed,
    written,
)
from tests.writers import page_reader
from tests.writers.docx import reading

from avtalsgen.model import metrics, plain
from avtalsgen.model.nodes import Document, List, Paragraph, Section
from avtalsgen.model.walk import runs, sections
from avtalsgen.readers.pdf.ours import printed_text as pdf_text

every = pytest.mark.parametrize("name", NAMES)
LISTED = tuple(name for name in AGREEMENTS if name != "beroendemottagningen@2021")
"""All that have a table of contents: that one has a single heading."""
TOLD = {
    "vald-i-nara-relation@2026-tjansteskrivelse": {"IX03", "DA04"},
}
"""What is true of our own: years of the index that nobody has published, and a start in January
that the nämnd decides on in December."""


@every
def test_it_is_assembled_without_a_problem(name: str) -> None:
    assert {problem.code for problem in assembled(name)[1]} == TOLD.get(name, set())


@every
def test_an_agreement_has_contents_and_a_letter_has_none(name: str) -> None:
    assert bool(document(name).contents) == (name in LISTED)
    assert (document(name).cover.form == "page") == (name in AGREEMENTS)


@every
def test_the_words_of_word_are_those_of_the_model(name: str) -> None:
    assert reading.words(written(name)["docx"]) == plain.words(document(name))


@every
def test_the_words_of_pdf_are_those_of_the_model(name: str) -> None:
    assert pdf_text.words(written(name)["pdf"]) == plain.words(document(name))


@every
def test_the_words_of_html_are_those_of_the_model(name: str) -> None:
    page = page_reader.parse(written(name)["html"])
    assert page_reader.words(page) == plain.words(document(name))


@every
def test_libreoffice_sees_every_word_of_the_model_in_order(name: str) -> None:
    lines = libreoffice.paragraphs(written(name)["docx"])
    seen = iter(libreoffice.without_dashes(" ".join(lines)).split())
    words = map(libreoffice.without_dashes, plain.words(document(name)))
    missing = [word for word in words if not _found(word, seen)]
    assert missing == []


def _found(word: str, seen: Iterator[str]) -> bool:
    return any(word == other for other in seen)


@every
def test_the_pdf_is_pdf_a_2a_and_pdf_ua_1(name: str) -> None:
    assert pdf_validator.breaches(written(name)["pdf"]) == []


@pytest.mark.parametrize(
    ("name", "style"),
    [*((name, "") for name in LISTED), *((name, "granvik") for name in RENEWALS)],
)
def test_the_contents_of_word_name_the_page_that_libreoffice_puts_a_section_on(
    name: str, style: str
) -> None:
    contents = document(name).contents
    assert contents is not None
    seen = [_squeezed(page) for page in _pages(printed(name, style))]
    listed = [s for s in sections(document(name)) if s.heading and s.level <= contents.depth]
    pages = _listed_pages(written(name, style)["docx"])
    assert len(pages) == len(listed)
    agree = sum(
        _is_on(section, seen[page - 1]) for section, page in zip(listed, pages, strict=True)
    )
    assert agree >= 0.95 * len(listed), f"{agree} of {len(listed)}"


@cache
def _pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [page.get_textpage().get_text_range() for page in file]


def _is_on(section: Section, page: str) -> bool:
    return _squeezed(plain.heading(section)) in page


def _squeezed(text: str) -> str:
    """Return `text` without white space and hyphens, which lines are broken at."""
    return re.sub(r"[\s\u00ad\ufffe-]", "", text)


def _listed_pages(docx: bytes) -> list[int]:
    """Return the page of each line of the contents, in order."""
    body = reading.part(docx, "word/document.xml")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = []
    for paragraph in body.iter(f"{w}p"):
        style = paragraph.find(f"{w}pPr/{w}pStyle")
        if style is not None and style.get(f"{w}val", "").startswith("Innehall"):
            text = "".join(node.text or "" for node in paragraph.iter(f"{w}t"))
            page = re.search(r"(\d+)$", text)
            if page:
                found.append(int(page[1]))
    return found


@pytest.mark.parametrize("printer", ["pdf", "libreoffice"])
@every
def test_no_page_ends_in_the_middle_of_what_belongs_together(name: str, printer: str) -> None:
    """No heading, lead or first item of a list is last on a page, and no last item first on one."""
    pages = _pages(written(name)["pdf"] if printer == "pdf" else printed(name))
    texts = [_squeezed("".join(page.splitlines()[1:-1])) for page in pages]
    assert [end for end in _no_ends(document(name)) if any(t.endswith(end) for t in texts)] == []
    tops = _no_tops(document(name))
    assert [top for top in tops if any(text.startswith(top) for text in texts)] == []


def _no_ends(document: Document) -> Iterator[str]:
    """Yield each heading, lead, and lead with the first item of several."""
    for section in sections(document):
        if section.heading:
            yield _squeezed(section.number + plain.heading(section))
        for block, after in pairwise(section.blocks):
            if isinstance(block, Paragraph) and metrics.leads_in(block, after):
                lead = _squeezed(plain.text(block.content))
                yield lead
                if isinstance(after, List) and len(after.items) > 1:
                    yield lead + _item(after, 0)


def _no_tops(document: Document) -> Iterator[str]:
    """Yield the last item of each list of several, with the paragraph below it."""
    for section in sections(document):
        for block, after in pairwise(section.blocks):
            if isinstance(block, List) and len(block.items) > 1 and isinstance(after, Paragraph):
                yield _item(block, len(block.items) - 1) + _squeezed(plain.text(after.content))


def _item(content: List, place: int) -> str:
    number = content.start + place
    sign = plain.list_sign(number, letters=content.letters) if content.ordered else "•"
    words = [plain.text(run) for block in content.items[place].blocks for run in runs(block)]
    return _squeezed("".join([sign, *words]))


def _build(folder: Path) -> dict[str, bytes]:
    """Return every file that a build writes, two at a time, where sets have another order."""
    arguments = [sys.executable, "-m", "avtalsgen", "build", "--out", str(folder)]
    formats = ["--format", "docx,pdf,html,md,txt,json", "--jobs", "2"]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run([*arguments, *formats], cwd=ROOT, env=environment, capture_output=True)
    assert run.returncode == 1, run.stderr.decode()  # every document, and what is told of them
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_by_another_process_gives_the_bytes_that_are_written_here(tmp_path: Path) -> None:
    there = _build(tmp_path)
    for name in NAMES:
        slug, _, edition = name.partition("@")
        for format_, data in written(name).items():
            assert there.pop(f"{slug}/{edition}/{slug}-{edition}.{format_}") == data, name
    assert {Path(name).name for name in there} == {".avtalsgen.json"}


def _lists(document: Document) -> int:
    return sum(isinstance(block, List) for each in sections(document) for block in each.blocks)


def test_the_real_uppdrag_use_what_the_model_has() -> None:
    documents = [document(name) for name in NAMES]
    assert any(_lists(each) for each in documents)
    assert any(not s.number and s.heading for each in documents for s in sections(each))
    assert any("avsnitt" in word for each in documents for word in plain.words(each))
