"""The editions of every uppdrag in a workspace, read when they are asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from avtalsgen.clauses.document_type import DocumentType, read_document_type
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.register.organisations import Organisation
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag import known, reader
from avtalsgen.uppdrag.uppdrag import Uppdrag

_ON_DAY: Final = re.compile(r"(.+):(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class Editions:
    """The uppdrag of a workspace, and the document types that they are of."""

    files: Files
    parameters: Parameters
    organisations: Mapping[str, Organisation]
    types: dict[str, DocumentType] = field(default_factory=dict, repr=False)
    """The document types read so far, by name."""

    def uppdrag(self, slug: str, edition: str, asked_at: Origin | None = None) -> Uppdrag:
        """Return an edition of an uppdrag.

        Raises:
            AvtalsgenError: it is not there, or its file is wrong.
        """
        reader.must_exist(self.files, slug, edition, asked_at)
        organisations = frozenset(self.organisations)
        return reader.read_uppdrag(self.files, slug, edition, self.parameters, organisations)

    def document_type(self, uppdrag: Uppdrag) -> DocumentType:
        """Return the document type of an uppdrag.

        Raises:
            AvtalsgenError: there is no such type, or its file is wrong.
        """
        name = uppdrag.type
        if name not in self.types:
            self.types[name] = read_document_type(
                self.files, name, self.parameters, uppdrag.type_origin
            )
        return self.types[name]

    def mains(self, slug: str) -> tuple[str, ...]:
        """Return the editions of `slug` that are an uppdrag of their own, and not about another.

        Raises:
            AvtalsgenError: one of them is wrong.
        """
        return tuple(
            edition
            for edition in reader.editions(self.files, slug)
            if self._is_main(self.uppdrag(slug, edition))
        )

    def _is_main(self, uppdrag: Uppdrag) -> bool:
        type_ = self.document_type(uppdrag)
        return not (uppdrag.facts.get(known.BASE) or type_.has_base or type_.heritage)


def split_day(edition: str) -> tuple[str, date | None]:
    """Return the edition and the day of `2021:2022-01-01`, the text in force on a day.

    Raises:
        AvtalsgenError: UP13 there is no such day.
    """
    match = _ON_DAY.fullmatch(edition)
    if not match:
        return edition, None
    try:
        return match[1], date.fromisoformat(match[2])
    except ValueError:
        hint = f"skriv dagen som {match[1]}:2026-02-28"
        message = f"dagen {match[2]} finns inte"
        raise AvtalsgenError([Problem("UP13", message, hint=hint, exit=Exit.NOT_FOUND)]) from None
