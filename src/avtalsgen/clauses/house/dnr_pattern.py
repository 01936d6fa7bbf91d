r"""Patterns of diarienummer: characters one by one, and how many of each.

    SON \d{4}-\d{1,5}        (literals, \d, [A-ZÅÄÖ], and after each ? + * {n} {n,m})

A pattern is matched in a time that grows with its length and that of the text, never with
their powers, as a regular expression may (`(a+)+`). So a pattern may come from anybody.
"""

import re

from avtalsgen.records import dataclass

LONGEST = 100
"""Characters of a pattern, and of a text that matches one."""
_MEANING = r"\[](){}|?+*^$."
"""Signs that mean something in a pattern, and stand for themselves after a backslash."""
_ATOM = re.compile(
    r"""
    (?P<set>
        \\d                     # a digit
        | \\[^\w\s]             # a sign that would mean something, as itself
        | \[[\w-]{1,60}\]       # one of these
        | [^\\\[\](){}|?+*^$.]  # any other sign, as itself
    )
    (?P<times> [?+*] | \{\d{1,2}(?:,\d{1,2})?\} )?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Atom:
    characters: re.Pattern[str]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class DnrPattern:
    """What a diarienummer looks like, with an example of one."""

    written: str
    example: str
    atoms: tuple[_Atom, ...]

    def matches(self, dnr: str) -> bool:
        """Return whether the whole of `dnr` is as the pattern says."""
        if len(dnr) > LONGEST:
            return False
        places = {0}
        for atom in self.atoms:
            places = {end for start in places for end in _ends(atom, dnr, start)}
        return len(dnr) in places


def pattern_like(example: str) -> str:
    """Return a pattern that an example follows: a year has four digits, a number one to five."""
    return "".join(_pattern_of(run) for run in re.findall(r"[0-9]+|[^0-9]", example))


def _pattern_of(run: str) -> str:
    if not run.isdecimal():
        return rf"\{run}" if run in _MEANING else run
    return r"\d{4}" if len(run) == 4 else rf"\d{{1,{max(5, len(run))}}}"


def parse_pattern(written: str, example: str) -> DnrPattern:
    """Return the pattern `written`.

    Raises:
        ValueError: it has something else than characters and how many of each, in Swedish.
    """
    if not written or len(written) > LONGEST:
        raise ValueError(f"mönstret ska ha 1–{LONGEST} tecken")
    atoms, position = [], 0
    while position < len(written):
        atom = _ATOM.match(written, position)
        if not atom:
            raise ValueError(f"mönstret går inte att läsa från ”{written[position:]}”")
        atoms.append(_atom(atom["set"], atom["times"] or ""))
        position = atom.end()
    return DnrPattern(written, example, tuple(atoms))


def _atom(characters: str, times: str) -> _Atom:
    try:
        character = re.compile(r"[0-9]" if characters == r"\d" else characters)
    except re.error as error:
        raise ValueError(f"mönstret har en trasig grupp: {characters}") from error
    match times:
        case "":
            return _Atom(character, 1, 1)
        case "?":
            return _Atom(character, 0, 1)
        case "+":
            return _Atom(character, 1, LONGEST)
        case "*":
            return _Atom(character, 0, LONGEST)
        case _:
            least, _, most = times.strip("{}").partition(",")
            return _Atom(character, int(least), int(most or least))


def _ends(atom: _Atom, text: str, start: int) -> list[int]:
    """Return where `atom` may end in `text` when it begins at `start`."""
    end = start
    while end < len(text) and end - start < atom.most and atom.characters.fullmatch(text[end]):
        end += 1
    return list(range(start + atom.least, end + 1))
