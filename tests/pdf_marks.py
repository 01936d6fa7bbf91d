"""Whether the structure of a tagged PDF and the content of its pages belong together.

A validator looks at the one and at the other. A file whose tree says that a text is on page 2
when it is on page 9 passes, and a screen reader reads the wrong words, or none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

Where = tuple[int, int]
"""A page or a form by its number in the file."""


def strays(pdf: bytes) -> list[str]:
    """Return what does not belong together, in words; nothing for a sound file.

    Every reference from the tree names content that is on that page, the parent tree leads from
    the content back to the same element, an element knows the one above it, and no content with
    a number is left without an element.
    """
    with pikepdf.open(BytesIO(pdf)) as file:
        root = file.Root.StructTreeRoot
        looking = _Looking(_parents(root.ParentTree))
        for page in file.pages:
            looking.content(page.obj)
        looking.element(root)
        return [*looking.found, *looking.unclaimed()]


@dataclass
class _Looking:
    parents: dict[int, Object]
    marks: dict[Where, set[int]] = field(default_factory=dict)
    keys: dict[Where, int | None] = field(default_factory=dict)
    annotations: dict[Where, set[Where]] = field(default_factory=dict)
    claimed: set[tuple[Where, int]] = field(default_factory=set)
    found: list[str] = field(default_factory=list)

    def content(self, holder: Object) -> None:
        """Note the numbers in a page or a form, and in the forms that it draws."""
        here = holder.objgen
        if here in self.marks:
            return
        self.marks[here] = set(_numbers(holder))
        self.keys[here] = int(holder.StructParents) if "/StructParents" in holder else None
        self.annotations[here] = {each.objgen for each in holder.get("/Annots", [])}
        for form in holder.get("/Resources", Dictionary()).get("/XObject", Dictionary()).values():
            if form.get("/Subtype") == pikepdf.Name.Form:
                self.content(form)

    def element(self, element: Object) -> None:
        for kid in _kids(element):
            if isinstance(kid, int):
                self.mark(element, element.get("/Pg"), int(kid))
            elif "/MCID" in kid:
                holder = kid.get("/Stm", kid.get("/Pg", element.get("/Pg")))
                self.mark(element, holder, int(kid.MCID))
            elif kid.get("/Type") == pikepdf.Name.OBJR:
                self.thing(element, kid)
            else:
                if kid.P.objgen != element.objgen:
                    self.found.append(f"{kid.S} har fel element över sig")
                self.element(kid)

    def mark(self, element: Object, holder: Object | None, number: int) -> None:
        where = holder.objgen if holder is not None else (0, 0)
        if number not in self.marks.get(where, ()):
            self.found.append(f"{element.S} pekar på {number} som inte finns på {where}")
            return
        self.claimed.add((where, number))
        key = self.keys[where]
        row = self.parents.get(-1 if key is None else key)
        if not isinstance(row, Array) or number >= len(row) or not _same(row[number], element):
            self.found.append(f"{number} på {where} leder inte tillbaka till {element.S}")

    def thing(self, element: Object, reference: Object) -> None:
        page = reference.get("/Pg", element.get("/Pg"))
        thing = reference.Obj
        if page is None or thing.objgen not in self.annotations.get(page.objgen, ()):
            self.found.append(f"{element.S} pekar på något som inte finns på sin sida")
        elif not _same(self.parents.get(int(thing.get("/StructParent", -1))), element):
            self.found.append(f"en länk leder inte tillbaka till {element.S}")

    def unclaimed(self) -> Iterator[str]:
        for where, numbers in self.marks.items():
            for number in sorted(numbers):
                if (where, number) not in self.claimed:
                    yield f"{number} på {where} har inget element"


def _parents(tree: Object) -> dict[int, Object]:
    nums = tree.get("/Nums", Array()).as_list()
    found = {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}
    for kid in tree.get("/Kids", []):
        found.update(_parents(kid))
    return found


def _numbers(holder: Object) -> Iterator[int]:
    for instruction in pikepdf.parse_content_stream(holder):
        if str(instruction.operator) != "BDC":
            continue
        properties = instruction.operands[1]
        if isinstance(properties, pikepdf.Name):
            properties = holder.Resources.Properties[str(properties)]
        if "/MCID" in properties:
            yield int(properties.MCID)


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return list(kids.as_list()) if isinstance(kids, Array) else [kids]


def _same(one: Object | None, other: Object) -> bool:
    return isinstance(one, Dictionary | Stream) and one.objgen == other.objgen
