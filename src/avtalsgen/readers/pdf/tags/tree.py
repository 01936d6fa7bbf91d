"""The structure tree of a tagged PDF as elements with their text (ISO 32000-1, 14.7).

It is what a screen reader reads: nothing is guessed from where letters stand, and content without
a tag (running heads, page numbers, the mark of a draft) is not there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field

import pikepdf
from pikepdf import Array, Dictionary, Object

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass

MADE_OTHERWISE = (
    *(KeyError, IndexError, AttributeError, TypeError, ValueError, RecursionError),
    pikepdf.PdfError,
)
"""What comes of reading a file that somebody else has made, or changed."""
_DEEPEST = 200
_MOST = 1_000_000
"""Elements; a document of 400 pages has 30 000."""
_MOST_ROLES = 10
"""Names that may stand for each other in a row."""

Place = tuple[int, int]
"""The number and generation of an object."""


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """Text that is drawn in one go: its page, from 1, and its number there (its MCID)."""

    page: int
    number: int


@dataclass(slots=True)
class Element:
    """A tag. `kind` is of the standard, `name` what the file calls it, both without slash."""

    kind: str
    name: str
    title: str = ""
    numbering: str = ""
    """How a list says that its items are counted."""
    address: str = ""
    """Where a link leads."""
    kids: list["Element | MarkedContent"] = field(default_factory=list)

    @property
    def elements(self) -> Iterator["Element"]:
        """The tags right below."""
        return (kid for kid in self.kids if isinstance(kid, Element))


def pieces(element: Element) -> Iterator[MarkedContent]:
    """Yield the text of `element` and all below it, in reading order."""
    for kid in element.kids:
        if isinstance(kid, MarkedContent):
            yield kid
        else:
            yield from pieces(kid)


def structure(file: pikepdf.Pdf) -> Element | None:
    """Return the root of the structure tree, nothing where the file has none.

    Raises:
        AvtalsgenError: PF04 the tree is no tree, or says what is not there.
    """
    root = file.Root.get("/StructTreeRoot")
    if not isinstance(root, Dictionary):
        return None
    try:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        building = _TreeBuilding(pages, root.get("/RoleMap", Dictionary()))
        return building.element(root, (0, 0), 0)
    except MADE_OTHERWISE:
        hint = "spara om filen som PDF utan märkning, eller som Wordfil"
        message = "PDF-filens märkning är trasig, så ordningen i texten är osäker"
        raise AvtalsgenError([Problem("PF04", message, hint=hint)]) from None


@dataclass(slots=True)
class _TreeBuilding:
    pages: Mapping[Place, int]
    roles: Object
    read: set[Place] = field(default_factory=set)
    count: int = 0

    def element(self, written: Object, page: Place, depth: int) -> Element:
        """Return `written`, which has its text on `page` if it does not say otherwise."""
        self._require_new(written, depth)
        element = self._described(written)
        own_page = written.Pg.objgen if "/Pg" in written else page
        for kid in _kids(written):
            if isinstance(kid, int):
                element.kids.append(MarkedContent(self.pages[own_page], kid))
            elif "/MCID" in kid:
                place = kid.Pg.objgen if "/Pg" in kid else own_page
                element.kids.append(MarkedContent(self.pages[place], int(kid.MCID)))
            elif "/S" in kid:
                element.kids.append(self.element(kid, own_page, depth + 1))
            elif "/Obj" in kid:
                element.address = element.address or _address(kid.Obj)
        return element

    def _described(self, written: Object) -> Element:
        name = str(written.get("/S", "")).removeprefix("/")
        return Element(
            self._role(name),
            name,
            _text(written, "/T"),
            _list_numbering(written),
        )

    def _role(self, name: str) -> str:
        for _ in range(_MOST_ROLES):
            mapped = self.roles.get(f"/{name}") if isinstance(self.roles, Dictionary) else None
            if mapped is None:
                return name
            name = str(mapped).removeprefix("/")
        return name

    def _require_new(self, written: Object, depth: int) -> None:
        """Stop at an element that has been read: one below itself would never end."""
        self.count += 1
        if written.objgen in self.read or depth > _DEEPEST or self.count > _MOST:
            raise ValueError(f"structure element {written.objgen} in two places, or too deep")
        if written.is_indirect:
            self.read.add(written.objgen)


def _kids(written: Object) -> list[Object]:
    kids = written.get("/K", Array())
    return list(kids.as_list()) if isinstance(kids, Array) else [kids]


def _text(written: Object, key: str) -> str:
    return str(written[key]) if key in written else ""


def _list_numbering(written: Object) -> str:
    attributes = written.get("/A")
    for attribute in attributes.as_list() if isinstance(attributes, Array) else [attributes]:
        if isinstance(attribute, Dictionary) and "/ListNumbering" in attribute:
            return str(attribute.ListNumbering).removeprefix("/")
    return ""


def _address(annotation: Object) -> str:
    action = annotation.get("/A") if isinstance(annotation, Dictionary) else None
    return str(action.URI) if isinstance(action, Dictionary) and "/URI" in action else ""
