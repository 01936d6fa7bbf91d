"""What is known of one document, each thing worked out when a rule first asks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from avtalsgen.check.facts.bodies import (
    DefinedTerm,
    NamedBody,
    Organ,
    defined_terms,
    named_bodies,
    opening,
    organs,
)
from avtalsgen.check.facts.citations import Citation, LawNames
from avtalsgen.check.facts.days import WrittenDay, days, own_day
from avtalsgen.check.facts.passage import PROSE, Kind, Stretch, TextPassage
from avtalsgen.check.facts.places.locating import WrittenText
from avtalsgen.check.facts.sentences import own_words, sentences
from avtalsgen.check.facts.siblings import Sibling
from avtalsgen.check.facts.unknown import unknown_words
from avtalsgen.check.facts.words import Phrases, phrases, words_of
from avtalsgen.model.nodes import Document
from avtalsgen.readers.inside import FileInside
from avtalsgen.records import dataclass
from avtalsgen.register.checking.lore import Lore

_TITLE_KINDS: Final = (
    ("tillägg", re.compile(r"(?i)\btillägg")),
    ("skrivelse", re.compile(r"(?i)\btjänsteskrivelse|\bförslag till beslut\b")),
    ("protokoll", re.compile(r"(?i)\bprotokoll|\banslag")),
    ("uppdrag", re.compile(r"(?i)uppdrag|överenskommelse|avtal(?!s)|kontrakt|partnerskap")),
)
_OF_TYPE: Final = {
    "verksamhetsuppdrag": "uppdrag",
    "tillagg": "tillägg",
    "tjansteskrivelse": "skrivelse",
}
_PRIVATE: Final = re.compile(
    r"""
      \bAB\b
    | (?i:organisationsnummer|org\.?\ ?nr\b|aktiebolag|stiftelsen?\b|bolaget\b)
    | (?i:(?:ideell|ekonomisk)\ förening)
    """,
    re.VERBOSE,
)
_PUBLIC: Final = re.compile(r"\bRegion [A-ZÅÄÖ]\w+")
"""A counterpart that is neither private nor the same legal person."""
_COMPANY: Final = re.compile(r"\b(?:AB|HB|KB)\b|(?i:aktiebolag|stiftelse|bolaget|förening)")
_SAME_PERSON: Final = re.compile(
    r"""
      samma\ juridiska\ person | hör\ till\ samma\ kommun | annan\ enhet\ inom | egen\ regi
    | (?:tvist|oenig)[^.]*kommunstyrelsen | (?:nämnden|förvaltningen|enheten)\ i\ samma\ kommun
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MUNICIPALITY: Final = re.compile(r"\b[A-ZÅÄÖ]\w+ kommun\b")
_UNIT: Final = re.compile(r"\bger (?:[\wåäö-]+(?:enheten|avdelningen)|enheten|avdelningen)\b")
_DENIAL: Final = re.compile(r"(?i)\b(?:inte|inget|ingen|inga|aldrig|varken|utan att)\b")
_CONDITION: Final = re.compile(
    r"^(?:Om|När) .*?\b(?=(?:ska|skall|får|måste)\b)|,? (?:om|när|såvida) [^.]*[.]?$"
)
"""What must have happened first; that it is denied says nothing of what follows."""
_FOR_PARTY: Final = re.compile(r"För (?:\w+(?:en|n|et)|[A-ZÅÄÖ][\w ]+)$")
"""A heading below which a party signs: För beställaren."""
_BEGINS_FOR: Final = re.compile(r"För \w+(?:en|n|et)(?: För \w+(?:en|n|et))?$")
"""Such a line, or two that stood beside one another."""
_PLACE_AND_YEAR: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]+,? (?:den )?20\d\d(?:\W|$)")
"""Where a day is to be written: Linköping 2026-."""
_LINE: Final = len("Social- och omsorgsförvaltningen i Linköpings kommun") + 1
_FEWEST: Final = 3
_CLOSING: Final = 16


def _is_below_signatures(passage: TextPassage) -> bool:
    """Return whether a line stands where the parties sign, though no reader has known it."""
    return "underskrift" in passage.heading.casefold() and len(passage.text) < _LINE


@dataclass(eq=False)
class CheckFacts:
    """A document under check."""

    file: str
    document: Document
    passages: tuple[TextPassage, ...]
    lore: Lore
    law_names: LawNames
    today: date
    written: WrittenText | None = None
    inside: FileInside | None = None
    knows: Callable[[str], bool] | None = None
    """Whether a word is in the dictionary, where there is one."""
    siblings: tuple[Sibling, ...] = ()
    """Other editions of the workspace of the same type and service."""
    named_with: tuple[str, ...] = ()
    """What other documents that it is checked with are called, and their files."""
    comments: tuple[TextPassage, ...] = ()
    """What others have said of it in its file: no words of the document."""

    @cached_property
    def prose(self) -> tuple[TextPassage, ...]:
        """Paragraphs, items and cells."""
        return tuple(p for p in self.passages if p.kind in PROSE)

    @cached_property
    def headings(self) -> tuple[TextPassage, ...]:
        """The headings in their order."""
        return self.of("heading")

    @cached_property
    def body(self) -> tuple[TextPassage, ...]:
        """Headings and prose."""
        return tuple(p for p in self.passages if p.kind in (*PROSE, "heading"))

    def of(self, *kinds: Kind) -> tuple[TextPassage, ...]:
        """Return the passages of some kinds."""
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = tuple(p for p in self.passages if p.kind in kinds)
        return self._by_kinds[kinds]

    @cached_property
    def _by_kinds(self) -> dict[tuple[Kind, ...], tuple[TextPassage, ...]]:
        """What rules have asked for: most ask for the same."""
        return {}

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences of the prose."""
        return tuple(s for passage in self.prose for s in sentences(passage))

    @cached_property
    def own_words(self) -> Mapping[int, str]:
        """The text of each passage by its id, quoted words and addresses as spaces."""
        return {id(passage): own_words(passage.text) for passage in self.passages}

    def said(
        self, pattern: re.Pattern[str] | Phrases, *kinds: Kind, holding: Sequence[str] = ("",)
    ) -> Iterator[tuple[Stretch, re.Match[str]]]:
        """Yield where `pattern` is met in the author's own words; in prose unless told.

        `holding` are signs of which whatever is met has some, as they are written: most passages
        have none, and need no slow pattern.
        """
        if isinstance(pattern, Phrases) and not pattern.may_stand_among(self.words):
            return
        for passage in self.of(*kinds) if kinds else self.prose:
            text = self.own_words[id(passage)]
            if not any(signs in text for signs in holding):
                continue
            for match in pattern.finditer(text):
                yield Stretch(passage, match.start(), match.end()), match

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that the author uses anywhere, in small letters."""
        return words_of("\n".join(self.own_words.values()))

    def beside(self, words: str) -> Stretch:
        """Return where some words of the file stand; a passage of their own if none says them."""
        for passage in self.passages:
            start = passage.text.find(words)
            if start >= 0:
                return Stretch(passage, start, start + len(words))
        return Stretch(TextPassage("edge", words, self.file, "i filen"), 0, len(words))

    def denied(self, stretch: Stretch) -> bool:
        """Return whether the sentence around some words says that it is not so."""
        text = stretch.passage.text
        start = max(text.rfind(". ", 0, stretch.start), 0)
        end = text.find(". ", stretch.end)
        sentence = text[start : end if end > 0 else len(text)].removeprefix(". ")
        return bool(_DENIAL.search(_CONDITION.sub("", sentence)))

    @cached_property
    def unknown_words(self) -> Mapping[str, tuple[Stretch, ...]]:
        """The words that no dictionary has, and where they stand; none without a dictionary."""
        if self.knows is None:
            return {}
        return unknown_words(self.body, self.own_words, self.knows, self.lore)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of law that the text cites."""
        return tuple(self.law_names.of(self.body))

    @cached_property
    def days(self) -> tuple[WrittenDay, ...]:
        """The days that are written anywhere."""
        return tuple(days(self.passages))

    @cached_property
    def day(self) -> date | None:
        """The day that the document says it is of."""
        return own_day(self.document.identity.date, self.days)

    @cached_property
    def start(self) -> date | None:
        """The first day on which something begins to apply."""
        return next((d.day for d in self.days if d.is_start and d.day), None)

    @cached_property
    def era(self) -> date | None:
        """The day by which the law is judged: its own, else the day on which it begins."""
        return self.day or self.start

    @cached_property
    def title(self) -> str:
        """What stands on the first page, or the first headings of a text without one."""
        cover = " ".join(p.text for p in self.of("cover"))
        return cover or " ".join(p.text for p in self.headings[:1])

    @cached_property
    def kind(self) -> str:
        """uppdrag, tillägg, skrivelse, protokoll, or nothing."""
        type_ = self.document.identity.type.partition("@")[0]
        if type_ and type_ != "importerad":
            return _OF_TYPE.get(type_, "protokoll")
        if any(h.text.casefold().startswith("förslag till beslut") for h in self.headings):
            return "skrivelse"
        if phrases(self.lore.language.no_agreements).search(self.title):
            return ""
        return next((name for name, words in _TITLE_KINDS if words.search(self.title)), "")

    @cached_property
    def is_agreement(self) -> bool:
        """Whether parties bind themselves in it."""
        return self.kind in ("uppdrag", "tillägg")

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is a whole document, not a passage out of one."""
        return len(self.headings) >= _FEWEST

    @cached_property
    def opening(self) -> tuple[TextPassage, ...]:
        """The paragraphs that tell the parties."""
        return opening(self.prose)

    @cached_property
    def organs(self) -> tuple[Organ, ...]:
        """Each nämnd, förvaltning and styrelse in the text."""
        return tuple(organs(self.passages))

    @cached_property
    def bodies(self) -> tuple[NamedBody, ...]:
        """Bodies of the register; those of a municipality where it is named."""
        text = "\n".join(p.text for p in self.passages)
        known = self.lore.bodies.values()
        here = {b.municipality for b in known if b.municipality and b.municipality in text}
        met = [b for b in known if not b.municipality or b.municipality in here]
        return tuple(named_bodies(self.passages, met))

    @cached_property
    def terms(self) -> tuple[DefinedTerm, ...]:
        """The names that the document gives."""
        return tuple(defined_terms(self.prose))

    @cached_property
    def is_with_region(self) -> bool:
        """Whether a region is a party, which orders nothing of a kommun: each has its duties."""
        said = " ".join(p.text for p in (*self.opening, *self.of("cover")))
        return bool(_PUBLIC.search(said)) and not _COMPANY.search(said)

    @cached_property
    def relation(self) -> str:
        """intern, extern, or nothing where neither is told."""
        said = " ".join(p.text for p in (*self.opening, *self.of("cover", "signature")))
        if self.is_with_region:
            return ""
        if _PRIVATE.search(said):
            return "extern"
        if any(_SAME_PERSON.search(p.text) for p in self.prose):
            return "intern"
        places = {id(p) for p in self.opening}
        told = [b.body for b in self.bodies if id(b.stretch.passage) in places]
        homes = [b.municipality for b in told if b.municipality and b.type != "kommun"]
        if len(set(homes)) == 1 and len({b.id for b in told}) > 1:
            return "intern"
        if (
            len(
                {
                    o.stem
                    for o in self.organs
                    if o.kind == "nämnd" and id(o.stretch.passage) in places
                }
            )
            > 1
            and len(set(_MUNICIPALITY.findall(said))) == 1
        ):
            return "intern"
        return "intern" if any(self._is_given_to_a_unit(p) for p in self.opening) else ""

    def _is_given_to_a_unit(self, passage: TextPassage) -> bool:
        """Return whether a nämnd gives an uppdrag to a unit, which only its own kommun has."""
        by_nämnd = any(o.kind == "nämnd" and o.stretch.passage is passage for o in self.organs)
        return by_nämnd and bool(_UNIT.search(passage.text))

    @cached_property
    def services(self) -> frozenset[str]:
        """The services that it is about."""
        title = self.title.casefold()
        text = " ".join(p.text for p in self.prose).casefold()
        return frozenset(
            name
            for name, words in self.lore.needs.services.items()
            if any(word in title or text.count(word) >= _FEWEST * 2 for word in words)
        )

    @cached_property
    def signing(self) -> tuple[TextPassage, ...]:
        """Where the parties sign: as the reader told it, else the short lines at the end."""
        told = self.of("signature")
        if told:
            return (*filter(_is_below_signatures, self.of("paragraph")), *told)
        if not self.is_agreement:
            return told
        headed = tuple(p for p in self.body if _FOR_PARTY.match(p.heading) and len(p.text) < _LINE)
        if headed:
            return headed
        short: list[TextPassage] = []
        for passage in reversed(self.body[-_CLOSING:]):
            if len(passage.text) > _LINE:
                break
            text = passage.text.strip()
            if (text.endswith((":", ".")) and text.strip(".… ")) or passage.kind == "item":
                break
            short.append(passage)
        told_so = any(_PLACE_AND_YEAR.match(p.text) or _BEGINS_FOR.match(p.text) for p in short)
        return tuple(reversed(short)) if len(short) >= _FEWEST or told_so else ()

    @cached_property
    def text(self) -> str:
        """All of the prose and its headings in small letters, a line each."""
        return "\n".join(p.text for p in self.body).casefold()
