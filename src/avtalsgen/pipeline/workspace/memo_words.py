"""What a finished memo says that it should not: a note to its writer, or the contrary of its table.

Only words of those who prepared the matter are read: texts of its own, and facts. Those of the
library are the lawyers'.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.comparison import Comparison, TopRow
from avtalsgen.model.nodes import Block, Document, Inline, List, Paragraph, Section, Table, Value
from avtalsgen.model.walk import leaves, sections
from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Problem, Severity
from avtalsgen.register.memo_phrases import PATH, MemoPhrases, read_memo_phrases
from avtalsgen.register.word_files import Phrase
from avtalsgen.source import Files, Origin

MANY: Final = 5
"""Sections that changed in substance: beside so many nobody can say that nothing does."""
_BETWEEN: Final = 8
"""Words that `…` in a phrase may stand for."""
_SUBJECT: Final = 2
"""Words that say of what a short sentence is, and that it is: `uppsägningstiden är`."""
_ANY: Final = "…"
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_WORD: Final = re.compile(r"\w+")

Said = tuple[str, Origin | None]
"""A sentence and where it stands."""


def working_notes(files: Files, document: Document) -> Iterator[Problem]:
    """Yield TS04, a warning, for each sentence that is a note to whoever writes the memo."""
    words = _phrases(files)
    for sentence, origin in _sentences(document):
        if _says(sentence, words.notes) or _asks(sentence, words.asks):
            message = f"en arbetsnotering står kvar: ”{sentence}”"
            hint = "skriv det som nämnden behöver veta, eller ta bort meningen"
            yield Problem("TS04", message, Severity.WARNING, origin, hint)


def contradictions(files: Files, document: Document, comparison: Comparison) -> tuple[Problem, ...]:
    """Return TS05, a warning, for each sentence that denies what the table shows.

    That all stays, beside many changes; that one thing does, beside the row where it changes.
    """
    changed = sum(
        any(change.weight == "saklig" for change in pair.changes)
        for pair in comparison.sections
        if pair.part == "body"
    )
    words = _phrases(files)
    problems = []
    for sentence, origin in _sentences(document):
        if not _says(sentence, words.stays) or _says(sentence, words.spared):
            continue
        row = _denied(sentence, comparison.top)
        if changed > MANY and _says(sentence, words.subjects):
            beside = f"en jämförelse där {changed} avsnitt ändras i sak"
        elif row is not None:
            beside = f"raden {row.what} i tabellen, där det ändras"
        else:
            continue
        message = f"”{sentence}” står bredvid {beside}"
        hint = "skriv vad som ändras, eller ta bort meningen"
        problems.append(Problem("TS05", message, Severity.WARNING, origin, hint))
    return tuple(problems)


def _denied(sentence: str, rows: Iterable[TopRow]) -> TopRow | None:
    """Return the row whose two texts begin a sentence as `sentence` begins, with other words."""
    subject = _words(sentence)[:_SUBJECT]
    for row in rows:
        was, now = (
            {tuple(words) for each in _SENTENCE.split(text) if (words := _words(each))}
            for text in (row.old, row.new)
        )
        if all(
            any([*words[:_SUBJECT]] == subject for words in side) for side in (was - now, now - was)
        ):
            return row
    return None


def _phrases(files: Files) -> MemoPhrases:
    """Return the workspace's own lists; one made before there were any takes the program's."""
    folder, _, name = PATH.rpartition("/")
    there = name in files.names(folder)
    return read_memo_phrases(files if there else Workspace(starter_clauses().parent))


def _sentences(document: Document) -> Iterator[Said]:
    for section in sections(document):
        for text, origin in _texts(section, section.blocks):
            for sentence in _SENTENCE.split(text):
                yield sentence, origin or section.origin


def _texts(section: Section, blocks: Iterable[Block]) -> Iterator[Said]:
    """Yield the paragraphs of a text of the memo's own, and of a clause the facts in it."""
    kind = section.provenance.kind if section.provenance else ""
    for block in blocks:
        match block:
            case List():
                for item in block.items:
                    yield from _texts(section, item.blocks)
            case Paragraph() if kind in ("prosa", "avvikelse"):
                yield plain.text(block.content), block.origin
            case Paragraph():
                yield from _facts(block.content)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from _facts(cell)


def _facts(content: tuple[Inline, ...]) -> Iterator[Said]:
    for leaf in leaves(content):
        if isinstance(leaf, Value) and " " in leaf.text:
            yield leaf.text, leaf.origin


def _asks(sentence: str, phrases: Iterable[Phrase]) -> bool:
    """Return whether a whole sentence begins with a phrase; an item of a list is no sentence."""
    return sentence[:1].isupper() and any(_from(_words(sentence), phrase) for phrase in phrases)


def _words(sentence: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(sentence)]


def _says(sentence: str, phrases: Iterable[Phrase]) -> bool:
    words = _words(sentence)
    return any(_from(words[start:], phrase) for start in range(len(words)) for phrase in phrases)


def _from(words: list[str], phrase: Phrase) -> bool:
    """Return whether `words` begin with `phrase`; `…` in it is at most a few words."""
    if not phrase:
        return True
    if phrase[0] == _ANY:
        return any(_from(words[skipped:], phrase[1:]) for skipped in range(_BETWEEN + 1))
    return bool(words) and words[0] == phrase[0] and _from(words[1:], phrase[1:])
