"""Sources of law as a document cites them: by number, by name, by short name, by section."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.records import dataclass
from avtalsgen.register.legal_sources import Legal

_SERIES: Final = r"SOSFS|HSLF-FS|SRVFS|RA-FS|AFS|MSBFS|SKOLFS|SFS|SoS|PMFS|FFS"
_NUMBER: Final = re.compile(
    rf"""
      \b(?P<series>{_SERIES})[ \u00a0](?P<of>(?:18|19|20)\d\d:\d{{1,4}})\b   # SOSFS 2011:5
    | (?<![\w/:])(?P<law>(?:1[6-9]|20)\d\d:\d{{1,4}})(?![\w:])               # 2001:453
    | \(EU\)(?:\ nr)?[ \u00a0](?P<eu>\d{{3,4}}/\d{{3,4}})                    # (EU) 2016/679
    """,
    re.VERBOSE,
)
SECTION: Final = re.compile(
    r"""
    (?:(?P<chapter>\d+(?:\ ?[a-z])?)[ \u00a0]kap\.?[ \u00a0])?   # 17 a kap.
    (?P<first>\d+(?:[ \u00a0][a-z])?)                           # 2 a
    (?:[–-](?P<last>\d+(?:[ \u00a0][a-z])?))?[ \u00a0]§§?        # –4 §§
    """,
    re.VERBOSE,
)
_LOOKED_BACK: Final = 60
_BETWEEN: Final = 3
"""Letters before the name of a law that may have its section, and between the two."""
_SHORTEST: Final = 3
_KINDS: Final = ("lagen", "förordningen")


@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """One mention of a source of law."""

    stretch: Stretch
    ids: frozenset[str]
    """The sources that it may be; none when the register does not know it."""
    number: str
    """As written, if it is: `2001:453`, `SOSFS 2011:9`."""
    form: str
    """number, name or short."""
    section: str = ""
    """`14 kap. 1 §`, if one is cited with it."""
    named: frozenset[str] = frozenset()
    """The sources that the name alone may mean, whatever number stands beside it."""


class LawNames:
    """What the laws of a register are called, as one pattern."""

    def __init__(self, laws: Mapping[str, Legal]) -> None:
        self.laws = laws
        self.by_number = {_plain(law.number): law for law in laws.values() if law.number}
        self._by_name: dict[str, set[str]] = {}
        for law in laws.values():
            for name in (law.name, law.short):
                if len(name) >= _SHORTEST:
                    self._by_name.setdefault(name.casefold(), set()).add(law.id)
        self._shorts = {law.short for law in laws.values() if len(law.short) >= _SHORTEST}
        longest = sorted(self._by_name, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE
        )

    def of(self, passages: Iterable[TextPassage]) -> Iterator[Citation]:
        """Yield the citations of `passages`, in order; a name with its number is one."""
        for passage in passages:
            yield from self._of_passage(passage)

    def _of_passage(self, passage: TextPassage) -> Iterator[Citation]:
        text = passage.text
        numbers = list(_NUMBER.finditer(text))
        taken: set[int] = set()
        cited: list[Citation] = []
        for match in self._pattern.finditer(text):
            if match.group() in self._shorts or match.group().casefold() in self._by_name:
                if self._is_other_word(match.group()):
                    continue
                beside = [n for n in numbers if 0 <= n.start() - match.end() <= 2]
                number = _written(beside[0]) if beside else ""
                taken.update(n.start() for n in beside)
                ids = named = frozenset(self._by_name[match.group().casefold()])
                law = self.by_number.get(_plain(number))
                if law:
                    ids = frozenset({law.id})
                end = beside[0].end() if beside else match.end()
                end += text[end : end + 1] == ")" and bool(beside)
                form = "short" if match.group() in self._shorts else "name"
                start = match.start()
                if " " in number:  # the number of a regulation says more than its long title
                    form, start, end = "number", beside[0].start(), beside[0].end()
                stretch = Stretch(passage, start, end)
                section = _section(text, match.start())
                cited.append(Citation(stretch, ids, number, form, section, named))
        for match in numbers:
            if match.start() in taken:
                continue
            number = _written(match)
            law = self.by_number.get(_plain(number))
            ids = frozenset({law.id}) if law else frozenset()
            if law is None and not (match["series"] or _in_brackets(text, match)):
                continue
            stretch = Stretch(passage, match.start(), match.end())
            cited.append(Citation(stretch, ids, number, "number", _section(text, match.start())))
        yield from sorted(cited, key=lambda citation: citation.stretch.start)

    def _is_other_word(self, word: str) -> bool:
        """Return whether a short name stands in other letters than it has: sol, not SoL."""
        return word not in self._shorts and any(
            word.casefold() == short.casefold() for short in self._shorts
        )

    def meant(self, citation: Citation, day: date | None) -> Legal | None:
        """Return the source that a citation means: the one in force on `day`, else the latest."""
        laws = sorted(
            (self.laws[id_] for id_ in citation.ids), key=lambda law: law.valid_from or date.min
        )
        if not laws:
            return None
        if day is None:
            return laws[-1]
        begun = [law for law in laws if (law.valid_from or date.min) <= day]
        return begun[-1] if begun else laws[0]

    def mistyped(self, citation: Citation) -> Legal | None:
        """Return the law that is named where its number is nearly written, if it is so.

        An older law of the same name, which the register does not know, has another year.
        """
        if not citation.number or _plain(citation.number) in self.by_number:
            return None
        behind = citation.stretch.passage.text[citation.stretch.end :].lstrip(") ")
        for law in self.laws.values():
            first, _, rest = law.name.partition(" ")
            titled = first in _KINDS and rest and behind.startswith(rest)
            named = law.id in citation.named or titled
            if named and _nearly(law.number, citation.number):
                return law
        return None


def _nearly(number: str, written: str) -> bool:
    """Return whether two numbers are of one year, or have the same signs in another order."""
    year, colon, _ = number.partition(":")
    same_year = bool(colon) and written.startswith(f"{year}:")
    return same_year or (bool(colon) and sorted(number) == sorted(written))


def _plain(number: str) -> str:
    return number.strip("()").removeprefix("SFS ").removeprefix("EU) nr ").removeprefix("EU) ")


def _written(match: re.Match[str]) -> str:
    if match["series"]:
        number = f"{match['series']} {match['of']}"
        return number.removeprefix("SFS ")
    return match["law"] or match["eu"]


def _in_brackets(text: str, match: re.Match[str]) -> bool:
    return text[: match.start()].endswith("(") or bool(
        re.search(
            r"\b(?:lag|lagen|förordning|förordningen|nr|SFS)[ \u00a0]$", text[: match.start()]
        )
    )


def _section(text: str, start: int) -> str:
    before = text[max(0, start - _LOOKED_BACK) : start]
    sections = list(SECTION.finditer(before))
    return sections[-1].group() if sections and len(before) - sections[-1].end() <= _BETWEEN else ""


def first_of_each(
    citations: Sequence[Citation], laws: "LawNames", day: date | None
) -> Iterator[tuple[Legal, list[Citation]]]:
    """Yield each source that is meant with its citations, the first first."""
    gathered: dict[str, list[Citation]] = {}
    for citation in citations:
        law = laws.meant(citation, day)
        if law:
            gathered.setdefault(law.id, []).append(citation)
    for id_, cited in gathered.items():
        yield laws.laws[id_], cited
