"""Fields to sign in: one for each party of a document that is signed electronically.

The engine has no form fields. The template leaves a link where each party signs, and here
the link becomes an empty signature field, with a tag that a screen reader can name.
"""

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from avtalsgen.model.nodes import Signatory
from avtalsgen.model.plain import text
from avtalsgen.writers.pdf.signers import placeholder

_PRINTED = 4
"""The flag that a widget is printed, which PDF/A asks of every annotation (ISO 19005-2, 6.3.2)."""


def put_fields(file: pikepdf.Pdf, signatories: Sequence[Signatory]) -> None:
    """Turn the placeholder of each of `signatories`, of which there are some, into an empty field.

    Field and widget are one object (ISO 32000-1, 12.7.4.5), named by the party's key. The
    link's structure element becomes a Form with that widget as its only content (14.8.4.5),
    which is what PDF/UA asks (ISO 14289-1, 7.18.4).
    """
    wanted = {placeholder(number): each for number, each in enumerate(signatories)}
    elements = dict(_elements(file.Root.StructTreeRoot))
    fields = {}
    for page in file.pages:
        for link in page.get("/Annots", Array()):
            target = str(link.get("/A", Dictionary()).get("/URI", ""))
            if target in wanted:
                _become_field(file, link, page, wanted[target])
                _become_form(elements[link.objgen])
                fields[target] = link
    in_order = Array([fields[target] for target in wanted])
    file.Root.AcroForm = file.make_indirect(Dictionary(Fields=in_order, SigFlags=0))


def _become_field(
    file: pikepdf.Pdf, link: Object, page: pikepdf.Page, signatory: Signatory
) -> None:
    left, low, right, high = (float(edge) for edge in link.Rect.as_list())
    size = Array([0, 0, right - left, high - low])
    for key in ("/A", "/Border", "/Contents", "/QuadPoints"):
        if key in link:
            del link[key]
    link.Subtype = Name.Widget
    link.FT = Name.Sig
    link.T = String(signatory.party)
    link.TU = String(f"Underskrift för {text(signatory.organisation) or signatory.party}")
    link.F = _PRINTED
    link.P = page.obj
    nothing = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=size, Resources=Dictionary())
    link.AP = Dictionary(N=file.make_stream(b"", nothing))
    page.obj.Tabs = Name.S


def _become_form(element: Object) -> None:
    """Make the element of a link a Form whose one kid stands by itself, not in an array.

    A program that compares two revisions looks for the widget right there.
    """
    element.S = Name.Form
    if isinstance(element.K, Array):
        (element.K,) = element.K.as_list()


def _elements(element: Object) -> Iterator[tuple[tuple[int, int], Object]]:
    """Yield the structure element of each annotation below `element`, by the annotation."""
    kids = element.get("/K", Array())
    for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
            yield kid.Obj.objgen, element
        elif isinstance(kid, Dictionary) and "/S" in kid:
            yield from _elements(kid)
