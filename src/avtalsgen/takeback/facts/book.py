"""What somebody wrote in the place of a fact, as the fact is typed; and how it was printed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from avtalsgen.assemble.facts import computed
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.fact_types.fact_type import Plain
from avtalsgen.clauses.parameters import Parameter, Parameters
from avtalsgen.model.returned.changes import Told
from avtalsgen.model.trace import COMPUTED
from avtalsgen.records import dataclass
from avtalsgen.register.meaning_words import WordLists
from avtalsgen.swedish import phrases
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.durations import SHORTENED, UNITS, Duration, TimeUnit
from avtalsgen.swedish.numbers import parse_number, read_letters, typed
from avtalsgen.uppdrag.changes import NewFacts
from avtalsgen.uppdrag.facts import Fact, Known

_SUMS: Final = ("belopp", "pris")
LEGAL: Final = "rättskällor."
"""Where what the register says of sources of law is."""
_NAME: Final = ".namn"
_MONTHS: Final = "|".join(MONTHS)
_DAY: Final = re.compile(
    rf"(?:den\s+)?(\d{{1,2}})(?:\s*:?[ea])?\s+({_MONTHS})[,\s]+(\d{{4}})", re.IGNORECASE
)
_SHORT_DAY: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[ -/.]+(\d{4})")
_COMPACT_DAY: Final = re.compile(r"(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})")
_MONEY: Final = re.compile(
    r"""
    (?P<before>[a-z]*)\s*                              # SEK 500
    (?P<number>-?\d[\d ]*(?:[.,]\d+)*)\s*
    (?P<unit>:-|,-|[a-z]*)\.?\s*(?P<after>[a-z]*)\.?    # 500:-, 500 kr., 3 miljoner kronor
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BARE: Final = ("", ":-", ",-")
"""What is behind an amount that is written without a word for its unit."""
_POINTS: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_LENGTH: Final = re.compile(r"(.+?)\s+([a-zåäö]+)\.?", re.IGNORECASE)
_UNITS: Final[Mapping[str, TimeUnit]] = {
    **UNITS,
    **{f"{name}s": unit for name, unit in UNITS.items()},
    **SHORTENED,
}
_NOTHING: Final = re.compile(r"[._…\s]*")
_EDGE_DOTS: Final = re.compile(r"^[._…]{3,}\s*|\s*[._…]{3,}$")
_MORE: Final = re.compile(r"\s*,\s*|(?<!-)\s+och\s+")


@dataclass(frozen=True, slots=True)
class TypedFact:
    """A fact as a person types it."""

    told: Told


@dataclass(frozen=True, slots=True)
class FactBook:
    """The facts of one document: what they are, and what they may become."""

    lookup: Lookup
    parameters: Parameters
    words: WordLists
    """What a sum may be written in."""

    @property
    def file(self) -> str:
        """The file of the facts."""
        return self.lookup.uppdrag.file

    def fact(self, path: str) -> Fact | None:
        """Return the fact at a path, also that of an item of a list."""
        whole = self.lookup.fact(path)
        if whole is not None:
            return whole
        for root, number, rest in _indexed(path):
            held = self.lookup.fact(root)
            if isinstance(held, Known) and isinstance(held.value, tuple):
                items = held.value
                item = items[number - 1] if 0 < number <= len(items) else None
                if isinstance(item, Mapping):
                    return item.get(rest)
                return None if rest else item
        return self._changed(path)

    def _changed(self, path: str) -> Fact | None:
        """Return a fact that a tillägg changes in its base, where it does so once."""
        changed = self._every_changed(path)
        return changed[0] if len(changed) == 1 else None

    def printed_fact(self, path: str, printed: str) -> Fact | None:
        """Return the fact that is `printed` so, of two for other days the one that says so."""
        return self.fact(path) or self._changed_to(path, printed)

    def _changed_to(self, path: str, printed: str) -> Fact | None:
        value = self.parsed(path, printed, printed)
        same = [
            fact
            for fact in self._every_changed(path)
            if value is not None and isinstance(fact, Known) and told(fact.value) == value.told
        ]
        return same[0] if len(same) == 1 else None

    def _every_changed(self, path: str) -> list[Fact]:
        acts = (change.act for change in self.lookup.uppdrag.changes)
        facts = (act.facts.get(path) for act in acts if isinstance(act, NewFacts))
        return [fact for fact in facts if fact is not None]

    def parameter(self, path: str) -> Parameter | None:
        """Return what a fact must be."""
        named = self.parameters.find(path)
        if named:
            return named[1]
        for root, _, rest in _indexed(path):
            whole = self.parameters.find(root)
            if whole and whole[1].type == LIST:
                if not rest:
                    return whole[1].item
                return next((each for each in whole[1].fields if each.path == rest), None)
        return None

    def list_of(self, path: str) -> str:
        """Return the list that a fact is in an item of; nothing for any other."""
        return next((f"{root}.{number}" for root, number, _ in _indexed(path)), "")

    def why_not(self, path: str) -> str:
        """Return why a fact cannot be changed where it is printed; nothing if it can."""
        if path.startswith(LEGAL):
            return "texten kommer ur registret över rättskällor och ändras inte i ett uppdrag"
        if path == COMPUTED or path.startswith(f"{COMPUTED}."):
            needs = ", ".join(computed.written(path))
            return f"{path} räknas av {needs}; ändra det faktumet i stället"
        if path.rpartition(".")[2] in ("kommun", "kort"):
            return "texten kommer ur registret över organ"
        if self.parameter(path) is None:
            return f"{path} sägs inte i uppdraget"
        owner, _ = self.lookup.owner(path)
        if owner is not self.lookup:
            return f"{path} sägs i {owner.uppdrag.file}"
        return ""

    def is_name(self, path: str) -> bool:
        """Return whether a path is the name of a body in the register."""
        parent = self.parameters.by_path.get(path.removesuffix(_NAME))
        return path.endswith(_NAME) and parent is not None and parent.type == "organ"

    def body(self, path: str) -> str:
        """Return the id of the body that a name is of; the path where it is not known."""
        fact = self.fact(path.removesuffix(_NAME))
        return str(fact.value) if isinstance(fact, Known) else path

    def before(self, path: str, printed: str) -> Told:
        """Return what a fact is, as it is typed; None while it is okänt.

        What the facts do not say, as a cell of a comparison, is what was `printed`.
        """
        fact = self.printed_fact(path, printed)
        if fact is None:
            return printed
        if not isinstance(fact, Known):
            return None
        return told(fact.value)

    def parsed(self, path: str, text: str, printed: str) -> TypedFact | None:
        """Return what `text` says in the place of a fact that was printed as `printed`."""
        parameter = self.parameter(path)
        text = _EDGE_DOTS.sub("", " ".join(text.split())).strip()
        if parameter is None or is_blank(text):
            return None
        if parameter.type == LIST:
            parts = members(text)
            return TypedFact(parts) if parts else None
        fact = self.fact(path)
        was = fact.value if isinstance(fact, Known) else None
        before = _as_before(text, printed, was) if isinstance(was, str) else ()
        for candidate in (*before, *candidates(parameter.type, text, self.words)):
            try:
                value = FACT_TYPES[parameter.type].parse(candidate)
            except ValueError:
                continue
            if parameter.type == "val" and candidate not in parameter.choices:
                continue
            return TypedFact(told(value))
        return None


def told(value: object) -> Told:
    """Return a value as JSON has it: numbers as numbers, days as 2027-03-01."""
    match value:
        case bool():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case int() | str():
            return value
        case date():
            return value.isoformat()
        case Duration():
            return value.digits_form.replace("\N{NO-BREAK SPACE}", " ")
        case tuple():
            return tuple(str(told(item.value)) for item in value if isinstance(item, Known))
        case None:
            return None
        case _:
            return str(value).replace("\N{NO-BREAK SPACE}", " ")


def as_typed(value: Plain) -> str:
    """Return a value as YAML has it."""
    match value:
        case bool():
            return "ja" if value else "nej"
        case Decimal() | int():
            return typed(value)
        case str():
            return value
        case _:
            return str(told(value))


def _indexed(path: str) -> Iterator[tuple[str, int, str]]:
    """Yield the list, the place in it and what is below, for each number in a path."""
    parts = path.split(".")
    for place, part in enumerate(parts):
        if part.isdecimal() and place:
            yield ".".join(parts[:place]), int(part), ".".join(parts[place + 1 :])


def is_blank(text: str) -> bool:
    """Return whether nothing is written: no more than the line to write on."""
    return _NOTHING.fullmatch(text) is not None


def members(text: str) -> tuple[str, ...]:
    """Return the items of a list in running text: `a, b och c`."""
    return tuple(part for part in _MORE.split(text) if part)


def candidates(kind: str, text: str, words: WordLists) -> Iterator[str]:
    """Yield what a text may stand for as a fact of a type is typed, the likeliest first."""
    text = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    bare = text.strip(" .,;")
    if kind in ("text", "organ", "sluttid", "val"):
        yield text
        if kind == "sluttid":
            yield text.removeprefix("och ")  # as it stands behind the day on which it begins
        return
    if kind == "datum":
        yield from _days(bare)
    elif kind in (*_SUMS, *_COUNTED, "andel", "procent"):
        yield from _numbers(bare, words if kind in _SUMS else None)
    elif kind == "varaktighet":
        yield from _lengths(bare)
    elif kind == "månadsdag":
        yield bare.removeprefix("den ")
    elif kind == "ja_nej":
        yield bare.casefold()
    yield bare
    yield text


def _as_before(text: str, printed: str, was: str) -> Iterator[str]:
    """Yield a text in the form of the fact, where it was printed in another form."""
    if printed == was:
        return
    if printed == phrases.genitive(was) and phrases.genitive(text.removesuffix("s")) == text:
        yield text.removesuffix("s").removesuffix(":")
    if printed == phrases.capitalise_first(was):
        yield phrases.lower_first(text)


def _days(text: str) -> Iterator[str]:
    months = [month.casefold() for month in MONTHS]
    if match := _DAY.fullmatch(text):
        month = months.index(match[2].casefold()) + 1
        yield f"{match[3]}-{month:02}-{int(match[1]):02}"
    if match := _COMPACT_DAY.fullmatch(text):
        yield f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _SHORT_DAY.fullmatch(text):
        yield f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"


def _numbers(text: str, words: WordLists | None) -> Iterator[str]:
    """Yield the number of a text; with `words` it is a sum, in kronor."""
    match = _MONEY.fullmatch(text) if words else None
    if match and words and (worth := _worth(match, words)):
        number = match["number"].strip()
        plain = number.replace(".", "") if _POINTS.fullmatch(number) else number
        yield plain if worth == 1 else typed(parse_number(number) * worth)
    letters = read_letters(text.casefold())
    if letters is not None:
        yield str(letters)


def _worth(match: re.Match[str], words: WordLists) -> int:
    """Return how many kronor the unit of a sum is; none where nobody knows."""
    before, unit, after = (match[part].casefold() for part in ("before", "unit", "after"))
    if before and words.kronor.get(before) != 1:
        return 0
    if unit in words.times and words.kronor.get(after or "kr") == 1:
        return words.times[unit]
    return 0 if after else 1 if unit in _BARE else words.kronor.get(unit, 0)


def _lengths(text: str) -> Iterator[str]:
    match = _LENGTH.fullmatch(text)
    unit = _UNITS.get(match[2].casefold()) if match else None
    if match is None or unit is None:
        return
    letters = read_letters(match[1].casefold())
    amount = str(letters) if letters is not None else match[1]
    yield f"{amount} {unit.plural}"


def value_in(kind: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a text something stands that may be a fact of a type."""
    pattern = _LOOKS_LIKE.get(kind)
    spans = [match.span() for match in pattern.finditer(text)] if pattern else []
    if not spans and kind in _COUNTED:  # in letters
        words = _WORD.finditer(text)
        spans = [word.span() for word in words if read_letters(word[0].casefold()) is not None]
    yield from spans


_COUNTED: Final = ("heltal", "antal", "decimaltal", "mängd")
_WORD: Final = re.compile(r"[a-zåäö]+", re.IGNORECASE)
_LOOKS_LIKE: Final[Mapping[str, re.Pattern[str]]] = {
    **dict.fromkeys(_SUMS, re.compile(r"\d[\d \u00a0]*(?:,\d+)?(?:\s?(?:kronor|kr\b|:-))?")),
    "datum": re.compile(rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}\s(?:{_MONTHS})\s\d{{4}}"),
    "varaktighet": re.compile(
        rf"[\wåäö]+\s(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
    ),
    "procent": re.compile(r"\d[\d ]*(?:,\d+)?\s?(?:%|procent)?"),
    "andel": re.compile(r"\d[\d ]*(?:,\d+)?\s?(?:%|procent)?"),
    **dict.fromkeys(("heltal", "antal"), re.compile(r"\d[\d ]*")),
    **dict.fromkeys(("decimaltal", "mängd"), re.compile(r"\d[\d ]*(?:,\d+)?")),
    "år": re.compile(r"\d{4}"),
}
