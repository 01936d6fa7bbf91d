"""Which parts of a Word file are others than those of another, when both are laid out alike.

What editors write without anybody seeing it is looked past: ids of editing sessions, bookmarks,
runs parted where both parts look alike, marks of the spelling, spaces that became ordinary,
letters in another normal form. What is told otherwise, as words that are others, is not told
again as a part.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from copy import deepcopy

from lxml import etree

from avtalsgen.ooxml.intake.untrusted import XML, kind
from avtalsgen.ooxml.names import CONTENT_TYPES, XML_SPACE, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXT, lines_of, text_of
from avtalsgen.readers.docx.part_names import part_called
from avtalsgen.readers.docx.seen.seen_words import text_parts
from avtalsgen.records import dataclass

_SILENT = (f"{W}rPr", f"{W}commentReference")
"""Children of a run that says nothing; what is remarked is told by itself."""
_REMARKED = (f"{W}commentRangeStart", f"{W}commentRangeEnd")
_UNSEEN = (
    *_REMARKED,
    f"{W}bookmarkStart",
    f"{W}bookmarkEnd",
    f"{W}proofErr",
    f"{W}noProof",
    f"{W}lastRenderedPageBreak",
)
_SESSION = f"{W}rsid"
_WRITTEN_ANEW = ("styles", "settings", "fontTable", "numbering")
"""Roles of parts that a program writes anew, all of them, when it saves a file of another's."""
_FEWEST_ANEW = 3
_SHOWN = 40
_HARD = "\N{NO-BREAK SPACE}"
_PARAGRAPH, _RUN, _LOOK = f"{W}p", f"{W}r", f"{W}rPr"


@dataclass(frozen=True, slots=True)
class Altered:
    """What of a file is not as in the other.

    `parts` has what a reader calls each part, and the first words where it is another. `anew`:
    another program has written the file, so that its parts say nothing.
    """

    parts: tuple[tuple[str, str], ...]
    anew: bool
    spaces: bool
    """Whether hard spaces became ordinary ones."""
    whole: bool
    """Whether every part says the same, whatever is told of it otherwise."""


def altered(file: Package, known: Package, told: Collection[str] | None = None) -> Altered:
    """Return in which parts `file` is not as `known`.

    `told` has the words of the paragraphs whose looks are told; words that our file has not are
    told too. None: nothing is, and each part that differs is one.

    Raises:
        UnfitError: one of the files cannot be read.
    """
    anew = is_written_anew(file, known)
    spaces = _hard_spaces(file) < _hard_spaces(known)
    differing = () if anew else tuple(_differing(file, known))
    untold = [
        (name, where)
        for name in differing
        if (where := _where(file, known, name, told or ())) or told is None
    ]
    parts = tuple(
        (part_called(file if name in file else known, name), where or "den säger annat")
        for name, where in untold
    )
    return Altered(parts, anew, spaces, whole=not anew and not differing)


def is_written_anew(file: Package, known: Package) -> bool:
    """Return whether another program has written `file`, so that its parts say nothing."""
    return sum(_is_anew(file, known, role) for role in _WRITTEN_ANEW) >= _FEWEST_ANEW


def _hard_spaces(file: Package) -> int:
    return text_of(file.document()).count(_HARD)


def _is_anew(file: Package, known: Package, role: str) -> bool:
    ours, theirs = known.related(role), file.related(role)
    return bool(ours and theirs and _text(known, ours) != _text(file, theirs))


def _differing(file: Package, known: Package) -> Iterator[str]:
    for name in sorted({*file.names, *known.names}):
        is_in_both = name in known and name in file
        same = is_in_both and file.blob(name) == known.blob(name)
        if not same and not (is_in_both and _text(file, name) == _text(known, name)):
            yield name


def _text(file: Package, name: str) -> bytes:
    """Return what a part says, without what nobody sees; its bytes where it is no XML."""
    root = file.part(name) if kind(name) in XML else None
    return file.blob(name) if root is None else _folded(root)


def _folded(root: etree._Element) -> bytes:
    copied = deepcopy(root)
    copied.tail = None
    etree.strip_elements(copied, *_UNSEEN, with_tail=False)
    for run in list(copied.iter(f"{W}r")):
        above = run.getparent()
        if above is not None and all(child.tag in _SILENT for child in run):
            above.remove(run)
    for node in copied.iter():
        if isinstance(node.tag, str):
            for name in [name for name in node.attrib if str(name).startswith(_SESSION)]:
                del node.attrib[name]
        if node.text:
            node.text = unicodedata.normalize("NFC", node.text).replace(_HARD, " ")
    _join_runs(copied)
    etree.cleanup_namespaces(copied)
    said: bytes = etree.tostring(copied, method="c14n")
    return said


def _join_runs(root: etree._Element) -> None:
    """Make one run of those beside each other that look alike, and one text of theirs.

    An editor parts a run where somebody typed and took it back, or looked a word up.
    """
    for look in [look for look in root.iter(_LOOK) if not len(look)]:
        look.getparent().remove(look)
    for parent in list(root.iter()):
        last: etree._Element | None = None
        for run in [*parent] if parent.tag != _RUN else ():
            if last is None or not _is_parted(last, run):
                last = run
                continue
            last.extend(child for child in [*run] if child.tag != _LOOK)
            parent.remove(run)
    for text in root.iter(TEXT):
        if text.attrib.pop(XML_SPACE, "") != "preserve":
            text.text = (text.text or "").strip()
    for run in root.iter(_RUN):
        for text in [*run.iterchildren(TEXT)]:
            before = text.getprevious()
            if before is not None and before.tag == TEXT:
                before.text = (before.text or "") + (text.text or "")
                run.remove(text)


def _is_parted(run: etree._Element, follower: etree._Element) -> bool:
    """Return whether two nodes are runs that look alike."""
    if run.tag != _RUN or follower.tag != _RUN or run.attrib != follower.attrib:
        return False
    look, other = (_look(node) for node in (run, follower))
    return look == other


def _look(run: etree._Element) -> bytes:
    look = run.find(_LOOK)
    said: bytes = b"" if look is None else etree.tostring(look, method="c14n")
    return said


def _where(file: Package, known: Package, name: str, told: Collection[str]) -> str:
    """Return where a part is another and nothing else tells it; nothing if all of it is told."""
    if name not in known:
        return "" if _is_comments(file, name) else "den finns inte i filen som byggs"
    if name not in file:
        return "den saknas"
    if name == CONTENT_TYPES:
        return "en del är av ett annat slag" if _types(file, known) else ""
    if name.endswith(".rels"):
        return "den leder till annat" if _ways(file, known, name) else ""
    if name not in dict(text_parts(known)) or name not in dict(text_parts(file)):
        return "den säger annat"
    return _first(file, known, name, told)


def _is_comments(file: Package, name: str) -> bool:
    """Return whether a part is comments, which are told one by one."""
    ways = file.relations(file.main).values()
    return any(way.part == name and way.role.startswith("comments") for way in ways)


def _types(file: Package, known: Package) -> bool:
    """Return whether a part that both files have is of another type in the one."""
    both = {f"/{name}" for name in known.names if name in file}
    kinds, were = ({name: _type(each, name) for name in both} for each in (file, known))
    return kinds != were


def _type(file: Package, name: str) -> str:
    root = file.tree(CONTENT_TYPES)
    told = dict[str, str]()
    for node in root:
        of = node.get("PartName") or f".{node.get('Extension', '').casefold()}"
        told[of] = node.get("ContentType", "")
    return told.get(name) or told.get(f".{kind(name)}", "")


def _ways(file: Package, known: Package, name: str) -> bool:
    """Return whether a part leads to another part that both files have, or no longer does."""
    folder, _, last = name.rpartition("_rels/")
    part = folder + last.removesuffix(".rels")
    ways, were = (
        Counter((way.kind, way.part) for way in each.relations(part).values() if way.part)
        for each in (file, known)
    )
    changed = (*(ways - were), *(were - ways))
    return any(target in known and target in file for _, target in changed)


def _first(file: Package, known: Package, name: str, told: Collection[str]) -> str:
    """Return the first paragraph with words of ours that is another and is not told."""
    root, was = file.tree(name), known.tree(name)
    known_words = {_words(node) for node in was.iter(_PARAGRAPH)}
    usual = Counter(_folded(node) for node in was.iter(_PARAGRAPH))
    for node in root.iter(_PARAGRAPH):
        words, folded = _words(node), _folded(node)
        usual[folded] -= 1
        if words in known_words and words not in told and usual[folded] < 0:
            return f"först vid ”{words[:_SHOWN]}”" if words else "i tomma stycken"
    if sum(not _words(node) for node in was.iter(_PARAGRAPH)) > sum(
        not _words(node) for node in root.iter(_PARAGRAPH)
    ):
        return "tomma stycken saknas"
    return "utanför styckena" if _skeleton(root) != _skeleton(was) else ""


def _words(node: etree._Element) -> str:
    return " ".join(unicodedata.normalize("NFC", lines_of(node)).split())


def _skeleton(root: etree._Element) -> bytes:
    """Return what a part says beside its paragraphs: tables, sections, the background."""
    copied = deepcopy(root)
    etree.strip_elements(copied, _PARAGRAPH, with_tail=False)
    return _folded(copied)
