"""Files that a PDF carries."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import page
import pikepdf
import pypdfium2
from hypothesis import example, given
from hypothesis import strategies as st
from tests import sample
from tests.pdf_validator import breaches

from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.pdf.attached import AttachedFile, attach_files

DAY = datetime(2026, 11, 20, tzinfo=UTC)
SAMPLE = sample.document()
MAIN = set_pages(SAMPLE, sample.PROFILE)[0]
SHORT = set_pages(replace(SAMPLE, sections=SAMPLE.sections[-1:]), sample.PROFILE)[0]
PROFILES = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)
FACTS = AttachedFile("prov--1.yaml", b"titel: \xc3\x85\r\n", "application/yaml", "Source", "Svar")
MODEL = AttachedFile("prov--1.json", b"{}", "application/json", "Data", "Innehåll")


def _broken(pdf: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES]
    return [failure.message for report in reports for failure in report.failures]


@given(st.binary(min_size=1, max_size=200))  # PDFium gives no empty file
@example(b"titel: Prov\r")
def test_a_file_comes_out_as_it_went_in(data: bytes) -> None:
    file = AttachedFile("a.bin", data, "application/octet-stream", "Source", "Fil")
    pdf = attach_files(SHORT, [file], DAY)
    assert _broken(pdf) == []
    with pypdfium2.PdfDocument(pdf) as whole:
        assert whole.get_attachment(0).get_name() == "a.bin"
        assert bytes(whole.get_attachment(0).get_data()) == data


def test_each_file_says_what_it_is_to_the_document() -> None:
    pdf = attach_files(MAIN, [FACTS, MODEL], DAY)
    assert _broken(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        said = [
            (str(each.AFRelationship), str(each.UF), str(each.F), str(each.Desc))
            for each in file.Root.AF
        ]
        stream = file.Root.AF[0].EF.F
        assert str(stream.Subtype) == "/application/yaml"
        assert str(stream.Params.ModDate) == "D:20261120000000Z"
    assert said == [
        ("/Source", "prov--1.yaml", "prov--1.yaml", "Svar"),
        ("/Data", "prov--1.json", "prov--1.json", "Innehåll"),
    ]


def test_the_file_says_that_it_is_pdf_a_3a_and_is_no_longer_pdf_a_2a() -> None:
    pdf = attach_files(MAIN, [FACTS], DAY)
    with pikepdf.open(BytesIO(pdf)) as file, file.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
    assert breaches(pdf) != []
    assert pdf_text.words(pdf) == pdf_text.words(MAIN)


def test_equal_files_give_equal_bytes() -> None:
    assert attach_files(MAIN, [FACTS, MODEL], DAY) == attach_files(MAIN, [FACTS, MODEL], DAY)
    assert attach_files(MAIN, [], DAY) is MAIN
