"""Which uppdrag a file that came back is of: by what it says of itself, else by what it says."""

import re
from collections.abc import Iterator
from shlex import quote

from avtalsgen.model import plain
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.uppdrag import directory, known

_ENOUGH = 0.5
"""The part of the headings of an uppdrag that a file must have to be of it."""


def uppdrag_of(
    project: Project, sheet: Sheet, source: str, path: str
) -> tuple[str, str, tuple[str, ...]]:
    """Return slug and edition of what `sheet` was made of, and what to tell of it.

    Raises:
        AvtalsgenError: TB02 it names an uppdrag or edition that is not there, TB03 it names none
            and is like none. Exit code 66.
    """
    slug, edition = sheet.identity.uppdrag, sheet.identity.edition.partition(":")[0]
    if slug:
        if edition in directory.editions(project.files, slug):
            return slug, edition, ()
        raise AvtalsgenError([_not_there(project, sheet, f"{slug}@{edition}", source, path)])
    likely = _likeliest(project, sheet)
    if likely is None:
        message = f"{source} säger inte vilket uppdrag den är byggd av, och liknar inget av dem"
        hint = "stå i arbetsytan som filen är byggd i; avtalsgen list visar uppdragen"
        raise AvtalsgenError([Problem("TB03", message, hint=hint, exit=Exit.NOT_FOUND)])
    name = f"{likely[0]}@{likely[1]}"
    note = f"filen säger inte vilket uppdrag den är av; diarienummer och rubriker är {name}"
    return *likely, (note, "det som är ändrat i uppdraget sedan filen byggdes visas som filens")


def edition_like(project: Project, sheet: Sheet) -> str:
    """Return the edition that a file without properties is likely built of; else nothing.

    It has its diarienummer and most of its headings.
    """
    whole = "\n".join(folded(line.text).text for line in sheet.lines)
    likely = _likeliest(project, sheet) if _with_number(project, whole) else None
    if likely is None:
        return ""
    document, _ = document_of(project, *likely)
    titles = [folded(plain.text(each.heading)).text for each in sections(document) if each.heading]
    shared = sum(title in whole for title in titles)
    return "@".join(likely) if titles and shared >= _ENOUGH * len(titles) else ""


def _not_there(project: Project, sheet: Sheet, built_of: str, source: str, path: str) -> Problem:
    message = f"{source} är byggd av {built_of}, som inte finns i arbetsytan"
    likely = _likeliest(project, sheet)
    hint = "stå i arbetsytan som filen är byggd i"
    if likely is not None:
        name = f"{likely[0]}@{likely[1]}"
        hint = f"den liknar mest {name}; jämför med avtalsgen diff {name} {quote(path)}"
    return Problem("TB02", message, hint=hint, exit=Exit.NOT_FOUND)


def _likeliest(project: Project, sheet: Sheet) -> tuple[str, str] | None:
    """Return the edition with the most headings in common, those with its dnr first."""
    lines = [folded(line.text).text for line in sheet.lines]
    whole = "\n".join(lines)
    said = set(lines) | {re.sub(r"^[\d.]+ ", "", line) for line in lines}
    best: tuple[tuple[bool, float], tuple[str, str]] | None = None
    for slug, edition in _with_number(project, whole) or list(_editions(project)):
        try:
            document, _ = document_of(project, slug, edition)
        except AvtalsgenError:
            continue
        titles = [folded(plain.text(s.heading)).text for s in sections(document) if s.heading]
        shared = sum(title in said for title in titles) / max(1, len(titles))
        dnr = folded(document.identity.dnr).text
        has_dnr = bool(dnr) and dnr in whole
        if shared >= _ENOUGH or (has_dnr and shared > 0):
            worth = (has_dnr, shared)
            if best is None or worth > best[0]:
                best = worth, (slug, edition)
    return best[1] if best else None


def _editions(project: Project) -> Iterator[tuple[str, str]]:
    for slug in directory.slugs(project.files):
        for edition in directory.editions(project.files, slug):
            yield slug, edition


def _with_number(project: Project, whole: str) -> list[tuple[str, str]]:
    """Return the editions whose diarienummer stands in a text."""
    known_here = []
    for slug, edition in _editions(project):
        try:
            number = folded(project.uppdrag(slug, edition).facts.text(known.DNR)).text
        except AvtalsgenError:
            continue
        if number and number in whole:
            known_here.append((slug, edition))
    return known_here
