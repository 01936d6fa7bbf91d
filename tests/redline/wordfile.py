"""Small Word files out of text, with nothing in them but what a test says."""

import base64
import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
SPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" '
    'w:footer="708" w:gutter="0"/>'
)
STYLES = {
    "Normal": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>',
    "Heading1": '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>',
    "Heading2": '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>",
    "TableGrid": '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    "<w:tblPr><w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>",
}
TITLE = (
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="48"/></w:rPr></w:style>'
)
_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def picture_file(number: int) -> bytes:
    """Return the bytes of a picture; another number, another picture."""
    return _DOT + bytes([number])


def run(text: str, properties: str = "") -> str:
    """Return a run; properties such as `<w:b/>`."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*content: str, style: str = "", properties: str = "", mark: str = "") -> str:
    """Return a paragraph; content that is no markup is a run."""
    own = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    own += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    inner = "".join(one if one.startswith("<") else run(one) for one in content if one)
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{inner}</w:p>"


def pars(*texts: str) -> str:
    """Return plain paragraphs."""
    return "".join(map(par, texts))


def cell(*content: str, properties: str = "") -> str:
    """Return a cell; content that is no block is a paragraph."""
    inner = "".join(
        one if one.startswith(("<w:p>", "<w:tbl", "<w:sdt", "<w:customXml")) else par(one)
        for one in content
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    """Return a row; what is no cell becomes one."""
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    inner = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr>{own}{inner}</w:tr>"


def table(*rows: str, columns: int = 2, properties: str = "") -> str:
    """Return a table."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    own = f'<w:tblStyle w:val="TableGrid"/>{properties}<w:tblW w:w="0" w:type="auto"/>'
    return f"<w:tbl><w:tblPr>{own}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def item(text: str, *, number: int = 1, level: int = 0) -> str:
    """Return an item of a list."""
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return par(text, properties=own)


def link(text: str, key: str) -> str:
    """Return a link; `key` is a relation."""
    return f'<w:hyperlink r:id="{key}">{run(text)}</w:hyperlink>'


def field(code: str, result: str) -> str:
    """Return a field of many runs."""
    ends = [
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    ]
    instruction = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return f"{ends[0]}{instruction}{ends[1]}{run(result)}{ends[2]}"


def note(number: int, kind: str = "footnote") -> str:
    """Return the reference to a note."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:{kind}Reference w:id="{number}"/></w:r>'


def picture(key: str, alt: str = "", size: int = 300000) -> str:
    """Return a run with a picture; `key` is a relation."""
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="bild"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{size}" cy="{size}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{size}" cy="{size}"/>'
        f'<wp:docPr id="1" name="bild" descr={quoteattr(alt)}/>{graphic}</wp:inline>'
        "</w:drawing></w:r>"
    )


def box(*paragraphs: str, fallback: bool = True) -> str:
    """Return a run with a text box, twice as Word writes it."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2000000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/>'
        '<wp:docPr id="2" name="ruta"/><a:graphic><a:graphicData uri='
        '"http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor>"
    )
    old = (
        '<w:pict><v:rect id="ruta" style="width:157pt;height:47pt"><v:textbox>'
        f"{inner}</v:textbox></v:rect></w:pict>"
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
    back = f"<mc:Fallback>{old}</mc:Fallback>" if fallback else ""
    return f"<w:r><mc:AlternateContent>{choice}{back}</mc:AlternateContent></w:r>"


def control(content: str, tag: str = "fält") -> str:
    """Return a content control."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def numbering(*lists: tuple[str, str]) -> str:
    """Return a numbering part: for each list a format and the text of its first level."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text if level == 0 else text.replace("1", str(level + 1))}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/>'
            "</w:pPr></w:lvl>"
            for level in range(3)
        )
        + "</w:abstractNum>"
        for at, (kind, text) in enumerate(lists)
    )
    numbers = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(lists))
    )
    return f"{_HEAD}<w:numbering {SPACES}>{kinds}{numbers}</w:numbering>"


BULLETS = numbering(("bullet", "–"), ("decimal", "%1."))


def commented(text: str) -> str:
    """Return words that comment 0 is on."""
    return (
        f'<w:commentRangeStart w:id="0"/>{run(text)}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )


def word(
    *body: str,
    section: str = PAGE,
    styles: Mapping[str, str] = STYLES,
    lists: str = "",
    notes: Mapping[int, str] | None = None,
    endnotes: Mapping[int, str] | None = None,
    heads: Mapping[str, str] | None = None,
    comments: Mapping[int, str] | None = None,
    links: Mapping[str, str] | None = None,
    pictures: Mapping[str, int] | None = None,
    settings: str = "",
    part_links: Mapping[str, Mapping[str, str | int]] | None = None,
) -> bytes:
    """Return a Word file.

    `part_links` are the relations of parts other than the main one, such as `footnotes` or
    `header1`: addresses, or numbers of pictures.

    `heads` are parts by id, `h…` for a header and `f…` for a footer; those named `hdefault`,
    `ffirst` and so on are referred to by the last section without being asked.
    """
    parts: dict[str, str | bytes] = {}
    types: dict[str, str] = {}
    relations: list[tuple[str, str, str, bool]] = []

    def add(key: str, role: str, name: str, kind: str, blob: str | bytes) -> None:
        parts[f"word/{name}"] = blob
        relations.append((key, role, name, False))
        if kind:
            types[f"word/{name}"] = _ML + kind + "+xml"

    own = "".join(styles.values())
    sheet = f"{_HEAD}<w:styles {SPACES}>{own}</w:styles>"
    add("rIdStyles", "styles", "styles.xml", "styles", sheet)
    if lists:
        add("rIdLists", "numbering", "numbering.xml", "numbering", lists)
    whole = f"{_HEAD}<w:settings {SPACES}>{settings}</w:settings>" if settings else ""
    own_parts = (
        ("footnotes", "" if notes is None else _notes("footnote", notes)),
        ("endnotes", "" if endnotes is None else _notes("endnote", endnotes)),
        ("comments", "" if comments is None else _comments(comments)),
        ("settings", whole),
    )
    for role, blob in filter(all, own_parts):
        add(f"rId{role}", role, f"{role}.xml", role, blob)
    references = ""
    for number, (key, content) in enumerate((heads or {}).items(), start=1):
        role, head = _head(key, content)
        add(key, role, f"{role}{number}.xml", role, head)
        if key[1:] in ("default", "first", "even"):
            references += f'<w:{role}Reference w:type="{key[1:]}" r:id="{key}"/>'
    for key, number in (pictures or {}).items():
        add(key, "image", f"media/{key}.png", "", picture_file(number))
    for key, target in (links or {}).items():
        relations.append((key, "hyperlink", target, True))
    inner = "".join(one if one.startswith("<") else par(one) for one in body)
    document = f"{inner}<w:sectPr>{references}{section}</w:sectPr>"
    parts["word/document.xml"] = (
        f"{_HEAD}<w:document {SPACES}><w:body>{document}</w:body></w:document>"
    )
    parts |= _part_relations(part_links or {})
    types["word/document.xml"] = _ML + "document.main+xml"
    parts["word/_rels/document.xml.rels"] = _relations(relations)
    parts["_rels/.rels"] = _relations([("rId1", "officeDocument", "word/document.xml", False)])
    parts["[Content_Types].xml"] = _types(types)
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, blob in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), blob)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _part_relations(part_links: Mapping[str, Mapping[str, str | int]]) -> dict[str, str | bytes]:
    """Return the relations of other parts than the main one, and the pictures they lead to."""
    parts: dict[str, str | bytes] = {}
    for part, own in part_links.items():
        found: list[tuple[str, str, str, bool]] = []
        for key, leads_to in own.items():
            if isinstance(leads_to, int):
                parts[f"word/media/{part}{key}.png"] = picture_file(leads_to)
                found.append((key, "image", f"media/{part}{key}.png", False))
            else:
                found.append((key, "hyperlink", leads_to, True))
        parts[f"word/_rels/{part}.xml.rels"] = _relations(found)
    return parts


def _head(key: str, content: str) -> tuple[str, str]:
    """Return the role and the part of a header or footer."""
    role, tag = ("header", "hdr") if key.startswith("h") else ("footer", "ftr")
    inner = content if content.startswith("<") else par(content)
    return role, f"{_HEAD}<w:{tag} {SPACES}>{inner}</w:{tag}>"


def _notes(kind: str, found: Mapping[int, str]) -> str:
    ends = (("separator", -1), ("continuationSeparator", 0))
    own = "".join(
        f'<w:{kind} w:type="{name}" w:id="{at}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for name, at in ends
    )
    for at, content in found.items():
        inner = content if content.startswith("<") else par(content)
        own += f'<w:{kind} w:id="{at}">{inner}</w:{kind}>'
    return f"{_HEAD}<w:{kind}s {SPACES}>{own}</w:{kind}s>"


def _comments(found: Mapping[int, str]) -> str:
    own = "".join(
        f'<w:comment w:id="{at}" w:author="Eva" w:date="2026-01-02T00:00:00Z" w:initials="E">'
        f"{par(text)}</w:comment>"
        for at, text in found.items()
    )
    return f"{_HEAD}<w:comments {SPACES}>{own}</w:comments>"


def _relations(found: list[tuple[str, str, str, bool]]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    own = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}{role}" Target={quoteattr(target)}'
        + (' TargetMode="External"' if outside else "")
        + "/>"
        for key, role, target, outside in found
    )
    return f'{_HEAD}<Relationships xmlns="{space}">{own}</Relationships>'


def _types(found: Mapping[str, str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    own = "".join(
        f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in kinds.items()
    )
    own += "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in found.items()
    )
    return f'{_HEAD}<Types xmlns="{space}">{own}</Types>'
