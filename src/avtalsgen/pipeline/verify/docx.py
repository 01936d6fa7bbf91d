"""Whether and where a Word file differs from what the workspace makes.

Both are Word files: the one that came back and one built now, each read by the full reader. The
words of all that a reader of the page sees are compared as any two documents are, and what
stands for words or hides them, or can fetch or run something, is looked for besides.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from avtalsgen.compare.compare import compare
from avtalsgen.compare.looks import other_looks
from avtalsgen.compare.looks import told as lines_of
from avtalsgen.model import plain
from avtalsgen.model.comparison import Change, Comparison, SectionPair
from avtalsgen.model.nodes import Aside, Document
from avtalsgen.model.walk import runs, sections
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.package import Package
from avtalsgen.pipeline.output import record
from avtalsgen.pipeline.verify.received import BuiltFrom
from avtalsgen.pipeline.verify.verdict import (
    Standing,
    Verdict,
    as_built,
    changed,
    changed_in_file,
    changed_in_workspace,
    look,
)
from avtalsgen.pipeline.verify.word_differences import DocumentPart, PartDifference
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.problems import Problem
from avtalsgen.readers.docx.altered import Altered, altered
from avtalsgen.readers.docx.document import read_docx
from avtalsgen.readers.docx.foreign import foreign
from avtalsgen.readers.docx.paragraphs import TrackedChange, paragraphs
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.writers.docx.body.sections import own_mark

_SHOWN = 60
"""How many characters of a tracked change, or of either wording, are shown."""
_MOST = 50
"""Differences and remarks that are told one by one."""
_HARD_SPACES = "hårda mellanslag har blivit vanliga; orden är desamma"
_KINDS = {"added": "tillagt", "removed": "struket"}
_PARTS = {"cover": "omslaget", "header": "sidhuvudet", "footer": "sidfoten"}
_PARTS |= {"footnote": "noterna", "signature": "underskrifterna"}


def verify_docx(data: bytes, source: BuiltFrom | None) -> Verdict:
    """Return what is known of a Word file, compared with the uppdrag that it is of, if known.

    A file whose hash is in our record is as it was built, and what differs is what the
    workspace has changed since. Tracked changes are read as accepted, and told of.

    Raises:
        AvtalsgenError: DX01–DX03 it is no Word file, or one that cannot be read; why the uppdrag
            cannot be built.
    """
    tracked = tuple(_tracked(data, source))
    if source is None:
        return Verdict(problems=tracked)
    knowledge = knowledge_of(source.project)
    whole = read_docx(data, source.name, knowledge.page).document
    beside = tuple(aside for aside in whole.asides if aside.part == "comment")
    document = replace(whole, asides=tuple(a for a in whole.asides if a not in beside))
    fresh = source.fresh(source.documents[0], "docx")
    different = _differences(fresh, document, source, knowledge)
    if different:  # a draft, perhaps: read only when it may be one
        draft = source.fresh(source.documents[1], "docx")
        as_draft = _differences(draft, document, source, knowledge)
        if len(as_draft) < len(different):
            fresh, different = draft, as_draft
    digest = sha256(data).hexdigest()
    is_earlier = digest in record.earlier_hashes(source.folder)
    if data == fresh or is_earlier or digest in record.hashes(source.folder):
        problems = (*changed_in_workspace(different), *tracked)
        standing, summary = as_built(len(different), earlier=is_earlier)
        return Verdict(source.name, (), different, problems, (), standing, summary)
    told = (*changed_in_file(different), *tracked, *_comments(beside))
    return _other(data, fresh, source.name, different, told)


def _other(
    data: bytes,
    fresh: bytes,
    name: str,
    different: tuple[PartDifference, ...],
    told: tuple[Problem, ...],
) -> Verdict:
    """Return what is known of a file that is not byte for byte one of ours."""
    hint = "utgå från filen i output, eller jämför dem i Word"
    file, known = Package(data), Package(fresh)
    try:
        looks = other_looks(file, known)
        strange = (*foreign(file, known), *lines_of(looks))
        told += tuple(look("VE15", what, hint) for what in strange[:_MOST])
        parts = altered(file, known, {found.paragraph for found in looks} if told else None)
    except UnfitError:
        message = "delar av filen går inte att läsa, så dess utseende är inte jämfört"
        problems = (*told, look("VE15", message, hint))
        standing, summary = changed(len(different), len(problems) - len(different))
        return Verdict(name, (), different, problems, (), standing, summary)
    problems = (*told, *_of_parts(parts))
    standing, summary = _said(parts, len(different), problems)
    notes = (_HARD_SPACES,) if parts.spaces else ()
    return Verdict(name, (), different, problems, notes, standing, summary)


def _said(parts: Altered, different: int, problems: Sequence[Problem]) -> tuple[Standing, str]:
    if problems and all(problem.code == "VE17" for problem in problems):
        which = f"{len(parts.parts)} del{'ar' if len(parts.parts) > 1 else ''} av filen"
        unlike = f"{which} är inte som i den som byggs nu, så utseendet är inte bevisat"
        return "changed", f"ändrad, eller byggd av en annan utgåva av programmet: {unlike}"
    if problems and all(problem.code == "VE16" for problem in problems):
        count = len(problems)
        only = f"bara {count} kommentar{'er' if count > 1 else ''} har lagts till"
        return "changed", f"ändrad: {only}; texten är den som arbetsytan ger"
    if problems:
        return changed(different, len(problems) - different)
    if parts.whole and not parts.spaces:
        return "unchanged", "oförändrad: varje del säger detsamma som i filen som byggs nu"
    said = "varje ord står kvar och ser ut som i filen som byggs nu"
    by = ", och filen är skriven av ett annat program" if parts.anew else ""
    return "unproven", f"{said}{by}; sidornas utseende i övrigt är inte bevisat"


def _of_parts(parts: Altered) -> Iterator[Problem]:
    """Yield each part that is another than ours, though the words and the looks are alike."""
    hint = "utgå från filen i output, eller jämför dem i Word"
    for name, where in parts.parts[:_MOST]:
        yield look("VE17", f"{name} är inte som i filen som byggs: {where}", hint)


def _differences(
    fresh: bytes, document: Document, source: BuiltFrom, knowledge: Knowledge
) -> tuple[PartDifference, ...]:
    """Return where the words differ; spaces and forms of the same letters are no words."""
    expected = read_docx(fresh, source.name, knowledge.page).document
    comparison = compare(expected, document, knowledge, top=False, duties=False)
    return tuple(_of_sections(comparison))[:_MOST]


def _of_sections(comparison: Comparison) -> Iterator[PartDifference]:
    """Yield a difference for each change, a moved section once, whatever it is numbered then."""
    pairs = comparison.sections
    shifts = any(pair.moved or pair.status in ("added", "removed") for pair in pairs)
    for pair in pairs:
        if pair.moved:
            yield _between(pair, "på sin plats", "flyttat")
        elif pair.reparented:
            below = pair.new and pair.new.path
            there = "under en annan rubrik" if below else "på högsta nivån"
            yield _between(pair, "där det hör hemma", there)
        elif pair.renumbered and not shifts:
            old, new = pair.old, pair.new
            yield _between(pair, old.number if old else "", new.number if new else "")
        for change in pair.changes:
            if not _follows(change, shifts=shifts):
                yield _between(pair, change.old, change.new)


def _follows(change: Change, *, shifts: bool) -> bool:
    """Return whether a change is of no words, or only of the numbers after a section that moved."""
    if _letters(change.old) == _letters(change.new):
        return True
    only = set(change.reasons) <= {"numrering", "flyttad", "mellanrum"}
    return shifts and only


def _letters(text: str) -> str:
    """Return `text` with each letter in one form and every space an ordinary one."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def _between(pair: SectionPair, expected: str, shown: str) -> PartDifference:
    face = pair.new or pair.old
    title = " ".join(part for part in (face.number, face.heading) if part) if face else ""
    name = _PARTS.get(pair.part) or f"avsnittet ”{title}”"
    anchor = pair.old.anchor if pair.old else ""
    return PartDifference(DocumentPart(name, anchor, ()), _cut(expected), _cut(shown))


def _cut(text: str) -> str:
    return f"{text[:_SHOWN]} …" if len(text) > _SHOWN else text


def _comments(asides: Iterable[Aside]) -> Iterator[Problem]:
    """Yield each comment with who made it: it is no text of the document."""
    for aside in asides:
        said = " ".join(plain.text(content) for block in aside.blocks for content in runs(block))
        message = f"kommentar {aside.name}: ”{_cut(said)}”"
        yield look("VE16", message, "ta bort kommentaren innan filen skickas vidare")


def _tracked(data: bytes, source: BuiltFrom | None) -> Iterable[Problem]:
    hint = "godta eller avslå ändringarna i Word"
    names = {
        own_mark(section.anchor).removeprefix("_ag_"): plain.heading(section)
        for section in (sections(source.documents[0]) if source else ())
    }
    for paragraph in paragraphs(data):
        name = names.get(paragraph.mark, paragraph.mark)
        outside = "underskrifterna" if paragraph.after else "omslaget"
        place = f"avsnittet ”{name}”" if paragraph.mark else outside
        for revision in paragraph.revisions:
            yield look("VE12", f"{place}: spårad ändring, {_told(revision)}", hint)


def _told(revision: TrackedChange) -> str:
    by = f" av {revision.author}" if revision.author else ""
    return f"{_KINDS[revision.kind]}{by}: ”{_cut(revision.text)}”"
