"""Words looked for in all text: documents as they are printed, and clauses as they are written.

index_of    every passage with its place, kept while nothing of its group has changed
search      the words of a question, in all their forms ► passages ► hits, a document at a time
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from avtalsgen.assemble.tillagg.days import edition_on
from avtalsgen.assemble.tillagg.effect import begun
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import runs, sections
from avtalsgen.pipeline.overview.belonging import groups, made_of
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import iso
from avtalsgen.swedish.stems import WORD, stem
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.status import SIGNED

Kind = Literal["handling", "klausul"]
MOST: Final = 200
"""Passages that are shown; more are counted."""
_AROUND: Final = 90
"""Characters that are shown on each side of a word."""
_COMPOUND: Final = 5
"""Letters that a word must have to be met inside a longer one."""
_BRANCH: Final = re.compile(r"{%.*?%}", re.DOTALL)
_FACT: Final = re.compile(r"""{{\s*([\w.]+)(?:\(\s*["']([^"']*).*?)?.*?}}""", re.DOTALL)
"""The path of a fact, or the name that a function is given."""
_BULLET: Final = re.compile(r"^\s*[-*]\s+", re.MULTILINE)
_HEAD: Final = re.compile(r"\A---\n.*?\n---\n", re.S)
_PHRASE: Final = re.compile(r"[\"”“](.+?)[\"”“]")


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A document or a clause that words stand in."""

    kind: Kind
    slug: str
    """Of the uppdrag, or the id of the clause."""
    edition: str
    title: str
    status: str
    holds: bool
    """It is in force on the day."""
    as_of: str = ""
    """Its text is that of a day, with tillägg worked in."""


@dataclass(frozen=True, slots=True)
class SearchedPassage:
    """A paragraph, an item or a cell, and where it stands."""

    document: FoundIn
    place: str
    anchor: str
    words: str
    stems: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All passages of a workspace, by what hangs together."""

    day: date
    parts: Mapping[str, tuple[str, tuple[SearchedPassage, ...]]] = field(default_factory=dict)
    """By slug, what it was made of and its passages; the clauses by an empty one."""

    @property
    def passages(self) -> Iterator[SearchedPassage]:
        """Yield every passage."""
        for _, passages in self.parts.values():
            yield from passages


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words: its text in pieces, each with whether it is one of them."""

    passage: SearchedPassage
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The hits of one document."""

    document: FoundIn
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was met, how often in all, and how often in what holds."""

    groups: tuple[HitGroup, ...]
    count: int
    holding: int


def index_of(root: Path, day: date, before: SearchIndex | None = None) -> SearchIndex:
    """Return the passages of the workspace at `root`; what is as it was `before` is kept.

    Raises:
        AvtalsgenError: what is wrong in the files that all documents share.
    """
    files = Snapshot(Workspace(root))
    kept = before.parts if before and before.day == day else {}
    slugs = directory.slugs(files)
    hanging = groups(files, slugs)
    project: Project | None = None
    parts = {}
    for slug in ("", *slugs):
        state = _digest(made_of(files, hanging.get(slug, frozenset())))
        made = kept.get(slug)
        if made is None or made[0] != state:
            project = project or read_project(files, root=root)
            passages = _of_uppdrag(project, slug, day) if slug else _of_clauses(project)
            made = state, tuple(passages)
        parts[slug] = made
    return SearchIndex(day, parts)


def search(index: SearchIndex, question: str, *, only_holding: bool = False) -> SearchAnswer:
    """Return where all the words of `question` stand in one passage, in any of their forms.

    Words in quotation marks stand as they are written, one after the other.
    """
    phrases = tuple(phrase.casefold() for phrase in _PHRASE.findall(question))
    words = tuple(dict.fromkeys(stem(word) for word in WORD.findall(_PHRASE.sub(" ", question))))
    if not words and not phrases:
        return SearchAnswer((), 0, 0)
    met = [passage for passage in index.passages if _has(passage, words, phrases)]
    holding = [passage for passage in met if passage.document.holds]
    shown = (holding if only_holding else met)[:MOST]
    by_document: dict[FoundIn, list[Hit]] = {}
    for passage in shown:
        hit = Hit(passage, tuple(_pieces(passage.words, words, phrases)))
        by_document.setdefault(passage.document, []).append(hit)
    ordered = sorted(by_document.items(), key=lambda item: (not item[0].holds, item[0].kind))
    return SearchAnswer(
        tuple(HitGroup(document, tuple(hits)) for document, hits in ordered),
        len(met),
        len(holding),
    )


def _digest(contents: Mapping[str, str]) -> str:
    return sha256(repr(sorted(contents.items())).encode()).hexdigest()


def _has(passage: SearchedPassage, words: Sequence[str], phrases: Sequence[str]) -> bool:
    if not all(phrase in passage.words.casefold() for phrase in phrases):
        return False
    return all(word in passage.stems or _inside(word, passage.stems) for word in words)


def _inside(word: str, stems: Iterable[str]) -> bool:
    """Return whether a word is a part of a longer one: `kontroll` of `egenkontroll`."""
    return len(word) >= _COMPOUND and any(word in longer for longer in stems)


def _pieces(text: str, words: Sequence[str], phrases: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield what is shown of a passage: its words around those that were met."""
    spans = [
        match.span()
        for match in WORD.finditer(text)
        if stem(match.group()) in words
        or any(_inside(word, (stem(match.group()),)) for word in words)
    ]
    folded = text.casefold()
    if len(folded) == len(text):
        spans += [
            match.span() for phrase in phrases for match in re.finditer(re.escape(phrase), folded)
        ]
    spans.sort()
    if not spans:
        yield text[: 2 * _AROUND], False
        return
    start = _word_end(text, spans[0][0] - _AROUND)
    end = _word_end(text, max(spans[0][1], start + 4 * _AROUND))
    yield ("… " if start else ""), False
    position = start
    for first, last in spans:
        if first < position or first >= end:
            continue
        yield text[position:first], False
        yield text[first:last], True
        position = last
    yield text[position : max(position, end)], False
    yield (" …" if end < len(text) else ""), False


def _word_end(text: str, position: int) -> int:
    """Return where the first word ends at or after `position`, so that none is cut."""
    if position <= 0 or position >= len(text):
        return min(max(position, 0), len(text))
    space = text.find(" ", position)
    return len(text) if space < 0 else space


def _of_uppdrag(project: Project, slug: str, day: date) -> Iterator[SearchedPassage]:
    """Yield the passages of every document of a folder; one that cannot be read has none."""
    held = _held(project, slug, day)
    for edition in directory.editions(project.files, slug):
        with suppress(AvtalsgenError):
            uppdrag = project.uppdrag(slug, edition)
            amended = edition == held and bool(begun(project.editions, uppdrag, day))
            title = project.lookup(uppdrag).text(known.TITLE) or slug
            document, _ = document_of(project, slug, edition, draft=True)
            holds = edition == held and not amended
            where = FoundIn("handling", slug, edition, title, uppdrag.status, holds)
            yield from _passages(document, where)
            if amended:
                document, _ = document_of(project, slug, f"{edition}:{iso(day)}")
                now = FoundIn(
                    "handling", slug, edition, title, uppdrag.status, holds=True, as_of=iso(day)
                )
                yield from _passages(document, now)


def _held(project: Project, slug: str, day: date) -> str:
    """Return the signed edition that holds on `day`, or nothing."""
    with suppress(AvtalsgenError):
        mains = project.editions.mains(slug)
        edition = edition_on(project.editions, slug, mains[-1], day) if mains else ""
        if edition and project.uppdrag(slug, edition).status == SIGNED:
            return edition
    return ""


def _passages(document: Document, where: FoundIn) -> Iterator[SearchedPassage]:
    cover = document.cover
    rows = (f"{row.label}: {plain.text(row.content)}" for row in cover.rows)
    for words in (plain.text(cover.title), plain.text(cover.subtitle), *rows):
        yield from _passage(where, "omslaget", "", words)
    for section in sections(document):
        heading = plain.heading(section)
        yield from _passage(where, heading, section.anchor, heading)
        for block in section.blocks:
            for content in runs(block):
                yield from _passage(where, heading, section.anchor, plain.text(content))


def _of_clauses(project: Project) -> Iterator[SearchedPassage]:
    """Yield the paragraphs of every clause as lawyers write it, with its names of facts."""
    for clause in project.library.ids():
        for edition in project.library.editions(clause):
            with suppress(AvtalsgenError, OSError, OverflowError, UnicodeDecodeError):
                data = project.files.read(f"clauses/{clause}/{edition}.md").decode()
                where = FoundIn("klausul", clause, edition, clause, "", holds=False)
                head = _HEAD.match(data)
                for paragraph in re.split(r"\n\s*\n", data[head.end() if head else 0 :]):
                    yield from _passage(where, "", "", _readable(paragraph))


def _readable(paragraph: str) -> str:
    """Return a paragraph of a clause on a line: `[utföraren]` for a fact, no conditions."""
    text = _BRANCH.sub("", paragraph)
    text = _FACT.sub(lambda fact: f"[{fact[2] or fact[1]}]", text)
    return " ".join(_BULLET.sub("", text).split())


def _passage(where: FoundIn, place: str, anchor: str, words: str) -> Iterator[SearchedPassage]:
    if words:
        stems = frozenset(stem(word) for word in WORD.findall(words))
        yield SearchedPassage(where, place, anchor, words, stems)
