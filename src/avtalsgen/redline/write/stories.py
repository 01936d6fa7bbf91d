"""One attempt at a redline: every story of the newer file with its changes marked."""

from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from itertools import count

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import OFFICE, R, W
from avtalsgen.ooxml.package import Package
from avtalsgen.records import dataclass
from avtalsgen.redline.options import Listed, Options
from avtalsgen.redline.package.carry import Carry
from avtalsgen.redline.package.forms import Forms, blocks
from avtalsgen.redline.package.heads import (
    Heads,
    HeadSlot,
    drop_references,
    own_heads,
    sections,
    shown_heads,
)
from avtalsgen.redline.package.notes import KINDS, Fate, NoteKind, Notes, fate
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.proof.untracked import untracked
from avtalsgen.redline.write.change_marks import Marker, OurMarks
from avtalsgen.redline.write.merge import Coarseness, Merger

_MARKED = ("header", "footer", "footnotes", "endnotes", "comments")
_DIGITS = 10
"""Ids are of 32 bits; one that is as long is let be, as the next would not fit."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Ids and names of moves that a file has."""

    highest: int
    moves: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnprovenRedline:
    """A redline that is not proven, and nothing of the files that it was made of."""

    docx: bytes
    ours: OurMarks
    labels: Mapping[str, str]
    """What its lists are called, by id."""
    listed: tuple[Listed, ...]
    moves: int
    by_sections: bool


class StoryWriter:
    """Marks in `new`, in place, how it came out of `old`, whose text is used up."""

    def __init__(
        self,
        old: Package,
        new: Package,
        options: Options,
        coarse: Coarseness,
        said: tuple[list[str] | None, list[str] | None] = (None, None),
        taken: Taken | None = None,
    ) -> None:
        """`said` are the forms of the blocks of both bodies, where they are known.

        `taken` is what marks may not be called, where `new` does not show all that it has.
        """
        self.listed: list[Listed] = []
        self.moves = 0
        self.by_sections = False
        self._old, self._new, self._options, self._coarse = old, new, options, coarse
        self._said = said
        self._names, old_names = PackageNames(new), PackageNames(old)
        old_names.label_like(self._names)
        self._carry = Carry(old, new, old_names, self._names)
        self._notes = Notes(old, new, self._carry)
        taken = taken or taken_in(new)
        self.marker = Marker(options, taken.highest + 1)
        names = (f"flytt{number}" for number in count(1))
        self._move_names = (name for name in names if name not in taken.moves)
        self._heads: dict[tuple[str, str], str] = {}
        self._used: set[str] = set()

    def write(self) -> None:
        """Mark every story."""
        self.listed += untracked(self._old, self._new)
        root = self._new.tree(self._new.main)
        old_root = self._old.tree(self._old.main)
        old_heads = shown_heads(self._old, old_root)
        new_heads = shown_heads(self._new, root)
        old_sections, new_sections = sections(old_root), sections(root)
        old_body, body = old_root.find(W + "body"), root.find(W + "body")
        self._carry.bring(old_root, self._old.main, self._new.main)
        self._notes.renumber(old_root)
        merger = self._merger(self._new.main)
        for home, said in zip((old_body, body), self._said, strict=True):
            if said is not None:
                merger.forms.know(zip(blocks(home), said, strict=True))
        alignment = self._options.alignment
        merger.container(old_body, body, moves=True, coarse=self._coarse, alignment=alignment)
        merger.section(old_body.find(W + "sectPr"), body.find(W + "sectPr"))
        self.moves, self.by_sections = merger.moved, merger.by_sections
        self._write_heads(
            root,
            merger.sections,
            list(zip(old_sections, old_heads, strict=True)),
            list(zip(new_sections, new_heads, strict=True)),
        )
        self._write_notes(root, merger)
        self._carry.settle(self._new.main, root)

    def written(self, ours: OurMarks) -> "UnprovenRedline":
        """Return the redline, in which `ours` are the marks that this has made."""
        _drop_half_bookmarks(self._new.document())
        docx = self._new.written()
        listed = tuple(self.listed)
        return UnprovenRedline(docx, ours, self._names.lists, listed, self.moves, self.by_sections)

    def _merger(self, part: str) -> Merger:
        return Merger(
            Forms(self._names, part, self._notes.texts()),
            self.marker,
            lambda: next(self._move_names),
        )

    def _write_heads(
        self,
        root: Element,
        kept: list[tuple[Element, Element]],
        olds: list[tuple[Element, Heads]],
        news: list[tuple[Element, Heads]],
    ) -> None:
        """Give every section the headers and footers in which its changes are marked."""
        shown: Heads = {}
        for section in sections(root):
            was = next((old for old, new in kept if new is section), None)
            old = next((one for at, one in olds if at is was or at is section), {})
            new = next((one for at, one in news if at is section), {})
            heads = own_heads(self._new, section) if new else {}
            wanted = {
                place: self._head(place, old.get(place, ""), new.get(place, ""))
                for place in (*heads, *(one for one in (*new, *old) if one not in heads))
            }
            drop_references(section)
            references = []
            for place, part in wanted.items():
                if shown.get(place) != part or place in heads:
                    references.append(self._reference(place, part))
            section[0:0] = references
            shown |= wanted

    def _reference(self, place: HeadSlot, part: str) -> Element:
        lead = self._new.lead(self._new.main, OFFICE + place.role, part)
        reference = w(f"{place.role}Reference", type=place.pages)
        reference.set(f"{R}id", self._new.relate(self._new.main, lead))
        return reference

    def _head(self, place: HeadSlot, old: str, new: str) -> str:
        """Return the part in which `old` became `new`."""
        if (old, new) not in self._heads:
            self._heads[old, new] = self._new_head(place, old, new)
        return self._heads[old, new]

    def _new_head(self, place: HeadSlot, old: str, new: str) -> str:
        part = self._free_part(new) if new else self._carry.copy_part(old, shared=False)
        merger = self._merger(part)
        root = self._new.tree(part)
        if not new:
            self._carry.bring(root, old, part)
            merger.whole(root, "del")
        elif not old:
            merger.whole(root, "ins")
        else:
            old_root = deepcopy(self._old.tree(old))
            self._carry.bring(old_root, old, part)
            merger.container(old_root, root)
        self._carry.settle(part, root)
        if merger.changed:
            self._list_head(place, old, new)
        return part

    def _free_part(self, part: str) -> str:
        """Return `part`, or a copy of it as it was if it already is a redline of something."""
        if part not in self._used:
            self._used.add(part)
            return part
        free_name = self._new.free_name(part)
        self._new.add(free_name, self._new.blob(part), self._new.content_type(part))
        self._new.relations(free_name).update(self._new.relations(part))
        self._used.add(free_name)
        return free_name

    def _list_head(self, place: HeadSlot, old: str, new: str) -> None:
        name = {"header": "sidhuvudet", "footer": "sidfoten"}[place.role]
        pages = {"first": " på första sidan", "even": " på jämna sidor"}.get(place.pages, "")
        how = "är nytt" if not old else "är borttaget" if not new else "har ändrats"
        if place.role == "footer":
            how = how.replace("nytt", "ny").replace("borttaget", "borttagen")
        self.listed.append(Listed(place.role, f"{name}{pages} {how}"))

    def _write_notes(self, root: Element, body: Merger) -> None:
        for kind in KINDS:
            tag = f"{W}{kind}Reference"
            kept = [(old, new) for old, new in body.notes if new.tag == tag]
            merger = self._merger(self._notes.part(kind))
            for old, new in kept:
                self._kept_note(merger, kind, old.get(W + "id", ""), new.get(W + "id", ""))
            times = Counter(reference.get(W + "id") for reference in root.iter(tag))
            for reference in root.iter(tag):
                alone = times[reference.get(W + "id")] == 1
                self._note(merger, kind, reference, fate(reference) if alone else "")

    def _kept_note(self, merger: Merger, kind: NoteKind, old: str, new: str) -> None:
        old_note, new_note = self._notes.old.get((kind, old)), self._notes.new.get((kind, new))
        if old_note is None or new_note is None:
            return
        merger.changed = False
        merger.container(old_note, new_note)
        self._carry.settle(self._notes.part(kind), new_note)
        if merger.changed:
            self._list_note(kind, "har ändrats")

    def _note(self, merger: Merger, kind: NoteKind, reference: Element, how: Fate) -> None:
        """Put the note where it belongs; one with several references is never marked whole."""
        key = (kind, reference.get(W + "id", ""))
        if key in self._notes.old:
            note = self._notes.settle(*key)
            if how == "del":
                merger.whole(note, "del")
                self._list_note(kind, "är borttagen")
            self._carry.settle(self._notes.part(kind), note)
        elif how == "ins" and key in self._notes.new:
            merger.whole(self._notes.new[key], "ins")
            self._list_note(kind, "är ny")

    def _list_note(self, kind: NoteKind, how: str) -> None:
        name = {"footnote": "en fotnot", "endnote": "en slutnot"}[kind]
        self.listed.append(Listed(kind, f"{name} {how}"))


def taken_in(package: Package) -> Taken:
    """Return what marks in the text of the file are called, in whatever part."""
    parts = [package.main]
    parts += [one.part for one in package.relations(package.main).values() if one.role in _MARKED]
    roots = [package.tree(part) for part in parts if part in package]
    ids = (key for root in roots for key in root.xpath("//@w:id", namespaces={"w": W[1:-1]}))
    highest = max((int(key) for key in ids if key.isdecimal() and len(key) < _DIGITS), default=0)
    starts = (start for root in roots for start in root.iter(W + "moveFromRangeStart"))
    return Taken(highest, frozenset(start.get(W + "name", "") for start in starts))


def _drop_half_bookmarks(root: Element) -> None:
    starts = {bookmark.get(W + "id") for bookmark in root.iter(W + "bookmarkStart")}
    ends = {bookmark.get(W + "id") for bookmark in root.iter(W + "bookmarkEnd")}
    for bookmark in list(root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
        if bookmark.get(W + "id") not in starts & ends:
            bookmark.getparent().remove(bookmark)
