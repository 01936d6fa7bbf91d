"""Names that a structure tree gives its own meaning: types, classes, ids and namespaces.

Two files may mean different things by the same name; ours keeps its meaning and the annex
is given another name for its own.
"""

from typing import Self

from pikepdf import Array, Dictionary, Name, Object, String

from avtalsgen.records import dataclass
from avtalsgen.writers.pdf.annexes.graph import items


@dataclass(frozen=True, slots=True)
class Renaming:
    """The new names of an annex, by the old; `prefix` goes before every id."""

    types: dict[str, str]
    classes: dict[str, str]
    namespaces: dict[str, Object]
    prefix: bytes

    @classmethod
    def of(cls, ours: Object, theirs: Object, prefix: str) -> Self:
        """Return the new names, and enter what they mean in the tree of `ours`."""
        return cls(
            _merge_roles(ours, theirs, prefix),
            _merge_classes(ours, theirs, prefix),
            _merge_namespaces(ours, theirs),
            prefix.encode(),
        )

    def element(self, element: Object) -> None:
        """Give an element of the annex its new names."""
        kind = str(element.S)
        if kind in self.types and "/NS" not in element:
            element.S = Name(self.types[kind])
        if "/C" in element:
            element.C = Array([self._class(each) for each in items(element.C)])
        if "/ID" in element:
            element.ID = self.id(element.ID)
        if "/NS" in element:
            element.NS = self.namespaces.get(str(element.NS.get("/NS")), element.NS)
        for attributes in items(element.get("/A")):
            self.attributes(attributes)

    def attributes(self, attributes: Object) -> None:
        """Let the cells of a table name their headers by new ids (ISO 32000-1, table 349)."""
        if isinstance(attributes, Dictionary) and "/Headers" in attributes:
            attributes.Headers = Array([self.id(each) for each in items(attributes.Headers)])

    def id(self, old: Object) -> String:
        """Return the new id for an old one."""
        return String(self.prefix + bytes(old))

    def _class(self, class_name: Object) -> Object:
        """Return the new name of a class; what is no name is its revision number."""
        return (
            Name(self.classes.get(str(class_name), str(class_name)))
            if isinstance(class_name, Name)
            else class_name
        )


def _merge_roles(ours: Object, theirs: Object, prefix: str) -> dict[str, str]:
    """Enter their types in our role map, under another name where ours mean something else."""
    known = ours.get("/RoleMap", Dictionary())
    new = theirs.get("/RoleMap", Dictionary())
    renamed = {}
    for name in new.keys():  # noqa: SIM118  a pikepdf dictionary iterates over its keys only so
        meaning = _standard(new, name)
        key = name
        if name in known and _standard(known, name) != meaning:
            key = renamed[name] = f"/{prefix}{name[1:]}"
        known[key] = Name(meaning)
    if len(known):
        ours.RoleMap = known
    return renamed


def _standard(roles: Object, name: str) -> str:
    """Return the type that a name stands for in the end; a map may lead through others."""
    met = []
    while name in roles and name not in met:
        met.append(name)
        name = str(roles[name])
    return name


def _merge_classes(ours: Object, theirs: Object, prefix: str) -> dict[str, str]:
    known = ours.get("/ClassMap", Dictionary())
    new = theirs.get("/ClassMap", Dictionary())
    renamed = {}
    for name, attributes in new.items():
        key = renamed[name] = f"/{prefix}{name[1:]}" if name in known else name
        known[key] = attributes
    if len(known):
        ours.ClassMap = known
    return renamed


def _merge_namespaces(ours: Object, theirs: Object) -> dict[str, Object]:
    """Enter their namespaces, each once (ISO 32000-2, 14.7.4); return ours by address."""
    listed = ours.get("/Namespaces", Array())
    by_address = {str(namespace.get("/NS")): namespace for namespace in listed.as_list()}
    for namespace in items(theirs.get("/Namespaces")):
        if by_address.setdefault(str(namespace.get("/NS")), namespace) is namespace:
            listed.append(namespace)
    if len(listed):
        ours.Namespaces = listed
    return by_address
