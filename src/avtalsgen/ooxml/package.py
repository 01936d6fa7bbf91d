"""A Word file as its parts: read with limits, changed in place, written the same each time.

Parts are found as the format says, by what leads to them (ECMA-376 part 2, 9.3), since their
names are free: Word, LibreOffice and others name them alike, and not all do. An id of a relation
is local to the part that has it. Nothing that the file names is fetched and nothing in it is run.
"""

import posixpath
from collections.abc import Iterator
from itertools import count
from urllib.parse import unquote

from lxml import etree

from avtalsgen.ooxml.elements import Element, written
from avtalsgen.ooxml.intake.hyphens import IN_A_PART, fold
from avtalsgen.ooxml.intake.limits import DOCUMENT, PackageLimits
from avtalsgen.ooxml.intake.part_roles import called
from avtalsgen.ooxml.intake.strict import fold_sides, folded, is_strict
from avtalsgen.ooxml.intake.untrusted import (
    XML,
    Archive,
    Member,
    UnfitError,
    count_elements,
    kind,
    parsed,
)
from avtalsgen.ooxml.names import CONTENT_TYPES, NAMESPACES, RELATIONS_NS, TYPES_NS, W
from avtalsgen.ooxml.text import TEXT
from avtalsgen.ooxml.zipped import zipped
from avtalsgen.records import dataclass

_SAVE = "spara om filen i Word som .docx"
_ROOT_RELATIONS = "_rels/.rels"
"""What tells a program which part is the text."""
_BODY = "word/document.xml"
"""What the main part is called where nothing says it."""
_PACKED = {"png", "jpg", "jpeg", "gif", "zip", "docx", "xlsx", "mp4"}
"""Kinds that would not be smaller for being packed again."""
_PARAGRAPHS = etree.XPath("count(//w:p)", namespaces=NAMESPACES)


@dataclass(frozen=True, slots=True)
class Relation:
    """A way from one part to another, or out of the file, which is never followed."""

    kind: str
    target: str
    """As written."""
    outside: bool
    part: str
    """The name of the part it leads to; empty where it leads out of the file."""

    @property
    def role(self) -> str:
        """Return the last word of the kind, such as `hyperlink`."""
        return self.kind.rpartition("/")[2]


class Package:
    """A Word file whose parts can be read, changed and added to; unfolded when they are asked for.

    Law: what is read of a package, in one life of it, stays within its limits.
    """

    def __init__(
        self,
        data: bytes,
        limits: PackageLimits = DOCUMENT,
        name: str = "",
        *,
        hyphens: bool = False,
    ) -> None:
        """Open `data`; `name` is what errors call the file.

        Hyphens at which no line ends are read as the letters that they show, unless `hyphens` asks
        for the elements, as whoever writes the file again does.

        Raises:
            UnfitError: it is no zip file that can be read, with its `fault`.
        """
        self._name = name
        self._limits = limits
        self._hyphens = hyphens
        try:
            self._archive = Archive(data, limits)
        except UnfitError as error:
            raise self._named(error) from None
        self._names = dict.fromkeys(self._archive.names)
        self._blobs: dict[str, bytes] = {}
        self._trees: dict[str, Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._strict = set[str]()
        self._elements, self._paragraphs = limits.elements, limits.paragraphs
        self._main = ""

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._names)

    @property
    def main(self) -> str:
        """Return the name of the part that holds the text, whether it is there or not."""
        if not self._main:
            main_relations = (
                one for one in self.relations("").values() if one.role == "officeDocument"
            )
            self._main = next((one.part for one in main_relations if not one.outside), _BODY)
        return self._main

    def document(self) -> Element:
        """Return the root of the part that holds the text, which has a body.

        Raises:
            UnfitError: there is none, as in a file that is no Word file; or text stands beside it,
                where no program shows it (ECMA-376, 17.2.3: a document has one body).
        """
        root = self.part(self.main)
        if root is None:
            reason = "filen går inte att läsa som en Wordfil (.docx)"
        elif root.tag != f"{W}document" or root.find(f"{W}body") is None:
            reason = "filen är en Office-fil, men ingen Wordfil"
        elif _has_text_outside(root):
            reason = "filen är trasig: den har text utanför brödtexten"
        else:
            return root
        raise self._named(UnfitError(reason, _SAVE))

    def check_types(self) -> None:
        """Refuse a file that does not say what its parts are, which no office program opens.

        Raises:
            UnfitError: the part that says it is missing, broken or empty.
        """
        types = self.part(CONTENT_TYPES)
        if types is None or not len(types):
            reason = f"{called(CONTENT_TYPES)} fattas eller är tom"
            raise self._named(UnfitError(reason, _SAVE))

    def missing_part(self) -> str:
        """Return a part that the file or the text leads to and is not there; nothing if all are."""
        if _ROOT_RELATIONS not in self:
            return _ROOT_RELATIONS
        parts = (each.part for each in self.relations(self.main).values() if not each.outside)
        return next((part for part in parts if part and part not in self), "")

    def check_parts(self) -> None:
        """Refuse a file that leads to a part which it has not.

        Raises:
            UnfitError: one is missing.
        """
        if gone := self.missing_part():
            hint = "öppna den i Word och spara om den, eller be om filen igen"
            raise self._named(UnfitError(f"{called(gone)} fattas i filen", hint))

    def check_size(self) -> None:
        """Refuse at once a file that says that it unfolds to more than its limit.

        Raises:
            UnfitError: it does.
        """
        try:
            self._archive.check_size()
        except UnfitError as error:
            raise self._named(error) from None

    def blob(self, name: str) -> bytes:
        """Return what the part `name` held when it was read or added; nothing if there is none.

        Raises:
            UnfitError: it is broken, or too large.
        """
        if name not in self._blobs:
            if name not in self._names:
                return b""
            try:
                data = self._archive.read(name)
            except UnfitError as error:
                raise self._named(error) from None
            if kind(name) in XML and is_strict(data):
                self._strict.add(name)
                data = folded(data)
            self._blobs[name] = data
        return self._blobs[name]

    def tree(self, name: str) -> Element:
        """Return the root of the part `name`, which may be changed in place.

        Raises:
            UnfitError: the part is missing, broken, too large or has a document type.
        """
        root = self.part(name)
        if root is None:
            raise self._named(UnfitError(f"{called(name)} saknas", _SAVE))
        return root

    def part(self, name: str) -> Element | None:
        """Return the root of the part `name` as `tree` does; None if there is no such part.

        Raises:
            UnfitError: as `tree`.
        """
        if name not in self._trees:
            if name not in self._names:
                return None
            member = Member(name, self.blob(name))
            try:
                root = parsed(member, self._elements, self._limits.depth)
            except UnfitError as error:
                raise self._named(error) from None
            self._elements -= count_elements(member.data)
            self._paragraphs -= int(_PARAGRAPHS(root))
            if self._paragraphs < 0:
                limit = self._limits.paragraphs
                hint = "dela upp dokumentet i flera filer"
                reason = f"filen har fler än {limit} stycken"
                raise self._named(UnfitError(reason, hint, "large"))
            if name in self._strict:
                fold_sides(root)
            if not self._hyphens and IN_A_PART in member.data:
                fold(root)
            self._trees[name] = root
        return self._trees[name]

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of `part` by id, which may be changed; of the package for no name.

        Raises:
            UnfitError: they are broken.
        """
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def related(self, role: str, part: str | None = None) -> str | None:
        """Return the name of the part that plays `role` for `part` (the main one), if it is there.

        For no name, of the package itself.
        """
        ways = self.relations(self.main if part is None else part).values()
        targets = (relation.part for relation in ways if relation.role == role)
        return next((name for name in targets if name in self._names), None)

    def related_part(self, role: str, part: str | None = None) -> Element | None:
        """Return the root of the part that plays `role` for `part` (the main one), if any."""
        return self.part(self.related(role, part) or "")

    def content_type(self, name: str) -> str:
        """Return what `[Content_Types].xml` says that the part is; empty if it does not say."""
        types = self.part(CONTENT_TYPES)
        if types is None:
            return ""
        absolute = "/" + name
        for declared in types.iter(f"{{{TYPES_NS}}}Override"):
            if declared.get("PartName", "").casefold() == absolute.casefold():
                return str(declared.get("ContentType"))
        for declared in types.iter(f"{{{TYPES_NS}}}Default"):
            if declared.get("Extension", "").casefold() == kind(name):
                return str(declared.get("ContentType"))
        return ""

    def set_content_type(self, name: str, content_type: str) -> None:
        """Let `[Content_Types].xml` say that the part is of this type."""
        types = self.tree(CONTENT_TYPES)
        for override in list(types.iter(f"{{{TYPES_NS}}}Override")):
            if override.get("PartName", "").casefold() == f"/{name}".casefold():
                types.remove(override)
        tag = f"{{{TYPES_NS}}}Override"
        etree.SubElement(types, tag, PartName="/" + name, ContentType=content_type)

    def free_name(self, like: str) -> str:
        """Return a name for a new part in the folder of `like` and with its ending."""
        stem, dot, ending = like.rpartition(".")
        taken = {name.casefold() for name in self._names}
        stem = stem.rstrip("0123456789")
        names = (f"{stem}{number}{dot}{ending}" for number in count(1))
        return next(name for name in names if name.casefold() not in taken)

    def add(self, name: str, blob: bytes, content_type: str) -> None:
        """Add a part."""
        self._names[name] = None
        self._blobs[name] = blob
        self._trees.pop(name, None)
        if self.content_type(name) != content_type:
            self.set_content_type(name, content_type)

    def refresh(self, name: str) -> None:
        """Let the bytes of the part `name` be those of its tree as it is now."""
        self._blobs[name] = written(self.tree(name))

    def drop(self, name: str) -> None:
        """Take away a part, with its own relations; what leads to it is left to the caller."""
        for gone in (name, _relations_name(name)):
            self._names.pop(gone, None)
            self._blobs.pop(gone, None)
            self._trees.pop(gone, None)
        self._relations.pop(name, None)
        types = self.part(CONTENT_TYPES)
        for override in () if types is None else list(types.iter(f"{{{TYPES_NS}}}Override")):
            if override.get("PartName", "").casefold() == f"/{name}".casefold():
                override.getparent().remove(override)

    def relate(self, part: str, relation: Relation) -> str:
        """Let `part` lead where `relation` does; return the id, the same for the same way."""
        relations = self.relations(part)
        for key, known in relations.items():
            same = known.part == relation.part and known.outside == relation.outside
            if (
                same
                and known.kind == relation.kind
                and (known.part or known.target == relation.target)
            ):
                return key
        key = next(
            key
            for key in (f"rId{number}" for number in count(len(relations) + 1))
            if key not in relations
        )
        relations[key] = relation
        return key

    def lead(self, part: str, kind: str, target: str) -> Relation:
        """Return a relation from `part` to the part `target` of the same package."""
        return Relation(kind, posixpath.relpath(target, posixpath.dirname(part)), False, target)

    def written(self) -> bytes:
        """Return the bytes of the file; equal parts give equal bytes.

        Raises:
            UnfitError: a part that nobody has read yet is broken, or too large.
        """
        blobs = {name: self.blob(name) for name in self._names}
        for name, root in self._trees.items():
            blobs[name] = written(root)
        for part, relations in self._relations.items():
            if relations:
                blobs[_relations_name(part)] = _relations_blob(relations)
            else:
                blobs.pop(_relations_name(part), None)
        return zipped(blobs, [name for name in blobs if kind(name) in _PACKED])

    def _named(self, error: UnfitError) -> UnfitError:
        return UnfitError(str(error), error.hint, error.fault, self._name)

    def _read_relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        name = _relations_name(part)
        root = self.part(name)
        if root is None:
            return
        for element in root.iter(f"{{{RELATIONS_NS}}}Relationship"):
            outside = element.get("TargetMode", "").casefold() == "external"
            target = element.get("Target", "")
            inside = "" if outside else self._absolute(part, target)
            yield element.get("Id", ""), Relation(element.get("Type", ""), target, outside, inside)
        del self._trees[name]

    def _absolute(self, part: str, target: str) -> str:
        """Return the name that a target means; one that climbs out of the file names nothing."""
        for path in (target, unquote(target)):
            whole = path if path.startswith("/") else posixpath.join(posixpath.dirname(part), path)
            name = posixpath.normpath(whole).lstrip("/")
            if name in self._names:
                return name
        return name


def _has_text_outside(document: Element) -> bool:
    body = document.find(f"{W}body")
    return any(node is not body and next(node.iter(TEXT), None) is not None for node in document)


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations_blob(relations: dict[str, Relation]) -> bytes:
    root = etree.Element(f"{{{RELATIONS_NS}}}Relationships", nsmap={None: RELATIONS_NS})
    for key, relation in relations.items():
        names = {"Id": key, "Type": relation.kind, "Target": relation.target}
        outside = {"TargetMode": "External"} if relation.outside else {}
        etree.SubElement(root, f"{{{RELATIONS_NS}}}Relationship", names | outside)
    return written(root)
