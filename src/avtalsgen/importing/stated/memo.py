"""A letter to a board: its facts, and by what it may be put to the uppdrag that it is about.

What the uppdrag itself says (term, price, parties) is no fact of the letter: it points at it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import (
    ANY_DAY,
    COVER,
    DAY,
    Bodies,
    cover_lines,
    edge_lines,
    folded,
    iso,
    text_lines,
)
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Section, Table
from avtalsgen.model.walk import runs, sections
from avtalsgen.swedish.typography import NO_BREAK_SPACE, SPACE
from avtalsgen.uppdrag import known

SENT_TO: Final = "expediering"
_PROPOSAL: Final = re.compile(r"(?i)^(?:förvaltningens )?förslag till beslut:?$")
_HIGHEST_PROPOSAL: Final = 4
"""Sections among which that with the proposal is."""
_LONGEST_SUBJECT: Final = 120
_TWO_NAMES: Final = 4
"""Words of a line that are more than a name with a middle one."""
_LETTER: Final = re.compile(r"(?i)(?<!till )\btjänsteskrivelse\b")
_SENT: Final = re.compile(
    r"""^
    (?:
      (?:beslutet|utdrag)\ (?:skickas|sänds|expedieras)\ till
    | expediering
    )
    :? $""",
    re.VERBOSE | re.IGNORECASE,
)
_DECISION_SENT: Final = re.compile(r"(?i)beslutet (?:skickas|sänds|expedieras) till:?$")
_STARTS: Final = re.compile(rf"(?i)\bstart{SPACE}(?:den{SPACE})?({DAY})")
_DIARIUM: Final = re.compile(
    r"""
      (?i:dnr|diarienummer) \W{0,3} (?:[A-ZÅÄÖ]{2,6}[ -])? (\d{4}[-/:]\d{1,6})
    | \b [A-ZÅÄÖ]{2,6} [ -] (\d{4}[-/:]\d{1,6})""",
    re.VERBOSE,
)
_REPLACES: Final = re.compile(r"(?i)\b(?:ersätter|upphör)\b")
_HANDLER: Final = re.compile(r"(?i:handläggare|handlagd av)\W{1,3}([A-ZÅÄÖ].*)")
_PERSON: Final = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}")


def is_memo(document: Document) -> bool:
    """Return whether a document is a letter with a proposal to decide on.

    What says so may be a line that was not taken for a heading.
    """
    lines = [line.strip() for _, line in text_lines(document)]
    lines += (plain.text(each.heading) for each in sections(document))
    decides = any(_PROPOSAL.match(line) or _DECISION_SENT.match(line) for line in lines)
    heads = (*cover_lines(document), *edge_lines(document))
    return decides or any(_LETTER.search(line) for line in heads)


def subject(document: Document) -> str:
    """Return what a letter is about, where that stands right above what it proposes; else nothing.

    Avtal med Ekby kommun om tolkar
    Förslag till beslut
    """
    lines = [plain.text(row.content) for row in document.cover.rows if not row.label]
    for section in islice(sections(document), _HIGHEST_PROPOSAL):
        lines += (plain.text(section.heading), *_last_line(section))
    for line, below in pairwise(filter(None, map(str.strip, lines))):
        if _PROPOSAL.match(below):
            is_title = line[:1].isupper() and not line.endswith((".", ":")) and " " in line
            return line if is_title and len(line) <= _LONGEST_SUBJECT else ""
    return ""


def _last_line(section: Section) -> Iterator[str]:
    """Yield the line that the text of a section ends with; a table is none."""
    last = section.blocks[-1:]
    if last and not isinstance(last[0], Table):
        yield from list(map(plain.text, runs(last[0])))[-1:]


def memo_facts(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    """Yield who wrote the letter, who answers for it, when it starts and who gets the decision."""
    head = "\n".join(cover_lines(document))
    said = [m[1] for line in head.split("\n") if (m := _HANDLER.fullmatch(line.strip()))]
    people = tuple(dict.fromkeys(said or _people(head, bodies)))
    if people:
        yield OldFact(known.HANDLERS, people, COVER, sure=True)
    lines = list(text_lines(document))
    sent = _sent_from(lines)
    below = [(place, line.strip()) for place, line in lines[sent:] if line.strip()]
    if below and _SENT.match(below[0][1]):
        del below[0]
    if to := tuple(_before_senders([line for _, line in below])):
        yield OldFact(SENT_TO, to, below[0][0], sure=True)
    for (_, before), (place, line) in pairwise(lines[:sent]):
        if folded(before) in bodies and _PERSON.fullmatch(line.strip()):
            yield OldFact(known.SENDERS, (line.strip(),), place, sure=True)
    for place, line in lines:
        if match := _STARTS.search(line):
            yield OldFact(known.PROPOSED_START, iso(match[1]), place, sure=True)


def _sent_from(lines: Sequence[tuple[str, str]]) -> int:
    """Return the first line of those who get the decision, under or behind what says so."""
    for number, (place, line) in enumerate(lines):
        if _SENT.match(place) or _SENT.match(line.strip()):
            return number
    return len(lines)


def _before_senders(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines up to a person with a title, who answers for the letter."""
    for line, after in pairwise((*lines, "")):
        if _PERSON.fullmatch(line) and after[:1].islower():
            return
        yield line


def is_of_people(document: Document, head: str, bodies: Bodies) -> bool:
    """Return whether the head of a letter is the names of those who wrote it, and a day."""
    named = " ".join(_people(head, bodies)).split()
    left = ANY_DAY.sub("", head).split()
    return is_memo(document) and bool(named) and named == left


def _people(head: str, bodies: Bodies) -> Iterator[str]:
    """Yield the names of people on the first page; several may stand on one line."""
    text = ANY_DAY.sub("\n", head)
    for name in sorted(bodies, key=len, reverse=True):
        text = re.sub(rf"(?i){re.escape(name)}", "\n", text)
    for line in text.split("\n"):
        words = line.split()
        if len(words) > 1 and all(
            re.fullmatch(r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?", w) for w in words
        ):
            pairs = zip(words[::2], words[1::2], strict=False)
            yield from (
                (" ".join(pair) for pair in pairs)
                if len(words) >= _TWO_NAMES
                else iter((line.strip(),))
            )


def about(document: Document) -> str:
    """Return the number of a diarium by which the uppdrag of a letter is known: its last part."""
    return next(_numbers("\n".join(cover_lines(document))), "")


def replaced(document: Document) -> Iterator[str]:
    """Yield the numbers of what a letter says is replaced, or ends, by what it is about."""
    lines = (line for _, line in text_lines(document) if _REPLACES.search(line))
    numbers = dict.fromkeys(number for line in lines for number in _numbers(line))
    yield from (number for number in numbers if number != about(document))


def _numbers(text: str) -> Iterator[str]:
    for match in _DIARIUM.finditer(text.replace(NO_BREAK_SPACE, " ")):
        yield match[1] or match[2]
