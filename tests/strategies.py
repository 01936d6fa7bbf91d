"""Random documents that keep every promise the model makes.

The tree of sections is drawn first and the text after, so that a reference can name a
section that stands later in the document. What lies at the edge of what is allowed is
drawn on purpose: characters that are markup in some format, text that is only a space,
empty cells, addresses that no writer may make a link of.

What is private here takes `draw` instead of giving a strategy: one flat strategy a choice
is many times faster than strategies inside one another.

A whole document is a thousand draws. In the quick profile all laws of a process choose from the
same `POOL` of them, drawn once, so that what is dear to make of one (`tests/writers/`) is made
once too. A law that fails shows the smallest document it fails for; `--hypothesis-profile
thorough` draws each anew and shrinks it.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.drawn_words import ADDRESSES, CHARACTERS, MARKUP, SWEDISH

from avtalsgen.model import nodes as n
from avtalsgen.model import plain, walk
from avtalsgen.source import Origin

POOL = 60
"""How many documents the laws of a process choose from; none takes more in the quick profile."""

T = TypeVar("T")
Targets = Sequence[n.Reference]
"""What a reference may lead to, each as it is printed."""

NUMBERINGS = (
    ("{1}", "{1}.{2}", "{1}.{2}.{3}"),
    ("{1}.0", "{1}.{2}"),
    ("{1}.",),
    ("§\u00a0{1}", "{1}.{2}"),
    (),
)
PATHS = ("tid.från", "parter.utförare.namn", "belopp", "resultat.0.mål")
PLACES = (None, Origin("clauses/lex-sarah/2019.md", 12, 3), Origin("uppdrag/å & <ä>/2019.yaml", 7))
PROVENANCES = (
    None,
    n.Provenance("klausul", "clauses/tvist/2019.md", "tvist", "2019", "ab" * 32),
    n.Provenance("avvikelse", "uppdrag/x/egen.md", "tvist", "2021-dialog", "cd" * 32),
    n.Provenance("prosa", "uppdrag/x/vuxna.md", sha256="ef" * 32),
)

_WORD = st.one_of(
    st.sampled_from(SWEDISH),
    st.sampled_from(MARKUP),
    st.text(CHARACTERS, min_size=1, max_size=6),
)
_TEXT = st.lists(_WORD, min_size=1, max_size=4).map(" ".join).map(str.strip).filter(bool)
_SPACE = st.sampled_from(("", "", " ", "  "))
_RAGGED = st.one_of(
    st.builds(str.__add__, _TEXT, _SPACE),
    st.builds(str.__add__, _SPACE, _TEXT),
    st.sampled_from((" ", "  ", "\u00a0", ",", ".", "§")),
)


def texts() -> st.SearchStrategy[str]:
    """One line with at least one word, single spaces between words and none at the ends."""
    return _TEXT


@st.composite
def inlines(draw: DrawFn) -> tuple[n.Inline, ...]:
    """Running text with at least one word and without references."""
    return _running(draw, ())


@st.composite
def blocks(draw: DrawFn) -> n.Block:
    """A paragraph, a list or a table, without references."""
    return _block(draw, ())


@st.composite
def sections(
    draw: DrawFn, numbering: tuple[str, ...] = NUMBERINGS[0], depth: int = 4
) -> tuple[n.Section, ...]:
    """The sections of a document, numbered by `numbering`, with references to one another."""
    root = _one_of(draw, ("klausul", "lex--sarah", "1", "-"))
    outlines = _some(draw, 1, 3, lambda: _outline(draw, depth))
    bare = _numbered(outlines, numbering, root, ())
    targets = [target for section in bare for target in _targets(section)]
    return tuple(_filled(draw, section, targets) for section in bare)


@st.composite
def covers(draw: DrawFn) -> n.Cover:
    """A cover, which always has a title."""
    kicker = draw(_TEXT) if _chance(draw) else ""
    rows = _some(draw, 0, 3, lambda: n.CoverRow(draw(_TEXT), _joined(draw, _leaf, breaks=True)))
    form: Literal["page", "letterhead"] = _one_of(draw, ("page", "letterhead"))
    return n.Cover(kicker, _label(draw), _perhaps_label(draw), rows, form)


@st.composite
def signatures(draw: DrawFn) -> n.Signatures:
    """Places to sign, with ruled lines on paper only."""
    form: Literal["papper", "e-signering"] = "papper" if _chance(draw) else "e-signering"
    most = 2 if form == "papper" else 0
    parties = iter(("beställare", "utförare", "utförare-2"))
    return n.Signatures(
        form,
        _some(
            draw,
            1,
            3,
            lambda: n.Signatory(
                party=next(parties),
                role=draw(_TEXT),
                organisation=_label(draw),
                lines=_some(draw, min(1, most), most, lambda: draw(_TEXT)),
                name=_perhaps_label(draw),
                title=_perhaps_label(draw),
            ),
        ),
    )


def documents(depth: int = 4) -> st.SearchStrategy[n.Document]:
    """A whole document, its sections at most `depth` levels deep."""
    return st.deferred(lambda: _documents(depth) if _thorough() else st.sampled_from(_pool(depth)))


def _thorough() -> bool:
    return settings.get_current_profile_name() == "thorough"


@cache
def _pool(depth: int) -> tuple[n.Document, ...]:
    """Return the documents of this process, the smallest first: a law that fails shows that."""
    with ThreadPoolExecutor(1) as aside:  # a law may be drawing, and none may run within another
        pool = aside.submit(_collected, depth).result()
    return tuple(sorted(pool, key=lambda document: len(repr(document))))


def _collected(depth: int) -> list[n.Document]:
    pool: list[n.Document] = []

    @settings(
        max_examples=POOL,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(_documents(depth))
    def collect(document: n.Document) -> None:
        pool.append(document)

    collect()
    return pool


def made_once(make: Callable[[n.Document], T]) -> Callable[[n.Document], T]:
    """Return `make`, which is called once for the same document.

    The same and not an equal one: places and provenance are no part of being equal.
    """
    made: dict[int, tuple[n.Document, T]] = {}

    def of(document: n.Document) -> T:
        if id(document) not in made:
            while len(made) >= 2 * POOL:
                del made[next(iter(made))]
            made[id(document)] = document, make(document)
        return made[id(document)][1]

    return of


@st.composite
def _documents(draw: DrawFn, depth: int) -> n.Document:
    numbering, cover = _one_of(draw, NUMBERINGS), draw(covers())
    document = n.Document(
        identity=n.Identity(
            uppdrag="vald-i-nara-relation",
            edition="2019",
            type="verksamhetsuppdrag@2019",
            status=_one_of(draw, ("utkast", "upprättad", "beslutad", "undertecknad")),
            title=plain.text(cover.title),
            dnr=_one_of(draw, ("", "SON 2019-755")),
            date=_one_of(draw, ("", "2019-12-18")),
            author=draw(_TEXT),
            subject=draw(_TEXT),
            keywords=_some(draw, 0, 2, lambda: draw(_TEXT)),
        ),
        cover=cover,
        sections=draw(sections(numbering, depth)),
        numbering=numbering,
        contents=n.Contents(draw(_TEXT), _number(draw, 1, 4)) if _chance(draw) else None,
        signatures=draw(signatures()) if _chance(draw) else None,
        running=n.Running(draw(_TEXT), draw(_TEXT), draw(_TEXT))
        if _chance(draw)
        else n.Running("", "", ""),
        draft=_chance(draw),
    )
    made_of = [section.provenance for section in walk.sections(document)]
    clauses = tuple(made for made in made_of if made and made.kind != "rubrik")
    return replace(document, identity=replace(document.identity, clauses=clauses))


def _number(draw: DrawFn, fewest: int, most: int) -> int:
    return draw(st.integers(fewest, most))


def _chance(draw: DrawFn) -> bool:
    return draw(st.booleans())


def _one_of(draw: DrawFn, choices: Sequence[T]) -> T:
    return choices[_number(draw, 0, len(choices) - 1)]


def _some(draw: DrawFn, fewest: int, most: int, one: Callable[[], T]) -> tuple[T, ...]:
    return tuple(one() for _ in range(_number(draw, fewest, most)))


def _leaf(draw: DrawFn) -> n.Inline:
    match _number(draw, 0, 5):
        case 0:
            return n.Value(draw(_TEXT), _one_of(draw, PATHS), _one_of(draw, PLACES))
        case 1:
            return n.Gap(draw(_TEXT), _one_of(draw, PATHS), draw(_TEXT), _one_of(draw, PLACES))
        case _:
            return n.Text(draw(_RAGGED))


def _joined(
    draw: DrawFn, inline: Callable[[DrawFn], n.Inline], *, breaks: bool
) -> tuple[n.Inline, ...]:
    """Return one to three inlines with at least one word, at times with a break between them."""
    content = [inline(draw)]
    for _ in range(_number(draw, 0, 2)):
        if breaks and not _number(draw, 0, 3):
            content.append(n.LineBreak())
        content.append(inline(draw))
    if not plain.text(content).split():
        content.append(n.Text(draw(_TEXT)))
    return tuple(content)


def _styled(draw: DrawFn, leaf: Callable[[DrawFn], n.Inline], *, breaks: bool) -> n.Inline:
    """Return a leaf, or strong or emphasis, which may hold the like two deep."""

    def light(draw: DrawFn) -> n.Inline:
        return _weighted(draw, leaf, breaks=breaks) if not _number(draw, 0, 3) else leaf(draw)

    return _weighted(draw, light, breaks=breaks) if not _number(draw, 0, 3) else leaf(draw)


def _weighted(draw: DrawFn, inline: Callable[[DrawFn], n.Inline], *, breaks: bool) -> n.Inline:
    content = _joined(draw, inline, breaks=breaks)
    return n.Strong(content) if _chance(draw) else n.Emphasis(content)


def _label(draw: DrawFn) -> tuple[n.Inline, ...]:
    """Return a heading, a title or a name: one line that leads nowhere."""
    return _joined(draw, lambda draw: _styled(draw, _leaf, breaks=False), breaks=False)


def _perhaps_label(draw: DrawFn) -> tuple[n.Inline, ...]:
    return _label(draw) if _chance(draw) else ()


def _running(draw: DrawFn, targets: Targets) -> tuple[n.Inline, ...]:
    def linking(draw: DrawFn) -> n.Inline:
        match _number(draw, 0, 5):
            case 0:
                content = _joined(draw, lambda draw: _styled(draw, _leaf, breaks=True), breaks=True)
                return n.Link(content, _one_of(draw, ADDRESSES))
            case 1 if targets:
                return _one_of(draw, targets)
            case _:
                return _leaf(draw)

    return _joined(draw, lambda draw: _styled(draw, linking, breaks=True), breaks=True)


def _block(draw: DrawFn, targets: Targets) -> n.Block:
    match _number(draw, 0, 3):
        case 0:
            return _list(draw, targets, 3)
        case 1:
            return _table(draw, targets)
        case _:
            return _paragraph(draw, targets)


def _paragraph(draw: DrawFn, targets: Targets) -> n.Paragraph:
    return n.Paragraph(_running(draw, targets), _one_of(draw, PLACES))


def _list(draw: DrawFn, targets: Targets, depth: int) -> n.List:
    def more() -> n.Block:
        nested = depth > 1 and _chance(draw)
        return _list(draw, targets, depth - 1) if nested else _paragraph(draw, targets)

    def item() -> n.ListItem:
        return n.ListItem((_paragraph(draw, targets), *_some(draw, 0, 2, more)))

    return n.List(_some(draw, 1, 2, item), _chance(draw))


def _table(draw: DrawFn, targets: Targets) -> n.Table:
    width = _number(draw, 1, 3)

    def cell() -> n.Cell:
        return _running(draw, targets) if _number(draw, 0, 3) else ()

    def row() -> tuple[n.Cell, ...]:
        return _some(draw, width, width, cell)

    sides: tuple[Literal["left", "right"], ...] = ("left", "right")
    align = _some(draw, width, width, lambda: _one_of(draw, sides)) if _chance(draw) else ()
    return n.Table(row(), _some(draw, 0, 3, row), align, _one_of(draw, PLACES))


@dataclass(frozen=True, slots=True)
class _Outline:
    """A section that has yet to get its anchor, number and text."""

    heading: tuple[n.Inline, ...]
    numbered: bool
    below: tuple["_Outline", ...] = ()


def _outline(draw: DrawFn, depth: int) -> _Outline:
    match _number(draw, 0, 5):
        case 0:
            return _Outline((), numbered=False)
        case kind:
            fewer = 2 if depth > 1 else 0
            below = _some(draw, 0, fewer, lambda: _outline(draw, depth - 1))
            return _Outline(_label(draw), kind != 1, below)


def _numbered(
    outlines: tuple[_Outline, ...], numbering: tuple[str, ...], anchor: str, above: tuple[int, ...]
) -> tuple[n.Section, ...]:
    """Return the sections of `outlines`, below a section with `anchor` and the counters `above`.

    A counter of 0 stands for a section without a number; nothing below it has one.
    """
    level, counter, result = len(above) + 1, 0, []
    for place, outline in enumerate(outlines):
        counted = outline.numbered and all(above) and level <= len(numbering)
        counter += counted
        counters = (*above, counter if counted else 0)
        own = f"{anchor}-{place}"
        result.append(
            n.Section(
                anchor=own,
                heading=outline.heading,
                level=level,
                number=numbering[level - 1].format("", *counters) if counted else "",
                sections=_numbered(outline.below, numbering, own, counters),
            )
        )
    return tuple(result)


def _targets(section: n.Section) -> Iterator[n.Reference]:
    if section.number:
        yield n.Reference(section.anchor, "avsnitt\u00a0", section.number, "number")
    elif section.heading:
        name = plain.text(section.heading)
        yield n.Reference(section.anchor, "avsnittet\u00a0", name, "heading")
    for below in section.sections:
        yield from _targets(below)


def _filled(draw: DrawFn, section: n.Section, targets: Targets) -> n.Section:
    """Return `section` with text; one without a heading always has some."""
    fewest = 0 if section.heading else 1
    content = _some(draw, fewest, 2, lambda: _block(draw, targets))
    return replace(
        section,
        blocks=content,
        provenance=_one_of(draw, PROVENANCES) if content else n.Provenance("rubrik"),
        origin=_one_of(draw, PLACES),
        sections=tuple(_filled(draw, below, targets) for below in section.sections),
    )
