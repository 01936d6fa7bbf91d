"""What the engine refuses, in words for the person who wrote the document.

| code | says |
|---|---|
| PD01 | a character that no font has, or that PDF/A forbids |
| PD02 | a reference to a section that is not there |
| PD03 | a font that is not there |
| PD04 | a document without title |
| PD05 | an address that cannot be a link |
| PD09 | anything else: our own fault |
"""

import re
from collections.abc import Callable, Iterable

from avtalsgen.model.nodes import Document
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.writers.standing import named, standing

_CHARACTER = re.compile(r'(?:the text|codepoint) `"(.+?)"`', re.DOTALL)
_LABEL = re.compile(r"label `<avsnitt:(.+)>` does not exist")
_FONT = re.compile(r"unknown font family: (.+)")
_TITLE = re.compile(r"missing document title")
_ADDRESS = re.compile(r"URL|link annotation")
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


def refused(messages: Iterable[str], document: Document) -> AvtalsgenError:
    """Return the error that says, for each of the engine's `messages`, what to do about it."""
    return AvtalsgenError(_problem(message, document) for message in dict.fromkeys(messages))


def _problem(message: str, document: Document) -> Problem:
    for pattern, explain in _EXPLANATIONS:
        if match := pattern.search(message):
            return explain(match, document)
    return Problem("PD09", f"PDF-filen gick inte att sätta: {message}", exit=Exit.OURS)


def _character(match: re.Match[str], document: Document) -> Problem:
    characters = _ESCAPE.sub(_unescape, match[1])
    where, origin = standing(document, characters)
    return Problem(
        "PD01",
        f"{named(characters)} {where} går inte att skriva ut: det saknas i typsnittet"
        " eller får inte finnas i PDF/A",
        origin=origin,
        hint="ta bort tecknet eller skriv det på ett annat sätt",
    )


def _label(match: re.Match[str], document: Document) -> Problem:
    return Problem(
        "PD02",
        f"hänvisningen till ”{match[1]}” leder till ett avsnitt som inte finns i dokumentet",
        hint="ta med avsnittet i dispositionen eller ta bort hänvisningen",
    )


def _font(match: re.Match[str], document: Document) -> Problem:
    return Problem("PD03", f"typsnittet ”{match[1]}” finns inte", hint="ange Lato i husets profil")


def _title(match: re.Match[str], document: Document) -> Problem:
    return Problem("PD04", "dokumentet saknar titel", hint="ange en titel: PDF/UA kräver det")


def _address(match: re.Match[str], document: Document) -> Problem:
    return Problem(
        "PD05",
        f"en länk har en adress som inte går att använda: {match.string}",
        hint="rätta adressen",
    )


_EXPLANATIONS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Document], Problem]], ...] = (
    (_CHARACTER, _character),
    (_LABEL, _label),
    (_FONT, _font),
    (_TITLE, _title),
    (_ADDRESS, _address),
)


def _unescape(match: re.Match[str]) -> str:
    """Return the character that Rust's `{:?}` wrote as an escape."""
    return (
        chr(int(match[1], 16))
        if match[1]
        else {"n": "\n", "r": "\r", "t": "\t"}.get(match[2], match[2])
    )
