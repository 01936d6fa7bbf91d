"""A comparison as one page that needs nothing else: the screen a reader judges versions by.

page.py ─┬─ clause_list.py   every section with what happened to it
         ├─ outline_map.py   the old outline beside the new, a line for each section that lives on
         └─ clause.py        a section: its lines inline and side by side
             jamforelse.css, jamforelse.js

Without script everything is read and filtered: the filters and the two readings are form
controls that the style sheet looks at. The script adds the keyboard.
"""

from avtalsgen.writers.comparison.html.page import to_html

__all__ = ["to_html"]
