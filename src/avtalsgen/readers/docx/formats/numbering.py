"""The numbers that Word counts out for paragraphs; they stand nowhere in the text.

A paragraph names an instance (`num`), which shares the counters of a definition (`abstractNum`)
with others of it. ECMA-376 part 1, 17.9.
"""

import re
from dataclasses import field

from lxml import etree

from avtalsgen.ooxml.elements import first_child
from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.formats.number_formats import written
from avtalsgen.readers.docx.formats.styles import Style, Styles, indent
from avtalsgen.readers.docx.formats.values import is_on, number, value
from avtalsgen.records import dataclass

NO_NUMBER = ("", "0")
"""`0` takes away the number that a style would give (17.9.18)."""
_PLACEHOLDER = re.compile(r"%([1-9])")
_DEEPEST = 8
_BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a definition is counted and written."""

    start: int
    form: str
    text: str
    style: str
    """The style that is tied to it."""
    restart: int | None
    """After which level it begins again, from 1; 0 for never, None for any above it."""
    in_digits: bool
    """Whether all its numbers are in digits, whatever the levels above say (`isLgl`)."""
    indent: int


@dataclass(frozen=True, slots=True)
class Number:
    """The number or sign of a paragraph, as printed."""

    text: str
    value: int
    level: int
    ordered: bool
    series: str
    """The definition, whose counters it shares with all others of it."""
    simple: bool
    """Whether it only has its own counter in it, and no word."""
    indent: int


@dataclass(slots=True)
class _Definition:
    identity: str
    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    definition: _Definition
    levels: dict[int, Level]
    """Those that it has of its own."""
    starts: dict[int, int]
    """Levels that begin anew the first time it is used, and at what."""

    def level(self, place: int) -> Level | None:
        return self.levels.get(place) or self.definition.levels.get(place)


class ParagraphCounter:
    """Counts the paragraphs of one file in reading order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read the part `root`; a file without one has no numbers."""
        self._styles = styles
        definitions = _definitions(root)
        linked = {
            value(node, "styleLink"): definitions[key]
            for key, node in _nodes(root, "abstractNum")
            if value(node, "styleLink")
        }
        for key, node in _nodes(root, "abstractNum"):
            link = value(node, "numStyleLink")
            if link in linked:
                definitions[key] = linked[link]
        self._instances = {
            key: _instance(node, definitions[value(node, "abstractNumId")])
            for key, node in _nodes(root, "num")
            if value(node, "abstractNumId") in definitions
        }

    def next(
        self, properties: etree._Element | None, style: Style, *, counts: bool = True
    ) -> Number | None:
        """Return the number of the next paragraph with such properties; None if it has none.

        One that does not count has the number that it would have, and leaves the next its own.
        """
        numbers = None if properties is None else first_child(properties, f"{W}numPr")
        identity = value(numbers, "numId") or style.numbering
        instance = self._instances.get(identity)
        if identity in NO_NUMBER or instance is None:
            return None
        place = self._level(numbers, style, instance)
        level = instance.level(place)
        if level is None:
            return None
        if counts:
            return self._counted(instance, place, level)
        counters, starts = dict(instance.definition.counters), dict(instance.starts)
        counted = self._counted(instance, place, level)
        instance.definition.counters, instance.starts = counters, starts
        return counted

    def _level(self, numbers: etree._Element | None, style: Style, instance: _Instance) -> int:
        """Return the level: as the paragraph says, or the one that its style is tied to."""
        told = value(numbers, "ilvl")
        if told or value(numbers, "numId"):
            return max(0, min(_DEEPEST, number(told, 0)))
        tied = (
            at
            for at in range(_DEEPEST + 1)
            if (level := instance.level(at)) and level.style and level.style == style.numbered_by
        )
        return next(tied, max(0, min(_DEEPEST, style.numbering_level or 0)))

    def _counted(self, instance: _Instance, place: int, level: Level) -> Number:
        counters, identity = instance.definition.counters, instance.definition.identity
        if level.form == _BULLET:
            return Number("", 0, place, False, identity, True, level.indent)
        if place in instance.starts:
            counters[place] = instance.starts.pop(place)
        else:
            counters[place] = counters[place] + 1 if place in counters else level.start
        _count_above(instance, place)
        for deeper in [each for each in counters if each > place]:
            if _restarts(instance.level(deeper), place):
                del counters[deeper]
        text = _PLACEHOLDER.sub(
            lambda placeholder: _shown(instance, level, int(placeholder[1]) - 1), level.text
        )
        placeholders = _PLACEHOLDER.findall(level.text)
        simple = placeholders == [str(place + 1)] and not _PLACEHOLDER.sub("", level.text).strip(
            ".)( "
        )
        return Number(
            text.strip(), counters[place], place, bool(text.strip()), identity, simple, level.indent
        )


def _count_above(instance: _Instance, place: int) -> None:
    """Count the levels above that were not used yet: they are printed, and are so used.

    So LibreOffice counts: 1, 1.1.1 and then 1.2, whatever level 2 lacks.
    """
    for above in range(place):
        level = instance.level(above)
        if level is not None and above not in instance.definition.counters:
            first = instance.starts.pop(above, level.start)
            instance.definition.counters[above] = first


def _shown(instance: _Instance, level: Level, place: int) -> str:
    """Return a counter in the text of a level; one not used yet shows its first value."""
    counted_level = instance.level(place)
    if counted_level is None:
        return ""
    count = instance.definition.counters.get(place, counted_level.start)
    return written(count, "decimal" if level.in_digits else counted_level.form)


def _restarts(level: Level | None, after: int) -> bool:
    """Return whether a level begins again when the level `after`, above it, has been used."""
    if level is None or level.restart is None:
        return True
    return after < level.restart


def _nodes(root: etree._Element | None, tag: str) -> list[tuple[str, etree._Element]]:
    name = f"{W}{tag}Id"
    return [] if root is None else [(own.get(name, ""), own) for own in root.iterchildren(W + tag)]


def _definitions(root: etree._Element | None) -> dict[str, _Definition]:
    return {key: _Definition(key, _levels(node)) for key, node in _nodes(root, "abstractNum")}


def _levels(node: etree._Element) -> dict[int, Level]:
    return {
        number(own.get(f"{W}ilvl"), 0): _read_level(own) for own in node.iterchildren(f"{W}lvl")
    }


def _read_level(node: etree._Element) -> Level:
    form = next((own for own in node.iter(f"{W}numFmt")), None)
    restart = value(node, "lvlRestart")
    return Level(
        start=number(value(node, "start") or None, 0),
        form=("decimal" if form is None else form.get(f"{W}val")) or "decimal",
        text=value(node, "lvlText"),
        style=value(node, "pStyle"),
        restart=number(restart, 0) if restart else None,
        in_digits=is_on(node.find(f"{W}isLgl")) or False,
        indent=indent(node.find(f"{W}pPr")) or 0,
    )


def _instance(node: etree._Element, definition: _Definition) -> _Instance:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in node.iterchildren(f"{W}lvlOverride"):
        place = number(override.get(f"{W}ilvl"), 0)
        replaced = override.find(f"{W}lvl")
        if replaced is not None:
            levels[place] = _read_level(replaced)
        if override.find(f"{W}startOverride") is not None:
            starts[place] = number(value(override, "startOverride"), 1)
    return _Instance(definition, levels, starts)
