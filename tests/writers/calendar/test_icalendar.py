"""The file that calendars read, read back by a parser that is not ours."""

from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.test_calendar import dates, month_days, obligation
from tests.strategies import texts

from avtalsgen.model.calendar import Calendar, Obligation, Once, Undated, Yearly, occurrences
from avtalsgen.swedish.dates import MonthDay
from avtalsgen.writers.calendar.icalendar import to_icalendar

HORIZON = date(2070, 12, 31)
obligations = st.builds(
    Obligation,
    who=st.sampled_from(["utförare", "båda", "nämnd"]),
    party=st.just("") | texts(),
    what=texts(),
    when=st.builds(Once, dates)
    | st.builds(Yearly, month_days, st.none() | dates, st.none() | dates)
    | st.just(Undated()),
    words=texts(),
    uppdrag=st.just("prov@1"),
    title=st.just("") | texts(),
    dnr=st.just("") | texts(),
    clause=st.sampled_from(["tvist@1", "tid@2"]),
    number=st.just("4.3"),
    heading=texts(),
    deviates=st.booleans(),
)
calendars = st.builds(
    Calendar, st.lists(obligations, max_size=5).map(tuple), dates, st.none() | dates, dates
)


def events(data: bytes) -> list[icalendar.Event]:
    (calendar,) = icalendar.Calendar.from_ical(data, multiple=True)
    assert calendar.errors == []
    return [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]


def on(event: icalendar.Event, horizon: date) -> list[date]:
    """Return the days of an event, by the rule as another library understands it."""
    start = event.decoded("DTSTART")
    if "RRULE" not in event:
        return [start]
    recurrence: Any = event["RRULE"]
    rule = rrulestr(
        recurrence.to_ical().decode(),
        dtstart=datetime.combine(start, time()),
        ignoretz=True,
    )
    until = datetime.combine(horizon, time())
    return [each.date() for each in rule.between(datetime.combine(start, time()), until, inc=True)]


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(calendars)
def test_the_events_have_the_days_of_the_calendar(calendar: Calendar) -> None:
    found = events(to_icalendar(calendar, "Prov"))
    days = sorted(day for event in found for day in on(event, HORIZON))
    assert days == [each.day for each in occurrences(calendar, HORIZON)]


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(calendars)
def test_words_are_read_back_as_they_were(calendar: Calendar) -> None:
    dated = [
        each
        for each in calendar.obligations
        if occurrences(Calendar((each,), calendar.start, calendar.end, calendar.stamp), HORIZON)
    ]
    found = events(to_icalendar(calendar, "Prov"))
    assert len(found) == len(dated)
    for event, each in zip(found, dated, strict=True):
        summary = f"{each.subject} {each.what} ({each.title or each.uppdrag})"
        assert str(event["SUMMARY"]) == summary
        description = str(event["DESCRIPTION"])
        for words in (each.what, each.words, each.heading, each.party, each.dnr, each.uppdrag):
            assert words in description
        assert event.decoded("DTSTAMP").date() == calendar.stamp


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(calendars, texts(), st.sampled_from([0, 30]))
def test_lines_are_short_and_end_as_they_must(calendar: Calendar, name: str, alarm: int) -> None:
    data = to_icalendar(calendar, name, alarm)
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(0 < len(line) <= 75 for line in lines)
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()  # no character is parted


@settings(max_examples=50, deadline=None)
@given(calendars)
def test_no_two_events_are_one_and_the_same_calendar_is_the_same_bytes(calendar: Calendar) -> None:
    data = to_icalendar(calendar, "Prov")
    ids = [str(event["UID"]) for event in events(data)]
    assert len(ids) == len(set(ids))
    assert data == to_icalendar(calendar, "Prov")


def test_an_event_keeps_its_id_when_its_day_and_the_clause_edition_change() -> None:
    days = (date(2027, 3, 31), date(2028, 4, 30))
    one, other = (Calendar((obligation(Once(day)),), date(2020, 1, 1), None, day) for day in days)
    first, second = (events(to_icalendar(each, "Prov"))[0] for each in (one, other))
    assert first["UID"] == second["UID"]
    assert first.decoded("DTSTART") != second.decoded("DTSTART")


def test_what_comes_back_without_end_has_a_rule_without_end() -> None:
    yearly = obligation(Yearly(MonthDay(3, 31), date(2022, 1, 1)))
    calendar = Calendar((yearly,), date(2026, 11, 22), None, date(2026, 1, 1))
    (event,) = events(to_icalendar(calendar, "Prov"))
    assert event["RRULE"].to_ical() == b"FREQ=YEARLY"
    assert event.decoded("DTSTART") == date(2027, 3, 31)


def test_an_alarm_comes_as_many_days_before_as_asked() -> None:
    calendar = Calendar((obligation(Once(date(2027, 3, 31))),), date(2026, 1, 1), None, date.max)
    (event,) = events(to_icalendar(calendar, "Prov", 30))
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-30)
    assert events(to_icalendar(calendar, "Prov"))[0].walk("VALARM") == []
