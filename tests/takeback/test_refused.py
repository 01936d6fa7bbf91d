"""What cannot be taken back is refused with a clear message, and nothing is written."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import WordFile

from avtalsgen.pipeline.takeback import takeback
from avtalsgen.pipeline.takeback.takeback import read_file, taken_back
from avtalsgen.problems import AvtalsgenError, Exit


def _refused(data: bytes) -> tuple[str, Exit, str]:
    with pytest.raises(AvtalsgenError) as raised:
        taken_back(project(), data, "prov.docx")
    (problem,) = raised.value.problems
    assert problem.hint
    return problem.code, problem.exit, problem.message + problem.hint


def _file() -> WordFile:
    return WordFile(base(*DOCUMENT).file)


def test_a_file_of_an_uppdrag_that_is_not_here_names_the_likeliest() -> None:
    file = _file()
    file.rename_properties("<vt:lpwstr>prov<", "<vt:lpwstr>annat<")
    code, exit_, told = _refused(file.written())
    assert (code, exit_) == ("TB02", Exit.NOT_FOUND)
    assert "prov@2026" in told


def test_a_file_of_an_edition_that_is_not_here() -> None:
    file = _file()
    file.rename_properties("<vt:lpwstr>2026<", "<vt:lpwstr>1999<")
    assert _refused(file.written())[:2] == ("TB02", Exit.NOT_FOUND)


def test_a_file_that_is_like_nothing_here() -> None:
    file = _file()
    file.without_properties()
    for node in list(file.body)[:-1]:
        file.body.remove(node)
    file.body.insert(0, file.new("Ett brev om något helt annat."))
    file.header("SON 2026-000", "X")
    assert _refused(file.written())[:2] == ("TB03", Exit.NOT_FOUND)


@pytest.mark.parametrize(
    "part",
    ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.xml", "activeX1.bin"],
)
def test_a_file_with_a_program_that_nothing_leads_to(part: str) -> None:
    file = _file()
    file.parts[part] = b"<x/>"
    assert _refused(file.written())[0] == "TB06"


def test_a_file_that_says_that_a_part_is_a_program() -> None:
    file = _file()
    said = b'<Override PartName="/x.bin" ContentType="application/vnd.ms-office.activeX"/></Types>'
    types = file.parts["[Content_Types].xml"].replace(b"</Types>", said)
    file.parts["[Content_Types].xml"] = types
    assert _refused(file.written())[0] == "TB06"


def test_a_file_that_says_that_it_is_for_macros() -> None:
    file = _file()
    types = file.parts["[Content_Types].xml"]
    ours = b"openxmlformats-officedocument.wordprocessingml.document.main"
    file.parts["[Content_Types].xml"] = types.replace(ours, b"ms-word.document.macroEnabled.main")
    assert _refused(file.written())[0] == "TB06"


def test_a_file_that_does_not_say_where_its_text_is() -> None:
    file = _file()
    del file.parts["_rels/.rels"]
    assert _refused(file.written())[0] == "TB14"


def test_the_hint_names_the_file_as_it_was_typed(tmp_path: Path) -> None:
    file = _file()
    file.rename_properties("<vt:lpwstr>prov<", "<vt:lpwstr>annat<")
    path = tmp_path / "från motparten.docx"
    path.write_bytes(file.written())
    with pytest.raises(AvtalsgenError) as raised:
        takeback.returned(project(), path)
    hint = raised.value.problems[0].hint or ""
    assert hint.endswith(f"avtalsgen diff prov@2026 '{path.as_posix()}'")


def test_a_file_cut_short_and_one_of_an_older_form() -> None:
    whole = base(*DOCUMENT).file
    assert _refused(whole[: len(whole) // 2])[0] == "DX01"
    assert _refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))[0] == "DX02"


def test_a_file_with_a_password() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    code, _, told = _refused(locked + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert (code, "lösenord" in told) == ("DX02", True)


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("styles", "formatmallarna"),
        ("numbering", "listornas numrering"),
        ("header1", "sidhuvudet"),
    ],
)
def test_a_file_without_one_of_its_parts(part: str, named: str) -> None:
    file = _file()
    del file.parts[f"word/{part}.xml"]
    code, _, told = _refused(file.written())
    assert (code, f"{named} fattas" in told) == ("TB14", True)


@pytest.mark.parametrize("types", [None, b"", b'<Types xmlns="urn:none"/>'])
def test_a_file_that_does_not_say_what_its_parts_are(types: bytes | None) -> None:
    file = _file()
    del file.parts["[Content_Types].xml"]
    if types is not None:
        file.parts["[Content_Types].xml"] = types
    code, _, told = _refused(file.written())
    assert (code, "förteckningen över filens delar" in told) == ("DX01", True)


def test_a_file_whose_text_is_broken_or_missing() -> None:
    file = _file()
    broken = zipfile.ZipFile(io.BytesIO(file.written()))
    for text in (b"<w:document", None):
        done = io.BytesIO()
        with zipfile.ZipFile(done, "w") as archive:
            for name in broken.namelist():
                data = text if name == "word/document.xml" else broken.read(name)
                if data is not None:
                    archive.writestr(name, data)
        assert _refused(done.getvalue())[0] == "DX01"


def test_a_pdf_a_file_that_is_not_there_and_one_that_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(takeback, "_LIMIT", 10)
    pdf, large = tmp_path / "a.pdf", tmp_path / "b.docx"
    pdf.write_bytes(b"%PDF-1.7")
    large.write_bytes(bytes(11))
    codes = []
    made_for_macros = tmp_path / "c.docm"
    made_for_macros.write_bytes(b"PK")
    for path in (pdf, large, tmp_path / "saknas.docx", made_for_macros):
        with pytest.raises(AvtalsgenError) as raised:
            read_file(path)
        codes.append(raised.value.problems[0].code)
    assert codes == ["TB01", "TB04", "TB05", "TB06"]


def test_a_file_built_of_another_text_is_told_to_be() -> None:
    file = _file()
    data = file.parts["docProps/custom.xml"].decode()
    place = data.index("tryckt=") + len("tryckt=")
    file.parts["docProps/custom.xml"] = (data[:place] + "0" + data[place + 1 :]).encode()
    result = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT)).taken.result
    assert result.changes == ()
    assert any("annan text" in note for note in result.notes)
