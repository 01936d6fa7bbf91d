"""Numbers typed before a heading: `2.3`, `4.`, `§ 3`, `17 a §`, `17 kap. 2 §`, `17 b–c §§`."""

import re
from collections.abc import Iterable
from itertools import count

from avtalsgen.model.nodes import Section
from avtalsgen.records import dataclass

_TYPED = re.compile(
    r"""
    (?P<number>
        §[ \u00a0]?\d{1,3}(?:\.\d{1,3}){0,8}            # § 3, § 4.1
            (?:[ \u00a0]?[a-zåäöA-H](?=[ \t\u00a0]+[A-ZÅÄÖ]|[ \t\u00a0]*$))?\.?   # § 18 a Rapport
      | (?:\d{1,3}(?:[ \u00a0]?[a-z])?[ \u00a0]kap\.[ \u00a0])?    # 17 kap. 2 a §
            \d{1,3}(?:[ \u00a0]?[a-zåäöA-Z])?
            (?:[-–](?:[a-zåäö]|\d{1,3}(?:[ \u00a0]?[a-zåäö])?))?[ \u00a0]?§§?   # 3 §, 17 b–c §§
      | \d{1,3}(?:[ \u00a0]?[a-z])?[ \u00a0]kap\.(?=[ \u00a0]*$|[ \u00a0]+[A-ZÅÄÖ])   # 17 kap.
      | \d{1,3}(?:\.\d{1,3}){0,8}\.?(?![ \u00a0]kap\b)        # 2, 2.3, 4.
    )
    (?: [ \t\u00a0\u2002\u2003]+ (?P<rest>\S.*)
      | (?:(?<=\d\.\d)|(?<=\d\.\d\d)|(?<=\d\.)|(?<=§\d)|(?<=§[ \u00a0]\d)|(?<=§\d\d))
        (?=[A-ZÅÄÖ][a-zåäö]|[A-ZÅÄÖ]{3}) (?P<glued>.+)    # 3.2Typ, 3.2PRIS, 3.Typ, §3Typ
      | [ \t\u00a0]*$
    )
    """,
    re.DOTALL | re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"\d[ \u00a0]?[a-zåäöA-Z](?![\w.])")
_RANGE = re.compile(r"[-–].*")
_SKIPPED = 3
"""How many numbers an author may have left out or taken away."""
Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A number as printed, and the words after it."""

    number: str
    rest: str

    @property
    def path(self) -> Path:
        """The place that the number gives: (2, 3) of `2.3`, (1,) of `1.0`."""
        return path(self.number)


def typed(text: str) -> Typed | None:
    """Return the number that `text` begins with, if it does, and what comes after it."""
    match_ = _TYPED.match(text)
    if match_ is None:
        return None
    rest = match_["rest"] or match_["glued"] or ""
    return Typed(match_["number"], rest.rstrip())


def path(number: str) -> Path:
    """Return the place that a number gives; a last 0 stands for the chapter itself."""
    places = tuple(int(digits[:6]) for digits in _DIGITS.findall(_RANGE.sub("", number)))
    return places[:-1] if len(places) > 1 and places[-1] == 0 else places


def is_of_law(number: str) -> bool:
    """Return whether a number has the sign of a paragraph, as those of laws and rules have."""
    return "§" in number


def begins_of_law(text: str) -> bool:
    """Return whether `text` begins with the number of a paragraph, as `17 a §` does."""
    numbered = typed(text)
    return numbered is not None and is_of_law(numbered.number)


def is_only_of_law(text: str) -> bool:
    """Return whether `text` is the number of a paragraph and nothing else."""
    numbered = typed(text)
    return numbered is not None and is_of_law(numbered.number) and not numbered.rest


def is_chapter(number: str) -> bool:
    """Return whether a number is that of a chapter of a law or of rules: `17 kap.`."""
    return number.endswith("kap.")


def is_lettered(number: str) -> bool:
    """Return whether a number is one put in after another: `17 a §`, `§ 18 a`."""
    return _LETTER.search(number) is not None


def follows(before: Path, after: Path) -> bool:
    """Return whether a heading numbered `after` may come next, a few numbers left out at most.

    It counts on at the depth of `before` or one above it, or begins one below.
    """
    if not after:
        return False
    *above, last = after
    shared = len(above)
    if tuple(above) != before[:shared]:
        return False
    reached = before[shared] if shared < len(before) else 0
    return reached < last <= reached + _SKIPPED


def patterns(sections: Iterable[Section]) -> tuple[str, ...]:
    """Return how numbers are written at each level, as `Document.numbering` has it.

    The first number of a level speaks for it. Below a level without numbers there are none.
    """
    by_level: dict[int, str] = {}
    for section in sections:
        if section.number and section.level not in by_level:
            pattern = _pattern(section.number, section.level)
            if pattern:
                by_level[section.level] = pattern
    deep = next((level for level in range(1, len(by_level) + 2) if level not in by_level), 1)
    return tuple(by_level[level] for level in range(1, deep))


def _pattern(number: str, level: int) -> str:
    """Return `{1}.{2}` of `2.3` on level 2; nothing where the number does not tell its place."""
    if len(path(number)) != level:
        return ""
    places = count(1)

    def sign(digits: re.Match[str]) -> str:
        place = next(places)
        return f"{{{place}}}" if place <= level else digits[0]

    return _DIGITS.sub(sign, number.replace("{", "{{").replace("}", "}}"))
