"""The figures of a text in one form each, however the text writes them.

`2020-01-01`, `1 januari 2020` and `1 January 2020` are the same day; `20 mnkr` and
`20 000 000 kronor` the same sum; `trettio (30)` and `30` the same number.
"""

import re
from collections.abc import Callable, Iterator

_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMERALS = (
    *("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_WORDS = {**{word: 2 + place % 11 for place, word in enumerate(_NUMERALS)}, "trettio": 30}
_MONTH = "|".join((*_MONTHS, *_ENGLISH))
_Found = Callable[[re.Match[str]], str]


def _month(name: str) -> int:
    return (_MONTHS.index(name) if name in _MONTHS else _ENGLISH.index(name)) + 1


def _sum(found: re.Match[str]) -> str:
    return re.sub(r"\s", "", found[1])


_FORMS: tuple[tuple[str, _Found], ...] = (
    (r"\b(\d{4}-\d{2}-\d{2})\b", lambda m: m[1]),
    (rf"\b(\d\d?) ({_MONTH}) (\d{{4}})\b", lambda m: f"{m[3]}-{_month(m[2]):02}-{int(m[1]):02}"),
    (rf"\b(\d\d?) ({_MONTH})\b", lambda m: f"--{_month(m[2]):02}-{int(m[1]):02}"),
    (r"\b(SON \d{4}-\d+)\b", lambda m: m[1]),
    (r"\((\d{4}:\d+)\)|SOSFS (\d{4}:\d+)", lambda m: f"SFS {m[1] or m[2]}"),
    (r"\(EU\) (\d{4}/\d+)", lambda m: f"EU {m[1]}"),
    (r"\b(\d\d):00 till (\d\d):00\b", lambda m: f"kl. {int(m[1])}–{int(m[2])}"),
    (r"\bkl\. (\d+–\d+)\b", lambda m: f"kl. {m[1]}"),
    (r"\b(\d+) ?%", lambda m: f"{m[1]} %"),
    (r"\b(\d+)[-–](\d+)(?= \w)", lambda m: f"{m[1]}–{m[2]}"),
    (r"\b(\d+) mnkr\b", lambda m: f"{m[1]}000000"),
    (r"\b1/12\b|\btolftedel\b", lambda m: "1/12"),
    (r"\b(\d{1,3}(?: \d{3})+)\b", _sum),
    (r"\b(\d+,\d+)\b", lambda m: m[1]),
    (r"\b(\d+)\b", lambda m: m[1]),
    (rf"(?i:\b({'|'.join(_WORDS)})\b)(?!-)", lambda m: str(_WORDS[m[1].lower()])),
)
"""Forms of figures; one found early is not looked at again."""

_CONTENTS = re.compile(r"^.*\t\d+$", re.MULTILINE)
_HEADING_NUMBER = re.compile(r"^\d+(\.\d+)?\.? (?=[A-ZÅÄÖ])", re.MULTILINE)
_REFERENCE = re.compile(r"\bavsnitt \d+(\.\d+)?")
_ADDRESS = re.compile(r"<?(https?://|www\.)\S+")


def figures(text: str) -> Iterator[str]:
    """Yield every figure of `text`, form by form.

    Numbers of headings, lines of a contents table, references to sections and addresses
    are no figures.
    """
    rest = text.replace("\u00a0", " ")
    for noise in (_CONTENTS, _HEADING_NUMBER, _REFERENCE, _ADDRESS):
        rest = noise.sub("", rest)
    for pattern, canonical in _FORMS:
        yield from map(canonical, re.finditer(pattern, rest))
        rest = re.sub(pattern, " | ", rest)


def percentages(text: str) -> list[str]:
    """Return every percentage of `text` in the order it stands."""
    return re.findall(r"\b(\d+)[ \u00a0]?%", text)
