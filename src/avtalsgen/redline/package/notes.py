"""Footnotes and endnotes: each is a story of its own, reached by its reference."""

import posixpath
from copy import deepcopy
from typing import Literal

from lxml import etree

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import OFFICE, W
from avtalsgen.ooxml.package import Package
from avtalsgen.redline.package.carry import Carry
from avtalsgen.redline.package.forms import NoteTexts

NoteKind = Literal["footnote", "endnote"]
Fate = Literal["ins", "del", "moved", ""]
KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")


def notes_of(package: Package) -> dict[tuple[str, str], Element]:
    """Return the notes of a file by kind and id."""
    notes: dict[tuple[str, str], Element] = {}
    for kind in KINDS:
        name = package.related(f"{kind}s")
        for note in () if name is None else package.tree(name).iter(W + kind):
            notes[kind, note.get(W + "id", "")] = note
    return notes


def note_parts(package: Package) -> dict[str, str]:
    """Return the part that notes of each kind stand in."""
    parts = {kind: package.related(f"{kind}s") for kind in KINDS}
    return {kind: part for kind, part in parts.items() if part}


class Notes:
    """The notes of both files under ids that do not meet."""

    def __init__(self, old: Package, new: Package, carry: Carry) -> None:
        self._old, self._new, self._carry = old, new, carry
        self.new = notes_of(new)
        self.old: dict[tuple[str, str], Element] = {}
        """Notes of the older side, with the ids that they get."""
        self._ids: dict[tuple[str, str], str] = {}
        for kind in KINDS:
            self._bring(kind)

    def part(self, kind: NoteKind) -> str:
        """Return the name of the part that holds, or would hold, the notes of this kind."""
        name = self._new.related(f"{kind}s")
        return name or posixpath.join(posixpath.dirname(self._new.main), f"{kind}s.xml")

    def texts(self) -> NoteTexts:
        """Return all notes of both sides, by the ids that they have or get."""
        return NoteTexts(self.new | self.old, {kind: self.part(kind) for kind in KINDS})

    def renumber(self, root: Element) -> None:
        """Give the references in `root`, of the older side, the ids that the notes get."""
        for kind in KINDS:
            for reference in root.iter(f"{W}{kind}Reference"):
                new_id = self._ids.get((kind, reference.get(W + "id", "")))
                if new_id is not None:
                    reference.set(W + "id", new_id)

    def settle(self, kind: NoteKind, identity: str) -> Element:
        """Put a note of the older side among those of the newer; return it."""
        note = self.old[kind, identity]
        if note.getparent() is None:
            self._root(kind).append(note)
        return note

    def _bring(self, kind: NoteKind) -> None:
        name = self._old.related(f"{kind}s")
        if name is None:
            return
        root = deepcopy(self._old.tree(name))
        self._carry.bring(root, name, self.part(kind))
        taken = [int(own) for of, own in self.new if of == kind and own.lstrip("-").isdecimal()]
        free = max([0, *taken]) + 1
        for note in list(root.iter(W + kind)):
            if note.get(W + "type") in (None, "normal"):
                self._ids[kind, note.get(W + "id", "")] = str(free)
                note.set(W + "id", str(free))
                self.old[kind, str(free)] = note
                root.remove(note)
                free += 1

    def _root(self, kind: NoteKind) -> Element:
        """Return the part for notes of this kind, made like that of the older file if missing."""
        name = self._new.related(f"{kind}s")
        if name is None:
            name = self.part(kind)
            source = self._old.related(f"{kind}s")
            assert source is not None
            root = deepcopy(self._old.tree(source))
            for note in list(root.iter(W + kind)):
                if note.get(W + "type") in (None, "normal"):
                    root.remove(note)
            self._carry.bring(root, source, name)
            self._new.add(name, etree.tostring(root), self._old.content_type(source))
            lead = self._new.lead(self._new.main, f"{OFFICE}{kind}s", name)
            self._new.relate(self._new.main, lead)
        return self._new.tree(name)


def fate(reference: Element) -> Fate:
    """Return what becomes of the note that `reference` leads to."""
    for above in reference.iterancestors():
        if above.tag == W + "del":
            return "del"
        if above.tag == W + "ins":
            return "ins"
        if above.tag in (W + "moveFrom", W + "moveTo"):
            return "moved"
    return ""
