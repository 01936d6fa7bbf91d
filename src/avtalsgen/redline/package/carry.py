"""The older file brought into the ids of the newer one, and what it needs brought along.

What stands in the older file is given the ids by which the newer file knows the same styles,
lists, links and pictures. What the newer file lacks gets a free id, and comes along only if
something that is left in the end uses it.
"""

import posixpath
from copy import deepcopy
from itertools import count

from lxml import etree

from avtalsgen.ooxml.elements import Element, relation_ids
from avtalsgen.ooxml.names import OFFICE, W_NS, R, W
from avtalsgen.ooxml.package import Package, Relation
from avtalsgen.redline.package.package_names import PackageNames, content
from avtalsgen.redline.package.parts import stories

_VAL = W + "val"
_STYLES = (W + "pStyle", W + "rStyle", W + "tblStyle")
_STYLE_LINKS = (W + "basedOn", W + "next", W + "link", W + "numStyleLink", W + "styleLink")
_COMMENTS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
_DRAWING_ID = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PARAGRAPH_IDS = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}"
    for name in ("paraId", "textId")
)
_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_STYLESHEET = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"


class Carry:
    """The ways from the ids of `old` to those of `new`."""

    def __init__(
        self, old: Package, new: Package, old_names: PackageNames, new_names: PackageNames
    ) -> None:
        self._old, self._new = old, new
        self._old_names, self._names = old_names, new_names
        self._styles = self._plan_styles()
        self._lists = self._plan_lists()
        self._relations: dict[tuple[str, str], dict[str, str]] = {}
        self._planned: dict[tuple[str, str], Relation] = {}
        self._copied: dict[str, str] = {}
        self._drawings = count(_highest_drawing(new) + 1)
        self._bookmarks = _bookmark_names(new)

    def bring(self, root: Element, old_part: str, new_part: str) -> None:
        """Give everything in `root`, out of `old_part`, the ids it would have in `new_part`."""
        for style in list(root.iter(*_STYLES)):
            identity = self._styles.get(style.get(_VAL, ""))
            if identity is None:
                style.getparent().remove(style)
            else:
                style.set(_VAL, identity)
        for number in root.iter(W + "numId"):
            number.set(_VAL, self._lists.get(number.get(_VAL, ""), number.get(_VAL, "")))
        self._bring_relations(root, old_part, new_part)
        drop_comments(root)
        self._drop_bookmarks(root)
        self._drop_ids(root)

    def settle(self, part: str, root: Element) -> None:
        """Copy into the newer file what `root` uses of the older and the newer does not have."""
        for key in sorted(relation_ids(root)):
            relation = self._planned.get((part, key))
            if relation is not None and key not in self._new.relations(part):
                self._new.relations(part)[key] = self._copied_relation(part, relation)
        self._settle_styles({one.get(_VAL, "") for one in root.iter(*_STYLES)})
        self._settle_lists({one.get(_VAL, "") for one in root.iter(W + "numId")})

    def copy_part(self, name: str, *, shared: bool = True) -> str:
        """Copy a part of the older file, and all it leads to; return its name in the newer.

        If it may be `shared`, as a picture may, the same part of the newer file will do.
        """
        if name in self._copied:
            return self._copied[name]
        blob = self._old.blob(name)
        same = name in self._new and self._new.blob(name) == blob
        if shared and same and not self._old.relations(name):
            name_here = name
        else:
            name_here = name if name not in self._new else self._new.free_name(name)
            self._new.add(name_here, blob, self._old.content_type(name))
        self._copied[name] = name_here
        for key, relation in self._old.relations(name).items():
            self._new.relations(name_here)[key] = self._copied_relation(name_here, relation)
        return name_here

    def _copied_relation(self, part: str, relation: Relation) -> Relation:
        if relation.outside or relation.part not in self._old:
            return relation
        return self._new.lead(part, relation.kind, self.copy_part(relation.part))

    def _plan_styles(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for identity, name in self._names.styles.items():
            known.setdefault(name, identity)
        taken = set(self._names.styles) | _style_ids_in_use(self._new)
        plan = {}
        for identity, name in list(self._old_names.styles.items()):
            if not name:
                continue
            if name not in known:
                known[name] = _free(identity, taken)
                taken.add(known[name])
                self._names.styles[known[name]] = name
            plan[identity] = known[name]
        return plan

    def _plan_lists(self) -> dict[str, str]:
        known = {said: number for number, said in self._names.lists.items()}
        free = count(max((int(one) for one in self._names.lists if one.isdecimal()), default=0) + 1)
        plan = {}
        for number, said in self._old_names.lists.items():
            if said not in known:
                known[said] = str(next(free))
                self._names.lists[known[said]] = said
            plan[number] = known[said]
        return plan

    def _bring_relations(self, root: Element, old_part: str, new_part: str) -> None:
        ways = self._relations.get((old_part, new_part))
        if ways is None:
            ways = self._relations[old_part, new_part] = self._plan_relations(old_part, new_part)
        if not ways:
            return
        for node in root.xpath("//*[@r:*]", namespaces={"r": R[1:-1]}):
            for key, value in node.attrib.items():
                if key.startswith(R) and value in ways:
                    node.set(key, ways[value])

    def _plan_relations(self, old_part: str, new_part: str) -> dict[str, str]:
        relations_here = self._new.relations(new_part) if new_part in self._new else {}
        known = {content(self._new, relation): key for key, relation in relations_here.items()}
        ways = {}
        for key, relation in self._old.relations(old_part).items():
            said = content(self._old, relation)
            if said not in known:
                known[said] = f"rIdOld{len(self._planned) + 1}"
                self._planned[new_part, known[said]] = relation
                self._names.plan(new_part, known[said], said)
            ways[key] = known[said]
        return ways

    def _drop_bookmarks(self, root: Element) -> None:
        """Take away the bookmarks that the newer file has under the same names."""
        dropped = set()
        for start in list(root.iter(W + "bookmarkStart")):
            if start.get(W + "name", "").casefold() in self._bookmarks:
                dropped.add(start.get(W + "id"))
                start.getparent().remove(start)
        for end in list(root.iter(W + "bookmarkEnd")):
            if end.get(W + "id") in dropped:
                end.getparent().remove(end)

    def _drop_ids(self, root: Element) -> None:
        """Take away ids that a file may have once only, and may do without."""
        for properties in root.iter(W + "sdtPr"):
            for identity in properties.findall(W + "id"):
                properties.remove(identity)
        for paragraph in root.iter(W + "p", W + "tr"):
            for name in _PARAGRAPH_IDS:
                paragraph.attrib.pop(name, None)
        for drawing in root.iter(_DRAWING_ID):
            drawing.set("id", str(next(self._drawings)))

    def _settle_styles(self, used: set[str]) -> None:
        name = self._old.related("styles")
        if name is None:
            return
        missing = {new: old for old, new in self._styles.items() if new in used}
        have = self._style_ids()
        for identity in sorted(set(missing) - have):
            style_elements = self._old.tree(name).xpath(
                "w:style[@w:styleId=$own]", own=missing[identity], namespaces={"w": W_NS}
            )[0]
            copied = deepcopy(style_elements)
            copied.set(W + "styleId", identity)
            copied.attrib.pop(W + "default", None)
            for link in [one for one in copied if one.tag in _STYLE_LINKS]:
                to = self._styles.get(link.get(_VAL, ""))
                if to is None:
                    copied.remove(link)
                else:
                    link.set(_VAL, to)
            numbers = {one.get(_VAL, "") for one in copied.iter(W + "numId")}
            for number in copied.iter(W + "numId"):
                number.set(_VAL, self._lists.get(number.get(_VAL, ""), ""))
            self._stylesheet().append(copied)
            self._settle_lists({self._lists.get(number, "") for number in numbers})
            self._settle_styles({one.get(_VAL, "") for one in copied if one.tag in _STYLE_LINKS})

    def _style_ids(self) -> set[str]:
        return {one.get(W + "styleId", "") for one in self._stylesheet().iter(W + "style")}

    def _stylesheet(self) -> Element:
        return self._own("styles", _STYLESHEET)

    def _settle_lists(self, used: set[str]) -> None:
        source = self._old.related("numbering")
        if source is None:
            return
        wanted = {new: old for old, new in self._lists.items() if new in used}
        if not wanted:
            return
        target = self._own("numbering", _NUMBERING)
        have = {one.get(W + "numId") for one in target.iter(W + "num")}
        for number in sorted(set(wanted) - have, key=int):
            self._copy_list(self._old.tree(source), target, wanted[number], number)

    def _copy_list(self, source: Element, target: Element, old: str, new: str) -> None:
        spaces = {"w": W_NS}
        number_element = deepcopy(
            source.xpath("w:num[@w:numId=$own]", own=old, namespaces=spaces)[0]
        )
        number_element.set(W + "numId", new)
        kind = number_element.find(W + "abstractNumId")
        overrides = source.xpath(
            "w:abstractNum[@w:abstractNumId=$own]", own=kind.get(_VAL), namespaces=spaces
        )
        target.append(number_element)
        if not overrides:
            return
        counts = deepcopy(overrides[0])
        taken = (int(one.get(W + "abstractNumId", "0")) for one in target.iter(W + "abstractNum"))
        identity = str(max(taken, default=-1) + 1)
        counts.set(W + "abstractNumId", identity)
        kind.set(_VAL, identity)
        for mark in counts.findall(W + "nsid"):
            counts.remove(mark)
        for link in [*counts.iter(W + "pStyle", W + "numStyleLink", W + "styleLink")]:
            to = self._styles.get(link.get(_VAL, ""))
            if to is None:
                link.getparent().remove(link)
            else:
                link.set(_VAL, to)
        after = [at for at, one in enumerate(target) if one.tag == W + "abstractNum"]
        pictures = [at for at, one in enumerate(target) if one.tag == W + "numPicBullet"]
        target.insert(max([*after, *pictures], default=-1) + 1, counts)
        self._settle_styles({one.get(_VAL, "") for one in counts.iter(W + "pStyle")})

    def _own(self, role: str, content_type: str) -> Element:
        """Return the part that plays `role` in the newer file, made where there is none."""
        name = self._new.related(role)
        if name is None:
            name = posixpath.join(posixpath.dirname(self._new.main), f"{role}.xml")
            root = etree.Element(W + role, nsmap={"w": W_NS})
            self._new.add(name, etree.tostring(root), content_type)
            self._new.relate(self._new.main, self._new.lead(self._new.main, OFFICE + role, name))
        return self._new.tree(name)


def drop_comments(root: Element) -> None:
    """Take away the marks of comments, and runs that hold nothing else."""
    for comment in list(root.iter(*_COMMENTS)):
        home = comment.getparent()
        home.remove(comment)
        if home.tag == W + "r" and all(own.tag == W + "rPr" for own in home):
            home.getparent().remove(home)


def _style_ids_in_use(package: Package) -> set[str]:
    """Return the ids that text names; one that is not defined means the default (17.3.1.27)."""
    return {
        one.get(_VAL, "") for part in stories(package) for one in package.tree(part).iter(*_STYLES)
    }


def _free(identity: str, taken: set[str]) -> str:
    tries = (f"{identity}Old{number}" for number in count(1))
    return identity if identity not in taken else next(one for one in tries if one not in taken)


def _highest_drawing(package: Package) -> int:
    root = package.tree(package.main)
    ids = (one.get("id", "0") for one in root.iter(_DRAWING_ID))
    return max((int(one) for one in ids if one.isdecimal()), default=0)


def _bookmark_names(package: Package) -> set[str]:
    root = package.tree(package.main)
    return {one.get(W + "name", "").casefold() for one in root.iter(W + "bookmarkStart")}
