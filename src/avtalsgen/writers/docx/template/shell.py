"""The house template, `mall.docx`: cover, header, footer and styles, with tags to fill.

Somebody at the municipality makes it in Word, so nothing about it is taken for granted.
It is looked through before any program opens it, its tags are a language without power,
and every text that is to be printed is seen to be where it should.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import docx
import jinja2
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docxtpl import DocxTemplate

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.intake import untrusted
from avtalsgen.ooxml.intake.part_roles import called
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.text import TEXT, text_of
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.writers.docx.template.placeholders import HiddenTags, hidden, speak, stand_in
from avtalsgen.writers.docx.template.tags import (
    BODY,
    DRAFT,
    IN_BODY,
    IN_FOOTER,
    IN_HEADER,
    LOGO,
    NAMES,
    Tag,
)
from avtalsgen.writers.docx.template.template_language import environment

_ORIGIN = Origin("clauses/profil/mall.docx", 1, 1)
_FIELDS = re.compile(r"(PAGE|NUMPAGES|SECTION|SECTIONPAGES|\\\*|MERGEFORMAT|ARABIC|\s)*", re.I)
_UNKNOWN_NAME = re.compile("'(.+?)' is undefined")
_LARGEST_PART = 1_000_000
_MOST_BRACES = 300
"""More are no template. docxtpl looks from every brace to the end of the part, over and over."""


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A template with its tags filled, and the paragraph whose place the body takes.

    `logo_goes_here` are the runs that hold a logo, each with the part that it stands in.
    """

    file: WordFile
    body_goes_here: Element
    logo_goes_here: tuple[tuple[Part, Element], ...] = ()


def fill(shell: bytes, tags: Mapping[str, Tag]) -> FilledTemplate:
    """Return the template `shell`, looked through before, with `tags` filled in.

    Raises:
        AvtalsgenError: it has a tag that means nothing, or leaves out a text.
    """
    filling = hidden(tags)
    file = docx.Document(io.BytesIO(_rendered(shell, filling.shape)))
    body = file.element.body
    goes_here = _body_paragraph(body, filling)
    logo_goes_here = tuple(_logo_runs(file, filling)) if tags[LOGO] else ()
    heads = [speak(head.element, filling.spoken) for head in _parts(file, RELATIONSHIP_TYPE.HEADER)]
    feet = [speak(foot.element, filling.spoken) for foot in _parts(file, RELATIONSHIP_TYPE.FOOTER)]
    places = {
        **dict.fromkeys(IN_BODY, ("i brödtexten", speak(body, filling.spoken))),
        **dict.fromkeys(IN_HEADER, ("i sidhuvudet", set().union(*heads))),
        **dict.fromkeys(IN_FOOTER, ("i sidfoten", set().union(*feet))),
        DRAFT: ("i varje sidhuvud, också omslagets", _on_every_page(body, heads)),
    }
    for number, spoken in enumerate(filling.spoken):
        where, stand_ins = places.get(spoken.tag, ("", {number}))
        if number not in stand_ins:
            raise _missing(spoken.tag, where)
    return FilledTemplate(file, goes_here, logo_goes_here)


def look_through(shell: bytes) -> None:
    """See that nothing in `shell` can do harm, before anything else gets to open it.

    Raises:
        AvtalsgenError: it is no Word file, is too large, reaches outside itself, or runs
            something.
    """
    try:
        for member in untrusted.members(shell):
            if member.kind == "xml":
                _check_size(member)
                _check_fields(member)
    except untrusted.UnfitError as error:
        raise template_error("WM01", f"mallen kan inte användas: {error}", error.hint) from error


def template_error(code: str, message: str, hint: str | None = None) -> AvtalsgenError:
    """Return the error that the template has a fault."""
    return AvtalsgenError([Problem(code, message, origin=_ORIGIN, hint=hint)])


def _check_size(member: untrusted.Member) -> None:
    braces = member.data.count(b"{") + member.data.count(b"}")
    if len(member.data) > _LARGEST_PART or braces > _MOST_BRACES:
        reason = f"mer än en mall får ha står i {called(member.name)}"
        raise untrusted.UnfitError(reason, "ta bort det som inte hör till mallen")


def _check_fields(member: untrusted.Member) -> None:
    """Let through the fields that count pages; others may fetch files or run programs."""
    root = untrusted.parsed(member)
    codes = [node.text or "" for node in root.iter(W + "instrText")]
    codes += [node.get(W + "instr", "") for node in root.iter(W + "fldSimple")]
    if not _FIELDS.fullmatch("".join(codes)):
        reason = f"{called(member.name)} har ett fält som gör annat än räknar sidor"
        raise untrusted.UnfitError(reason, "ta bort fältet, eller skriv texten i stället")


@lru_cache(maxsize=8)
def _rendered(shell: bytes, shape: str) -> bytes:
    """Return the template with the stand-ins of `shape` at its tags."""
    buffer = io.BytesIO()
    try:
        template = DocxTemplate(io.BytesIO(shell))
        template.render(json.loads(shape), environment())
        template.save(buffer)
    except jinja2.TemplateError as error:
        raise _unreadable_tag(error) from error
    except Exception as error:
        # Neither docxtpl nor python-docx has an error of its own for a file it cannot follow.
        hint = "spara om filen i Word som .docx"
        raise template_error("WM01", "mallen går inte att läsa som en Wordfil", hint) from error
    return buffer.getvalue()


def _parts(file: WordFile, kind: str) -> Iterator[XmlPart]:
    for relationship in file.part.rels.values():
        if relationship.reltype == kind and isinstance(relationship.target_part, XmlPart):
            yield relationship.target_part


def _logo_runs(file: WordFile, filling: HiddenTags) -> Iterator[tuple[Part, Element]]:
    """Yield the runs whose only words are the logo's, in the text and in headers and footers."""
    mark = stand_in(filling, LOGO)
    edges = (*_parts(file, RELATIONSHIP_TYPE.HEADER), *_parts(file, RELATIONSHIP_TYPE.FOOTER))
    for story in (file.part, *edges):
        for node in story.element.iter(TEXT):
            if mark in (node.text or ""):
                if text_of(node.getparent()).strip() != mark:
                    raise _missing(LOGO, "ensam i ett stycke")
                yield story, node.getparent()


def _body_paragraph(body: Element, filling: HiddenTags) -> Element:
    mark = stand_in(filling, BODY)
    paragraphs = [
        paragraph for paragraph in body.findall(W + "p") if text_of(paragraph).strip() == mark
    ]
    if len(paragraphs) != 1 or text_of(body).count(mark) != 1:
        raise _missing(BODY, "en gång, ensam i ett stycke")
    return paragraphs[0]


def _on_every_page(body: Element, heads: list[set[int]]) -> set[int]:
    """Return what is found in all headers; nothing if the cover has none."""
    first = [node for node in body.iter(W + "headerReference") if node.get(W + "type") == "first"]
    if not heads or (next(body.iter(W + "titlePg"), None) is not None and not first):
        return set()
    return set.intersection(*heads)


def _missing(tag: str, where: str) -> AvtalsgenError:
    written = "{{ rad.etikett }} och {{ rad.värde }}" if tag == "rader" else f"{{{{ {tag} }}}}"
    return template_error("WM02", f"mallen saknar {written} {where}", f"skriv in {written}")


def _unreadable_tag(error: jinja2.TemplateError) -> AvtalsgenError:
    unknown = _UNKNOWN_NAME.search(str(error))
    reason = f"mallen har en okänd tagg, {unknown[1]}" if unknown else "mallen har en trasig tagg"
    hint = f"byt den mot någon av {', '.join(NAMES)}; if och for går också"
    return template_error("WM03", reason, hint)
