"""Annexes made by hand, for what no program at hand writes: forms, classes, spaces, dangers."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_PAGE = b"/H1 <</MCID 0>> BDC EMC /F Do /Th <</MCID 1>> BDC EMC /Td <</MCID 2>> BDC EMC"
_FORM = b"/P <</MCID 0>> BDC EMC"


def tagged(change: Callable[[Pdf], None] | None = None) -> bytes:
    """Return a tagged file of two pages in which `change` has changed something.

    The first page has a heading, a form with a paragraph of its own, a table whose cell names its
    header and a link to the second page by name; the second has a class and a namespace.
    """
    with pikepdf.new() as file:
        _build(file)
        if change:
            change(file)
        return saved(file)


def saved(file: Pdf, **how: Any) -> bytes:
    """Return the bytes of `file`, equal for equal content."""
    data = BytesIO()
    file.save(data, deterministic_id="encryption" not in how, **how)
    return data.getvalue()


def _build(file: Pdf) -> None:
    one, two = (file.add_blank_page(page_size=(200, 100)).obj for _ in range(2))
    form = file.make_stream(_FORM, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.StructParents = 1
    one.Contents = file.make_stream(_PAGE)
    two.Contents = file.make_stream(b"/P <</MCID 0>> BDC EMC")
    pages = one.Parent
    pages.Resources = Dictionary(XObject=Dictionary(F=form))  # inherited by both
    for page in (one, two):
        if "/Resources" in page:
            del page["/Resources"]
    one.StructParents, two.StructParents = 0, 3
    root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = _element(file, root, Name.Document)
    heading = _element(file, document, Name("/Rubrik"), one, 0)
    held = Dictionary(Type=Name.MCR, Pg=one, Stm=form, MCID=0)
    inside = _element(file, document, Name.P, one, held)
    row = _element(file, _element(file, document, Name.Table), Name.TR)
    header = _element(file, row, Name.TH, one, 1, ID=String("rubrik"))
    cell = _element(file, row, Name.TD, one, 2)
    cell.A = Dictionary(O=Name.Table, Headers=Array([String("rubrik")]))
    link = _element(file, document, Name.Link)
    last = _element(file, document, Name.P, two, 0, C=Name.Luftig)
    space = file.make_indirect(Dictionary(Type=Name.Namespace, NS=String("https://exempel.se/ns")))
    last.NS = space
    annotation = file.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=[0, 0, 0, 0],
            F=4,
            Contents=String("nästa sida"),
            Dest=String("nästa"),
            StructParent=2,
        )
    )
    one.Annots, one.Tabs = Array([annotation]), Name.S
    link.K = Array([Dictionary(Type=Name.OBJR, Obj=annotation, Pg=one)])
    rows = [0, Array([heading, header, cell]), 1, Array([inside]), 2, link, 3, Array([last])]
    root.ParentTree = Dictionary(Nums=Array(rows))
    root.K = document
    root.RoleMap = Dictionary(Rubrik=Name.H1, Title=Name.H2)
    root.ClassMap = Dictionary(Luftig=Dictionary(O=Name.Layout, SpaceAfter=9))
    root.IDTree = Dictionary(Names=Array([String("rubrik"), header]))
    root.Namespaces = Array([space])
    file.Root.StructTreeRoot = root
    file.Root.MarkInfo = Dictionary(Marked=True)
    file.Root.Lang = String("en-GB")
    places = Dictionary(Names=Array([String("nästa"), Array([two, Name.Fit])]))
    file.Root.Names = Dictionary(Dests=places)


def _element(
    file: Pdf,
    above: Object,
    kind: Name,
    page: Object | None = None,
    *kids: object,
    **more: Any,
) -> Object:
    element = file.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=above, **more))
    if page is not None:
        element.Pg = page
    element.K = Array(kids)
    if above.get("/Type") == Name.StructElem:
        above.K.append(element)
    return element
