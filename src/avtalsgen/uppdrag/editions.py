"""The editions of every uppdrag in a workspace, read when they are asked for."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from typing import Final

from avtalsgen.clauses.document_type import FOLDER, DocumentType, read_document_type, type_names
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.written import read_text
from avtalsgen.records import dataclass
from avtalsgen.register.organisations import Organisation
from avtalsgen.source import Files, Kept, Origin, once
from avtalsgen.uppdrag import directory, known, reader
from avtalsgen.uppdrag.uppdrag import Uppdrag

_NAME: Final = re.compile(rb"[^\s,:;\[\]{}()\"'#@]+@[^\s,:;\[\]{}()\"'#@]+")
"""An edition as a file names it, `slug@utgåva`."""


@dataclass(frozen=True, slots=True)
class Editions:
    """The uppdrag of a workspace, and the document types that they are of."""

    files: Files
    parameters: Parameters
    organisations: Mapping[str, Organisation]
    types: dict[str, DocumentType] = field(default_factory=dict, repr=False)
    """The document types read so far, by name."""
    _read: dict[str, tuple[bytes, Uppdrag]] = field(default_factory=dict, repr=False, init=False)
    """By path, the bytes of a file and what it holds: each content is parsed once."""
    _kept: Kept = field(default_factory=dict, repr=False, init=False)

    def uppdrag(self, slug: str, edition: str, asked_at: Origin | None = None) -> Uppdrag:
        """Return an edition of an uppdrag.

        Raises:
            AvtalsgenError: it is not there, or its file is wrong.
        """
        path = directory.path_of(slug, edition)
        before = self._read.get(path)
        if before and before[0] == self._bytes(path):
            self.files.names(f"{directory.FOLDER}/{slug}")  # what it is made of is told each time
            return before[1]
        directory.must_exist(self.files, slug, edition, asked_at)
        text = read_text(self.files, path)
        bodies = frozenset(self.organisations)
        uppdrag = reader.read_uppdrag(text, slug, edition, self.parameters, bodies, self.every_type)
        self._read[path] = self._bytes(path), uppdrag
        return uppdrag

    def _bytes(self, path: str) -> bytes:
        """Return what a file has, nothing of one that cannot be read any more."""
        try:
            return self.files.read(path)
        except (OSError, OverflowError):
            return b""

    def naming(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield slug and edition of every file that has `name`, `slug@utgåva`, in it, sorted.

        All files are searched once, for all the names in them.
        """
        yield from once(self.files, self._kept, "naming", self._naming).get(name.encode(), ())

    def _naming(self) -> dict[bytes, list[tuple[str, str]]]:
        """Return the editions whose files have a name in them, by that name."""
        naming: dict[bytes, list[tuple[str, str]]] = {}
        for slug in directory.slugs(self.files):
            for edition in directory.editions(self.files, slug):
                path = directory.path_of(slug, edition)
                data = self._bytes(path)
                if not data:
                    read_text(self.files, path)  # which says what is wrong with it
                for name in dict.fromkeys(_NAME.findall(data)):
                    naming.setdefault(name, []).append((slug, edition))
        return naming

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

    def every_type(self) -> tuple[DocumentType, ...]:
        """Return the document types of the workspace whose files can be read."""
        types = []
        for name in type_names(self.files):
            with suppress(AvtalsgenError):
                asked_at = Origin(FOLDER, 1)
                types.append(read_document_type(self.files, name, self.parameters, asked_at))
        return tuple(types)

    def mains(self, slug: str) -> tuple[str, ...]:
        """Return the editions of `slug` that are an uppdrag of their own, and not about another.

        Raises:
            AvtalsgenError: one of them is wrong.
        """
        return tuple(
            edition
            for edition in directory.editions(self.files, slug)
            if self.is_main(slug, edition)
        )

    def is_main(self, slug: str, edition: str) -> bool:
        """Return whether an edition is an uppdrag of its own.

        Raises:
            AvtalsgenError: it is wrong.
        """
        uppdrag = self.uppdrag(slug, edition)
        type_ = self.document_type(uppdrag)
        return not (uppdrag.facts.get(known.BASE) or type_.has_base or type_.heritage)
