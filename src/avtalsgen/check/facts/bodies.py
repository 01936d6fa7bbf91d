"""Bodies that a document names, and which of them are its parties."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.records import dataclass
from avtalsgen.register.organisations import BodyName, Organisation

ORGAN: Final = re.compile(
    r"""
    (?<![\w-])
    (?P<stem>
        (?:[A-ZÅÄÖa-zåäö]+-(?:,|\ och)\ (?:[a-zåäö]+-(?:,|\ och)\ )?)?   # kultur-, idrotts- och
        (?:[Tt]ekniska\ )?[A-ZÅÄÖa-zåäö]*?
    )
    (?P<kind>nämnd|förvaltning|styrelse)e?n(?P<genitive>s?)(?![\w-])
    """,
    re.VERBOSE,
)
"""A nämnd, a förvaltning or a styrelse in its definite form, with what it is in charge of."""
_KINDS: Final = ("nämnd", "förvaltning", "styrelse")
_GOVERNING: Final = frozenset({"kommun", "region"})
_NOT_BODIES: Final = frozenset({"kommunal", "egen", "verksam", "all", ""})
DEFINED: Final = re.compile(
    r"""
    (?:,|\(|\bkallas|\bbenämns)\s*
    (?:här(?:efter)?|nedan|fortsättningsvis|hädanefter|i\ fortsättningen|i\ det\ följande)(?:,)?
    \s*(?:kallade?|kallat|benämnda?|benämnt)?\s*
    [”"]?(?P<term>[\w-]+)[”"]?
    """,
    re.VERBOSE,
)
_MEANT: Final = re.compile(
    r"""
    \b[Mm]ed\ (?P<term>[^.,;:()]{3,50}?)\ (?:menas|avses|förstås)\b
    (?!\ i\ (?!det\ följande|den\ här|denna|detta))     # where else it is called so
    """,
    re.VERBOSE,
)
_OPENING: Final = re.compile(
    r"""
    \b
    (?:
          överenskommit | kommit\ överens | är\ överens\ om | träffar | träffat | ingår
        | ingått | ger | uppdrar
        | lämnar\ (?:detta\ |ett\ )?uppdrag | anlitar
        | har\ tecknat | har\ slutit
        | avtal\ mellan | mellan | nedan\ kalla | i\ fortsättningen | hädanefter
        | benämn | \(?beställaren\)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIRST: Final = 6
"""Paragraphs among which the parties are told."""
_SHORTEST: Final = 30
"""Letters of a paragraph; less is a row of the contents, or of a letterhead."""


@dataclass(frozen=True, slots=True, eq=False)
class NamedBody:
    """A body of the register as it is named somewhere."""

    stretch: Stretch
    body: Organisation
    name: BodyName


@dataclass(frozen=True, slots=True, eq=False)
class Organ:
    """A nämnd, förvaltning or styrelse as it is written; `stem` is what it is in charge of."""

    stretch: Stretch
    stem: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class DefinedTerm:
    """A name that a document gives: `i fortsättningen beställaren`."""

    stretch: Stretch
    term: str


def named_bodies(
    passages: Iterable[TextPassage], bodies: Iterable[Organisation]
) -> Iterator[NamedBody]:
    """Yield where the names of the register stand, the longest where one is part of another."""
    names: dict[str, tuple[Organisation, BodyName]] = {}
    for body in bodies:
        for name in body.names:
            names.setdefault(name.name.casefold(), (body, name))
    if not names:
        return
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?=s?(?![\w-]))", re.IGNORECASE
    )
    for passage in passages:
        for match in pattern.finditer(passage.text):
            if re.search(r"-(?:,| och)\s+$", passage.text[: match.start()]):
                continue
            body, name = names[match.group().casefold()]
            yield NamedBody(Stretch(passage, match.start(), match.end()), body, name)


def organs(passages: Iterable[TextPassage]) -> Iterator[Organ]:
    """Yield each nämnd, förvaltning and styrelse with what it is in charge of."""
    for passage in passages:
        if not any(kind in passage.text for kind in _KINDS):
            continue
        for match in ORGAN.finditer(passage.text):
            stem = " ".join(match["stem"].split()).casefold()
            is_state = match["kind"] == "styrelse" and stem not in _GOVERNING
            if stem not in _NOT_BODIES and not is_state:
                end = match.end() - len(match["genitive"])
                yield Organ(Stretch(passage, match.start(), end), stem, match["kind"])


def opening(prose: Sequence[TextPassage]) -> tuple[TextPassage, ...]:
    """Return the paragraphs that say who the parties are."""
    told = [passage for passage in prose if len(passage.text) >= _SHORTEST]
    return tuple(passage for passage in told[:_FIRST] if _OPENING.search(passage.text))


def defined_terms(passages: Iterable[TextPassage]) -> Iterator[DefinedTerm]:
    """Yield the names that a document gives to those it has named in full."""
    for passage in passages:
        matches = (*DEFINED.finditer(passage.text), *_MEANT.finditer(passage.text))
        for match in sorted(matches, key=lambda known: known.start()):
            stretch = Stretch(passage, match.start("term"), match.end("term"))
            yield DefinedTerm(stretch, match["term"].casefold())
