"""Where a party signs electronically: a field with a name, in its place."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from tests import pdf_validator, sample
from tests.strategies import documents

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Signatory, Signatures, Text
from avtalsgen.writers.pdf import set_pages


def _signatory(party: str, organisation: str) -> Signatory:
    named = (Text(organisation),) if organisation else ()
    return Signatory(party, f"För {party}", named, (), (Text("Namn"),), (Text("Titel"),))


def _document(*signatories: Signatory, draft: bool = False) -> Document:
    signatures = Signatures("e-signering", signatories)
    return replace(sample.document(), signatures=signatures, draft=draft)


BOTH = (_signatory("beställare", "Nämnden"), _signatory("utförare", "Leanlink Råd & Stöd (åäö)"))


def _pdf(document: Document) -> bytes:
    return set_pages(document, sample.PROFILE)[0]


def _fields(pdf: bytes) -> list[tuple[str, str]]:
    with pikepdf.open(BytesIO(pdf)) as file:
        form = file.Root.get("/AcroForm")
        return [(str(own.T), str(own.TU)) for own in form.Fields] if form is not None else []


def test_each_party_has_an_empty_field_that_says_whose_it_is() -> None:
    pdf = _pdf(_document(*BOTH))
    assert _fields(pdf) == [
        ("beställare", "Underskrift för Nämnden"),
        ("utförare", "Underskrift för Leanlink Råd & Stöd (åäö)"),
    ]
    with pikepdf.open(BytesIO(pdf)) as file:
        assert all("/V" not in own for own in file.Root.AcroForm.Fields)


def test_a_party_without_a_known_name_is_told_by_its_key() -> None:
    assert _fields(_pdf(_document(_signatory("utförare", "")))) == [
        ("utförare", "Underskrift för utförare")
    ]


def test_the_field_is_read_aloud_where_it_stands() -> None:
    with pikepdf.open(BytesIO(_pdf(_document(*BOTH)))) as file:
        forms = [own for own in file.objects if _is_form_element(own)]
        widgets = [own.K.Obj.objgen for own in forms]
        assert widgets == [own.objgen for own in file.Root.AcroForm.Fields]
        assert all(page.Tabs == "/S" for page in file.pages if "/Annots" in page)


def _is_form_element(element: pikepdf.Object) -> bool:
    return isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.Form


def test_the_field_stands_between_the_party_and_the_name() -> None:
    pdf = _pdf(_document(*BOTH))
    with pikepdf.open(BytesIO(pdf)) as file:
        rectangles = [[float(n) for n in own.Rect] for own in file.Root.AcroForm.Fields]
    with pypdfium2.PdfDocument(pdf) as file:
        text = file[len(file) - 1].get_textpage()
        for (left, low, right, high), party in zip(rectangles, BOTH, strict=True):
            above = text.get_text_bounded(left, high, right, high + 20)
            assert above.splitlines()[-1] == plain.text(party.organisation)
            assert text.get_text_bounded(left, low + 1, right, high - 1) == ""
            assert text.get_text_bounded(left, low - 45, right, low).split() == ["Namn", "Titel"]
            assert (right - left > 150, high - low > 50) == (True, True)


def test_the_file_holds_what_an_archive_and_a_screen_reader_ask() -> None:
    assert pdf_validator.breaches(_pdf(_document(*BOTH))) == []


def test_the_same_document_gives_the_same_bytes() -> None:
    assert _pdf(_document(*BOTH)) == _pdf(_document(*BOTH))


@pytest.mark.parametrize(
    "document",
    [
        _document(*BOTH, draft=True),
        replace(sample.document(), signatures=Signatures("papper", BOTH)),
        replace(sample.document(), signatures=None),
    ],
    ids=["a draft", "paper", "nobody signs"],
)
def test_nothing_else_has_a_field(document: Document) -> None:
    assert _fields(_pdf(document)) == []


def test_a_draft_has_the_same_pages_as_the_document() -> None:
    document = _document(*BOTH)
    _, layout = set_pages(document, sample.PROFILE)
    _, of_draft = set_pages(replace(document, draft=True), sample.PROFILE)
    assert layout == of_draft


@given(documents())
def test_every_party_has_one_field(document: Document) -> None:
    signatures = document.signatures
    signed = signatures is not None and signatures.form == "e-signering" and not document.draft
    parties = [own.party for own in signatures.signatories] if signatures and signed else []
    assert [name for name, _ in _fields(_pdf(document))] == parties


def test_an_annex_has_no_field_and_the_same_pages() -> None:
    document = _document(*BOTH)
    _, layout = set_pages(document, sample.PROFILE)
    annex, of_annex = set_pages(document, sample.PROFILE, to_sign=False)
    assert (_fields(annex), of_annex) == ([], layout)
