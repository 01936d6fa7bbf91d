"""What a Word file has apart from its pages, that somebody who works in it comes across.

    undantag från skydd   words that may be edited though the file is protected
    text vid en länk      what is shown when one points at it
    plats i en länk       where in the other file it leads
    noternas avskiljare   what stands between text and notes, and where notes go on
    formulärfält          help, limits and programs of a field to fill in
    platshållare          words of a control that go away when somebody writes in it
    byggblock             words that the file has in store, as what an empty control says
    löst kommentar        a comment that is said to be done with
    egenskap              title, subject, keywords and the like, and those of the file's own
    ursprung              the edition of ours that the file says that it is, and its clauses

No tracked change in Word says any of this.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml import core_properties, custom_properties
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXT, text_of
from avtalsgen.readers.docx.beside.only_one import Carried, CarriedChange, only_in_one
from avtalsgen.readers.docx.foreign import folded
from avtalsgen.readers.docx.formats.values import is_on, value
from avtalsgen.readers.docx.seen.seen_words import stories

_EVERYBODY: Final = "alla"
_GROUPS: Final[Mapping[str, str]] = {"everyone": _EVERYBODY, "current": "den som öppnar filen"}
_OF_LINKS: Final = {"tooltip": "text vid en länk", "docLocation": "plats i en länk"}
_APART: Final = (f"{W}separator", f"{W}continuationSeparator")
_SEPARATORS: Final = {
    "separator": "linjen före noterna",
    "continuationSeparator": "linjen före noter som fortsätter",
    "continuationNotice": "texten där noter fortsätter",
}
_LINE: Final = "en linje"
_FORM: Final = f"{W}ffData"
_NO_MATTER: Final = frozenset(W + name for name in ("name", "label", "tabIndex"))
_FILLED_IN: Final = (f"{W}checked", f"{W}result")
"""What somebody chose in a field of a form, which is read as its words."""
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TITLED: Final[Mapping[str, str]] = {
    "title": "titel",
    "subject": "ämne",
    "creator": "författare",
    "keywords": "nyckelord",
    "description": "beskrivning",
    "category": "kategori",
    "contentStatus": "status",
}
"""What a reader sees under Arkiv > Info; who saved the file and when is no matter."""
_OURS: Final = "avtalsgen."
"""What properties begin with that this program writes for itself."""
_OF_CLAUSES: Final = f"{_OURS}klausul."
_PARTING: Final = re.compile("[,;]")
"""Stands between keywords, as one program writes them."""
_COMPANY: Final[Mapping[str, str]] = {"Company": "företag", "Manager": "chef"}


def apart(file: Package) -> Iterator[Carried]:
    """Yield each such thing.

    Raises:
        UnfitError: a part of the file cannot be read.
    """
    for _, root in stories(file):
        yield from _permitted(root)
        for link in root.iter(f"{W}hyperlink"):
            for name, called in _OF_LINKS.items():
                if said := link.get(W + name):
                    yield called, said, ""
        for form in root.iter(_FORM):
            yield "formulärfält", value(form, "name") or "utan namn", _of_form(form)
        for control in root.iter(f"{W}sdt"):
            if is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
                yield "platshållare", folded(text_of(control)), ""
    yield from _separators(file)
    yield from _in_store(file)
    yield from _settled_comments(file)
    yield from _properties(file)


def origin_that_differs(old: Package, new: Package) -> Iterator[CarriedChange]:
    """Yield what two files say otherwise of the edition and the clauses that they are made of.

    It follows from the words where they differ, and is told where they do not.

    Raises:
        UnfitError: a part of one of them cannot be read.
    """
    before, now = (_origin(file) for file in (old, new))
    yield from only_in_one(before, now)


def _origin(file: Package) -> Iterator[Carried]:
    for name, words in custom_properties.read(file).items():
        if name.startswith(_OF_CLAUSES):
            yield "ursprung", f"klausulen {name.removeprefix(_OF_CLAUSES)}", words
        elif name.startswith(_OURS):
            yield "ursprung", f"{name.removeprefix(_OURS)}: {folded(words)}", ""


def _permitted(root: etree._Element) -> Iterator[Carried]:
    """Yield the words that somebody may edit in a protected file, and who (17.13.7)."""
    open_ranges: dict[str, list[str]] = {}
    whose: dict[str, tuple[str, str]] = {}
    for node in root.iter(f"{W}permStart", f"{W}permEnd", TEXT):
        identity = node.get(f"{W}id", "")
        if node.tag == TEXT:
            for words in open_ranges.values():
                words.append(node.text or "")
        elif node.tag == f"{W}permStart":
            group = node.get(f"{W}edGrp", "")
            who = node.get(f"{W}ed") or _GROUPS.get(group, "en grupp")
            columns = f"{node.get(f'{W}colFirst', '')}–{node.get(f'{W}colLast', '')}"
            open_ranges[identity], whose[identity] = [], (who, f"{group} {columns}")
        elif identity in open_ranges:
            words = open_ranges.pop(identity)
            yield _exception("".join(words), *whose[identity])
    for identity in open_ranges:
        yield _exception("utan slut", *whose[identity])


def _exception(words: str, who: str, how: str) -> Carried:
    return "undantag från skydd", f"{who}: {folded(words)}", how


def _of_form(form: etree._Element) -> str:
    """Return all that a field of a form is, without what it is called and what was filled in."""
    return " ".join(
        f"{node.tag} {sorted(node.attrib.items())}"
        for own in form
        if own.tag not in _NO_MATTER
        for node in own.iter(etree.Element)
        if node.tag not in _FILLED_IN
    )


def _separators(file: Package) -> Iterator[Carried]:
    """Yield what stands before notes, of each kind that the file has, where it is not as usual."""
    for kind in ("footnote", "endnote"):
        root = file.related_part(f"{kind}s")
        for note in () if root is None else root.iter(W + kind):
            role = note.get(f"{W}type", "")
            if role not in _SEPARATORS:
                continue
            line = _LINE if next(note.iter(*_APART), None) is not None else ""
            said = folded(f"{line} {text_of(note)}")
            usual = "" if role == "continuationNotice" else _LINE
            if said != usual:
                yield "noternas avskiljare", f"{_SEPARATORS[role]}: {said or 'ingen'}", kind


def _in_store(file: Package) -> Iterator[Carried]:
    root = file.related_part("glossaryDocument")
    for block in () if root is None else root.iter(f"{W}docPartBody"):
        if words := folded(text_of(block)):
            yield "byggblock", words, ""


def _settled_comments(file: Package) -> Iterator[Carried]:
    told = file.related_part("commentsExtended")
    comments = file.related_part("comments")
    if told is None or comments is None:
        return
    done = {
        own.get(f"{_W15}paraId")
        for own in told.iter(f"{_W15}commentEx")
        if own.get(f"{_W15}done", "0") in ("1", "true", "on")
    }
    for comment in comments.iter(f"{W}comment"):
        if done & {line.get(f"{_W14}paraId") for line in comment.iter(f"{W}p")} - {None}:
            yield "löst kommentar", folded(text_of(comment)), comment.get(f"{W}author", "")


def _properties(file: Package) -> Iterator[Carried]:
    said: Mapping[str, str] = {}
    try:
        said = core_properties.read(file)
    except UnfitError:  # the pages are whole, and it is told
        yield "egenskap", "går inte att läsa", ""
    of_program = file.related_part("extended-properties", "")
    held = {
        etree.QName(node).localname: node.text or ""
        for node in (() if of_program is None else of_program)
        if isinstance(node.tag, str)
    }
    for names, texts in ((_TITLED, said), (_COMPANY, held)):
        for name, called in names.items():
            if words := folded(_PARTING.sub(" ", texts.get(name, ""))):
                yield "egenskap", f"{called}: {words}", ""
    for name, words in custom_properties.read(file).items():
        if not name.startswith(_OURS):
            yield "egenskap", f"{name}: {words}", ""
