"""What the parts of a Word file are called by somebody who has never seen their names."""

from collections.abc import Mapping
from typing import Final

from avtalsgen.ooxml.names import CONTENT_TYPES
from avtalsgen.ooxml.package import Package

_RELATIONS: Final = ".rels"
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


def role_called(role: str) -> str:
    """Return what a reader calls a part that plays `role` (ECMA-376 part 1, 15.2)."""
    return _OF_ROLE.get(role, _UNKNOWN)


def part_called(file: Package, name: str) -> str:
    """Return what a reader calls the part `name`, by what leads to it."""
    if name == CONTENT_TYPES:
        return "förteckningen över filens delar"
    if name.endswith(_RELATIONS):
        folder, _, last = name.rpartition("_rels/")
        of = folder + last.removesuffix(_RELATIONS)
        return f"det som {part_called(file, of)} leder till" if of else "det som filen leder till"
    if name == file.main:
        return _OF_ROLE["officeDocument"]
    leading = ("", *(part for part in file.names if not part.endswith(_RELATIONS)))
    ways = (way for part in leading for way in file.relations(part).values())
    return role_called(next((way.role for way in ways if way.part == name), ""))
