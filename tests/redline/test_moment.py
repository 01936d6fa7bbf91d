"""When a change was made: nobody asks a clock."""

import io
from datetime import datetime

import docx
import pytest
from tests.redline.wordfile import unzipped, zipped

from avtalsgen.redline import Options, word_redline

SAVED = datetime(2024, 5, 6, 7, 8, 9)  # noqa: DTZ001 - python-docx takes it as UTC


def word_file(text: str, saved: datetime = SAVED) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    document.core_properties.modified = saved
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def dates(data: bytes) -> set[str]:
    found = unzipped(data)["word/document.xml"].decode().split("w:date=")[1:]
    return {each[1:].split('"')[0] for each in found}


OLD = word_file("Ersättningen betalas varje månad.", datetime(2020, 1, 1))  # noqa: DTZ001


def test_a_change_is_as_old_as_the_newer_file() -> None:
    made = word_redline(OLD, word_file("Ersättningen betalas varje kvartal."))
    assert dates(made.docx) == {"2024-05-06T07:08:09Z"}


def test_the_user_knows_better() -> None:
    options = Options(date="2026-11-22T12:00:00Z")
    made = word_redline(OLD, word_file("Ersättningen betalas varje kvartal."), options)
    assert dates(made.docx) == {"2026-11-22T12:00:00Z"}


@pytest.mark.parametrize("core", [None, b"<trasig", b"<a/>"])
def test_a_file_that_does_not_say_gives_the_same_bytes_every_time(core: bytes | None) -> None:
    parts = unzipped(word_file("Ersättningen betalas varje kvartal."))
    parts["docProps/core.xml"] = core or b""
    new = zipped({name: part for name, part in parts.items() if part})
    made = word_redline(OLD, new)
    assert dates(made.docx) == {"2000-01-01T00:00:00Z"}
    assert word_redline(OLD, new).docx == made.docx
