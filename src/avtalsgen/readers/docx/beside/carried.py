"""What a Word file carries that runs, fetches or puts other words on the page than those it has.

    makro               a program
    kontroll            a button or the like that runs
    inbäddat objekt     a drawn place of an object that no part of the file holds
    hämtas utifrån      templates, pictures, text: what is not in the file
    underdokument       text of another file
    fält                words that Word makes when it opens or prints the file
    bunden text         words that Word takes from data in the file
    inbäddat typsnitt   the shapes of the letters
    bokmärke            a name that somebody gave a place
    innehållsförteckning  entries that no heading has, or others than before of the same headings

The text that such a place shows is read as text; this is about where it comes from. Fields that
only number, link and refer are left out, unless the file asks that they are made anew.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import text_of
from avtalsgen.readers.docx.beside.apart import apart
from avtalsgen.readers.docx.beside.only_one import Carried, CarriedChange, only_in_one
from avtalsgen.readers.docx.foreign import contents_entries, folded, font_faces
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.formats.values import is_on, value
from avtalsgen.readers.docx.seen.seen_words import stories
from avtalsgen.records import dataclass

_QUIET: Final = frozenset(
    {
        *("HYPERLINK", "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "TOC", "INDEX"),
        *("REF", "NOTEREF", "SEQ", "STYLEREF", "TC", "XE", "RD"),
        *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    }
)
"""Fields that number, link and refer, or that somebody fills in: their results are read."""
_STEP: Final = re.compile(r"(?:[\w.-]+:)?(?P<name>@?[\w.-]+)(?:\[(?P<place>\d{1,4})\])?")
_ITEM_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_OBJECT: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"
_TYPED_NUMBER: Final = re.compile(r"^\d+(?:\.\d+)*(?: [a-z])?\.? ")
_DEEPEST: Final = 50
"""Fields in fields."""
_SHOWN: Final = 60
_MOST_BOUND: Final = 200
"""Controls whose data is looked up; of more than any document has only their paths are held."""
_MOST_WORDS: Final = 2000
"""Letters of data that are held to those of the other file."""


def carried_that_differs(old: Package, new: Package) -> Iterator[CarriedChange]:
    """Yield for each kind what only one of two files carries.

    Raises:
        UnfitError: one of them cannot be read.
    """
    yield from only_in_one(*((*_unmarked(file), *_written(file)) for file in (old, new)))
    yield from _fonts(old, new)
    yield from _contents(old, new)


def unmarked_that_differs(old: Package, new: Package) -> Iterator[CarriedChange]:
    """Yield what of it no tracked change can say.

    Raises:
        UnfitError: one of them cannot be read.
    """
    yield from only_in_one(*(_unmarked(file) for file in (old, new)))
    yield from _fonts(old, new)


def _unmarked(file: Package) -> Iterator[Carried]:
    yield from _led_to(file)
    yield from _bound(file)
    yield from _made_anew(file)
    yield from _bookmarks(file)
    yield from apart(file)


def _bookmarks(file: Package) -> Iterator[Carried]:
    """Yield the bookmarks that Word shows; what programs put in begins with an underscore."""
    for _, root in stories(file):
        for start in root.iter(f"{W}bookmarkStart"):
            name = start.get(f"{W}name", "")
            if name and not name.startswith("_"):
                yield "bokmärke", name, ""


def _fonts(old: Package, new: Package) -> Iterator[CarriedChange]:
    faces, faces_now = font_faces(old), font_faces(new)
    other = tuple(
        " ".join(face)
        for face in sorted(faces.keys() & faces_now.keys())
        if faces[face] != faces_now[face]
    )
    if other:
        yield CarriedChange("inbäddat typsnitt", other, other)


def _led_to(file: Package) -> Iterator[Carried]:
    """Yield what parts of the file run, and what is fetched from outside it."""
    for name in file.names:
        if name.casefold().endswith("vbaproject.bin"):
            yield "makro", name, sha256(file.blob(name)).hexdigest()
    runs = {"control": "kontroll", "vbaProject": "makro"}
    parts = [name for name in file.names if "_rels/" not in name]
    for part in ("", *parts):
        for relation in file.relations(part).values():
            if relation.outside and relation.role != "hyperlink":
                yield "hämtas utifrån", relation.target, relation.role
            elif relation.role in runs and relation.part in file:
                digest = sha256(file.blob(relation.part)).hexdigest()
                yield runs[relation.role], relation.part, digest
            elif relation.role == "subDocument":
                yield "underdokument", relation.target, ""


def _written(file: Package) -> Iterator[Carried]:
    """Yield the fields and the places of objects in the parts with text."""
    for story, root in stories(file):
        for instruction, _ in _fields(root):
            words = instruction.split()
            if words and words[0].upper() not in _QUIET:
                yield "fält", " ".join(words), story
        for place in root.iter(f"{W}object"):
            drawn = place.find(f".//{_OBJECT}")
            if drawn is None or not drawn.get(f"{R}id"):
                yield "inbäddat objekt", f"ett i {story}", ""


def _made_anew(file: Package) -> Iterator[Carried]:
    """Yield the fields whose words Word makes when the file is opened."""
    for story, root in stories(file):
        for instruction, dirty in _fields(root):
            if dirty:
                yield "fält", f"{' '.join(instruction.split())}, görs om när filen öppnas", story
    settings = file.related_part("settings")
    if settings is not None and is_on(settings.find(f"{W}updateFields")):
        yield "fält", "alla görs om när filen öppnas", ""


def _fields(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield the instruction of each field, and whether it is made anew when the file is opened."""
    open_fields: list[tuple[list[str], bool]] = []
    tags = (f"{W}fldSimple", f"{W}fldChar", f"{W}instrText")
    for node in root.iter(*tags):
        kind = node.get(f"{W}fldCharType")
        if node.tag == f"{W}fldSimple":
            yield node.get(f"{W}instr", ""), _is_dirty(node)
        elif node.tag == f"{W}instrText":
            if open_fields:
                open_fields[-1][0].append(node.text or "")
        elif kind == "begin" and len(open_fields) < _DEEPEST:
            open_fields.append(([], _is_dirty(node)))
        elif kind == "end" and open_fields:
            code, dirty = open_fields.pop()
            yield "".join(code), dirty
    yield from (("".join(code), dirty) for code, dirty in open_fields)


def _is_dirty(node: etree._Element) -> bool:
    return node.get(f"{W}dirty", "0").casefold() in ("1", "true", "on")


def _bound(file: Package) -> Iterator[Carried]:
    """Yield what each bound control takes from data in the file, in place of what it shows."""
    bindings = [
        (binding.get(f"{W}xpath", ""), binding.get(f"{W}storeItemID", ""))
        for _, root in stories(file)
        for binding in root.iter(f"{W}dataBinding")
    ]
    stores = tuple(_stores(file)) if bindings else ()
    for number, ((path, identity), count) in enumerate(Counter(bindings).items()):
        named = [store for store in stores if store.identity == identity] or stores
        named = named if number < _MOST_BOUND else ()
        said = next(filter(None, (_taken(store, path) for store in named)), path)
        yield from [("bunden text", said, path)] * count


@dataclass(frozen=True, slots=True)
class _Store:
    """Data in the file that controls may be bound to."""

    identity: str
    root: etree._Element
    words: str
    """All of them, for a path that is none of plain steps."""


def _stores(file: Package) -> Iterator[_Store]:
    """Yield the data in the file, with its name; a control of none finds its own (17.5.2.6)."""
    for part in file.names:
        if not re.fullmatch(r"customXml/[^/]+\.xml", part) or "props" in part.casefold():
            continue
        properties = file.related_part("customXmlProps", part)
        if (root := file.part(part)) is not None:
            identity = "" if properties is None else properties.get(_ITEM_ID, "")
            yield _Store(identity, root, _words(root)[:_MOST_WORDS])


def _taken(store: _Store, path: str) -> str:
    """Return the words at a path of plain steps, as Word writes them; of others, all words."""
    node: etree._Element | None = None
    for depth, written in enumerate(path.strip("/").split("/")[:_DEEPEST]):
        step = _STEP.fullmatch(written)
        if step is None:
            return store.words
        if step["name"].startswith("@"):
            return str(node.get(step["name"].removeprefix("@"), "")) if node is not None else ""
        children: Iterable[etree._Element] = [store.root] if depth == 0 or node is None else node
        alike = (each for each in children if _local(each) == step["name"])
        node = next(islice(alike, max(0, int(step["place"] or "1") - 1), None), None)
        if node is None:
            return ""
    return "" if node is None else _words(node)[:_MOST_WORDS]


def _words(node: etree._Element) -> str:
    return " ".join("".join(map(str, node.itertext())).split())


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _contents(old: Package, new: Package) -> Iterator[CarriedChange]:
    """Yield entries of the contents that their own headings do not explain."""
    before, now = (Counter(contents_entries(file)) for file in (old, new))
    headings, headings_now = _headings(old), _headings(new)
    if headings != headings_now:
        before, now = _unheaded(before, headings), _unheaded(now, headings_now)
    gone, came = before - now, now - before
    if gone or came:
        yield CarriedChange("innehållsförteckning", _entries(gone), _entries(came))


def _entries(side: Counter[str]) -> tuple[str, ...]:
    return tuple(entry[:_SHOWN] for entry in sorted(side.elements()))


def _unheaded(entries: Counter[str], headings: Counter[str]) -> Counter[str]:
    return Counter(
        {
            entry: count
            for entry, count in entries.items()
            if entry not in headings and _TYPED_NUMBER.sub("", entry) not in headings
        }
    )


def _headings(file: Package) -> Counter[str]:
    styles = Styles(file.related_part("styles"))
    return Counter(
        folded(text_of(paragraph))
        for paragraph in file.document().iter(f"{W}p")
        if styles.paragraph(value(paragraph.find(f"{W}pPr"), "pStyle")).heading
    )
