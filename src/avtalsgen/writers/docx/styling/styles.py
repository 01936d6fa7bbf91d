"""The styles of the Word file: found by name, and given the looks of the house style.

The template says which styles there are, what they are called and what builds on what.
How they look comes from the profile, so that PDF and Word agree; what the template says
about that is what somebody sees who opens the template by itself.
"""

from copy import deepcopy

from avtalsgen.model.cover import Measures
from avtalsgen.model.profile import Profile
from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import put
from avtalsgen.ooxml.units import half_points
from avtalsgen.writers.docx.styling import style_names as names
from avtalsgen.writers.docx.styling.looks import StyleLook, looks

_OWN = {"type": "paragraph", "customStyle": "1"}
_AFTER_RUN_PROPERTIES = {W + tag for tag in ("tblPr", "trPr", "tcPr", "tblStylePr")}


class StyleSheet:
    """The styles of one file, by name."""

    def __init__(self, part: Element) -> None:
        self._part = part
        self._by_name = {_name(style): style for style in part.findall(W + "style")}

    def missing(self) -> tuple[str, ...]:
        """Return the names of the styles that the writer needs and the file lacks."""
        return tuple(name for name in names.REQUIRED if name not in self._by_name)

    def derive(self) -> None:
        """Add the styles of ours that the file lacks, each built on one that it has."""
        for name, below in names.DERIVED.items():
            if name not in self._by_name:
                built_on = w("basedOn", val=self.ids()[below])
                style = w("style", w("name", val=name), built_on, w("uiPriority", val=20))
                for key, given in _OWN.items():
                    style.set(f"{W}{key}", given)
                style.set(f"{W}styleId", name.replace(" ", ""))
                self._part.append(style)
                self._by_name[name] = style

    def ids(self) -> dict[str, str]:
        """Return the id of every style by its name."""
        return {name: style.get(W + "styleId") for name, style in self._by_name.items()}

    def keeping(self) -> frozenset[str]:
        """Return the ids of the styles whose paragraphs are kept with the next one."""
        kept = (
            style
            for style in self._by_name.values()
            if style.find(f"{W}pPr/{W}keepNext") is not None
        )
        return frozenset(style.get(W + "styleId") for style in kept)

    def dress(self, profile: Profile, text_width: int, measures: Measures, *, draft: bool) -> None:
        """Make the styles look as in `profile`, where a line is `text_width` twips long."""
        self._set_defaults(profile)
        for name, look in looks(profile, text_width, measures, draft=draft).items():
            if name in self._by_name:
                _dress(self._by_name[name], look)

    def number(self, level: int, numbering: int) -> None:
        """Let headings of `level` be counted by `numbering`."""
        property_ = put(self._by_name[names.heading(level)], "numPr")
        property_.extend((w("ilvl", val=level - 1), w("numId", val=numbering)))

    def _set_defaults(self, profile: Profile) -> None:
        for old in self._part.findall(W + "docDefaults"):
            self._part.remove(old)
        font, size = profile.font, half_points(profile.size)
        letters = w(
            "rPr",
            w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font),
            w("kern", val=2),
            w("sz", val=size),
            w("szCs", val=size),
            w("lang", val="sv-SE", eastAsia="sv-SE", bidi="ar-SA"),
        )
        self._part.insert(0, w("docDefaults", w("rPrDefault", letters), w("pPrDefault")))


def _name(style: Element) -> str:
    """Return the name of a style, as Word writes it where the name is one of its own."""
    written: str = style.find(W + "name").get(W + "val", "")
    return names.BUILT_IN.get(written.casefold(), written)


def _dress(style: Element, look: StyleLook) -> None:
    for old in [child for child in style if child.tag in {W + "pPr", W + "rPr"}]:
        style.remove(old)
    places = (
        position for position, child in enumerate(style) if child.tag in _AFTER_RUN_PROPERTIES
    )
    place = next(places, len(style))
    if look.run:
        style.insert(place, w("rPr", *map(deepcopy, look.run)))
    if look.paragraph:
        style.insert(place, w("pPr", *map(deepcopy, look.paragraph)))
