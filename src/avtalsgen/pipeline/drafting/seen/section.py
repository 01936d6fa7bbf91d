"""One section of a document as a piece of a page."""

from dataclasses import replace

from avtalsgen.model.nodes import Cover, Document, Identity, Section
from avtalsgen.writers.html.fragment import write_fragment
from avtalsgen.writers.markup import NOTHING, Markup


def section_markup(section: Section | None, level: int) -> Markup:
    """Return a section with all below it, its heading at `level`; nothing of nothing."""
    if section is None:
        return NOTHING
    alone = Document(Identity("", "", "", "", ""), Cover("", ()), (replace(section, level=1),))
    return write_fragment(alone, lambda _: "", level)
