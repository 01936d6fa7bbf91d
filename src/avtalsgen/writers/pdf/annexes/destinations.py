"""Places in an annex that are named, to places that are pages.

Two files of ours have the same names for their sections, so in one file a link to a name
would lead to the wrong one of them.
"""

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from avtalsgen.writers.pdf.annexes.graph import dictionaries, pairs


def resolve_names(file: pikepdf.Pdf) -> None:
    """Let every link and bookmark of `file` lead to a page without the help of a name.

    One that leads nowhere is left without a place: under another file's names it would lead
    somewhere.
    """
    places = _places(file.Root)
    for dictionary in list(dictionaries(file.Root)):
        _resolve(dictionary, "/Dest", places)
        if dictionary.get("/S") == Name.GoTo:
            _resolve(dictionary, "/D", places)


def _places(root: Object) -> dict[bytes, Object]:
    """Return every named place: those of PDF 1.1 in the catalog, later ones in a name tree."""
    places = {key[1:].encode(): place for key, place in root.get("/Dests", Dictionary()).items()}
    names = root.get("/Names", Dictionary())
    for name, place in pairs(names.get("/Dests", Dictionary()), "/Names"):
        places[bytes(name)] = place
    return places


def _resolve(dictionary: Object, key: str, places: dict[bytes, Object]) -> None:
    name = dictionary.get(key)
    if isinstance(name, Name):
        place = places.get(str(name)[1:].encode())
    elif isinstance(name, String):
        place = places.get(bytes(name))
    else:
        return
    if isinstance(place, Dictionary):
        place = place.get("/D")
    if isinstance(place, Array):
        dictionary[key] = Array(place.as_list())
    else:
        del dictionary[key]
