"""The structure tree of an annex as a part of ours."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from avtalsgen.writers.pdf.annexes.annex_names import Renaming
from avtalsgen.writers.pdf.annexes.graph import items, pairs
from avtalsgen.writers.pdf.annexes.numbers import pairs_of, tree_of


def merge_structure(
    file: pikepdf.Pdf, theirs: Object, title: str, language: bytes, *, prefix: str
) -> None:
    """Hang the tree `theirs`, copied and renumbered, last in the document of `file`.

    It becomes a Part with the title of the annex and its language: the language of a file is
    said in its catalog, which is not copied. `prefix` keeps its ids apart from all others.
    """
    ours = file.Root.StructTreeRoot
    renaming = Renaming.of(ours, theirs, prefix)
    for attributes in theirs.get("/ClassMap", Dictionary()).values():
        for attribute in items(attributes):
            renaming.attributes(attribute)
    elements = list(_elements(theirs))
    for element in elements:
        renaming.element(element)
    _hang(file, theirs, title, language)
    _merge_parents(file, ours, theirs)
    _merge_ids(file, ours, elements)


def _elements(root: Object) -> Iterator[Object]:
    """Yield the elements of a structure tree.

    Raises:
        ValueError: an element stands in two places, so it is no tree.
    """
    waiting = items(root.get("/K"))
    seen: set[tuple[int, int]] = set()
    while waiting:
        element = waiting.pop()
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue  # content: a number, or a reference to it
        if element.is_indirect:
            if element.objgen in seen:
                raise ValueError("an element in two places")
            seen.add(element.objgen)
        yield element
        waiting.extend(items(element.get("/K")))


def _hang(file: pikepdf.Pdf, theirs: Object, title: str, language: bytes) -> None:
    ours = file.Root.StructTreeRoot
    document = items(ours.K)[0]
    tops = [top for top in items(theirs.K) if isinstance(top, Dictionary)]
    part = file.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Part, P=document, T=String(title), K=Array(tops))
    )
    if language:
        part.Lang = String(language)
    for top in tops:
        top.P = part
        if top.get("/S") == Name.Document:
            top.S = Name.Div  # a Document is the root of a whole tree (ISO 32000-1, table 333)
    document.K = Array([*items(document.get("/K")), part])


def _merge_parents(file: pikepdf.Pdf, ours: Object, theirs: Object) -> None:
    parents = {**pairs_of(ours), **pairs_of(theirs)}
    ours.ParentTree = file.make_indirect(tree_of(parents))
    ours.ParentTreeNextKey = max(parents, default=-1) + 1


def _merge_ids(file: pikepdf.Pdf, ours: Object, elements: list[Object]) -> None:
    """Enter the ids of `elements` in our tree of them, sorted as it must be (7.9.6)."""
    named = {
        bytes(key): element for key, element in pairs(ours.get("/IDTree", Dictionary()), "/Names")
    }
    named.update({bytes(element.ID): element for element in elements if "/ID" in element})
    if named:
        names = Array()
        for key in sorted(named):
            names.append(String(key))
            names.append(named[key])
        ours.IDTree = file.make_indirect(Dictionary(Names=names))
