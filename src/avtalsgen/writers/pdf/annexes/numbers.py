"""Numbers by which content finds its structure: keys of the parent tree (ISO 32000-1, 14.7.4.4).

Pages, form XObjects, images and annotations have them, and they count from 0 in every file.
"""

import pikepdf
from pikepdf import Object

from avtalsgen.writers.pdf.annexes.graph import dictionaries, pairs

_KEYS = ("/StructParents", "/StructParent")


def renumber(file: pikepdf.Pdf, first: int) -> None:
    """Add `first` to every number in `file`; `merge_structure` does so to the parent tree."""
    for dictionary in list(dictionaries(file.Root)):
        for key in _KEYS:
            if key in dictionary:
                dictionary[key] = int(dictionary[key]) + first
    root = file.Root.StructTreeRoot
    shifted = {int(key) + first: value for key, value in pairs_of(root).items()}
    root.ParentTree = file.make_indirect(tree_of(shifted))


def pairs_of(root: Object) -> dict[int, Object]:
    """Return the parent tree of a structure tree as one table."""
    tree = root.get("/ParentTree", pikepdf.Dictionary())
    return {int(key): value for key, value in pairs(tree, "/Nums")}


def tree_of(numbered: dict[int, Object]) -> pikepdf.Dictionary:
    """Return a table as a number tree of one node, its keys in order."""
    nums = pikepdf.Array()
    for key in sorted(numbered):
        nums.append(key)
        nums.append(numbered[key])
    return pikepdf.Dictionary(Nums=nums)


def next_number(root: Object) -> int:
    """Return the first number that nothing in the file has."""
    used = max(pairs_of(root), default=-1) + 1
    return max(used, int(root.get("/ParentTreeNextKey", 0)))
