"""Tables that no page has room for."""

from collections.abc import Iterator

from avtalsgen.model.metrics import fits
from avtalsgen.model.nodes import Document, Table
from avtalsgen.model.walk import sections
from avtalsgen.problems import Problem, Severity
from avtalsgen.uppdrag.uppdrag import Uppdrag


def crowded(document: Document, uppdrag: Uppdrag) -> Iterator[Problem]:
    """Yield DI12 for each table whose columns have no room for what is in them.

    Then words are parted anywhere, and sums and sections at their spaces.
    """
    for section in sections(document):
        origin = section.origin
        if origin is None or origin.file != uppdrag.file:
            origin = uppdrag.origin
        where = section.provenance.file if section.provenance else ""
        for block in section.blocks:
            if isinstance(block, Table) and not fits(block):
                message = (
                    f"en tabell i {where or 'avsnittet'} har {len(block.header)} kolumner, och "
                    "sidan har inte plats för det som står i dem"
                )
                hint = "dela tabellen i två, slå ihop kolumner eller skriv den som en lista"
                yield Problem("DI12", message, Severity.WARNING, origin, hint)
