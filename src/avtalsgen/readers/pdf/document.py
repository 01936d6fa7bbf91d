"""A PDF as a document: by its tags, or by where its letters stand."""

from dataclasses import replace

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, Identity
from avtalsgen.readers.identity import identity_of
from avtalsgen.readers.pdf import own, untagged
from avtalsgen.readers.pdf.destinations import destinations
from avtalsgen.readers.pdf.file import opened
from avtalsgen.readers.pdf.glyphs import pages
from avtalsgen.readers.pdf.shows import Shows
from avtalsgen.readers.pdf.tree import structure
from avtalsgen.readers.reading import Reading
from avtalsgen.readers.recognise.numbers import patterns


def read_pdf(data: bytes, source: str) -> Reading:
    with opened(data) as file:
        root = structure(file)
        if root is not None and identity_of(data):
            found = own.read(root, Shows(file), destinations(file))
            uppdrag, _, edition = identity_of(data).partition("@")
            doc = Document(
                Identity(uppdrag, edition, "", "", plain.text(found.cover.title)),
                found.cover,
                found.sections,
                contents=found.contents,
                signatures=found.signatures,
            )
            return Reading(replace(doc, numbering=patterns(walk.sections(doc))))
    return Reading(untagged.read(tuple(pages(data)), source))
