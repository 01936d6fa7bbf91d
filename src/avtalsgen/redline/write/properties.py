"""Properties that changed: they hold what is now, and beside it what was."""

from copy import deepcopy

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W
from avtalsgen.redline.package.forms import Forms
from avtalsgen.redline.write.change_marks import Marker

_TRACKED = {W + name for name in ("ins", "del", "moveFrom", "moveTo")}
_APART = {W + "rPr", W + "sectPr", W + "pPrChange"}
_HEADS = {W + "headerReference", W + "footerReference"}
_PLACES = {"tblPr": 0, "tblGrid": 1, "tblPrEx": 0, "trPr": 1, "tcPr": 0}


class Properties:
    """Writes what properties were into what they are."""

    def __init__(self, forms: Forms, marker: Marker) -> None:
        self._forms, self._marker = forms, marker

    def run(self, now: Element | None, was: Element | None) -> Element | None:
        """Return run properties as they are, and were if they looked otherwise.

        Empty ones may lead to an earlier change of what was plain until then.
        """
        properties = w("rPr") if now is None else deepcopy(now)
        if self._forms.look(now) != self._forms.look(was):
            self._marker.changed(properties, "rPrChange", () if was is None else was)
        return properties if len(properties) or properties.attrib else None

    def paragraph(self, now: Element, was: Element) -> None:
        """Let the paragraph `now` say how it, its mark and its section were in `was`."""
        own_properties, mark, section = self._forms.paragraph_properties(now)
        old_own, old_mark, old_section = self._forms.paragraph_properties(was)
        if (own_properties, mark, section) == (old_own, old_mark, old_section):
            return
        properties = _made(now, "pPr", 0)
        before = was.find(W + "pPr")
        if mark != old_mark:
            self._mark(properties, None if before is None else before.find(W + "rPr"))
        if section != old_section and section and old_section:
            self.section(properties.find(W + "sectPr"), before.find(W + "sectPr"))
        if own_properties != old_own:
            inner = [] if before is None else [one for one in before if one.tag not in _APART]
            self._marker.changed(properties, "pPrChange", inner)

    def _mark(self, properties: Element, was: Element | None) -> None:
        mark = properties.find(W + "rPr")
        if mark is None:
            mark = w("rPr")
            section = properties.find(W + "sectPr")
            properties.insert(
                len(properties) if section is None else properties.index(section), mark
            )
        before = [] if was is None else [one for one in was if one.tag not in _TRACKED]
        self._marker.changed(mark, "rPrChange", before)

    def section(self, now: Element, was: Element) -> None:
        """Let a section say how it was; headers and footers are not a part of that."""
        if self._forms.section(now) != self._forms.section(was):
            before = [one for one in was if one.tag not in _HEADS]
            self._marker.changed(now, "sectPrChange", before)

    def part(self, now: Element, was: Element, tag: str) -> None:
        """Let the child `tag` (`tblPr`, `trPr`, `tcPr`, …) of `now` say how it was in `was`."""
        now_part, was_part = now.find(W + tag), was.find(W + tag)
        if self._forms.properties(now_part) == self._forms.properties(was_part):
            return
        properties = _made(now, tag, _PLACES[tag])
        self._marker.changed(properties, f"{tag}Change", () if was_part is None else was_part)


def _made(owner: Element, tag: str, place: int) -> Element:
    child = owner.find(W + tag)
    if child is None:
        child = w(tag)
        owner.insert(
            min(place, len(owner)) if tag != "trPr" else int(owner.find(W + "tblPrEx") is not None),
            child,
        )
    return child
