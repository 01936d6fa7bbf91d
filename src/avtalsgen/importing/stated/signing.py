"""Who signs, and as what, in the lines that say it: a name, a title, and what is neither."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.roles import role_by_name, role_of
from avtalsgen.readers.rows.hyphens import Hyphens
from avtalsgen.records import dataclass
from avtalsgen.register.stated_words import StatedWords

PERSON: Final = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}")
_LONGEST_TITLE: Final = 60
COMPANY: Final = re.compile(r".* (?:AB|HB|KB)")
_TITLED: Final = re.compile(
    rf"""
    (?P<name>{PERSON.pattern.replace(" ", "[ ]")})
    (?:
        (?: ,[ ] | [ ]\( ) (?P<title>[a-zåäö] (?: [\w \u2010-] | \.(?=[ ]) )*) \)?
      | ,
    )?
    """,
    re.VERBOSE,
)
"""Who signs, perhaps with a title on the same line, or the beginning of one."""
_TITLED_IN_CAPITALS: Final = re.compile(
    rf"(?P<name>{PERSON.pattern}), (?P<title>[A-ZÅÄÖ][\w\u2010 -]+)"
)
_BROKEN: Final = Hyphens(frozenset(), parts_words=True)
"""A title is broken where there is no more room, in the middle of a word too."""
_UNFINISHED: Final = re.compile(r" (?!vd$)[a-zåäö]{1,3}$")
"""A small word, which no title ends with: `chef för`."""
_TITLE_AND_NAME: Final = re.compile(rf"(?P<title>.*[a-zåäö]) (?P<name>{PERSON.pattern})")
HEAD: Final = re.compile(r"(?i)för (?!.* för \w)\w[\w .&-]{2,60}:?")
"""The head of a place to sign: `För beställaren`, `För Ledsagarna ek. för.`"""
_WRITTEN: Final = re.compile(r"(?i)^(?:namn|namnförtydligande|titel|befattning)\s*:\s*")
"""What stands before a name or a title that is written out."""


@dataclass(frozen=True, slots=True)
class SigningParty:
    """Who signs for a party; a text is empty where it is not said."""

    role: str
    organisation: str
    name: str
    title: str
    others: tuple[tuple[str, str], ...] = ()
    """Name and title of who signs for the party too."""


def titled(line: str, titles: re.Pattern[str]) -> re.Match[str] | None:
    """Return the name and the title that a line says; nothing if it is no such line.

    What begins with a capital is a title if `titles` knows it: `Eva Lund, VD`, not `…, Ekby`.
    """
    aloud = _TITLED_IN_CAPITALS.fullmatch(line)
    return aloud if aloud and titles.search(aloud["title"]) else _TITLED.fullmatch(line)


def written_out(line: str) -> str:
    """Return a line without what says that a name or a title is written on it."""
    return _WRITTEN.sub("", line)


def whole_title(begun: str, below: str) -> str:
    """Return a title that began behind the name, and may go on in the line below it.

    Anna Andersson, enhets-       Anna Andersson, chef      Anna Andersson (vd
    chef                          Socialförvaltningen       och koncernchef)
    """
    goes_on = not begun or below[:1].islower() or _UNFINISHED.search(begun)
    return joined_title(begun, below).removesuffix(")") if goes_on else begun


def joined_title(begun: str, rest: str) -> str:
    """Return two lines of a title as one."""
    return _BROKEN.joined(begun, rest) if begun and rest else begun or rest


def as_title(line: str) -> str:
    """Return a line that may be a title; nothing if it is too long, or a sentence."""
    return "" if len(line) > _LONGEST_TITLE or line.endswith(".") else line


def apart(title: str, titles: re.Pattern[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the title of who signs, and name and title of others that stand behind it.

    `ordförande, Nils Ek, socialchef`, `ordförande Nils Ek, socialchef`. The title as it is, and
    nobody, where it is not plain that each part is what it is taken for.
    """
    parts = [part.strip() for part in title.split(",")]
    behind = _TITLE_AND_NAME.fullmatch(parts[0])
    if behind and len(parts) > 1 and titles.search(behind["title"]):
        parts[:1] = [behind["title"], behind["name"]]
    first, *rest = parts
    names, beside = rest[::2], rest[1::2]
    people = all(PERSON.fullmatch(name) and not titles.search(name) for name in names)
    titled_ones = all(titles.search(each) or each[:1].islower() for each in beside)
    if not rest or len(names) != len(beside) or not (people and titled_ones):
        return title, ()
    return first, tuple(zip(names, beside, strict=True))


def others_below(lines: Sequence[str], titles: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield name and title of each who signs, in lines that have but them.

    The title stands beside the name or below it; who has none ends it.
    """
    rest = list(lines)
    while rest and (signs := titled(rest.pop(0), titles)):
        title = signs["title"] or ""
        if not title and rest and (titles.search(rest[0]) or rest[0][:1].islower()):
            title = rest.pop(0)
        if not title:
            return
        yield signs["name"], title


def is_called(text: str, words: StatedWords) -> bool:
    """Return whether a text is a word for a party, or for whom somebody signs, and no name."""
    alone = " " not in text and bool(role_of(text, words))
    return bool(text) and (bool(HEAD.fullmatch(text)) or alone)


def is_organisation(name: str, stated: Mapping[str, OldFact], words: StatedWords) -> bool:
    """Return whether what looks like the name of a person is that of a party."""
    of_town = re.search(r"(?i)\b(?:kommun|stad|region|nämnd\w*)\b", name)
    formed = any(form in name.casefold() for _, form in words.forms)
    named = formed or COMPANY.fullmatch(name) or role_by_name(name, stated, words)
    return bool(of_town or role_of(name, words) or named)
