"""How long something holds, as the words stand in a sentence: `tills vidare`, or till a day.

A day may be typed as every other day is; the words round it are made here, so that a sentence
never has a day in the form of a file.

    tills vidare                          -> tills vidare
    2028-12-31                            -> till och med den 31 december 2028
    till och med 2028-12-31               -> till och med den 31 december 2028
    t.o.m. 2028-12-31                     -> till och med den 31 december 2028
    31 december 2028                      -> till och med den 31 december 2028
    tills vidare, dock längst till och med den 31 december 2028     -> as it stands
    tills vidare, dock längst till 2028-12-31     -> … till och med den 31 december 2028
    2028-02-30, den 31 februari 2028      -> refused: there is no such day
    9999-12-31                            -> refused: no year of ours
    2028, till 2028, 31/12 2028           -> refused: no day, or none that can be told
"""

import re

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.clauses.fact_types.times.day import of_our_time
from avtalsgen.clauses.fact_types.times.meant import days_meant
from avtalsgen.swedish.dates import MONTHS, day_in, long, parse_date
from avtalsgen.swedish.typography import SPACE

UNTIL = "till och med den "
_TILL = r"(?:(?:till(?: och med)?|t\.? ?o\.? ?m\.?)(?: den)? )?"
_ISO_DAY = re.compile(rf"{_TILL}(\d{{4}}-\d\d?-\d\d?)")
_SWEDISH_DAY = re.compile(rf"(?:{_TILL}|den )(\d{{1,2}}{SPACE}(?:{'|'.join(MONTHS)}) \d{{4}})")
_WITHIN = re.compile(
    r"""
    (?P<till> \b till (?:[ ]och[ ]med)? (?:[ ]den)? [ ] | \b t\.?[ ]?o\.?[ ]?m\.? (?:[ ]den)? [ ] )?
    (?:den[ ])? (?P<day> \d{4}-\d\d?-\d\d? )
    """,
    re.VERBOSE,
)
"""A day as in a file, inside other words."""
_BEGINS = re.compile(r"till |tills |så länge |under |i ")
"""How words go on from ”gäller från och med den 1 januari 2027”."""
_NUMBER = re.compile(r"\d{4}|\d+[/.]\d+")
_A_DAY = re.compile(rf"\d{{4}}-\d\d?-\d\d?|\d{{1,2}}{SPACE}(?:{'|'.join(MONTHS)}) \d{{4}}")


def _parse(text: str) -> str:
    iso = _ISO_DAY.fullmatch(text)
    if iso:
        return UNTIL + long(of_our_time(parse_date(iso[1])))
    named = day_in(text)
    if named is not None:
        of_our_time(named)
    swedish = _SWEDISH_DAY.fullmatch(text)
    if swedish and named is not None:
        return UNTIL + swedish[1]
    told = _A_DAY.findall(text)
    if len(told) > 1:
        raise ValueError(f"”{text}” nämner {len(told)} dagar, och bara en kan vara den sista")
    if told and named is None:
        raise ValueError(f"dagen ”{told[0]}” finns inte")
    if not _BEGINS.match(text) or _NUMBER.search(_A_DAY.sub("", text)):
        raise ValueError(f"”{text}” säger inte vilken dag som är den sista")
    return _WITHIN.sub(_in_words, text)


def _in_words(day: re.Match[str]) -> str:
    words = long(of_our_time(parse_date(day["day"])))
    return f"{UNTIL if day['till'] else 'den '}{words}"


END = FactType(
    "sluttid",
    "tills vidare eller en sista dag",
    "2028-12-31",
    _parse,
    str,
    {"type": "string", "maxLength": 200},
    meant=days_meant,
)
