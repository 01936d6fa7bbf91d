"""The PDFs that LibreOffice printed once are those that tests ask for, and are what it prints."""

from tests import printed
from tests.read import read_pdf

from avtalsgen.model import plain


def test_every_pdf_that_is_kept_is_asked_for_and_the_other_way_round() -> None:
    names = {printed.name(word, how) for word, how in printed.wanted()}
    assert names == {path.name for path in printed.FOLDER.iterdir()}


def test_what_is_kept_is_what_libreoffice_prints() -> None:
    word, how = next(printed.wanted())
    kept, new = (make(word, how) for make in (printed.pdf, printed.anew))
    assert kept == (printed.FOLDER / printed.name(word, how)).read_bytes()
    words = [plain.words(read_pdf(data, "avtal.pdf").document) for data in (kept, new)]
    assert words[0] == words[1] != []
