"""The editions of every uppdrag in a workspace, read when they are asked for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from avtalsgen.clauses.document_type import DocumentType, read_document_type
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.frozen import frozen
from avtalsgen.readers.written import read_text
from avtalsgen.register.organisations import Organisation
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag import directory, known, reader
from avtalsgen.uppdrag.uppdrag import Uppdrag

_NAME: Final = re.compile(rb"[^\s,:;\[\]{}()\"'#@]+@[^\s,:;\[\]{}()\"'#@]+")
"""An edition as a file names it, `slug@utgåva`."""


@frozen
class Editions:
    """The uppdrag of a workspace, and the document types that they are of."""

    files: Files
    parameters: Parameters
    organisations: Mapping[str, Organisation]
    types: dict[str, DocumentType] = field(default_factory=dict, repr=False)
    """The document types read so far, by name."""
    _read: dict[str, tuple[str, Uppdrag]] = field(default_factory=dict, repr=False, init=False)
    """By path, the text of a file and what it holds: each content is parsed once."""
    _named: dict[str, tuple[bytes, frozenset[bytes]]] = field(
        default_factory=dict, repr=False, init=False
    )
    """By path, the bytes of a file and the editions that it names."""

    def uppdrag(self, slug: str, edition: str, asked_at: Origin | None = None) -> Uppdrag:
        """Return an edition of an uppdrag.

        Raises:
            AvtalsgenError: it is not there, or its file is wrong.
        """
        directory.must_exist(self.files, slug, edition, asked_at)
        path = directory.path_of(slug, edition)
        text = read_text(self.files, path)
        before = self._read.get(path)
        if before and before[0] == text:
            return before[1]
        bodies = frozenset(self.organisations)
        uppdrag = reader.read_uppdrag(text, slug, edition, self.parameters, bodies)
        self._read[path] = text, uppdrag
        return uppdrag

    def naming(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield slug and edition of every file that has `name`, `slug@utgåva`, in it, sorted.

        A file is searched once, for all the names in it.
        """
        wanted = name.encode()
        for slug in directory.slugs(self.files):
            for edition in directory.editions(self.files, slug):
                if wanted in self._names_in(directory.path_of(slug, edition)):
                    yield slug, edition

    def _names_in(self, path: str) -> frozenset[bytes]:
        try:
            data = self.files.read(path)
        except (OSError, OverflowError):
            data = read_text(self.files, path).encode()  # which says what is wrong with it
        before = self._named.get(path)
        if before is None or before[0] != data:
            before = self._named[path] = data, frozenset(_NAME.findall(data))
        return before[1]

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
            for edition in directory.editions(self.files, slug)
            if self._is_main(self.uppdrag(slug, edition))
        )

    def _is_main(self, uppdrag: Uppdrag) -> bool:
        type_ = self.document_type(uppdrag)
        return not (uppdrag.facts.get(known.BASE) or type_.has_base or type_.heritage)
