"""What a Word file has that another of the same document does not, beside its words.

    relations   whatever fetches or runs: macros, objects, templates, text and pictures from outside
    elements    what stands for words otherwise than as text: symbols, fields, formulas, controls
    pictures    pictures that ours has not, and more drawings than ours
    numbering   words in a bullet or a number
    contents    entries of the table of contents, without their pages
    fonts       fonts in the file whose shapes are not those of the other

How the words look is told by `seen`.
"""

import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from lxml import etree

from avtalsgen.ooxml.intake.part_roles import role_called
from avtalsgen.ooxml.names import MATH, MC, R, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import lines_of
from avtalsgen.readers.docx.seen.seen_words import stories, text_parts

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
_PAGE: Final = re.compile(r"[\s.]*\d+$")
_SHOWN: Final = 40
_FACES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
_MIXED: Final = 32
"""Bytes of a font that are mixed with its key."""


def foreign(file: Package, known: Package) -> tuple[str, ...]:
    """Return what `file` has and `known` has not, in Swedish, each once.

    Raises:
        UnfitError: one of the files cannot be read.
    """
    differing = (
        *_relations(file, known),
        *_elements(file, known),
        *_fields(file, known),
        *_pictures(file, known),
        *_numbering(file, known),
        *_contents(file, known),
        *_fonts(file, known),
    )
    return tuple(dict.fromkeys(differing))


def drawn(file: Package, known: Package) -> tuple[str, ...]:
    """Return what stands for words or is drawn in `file` and not in `known`, in Swedish.

    Raises:
        UnfitError: one of the files cannot be read.
    """
    return tuple(dict.fromkeys((*_elements(file, known), *_pictures(file, known))))


def _relations(file: Package, known: Package) -> Iterator[str]:
    told = _ways(known)
    addresses = {target.rstrip("/") for role, _, target in told if role in _HARMLESS}
    for role, outside, target in sorted(_ways(file) - told):
        if role in _HARMLESS and target.rstrip("/") in addresses:
            continue
        if outside and role in _HARMLESS:
            yield f"en länk leder till {target[:_SHOWN]}"
        elif outside:
            yield f"något hämtas utifrån ({role_called(role)}: {target[:_SHOWN]})"
        elif role in _TELLING:
            yield f"filen bär något som programmet aldrig skriver: {role_called(role)}"
    if any(name.casefold().endswith("vbaproject.bin") for name in file.names):
        yield "filen bär ett program (makro)"


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
    counts = Counter((name, tag) for name, root in stories(known) for tag in _tags(root))
    for (name, tag), count in Counter(
        (name, tag) for name, root in stories(file) for tag in _tags(root)
    ).items():
        if count > counts[name, tag]:
            yield f"{name} har {_INSTEAD[tag]}"


def _tags(root: etree._Element) -> Iterator[str]:
    yield from (str(node.tag) for node in root.iter(*_INSTEAD))


def _fields(file: Package, known: Package) -> Iterator[str]:
    told = {kind for _, root in stories(known) for kind in _instructions(root)}
    for name, root in stories(file):
        for kind in _instructions(root):
            if kind not in told:
                yield f"{name} har ett fält som programmet aldrig skriver ({kind[:_SHOWN]})"


def _instructions(root: etree._Element) -> Iterator[str]:
    for node in root.iter(f"{W}instrText", f"{W}fldSimple"):
        text = node.get(f"{W}instr") or node.text or ""
        words = text.split()
        if words:
            yield words[0].upper() if words[0].isalpha() else text.strip()


def _pictures(file: Package, known: Package) -> Iterator[str]:
    told = {digest for _, digest, _ in _images(known)}
    for name, digest, target in _images(file):
        if digest not in told:
            yield f"{name} har en annan bild ({target[:_SHOWN]})"
    counts = Counter(name for name, root in stories(known) for _ in root.iter(f"{W}drawing"))
    drawn = Counter(name for name, root in stories(file) for _ in root.iter(f"{W}drawing"))
    yield from (f"{name} har fler bilder" for name in drawn if drawn[name] > counts[name])


def _images(file: Package) -> Iterator[tuple[str, str, str]]:
    """Yield each picture in the parts with text: the story, the hash of its bytes, its name."""
    ways = {root: part for part, root in text_parts(file)}
    for name, root in stories(file):
        for relation in file.relations(ways[root]).values():
            if relation.role == "image" and not relation.outside:
                yield name, sha256(file.blob(relation.part)).hexdigest(), relation.target


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
    told = Counter(contents_entries(known))
    for entry, count in Counter(contents_entries(file)).items():
        if count > told[entry]:
            yield f"innehållsförteckningen har ”{entry[:_SHOWN]}”"


def contents_entries(file: Package) -> Iterator[str]:
    """Yield each entry of the table of contents, without its page."""
    styles = file.related_part("styles")
    names = {
        node.get(f"{W}styleId", "")
        for node in (() if styles is None else styles.iter(f"{W}style"))
        if (name := node.find(f"{W}name")) is not None
        and re.fullmatch(r"toc \d", name.get(f"{W}val", "").casefold())
    }
    for paragraph in file.document().iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val", "") not in names:
            continue
        if entry := _PAGE.sub("", folded(lines_of(paragraph))):
            yield entry


def folded(text: str) -> str:
    """Return `text` as every program writes it: letters whole, ordinary spaces, no soft hyphens."""
    whole = unicodedata.normalize("NFC", text).replace("\N{SOFT HYPHEN}", "")
    return " ".join(whole.split())


def _fonts(file: Package, known: Package) -> Iterator[str]:
    told = font_faces(known)
    for face, (head, rest) in font_faces(file).items():
        if face in told and (head, rest) != told[face]:
            yield f"teckensnittet {face[0]} i filen har andra bokstäver ({face[1]})"


def font_faces(file: Package) -> dict[tuple[str, str], tuple[bytes, bytes]]:
    """Return the shapes of each font in the file, by its family and face.

    The first 32 bytes of one are mixed with its key (17.8.1).
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
        head = bytes(a ^ b for a, b in zip(data[:_MIXED], mask, strict=False))
        family = parent.get(f"{W}name", "").casefold()
        face = etree.QName(node).localname.removeprefix("embed")
        faces[family, face] = head, data[_MIXED:]
    return faces
