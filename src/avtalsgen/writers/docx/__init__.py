"""A document and the house template in, a Word file out.

shell ── fills the template          contents ┐
body  ── all that follows the cover ─ sections ┼─ blocks, tables, inline
package ─ puts it together         signatures ┘
"""

from avtalsgen.writers.docx.package import write_docx

__all__ = ["write_docx"]
