"""A document as one accessible web page, to read on a screen, to publish and to print.

page ─ cover, head and sender ─► sections ─► blocks ─► inline ─► markup
style ─ the sheet of every page (writers/sheet), and avtal.css
"""

from avtalsgen.writers.html.page import write_html

__all__ = ["write_html"]
