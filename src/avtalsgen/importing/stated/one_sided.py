"""A document that only one party writes: a letter that gives a task, what a board has decided.

Ekby kommun                         Uppdragsbeskrivning för Resursenheten
Socialförvaltningen                 Fastställd av socialnämnden 2020-11-25
…
Föreningen Ljus får i uppdrag att
…
Med vänlig hälsning
Eva Lund
enhetschef
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from avtalsgen.importing.stated.lines import clauses, cover_lines, places_of_head
from avtalsgen.importing.stated.roles import BUYER, PROVIDER
from avtalsgen.importing.stated.signing import COMPANY, PERSON, SigningParty, as_title, whole_title
from avtalsgen.importing.stated.signing_places import every_line
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.register.knowledge import Knowledge

_BOARD: Final = re.compile(
    r"""
      (?i:kommun|region)fullmäktige
    | (?:[\w-]+,?[ ](?:och[ ])?){0,4} \w*(?:nämnden|styrelsen)    # vård- och omsorgsnämnden
    """,
    re.VERBOSE,
)
_FOR: Final = re.compile(
    r"""
    (?i:\w*(?:uppdrag|reglemente|instruktion)\w*)[ ](?:för|till)
    [ ](?P<name>[A-ZÅÄÖ][^,:;(]*)
    """,
    re.VERBOSE,
)
"""A title that says whom it is for: `Uppdragsbeskrivning för Resursenheten`."""
_TAKER: Final = re.compile(r"[A-ZÅÄÖ][\w&-]*(?: [A-ZÅÄÖ][\w&-]*)+")
_SIGNS: Final = re.compile(rf"(?P<name>{PERSON.pattern})(?:, (?P<title>[\w -]+))?")
_AFTER_GREETING: Final = 3
"""Lines below a greeting: who signs, as what, for whom."""


def sides(document: Document, knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Yield role, name and place of who gives a task and who gets it."""
    head = places_of_head(document)
    decided = False
    for place, text in clauses(document):
        adopted = knowledge.stated.adopted.match(text) if place in head else None
        board = _BOARD.match(text[adopted.end() :].strip()) if adopted else None
        if board:
            decided = True
            yield BUYER, board[0], place
        yield from ((PROVIDER, name, place) for name in _takers(text, knowledge))
    if decided and (named := _FOR.search(" ".join(_title(document).split()))):
        yield PROVIDER, named["name"].strip(), "titeln"
    if _greeting(document, knowledge):
        yield from ((role, name, "brevhuvudet") for role, name in _of_head(document, knowledge))


def _title(document: Document) -> str:
    """Return what a document is called: on its cover, or in a heading above all others."""
    first = (each.heading for each in document.sections[:1])
    return "\n".join(map(plain.text, (document.cover.title, *first)))


def _takers(text: str, knowledge: Knowledge) -> Iterator[str]:
    """Yield who gets a task in a sentence: `att Föreningen Ljus under 2024 får i uppdrag att`."""
    for takes in knowledge.stated.takes.finditer(text):
        yield from _TAKER.findall(text[: takes.start()])[-1:]


def _of_head(document: Document, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield the party that the head of a letter begins with, and the other one it names.

    A municipality or a board gives the task; who writes to one, and is a company, gets it.
    """
    lines = [line.strip() for each in cover_lines(document) for line in each.split("\n")]
    first = re.split(r":? *\t|: ", lines[0])[0] if lines else ""
    first = knowledge.stated.day.sub("", first).strip()  # which stands beside it in a letter
    towns = (sender for line in lines if (sender := _first_town(line, knowledge)))
    if town := _first_town(first, knowledge):
        yield BUYER, town
    elif COMPANY.fullmatch(first) or any(form.search(first) for form, _ in knowledge.stated.forms):
        yield PROVIDER, first
        yield from ((BUYER, name) for name in islice(towns, 1))


def _first_town(line: str, knowledge: Knowledge) -> str:
    """Return the municipality or the board that a line begins with."""
    words = line.split()
    starts = (" ".join(words[:end]) for end in range(1, len(words) + 1))
    return next(filter(knowledge.page.above_title.fullmatch, starts), "")


def _greeting(document: Document, knowledge: Knowledge) -> list[str]:
    """Return the lines below the greeting of a letter; nothing of what is no letter."""
    lines: list[str] = list(every_line(document))
    greets = knowledge.stated.greeting
    last = next((n for n in range(len(lines) - 1, -1, -1) if greets.match(lines[n])), -1)
    if last < 0:
        return []
    rest = greets.sub("", lines[last], count=1).strip(" ,.!")
    return [line for line in (rest, *lines[last + 1 :]) if line][:_AFTER_GREETING]


def who_greets(document: Document, knowledge: Knowledge) -> Iterator[SigningParty]:
    """Yield who signs a letter for the party that it begins with: below its greeting."""
    below = [*_greeting(document, knowledge), "", ""]
    signs = _SIGNS.fullmatch(below[0])
    role, _ = next(_of_head(document, knowledge), ("", ""))
    if signs and role:
        goes_on = "" if signs["title"] else below[1]
        title = as_title(whole_title(signs["title"] or "", goes_on))
        yield SigningParty(role, "", signs["name"], title)
