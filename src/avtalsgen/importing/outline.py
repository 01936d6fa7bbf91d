"""The sections of an old document as an outline, each with its own text."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from avtalsgen.importing.texts import TextWriter, is_language
from avtalsgen.model import plain
from avtalsgen.model.nodes import Paragraph, Section, Text
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

NUMBERING = ("{1}", "{1}.{2}", "{1}.{2}.{3}")


@dataclass(frozen=True, slots=True)
class LikeText:
    """A text that an uppdrag of the workspace has already, and how many of its words are alike."""

    place: str
    """Uppdrag, edition and name of the text: `stod@2019: tid`."""
    similarity: float


@dataclass(slots=True)
class OldSection:
    """A section as it is to be written."""

    section: Section
    heading: str
    """With its number, where it is not counted as we count."""
    anchor: str
    numbered: bool
    text: str = ""
    """As Markdown; empty where there is none."""
    clause: str = ""
    edition: str = ""
    base: str = ""
    """Of the clause that it deviates from."""
    similarity: float = 0.0
    became: str = "own"
    values: dict[str, str] = field(default_factory=dict)
    like: LikeText | None = None
    """Of a text of its own."""
    below: list["OldSection"] = field(default_factory=list)

    def every(self) -> Iterator["OldSection"]:
        """Yield the section and all below it."""
        yield self
        for section in self.below:
            yield from section.every()

    def data(self, file: str) -> dict[str, object]:
        """Return the entry of the outline, its text in `file`."""
        entry: dict[str, object] = {}
        if self.clause and self.became != "own":
            entry["klausul"] = f"{self.clause}@{self.edition}"
        if self.heading:
            entry["rubrik"] = self.heading
        entry["ankare"] = self.anchor
        if not self.numbered:
            entry["numrera"] = "nej"
        if self.text and self.became == "deviation":
            entry["avvikelse"] = {
                "text": file,
                "från": self.base,
                "skäl": "texten i den importerade handlingen",
            }
        elif self.text and self.became == "own":
            entry["text"] = file
        return entry


def old_sections(sections: Sequence[Section], writer: TextWriter) -> list[OldSection]:
    """Return the sections of a document as they are to be written."""
    return _Outlining(writer).made(sections, (), counted=True)


class _Outlining:
    def __init__(self, writer: TextWriter) -> None:
        self.writer = writer
        self.anchors: set[str] = set()

    def made(
        self, sections: Sequence[Section], above: tuple[int, ...], *, counted: bool
    ) -> list[OldSection]:
        count, result = 0, []
        for section in sections:
            number = (*above, count + 1)
            ours = _printed(number)
            as_ours = counted and bool(ours) and section.number == ours
            made = self.one(section, number, counted=as_ours)
            if not made.heading and not made.text:
                result += made.below  # nothing that says anything stands above them
                continue
            count += made.numbered
            result.append(made)
        return result

    def one(self, section: Section, number: tuple[int, ...], *, counted: bool) -> OldSection:
        words = self.writer.words(section.heading)
        counted = counted and bool(words)  # a number alone is printed as the heading
        heading = words if counted else " ".join(filter(None, (section.number, words)))
        blocks = section.blocks
        if is_language(heading):
            typed = " ".join(filter(None, (section.number, words)))
            blocks = (Paragraph((Text(typed),)), *blocks)
            heading, counted = "", False
        text = self.writer.markdown(blocks) if blocks else ""
        anchor = self.anchor(heading or "stycke")
        made = OldSection(section, heading, anchor, counted, text if text.strip() else "")
        made.below = self.made(section.sections, number if counted else (), counted=counted)
        return made

    def anchor(self, words: str) -> str:
        stem, number = fold(words), 1
        while (name := stem if number == 1 else f"{stem}-{number}") in self.anchors:
            number += 1
        self.anchors.add(name)
        return name


def _printed(number: tuple[int, ...]) -> str:
    if len(number) > len(NUMBERING):
        return ""
    return ".".join(map(str, number))


def said(section: Section) -> str:
    """Return the words of a section without those below it."""
    from avtalsgen.model.walk import runs

    return "\n".join(plain.text(content) for block in section.blocks for content in runs(block))
