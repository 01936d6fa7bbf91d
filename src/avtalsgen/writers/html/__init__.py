"""A document as one accessible web page, to read on a screen, to publish and to print.

page ─ cover, head and sender ─► sections ─► blocks ─► inline ─► markup
style ─ avtal.css and the house style
"""

from avtalsgen.writers.html.page import write_html

__all__ = ["write_html"]
