"""Paragraphs as one stream of tokens, in which the end of a paragraph is a token too.

So a paragraph cut in two is one token more, and two made one are one token fewer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Token:
    """The least that is ever marked: a word, a sign, an object, the end of a paragraph."""

    key: str
    pieces: tuple[FlowPiece, ...]
    paragraph: Element | None = None
    """The paragraph that ends here."""
    marks: list[Element] = field(default_factory=list)
    """What prints nothing before the end of a paragraph."""


@dataclass(frozen=True, slots=True)
class TokenMatch:
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
    for a, b in [*kept, (len(old) - 1, len(new) - 1)]:
        matches += (TokenMatch(token, None) for token in old[i:a])
        matches += (TokenMatch(None, token) for token in new[j:b])
        matches.append(TokenMatch(old[a], new[b]))
        i, j = a + 1, b + 1
    return matches


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
    place = left = 0
    for word in tokens("".join(piece.text for piece in pieces)):
        key = f"{word}\1{inside}" if inside else word
        need = len(word)
        piece = pieces[place]
        if left + need < len(piece.text):
            yield Token(key, (_cut(piece, left, left + need),))
            left += need
            continue
        cut: list[FlowPiece] = []
        while need:
            piece = pieces[place]
            take = min(need, len(piece.text) - left)
            cut.append(_cut(piece, left, left + take))
            need, left = need - take, left + take
            if left == len(piece.text):
                place, left = place + 1, 0
        yield Token(key, tuple(cut))


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
        end = token.pieces[0].field_end if token.pieces else ""
        if end == "open":
            opened.append(place)
        elif end == "close" and opened:
            field_ends.add((opened.pop(), place))
    return field_ends
