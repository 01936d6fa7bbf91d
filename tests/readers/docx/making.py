"""Small Word files, as XML: what stands in the body, and the parts beside it."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.read import read_docx

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document
from avtalsgen.readers.reading import Reading, Tracked

_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_OUTSIDE = ' TargetMode="External"'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in range(1, 4)
)


def file(
    body: str, parts: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None
) -> bytes:
    """Return a Word file with `body`; `parts` are the insides of `styles`, `header1` and so on.

    A part is led to by its name as id; `links` are addresses outside, by id.
    """
    inside = {"styles": STYLES} | dict(parts or {})
    members = {
        "[Content_Types].xml": _content_types(inside),
        "_rels/.rels": _relationships({"main": ("officeDocument", "word/document.xml", False)}),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            {name: (_kind(name), f"{name}.xml", False) for name in inside}
            | {name: ("hyperlink", address, True) for name, address in (links or {}).items()}
        ),
    }
    for name, content in inside.items():
        root = _ROOTS[_kind(name)]
        members[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>"
    return packed(members)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip with `members`."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(
    body: str,
    parts: Mapping[str, str] | None = None,
    tracked: Tracked = "accept",
    links: Mapping[str, str] | None = None,
) -> Reading:
    """Return the file of `body` and `parts` as read."""
    return read_docx(file(body, parts, links), "prov.docx", tracked)


def p(text: str = "", *, properties: str = "", style: str = "") -> str:
    """Return a paragraph; text that begins with `<` is XML."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = text if text.startswith("<") else r(text)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run; text that begins with `<` is XML."""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>" if inner else ""


def lines(document: Document) -> list[str]:
    """Return the lines of a document's sections, headings with their numbers."""
    return [
        line
        for section in walk.sections(document)
        for line in (
            *([plain.heading(section)] if section.heading or section.number else []),
            *(plain.text(run) for block in section.blocks for run in walk.runs(block)),
        )
        if line
    ]


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _relationships(rows: Mapping[str, tuple[str, str, bool]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{_OUTSIDE if outside else ''}/>"
        for key, (kind, target, outside) in rows.items()
    )
    return f'<Relationships xmlns="{_RELS}">{inner}</Relationships>'


def _content_types(parts: Mapping[str, str]) -> str:
    main = f"{_WORD}.document.main+xml"
    rows = [("/word/document.xml", main)]
    rows += [(f"/word/{name}.xml", f"{_WORD}.{_kind(name)}+xml") for name in parts]
    inner = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in rows)
    default = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_TYPES}">{default}{inner}</Types>'
