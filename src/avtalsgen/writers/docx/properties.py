"""What the file says about itself: title and author, and which texts it is made of.

Custom properties, all texts:

    avtalsgen.uppdrag           vald-i-nara-relation
    avtalsgen.utgåva            2019
    avtalsgen.typ               verksamhetsuppdrag@2019
    avtalsgen.utan-rubrik       ANCHOR=LEVEL, for each section without a heading below a chapter
    avtalsgen.klausul.ANCHOR    KIND sha256=… tryckt=… SOURCE, or KIND tryckt=…

A heading has its level in its style; what has none would not be found where it was. The last
property stands for every section; the short one where there is no text of its own, but a
heading or what two editions came to. `sha256` is of the text as written, `tryckt` of the words
as printed (`printed_digest`), SOURCE is `clause@edition` or, for prose, its file. A section
whose words give another digest has been changed in Word, or in the workspace since. ANCHOR is
as in the bookmark of the section, which is cut when it is long.
"""

import hashlib
from collections.abc import Iterator
from datetime import date

from docx.opc.package import OpcPackage

from avtalsgen.model.nodes import Document, Provenance, Section
from avtalsgen.model.plain import heading, text
from avtalsgen.model.walk import runs, sections
from avtalsgen.ooxml import core_properties, custom_properties
from avtalsgen.writers.docx.body.sections import own_mark


def write_properties(package: OpcPackage, document: Document) -> None:
    """Write everything that the file says about itself."""
    identity = document.identity
    core_properties.write(
        package,
        {
            core_properties.TITLE: identity.title,
            core_properties.SUBJECT: identity.subject,
            core_properties.AUTHOR: identity.author,
            core_properties.KEYWORDS: ", ".join(identity.keywords),
            core_properties.IDENTIFIER: identity.dnr,
            core_properties.LANGUAGE: "sv-SE",
        },
        date.fromisoformat(identity.date) if identity.date else core_properties.NO_DAY,
    )
    named = {
        "avtalsgen.uppdrag": identity.uppdrag,
        "avtalsgen.utgåva": identity.edition,
        "avtalsgen.typ": identity.type,
    }
    custom_properties.write(package, named | dict(_levels(document)) | dict(_texts(document)))


def printed_digest(section: Section) -> str:
    """Return the SHA-256 of the words of a section, one space between each.

    Only its own words: number and heading, then its blocks, not the sections below.
    """
    lines = [heading(section)]
    lines += [text(content) for block in section.blocks for content in runs(block)]
    words = " ".join(" ".join(lines).split())
    return hashlib.sha256(words.encode()).hexdigest()


def _levels(document: Document) -> Iterator[tuple[str, str]]:
    bare = (own for own in sections(document) if not own.heading and own.level > 1)
    told = " ".join(f"{_name(own)}={own.level}" for own in bare)
    if told:
        yield "avtalsgen.utan-rubrik", told


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for section in sections(document):
        made_of = section.provenance
        if made_of is None:
            continue
        told = f"tryckt={printed_digest(section)}"
        if made_of.sha256:
            told = f"sha256={made_of.sha256} {told} {_source(made_of)}"
        yield f"avtalsgen.klausul.{_name(section)}", f"{made_of.kind} {told}"


def _name(section: Section) -> str:
    return own_mark(section.anchor).removeprefix("_ag_")


def _source(made_of: Provenance) -> str:
    return f"{made_of.clause}@{made_of.edition}" if made_of.clause else made_of.file
