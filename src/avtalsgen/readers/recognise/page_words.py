"""What the first page and the place to sign say in documents of others: given in as patterns.

The words are those that lawyers own (`clauses/register/ord/omslag.yaml`, `underskrift.yaml`); a
reader is given them, since it knows of no workspace.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from avtalsgen.swedish.names import fold

_ANY_WORD: Final = "…"
_DAY: Final = r"20\d\d(?:-(?:\d\d(?:-\d\d)?)?)?"
_IGNORE: Final = re.IGNORECASE
_NOTHING: Final = "(?!)"


@dataclass(frozen=True, slots=True)
class PageWords:
    """Patterns made of the word lists, and the party that each part of a role means."""

    role: re.Pattern[str]
    """A whole line: `För beställaren:`."""
    label: re.Pattern[str]
    """A whole line at a place to sign: `Ort och datum`, `Linköping, den 2026-11-29`."""
    title: re.Pattern[str]
    """Somewhere in a line that says what somebody is: `enhetschef`."""
    closing: re.Pattern[str]
    """Somewhere in the last paragraph: `i två exemplar`."""
    parties: tuple[tuple[str, str], ...]
    """What a role in plain letters holds, and the party that it then is."""
    kind: re.Pattern[str]
    """A whole line of a cover: `Överenskommelse om`."""


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
    kinds: Iterable[str]
    after_kind: Iterable[str]


def page_words(lists: PageLists) -> PageWords:
    """Return the patterns of `lists`; capitals and small letters count alike."""
    place = rf"[A-ZÅÄÖ][\w -]{{1,30}}?,?[ ](?:{_any(lists.before_day)}[ ])?"
    day = rf"(?:{_DAY}|{_any(lists.before_day)})"
    parties = [(part, party) for party, parts in lists.parties.items() for part in parts]
    return PageWords(
        role=re.compile(rf"{_any(lists.before_roles)}[ ]{_any(lists.roles)}\w*:?", _IGNORE),
        label=re.compile(rf"{_any(lists.labels)}\s*:?|{place}{day}[\s._…]*", _IGNORE),
        title=re.compile(rf"{_any(lists.titles)}\b|\b{_any(lists.whole_titles)}\b", _IGNORE),
        closing=re.compile(rf"\b{_any(lists.closing)}\b", _IGNORE),
        parties=tuple((fold(part), party) for part, party in parties),
        kind=re.compile(rf"{_any(lists.kinds)}(?:[ ]{_any(lists.after_kind)})?", _IGNORE),
    )


def _any(phrases: Iterable[str]) -> str:
    """Return a group that is any of `phrases`, the longest that fits; `…` is any word.

    Nothing is any of no phrases.
    """
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = (re.escape(phrase).replace(_ANY_WORD, r"\w+") for phrase in longest)
    return f"(?:{'|'.join(words) or _NOTHING})"
