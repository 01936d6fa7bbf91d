"""What differs beside the words of two Word files, of two PDFs, or of an edition and a file.

Of PDFs it is counted: pictures, what is drawn on the pages, fields, signatures, enclosed files.
What any two can be held to is told of all: pictures, lists, looks that somebody chose, what runs or
is fetched. An edition beside a file with the same words is printed as that file is. Two files that
say that they are one edition of ours are written by one program, so of them every look is told, and
every part where nothing else is.
"""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Final

from avtalsgen.compare.beside import other_changes
from avtalsgen.compare.in_print import other_in_print
from avtalsgen.compare.looks import other_looks
from avtalsgen.compare.looks import told as lines_of
from avtalsgen.compare.normal_form import bare
from avtalsgen.compare.one_text import set_otherwise
from avtalsgen.model.comparison import OtherChange
from avtalsgen.ooxml.package import Package
from avtalsgen.pipeline.compare.as_a_file import as_files
from avtalsgen.pipeline.compare.beside import Bare
from avtalsgen.pipeline.compare.doubtful import doubtful_that_differs
from avtalsgen.pipeline.compare.views import Pair, settled
from avtalsgen.pipeline.workspace.house import House
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.docx.altered import altered
from avtalsgen.readers.docx.beside.apart import origin_that_differs
from avtalsgen.readers.docx.beside.beside_words import QUOTED, beside_words
from avtalsgen.readers.docx.beside.carried import carried_that_differs
from avtalsgen.readers.docx.beside.links import led_elsewhere, links_inside
from avtalsgen.readers.docx.beside.only_one import CarriedChange
from avtalsgen.readers.docx.beside.pending import pending_that_differs, pending_words
from avtalsgen.readers.docx.foreign import drawn
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.readers.identity import identity_of
from avtalsgen.redline.proof.untracked import looks_that_differ

_PDF: Final = b"%PDF"
_MARKDOWN: Final = frozenset({".md", ".markdown"})
_SHOWN: Final = 60


def other_than_words(
    pair: Pair, without: Bare, house: House, *, same: bool
) -> tuple[OtherChange, ...]:
    """Return what differs beside the words; `same` where the words are alike.

    `without` are the two documents as their words were compared, `house` is how ours look.

    Raises:
        AvtalsgenError: DX01–DX03, PF01–PF03 a part of a file cannot be read.
    """
    old, new = pair.old, pair.new
    if old.data is None and new.data is None:
        return other_in_print(without.old, without.new, same=same)
    if old.data is None or new.data is None:
        return _of_an_edition(pair, without, house) if same else ()
    return _of_files(pair, without, same=same)


def _of_an_edition(pair: Pair, without: Bare, house: House) -> tuple[OtherChange, ...]:
    """Return what differs between an edition, printed, and a file with the same words."""
    differing: tuple[OtherChange, ...] = ()
    try:
        for files in as_files(pair, house):
            other = _of_files(files, without, same=True)
            if not other:
                return ()
            differing = differing or other
    except AvtalsgenError as error:
        why = f"utgåvan går inte att skriva ut som filen, så bara orden är jämförda ({error})"
        return (OtherChange("utseende", 1, 1, why),)
    return differing


def _of_files(pair: Pair, without: Bare, *, same: bool) -> tuple[OtherChange, ...]:
    old, new = pair.old, pair.new
    if not (old.data and new.data) or old.data == new.data:
        return ()
    if old.data[:4] == new.data[:4] == _PDF:
        return tuple(_of_pdf(old.data, new.data, without, same=same))
    if {old.suffix, new.suffix} <= _MARKDOWN:
        return tuple(_of_markdown(old.data, new.data, without, same=same))
    if not old.data[:2] == new.data[:2] == b"PK":
        unlike = set_otherwise(without.old, without.new) if same else ()
        draft = without.old.draft and without.new.draft
        doubtful = doubtful_that_differs(old.data, new.data, draft=draft)
        tracked = _read_as_marked(old.data, new.data) if pair.tracked == "marked" else ()
        return (*doubtful, *tracked, *unlike)
    with refusals():
        before, now = Package(old.data), Package(new.data)
        other = list(_of_any(before, now, same=same))
        if same:
            other.extend(map(_carried, origin_that_differs(before, now)))
        if settled(pair.tracked) == "keep":
            marked = pair.tracked == "marked"
            other.extend(map(_carried, pending_that_differs(before, now, of_words=marked)))
        identity = identity_of(old.data)
        if not identity or identity != identity_of(new.data):
            other.extend(_of_styles(before, now))
            if same and not other:
                from avtalsgen.pipeline.compare.alike_in_word import unlike_in_word

                other.extend(unlike_in_word(pair, before, now))
            return tuple(other)
        other.extend(_of_ours(before, now))
        if same and not other:
            other.extend(_of_parts(before, now))
        return tuple(other)


def _read_as_marked(old: bytes, new: bytes) -> Iterator[OtherChange]:
    """Yield the tracked words of a Word file beside a format that has no marks."""
    for data, is_new in ((old, False), (new, True)):
        if data[:2] == b"PK":
            with refusals():
                marks = pending_words(Package(data))
            if marks:
                sides = ((), marks) if is_new else (marks, ())
                yield _carried(CarriedChange("spårad ändring", *sides))


def _of_pdf(old: bytes, new: bytes, without: Bare, *, same: bool) -> Iterator[OtherChange]:
    """Yield what differs; of two whose rows are the same all that is drawn is held together.

    Where rows break otherwise it is another print, in another font or by another program. What no
    page shows is told of two files that say that they are one edition of ours.
    """
    from avtalsgen.readers.pdf import beside as prints  # Word files need none of it
    from avtalsgen.readers.pdf.beside_words import beside_words as of_pdf
    from avtalsgen.readers.pdf.described import described

    draft = without.old.draft and without.new.draft
    other = (
        *other_changes(of_pdf(old), of_pdf(new)),
        *doubtful_that_differs(old, new, draft=draft),
    )
    yield from other
    if not same or other or old == new:
        return
    if not prints.is_one_print(old, new):
        yield from set_otherwise(without.old, without.new)
        return
    lines = prints.beside(new, old)
    identity = identity_of(old)
    if not identity or identity != identity_of(new):
        if prints.ORDER in lines and prints.spoken(new) != prints.spoken(old):
            yield OtherChange("utseende", 1, 1, prints.SPOKEN)
        lines = tuple(line for line in lines if line not in prints.UNSEEN)
    of_file = [line for line in lines if line.startswith(prints.PROPERTIES)]
    if prints.METADATA in lines:
        of_file = list(dict.fromkeys((*of_file, *described(new, old))))
    for line in lines:
        if line != prints.METADATA and line not in of_file:
            yield OtherChange("utseende", 1, 1, line)
    for line in of_file:
        yield OtherChange("egenskap", 1, 1, line)


def _of_markdown(old: bytes, new: bytes, without: Bare, *, same: bool) -> Iterator[OtherChange]:
    from avtalsgen.readers.markdown_file.beside import beside_words as of_markdown
    from avtalsgen.readers.markdown_file.beside import laid_out

    before, now = (data.decode("utf-8-sig", "replace") for data in (old, new))
    counted = other_changes(of_markdown(bare(before)), of_markdown(bare(now)))
    kinds = {change.kind for change in counted}
    printed = other_in_print(without.old, without.new, same=same and not counted)
    other = (*counted, *(change for change in printed if change.kind not in kinds))
    yield from other
    if same and not other:
        was, is_now = (
            [(kind, bare(said)) for kind, said in laid_out(text)] for text in (before, now)
        )
        sides = enumerate(zip_longest(was, is_now))
        unlike = next((place for place, (one, two) in sides if one != two), None)
        if unlike is not None:
            words = (said for kind, said in is_now[unlike:] if kind == "text")
            where = next(words, "").strip()[:_SHOWN]
            yield OtherChange("formatering", 1, 1, f"först vid ”{where}”" if where else "")


def _of_any(before: Package, now: Package, *, same: bool) -> Iterator[OtherChange]:
    yield from other_changes(beside_words(before), beside_words(now), QUOTED)
    for listed in looks_that_differ(before, now):
        if listed.story != "styles":
            yield OtherChange(_KINDS[listed.story], 1, 1, listed.message)
    yield from map(_carried, carried_that_differs(before, now))
    for line in led_elsewhere(links_inside(before), links_inside(now), same=same):
        yield OtherChange("länk i dokumentet", 1, 1, line)


def _carried(change: CarriedChange) -> OtherChange:
    return OtherChange(change.kind, len(change.old), len(change.new), change.said)


def _of_styles(before: Package, now: Package) -> Iterator[OtherChange]:
    """Yield what differs in the styles, for files whose every word cannot be held to another."""
    for listed in looks_that_differ(before, now):
        if listed.story == "styles":
            yield OtherChange(_KINDS[listed.story], 1, 1, listed.message)


def _of_ours(before: Package, now: Package) -> Iterator[OtherChange]:
    for line in lines_of(other_looks(now, before)):
        yield OtherChange("utseende", 1, 1, line)
    for line in drawn(now, before):
        yield OtherChange("ritat", 0, 1, f"{line} som inte finns i den äldre filen")
    for line in drawn(before, now):
        yield OtherChange("ritat", 1, 0, f"{line} som inte finns i den nyare filen")


def _of_parts(before: Package, now: Package) -> Iterator[OtherChange]:
    for name, where in altered(now, before).parts:
        yield OtherChange("del av filen", 1, 1, f"{name}: {where}")


_KINDS: Final[Mapping[str, str]] = {
    "styles": "formatmall",
    "theme": "tema",
    "settings": "inställning",
    "control": "innehållskontroll",
    "file": "infogad fil",
}
"""What a reader calls what differs in the looks of two Word files."""
