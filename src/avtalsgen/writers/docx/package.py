"""The Word file put together."""

from functools import lru_cache
from hashlib import sha256

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.numbering import NumberingPart

from avtalsgen.model import cover, metrics
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.model.walk import sections
from avtalsgen.ooxml import fonts as embedded
from avtalsgen.ooxml.archive import archive
from avtalsgen.ooxml.bookmarks import Bookmarks
from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.settings import add_distances, carry_fonts, hyphenate, open_without_questions
from avtalsgen.ooxml.units import twips_of_mm
from avtalsgen.problems import AvtalsgenError
from avtalsgen.writers.docx.body.body import body, targets
from avtalsgen.writers.docx.body.guessed_pages import keep_off_guessed_ends
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.first_page import number_first_page
from avtalsgen.writers.docx.properties import write_properties
from avtalsgen.writers.docx.styling import fonts
from avtalsgen.writers.docx.styling import style_names as names
from avtalsgen.writers.docx.styling.counting import check_numbers
from avtalsgen.writers.docx.styling.numbering import Numberings
from avtalsgen.writers.docx.styling.styles import StyleSheet
from avtalsgen.writers.docx.template import probe
from avtalsgen.writers.docx.template.logo import show_logo
from avtalsgen.writers.docx.template.shell import fill, look_through, template_error
from avtalsgen.writers.docx.template.tags import tags
from avtalsgen.writers.render import Render

_NARROWEST_MM = 40
"""The least width for text; narrower than this is a mistake in the template."""


def write_docx(document: Document, render: Render) -> bytes:
    """Return `document` as a Word file (ECMA-376, transitional) in the house template.

    The words of its body are those of the model. What Word makes by itself, such as
    numbers, contents and pages, is left to Word, with the answer in place already.
    Equal input gives equal bytes.

    Raises:
        AvtalsgenError: the template cannot be used, or a text holds a character that no
            Word file can.
    """
    check_numbers(document)
    if sha256(render.shell).hexdigest() != probe.TRIED:
        _try_out(render.shell)
    return _written(document, render)


@lru_cache(maxsize=4)
def _try_out(shell: bytes) -> None:
    """Find the faults of a template before a document is written in it."""
    look_through(shell)
    try:
        _written(probe.DOCUMENT, Render(probe.PROFILE, shell))
    except AvtalsgenError:
        raise
    except Exception as error:
        # What python-docx and lxml say of a file that lacks something is any error at all.
        hint = "utgå från den mall som följer med programmet"
        raise template_error("WM01", "mallen saknar något som en Wordfil har", hint) from error


def _written(document: Document, render: Render) -> bytes:
    filled = fill(render.shell, tags(document, render.profile))
    file, goes_here = filled.file, filled.body_goes_here
    if render.profile.logo:
        show_logo(filled, render.profile.logo)
    around = _surroundings(file, document, render)
    if document.cover.form == "letterhead":
        number_first_page(file, around.styles, around.text_width)
    parent = goes_here.getparent()
    place = parent.index(goes_here)
    parent[place : place + 1] = body(document, render.layout, around)
    keep_off_guessed_ends(
        parent, StyleSheet(file.styles.element).keeping(), around.styles[names.NORMAL]
    )
    around.numbering.write()
    _carry_font(file, render.profile)
    add_distances(file.settings.element)
    hyphenate(file.settings.element)
    open_without_questions(file.settings.element)
    write_properties(file.part.package, document)
    return archive(file.part.package)


def _surroundings(file: WordFile, document: Document, render: Render) -> Surroundings:
    styles, numbering, width = StyleSheet(file.styles.element), _numbering(file), _text_width(file)
    if styles.missing():
        listed = ", ".join(styles.missing())
        hint = "kopiera dem från den mall som följer med programmet"
        raise template_error("WM04", f"mallen saknar formatmallarna {listed}", hint)
    styles.derive()
    measures = cover.measures(document.cover)
    styles.dress(render.profile, width, measures, draft=document.draft)
    ids = styles.ids()
    patterns = document.numbering[: names.LEVELS]
    headings = [ids[names.heading(level)] for level in range(1, len(patterns) + 1)]
    if patterns:
        number = numbering.headings(patterns, headings)
        for level in range(1, len(patterns) + 1):
            styles.number(level, number)
    return Surroundings(
        styles=ids,
        link=lambda to: file.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        targets=targets(document),
        typed=frozenset(own.anchor for own in sections(document) if own.lettered),
        bookmarks=Bookmarks(),
        numbering=numbering,
        profile=render.profile,
        text_width=width,
    )


def _numbering(file: WordFile) -> Numberings:
    """Return the numbering of `file`; a template without lists has no part for it."""
    kind = RELATIONSHIP_TYPE.NUMBERING
    if all(own.reltype != kind for own in file.part.rels.values()):
        name = PackURI("/word/numbering.xml")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, w("numbering"), file.part.package)
        file.part.relate_to(part, kind)
    element: Element = file.part.numbering_part.element
    return Numberings(element)


def _text_width(file: WordFile) -> int:
    page = file.sections[-1]
    if page.page_width is None or page.left_margin is None or page.right_margin is None:
        return twips_of_mm(metrics.PAGE_WIDTH_MM - 2 * metrics.MARGIN_SIDE_MM)
    width = page.page_width.mm - page.left_margin.mm - page.right_margin.mm
    return twips_of_mm(max(width, _NARROWEST_MM))


def _carry_font(file: WordFile, profile: Profile) -> None:
    faces = fonts.files(profile)
    embedded.embed(file.part, profile.font, fonts.STAND_IN, faces)
    if faces:
        carry_fonts(file.settings.element)
