"""Which clause of the library a section of an old document is, or deviates from."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from avtalsgen.clauses.expression import HOLE, Chunk, For, If, Template
from avtalsgen.clauses.library import ClauseEdition, Library
from avtalsgen.compare.align.likeness import words
from avtalsgen.compare.align.outline import lines
from avtalsgen.importing.clause_pattern import ClausePattern, pattern
from avtalsgen.model import plain
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_LEAST: Final = 0.55
_HOLES: Final = re.compile(f"[{chr(HOLE)}-{chr(HOLE + 5000)}]")


@dataclass(frozen=True, slots=True)
class KnownClause:
    """An edition of a clause by the words that it prints whatever the facts are."""

    clause: ClauseEdition
    heading: str
    said: Counter[str]
    pattern: ClausePattern


def known_clauses(library: Library) -> tuple[KnownClause, ...]:
    """Return every edition of the library that can be read."""
    known = []
    for clause in library.ids():
        for edition in library.editions(clause):
            try:
                read = library.edition(clause, edition, Origin("", 1))
            except AvtalsgenError:
                continue
            heading = "".join(getattr(each, "text", "") for each in read.heading.content)
            text = "\n".join(_literal(read.body))
            known.append(KnownClause(read, heading, Counter(words(text)), pattern(read.body)))
    return tuple(known)


def likeliest(
    heading: str, text: str, known: Iterable[KnownClause]
) -> tuple[ClauseEdition | None, float]:
    """Return the clause with the most words in common, and how much of both that is."""
    said = Counter(words(text))
    best: tuple[float, float, KnownClause] | None = None
    for entry in known:
        whole = said.total() + entry.said.total()
        if not whole or not said:
            continue
        score = 2 * (said & entry.said).total() / whole
        same = heading.casefold() == entry.heading.casefold()
        worth = score + 0.1 * same
        if best is None or worth > best[0]:
            best = worth, score, entry
    if best is None or best[0] < _LEAST:
        return None, round(best[1], 2) if best else 0.0
    return best[2].clause, round(best[1], 2)


def _literal(template: Template) -> tuple[str, ...]:
    told: list[str] = []
    for part in template:
        match part:
            case Chunk():
                for _, cells, _ in lines(part.blocks):
                    told.append(_HOLES.sub(" ", " ".join(map(plain.text, cells))))
            case For():
                told += _literal(part.body)
            case If():
                for _, body in part.branches:
                    told += _literal(body)
    return tuple(told)
