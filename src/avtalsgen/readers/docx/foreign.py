"""What a Word file has that another of the same document does not, beside its words.

    relations   whatever fetches or runs: macros, objects, templates, text and pictures from outside
    elements    what stands for words otherwise than as text: symbols, fields, formulas, controls
    looks       letters hidden, struck, shaded, moved, tiny, coloured or set otherwise
    numbering   words in a bullet or a number
    contents    entries of the table of contents, without their pages
    fonts       fonts in the file whose shapes are not those of the other

Both files are read as Word shows them: looks are those of the run over its style, over the style
of its paragraph, over what the file says of all (ECMA-376 part 1, 17.7.2).
"""

import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import MATH, MC, R, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXTS, lines_of, text_of

Properties = Mapping[str, str]

_HARMLESS: Final = frozenset({"hyperlink"})
"""Roles that may lead out of a file: somebody has to follow them."""
_TELLING: Final = frozenset(
    {
        *("vbaProject", "wordVbaData", "oleObject", "package", "control", "activeXControlBinary"),
        *("aFChunk", "attachedTemplate", "subDocument", "frame", "mailMergeSource", "customXml"),
    }
)
"""Roles of what runs, is fetched or stands for text."""
_INSTEAD: Final = {
    f"{W}sym": "ett tecken ur ett annat teckensnitt",
    f"{W}object": "ett inbäddat objekt",
    f"{W}pict": "en ritad form",
    f"{W}control": "en kontroll",
    f"{W}altChunk": "text ur en annan fil",
    f"{W}dataBinding": "text bunden till data i filen",
    f"{W}ruby": "text ovanför text",
    f"{W}subDoc": "ett underdokument",
    f"{W}contentPart": "en inbäddad del",
    f"{MATH}oMath": "en formel",
    f"{MC}Fallback": "en reservtext",
}
_LOOKS: Final = {
    "vanish": "dold",
    "specVanish": "dold",
    "strike": "struken",
    "dstrike": "struken",
    "color": "färg",
    "sz": "storlek",
    "position": "flyttad från raden",
    "vertAlign": "upphöjd eller nedsänkt",
    "shd": "bakgrund",
    "highlight": "överstruken",
    "w": "bredd",
    "rFonts": "teckensnitt",
    "outline": "kontur",
    "emboss": "relief",
    "imprint": "relief",
    "rtl": "skriven åt andra hållet",
}
"""What of the looks of letters can change what a reader sees, and what it is called."""
_OFF: Final = frozenset({"0", "false", "off", "none", "baseline", ""})
_PAGE: Final = re.compile(r"[\s.]*\d+$")
_SHOWN: Final = 40
_FACES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
_MIXED: Final = 32
"""Bytes of a font that are mixed with its key."""


def foreign(data: bytes, other: bytes) -> tuple[str, ...]:
    """Return what `data` has and `other` has not, in Swedish, each once.

    Raises:
        UnfitError: one of the files cannot be read.
    """
    file, known = Package(data), Package(other)
    differing = (
        *_relations(file, known),
        *_elements(file, known),
        *_fields(file, known),
        *_looks(file, known),
        *_numbering(file, known),
        *_contents(file, known),
        *_fonts(file, known),
    )
    return tuple(dict.fromkeys(differing))


def _stories(file: Package) -> Iterator[tuple[str, etree._Element]]:
    """Yield the parts with text, by what they are called: the body, heads and feet, notes."""
    yield "brödtexten", file.document()
    called = {"header": "sidhuvudet", "footer": "sidfoten", "footnotes": "fotnoterna"}
    called["endnotes"] = "slutnoterna"
    for relation in file.relations(file.main).values():
        if relation.role in called and (root := file.part(relation.part)) is not None:
            yield called[relation.role], root


def _relations(file: Package, known: Package) -> Iterator[str]:
    told = _ways(known)
    for role, outside, target in sorted(_ways(file) - told):
        if outside and role not in _HARMLESS:
            yield f"något hämtas utifrån ({role}: {target[:_SHOWN]})"
        elif role in _TELLING:
            yield f"filen bär något som programmet aldrig skriver ({role}: {target[:_SHOWN]})"
    macros = (n for n in file.names if n.casefold().endswith("vbaproject.bin"))
    yield from (f"filen bär ett program ({name})" for name in macros)


def _ways(file: Package) -> set[tuple[str, bool, str]]:
    parts = [
        name for name in file.names if name.endswith((".xml", ".bin")) and "_rels/" not in name
    ]
    return {
        (relation.role, relation.outside, relation.target)
        for part in ("", *parts)
        for relation in file.relations(part).values()
        if relation.outside or relation.role in _TELLING
    }


def _elements(file: Package, known: Package) -> Iterator[str]:
    counts = Counter((name, tag) for name, root in _stories(known) for tag in _tags(root))
    for (name, tag), count in Counter(
        (name, tag) for name, root in _stories(file) for tag in _tags(root)
    ).items():
        if count > counts[name, tag]:
            yield f"{name} har {_INSTEAD[tag]}"


def _tags(root: etree._Element) -> Iterator[str]:
    yield from (str(node.tag) for node in root.iter(*_INSTEAD))


def _fields(file: Package, known: Package) -> Iterator[str]:
    told = {kind for _, root in _stories(known) for kind in _instructions(root)}
    for name, root in _stories(file):
        for kind in _instructions(root):
            if kind not in told:
                yield f"{name} har ett fält som programmet aldrig skriver ({kind[:_SHOWN]})"


def _instructions(root: etree._Element) -> Iterator[str]:
    for node in root.iter(f"{W}instrText", f"{W}fldSimple"):
        text = node.get(f"{W}instr") or node.text or ""
        words = text.split()
        if words:
            yield words[0].upper() if words[0].isalpha() else text.strip()


def _looks(file: Package, known: Package) -> Iterator[str]:
    told = {look for _, root in _stories(known) for look, _ in _runs(root, known)}
    values = {pair for look in told for pair in look}
    for name, root in _stories(file):
        for look, text in _runs(root, file):
            strange = [key for key, value in look if (key, value) not in values]
            if strange:
                what = ", ".join(dict.fromkeys(_LOOKS[key] for key in strange))
                yield f"{name}: ”{text[:_SHOWN]}” ser annorlunda ut ({what})"


def _runs(root: etree._Element, file: Package) -> Iterator[tuple[frozenset[tuple[str, str]], str]]:
    """Yield the looks of each run with text in it, and the text."""
    styles = _LetterStyles(file.related_part("styles"))
    for paragraph in root.iter(f"{W}p"):
        below = styles.of_paragraph(paragraph)
        for run in paragraph.iter(f"{W}r"):
            text = text_of(run, TEXTS).strip()
            if text:
                over = styles.of_run(run)
                look = {**below, **over}
                yield frozenset((k, v) for k, v in look.items() if v not in _OFF), text


class _LetterStyles:
    """The looks that the styles of a file give letters."""

    def __init__(self, root: etree._Element | None) -> None:
        nodes = [] if root is None else list(root.iter(f"{W}style"))
        self._styles = {node.get(f"{W}styleId", ""): node for node in nodes}
        first = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = _properties(first)
        self._normal = next(
            (
                node.get(f"{W}styleId", "")
                for node in nodes
                if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true")
            ),
            "",
        )

    def of_paragraph(self, paragraph: etree._Element) -> dict[str, str]:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = self._normal if style is None else style.get(f"{W}val", "")
        return {**self._defaults, **self._chain(name)}

    def of_run(self, run: etree._Element) -> dict[str, str]:
        run_properties = run.find(f"{W}rPr")
        style = None if run_properties is None else run_properties.find(f"{W}rStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        return {**self._chain(name), **_properties(run_properties)}

    def _chain(self, name: str) -> dict[str, str]:
        inherited: dict[str, str] = {}
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            node = self._styles[name]
            inherited = {**_properties(node.find(f"{W}rPr")), **inherited}
            based = node.find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")
        return inherited


def _properties(node: etree._Element | None) -> dict[str, str]:
    properties = {}
    for child in () if node is None else node:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name in _LOOKS:
            keys = {"rFonts": "ascii", "shd": "fill"}
            value = child.get(W + keys.get(name, "val"))
            if name == "rFonts" and value is None:
                continue
            properties[name] = _plain(name, value)
    return properties


def _plain(name: str, value: str | None) -> str:
    if value is None:
        return "1"
    folded = value.casefold()
    if name in ("color", "shd") and folded == "auto":
        return ""
    if name in ("position", "w") and folded in ("0", "100"):
        return ""
    return folded


def _numbering(file: Package, known: Package) -> Iterator[str]:
    told = set(_words_of_levels(known))
    for words in _words_of_levels(file):
        if words not in told:
            yield f"en punkt eller ett nummer har ord i sig: ”{words[:_SHOWN]}”"


def _words_of_levels(file: Package) -> Iterator[str]:
    root = file.related_part("numbering")
    for node in () if root is None else root.iter(f"{W}lvlText"):
        words = re.sub(r"%\d", "", node.get(f"{W}val", ""))
        if any(character.isalnum() and character.isprintable() for character in words):
            yield words


def _contents(file: Package, known: Package) -> Iterator[str]:
    told = Counter(_entries(known))
    for entry, count in Counter(_entries(file)).items():
        if count > told[entry]:
            yield f"innehållsförteckningen har ”{entry[:_SHOWN]}”"


def _entries(file: Package) -> Iterator[str]:
    styles = file.related_part("styles")
    names = {
        node.get(f"{W}styleId", "")
        for node in (() if styles is None else styles.iter(f"{W}style"))
        if (name := node.find(f"{W}name")) is not None
        and re.fullmatch(r"toc \d", name.get(f"{W}val", "").casefold())
    }
    for paragraph in file.document().iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val", "") in names:
            folded = " ".join(unicodedata.normalize("NFC", lines_of(paragraph)).split())
            if entry := _PAGE.sub("", folded):
                yield entry


def _fonts(file: Package, known: Package) -> Iterator[str]:
    told = _faces(known)
    for face, digest in _faces(file).items():
        if face in told and digest != told[face]:
            yield f"teckensnittet {face[0]} i filen har andra bokstäver ({face[1]})"


def _faces(file: Package) -> dict[tuple[str, str], str]:
    """Return the hash of each font in the file, by its family and face.

    Its first 32 bytes are mixed with its key (17.8.1).
    """
    name = file.related("fontTable")
    table = file.part(name) if name else None
    ways = file.relations(name) if name else {}
    faces = {}
    for node in () if table is None else table.iter(*(f"{W}embed{face}" for face in _FACES)):
        way = ways.get(node.get(f"{R}id", ""))
        parent = node.getparent()
        if way is None or not way.part or parent is None:
            continue
        data = file.blob(way.part)
        try:
            mask = uuid.UUID(node.get(f"{W}fontKey", "")).bytes[::-1] * 2
        except ValueError:
            mask = bytes(_MIXED)
        head = bytes(one ^ other for one, other in zip(data[:_MIXED], mask, strict=False))
        family = parent.get(f"{W}name", "").casefold()
        face = etree.QName(node).localname.removeprefix("embed")
        faces[family, face] = sha256(head + data[_MIXED:]).hexdigest()
    return faces
