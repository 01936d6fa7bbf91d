"""A PDF as a document: by its tags, or by where its letters stand."""

from collections.abc import Sequence
from dataclasses import replace

import pikepdf

from avtalsgen.model import walk
from avtalsgen.model.nodes import Document, Identity
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.readers.doubtful import ACROSS
from avtalsgen.readers.identity import identity_of
from avtalsgen.readers.pdf.annotations import pinned
from avtalsgen.readers.pdf.bounds import require_bounded
from avtalsgen.readers.pdf.drawn.doubtful import doubtful
from avtalsgen.readers.pdf.drawn.drawn_rows import rows
from avtalsgen.readers.pdf.drawn.glyph import PageGlyphs
from avtalsgen.readers.pdf.drawn.glyphs import pages
from avtalsgen.readers.pdf.file import opened, plain_copy, text_at
from avtalsgen.readers.pdf.left_out import decorations, undrawn
from avtalsgen.readers.pdf.ours import document as own
from avtalsgen.readers.pdf.ours.destinations import destinations
from avtalsgen.readers.pdf.ours.shows import Shows
from avtalsgen.readers.pdf.tags import tag_lines as tags
from avtalsgen.readers.pdf.tags import trust
from avtalsgen.readers.pdf.tags.outside import outside
from avtalsgen.readers.pdf.tags.printed import printed
from avtalsgen.readers.pdf.tags.tag_lines import Tagged
from avtalsgen.readers.pdf.tags.tree import MADE_OTHERWISE, Element, structure
from avtalsgen.readers.reading import Reading
from avtalsgen.readers.recognise.document import recognised
from avtalsgen.readers.recognise.numbers import patterns
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.document import document
from avtalsgen.readers.rows.edges import DRAFT, edges
from avtalsgen.readers.rows.lines import with_contents
from avtalsgen.readers.rows.running import without_running
from avtalsgen.source import Origin


def read_pdf(data: bytes, source: str, words: PageWords) -> Reading:
    """Return the document in the PDF `data`, called `source` in problems.

    A file that was built here comes back as it was, but for what print does not tell. One with
    tags is read by them, any other by its rows. Nothing in the file is run and nothing that it
    names is fetched.

    PF04 tells of tags that make no tree, PF07 of pictures, PF08 of fields that are filled in,
    PF09 of letters that are left out.

    Raises:
        AvtalsgenError: PF01–PF03 and PF05 it is broken, encrypted or without end, PF06 it is
            pictures of pages.
    """
    with opened(data) as file:
        require_bounded(file)
        root, broken = _structure(file, source)
        ours = _own(file, root, identity_of(data), words) if root is not None else None
        beside = pinned(file, source)
        plain_file = plain_copy(file)
        letters = tuple(pages(plain_file))
    if ours is not None:
        frame = edges(outside(letters[1:]))
        alone = len(letters) == 1 and DRAFT in doubtful(plain_file).get(ACROSS, ())
        reading = Reading(replace(ours, running=frame.running, draft=frame.draft or alone))
    else:
        read = _best(root, letters, source, words)
        reading = Reading(read.document, (*broken, *read.problems, *undrawn(letters, source)))
    asides = (*reading.document.asides, *beside.comments)
    return Reading(replace(reading.document, asides=asides), (*reading.problems, *beside.problems))


def _structure(file: pikepdf.Pdf, source: str) -> tuple[Element | None, tuple[Problem, ...]]:
    """Return the structure tree; one that is broken is told of, and the file read without."""
    try:
        return structure(file), ()
    except AvtalsgenError as error:
        origin = Origin(source, 1)
        told = (replace(each, origin=origin, severity=Severity.WARNING) for each in error.problems)
        return None, tuple(told)


def _own(file: pikepdf.Pdf, root: Element, name: str, words: PageWords) -> Document | None:
    """Return the document called `name` that we made a file of; nothing if it is none of ours."""
    uppdrag, _, edition = name.partition("@")
    if not edition:
        return None
    try:
        reader = own.read(root, Shows(file), destinations(file), words)
    except MADE_OTHERWISE:
        return None
    document = Document(
        replace(_identity(file), uppdrag=uppdrag, edition=edition),
        reader.cover,
        reader.sections,
        contents=reader.contents,
        signatures=reader.signatures,
    )
    return replace(document, numbering=patterns(walk.sections(document)))


def _identity(file: pikepdf.Pdf) -> Identity:
    """Return what the properties of a file of ours say."""
    said = {key: text_at(file.docinfo, f"/{key}") for key in ("Title", "Author", "Subject")}
    return Identity("", "", "", "", said["Title"], author=said["Author"], subject=said["Subject"])


def _best(
    root: Element | None, letters: Sequence[PageGlyphs], source: str, words: PageWords
) -> Reading:
    """Return what the tags say, where they are to be trusted, else what a person sees."""
    printed_rows = rows(letters)
    if not printed_rows:
        message = "filen har ingen text, bara bilder av sidor (den är inskannad)"
        hint = "be om dokumentet som Wordfil eller som PDF med text"
        raise AvtalsgenError([Problem("PF06", message, hint=hint)])
    ruled = rows(letters, ruled=True) if any(page.grids for page in letters) else printed_rows
    seen = document(ruled, source, words, placed=True)
    if root is None or all(glyph.number < 0 for page in letters for glyph in page.glyphs):
        return Reading(seen)
    told = printed(letters)
    tagged = tags.read(root, told, source)
    pages = without_running(printed_rows, words)
    running = tuple(row for _, row in pages.running)
    if not (trust.covers(letters, told.read, running) and trust.follows_page(tagged.places)):
        return Reading(seen)
    made = _of_tags(tagged, letters, words)
    if not trust.heads(made, seen):
        return Reading(seen)
    known = (*running, *(row for _, row in outside(letters)))
    return Reading(made, (*tagged.problems, *decorations(letters, known, source)))


def _of_tags(tagged: Tagged, letters: Sequence[PageGlyphs], words: PageWords) -> Document:
    parts = recognised(with_contents(tagged.lines, words), words)
    frame = edges(outside(letters))
    return parts.document(frame.running, (*frame.asides, *tagged.asides))
