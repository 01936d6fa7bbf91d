"""The views of a comparison: one file for each, all of the same values.

Comparison ─┬─ terminal.py      coloured lines, and one line a section
            ├─ html.py          the page that a reader opens
            ├─ markdown.py      a report of the changes
            ├─ json.py          for programs
            └─ change_table.py  blocks that another document takes in
Redline ────── printed.py       the document with its marks, a summary first: what PDF prints
"""
