"""Cases of rules as Markdown: a list item or a fenced block is a document, `→` the words it shows.

Below `## Sägs` the rule says something of each, at the words after the arrow (none where
something is missing); below `## Sägs inte` it says nothing. `[2019-11-26]` before a text is its
day,
`@word; hidden=ord` on a line of its own what a Word file has beside its words, `{F0B7}` a
character that no editor shows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from tests.read import read_markdown_document, read_plain_text

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.making import Desk
from avtalsgen.model.nodes import Aside, Paragraph, Text
from avtalsgen.pipeline.lore.dictionary import swedish_dictionary
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.readers.inside import FileInside
from avtalsgen.register.checking.lore import read_lore

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 29)
_PART = re.compile(r"^## (Sägs|Sägs inte)\n(.*?)(?=^## Sägs|\Z)", re.M | re.S)
_SHORT = re.compile(r"^- (?P<short>.*)$", re.M)
_LONG = re.compile(r"^````fall\n(?P<long>.*?)^````$", re.M | re.S)
_CODE = re.compile(r"\{([0-9A-F]{4})\}")
_DAY = re.compile(r"^\[(\d{4}-\d\d-\d\d)\] ")


@dataclass(frozen=True, slots=True)
class RuleCase:
    """A document, and the words that a rule shows in it; none where it says nothing."""

    code: str
    text: str
    words: str | None

    def __str__(self) -> str:
        return f"{self.code} {self.text.strip().splitlines()[-1][:50]}"


@lru_cache(maxsize=1)
def desk() -> Desk:
    """Return the register of the repository on the day of the tests."""
    files = Workspace(ROOT)
    return Desk(read_lore(files, files), TODAY, swedish_dictionary())


def as_read(text: str) -> str:
    """Return `text` with the characters that it gives by their numbers."""
    return _CODE.sub(lambda match: chr(int(match[1], 16)), text)


def facts_of(text: str, file: str = "fall.md") -> CheckFacts:
    """Return the facts of a document in Markdown, or in plain text if it begins with `%%`."""
    day = _DAY.match(text)
    said = text[day.end() :] if day else text
    said = as_read(said)
    inside, comment = None, ""
    if said.startswith("@"):
        head, _, said = said.partition("\n")
        head, _, comment = head.partition("; kommentar=")
        inside = _inside(head.removeprefix("@"))
    if said.startswith("%%\n"):
        said = said.removeprefix("%%\n")
        file = "fall.txt"
        reading = read_plain_text(said, file)
    else:
        reading = read_markdown_document(said, file)
    document = reading.document
    if comment:
        aside = Aside("comment", "1", (Paragraph((Text(comment),)),))
        document = replace(document, asides=(*document.asides, aside))
    if day:
        document = replace(document, identity=replace(document.identity, date=day[1]))
    return desk().facts(document, file, said, inside=inside)


def _inside(head: str) -> FileInside:
    """Return what stands beside the words: `word; hidden=dolda ord; tagged=nej`."""
    kind, *told = (part.strip() for part in head.split(";"))
    inside = FileInside("word" if kind == "word" else "pdf", "Titel", language="sv-SE")
    for name, _, value in (part.partition("=") for part in told):
        old = getattr(inside, name)
        new: object = value
        if isinstance(old, tuple):
            new = tuple(filter(None, value.split("|")))
        elif isinstance(old, bool):
            new = value == "ja"
        elif isinstance(old, int):
            new = int(value)
        inside = replace(inside, **cast(dict[str, Any], {name: new}))
    return inside


def cases(file: Path) -> Iterator[RuleCase]:
    """Yield the cases of a file of cases."""
    text = file.read_text(encoding="utf-8")
    for part in _PART.finditer(text):
        said = part[1] == "Sägs"
        long = [match["long"] for match in _LONG.finditer(part[2])]
        short = [match["short"] for match in _SHORT.finditer(_LONG.sub("", part[2]))]
        for document in (*short, *long):
            before, arrow, words = document.rpartition("→")
            if said:
                assert arrow, (file.name, document)
                yield RuleCase(file.stem, before.rstrip(), words.strip())
            else:
                yield RuleCase(file.stem, document, None)
