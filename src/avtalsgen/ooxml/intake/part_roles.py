"""What the parts of a Word file are called by somebody who has never seen their names."""

import re
from collections.abc import Mapping
from typing import Final

from avtalsgen.ooxml.names import CONTENT_TYPES

RELATIONS: Final = ".rels"
_OF_ROLE: Final[Mapping[str, str]] = {
    "officeDocument": "brödtexten",
    "header": "sidhuvudet",
    "footer": "sidfoten",
    "footnotes": "fotnoterna",
    "endnotes": "slutnoterna",
    "comments": "kommentarerna",
    "commentsExtended": "uppgifterna om kommentarer",
    "commentsIds": "uppgifterna om kommentarer",
    "commentsExtensible": "uppgifterna om kommentarer",
    "people": "uppgifterna om vilka som har kommenterat",
    "styles": "formatmallarna",
    "stylesWithEffects": "formatmallarna",
    "numbering": "listornas numrering",
    "settings": "dokumentets inställningar",
    "webSettings": "inställningarna för webben",
    "fontTable": "förteckningen över teckensnitt",
    "font": "ett inbäddat teckensnitt",
    "theme": "temat",
    "image": "en bild",
    "chart": "ett diagram",
    "oleObject": "ett inbäddat objekt",
    "package": "ett inbäddat objekt",
    "aFChunk": "en infogad fil",
    "subDocument": "ett underdokument",
    "frame": "en ram med en annan fil",
    "attachedTemplate": "en mall",
    "mailMergeSource": "en adresslista",
    "control": "en kontroll",
    "activeXControlBinary": "en kontroll",
    "vbaProject": "ett makro",
    "wordVbaData": "ett makro",
    "customXml": "data i filen",
    "customXmlProps": "data i filen",
    "glossaryDocument": "byggblocken",
    "core-properties": "filens egenskaper",
    "extended-properties": "filens egenskaper",
    "custom-properties": "filens egenskaper",
    "thumbnail": "miniatyren av första sidan",
    "hyperlink": "en länk",
}
_UNKNOWN: Final = "en del som programmet inte känner"


_NAMED: Final[Mapping[str, str]] = {
    "document": "officeDocument",
    "core": "core-properties",
    "app": "extended-properties",
    "custom": "custom-properties",
    "item": "customXml",
    "itemProps": "customXmlProps",
}
"""Roles of the parts that every program names so, and by another word than their role."""
_FOLDERS: Final[Mapping[str, str]] = {
    "media": "image",
    "embeddings": "oleObject",
    "fonts": "font",
    "glossary": "glossaryDocument",
    "charts": "chart",
    "activeX": "control",
}
"""Roles of the parts in a folder that every program names so."""
_COUNTED: Final = re.compile(r"\d+$")


def role_called(role: str) -> str:
    """Return what a reader calls a part that plays `role` (ECMA-376 part 1, 15.2)."""
    return _OF_ROLE.get(role, _UNKNOWN)


def called(name: str) -> str:
    """Return what a reader calls the part `name`, by that alone: what leads to it may be broken."""
    if name == CONTENT_TYPES:
        return "förteckningen över filens delar"
    folder, _, last = name.rpartition("/")
    stem = _COUNTED.sub("", last.split(".")[0])
    if name.endswith(RELATIONS):
        of = folder.removesuffix("_rels") + last.removesuffix(RELATIONS)
        return f"det som {called(of)} leder till" if of else "det som filen leder till"
    by_folder = _FOLDERS.get(folder.rpartition("/")[2])
    return role_called(by_folder or _NAMED.get(stem, stem))
