"""Annexes that are not appended, and what is said about it."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO, StringIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String
from tests import sample
from tests.writers.pdf.annexes_by_hand import saved, tagged

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Origin
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.pdf.annexes import Annex, append_annexes
from avtalsgen.writers.pdf.annexes.opening import MOST_PAGES, unpacks_beyond

ORIGIN = Origin("uppdrag/prov/1.yaml", 7, 5)
BY_HAND = tagged()
MAIN = set_pages(sample.document(), sample.PROFILE)[0]


def _problems(*files: bytes, archival: bool = True) -> list[Problem]:
    annexes = [
        Annex(number, "Taxa", "taxa.pdf", data, ORIGIN, archival)
        for number, data in enumerate(files, start=1)
    ]
    with pytest.raises(AvtalsgenError) as caught:
        append_annexes(MAIN, annexes)
    return list(caught.value.problems)


def _problem(data: bytes) -> Problem:
    (problem,) = _problems(data)
    assert problem.origin == ORIGIN
    assert problem.hint
    assert problem.message.startswith("bilagan taxa.pdf ")
    return problem


def _code(data: bytes) -> str:
    return _problem(data).code


def test_a_file_that_only_reads_is_appended() -> None:
    append_annexes(MAIN, [Annex(1, "Taxa", "taxa.pdf", tagged())])


@pytest.mark.parametrize("data", [b"", b"PK\3\4 en Wordfil", b"<html>", b"en text"])
def test_another_kind_of_file(data: bytes) -> None:
    assert _code(data) == "BI01"


@pytest.mark.parametrize("user", ["hemligt", ""])
def test_an_encrypted_file(user: str) -> None:
    with pikepdf.open(BytesIO(tagged())) as file:
        data = saved(file, encryption=pikepdf.Encryption(owner="ägare", user=user))
    assert _code(data) == "BI02"


@pytest.mark.parametrize("cut", [9, 200, 0.5, 0.9])
def test_half_a_file(cut: float) -> None:
    whole = tagged()
    assert _code(whole[: int(cut if cut > 1 else len(whole) * cut)]) == "BI03"


@pytest.mark.parametrize("at", range(1000, len(MAIN), 12_007))
def test_a_file_that_is_damaged_anywhere_is_refused_or_whole(at: int) -> None:
    """No other error comes of it; in metadata that is not used it does no harm."""
    data = MAIN[:at] + b"\0" * 40 + MAIN[at + 40 :]
    assert _codes(data) <= {"BI03", "BI05", "BI06", "BI09"}


@given(st.integers(1, 5000), st.sampled_from([b"0", b"/", b"(", b"<<", b"]", b" 9 0 R "]))
def test_a_file_with_another_byte_is_refused_or_whole(at: int, written: bytes) -> None:
    data = BY_HAND[: at % len(BY_HAND)] + written + BY_HAND[at % len(BY_HAND) + len(written) :]
    _codes(data)


def _codes(data: bytes) -> set[str]:
    """Return the codes by which `data` is refused, none if it is appended."""
    try:
        whole = append_annexes(MAIN, [Annex(1, "Taxa", "taxa.pdf", data)])
    except AvtalsgenError as error:
        return {problem.code for problem in error.problems}
    with pikepdf.open(BytesIO(whole), attempt_recovery=False) as file:
        assert file.check_pdf_syntax() == []
    return set()


def test_a_file_of_no_pages() -> None:
    with pikepdf.new() as file:
        assert _code(saved(file)) == "BI03"


def test_a_file_of_too_many_pages() -> None:
    def pages(file: Pdf) -> None:
        for _ in range(MOST_PAGES):
            file.add_blank_page()

    problem = _problem(tagged(pages))
    assert problem.code == "BI04"
    assert f"{MOST_PAGES + 2} sidor" in problem.message


def test_a_file_that_unpacks_to_more_than_its_size() -> None:
    bomb = b"stream\n" + zlib.compress(b"\0" * 3_000_000)
    assert unpacks_beyond(bomb, 2_000_000)
    assert not unpacks_beyond(bomb, 4_000_000)
    assert unpacks_beyond(2 * bomb, 4_000_000)
    assert not unpacks_beyond(b"stream\nen text", 1)


def test_a_file_that_unpacks_too_far_is_refused() -> None:
    chunk = b"stream\n" + zlib.compress(b"\0" * 100_000_000)
    assert _code(b"%PDF-1.7\n" + 6 * chunk) == "BI04"


def test_a_file_without_tags() -> None:
    def untagged(file: Pdf) -> None:
        del file.Root.StructTreeRoot

    problem = _problem(tagged(untagged))
    assert problem.code == "BI05"
    assert "inte taggad" in problem.message


def _catalog(**entries: object) -> Callable[[Pdf], None]:
    def change(file: Pdf) -> None:
        for key, value in entries.items():
            file.Root[f"/{key}"] = value

    return change


def _on_link(action: Dictionary) -> Callable[[Pdf], None]:
    def change(file: Pdf) -> None:
        link = file.pages[0].obj.Annots[0]
        link.A = action

    return change


def _embedded(file: Pdf) -> None:
    file.attachments["a.txt"] = b"hemligt"


def _in_a_form(file: Pdf) -> None:
    form = file.pages[0].obj.Parent.Resources.XObject.F
    form.Ref = Dictionary(F=String("annan.pdf"), Page=1)


def _outside(file: Pdf) -> None:
    file.pages[1].obj.Contents.F = String("annan.bin")


def _by_itself(file: Pdf) -> None:
    file.pages[1].obj.AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage))


def _file_on_the_page(file: Pdf) -> None:
    clip = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9])
    file.pages[0].obj.Annots.append(clip)


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
DANGERS = {
    "ett skript som körs när filen öppnas": (_catalog(OpenAction=SCRIPT), "skript"),
    "ett skript på en länk": (_on_link(SCRIPT), "skript"),
    "ett skript efter ett hopp": (
        _on_link(Dictionary(S=Name.Named, N=Name.NextPage, Next=Array([SCRIPT]))),
        "skript",
    ),
    "ett program": (_on_link(Dictionary(S=Name.Launch, F=String("cmd.exe"))), "program"),
    "en annan fil": (_on_link(Dictionary(S=Name.GoToR, F=String("a.pdf"))), "annan fil"),
    "uppgifter som skickas": (_on_link(Dictionary(S=Name.SubmitForm)), "skickar"),
    "okänd åtgärd": (_on_link(Dictionary(S=Name.Rendition)), "Rendition"),
    "okänd åtgärd som ser ut som ett attribut": (
        _on_link(Dictionary(S=Name.Launch, O=Name.Layout)),
        "program",
    ),
    "en adress som är ett skript": (
        _on_link(Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))),
        "webben",
    ),
    "en bifogad fil": (_embedded, "bifogad fil"),
    "en bifogad fil på sidan": (_file_on_the_page, "bifogad fil"),
    "en form i en annan fil": (_in_a_form, "annan fil"),
    "innehåll i en annan fil": (_outside, "annan fil"),
    "något som körs av sig självt": (_by_itself, "av sig självt"),
}


@pytest.mark.parametrize(("change", "named"), DANGERS.values(), ids=DANGERS)
def test_what_is_more_than_something_to_read(change: Callable[[Pdf], None], named: str) -> None:
    problem = _problem(tagged(change))
    assert problem.code == "BI06"
    assert named in problem.message


@pytest.mark.parametrize("address", ["https://exempel.se", "mailto:a@b.se", "tel:+4613206000"])
def test_an_ordinary_link_is_something_to_read(address: str) -> None:
    data = tagged(_on_link(Dictionary(S=Name.URI, URI=String(address))))
    append_annexes(MAIN, [Annex(1, "Taxa", "taxa.pdf", data)])


def test_a_type_of_structure_may_have_any_name() -> None:
    def rename(file: Pdf) -> None:
        root = file.Root.StructTreeRoot
        root.RoleMap[Name("/JavaScript")] = Name.P
        root.K.K[1].S = Name.JavaScript

    data = tagged(rename)
    append_annexes(MAIN, [Annex(1, "Taxa", "taxa.pdf", data)])


def test_a_signed_file() -> None:
    def sign(file: Pdf) -> None:
        value = Dictionary(Type=Name.Sig, ByteRange=[0, 1, 2, 3], Contents=String("x"))
        field = file.make_indirect(Dictionary(FT=Name.Sig, V=value, T=String("underskrift")))
        file.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    problem = _problem(tagged(sign))
    assert problem.code == "BI07"
    assert "undertecknad" in problem.message


def test_fields_and_layers() -> None:
    field = Dictionary(FT=Name.Tx, T=String("namn"))
    assert _code(tagged(_catalog(AcroForm=Dictionary(Fields=Array([field]))))) == "BI08"

    def indirect(file: Pdf) -> None:
        file.Root.AcroForm = Dictionary(Fields=Array([file.make_indirect(field)]))

    assert _code(tagged(indirect)) == "BI08"
    layers = Dictionary(OCGs=Array(), D=Dictionary())
    assert _code(tagged(_catalog(OCProperties=layers))) == "BI08"


def test_a_stale_index_for_the_web_is_no_damage() -> None:
    """A linearized file that was changed since: no page is less for it."""
    written = BytesIO()
    with pikepdf.open(BytesIO(tagged())) as file:
        file.save(written, linearize=True)
    stale = re.sub(rb"(?<=/O )\d+", lambda found: b"9" * len(found[0]), written.getvalue(), count=1)
    with pikepdf.open(BytesIO(stale)) as file:
        assert file.is_linearized
        assert not file.check_linearization(StringIO())
    append_annexes(MAIN, [Annex(1, "Taxa", "taxa.pdf", stale)])


@pytest.mark.parametrize("steps", [6_000, 150_000])
def test_a_file_that_is_nested_to_crash_a_program(steps: int) -> None:
    def nest(file: Pdf) -> None:
        inner = file.make_indirect(Dictionary())
        for _ in range(steps):
            inner = file.make_indirect(Dictionary(Inner=inner))
        file.pages[0].obj.Deep = inner

    problem = _problem(tagged(nest))
    assert problem.code == "BI03"


def test_a_tree_of_structure_that_goes_round() -> None:
    def bite(file: Pdf) -> None:
        document = file.Root.StructTreeRoot.K
        document.K.append(document)

    assert _code(tagged(bite)) == "BI03"


def test_an_outline_that_goes_round() -> None:
    def bite(file: Pdf) -> None:
        item = file.make_indirect(Dictionary(Title=String("om igen")))
        item.First = item.Next = item
        file.Root.Outlines = Dictionary(First=item, Last=item, Count=1)

    assert _code(tagged(bite)) == "BI03"


def _without_font(file: Pdf) -> None:
    """Leave a font out of the file: text that PDF/A and PDF/UA cannot keep."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    file.pages[1].obj.Resources = Dictionary(Font=Dictionary(H=font))
    text = b"/P <</MCID 0>> BDC BT /H 9 Tf (taxa) Tj ET EMC"
    file.pages[1].obj.Contents = file.make_stream(text)


def test_a_tagged_file_that_is_no_archive_is_refused_with_its_name_and_rule() -> None:
    problems = _problems(tagged(), tagged(_without_font))
    assert [problem.code for problem in problems] == ["BI09", "BI09"]
    assert "håller inte PDF/A-2a" in problems[0].message
    assert "håller inte PDF/UA-1" in problems[1].message
    assert "(regel PDFA2A-" in problems[0].message
    assert "arkivformat: nej" in (problems[0].hint or "")


def test_an_annex_that_need_not_be_an_archive_takes_the_claim_from_the_whole() -> None:
    annex = Annex(1, "Taxa", "taxa.pdf", tagged(_without_font), ORIGIN, archival=False)
    claims = []
    for pdf in (MAIN, append_annexes(MAIN, [annex])):
        with pikepdf.open(BytesIO(pdf)) as file, file.open_metadata() as metadata:
            claims.append([metadata.get(key) for key in ("pdfaid:part", "pdfuaid:part")])
    assert claims == [["2", "1"], [None, None]]


def test_an_annex_that_need_not_be_an_archive_must_still_be_harmless() -> None:
    (problem,) = _problems(tagged(_embedded), archival=False)
    assert problem.code == "BI06"
