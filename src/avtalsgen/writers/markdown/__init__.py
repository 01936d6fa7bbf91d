"""A document as CommonMark with pipe tables, for what reads Markdown and for people.

document ─ cover, headings, signatures ─► blocks ─► inline ─► escapes
"""

from avtalsgen.writers.markdown.document import write_markdown

__all__ = ["write_markdown"]
