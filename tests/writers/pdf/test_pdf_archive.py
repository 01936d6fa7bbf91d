"""What is done to a PDF after it has been set."""

import zlib
from io import BytesIO

import pikepdf
from tests import pdf_validator, sample

from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.pdf.archive import for_archive


def _ending_in_a_return() -> bytes:
    """Return bytes that end in a carriage return when they are compressed."""
    contents = (b"a" * length for length in range(256))
    return next(content for content in contents if zlib.compress(content).endswith(b"\r"))


def test_no_stream_ends_in_a_return_that_may_be_taken_for_the_end_of_the_line() -> None:
    pdf, _ = set_pages(sample.document(), sample.PROFILE)
    content, doubtful = _ending_in_a_return(), BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        compressed = pikepdf.Stream(file, zlib.compress(content), Filter=pikepdf.Name.FlateDecode)
        file.Root.Extra = file.make_indirect(compressed)
        file.save(doubtful, deterministic_id=True)
    assert pdf_validator.breaches(doubtful.getvalue()) != []
    archived = for_archive(doubtful.getvalue(), "")
    assert pdf_validator.breaches(archived) == []
    with pikepdf.open(BytesIO(archived)) as file:
        assert file.Root.Extra.read_bytes() == content


def test_a_file_that_needs_nothing_is_left_as_it_is() -> None:
    assert for_archive(b"%PDF-1.7", "") == b"%PDF-1.7"
