"""A Word file as its parts: read with limits, changed in place, written the same each time."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from itertools import count

from lxml import etree

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W_NS
from avtalsgen.ooxml.untrusted import Limits, Member, UnfitError, parsed, unfolded
from avtalsgen.problems import AvtalsgenError, Problem

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""What the kinds of relationships begin with that a Word file is held together by."""
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = "[Content_Types].xml"
_LIMITS = Limits(members=5_000, size=150_000_000)
"""A contract of 400 pages unfolds to a tenth of it."""
_PACKED = {"png", "jpg", "jpeg", "gif", "zip", "docx", "xlsx", "mp4"}
"""Kinds that would not be smaller for being packed again."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


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
    """A Word file whose parts can be read, changed and added to."""

    def __init__(self, data: bytes, side: str) -> None:
        """Read `data`; `side` says in Swedish which file it is, for the messages.

        Raises:
            AvtalsgenError: JF01 it is no Word file that can be compared, and why.
        """
        self._side = side
        try:
            self._parts = {member.name: member.data for member in unfolded(data, _LIMITS)}
        except UnfitError as error:
            raise unfit(side, str(error), error.hint) from None
        self._trees: dict[str, Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._check_names()
        self.main = self._find_main()
        self._check_main()

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._parts)

    def blob(self, name: str) -> bytes:
        """Return what the part `name` holds; nothing if there is none."""
        return self._parts.get(name, b"")

    def tree(self, name: str) -> Element:
        """Return the root of the part `name`, which may be changed in place.

        Raises:
            AvtalsgenError: JF01 the part is missing, broken or has a document type.
        """
        if name not in self._trees:
            if name not in self._parts:
                raise unfit(self._side, f"delen {name} saknas")
            try:
                self._trees[name] = parsed(Member(name, self._parts[name]))
            except UnfitError as error:
                raise unfit(self._side, str(error), error.hint) from None
        return self._trees[name]

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of `part` by id."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def related(self, role: str) -> str | None:
        """Return the name of the part that plays `role` for the main part, if it is there."""
        found = (one.part for one in self.relations(self.main).values() if one.role == role)
        return next((name for name in found if name in self._parts), None)

    def content_type(self, name: str) -> str:
        """Return what `[Content_Types].xml` says that the part is."""
        own = "/" + name
        for one in self.tree(_TYPES).iter(f"{{{_TYPES_NS}}}Override"):
            if one.get("PartName", "").casefold() == own.casefold():
                return str(one.get("ContentType"))
        ending = name.rpartition(".")[2].casefold()
        for one in self.tree(_TYPES).iter(f"{{{_TYPES_NS}}}Default"):
            if one.get("Extension", "").casefold() == ending:
                return str(one.get("ContentType"))
        return ""

    def free_name(self, like: str) -> str:
        """Return a name for a new part in the folder of `like` and with its ending."""
        stem, dot, ending = like.rpartition(".")
        taken = {name.casefold() for name in self._parts}
        stem = stem.rstrip("0123456789")
        names = (f"{stem}{number}{dot}{ending}" for number in count(1))
        return next(name for name in names if name.casefold() not in taken)

    def add(self, name: str, blob: bytes, content_type: str) -> None:
        """Add a part."""
        self._parts[name] = blob
        if self.content_type(name) != content_type:
            types = self.tree(_TYPES)
            tag = f"{{{_TYPES_NS}}}Override"
            etree.SubElement(types, tag, PartName="/" + name, ContentType=content_type)

    def relate(self, part: str, relation: Relation) -> str:
        """Let `part` lead where `relation` does; return the id, the same for the same way."""
        own = self.relations(part)
        for key, one in own.items():
            same = one.part == relation.part and one.outside == relation.outside
            if same and one.kind == relation.kind and (one.part or one.target == relation.target):
                return key
        key = next(
            key for key in (f"rId{number}" for number in count(len(own) + 1)) if key not in own
        )
        own[key] = relation
        return key

    def lead(self, part: str, kind: str, target: str) -> Relation:
        """Return a relation from `part` to the part `target` of the same package."""
        return Relation(kind, posixpath.relpath(target, posixpath.dirname(part)), False, target)

    def written(self) -> bytes:
        """Return the bytes of the file; equal parts give equal bytes."""
        blobs = dict(self._parts)
        for name, root in self._trees.items():
            blobs[name] = _bytes_of(root)
        for part, own in self._relations.items():
            if own:
                blobs[_relations_name(part)] = _relations_blob(own)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            for name in sorted(blobs, key=lambda name: (name != _TYPES, name)):
                packed = name.rpartition(".")[2].casefold() in _PACKED
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system = 0
                how = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
                file.writestr(info, blobs[name], how, None if packed else 6)
        return buffer.getvalue()

    def _check_names(self) -> None:
        for name in self._parts:
            if name.startswith("/") or "\\" in name or ".." in name.split("/"):
                raise unfit(self._side, f"filen har en del som pekar ut ur filen: {name}")
        if _TYPES not in self._parts:
            raise unfit(self._side, "filen är en zipfil, men ingen Wordfil")

    def _find_main(self) -> str:
        found = (one for one in self.relations("").values() if one.role == "officeDocument")
        first = next((one.part for one in found if one.part in self._parts), None)
        if first is None:
            raise unfit(self._side, "filen är en zipfil, men ingen Wordfil")
        return first

    def _check_main(self) -> None:
        root = self.tree(self.main)
        if root.tag == "{http://purl.oclc.org/ooxml/wordprocessingml/main}document":
            hint = "spara om den som Word-dokument (.docx), inte som Strict Open XML"
            raise unfit(self._side, "filen är sparad som Strict Open XML", hint)
        if root.tag != f"{{{W_NS}}}document" or root.find(f"{{{W_NS}}}body") is None:
            raise unfit(self._side, "filen är en Office-fil, men ingen Wordfil")
        if self.content_type(self.main) != _MAIN_TYPE:
            hint = "spara om den som Word-dokument (.docx)"
            raise unfit(self._side, "filen är en mall eller har makron", hint)

    def _read_relations(self, part: str) -> dict[str, Relation]:
        name = _relations_name(part)
        if name not in self._parts:
            return {}
        found = {}
        for own in self.tree(name).iter(f"{{{_RELATIONS_NS}}}Relationship"):
            outside = own.get("TargetMode", "").casefold() == "external"
            target = own.get("Target", "")
            inside = "" if outside else _absolute(part, target)
            found[own.get("Id", "")] = Relation(own.get("Type", ""), target, outside, inside)
        del self._trees[name]
        return found


def unfit(side: str, reason: str, hint: str = "spara om den i Word som .docx") -> AvtalsgenError:
    """Return the problem of a file that cannot be compared."""
    return AvtalsgenError([Problem("JF01", f"{side}: {reason}", hint=hint)])


def _absolute(part: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations_blob(own: dict[str, Relation]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS_NS}}}Relationships", nsmap={None: _RELATIONS_NS})
    for key, relation in own.items():
        names = {"Id": key, "Type": relation.kind, "Target": relation.target}
        outside = {"TargetMode": "External"} if relation.outside else {}
        etree.SubElement(root, f"{{{_RELATIONS_NS}}}Relationship", names | outside)
    return _bytes_of(root)


def _bytes_of(root: Element) -> bytes:
    blob: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return blob
