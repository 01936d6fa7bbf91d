"""Random small Word files, and random edits of them."""

from typing import Any

from hypothesis import strategies as st
from tests.redline.wordfile import BULLETS, field, item, link, note, par, row, run, table, word

_WORDS = (
    *("nämnden", "utföraren", "följer", "upp", "vård", "stöd", "insats", "avtal", "pris", "605"),
    *("kr", "ska", "skall", "inte", "senast", "den", "31", "mars", "2026", "barn", "vuxna"),
    *("samtal", "lokal", "personal", "kvalitet", "lag", "§", "och", "eller", "rapport"),
)
_LINKS = {"rId70": "https://example.se/"}
_NOTES = {1: "Not ett.", 2: "Not två."}
_LOOKS = ("", "", "", "<w:b/>", "<w:i/>")

texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)
runs = st.builds(run, texts, st.sampled_from(_LOOKS))
things = st.one_of(
    runs,
    runs,
    runs,
    st.builds(link, texts, st.just("rId70")),
    st.builds(field, st.sampled_from(("PAGE", "REF _k1")), texts),
    st.sampled_from((note(1), note(2), "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>")),
)
_STYLES = st.sampled_from(("", "", "", "Heading1", "Heading2"))
_SHAPES = st.sampled_from(("", "", '<w:jc w:val="center"/>'))
paragraphs = st.builds(
    lambda parts, style, shape: par(*parts, style=style, properties=shape),
    st.lists(things, max_size=4),
    _STYLES,
    _SHAPES,
)
items = st.builds(lambda text, number: item(text, number=number), texts, st.sampled_from((1, 2)))
tables = st.builds(
    lambda rows: table(*(row(*cells) for cells in rows)),
    st.lists(
        st.lists(st.one_of(texts, st.just("")), min_size=1, max_size=3), min_size=1, max_size=3
    ),
)
blocks = st.one_of(paragraphs, paragraphs, paragraphs, items, tables)


def file_of(parts: list[str]) -> bytes:
    """Return the Word file of blocks; Word wants a paragraph at the end."""
    return word(*parts, par("Slut."), lists=BULLETS, links=_LINKS, notes=_NOTES)


@st.composite
def edits(draw: Any) -> tuple[list[str], list[str]]:
    """Draw the blocks of a file, and what somebody has made of them."""
    before = draw(st.lists(blocks, max_size=7))
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        _edit(draw, after)
    return before, after


@st.composite
def edited(draw: Any) -> tuple[bytes, bytes]:
    """Draw a file, and what somebody has made of it; some have air between their paragraphs."""
    before, after = draw(edits())
    old, new = draw(st.sampled_from(((0, 0), (0, 0), (1, 1), (0, 1), (1, 2))))
    return file_of(aired(before, old)), file_of(aired(after, new))


def aired(parts: list[str], times: int) -> list[str]:
    """Return the blocks with as many empty paragraphs after each."""
    return [one for part in parts for one in (part, *[par("")] * times)]


def _edit(draw: Any, parts: list[str]) -> None:
    how = draw(st.sampled_from(("insert", "remove", "move", "words", "twice", "swap")))
    at = draw(st.integers(0, max(0, len(parts) - 1)))
    if how == "insert" or not parts:
        parts.insert(at, draw(blocks))
    elif how == "remove":
        del parts[at]
    elif how == "move":
        parts.insert(draw(st.integers(0, len(parts) - 1)), parts.pop(at))
    elif how == "words":
        old = draw(st.sampled_from(_WORDS))
        parts[at] = parts[at].replace(f" {old}", f" {draw(texts)}", 1)
    elif how == "twice":
        parts.insert(at, parts[at])
    else:
        parts[at], parts[-1] = parts[-1], parts[at]
