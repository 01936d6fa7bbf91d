"""A changed wording as a proposed edition of its clause, for a jurist to read and decide on."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from avtalsgen.clauses.front_matter import split
from avtalsgen.clauses.library import DRAFT, FOLDER, ClauseEdition
from avtalsgen.clauses.template import parse_phrase, parse_template
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.readers.yaml.tree import Scalar
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_HOLE: Final = re.compile(r"\{\{.*?\}\}", re.S)
_APART: Final = re.compile(r"\s*|\{%.*%\}\s*")
"""A line between two blocks of a clause: nothing, or where a condition begins or ends."""
_PROPOSAL: Final = "forslag"


@dataclass(frozen=True, slots=True)
class Reworded:
    """A section of a document whose words are to be those of a new edition."""

    clause: ClauseEdition
    heading: str
    """Empty where it stays."""
    old: str
    """Its text as Markdown before, and as it is to be."""
    new: str
    source: str
    section: str


@dataclass(frozen=True, slots=True)
class ProposedEdition:
    """The file of a proposed edition."""

    edition: str
    path: str
    text: str
    whole: bool
    """It holds the words of the document alone: conditions of the clause are gone."""


def proposed_edition(project: Project, reworded: Reworded) -> ProposedEdition:
    """Return a new edition with the words of `reworded`; all else is as in its base.

    It is an utkast that nobody has reviewed. Conditions of the base stay, where the paragraphs
    that were changed stand in it as they were printed.
    """
    base = reworded.clause
    text = read_text(project.files, base.file)
    body = split(text, base.file).body
    changed = with_paragraphs(body, reworded.old, reworded.new)
    whole = changed is None and "{%" in body
    new_body = reworded.new if changed is None else changed
    edition = _free(project, base)
    path = f"{FOLDER}/{base.id}/{edition}.md"
    head = text[: len(text) - len(body)].split("---\n")[1]
    return ProposedEdition(edition, path, _file(project, head, new_body, reworded, path), whole)


def _free(project: Project, base: ClauseEdition) -> str:
    taken, number = project.library.editions(base.id), 1
    stem = f"{base.edition}-{_PROPOSAL}"
    while (name := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return name


def _file(project: Project, head: str, body: str, reworded: Reworded, path: str) -> str:
    def descent(known: Any) -> Any:
        entries = known if known is not None else []
        entries.append({"handling": reworded.source, "avsnitt": reworded.section})
        return entries

    head = edited_key(head, "status", lambda _: DRAFT)
    head = edited_key(head, "granskad_av", lambda _: "")
    head = edited_key(head, "härkomst", descent)
    if reworded.heading:
        head = edited_key(head, "rubrik", lambda _: reworded.heading)
    rubric = split(f"---\n{head}---\n", path).head.entries.get("rubrik")
    heading = rubric.text if isinstance(rubric, Scalar) else ""
    used = parse_phrase(heading, Origin(path, 1), project.parameters)[1]
    used |= parse_template(body, path, 1, project.parameters)[1]
    head = edited_key(head, "använder", lambda known: _uses(project, used, known or []))
    return f"---\n{head}---\n{body}"


def _uses(project: Project, used: frozenset[str], listed: Sequence[str]) -> list[str]:
    """Return the facts that a text uses, by the names that its head had for them."""
    names = {}
    for name in listed:
        declared = project.parameters.find(str(name))
        if declared is not None:
            names[declared[0]] = str(name)
    return sorted(names.get(path, path) for path in used)


def with_paragraphs(body: str, old: str, new: str) -> str | None:
    """Return `body` with the paragraphs of `old` that are others in `new` as they are there.

    None if one of them does not stand in `body`, or stands there twice.
    """
    lines = body.split("\n")
    blocks = list(_blocks(lines))
    said = [_bare("\n".join(lines[first:last])) for first, last in blocks]
    olds, news = (text.strip("\n").split("\n\n") for text in (old, new))
    edits: list[tuple[int, int, list[str]]] = []
    bare = [_bare(block) for block in olds], [_bare(block) for block in news]
    for kind, i, j, k, m in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        places = [said.index(block) for block in bare[0][i:j] if said.count(block) == 1]
        if len(places) < j - i or places != sorted(places):
            return None
        if i == j:
            before = bare[0][i - 1] if i else ""
            if said.count(before) != 1:
                return None
            behind = blocks[said.index(before)][1]
            edits.append((behind, behind, [f"\n{block}" for block in news[k:m]]))
            continue
        for index, place in enumerate(places):
            first, last = blocks[place]
            came = (
                news[k + index : k + index + 1] if index < len(places) - 1 else news[k + index : m]
            )
            source = "\n".join(lines[first:last])
            edits.append((first, last, ["\n\n".join(_named(source, olds[i + index], came))]))
    for first, last, written in sorted(edits, reverse=True):
        lines[first:last] = [each for each in written if each]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = None
    for place, line in enumerate((*lines, "")):
        apart = _APART.fullmatch(line)
        if first is None and not apart:
            first = place
        elif first is not None and apart:
            yield first, place
            first = None


def _bare(block: str) -> str:
    return _HOLE.sub("{{}}", " ".join(block.split()))


def _named(source: str, old: str, news: Sequence[str]) -> Iterator[str]:
    """Yield blocks with their holes as the clause writes them."""
    as_written = dict(zip(_HOLE.findall(old), _HOLE.findall(source), strict=True))
    for new in news:
        yield _HOLE.sub(lambda hole: as_written.get(hole[0], hole[0]), new)
