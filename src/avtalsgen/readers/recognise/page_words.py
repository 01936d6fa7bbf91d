"""What the first page and the place to sign say in documents of others: given in as patterns.

The words are those that lawyers own (`clauses/register/ord/omslag.yaml`, `underskrift.yaml`,
`rader.yaml`); a reader is given them, since it knows of no workspace.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.phrases import fold

_ANY_WORD: Final = "…"
_DAY: Final = r"20\d\d(?:-(?:\d\d(?:-\d\d)?)?)?"
_IGNORE: Final = re.IGNORECASE
_NOTHING: Final = "(?!)"
_NAME: Final = r"(?-i:[A-ZÅÄÖ])[\w&.-]+(?:[ ][\w&.-]+){0,5}"
"""Of a party."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """Patterns made of the word lists, and the party that each part of a role means."""

    role: re.Pattern[str]
    """A whole line: `För beställaren:`, `För Ekby kommun`."""
    bare_role: re.Pattern[str]
    """A whole line above who signs: `Beställaren`."""
    label: re.Pattern[str]
    """A whole line at a place to sign: `Ort och datum`, `Linköping, den 2026-11-29`."""
    title: re.Pattern[str]
    """Somewhere in a line that says what somebody is: `enhetschef`."""
    closing: re.Pattern[str]
    """Somewhere in the last paragraph: `i två exemplar`."""
    above_signing: re.Pattern[str]
    """A whole line above a place to sign: `Underskrifter`."""
    parties: tuple[tuple[str, str], ...]
    """What a role in plain letters holds, and the party that it then is."""
    kind: re.Pattern[str]
    """A whole line of a cover: `Överenskommelse om`."""
    above_title: re.Pattern[str]
    """A whole line above a title: who sends the document, `Ekby kommun`, or `Bilaga 4`."""
    below_title: re.Pattern[str]
    """First in a line below a title that is none of it: `mellan Ekby kommun och …`."""
    address: re.Pattern[str]
    """A whole line of an address: `Storgatan 1`, `Box 17`, `123 45 Ekby`."""
    town_label: re.Pattern[str]
    """A whole label of a line that names a municipality, a region or a board: `Kommun`."""
    contents: frozenset[str]
    """What stands above a table of contents, folded."""
    figure: re.Pattern[str]
    """A whole line that is only an amount or a day: `1 250 SEK`."""
    annex: re.Pattern[str]
    """The beginning of a heading of the whole document: `Bilaga 1`."""
    annexed: re.Pattern[str]
    """The same with its letter or number: `Bilaga A`."""
    shortened: re.Pattern[str]
    """The end of a line whose full stop ends a short form, and no sentence."""
    leads_on: frozenset[str]
    """Words that no heading ends with."""
    binds: re.Pattern[str]
    """Somewhere in a sentence that binds somebody, and so is no head or foot of a page."""
    numbered: re.Pattern[str]
    """The beginning of a line that has a label without a colon, and a number or a day."""
    heads: frozenset[str] = frozenset()
    """What a version beside says at the head of its pages, with single spaces."""
    feet: frozenset[str] = frozenset()
    """The same at their foot."""

    def party_of(self, role: str) -> str:
        """Return the key of the party whose role is printed as `role`."""
        folded = fold(role) if role else ""
        return next((party for sign, party in self.parties if sign in folded), folded)


@dataclass(frozen=True, slots=True)
class PageLists:
    """The lists as they stand in the files, each as the comment above it says."""

    before_roles: Iterable[str]
    roles: Iterable[str]
    parties: Mapping[str, Iterable[str]]
    labels: Iterable[str]
    before_day: Iterable[str]
    titles: Iterable[str]
    whole_titles: Iterable[str]
    closing: Iterable[str]
    above_signing: Iterable[str]
    kinds: Iterable[str]
    after_kind: Iterable[str]
    senders: Iterable[str]
    below_title: Iterable[str]
    streets: Iterable[str]
    boxes: Iterable[str]
    town_labels: Iterable[str]
    contents: Iterable[str]
    units: Iterable[str]
    before_figure: Iterable[str]
    annexes: Iterable[str]
    shortened: Iterable[str]
    leads_on: Iterable[str]
    binds: Iterable[str]
    without_colon: Iterable[str]


def page_words(lists: PageLists) -> PageWords:
    """Return the patterns of `lists`; capitals and small letters count alike."""
    place = rf"[A-ZÅÄÖ][\w -]{{1,30}}?,?[ ](?:{_any(lists.before_day)}[ ])?"
    day = rf"(?:{_DAY}|{_any(lists.before_day)})"
    parties = [(part, party) for party, parts in lists.parties.items() for part in parts]
    return PageWords(
        role=re.compile(
            rf"{_any(lists.before_roles)}[ ](?:{_any(lists.roles)}\w*|{_NAME}):?", _IGNORE
        ),
        bare_role=re.compile(rf"{_any(lists.roles)}(?:e?n|et)?:?", _IGNORE),
        label=re.compile(rf"{_any(lists.labels)}\s*:?|{place}{day}[\s._…]*", _IGNORE),
        title=re.compile(rf"{_any(lists.titles)}\b|\b{_any(lists.whole_titles)}\b", _IGNORE),
        closing=re.compile(rf"\b{_any(lists.closing)}\b", _IGNORE),
        above_signing=re.compile(_any(lists.above_signing), _IGNORE),
        parties=tuple((fold(part), party) for part, party in parties),
        kind=re.compile(rf"{_any(lists.kinds)}(?:[ ]{_any(lists.after_kind)})?", _IGNORE),
        above_title=_above_title(lists),
        below_title=re.compile(rf"{_any(lists.below_title)}\b", _IGNORE),
        address=_address(lists),
        town_label=re.compile(_any(lists.town_labels), _IGNORE),
        contents=frozenset(map(fold, lists.contents)),
        figure=_figure(lists.units, lists.before_figure),
        annex=re.compile(rf"{_any(lists.annexes)}\b", _IGNORE),
        annexed=re.compile(rf"{_any(lists.annexes)}[ ](?P<sign>[A-ZÅÄÖ]|\d{{1,3}})\b", _IGNORE),
        shortened=re.compile(rf"\b{_any(lists.shortened)}\.\s*$"),
        leads_on=frozenset(lists.leads_on),
        binds=re.compile(rf"\b{_any(lists.binds)}\b", _IGNORE),
        numbered=re.compile(
            rf"(?P<label>{_any(lists.without_colon)})[. ]+(?=[^\d]{{0,12}}\d)", _IGNORE
        ),
    )


def _above_title(lists: PageLists) -> re.Pattern[str]:
    """Return a pattern of a line that has no words but the names of senders, or of an annex.

    The last may go on with where, or for what: `Socialkontoret Väster`, `Nämnden för omsorg`.
    """
    name = r"(?:(?:(?-i:[A-ZÅÄÖ])[\w&-]*|(?-i:[a-zåäö])\w*-|och|i),?[ ]){0,5}"
    kind = rf"(?!{_any(lists.kinds)}\b)"
    sender = rf"{kind}{name}\w*{_any(lists.senders)}"
    place = rf"(?:[ ](?:i[ ])?{kind}(?-i:[A-ZÅÄÖ])[\w-]*){{1,2}}"
    for_what = r"[ ]för[ ][\w-]+(?:,?[ ][\w-]+){0,4}"
    annex = rf"{_any(lists.annexes)}[ ]\w{{1,3}}(?:[ ]till[ ].+)?"
    senders = rf"{sender}(?:,?[ ]{sender}){{0,3}}(?:(?<=e[nt])(?:{place}|{for_what}))?"
    return re.compile(rf"{senders}|region{place}|{annex}", _IGNORE)


def _address(lists: PageLists) -> re.Pattern[str]:
    return re.compile(
        rf"""
          (?: (?:\w+[ ])? \w*{_any(lists.streets)} | {_any(lists.boxes)} ) [ ]\d+ (?:[ ]?[A-Z])?
        | \d{{3}} [ ] \d\d [ ] \D+
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _figure(units: Iterable[str], before: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: {_any(before)}[ ] )?
        (?: {_any(units)} [ \u00a0]? \d[\d \u00a0.,]*                  # SEK 1 250
          | \d[\d \u00a0.,]*                                       # 1 250
            (?: [ \u00a0]* (?: [-–—] | till ) [ \u00a0]* \d[\d \u00a0.,]* )?
            [ \u00a0]* (?: :- | ,- | % | {_any(units)} )            # SEK
            (?: [ \u00a0]? (?: / | per[ ] | i[ ] ) [ ]? [\w. ]{{1,20}} )*  # /timme, per dygn
          | \d{{4}}-\d\d-\d\d (?: [ ]?[-–—][ ]? \d{{4}}-\d\d-\d\d )?   # 2027-03-01
          | \d{{1,2}} [ \u00a0] {_any(MONTHS)} (?: [ \u00a0] \d{{4}} )?   # 1 mars 2027
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _any(phrases: Iterable[str]) -> str:
    """Return a group that is any of `phrases`, the longest that fits; `…` is any word.

    Nothing is any of no phrases.
    """
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = (re.escape(phrase).replace(_ANY_WORD, r"\w+") for phrase in longest)
    return f"(?:{'|'.join(words) or _NOTHING})"
