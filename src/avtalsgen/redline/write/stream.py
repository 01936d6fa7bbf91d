"""Paragraphs as one stream of tokens, in which the end of a paragraph is a token too.

So a paragraph cut in two is one token more, and two made one are one token fewer. What stays, comes
or leaves together is one token again when it is matched, and only that is cut out of the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.ooxml.elements import Element
from avtalsgen.redline.package.flow import Flow, FlowPiece
from avtalsgen.redline.package.forms import Forms

_MARKS = "-\\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{HYPHEN}-\N{EM DASH}"
_SIGNS = re.compile(f"[{_MARKS}]")
_SIGNS_KEPT = re.compile(f"([{_MARKS}])")
"""Spaces and dashes, which stand inside amounts and compounds too."""

_HOLDS_TEXT = tuple(f"\0field:{code}" for code in ("HYPERLINK", "TOC", "INDEX", "FORMTEXT"))
"""Fields around text; the result of any other is one answer, which is new or the same."""

END = "\4"
"""The key of the end of a paragraph."""


Ends = tuple[int, int]


class TextSpan(NamedTuple):
    """Letters of pieces that stand inside the same: from which to which of all."""

    whole: list[FlowPiece]
    start: int
    end: int

    def goes_on_to(self, other: "TextSpan | None") -> bool:
        """Return whether `other` follows in the same text, which stands inside nothing."""
        return (
            other is not None
            and self.whole is other.whole
            and self.end == other.start
            and not self.whole[0].inside
        )

    def pieces(self) -> Iterator[FlowPiece]:
        """Yield the pieces, cut where the letters begin and end."""
        begun = 0
        for piece in self.whole:
            start, end = self.start - begun, self.end - begun
            begun += len(piece.text)
            if start < len(piece.text) and end > 0:
                yield _cut(piece, max(0, start), min(end, len(piece.text)))


class Token:
    """What is marked as one: a word, a sign, an object, the end of a paragraph; many words."""

    __slots__ = ("_pieces", "key", "marks", "paragraph", "span")

    def __init__(
        self,
        key: str,
        pieces: tuple[FlowPiece, ...] | TextSpan,
        paragraph: Element | None = None,
        marks: Sequence[Element] = (),
    ) -> None:
        """`paragraph` is the one that ends here; `marks` print nothing before its end."""
        self.key, self.paragraph, self.marks = key, paragraph, marks
        self.span = pieces if isinstance(pieces, TextSpan) else None
        self._pieces = None if isinstance(pieces, TextSpan) else pieces

    @property
    def pieces(self) -> tuple[FlowPiece, ...]:
        """Return what it is made of."""
        if self._pieces is None:
            assert self.span is not None
            self._pieces = tuple(self.span.pieces())
        return self._pieces


class TokenMatch(NamedTuple):
    """A token of either side, or of both where they answer to each other."""

    old: Token | None
    new: Token | None


def stream(forms: Forms, paragraphs: Iterable[Element]) -> list[Token]:
    """Return the tokens of paragraphs, each with its end."""
    streamed: list[Token] = []
    for paragraph in paragraphs:
        flow = forms.flow(paragraph)
        streamed += _tokens(flow)
        streamed.append(Token(END, (), paragraph, flow.last_marks))
    return streamed


def matched(old: Sequence[Token], new: Sequence[Token]) -> list[TokenMatch]:
    """Return both streams as one; each ends with the end of a paragraph, and these match.

    Where one side is taken away and the other put there, the old tokens come first.
    """
    old, new = _cut_finer(old, new), _cut_finer(new, old)
    kept = _whole_fields(old, new, _kept(old[:-1], new[:-1]))
    matches: list[TokenMatch] = []
    i = j = 0
    for a, b, length in _together(old, new, kept):
        matches += (TokenMatch(token, None) for token in _joined(old[i:a]))
        matches += (TokenMatch(None, token) for token in _joined(new[j:b]))
        i, j = a + length, b + length
        matches += map(TokenMatch, _joined(old[a:i]), _joined(new[b:j]))
    matches += (TokenMatch(token, None) for token in _joined(old[i:-1]))
    matches += (TokenMatch(None, token) for token in _joined(new[j:-1]))
    return [*matches, TokenMatch(old[-1], new[-1])]


def _together(
    old: Sequence[Token], new: Sequence[Token], kept: Iterable[Ends]
) -> Iterator[tuple[int, int, int]]:
    """Yield where tokens begin that are kept and follow each other as text, and how many."""
    first, last = (-1, -1), (-1, -1)
    length = 0
    for i, j in kept:
        if (
            length
            and (i, j) == (last[0] + 1, last[1] + 1)
            and _goes_on(old[i - 1], old[i])
            and _goes_on(new[j - 1], new[j])
        ):
            length += 1
        else:
            if length:
                yield (*first, length)
            first, length = (i, j), 1
        last = (i, j)
    if length:
        yield (*first, length)


def _goes_on(first: Token, second: Token) -> bool:
    return first.span is not None and first.span.goes_on_to(second.span)


def _joined(side: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of `side`, those that follow each other in one text as one."""
    start = 0
    for place in range(1, len(side) + 1):
        if place == len(side) or not _goes_on(side[place - 1], side[place]):
            yield _one(side[start:place])
            start = place


def _one(run: Sequence[Token]) -> Token:
    first, last = run[0].span, run[-1].span
    if len(run) == 1 or first is None or last is None:
        return run[0]
    key = "".join(token.key for token in run)
    return Token(key, TextSpan(first.whole, first.start, last.end))


def _cut_finer(side: Sequence[Token], other: Sequence[Token]) -> list[Token]:
    """Return `side` with words cut that the other side has with other spaces or dashes.

    Else a space in an amount that became a no-break space would take the amount with it.
    """
    keys = {token.key for token in other}
    plain = {_plain(token.key) for token in other if _SIGNS.search(token.key)}
    finer: list[Token] = []
    for token in side:
        if token.key in keys or not _SIGNS.search(token.key) or _plain(token.key) not in plain:
            finer.append(token)
        else:
            finer += _cut_at_signs(token)
    return finer


def _plain(key: str) -> str:
    return _SIGNS.sub(" ", key)


def _cut_at_signs(token: Token) -> list[Token]:
    if token.paragraph is not None or not all(piece.text for piece in token.pieces):
        return [token]
    inside = token.pieces[0].inside
    parts_cut = []
    for piece in token.pieces:
        offset = 0
        for part in _SIGNS_KEPT.split(piece.text):
            if part:
                cut = _cut(piece, offset, offset + len(part))
                parts_cut.append(Token(f"{part}\1{inside}" if inside else part, (cut,)))
                offset += len(part)
    return parts_cut


def _tokens(flow: Flow) -> Iterator[Token]:
    pending: list[FlowPiece] = []
    for piece in flow.pieces:
        if pending and (not piece.text or piece.inside != pending[0].inside):
            yield from _words(pending)
            pending = []
        if piece.text:
            pending.append(piece)
        else:
            yield Token(f"{piece.key}\1{piece.inside}", (piece,))
    yield from _words(pending)


def _words(pieces: list[FlowPiece]) -> Iterator[Token]:
    """Yield the words of pieces that stand inside the same, cut where looks change."""
    if not pieces:
        return
    inside = pieces[0].inside
    start = 0
    for word in tokens("".join(piece.text for piece in pieces)):
        end = start + len(word)
        yield Token(f"{word}\1{inside}" if inside else word, TextSpan(pieces, start, end))
        start = end


def _cut(piece: FlowPiece, start: int, end: int) -> FlowPiece:
    if start == 0 and end == len(piece.text):
        return piece
    text = piece.text[start:end]
    marks = piece.marks if start == 0 else []
    return FlowPiece(
        text, text, piece.look, piece.inside, piece.path, piece.properties, marks=marks
    )


def _kept(old: Sequence[Token], new: Sequence[Token]) -> list[Ends]:
    kept_ends = []
    for edit in word_diff([token.key for token in old], [token.key for token in new]):
        if edit.kind == "same":
            length = edit.old_to - edit.old_from
            kept_ends += [(edit.old_from + step, edit.new_from + step) for step in range(length)]
    return kept_ends


def _whole_fields(old: Sequence[Token], new: Sequence[Token], kept: list[Ends]) -> list[Ends]:
    """Return `kept` without fields of which only one end, or ends of two fields, are kept."""
    old_ends, new_ends = _fields(old), _fields(new)
    if not old_ends and not new_ends:
        return kept
    ways = dict(kept)
    while True:
        back = {j: i for i, j in ways.items()}
        torn_old = _torn(old, old_ends, ways, new_ends)
        torn_new = _torn(new, new_ends, back, old_ends)
        if not torn_old and not torn_new:
            return sorted(ways.items())
        ways = {
            i: j
            for i, j in ways.items()
            if not any(a <= i <= b for a, b in torn_old)
            and not any(a <= j <= b for a, b in torn_new)
        }


def _torn(
    side: Sequence[Token], ends: set[Ends], ways: dict[int, int], other: set[Ends]
) -> list[Ends]:
    """Return the fields of one side that are kept in part, or become no one field."""
    return [
        (a, b)
        for a, b in ends
        if (a in ways or b in ways)
        and (
            (ways.get(a), ways.get(b)) not in other
            or (
                not side[a].key.startswith(_HOLDS_TEXT)
                and not all(at in ways for at in range(a, b))
            )
        )
    ]


def _fields(side: Sequence[Token]) -> set[Ends]:
    """Return where fields begin and end that do both in this stream."""
    opened: list[int] = []
    field_ends = set()
    for place, token in enumerate(side):
        end = token.pieces[0].field_end if token.span is None and token.pieces else ""
        if end == "open":
            opened.append(place)
        elif end == "close" and opened:
            field_ends.add((opened.pop(), place))
    return field_ends
