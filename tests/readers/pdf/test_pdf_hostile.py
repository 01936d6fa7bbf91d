"""PDF files that mean harm: refused or read, soon, in little memory, and nothing in them is run."""

import resource
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.read import read_pdf
from tests.readers.pdf import hostile
from tests.work import calls

from avtalsgen.model import plain
from avtalsgen.problems import AvtalsgenError, Severity

ENDLESS = (
    hostile.two_gigabytes_of_content,
    hostile.two_gigabytes_of_form,
    hostile.two_gigabytes_of_letters,
    hostile.content_that_draws_itself,
    hostile.content_that_doubles,
)


def _codes(data: bytes) -> list[str]:
    with pytest.raises(AvtalsgenError) as raised:
        read_pdf(data, "avtal.pdf")
    assert all(problem.hint for problem in raised.value.problems)
    return [problem.code for problem in raised.value.problems]


@pytest.mark.parametrize("made", ENDLESS)
def test_what_has_no_end_is_refused_before_it_begins(made: Callable[[], bytes]) -> None:
    data = made()
    assert len(data) < 60_000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    work, codes = calls(lambda: _codes(data))
    assert codes == ["PF05"]
    assert work < 2_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 150_000


def test_pages_that_hold_themselves_are_refused() -> None:
    assert _codes(hostile.pages_that_hold_themselves()) == ["PF01"]


def test_a_file_cut_off_is_refused() -> None:
    assert _codes(hostile.saying("Ett avtal.")[:-500]) == ["PF01"]


def test_pictures_of_pages_are_refused_with_a_way_out() -> None:
    assert _codes(hostile.scanned()) == ["PF06"]


@pytest.mark.parametrize("made", [hostile.deep_structure, hostile.structure_that_holds_itself])
def test_tags_that_make_no_tree_are_told_of_and_not_followed(made: Callable[[], bytes]) -> None:
    reading = read_pdf(made(), "avtal.pdf")
    assert [(p.code, p.severity) for p in reading.problems] == [("PF04", Severity.WARNING)]
    assert "Ett avtal." in list(plain.lines(reading.document))


def test_a_hundred_thousand_objects_are_read_past() -> None:
    data = hostile.many_objects()
    work, reading = calls(lambda: read_pdf(data, "avtal.pdf"))
    assert "Ett avtal." in list(plain.lines(reading.document))
    assert work < 60 * 100_000


def test_scripts_and_what_starts_programs_are_left_alone() -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('http://127.0.0.1:9')"))
    launch = Dictionary(S=Name.Launch, F=String("/bin/sh"))
    names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script])))
    data = hostile.saying("Ett avtal.", OpenAction=launch, AA=Dictionary(WC=script), Names=names)
    assert "Ett avtal." in list(plain.lines(read_pdf(data, "avtal.pdf").document))


def test_comments_stand_beside_the_text_and_filled_fields_are_told_of() -> None:
    comment = Dictionary(Subtype=Name.Text, Contents=String("Stämmer\nbeloppet?"), T=String("Kim"))
    field = Dictionary(Subtype=Name.Widget, FT=Name.Tx, V=String("tolv"), T=String("tid"))
    with pikepdf.open(BytesIO(hostile.saying("Ett avtal."))) as file:
        file.pages[0].Annots = Array([comment, file.make_indirect(field)])
        file.Root.AcroForm = Dictionary(Fields=Array([file.pages[0].Annots[1]]))
        done = BytesIO()
        file.save(done)
    reading = read_pdf(done.getvalue(), "avtal.pdf")
    (aside,) = reading.document.asides
    assert (aside.part, aside.name) == ("comment", "Kim")
    assert [problem.code for problem in reading.problems] == ["PF08"]


def test_names_that_are_no_text_are_read_past() -> None:
    """Of what is pinned on a page, and in the properties of the file."""
    with pikepdf.open(BytesIO(hostile.saying("Ett avtal."))) as file:
        file.pages[0].Annots = Array([Dictionary(Subtype=Name.Namn, T=Name.Namn)])
        file.docinfo.Title = Name.Namn
        done = BytesIO()
        file.save(done, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = done.getvalue().replace(b"/Namn", b"/N\xa6mn")
    reading = read_pdf(data, "avtal.pdf")
    assert "Ett avtal." in list(plain.lines(reading.document))
    assert reading.document.asides == ()


def test_letters_that_stand_nowhere_are_left_out_and_told_of() -> None:
    """Ten steps that make all a thousand million times larger: more than any number holds."""
    larger = b"1000000000 0 0 1000000000 0 0 cm " * 10
    with pikepdf.open(BytesIO(hostile.saying("Ett avtal."))) as file:
        page = file.pages[0]
        shown = page.Contents.read_bytes()
        page.Contents = file.make_stream(shown + b" " + larger + shown.replace(b"Ett", b"Nio"))
        done = BytesIO()
        file.save(done)
    reading = read_pdf(done.getvalue(), "avtal.pdf")
    assert "Ett avtal." in list(plain.lines(reading.document))
    assert "PF09" in [problem.code for problem in reading.problems]
