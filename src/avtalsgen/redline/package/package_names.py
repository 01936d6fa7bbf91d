"""What the ids in a Word file stand for, said so that two files can be compared.

An id is the file's own business: the same style may be `Rubrik1` in one and `Heading1` in the
other, and the same picture `rId4` and `rId9`. A style is known by its name, a list by how it
counts, a relation by what it leads to.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package, Relation

_VAL = W + "val"
_ID = W + "styleId"
_LINKS = {W + "pStyle", W + "styleLink", W + "numStyleLink"}
_DEEPEST = 4
"""How far a part is followed to what it leads to: a diagram leads to its parts, a chart to its
workbook; ways that go in a circle end here."""
_OWN = {W + "nsid", W + "tmpl", W + "name"}
"""What tells two definitions of a list apart and says nothing of how it counts."""


class PackageNames:
    """Content behind the ids of one file.

    Several lists of a file may count alike; each of them has a label. Those of the older file
    take the labels of the newer one's (`label_like`), and those of the redline are told by who
    wrote it: what a list counts like is read from the file all the same.
    """

    def __init__(self, package: Package, labels: Mapping[str, str] | None = None) -> None:
        """`labels` are what lists are known to be called, by id; else they are numbered."""
        self._package = package
        styles = package.related("styles")
        self.styles: dict[str, str] = _style_names(package.tree(styles)) if styles else {}
        numbering = package.related("numbering")
        self.lists: dict[str, str] = (
            _lists(package.tree(numbering), self, labels or {}) if numbering else {}
        )
        self._planned: dict[tuple[str, str], str] = {}
        self._led: dict[tuple[str, str], str] = {}

    def style(self, identity: str) -> str:
        """Return the name of a style; nothing for a default style or one that is not there."""
        return self.styles.get(identity, "")

    def list(self, number: str) -> str:
        """Return how the list counts, and which of those that count so it is."""
        return self.lists.get(number, "0" if number == "0" else "")

    def label_like(self, other: "PackageNames") -> None:
        """Give each list the label of one in `other` that counts alike, no label twice.

        The one of the same id, if it counts alike: two versions of a file have most ids in
        common. Else the first that is free.
        """
        free: dict[str, list[str]] = defaultdict(list)
        for number, label in other.lists.items():
            if not _count_alike(self.lists.get(number, ""), label):
                free[_digest_of(label)].append(label)
        for number, label in self.lists.items():
            if _count_alike(other.lists.get(number, ""), label):
                self.lists[number] = other.lists[number]
            elif free[_digest_of(label)]:
                self.lists[number] = free[_digest_of(label)].pop(0)
            else:
                self.lists[number] = f"{_digest_of(label)}#only{number}"

    def relation(self, part: str, key: str) -> str:
        """Return what the relation `key` of `part` leads to, as a digest or an address."""
        planned = self._planned.get((part, key))
        if planned is not None:
            return planned
        if (part, key) not in self._led:
            related = self._package.relations(part).get(key)
            self._led[part, key] = "" if related is None else content(self._package, related)
        return self._led[part, key]

    def plan(self, part: str, key: str, leads_to: str) -> None:
        """Let `key` of `part` lead to what another file has, before the file has it."""
        self._planned[part, key] = leads_to


def content(package: Package, relation: Relation) -> str:
    """Return what `relation` of `package` leads to."""
    if relation.outside or not relation.part:
        return f"{relation.role}:{relation.target}"
    return f"{relation.role}:{_digest(package, relation.part, _DEEPEST)}"


def _digest(package: Package, part: str, deep: int) -> str:
    """Return a digest of a part and of what it leads to, such as the workbook of a chart."""
    digest = hashlib.sha256(package.blob(part))
    for key, relation in sorted(package.relations(part).items()) if deep else ():
        inside = relation.part and not relation.outside
        target = _digest(package, relation.part, deep - 1) if inside else relation.target
        digest.update(f"{key}:{relation.role}:{target}".encode())
    return digest.hexdigest()


def _style_names(styles: Element) -> dict[str, str]:
    style_names = {}
    for style in styles.iter(W + "style"):
        name = style.find(W + "name")
        kind = style.get(W + "type", "paragraph")
        default = style.get(W + "default") in {"1", "true", "on"}
        said = "" if name is None else name.get(_VAL, "").casefold()
        style_names[style.get(_ID, "")] = "" if default else f"{kind}:{said}"
    return style_names


def _digest_of(label: str) -> str:
    return label.partition("#")[0]


def _count_alike(first: str, second: str) -> bool:
    return bool(first) and _digest_of(first) == _digest_of(second)


def _lists(numbering: Element, names: PackageNames, labels: Mapping[str, str]) -> dict[str, str]:
    kinds = {one.get(W + "abstractNumId"): one for one in numbering.iter(W + "abstractNum")}
    list_names: dict[str, str] = {}
    ranks: Counter[str] = Counter()
    for number in numbering.iter(W + "num"):
        kind = number.find(W + "abstractNumId")
        counted = None if kind is None else kinds.get(kind.get(_VAL))
        formatting = [one for one in number if one.tag != W + "abstractNumId"]
        said = "|".join(
            _said(one, names) for one in ([] if counted is None else [counted]) + formatting
        )
        digest = hashlib.sha256(said.encode()).hexdigest()[:16]
        identity = number.get(W + "numId", "")
        known = labels.get(identity, "")
        list_names[identity] = known if _digest_of(known) == digest else f"{digest}#{ranks[digest]}"
        ranks[digest] += 1
    return list_names


def _said(element: Element, names: PackageNames) -> str:
    """Return an element of a list's definition without what is only the file's own."""
    if element.tag in _OWN or not isinstance(element.tag, str):
        return ""
    if element.tag in _LINKS:
        return f"{element.tag}={names.style(element.get(_VAL, ''))}"
    attributes = sorted(
        f"{key}={value}"
        for key, value in element.attrib.items()
        if "rsid" not in key
        and not key.endswith(("abstractNumId", "durableId", "restartNumberingAfterBreak", "tplc"))
    )
    inner = "".join(_said(child, names) for child in element)
    return f"{element.tag}({','.join(attributes)})[{inner}]"
