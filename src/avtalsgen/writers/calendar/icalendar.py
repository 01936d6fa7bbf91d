"""A calendar as iCalendar (RFC 5545): an event for each obligation that has a day.

What comes back is one event with a rule. Nothing in the file is of the moment it was written:
the same calendar gives the same bytes, and an event has the same UID in the next file.
"""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Final, assert_never

from avtalsgen.model.calendar import Calendar, Obligation, Once, Undated, Yearly, days

_OCTETS: Final = 75
"""The longest line, without its break (3.1)."""
_ESCAPES: Final = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "avtalsgen:calendar")
_FAR: Final = 8
"""Years that the first day of a rule is looked for in: more than from one leap year to the next."""


def to_icalendar(calendar: Calendar, name: str, alarm: int = 0) -> bytes:
    """Return the file, with the calendar called `name`; `alarm` is how many days ahead it warns.

    Lines end with CR LF, and are folded at 75 octets without parting a character (3.1).
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//avtalsgen//skyldigheter//SV",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",
        *_events(calendar, alarm),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _events(calendar: Calendar, alarm: int) -> Iterator[str]:
    seen: dict[str, int] = {}
    for obligation in calendar.obligations:
        when = _rule(obligation, calendar)
        if when is None:
            continue
        key = "\n".join(
            (
                obligation.uppdrag,
                obligation.clause.partition("@")[0],
                obligation.who,
                obligation.what,
            )
        )
        seen[key] = seen.get(key, 0) + 1
        uid = uuid.uuid5(_NAMESPACE, f"{key}\n{seen[key]}")
        yield from _event(obligation, when, calendar.stamp, uid, alarm)


def _rule(obligation: Obligation, calendar: Calendar) -> tuple[date, str] | None:
    """Return the first day and the rule of an event, nothing when it has no day here."""
    match obligation.when:
        case Once(day):
            inside = calendar.start <= day and (calendar.end is None or day <= calendar.end)
            return (day, "") if inside else None
        case Yearly(_, first, last):
            start = max(calendar.start, first or calendar.start)
            far = date(min(start.year + _FAR, 9999), 12, 31)
            ends = [end for end in (last, calendar.end) if end]
            begins = next(days(obligation.when, start, min([far, *ends])), None)
            until = f";UNTIL={_day(min(ends))}" if ends else ""
            return (begins, f"FREQ=YEARLY{until}") if begins else None
        case Undated():
            return None
        case _ as unreachable:
            assert_never(unreachable)


def _event(
    obligation: Obligation, when: tuple[date, str], stamp: date, uid: uuid.UUID, alarm: int
) -> Iterator[str]:
    day, rule = when
    summary = _summary(obligation)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(day)}"
    if rule:
        yield f"RRULE:{rule}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(_description(obligation))}"
    yield f"CATEGORIES:{_escaped(obligation.title or obligation.uppdrag)}"
    yield "CLASS:PUBLIC"
    yield "TRANSP:TRANSPARENT"
    if alarm:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{alarm}D")
        yield from (f"DESCRIPTION:{_escaped(summary)}", "END:VALARM")
    yield "END:VEVENT"


def _summary(obligation: Obligation) -> str:
    return f"{obligation.subject} {obligation.what} ({obligation.title or obligation.uppdrag})"


def _description(obligation: Obligation) -> str:
    party = f" ({obligation.party})" if obligation.party else ""
    dnr = f", dnr {obligation.dnr}" if obligation.dnr else ""
    deviates = "\nUppdraget avviker från klausulen: läs avsnittet." if obligation.deviates else ""
    return (
        f"Vem: {obligation.who}{party}\nVad: {obligation.what}\nNär: {obligation.words}\n"
        f"Avsnitt: {obligation.section or obligation.clause}\n"
        f"Uppdrag: {obligation.uppdrag}{dnr}{deviates}"
    )


def _day(day: date) -> str:
    return f"{day:%Y%m%d}" if day.year >= 1000 else f"{day.year:04}{day:%m%d}"


def _escaped(text: str) -> str:
    """Return a value of type TEXT (3.3.11); a character that no line may hold is left out."""
    kept = (c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c == "\n" or c >= " ")
    return "".join(_ESCAPES.get(c, c) for c in kept if c != "\x7f")


def _folded(line: str) -> str:
    """Return a content line in pieces of at most 75 octets, the next ones after a space (3.1)."""
    pieces: list[str] = []
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _OCTETS:
            pieces.append(piece)
            piece, octets = "", 1  # the space that the next line begins with
        piece, octets = piece + character, octets + size
    return "\r\n ".join([*pieces, piece])
