"""What a file has beside its words: told by the format, and nothing of a file that is none."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
from tests import sample
from tests.readers.docx.making import file, p

from avtalsgen.model.profile import DEFAULT
from avtalsgen.readers.contrast import contrast
from avtalsgen.readers.docx.inside import inside
from avtalsgen.readers.inside import FileInside
from avtalsgen.readers.pdf.inside import inside as inside_pdf
from avtalsgen.writers.pdf import write_pdf
from avtalsgen.writers.render import Render

HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt avdrag</w:t></w:r></w:p>"
WHITE = '<w:p><w:r><w:rPr><w:color w:val="ffffff"/></w:rPr><w:t>vitt</w:t></w:r></w:p>'
MARKED = '<w:p><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>kolla</w:t></w:r></w:p>'
TRACKED = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>nytt</w:t></w:r></w:ins></w:p>'
BOLD = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Lokaler</w:t></w:r></w:p>"
ROW = "<w:tr><w:tc><w:p><w:r><w:t>Post</w:t></w:r></w:p></w:tc></w:tr>"
TABLE = f"<w:tbl>{ROW * 2}</w:tbl>"
PICTURE = "<wp:inline><wp:docPr id='1' name='b'/></wp:inline>"
DRAWN = f"<w:p><w:r><w:drawing>{PICTURE}</w:drawing></w:r></w:p>"


def of(body: str) -> FileInside:
    return inside(file(body), "avtal.docx")


def test_what_nobody_sees_or_has_settled_is_found() -> None:
    found = of(f"{p('Ett avtal.')}{HIDDEN}{WHITE}{MARKED}{TRACKED}")
    assert found.hidden == ("dolt avdrag",)
    assert found.white == ("vitt",)
    assert found.marked == ("kolla",)
    assert found.tracked == ("nytt",)


def test_looks_that_say_nothing_to_a_reader_aloud_are_found() -> None:
    typed = p("- städa") + p("- laga mat")
    found = of(f"{BOLD}{typed}{TABLE}{DRAWN}")
    assert found.unheaded == ("Lokaler",)
    assert found.typed_items == ("- städa",)
    assert found.headless_tables == ("PostPost",)
    assert found.wordless_pictures == 1


def test_a_plain_file_has_nothing_beside_its_words() -> None:
    found = of(p("Ett avtal.") + p("- ett streck för sig"))
    assert found == FileInside("word")


def test_what_cannot_be_opened_has_nothing() -> None:
    assert inside(b"inget", "x.docx") == FileInside("word")
    assert inside_pdf(b"inget") == FileInside("pdf")


def test_a_pdf_of_ours_has_title_language_and_tags() -> None:
    found = inside_pdf(write_pdf(sample.document(), Render(DEFAULT)))
    assert (found.tagged, found.shows_title, found.language[:2]) == (True, True, "sv")
    assert found.title
    assert "".join(filter(str.isalnum, found.title)).casefold() in "".join(found.pages)


def test_a_pdf_that_says_odd_things_of_itself_is_read_in_silence(tmp_path: Path) -> None:
    """No library writes on the screen of whoever asked: not what it met, nor where."""
    written = BytesIO()
    with pikepdf.new() as odd:
        odd.add_blank_page()
        odd.Root.Metadata = odd.make_stream(b"<x/>")
        odd.save(written, fix_metadata_version=False)
    (tmp_path / "odd.pdf").write_bytes(written.getvalue())
    code = (
        "import sys; from avtalsgen.readers.pdf.inside import inside;"
        "inside(open(sys.argv[1], 'rb').read())"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "odd.pdf")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert (said.stdout, said.stderr) == ("", "")


def styled(style: str, words: str, look: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r></w:p>"
    )


def test_a_heading_that_skips_a_level_is_found() -> None:
    body = styled("Heading1", "Uppdraget") + styled("Heading3", "Tider") + styled("Rubrik1", "Pris")
    assert of(body).jumps == ("Tider",)
    assert of(styled("Heading2", "Tider") + styled("Heading3", "Mat")).jumps == ()


def test_words_too_near_the_colour_behind_them_are_found() -> None:
    faint = '<w:color w:val="AAAAAA"/>'
    dark = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'
    large = '<w:color w:val="888888"/><w:sz w:val="40"/>'
    body = (
        styled("x", "ljusgrå", faint) + styled("x", "på blått", dark) + styled("x", "stor", large)
    )
    assert of(body).faint == ("ljusgrå",)


def test_the_contrast_of_black_and_white_is_the_greatest() -> None:
    assert round(contrast("000000", "FFFFFF")) == 21
    assert contrast("767676", "FFFFFF") > 4.5 > contrast("777777", "FFFFFF")


def test_the_rows_of_a_table_of_contents_are_found() -> None:
    body = styled("TOC1", "1 Uppdraget 2") + styled("Heading1", "Uppdraget")
    assert of(body).contents == ("1 Uppdraget 2",)


def test_the_contents_of_a_pdf_of_ours_are_its_rows_and_none_of_its_headings_jumps() -> None:
    found = inside_pdf(write_pdf(sample.document(), Render(DEFAULT)))
    assert found.jumps == ()


def test_tags_of_a_pdf_that_skip_a_level_are_found() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    tags = [pikepdf.Dictionary(S=pikepdf.Name(name)) for name in ("/H1", "/H3", "/P", "/H2")]
    top = pikepdf.Dictionary(S=pikepdf.Name("/Document"), K=pikepdf.Array(tags))
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(K=top))
    data = BytesIO()
    pdf.save(data)
    assert inside_pdf(data.getvalue()).jumps == ("H1, H3",)
