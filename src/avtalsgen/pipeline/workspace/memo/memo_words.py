"""What a finished memo says that it should not: a note, another sum, the contrary of its table.

Only words of those who prepared the matter are read.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model.comparison import Comparison, TopRow
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.workspace.memo.memo_money import strange_sums
from avtalsgen.pipeline.workspace.memo.own_words import SENTENCE, forms, sentences, words
from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Problem, Severity
from avtalsgen.register.memo_phrases import FILES, MemoPhrases, read_memo_phrases
from avtalsgen.register.word_files import FOLDER, Phrase
from avtalsgen.source import Files

MANY: Final = 5
"""Sections that changed in substance: beside so many nobody can say that nothing does."""
_BETWEEN: Final = 8
"""Words that `…` in a phrase may stand for."""
_SUBJECT: Final = 2
"""Words that say of what a short sentence is, and that it is: `uppsägningstiden är`."""
_LONGEST_OF_A_NAME: Final = 3
"""Letters of `för`, `och`, `vid`: shorter words of a row's name say nothing of what it is about."""
_ANY: Final = "…"
_PARTS: Final = re.compile(r"[,;:]\s|\s(?:men|medan|fast)\s")
"""Between what a sentence says of one thing and of another."""
_ASIDE: Final = re.compile(r",\s+(?:som|vilken|vilket|vilka)\s[^,]*,")


def finished(files: Files, document: Document, lookup: Lookup) -> Iterator[Problem]:
    """Yield what a finished memo should not say, but for what its table denies.

    TS04, a warning: a sentence is a note to whoever writes it; TS06: a sum is not in the matter.
    """
    phrases = _phrases(files)
    for sentence in sentences(document):
        if _says(sentence.text, phrases.notes) or _asks(sentence.text, phrases.asks):
            message = f"en arbetsnotering står kvar: ”{sentence.text}”"
            hint = "skriv det som nämnden behöver veta, eller ta bort meningen"
            yield Problem("TS04", message, Severity.WARNING, sentence.origin, hint)
    yield from strange_sums(document, lookup, phrases)


def contradictions(
    files: Files, document: Document, comparison: Comparison, shown: Iterable[str]
) -> tuple[Problem, ...]:
    """Return TS05, a warning, for each sentence that denies what the table shows.

    That all stays, beside many changes; that one thing does, beside the row where it changes.
    `shown` are the names of the rows that somebody wrote.
    """
    changed = sum(
        any(change.weight == "saklig" for change in pair.changes)
        for pair in comparison.sections
        if pair.part == "body"
    )
    phrases = _phrases(files)
    names = (*shown, *(row.what for row in comparison.top))
    problems = []
    for sentence in sentences(document):
        if _says(sentence.text, phrases.spared):
            continue
        stays = _says(sentence.text, phrases.stays)
        row = _denied(sentence.text, comparison.top) if stays else None
        name = row.what if row else _said_to_stay(sentence.text, names, phrases)
        if stays and changed > MANY and _says(sentence.text, phrases.subjects):
            beside = f"en jämförelse där {changed} avsnitt ändras i sak"
        elif name:
            beside = f"raden {name} i tabellen, där det ändras"
        else:
            continue
        message = f"”{sentence.text}” står bredvid {beside}"
        hint = "skriv vad som ändras, eller ta bort meningen"
        problems.append(Problem("TS05", message, Severity.WARNING, sentence.origin, hint))
    return tuple(problems)


def _denied(sentence: str, rows: Iterable[TopRow]) -> TopRow | None:
    """Return the row whose two texts begin a sentence as `sentence` begins, with other words."""
    subject = words(sentence)[:_SUBJECT]
    for row in rows:
        was, now = (
            {tuple(said) for part in SENTENCE.split(text) if (said := words(part))}
            for text in (row.old, row.new)
        )
        if all(
            any([*said[:_SUBJECT]] == subject for said in side) for side in (was - now, now - was)
        ):
            return row
    return None


def _said_to_stay(sentence: str, names: Iterable[str], phrases: MemoPhrases) -> str:
    """Return the name of the row whose subject a part of `sentence` says stays; nothing if none.

    `Förslaget innebär inga ändringar av ersättningen`, `samma ersättning`.
    """
    for part in _PARTS.split(_ASIDE.sub(" ", sentence)):
        said = words(part)
        there = [forms(word) for word in said]
        alike = [
            there[place + 1]
            for place in range(len(said) - 1)
            if any(_from(said[place:], phrase) for phrase in phrases.same)
        ]
        stays = _says(part, phrases.stays)
        for name in names:
            subject = [forms(word) for word in words(name) if len(word) > _LONGEST_OF_A_NAME]
            is_there = bool(subject) and all(_is_among(word, there) for word in subject)
            if is_there and (stays or _is_among(subject[0], alike)):
                return name
    return ""


def _is_among(word: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    return any(not word.isdisjoint(other) for other in others)


def _phrases(files: Files) -> MemoPhrases:
    """Return the workspace's own lists; one made before there were any takes the program's."""
    there = set(FILES) <= set(files.names(FOLDER))
    return read_memo_phrases(files if there else Workspace(starter_clauses().parent))


def _asks(sentence: str, phrases: Iterable[Phrase]) -> bool:
    """Return whether a whole sentence begins with a phrase; an item of a list is no sentence."""
    return sentence[:1].isupper() and any(_from(words(sentence), phrase) for phrase in phrases)


def _says(sentence: str, phrases: Iterable[Phrase]) -> bool:
    said = words(sentence)
    return any(_from(said[start:], phrase) for start in range(len(said)) for phrase in phrases)


def _from(said: list[str], phrase: Phrase) -> bool:
    """Return whether `said` begins with `phrase`; `…` in it is at most a few words."""
    if not phrase:
        return True
    if phrase[0] == _ANY:
        return any(_from(said[skipped:], phrase[1:]) for skipped in range(_BETWEEN + 1))
    return bool(said) and said[0] == phrase[0] and _from(said[1:], phrase[1:])
