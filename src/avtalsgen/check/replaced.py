"""Words of a list that are written otherwise: one finding a word, with all its places."""

from collections.abc import Iterator, Mapping

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import PROSE, Kind, Stretch, TextPassage
from avtalsgen.check.facts.words import phrases, replacements
from avtalsgen.check.finding import Finding

_UNIT = ("mm", "tom")
"""Words that are right in another meaning: after a number, or without `och` around them."""


def replaced(
    facts: CheckFacts,
    lists: Mapping[str, tuple[str, ...]],
    message: str,
    *,
    can_fix: bool = False,
    one_by_one: bool = False,
    headings: bool = False,
) -> Iterator[Finding]:
    """Yield what is written as in `lists`, what we write to the left.

    Words for the same thing are one finding, unless `one_by_one`. `can_fix` says that the word can
    be replaced as it stands.
    """
    instead = replacements(lists)
    kinds: tuple[Kind, ...] = (*PROSE, "heading", "cover") if headings else (*PROSE, "cover")
    met: dict[str, list[Stretch]] = {}
    for stretch, match in facts.said(phrases(instead), *kinds):
        word = " ".join(match.group().casefold().split())
        if word in _UNIT and not _is_abbreviation(stretch.passage, match.start(), word):
            continue
        met.setdefault(word if one_by_one else instead[word], []).append(stretch)
    for key, places in met.items():
        right = instead[key] if one_by_one else key
        fix = right if can_fix and places[0].words.islower() else None
        yield Finding(places[0], message, f"skriv {right}", tuple(places[1:]), fix=fix)


def _is_abbreviation(passage: TextPassage, start: int, word: str) -> bool:
    before = passage.text[:start].rstrip()
    if word == "tom":
        return before[-1:].isdigit() or passage.text[start + 3 :].lstrip()[:1].isdigit()
    return not before[-1:].isdigit()
