"""What a Word file that comes back says, section by section."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import libreoffice
from tests.documents.every import NAMES, document, written
from tests.read import read_docx
from tests.readers.docx import word_files

from avtalsgen.model import plain
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.docx.own import properties
from avtalsgen.readers.docx.paragraphs import PrintedParagraph, paragraphs


def _words(found: tuple[PrintedParagraph, ...]) -> list[str]:
    return [word for paragraph in found for word in paragraph.text.split()]


@pytest.mark.parametrize("name", NAMES)
def test_it_reads_the_words_of_the_document_and_no_other(name: str) -> None:
    assert _words(paragraphs(written(name)["docx"])) == plain.words(document(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_section_has_the_digest_that_was_written(name: str) -> None:
    file = written(name)["docx"]
    words: dict[str, list[str]] = {}
    for paragraph in paragraphs(file):
        words.setdefault(paragraph.mark, []).extend(paragraph.text.split())
    for key, value in properties(file).items():
        if key.startswith("avtalsgen.klausul."):
            own = words[key.removeprefix("avtalsgen.klausul.")]
            assert sha256(" ".join(own).encode()).hexdigest() in value


def test_a_file_that_libreoffice_has_saved_says_the_same() -> None:
    saved = libreoffice.saved(word_files.built())
    assert paragraphs(saved) == paragraphs(word_files.built())


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _with_run(xml: str) -> bytes:
    """Return the file with `xml` before the first run of the first clause."""
    return word_files.changed(lambda text: _before_last_section(text, xml))


def _before_last_section(text: str, xml: str) -> str:
    at = text.rindex('w:name="_ag_')
    return text[: text.index("<w:r>", at)] + xml + text[text.index("<w:r>", at) :]


@pytest.mark.parametrize(
    ("xml", "adds"),
    [
        (f'<w:ins w:id="900" w:author="Kim">{_run("kvastskaft")}</w:ins>', True),
        (f'<w:moveTo w:id="900" w:author="Kim">{_run("kvastskaft")}</w:moveTo>', True),
        (
            '<w:del w:id="900" w:author="Kim"><w:r><w:delText>kvastskaft</w:delText></w:r></w:del>',
            False,
        ),
        (f'<w:moveFrom w:id="900" w:author="Kim">{_run("kvastskaft")}</w:moveFrom>', False),
    ],
)
def test_a_tracked_change_is_read_as_accepted_and_told_of(xml: str, adds: bool) -> None:
    found = paragraphs(_with_run(xml))
    (revision,) = [each for paragraph in found for each in paragraph.revisions]
    assert (revision.kind, revision.author, revision.text) == (
        "added" if adds else "removed",
        "Kim",
        "kvastskaft",
    )
    assert any("kvastskaft" in paragraph.text for paragraph in found) == adds


def test_words_that_are_hidden_are_not_printed() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dold text</w:t></w:r>"
    assert paragraphs(_with_run(hidden)) == paragraphs(word_files.built())


def test_a_paragraph_between_two_sections_belongs_to_the_first() -> None:
    marks = [each.mark for each in paragraphs(word_files.built()) if each.mark]
    first, second = list(dict.fromkeys(marks))[:2]

    def between(text: str) -> str:
        at = text.rindex("<w:p>", 0, text.index(f'w:name="_ag_{second}"'))
        return f"{text[:at]}<w:p>{_run('mellan')}</w:p>{text[at:]}"

    found = paragraphs(word_files.changed(between))
    assert [each.mark for each in found if each.text == "mellan"] == [first]


BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/custom.xml"])
def test_a_part_with_entities_is_refused(name: str) -> None:
    file = word_files.changed(lambda _: BOMB, name)
    with pytest.raises(AvtalsgenError) as error:
        read_docx(file, "prov.docx")
    assert [each.code for each in error.value.problems] == ["DX01"]


@given(st.binary(max_size=200))
def test_what_is_no_word_file_is_told_of(data: bytes) -> None:
    with pytest.raises(AvtalsgenError) as error:
        paragraphs(b"PK\x03\x04" + data)
    assert [each.code for each in error.value.problems] == ["DX01"]


@given(st.data())
def test_a_broken_word_file_is_read_or_told_of(data: st.DataObject) -> None:
    whole = bytearray(word_files.built())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    assert _codes(bytes(whole)) in ([], ["DX01"])


def _codes(file: bytes) -> list[str]:
    try:
        paragraphs(file)
    except AvtalsgenError as error:
        return [each.code for each in error.problems]
    return []
