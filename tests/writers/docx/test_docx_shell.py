import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.pictures import logo
from tests.sample import PROFILE, document, draft
from tests.writers.docx.reading import W, part, parts, said, words
from tests.writers.docx.rendering import shell
from tests.writers.docx.shells import (
    COVER_HEADER,
    DOCUMENT,
    FOOTER,
    HEADER,
    altered,
    with_part,
    zipped,
)

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Running, Text
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Origin
from avtalsgen.writers.docx import write_docx
from avtalsgen.writers.render import Render

SMALL = replace(document(), sections=())
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>'


def problem(template: bytes, content: Document = SMALL) -> Problem:
    with pytest.raises(AvtalsgenError) as caught:
        write_docx(content, Render(PROFILE, template))
    (found,) = caught.value.problems
    return found


def text(file: bytes, name: str) -> str:
    return "".join(map(said, part(file, name).iter(W + "t", W + "noBreakHyphen")))


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        (DOCUMENT, "titel"),
        (DOCUMENT, "typ"),
        (DOCUMENT, "undertitel"),
        (DOCUMENT, "brödtext"),
        (HEADER, "sidhuvud_vänster"),
        (HEADER, "sidhuvud_höger"),
        (HEADER, "utkast"),
        (COVER_HEADER, "utkast"),
        (FOOTER, "sidfot"),
    ],
)
def test_a_template_without_a_tag_is_refused_even_when_the_tag_would_be_empty(
    name: str, tag: str
) -> None:
    found = problem(altered(name, f"{{{{ {tag} }}}}", ""))
    assert found.code == "WM02"
    assert f"{{{{ {tag} }}}}" in found.message
    assert found.origin == Origin("clauses/profil/mall.docx", 1, 1)
    assert found.hint


def test_a_row_of_the_cover_without_its_value_is_refused() -> None:
    assert problem(altered(DOCUMENT, "{{ rad.värde }}", "")).code == "WM02"


def test_the_body_must_have_a_paragraph_of_its_own() -> None:
    crowded = altered(DOCUMENT, "{{ brödtext }}", "Här: {{ brödtext }}")
    assert "ensam i ett stycke" in problem(crowded).message


def test_the_body_goes_to_one_place_only() -> None:
    twice = altered(DOCUMENT, "{{ titel }}", "{{ titel }}{{ brödtext }}")
    assert "en gång" in problem(twice).message


def test_a_picture_in_the_template_comes_along() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = altered(
        "[Content_Types].xml",
        '<Default Extension="rels"',
        '<Default Extension="png" ContentType="image/png"/><Default Extension="rels"',
    )
    row = f'<Relationship Id="rId1" Type="{office}/image" Target="media/logotyp.png"/>'
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    members = parts(kinds) | {
        "word/media/logotyp.png": b"\x89PNG\r\n\x1a\n",
        "word/_rels/header2.xml.rels": f"{empty}{row}</Relationships>".encode(),
    }
    file = write_docx(document(), Render(PROFILE, zipped(members)))
    assert parts(file)["word/media/logotyp.png"] == b"\x89PNG\r\n\x1a\n"
    assert "media/logotyp.png" in parts(file)["word/_rels/header2.xml.rels"].decode()


def test_the_logo_goes_where_its_tag_is_also_in_a_header() -> None:
    moved = altered(
        COVER_HEADER, "{{ organisation }}", "{{ organisation }}</w:t></w:r><w:r><w:t>{{ logotyp }}"
    )
    members = parts(moved) | {
        DOCUMENT: parts(moved)[DOCUMENT].decode().replace("{{ logotyp }}", "").encode()
    }
    file = write_docx(document(), Render(replace(PROFILE, logo=logo()), zipped(members)))
    assert "Ett &lt;märke&gt;" in parts(file)[COVER_HEADER].decode()
    assert "media/logotyp1.png" in parts(file)["word/_rels/header2.xml.rels"].decode()
    assert words(file) == plain.words(document())


def test_a_template_may_do_without_the_logo_and_leaves_no_word_of_it() -> None:
    without = altered(DOCUMENT, "{{ logotyp }}", "")
    file = write_docx(document(), Render(replace(PROFILE, logo=logo()), without))
    assert not [name for name in parts(file) if name.endswith(".png")]
    assert words(file) == plain.words(document())


def test_a_logo_in_the_middle_of_words_is_refused() -> None:
    crowded = altered(DOCUMENT, "{{ logotyp }}", "Här: {{ logotyp }}")
    with pytest.raises(AvtalsgenError, match="WM02"):
        write_docx(document(), Render(replace(PROFILE, logo=logo()), crowded))


def test_a_title_that_only_a_draft_prints_is_refused_when_it_is_none() -> None:
    hidden = altered(DOCUMENT, "{{ titel }}", "{% if utkast %}{{ titel }}{% endif %}")
    assert problem(hidden).code == "WM02"


def test_a_template_without_a_style_is_refused_by_the_name_of_the_style() -> None:
    found = problem(altered("word/styles.xml", '"Tabelltext"', '"Annat"').replace(b"", b""))
    assert found.code == "WM04"
    assert "Tabelltext" in found.message


def test_built_in_styles_may_be_written_in_any_case() -> None:
    template = altered(
        "word/styles.xml", '<w:name w:val="heading 1"/>', '<w:name w:val="Heading 1"/>'
    )
    file = write_docx(document(), Render(PROFILE, template))
    assert words(file) == plain.words(document())


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ titel.__class__ }}",
        "{{ titel.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ cycler }}",
        "{{ lipsum() }}",
        "{{ titel * 1000000000 }}",
        "{{ titel|upper }}",
        "{{ 10 ** 10 }}",
        "{% set a = titel %}",
        "{% include titel %}",
        "{% import titel as b %}",
        "{% for a in rader %}{% for b in rader %}x{% endfor %}{% endfor %}",
        "{% if titel is defined %}{% endif %}",
        "{{ okänd }}",
        "{{ titel",
        "{% if titel %}",
        "{{ }}",
    ],
)
def test_a_tag_outside_the_closed_language_is_refused(tag: str) -> None:
    escaped = tag.replace("<", "&lt;")
    found = problem(altered(DOCUMENT, "{{ titel }}", f"{{{{ titel }}}}{escaped}"))
    assert found.code in {"WM01", "WM02", "WM03"}


def test_an_unknown_tag_is_told_by_name() -> None:
    found = problem(altered(DOCUMENT, "{{ titel }}", "{{ titel }}{{ tittel }}"))
    assert found.message == "mallen har en okänd tagg, tittel"


def test_a_tag_in_the_title_property_is_no_way_round() -> None:
    hostile = altered("docProps/core.xml", "{{ titel }}", "{{ titel.__class__ }}")
    assert problem(hostile).code == "WM03"


@pytest.mark.parametrize("data", [b"", b"PK", b"inte en zip", shell()[:2000], zipped({})])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert problem(data).code == "WM01"


@given(st.binary(max_size=200), st.integers(0, len(shell())))
def test_any_bytes_give_a_file_or_an_error_of_ours(noise: bytes, place: int) -> None:
    data = shell()[:place] + noise + shell()[place + len(noise) :]
    try:
        file = write_docx(SMALL, Render(PROFILE, data))
    except AvtalsgenError:
        return
    assert parts(file)


@given(st.sampled_from(sorted(parts(shell()))), st.data())
def test_any_bytes_in_a_part_give_a_file_or_an_error_of_ours(
    name: str, data: st.DataObject
) -> None:
    whole = parts(shell())[name]
    start = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(start, min(len(whole), start + 200)))
    noise = data.draw(st.sampled_from((b"", b"<w:p/>", b"{{ titel }}", b"x", b'"', b"</w:p>")))
    try:
        file = write_docx(
            SMALL, Render(PROFILE, with_part(name, whole[:start] + noise + whole[stop:]))
        )
    except AvtalsgenError:
        return
    assert parts(file)


def test_a_zip_that_unfolds_into_something_large_is_refused() -> None:
    found = problem(with_part("word/stor.xml", b"<a>" + b" " * 30_000_000 + b"</a>"))
    assert found.code == "WM01"
    assert "för stor" in found.message


def test_a_zip_with_very_many_parts_is_refused() -> None:
    many = {f"word/del{number}.xml": b"<a/>" for number in range(600)}
    assert "fler än 500 delar" in problem(zipped(parts(shell()) | many)).message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_with_a_document_type_is_refused(encoding: str) -> None:
    plain_part = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE.decode()}<a>&b;</a>'
    assert "DTD" in problem(with_part("word/a.xml", plain_part.encode(encoding))).message


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "hyperlink", "oleObject"])
def test_a_template_that_reaches_outside_itself_is_refused(kind: str) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    row = f'<Relationship Id="rId99" Type="{office}{kind}" Target="https://a.se/" TargetMode='
    rows = altered(
        "word/_rels/document.xml.rels", "</Relationships>", f'{row}"External"/></Relationships>'
    )
    assert "https://a.se/" in problem(rows).message


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/a.html", "word/a.emf", "word/a"])
def test_a_part_that_is_not_text_font_or_picture_is_refused(name: str) -> None:
    told = problem(with_part(name, b"x")).message
    assert "tas inte emot" in told
    assert name not in told


@pytest.mark.parametrize(
    "code", ["INCLUDEPICTURE https://a.se/b.png", "DDEAUTO c:\\\\x y", "INCLUDETEXT x", "DATE"]
)
def test_a_field_that_does_more_than_count_pages_is_refused(code: str) -> None:
    assert "fält" in problem(altered(FOOTER, " NUMPAGES ", code)).message


def test_two_parts_with_one_name_are_refused() -> None:
    buffer = io.BytesIO(shell())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/Document.xml", b"<a/>")
    assert "har brödtexten två gånger" in problem(buffer.getvalue()).message


def test_text_that_looks_like_a_tag_or_xml_is_only_text() -> None:
    strange = "{{ titel }} {% if x %} {_{ }_} <w:p/> &amp; & \"' \t ]]> \\a"
    content = replace(
        SMALL,
        cover=replace(SMALL.cover, title=(Text(strange),), kicker=strange),
        running=Running(strange, strange, strange),
    )
    file = write_docx(content, Render(PROFILE, shell()))
    assert words(file) == plain.words(content)
    assert strange.replace("\t", " ") in text(file, HEADER)
    assert strange.replace("\t", " ") in text(file, FOOTER)


def test_a_part_of_the_cover_that_says_nothing_leaves_no_paragraph() -> None:
    bare = replace(SMALL.cover, kicker="", subtitle=(), rows=())
    file = write_docx(
        replace(SMALL, cover=bare, contents=None, signatures=None), Render(PROFILE, shell())
    )
    styles = [node.get(W + "val") for node in part(file, DOCUMENT).iter(W + "pStyle")]
    assert styles == ["Omslaglogotyp", "Rubrik", "Omslaglinje"]


def test_a_draft_says_so_on_the_cover_and_on_every_other_page() -> None:
    drafted = write_docx(draft(), Render(PROFILE, shell()))
    final = write_docx(document(), Render(PROFILE, shell()))
    for name in (HEADER, COVER_HEADER):
        assert "UTKAST" in text(drafted, name)
        assert "UTKAST" not in text(final, name)


def test_the_cover_has_the_house_and_no_running_head() -> None:
    file = write_docx(document(), Render(PROFILE, shell()))
    assert text(file, COVER_HEADER) == PROFILE.organisation
    assert text(file, "word/footer2.xml") == " · ".join(PROFILE.address) + PROFILE.footer
    assert next(part(file, DOCUMENT).iter(W + "titlePg"), None) is not None


def test_words_that_the_template_has_of_its_own_are_kept() -> None:
    template = altered(DOCUMENT, "{{ titel }}", "{{ titel }} – Björkvik")
    file = write_docx(SMALL, Render(PROFILE, template))
    assert "Björkvik" in words(file)
