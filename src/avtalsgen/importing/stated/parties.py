"""Who agrees with whom in an old document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import (
    COVER,
    Bodies,
    BodyPlace,
    KnownBody,
    bodies_in,
    cover_rows,
    sentences,
    text_lines,
)
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import sections
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.uppdrag import known

BUYER, PROVIDER = "beställare", "utförare"
_ROLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("beställ", "uppdragsgiv", "köpar", "huvudman"), BUYER),
    **dict.fromkeys(("utför", "leverant", "uppdragstag", "säljar"), PROVIDER),
    **dict.fromkeys(("stiftelsen", "föreningen", "bolaget"), PROVIDER),
    "kommunen": BUYER,
}
"""How words begin that say which party somebody is."""
_AGREED: Final = (
    re.compile(r"överenskommi|överenskommelse|överens om|ger (?:ett )?uppdrag", re.IGNORECASE),
    re.compile(r"uppdrar åt|i uppdrag att|\bavtal\b|\bmellan\b", re.IGNORECASE),
)
_BEHIND: Final = 40
_BEFORE: Final = 14
_CALLED: Final = re.compile(
    r"""
    [\s,]*
    (?: \(? \b (?:nedan|hädanefter|i\ fortsättningen|såsom|i\ egenskap\ av) \b\ ? | \([ ]? )
    (?:kalla[dt]\ |benämn[dt]\ )? (?:för\ )?
    ["”“']? [A-Za-zÅÄÖåäö]+
    """,
    re.VERBOSE,
)
"""How a sentence goes on behind the name of a party: `, nedan kallad köparen`, `(beställaren)`."""
_LABELLED: Final = re.compile(r"(?P<label>[A-ZÅÄÖ][a-zåäö]+)[ ]?:[ ]*(?P<name>[A-ZÅÄÖ][^,;:.]*)")
"""A line of a text as it could stand on a cover: `Leverantör: Kooperativet Goda grannar, …`."""
_NAME: Final = re.compile(
    r"""
    [A-ZÅÄÖ][\w&-]*
    (?:
      [ ] (?:(?:i|och|&|av|för|på)[ ])?
      (?: kommuns?\b | regions?\b | \w*nämnden\b | [A-ZÅÄÖ][\w&-]* )
    )*
    """,
    re.VERBOSE,
)
_ROW_NUMBER: Final = re.compile(r"(?:\d+(?:\.\d+)+\.?|\(?(?:\d+|[a-z])[.)]+)\s+")
"""The number of a row: `1.`, `1.1`, `2)`, `(1)`, `a)`."""
_MOST_WORDS: Final = 6
"""Of the name of a party: `Ledsagarna i Väst ekonomisk förening`."""
_JOINS: Final = r"(?:och|samt|till|(?:å andra )?sidan)"
"""What stands between two parties."""
_LEADS: Final = re.compile(r"(?i:\b(?:mellan|å ena sidan|av|avtal är))\s(?=[A-ZÅÄÖ])")
_WHOLE: Final = re.compile(r"(?i)\b(?:kommuns?|regions?|\w*nämnden|genom|ab|hb)\b|,")
"""What tells that a party is named before an `och`, which else may be a part of its name."""


_OF_TOWN: Final = re.compile(r"(?i)\b(?:kommun|stad|region|\w*nämnden|\w*styrelsen)\b")
_BETWEEN: Final = re.compile(
    r"\bmellan (?P<one>[A-ZÅÄÖ][^,;:.]*?),? (?:och|samt) (?P<other>[A-ZÅÄÖ].*)"
)
"""The names of two parties in a title."""
_TITLE: Final = "titeln"


def role_of(text: str) -> str:
    """Return which party a text says that somebody is; nothing if it does not."""
    words = re.findall(r"\w+", text.casefold())
    return next((party for w in words for stem, party in _ROLES.items() if w.startswith(stem)), "")


def parties(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    """Yield the parties of the sentences that say who agrees with whom, the buyer first."""
    for place, text in sentences(document):
        named = bodies_in(text, bodies)
        if len({each.body.id for each in named}) < 2:
            continue
        said = _said(text, named)
        if not said and not any(pattern.search(text) for pattern in _AGREED):
            continue
        bodies_here = [each.body for each in named]
        first = next((body for body in bodies_here if body.type == "nämnd"), bodies_here[0])
        behind = bodies_here[bodies_here.index(first) + 1 :]
        other = next((body for body in behind if body.type != "kommun"), first)
        buyer, provider = said.get(BUYER, first), said.get(PROVIDER, other)
        if buyer != provider:
            yield OldFact(known.BUYER, buyer.id, place, sure=True)
            yield OldFact(known.PROVIDER, provider.id, place, sure=True)


def named_parties(document: Document, words: PageWords) -> Iterator[OldFact]:
    """Yield the parties by the names that a text gives them, known to the register or not."""
    called = list(_of_sentences(document, words))
    yield from (fact for fact, plainly in called if plainly)
    rows = list(_labelled_rows(document))
    for place, label, said in rows:
        if (role := role_of(label)) and (name := _whole_name(said)):
            yield OldFact(_path(role), name, place, sure=False)
    for place, label, said in rows:  # who the buyer is has been said then, if it is another
        if words.town_label.fullmatch(label) and (name := _whole_name(said)):
            yield OldFact(known.BUYER, name, place, sure=False)
    yield from (fact for fact, plainly in called if not plainly)
    yield from _of_titles(document)


def _of_titles(document: Document) -> Iterator[OldFact]:
    """Yield the parties that a title names: `Avtal mellan Ekby kommun och Stiftelsen Sol om stöd`.

    The one that is of a municipality or a region is the buyer; of two such it is not clear who is.
    """
    first = (each.heading for each in document.sections[:1])
    for title in map(plain.text, (document.cover.title, *first)):
        named = _BETWEEN.search(" ".join(title.split()))
        other = _NAME.match(named["other"]) if named else None
        if named is None or other is None:
            continue
        buyer, provider = named["one"], other[0].strip()
        if not _OF_TOWN.search(buyer):
            buyer, provider = provider, buyer
        clear = _OF_TOWN.search(buyer) and not _OF_TOWN.search(provider)
        if clear and max(len(name.split()) for name in (buyer, provider)) <= _MOST_WORDS:
            yield OldFact(known.BUYER, buyer, _TITLE, sure=False)
            yield OldFact(known.PROVIDER, provider, _TITLE, sure=False)


def _labelled_rows(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield where it stands, the label and the words of each labelled row and heading.

    `Kommun: Ekby kommun`, `1.1 Beställare: Ekby kommun`
    """
    for label, said in cover_rows(document):
        yield COVER, _unnumbered(label.strip(" :")), said.strip(" .")
    lines = [(place, text) for place, text in text_lines(document) if place != COVER]
    lines += [(plain.heading(each), plain.text(each.heading)) for each in sections(document)]
    for place, text in lines:
        label, colon, said = text.partition(":")
        label = _unnumbered(label.strip())
        if colon and " " not in label:
            yield place, label, said.strip(" .")


def _unnumbered(label: str) -> str:
    number = _ROW_NUMBER.match(label)
    return label[number.end() :] if number else label


def _of_sentences(document: Document, words: PageWords) -> Iterator[tuple[OldFact, bool]]:
    """Yield the parties that a sentence names, and whether it says which party that is.

    `Omsorg i Öster AB, org.nr 556000-0000, nedan kallad leverantören`
    """
    for place, text in sentences(document):
        labelled = _LABELLED.match(text)
        if labelled and (role := role_of(labelled["label"])):
            name = _whole_name(labelled["name"])
            if name:
                yield OldFact(_path(role), name, place, sure=False), True
            continue
        here = 0
        for called in _CALLED.finditer(text):
            role = role_of(called[0])
            said = text[here : called.start()]
            led, behind = _behind(said, first=not here)
            here = called.end()
            name = _named(behind) if led or not said[:1].islower() else ""
            begins = _NAME.match(said)
            if name and (led or (begins and " " in begins[0])):
                name = _whole_name(behind) or name
            if role and name:
                yield OldFact(_path(role), name, place, sure=False), True
            elif name and words.town_label.fullmatch(re.findall(r"\w+", called[0])[-1]):
                yield OldFact(known.BUYER, name, place, sure=False), False


def _behind(said: str, *, first: bool) -> tuple[bool, str]:
    """Return whether a word leads to a party in what is said before its role, and what follows.

    Of the second party that word is the first one, so that its name may have an `och` in it.
    """
    if not first and (match := re.match(rf"(?i:\W*{_JOINS})\s(?=[A-ZÅÄÖ])", said)):
        return True, said[match.end() :]
    led, *parts = _LEADS.split(said)
    behind = parts[-1] if parts else led
    before, *others = re.split(rf"(?i:\b{_JOINS})\s(?=[A-ZÅÄÖ])", behind)
    whole = others and (not parts or _WHOLE.search(before))
    return bool(parts or others), others[-1] if whole else behind


def _path(role: str) -> str:
    return known.BUYER if role == BUYER else known.PROVIDER


def _named(text: str) -> str:
    match = _NAME.search(text)
    return match[0].strip() if match else ""


def _whole_name(text: str) -> str:
    """Return all that stands between `mellan` or `och` and a comma, if that is a name."""
    name = " ".join(text.partition(",")[0].split())
    words = name.split()
    return name if name[:1].isupper() and len(words) <= _MOST_WORDS and name[-1].isalnum() else ""


def _said(text: str, named: Sequence[BodyPlace]) -> dict[str, KnownBody]:
    """Return which body a line says is which party: `nedan kallad utföraren`, `(köparen)`."""
    said: dict[str, KnownBody] = {}
    for index, here in enumerate(named):
        ends = named[index + 1].start if index + 1 < len(named) else len(text)
        behind = text[here.end : min(ends, here.end + _BEHIND)]
        explicit = re.match(
            r"[\s,]*(?:\(|nedan |här |såsom |i egenskap av )[^).]*", behind, re.IGNORECASE
        )
        role = role_of(explicit[0]) if explicit else ""
        before = re.findall(r"\w+", text[max(0, here.start - _BEFORE) : here.start])
        role = role or (role_of(before[-1]) if before else "")
        if role:
            said.setdefault(role, _board(named, index))
    return said


def _board(named: Sequence[BodyPlace], place: int) -> KnownBody:
    """Return the board where a line names its municipality behind it: the board in the town."""
    here = named[place]
    if here.body.type == "kommun" and place:
        before = named[place - 1]
        if before.body.type == "nämnd" and here.start - before.end < _BEFORE:
            return before.body
    return here.body
