"""A document and the house template in, a Word file out.

package ─┬─ template/  the house template: its tags filled, cover, header, footer, logo
         ├─ styling/   its styles by name, looks, fonts and numbers that Word counts itself
         └─ body/      contents, sections ─ blocks ─ tables ─ inline, signatures
properties, what the file says of itself
"""

from avtalsgen.writers.docx.package import write_docx

__all__ = ["write_docx"]
