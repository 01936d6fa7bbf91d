"""Annexes: foreign PDF files appended to ours, with everything that a screen reader needs.

    bytes ─ opening.py, dangers.py ─► what may be appended, or a problem that says why not
          ─ destinations.py, numbers.py ─► links and structure numbers of its own
          ─ copying.py ─► pages and structure tree in ours, copied as one
          ─ structure.py (names.py) ─► its part of our structure tree
          ─ navigation.py ─► outline and page labels
          ─ conformance.py ─► PDF/A and PDF/UA asked of the whole, or not claimed

| code | says |
|---|---|
| BI01 | not a PDF |
| BI02 | encrypted |
| BI03 | damaged |
| BI04 | too large |
| BI05 | without tags: there is nothing for a screen reader to read |
| BI06 | something that runs, is enclosed or is fetched from elsewhere |
| BI07 | signed: a signature does not survive in another file |
| BI08 | form fields or layers, which belong to a file as a whole |
| BI09 | the whole would not be PDF/A-2a and PDF/UA-1 |
"""

from collections.abc import Sequence
from io import BytesIO

import pikepdf

from avtalsgen.writers.pdf.annexes.annex import Annex
from avtalsgen.writers.pdf.annexes.conformance import refuse_breaches, without_claims
from avtalsgen.writers.pdf.annexes.copying import copied
from avtalsgen.writers.pdf.annexes.dangers import refuse_dangers
from avtalsgen.writers.pdf.annexes.destinations import resolve_names
from avtalsgen.writers.pdf.annexes.navigation import add_bookmark, add_labels, bookmarks
from avtalsgen.writers.pdf.annexes.numbers import next_number, renumber
from avtalsgen.writers.pdf.annexes.opening import damage_told, opened
from avtalsgen.writers.pdf.annexes.structure import merge_structure
from avtalsgen.writers.pdf.archive import for_archive

__all__ = ["Annex", "append_annexes", "merged"]


def append_annexes(pdf: bytes, annexes: Sequence[Annex]) -> bytes:
    """Return `pdf` followed by `annexes`, in their order; `pdf` itself where there are none.

    The whole is PDF/A-2a and PDF/UA-1 if `pdf` is, which is tried and not assumed. Where an
    annex need not be (`archival` is false), the whole claims to be neither. Equal input gives
    equal bytes.

    Raises:
        AvtalsgenError: BI01–BI09 for every annex that cannot be appended.
    """
    if not annexes:
        return pdf
    whole = merged(pdf, annexes)
    if all(annex.archival for annex in annexes):
        refuse_breaches(whole, annexes, lambda annex: merged(pdf, [annex]))
        return whole
    return without_claims(whole)


def merged(pdf: bytes, annexes: Sequence[Annex]) -> bytes:
    """Return `pdf` followed by `annexes`, whether or not the whole is PDF/A and PDF/UA.

    `pdf` is tagged. Its pages keep their numbers 1, 2 …, those of annex 2 are called
    Bilaga 2:1, Bilaga 2:2 ….

    Raises:
        AvtalsgenError: BI01–BI08 for the first annex that cannot be appended.
    """
    whole = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        starts = {}
        for annex in annexes:
            starts[len(file.pages)] = f"Bilaga {annex.number}:"
            _append(file, annex)
        add_labels(file, starts)
        file.save(whole, deterministic_id=True, compress_streams=False)
    return for_archive(whole.getvalue(), "")


def _append(file: pikepdf.Pdf, annex: Annex) -> None:
    title = f"Bilaga {annex.number}: {annex.title}"
    with damage_told(annex), opened(annex) as other:
        refuse_dangers(annex, other)
        resolve_names(other)
        marks = bookmarks(other)
        language = bytes(other.Root.get("/Lang", b""))
        renumber(other, next_number(file.Root.StructTreeRoot))
        pages, structure = copied(file, other)
        merge_structure(file, structure, title, language, prefix=f"b{annex.number}-")
        add_bookmark(file, title, pages, marks)
