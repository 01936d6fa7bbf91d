"""Stand-ins that go through docxtpl in the place of words.

docxtpl makes XML of some of the text it puts in (`{_{` becomes `{{`, a tab an element) and
takes a good while. So it only ever sees the shape of what is to be said: which tags have
text and how many rows there are, with a numbered stand-in for each text. The words take
their places afterwards, as text nodes, and what docxtpl made of a shape can be used again.
"""

import json
import re
from collections.abc import Iterator, Mapping

from avtalsgen.ooxml.elements import Element, t, w
from avtalsgen.ooxml.intake.hyphens import hold
from avtalsgen.ooxml.text import TEXT
from avtalsgen.records import dataclass
from avtalsgen.writers.docx.template.tags import Tag

_STAND_IN = re.compile("\ue000([0-9]{1,6})\ue001")


@dataclass(frozen=True, slots=True)
class HiddenText:
    """A text that goes to a tag."""

    tag: str
    words: str


@dataclass(frozen=True, slots=True)
class HiddenTags:
    """Tags as JSON with stand-ins in them, and what these stand for, by their number."""

    shape: str
    spoken: tuple[HiddenText, ...]


def hidden(tags: Mapping[str, Tag]) -> HiddenTags:
    """Return `tags` with a stand-in for each text; an empty one stays empty."""
    spoken: list[HiddenText] = []

    def hide(tag: str, words: str) -> str:
        if not words:
            return ""
        spoken.append(HiddenText(tag, words))
        return _written(len(spoken) - 1)

    shape: dict[str, object] = {}
    for tag, value in tags.items():
        if isinstance(value, str):
            shape[tag] = hide(tag, value)
            continue
        shape[tag] = [
            hide(tag, row) if isinstance(row, str) else {key: hide(tag, row[key]) for key in row}
            for row in value
        ]
    return HiddenTags(json.dumps(shape), tuple(spoken))


def stand_in(filling: HiddenTags, tag: str) -> str:
    """Return the stand-in of the one text that goes to `tag`."""
    number = next(place for place, own in enumerate(filling.spoken) if own.tag == tag)
    return _written(number)


def speak(story: Element, spoken: tuple[HiddenText, ...]) -> set[int]:
    """Put the words of `spoken` where their stand-ins are in `story`; return which were there."""
    every_number: set[int] = set()
    for node in list(story.iter(TEXT)):
        parts = _STAND_IN.split(node.text or "")
        if len(parts) == 1:
            continue
        numbers = [int(number) for number in parts[1::2]]
        every_number.update(numbers)
        parts[1::2] = [spoken[number].words for number in numbers]
        _replace(node, "".join(parts))
    return every_number


def _written(number: int) -> str:
    return f"\ue000{number}\ue001"


def _replace(node: Element, words: str) -> None:
    run = node.getparent()
    place = run.index(node)
    run[place : place + 1] = list(_lines(words))
    hold(run)


def _lines(words: str) -> Iterator[Element]:
    for place, line in enumerate(words.split("\n")):
        if place:
            yield w("br")
        yield t(line)
