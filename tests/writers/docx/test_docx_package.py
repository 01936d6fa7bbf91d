import hashlib
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import docx
from tests import sample
from tests.battery import BATTERY
from tests.writers.docx.reading import NS, W, part, parts
from tests.writers.docx.rendering import shell, written
from tests.writers.docx.shells import altered, with_part

from avtalsgen.model.nodes import Document, Paragraph, Provenance, Section, Text
from avtalsgen.model.profile import Colours, Profile
from avtalsgen.writers.docx import write_docx
from avtalsgen.writers.render import Render

MADE = Provenance("klausul", "clauses/tvist/2019.md", "tvist", "2019", "ab" * 32)


def properties(file: bytes) -> dict[str, str]:
    return {own.get("name"): own[0].text for own in part(file, "docProps/custom.xml")}


def with_clause(*words: str, provenance: Provenance | None = MADE) -> Document:
    text = tuple(Paragraph((Text(one),)) for one in words)
    own = Section("tvist", (Text("Tvist"),), 1, "1.0", text, provenance=provenance)
    return replace(sample.document(), sections=(own,))


def test_python_docx_opens_the_file_and_finds_title_author_and_language() -> None:
    core = docx.Document(BytesIO(written(sample.document()))).core_properties
    identity = sample.document().identity
    assert core.title == identity.title
    assert core.author == identity.author
    assert core.subject == identity.subject
    assert core.keywords == ", ".join(identity.keywords)
    assert core.identifier == identity.dnr
    assert core.language == "sv-SE"
    assert core.created.date().isoformat() == core.modified.date().isoformat() == identity.date


def test_a_document_without_a_day_has_one_all_the_same() -> None:
    undated = replace(sample.document(), identity=replace(sample.document().identity, date=""))
    core = docx.Document(BytesIO(written(undated))).core_properties
    assert core.created.date().isoformat() == "2000-01-01"


def test_a_title_may_be_long_and_hold_what_is_markup() -> None:
    long = "Uppdrag & <avtal> {{ titel }} " * 20
    identity = replace(sample.document().identity, title=long)
    file = written(replace(sample.document(), identity=identity))
    assert docx.Document(BytesIO(file)).core_properties.title == long


def test_the_file_says_what_it_is_made_of() -> None:
    found = properties(written(BATTERY))
    assert found["avtalsgen.uppdrag"] == BATTERY.identity.uppdrag
    assert found["avtalsgen.utgåva"] == BATTERY.identity.edition
    assert found["avtalsgen.typ"] == BATTERY.identity.type
    clauses = {name for name in found if name.startswith("avtalsgen.klausul.")}
    anchors = ("inledning", "krav", "ersattning", "listor", "djupt", "ord")
    assert clauses == {f"avtalsgen.klausul.{anchor}" for anchor in anchors}


def test_a_clause_is_told_with_its_edition_and_the_digest_of_its_text_and_its_words() -> None:
    printed = hashlib.sha256(b"1.0 Tvist Ett ord").hexdigest()
    found = properties(written(with_clause("Ett", "ord")))
    expected = f"klausul sha256={MADE.sha256} tryckt={printed} tvist@2019"
    assert found["avtalsgen.klausul.tvist"] == expected


def test_another_word_gives_another_digest_and_another_origin_does_not() -> None:
    one, same, other = (
        properties(written(document))["avtalsgen.klausul.tvist"]
        for document in (with_clause("Ett"), with_clause("Ett"), with_clause("Två"))
    )
    assert one == same != other


def test_prose_is_told_by_its_file_and_a_mere_heading_by_its_words_alone() -> None:
    prose = Provenance("prosa", "uppdrag/a b/egen text.md", sha256="cd" * 32)
    assert properties(written(with_clause("Ett", provenance=prose)))[
        "avtalsgen.klausul.tvist"
    ].endswith(" uppdrag/a b/egen text.md")
    heading = properties(written(with_clause("Ett", provenance=Provenance("rubrik"))))
    printed = hashlib.sha256(b"1.0 Tvist Ett").hexdigest()
    assert heading["avtalsgen.klausul.tvist"] == f"rubrik tryckt={printed}"
    assert "avtalsgen.klausul.tvist" not in properties(written(with_clause(provenance=None)))


def test_properties_of_the_template_are_kept_beside_ours() -> None:
    own = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        'docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
        'name="Klass"><vt:lpwstr>Intern</vt:lpwstr></property></Properties>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    rows = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/custom.xml"/>'
    end = "</Relationships>"
    members = parts(with_part("docProps/custom.xml", own.encode()))
    members["_rels/.rels"] = parts(altered("_rels/.rels", end, rows + end))["_rels/.rels"]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    file = write_docx(sample.document(), Render(sample.PROFILE, buffer.getvalue()))
    found = properties(file)
    assert found["Klass"] == "Intern"
    assert found["avtalsgen.utgåva"] == "2026"
    numbers = [int(one.get("pid")) for one in part(file, "docProps/custom.xml")]
    assert numbers == list(range(2, len(numbers) + 2))


def test_the_font_is_in_the_file_and_the_settings_say_so() -> None:
    file = written(sample.document())
    font = part(file, "word/fontTable.xml").find("w:font", NS)
    assert font.get(W + "name") == "Lato"
    assert font.find("w:altName", NS).get(W + "val") == "Calibri"
    assert [own.tag.removeprefix(W) for own in font if own.tag.startswith(W + "embed")] == [
        *("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
    ]
    assert part(file, "word/settings.xml").find("w:embedTrueTypeFonts", NS) is not None
    assert len([name for name in parts(file) if name.endswith(".odttf")]) == 4


def test_a_font_that_we_have_no_files_of_is_only_named() -> None:
    profile = Profile("Kommunen", font="Arial")
    file = write_docx(sample.document(), Render(profile, shell()))
    defaults = part(file, "word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr", NS)
    assert defaults.find("w:rFonts", NS).get(W + "ascii") == "Arial"
    assert part(file, "word/settings.xml").find("w:embedTrueTypeFonts", NS) is None
    assert not [name for name in parts(file) if name.endswith(".odttf")]


def test_all_text_is_swedish_and_word_asks_nothing_when_it_opens_the_file() -> None:
    template = altered("word/settings.xml", "<w:zoom", "<w:updateFields/><w:zoom")
    file = write_docx(sample.document(), Render(sample.PROFILE, template))
    settings = part(file, "word/settings.xml")
    assert settings.find("w:updateFields", NS) is None
    defaults = part(file, "word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr", NS)
    assert defaults.find("w:lang", NS).get(W + "val") == "sv-SE"


def test_the_house_style_decides_size_and_colours() -> None:
    profile = Profile("Kommunen", size=12, colours=Colours(accent="#a01020", text="#000000"))
    file = write_docx(sample.document(), Render(profile, shell()))
    styles = {one.get(W + "styleId"): one for one in part(file, "word/styles.xml")}
    heading, normal = styles["Rubrik1"], styles["Normal"]
    assert heading.find("w:rPr/w:color", NS).get(W + "val") == "A01020"
    assert heading.find("w:rPr/w:sz", NS).get(W + "val") == "36"
    assert normal.find("w:rPr/w:color", NS).get(W + "val") == "000000"
    assert normal.find("w:pPr/w:spacing", NS).get(W + "line") == "336"
    assert normal.find("w:pPr/w:spacing", NS).get(W + "lineRule") == "exact"


def test_headings_are_tied_to_the_numbering_of_the_document() -> None:
    file = written(replace(sample.document(), sections=(), numbering=("§ {1}", "{1}.{2}.")))
    numbering = part(file, "word/numbering.xml")
    levels = {one.get(W + "val"): one.getparent() for one in numbering.iter(W + "pStyle")}
    texts = {name: own.find("w:lvlText", NS).get(W + "val") for name, own in levels.items()}
    assert texts == {"Rubrik1": "§ %1", "Rubrik2": "%1.%2."}
    styles = {one.get(W + "styleId"): one for one in part(file, "word/styles.xml")}
    assert styles["Rubrik2"].find("w:pPr/w:numPr/w:ilvl", NS).get(W + "val") == "1"
    assert styles["Rubrik3"].find("w:pPr/w:numPr", NS) is None


def test_the_zip_has_no_clock_in_it() -> None:
    with zipfile.ZipFile(BytesIO(written(sample.document()))) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    rest = [info.filename for info in infos[1:]]
    assert rest == sorted(rest)


def test_nothing_is_fetched_from_outside_but_where_a_reader_clicks() -> None:
    for name, data in parts(written(BATTERY)).items():
        if name.endswith(".rels"):
            for row in re.findall(rb"<Relationship [^>]*External[^>]*>", data):
                assert b"/hyperlink" in row


def test_a_template_without_a_page_size_has_that_of_the_house() -> None:
    size = re.search(r"<w:pgSz[^>]*/>", parts(shell())["word/document.xml"].decode())
    assert size
    template = altered("word/document.xml", size[0], "")
    file = write_docx(sample.document(), Render(sample.PROFILE, template))
    table = next(part(file, "word/document.xml").iter(W + "tblW"))
    assert table.get(W + "w") == "8731"
