"""What a file says when its tracked changes are accepted, or rejected: all that a reader sees."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Final, NamedTuple

from avtalsgen.ooxml.elements import Element, first_child, relation_ids
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import TRACKED, Way, is_settled, resolve, settled_paragraphs
from avtalsgen.ooxml.text import TEXT, printed, text_of
from avtalsgen.readers.docx.formats.numbering import ParagraphCounter
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.redline.package.forms import Forms, NoteTexts, blocks
from avtalsgen.redline.package.heads import shown_heads
from avtalsgen.redline.package.notes import note_parts, notes_of
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.package.parts import stories
from avtalsgen.redline.proof.targets import Targets, homes_of, targets_of


class Numbered(NamedTuple):
    """A paragraph with the number that Word prints before it."""

    number: str
    text: str


def unmarked(redline: Package, ours: Callable[[Element], bool]) -> str:
    """Return the words of the body that no mark of ours is around."""
    body = redline.document().find(W + "body")
    marks = (mark for mark in body.iter(*TRACKED) if ours(mark))
    taken = {text for mark in marks for text in mark.iter(TEXT)}
    return "".join(text.text or "" for text in body.iter(TEXT) if text not in taken)


_NONE: Final[Mapping[int, str]] = {}


def same_both_ways(redline: Package, names: PackageNames) -> dict[int, str]:
    """Return the forms of the plain paragraphs that no mark is in or flows into, by place."""
    forms = Forms(names, redline.main)
    body = redline.document().find(W + "body")
    said = ((place, forms.plain_paragraph(block)) for place, block in settled_paragraphs(body))
    return {place: form for place, form in said if form}


class FileView:
    """What a file says in one way; forms are compared, the rest is told of."""

    def __init__(
        self,
        package: Package,
        way: Way,
        names: PackageNames | None = None,
        both_ways: Mapping[int, str] = _NONE,
    ) -> None:
        """Read all at once: nothing of `package` is held, so that its trees can go.

        `both_ways` are the forms of blocks that are the same accepted and rejected, by place.
        """
        names = names or PackageNames(package)
        notes = {key: _resolved(note, way) for key, note in notes_of(package).items()}
        note_texts = NoteTexts(notes, note_parts(package))
        root = package.tree(package.main)
        forms = Forms(names, package.main, note_texts)
        if not is_settled(root):
            root = deepcopy(root)
            unsettled = list(root.find(W + "body"))
            forms.know((unsettled[place], form) for place, form in both_ways.items())
            resolve(root, way)
        body = root.find(W + "body")
        body_blocks = blocks(body)
        self.body = [forms.block(one) for one in body_blocks]
        self.texts = [] if both_ways else [text_of(one) for one in body_blocks]
        """The words of each block of the body; of a redline nobody asks for them."""
        self.section = forms.section(body.find(W + "sectPr"))
        shown = shown_heads(package, root)
        said = {
            part: _head(_resolved(package.tree(part), way), Forms(names, part, note_texts))
            for part in dict.fromkeys(part for heads in shown for part in heads.values())
        }
        self.heads = [
            {place: said[part] for place, part in heads.items() if said[part]} for heads in shown
        ]
        self.numbers = tuple(_numbered(package, body))
        self.targets: Targets = targets_of(root)
        self.homes: Targets = homes_of(root)
        self.lost = frozenset(_lost(package))


def _resolved(root: Element, way: Way) -> Element:
    """Return a copy with its tracked changes settled; itself if it has none to settle."""
    if is_settled(root):
        return root
    copied = deepcopy(root)
    resolve(copied, way)
    return copied


def _head(root: Element, forms: Forms) -> str:
    """Return the form of a header; nothing for one that shows nothing."""
    said = [forms.block(one) for one in blocks(root)]
    shows = any(forms.flow(one).pieces for one in root.iter(W + "p"))
    return "\7".join(said) if shows else ""


_SHOWN = 60
"""Characters of a block that messages show."""


def _text(block: Element) -> str:
    return shown(" ".join(map(printed, block.iter(W + "p"))))


def shown(text: str) -> str:
    """Return how a text begins, as messages show it."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …"


def _numbered(package: Package, body: Element) -> Iterator[Numbered]:
    """Yield the paragraphs that print a number, in reading order."""
    numbering = package.related_part("numbering")
    if numbering is None:
        return
    styles = Styles(package.related_part("styles"))
    counting = ParagraphCounter(numbering, styles)
    without_properties = styles.paragraph("").numbering
    for paragraph in body.iter(W + "p") if without_properties else _with_properties(body):
        properties = first_child(paragraph, W + "pPr")
        number = counting.next(properties, styles.paragraph(value(properties, "pStyle")))
        if number is not None and number.text:
            yield Numbered(number.text, _text(paragraph))


def _with_properties(body: Element) -> Iterator[Element]:
    """Yield the paragraphs that have properties of their own, in reading order."""
    for properties in body.iter(W + "pPr"):
        paragraph = properties.getparent()
        if paragraph.tag == W + "p" and first_child(paragraph, W + "pPr") is properties:
            yield paragraph


def _lost(package: Package) -> Iterator[tuple[str, str]]:
    """Yield parts with text and ids of relations that they name and do not have."""
    for part in stories(package):
        relations = package.relations(part)
        for identity in relation_ids(package.tree(part)):
            if identity and identity not in relations:
                yield part, identity
