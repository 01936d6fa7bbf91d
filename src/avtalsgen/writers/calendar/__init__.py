"""The views of a calendar of obligations: one file for each, all of the same values.

Calendar ─┬─ terminal.py    a table of days, and one of what has no day
          ├─ report.py      a document, which the ordinary writers print
          ├─ rows.py        rows for a spreadsheet
          └─ icalendar.py   a file that calendars subscribe to
"""
