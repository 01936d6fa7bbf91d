"""Where the parties sign: ruled lines, places and days, roles, names and titles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Cell,
    Inline,
    LineBreak,
    Paragraph,
    Signatory,
    Signatures,
    Table,
    Text,
)
from avtalsgen.readers.recognise.cutting import stripped, unweighted
from avtalsgen.readers.recognise.line import Line, content, line
from avtalsgen.readers.recognise.line_words import (
    PERSON,
    Kind,
    is_closing,
    is_name,
    kind_of,
    label_of,
)
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

_ROOM = re.compile(r"\t[\t \u00a0]*|[ \u00a0]{4,}[\t \u00a0]*")
"""What parts two columns that somebody typed."""
_MOST_WORDS = 9
_FEWEST_SIGNS = 2
_COLUMNS = 2
_FEWEST_OF_COLUMNS = 6
"""Lines of two columns: the place, the party and the name of each."""
_BEGUN = re.compile(rf"(?x:{PERSON.pattern})(?:,| [(]).*")
"""Who signs, and as what on the same line, where that line may be broken."""
_NUMBER = re.compile(r"\d{3}")
"""Of an organisation, a street or a telephone; nobody is called so."""


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """The lines `start` up to `end`, and what they are."""

    start: int
    end: int
    signatures: Signatures


def find(lines: Sequence[Line], words: PageWords) -> SignatureLines | None:
    """Return the last place of a document where parties sign, if it has any.

    It is a row of short lines, at least two of which are of a kind that only stands there, or
    a table of such, with a column for each party.
    """
    return _in_table(lines, words) or _in_lines(lines, words) or _after_closing(lines, words)


def _after_closing(lines: Sequence[Line], words: PageWords) -> SignatureLines | None:
    """Return two columns read row by row, below what says how many copies there are.

    They begin with the place of both: `Linköping` `Linköping`.
    """
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    closing = next((at for at in reversed(said) if is_closing(lines[at].text, words)), None)
    below = [at for at in said if closing is not None and at > closing]
    short = all(is_short(lines[at], words) for at in below)
    if len(below) < _FEWEST_OF_COLUMNS or len(below) % _COLUMNS or not short:
        return None
    places = [lines[at].text.strip() for at in below[:_COLUMNS]]
    if len(set(places)) > 1:
        return None
    columns = (below[start::_COLUMNS] for start in range(_COLUMNS))
    signatories = tuple(
        replace(_signatory([lines[at] for at in column[1:]], words), lines=(places[0],))
        for column in columns
    )
    return SignatureLines(below[0], below[-1] + 1, Signatures("papper", signatories))


def _in_table(lines: Sequence[Line], words: PageWords) -> SignatureLines | None:
    for place in range(len(lines) - 1, -1, -1):
        block = lines[place].block
        if isinstance(block, Table):
            columns = [_column(cells) for cells in zip(block.header, *block.rows, strict=True)]
            said = [own for column in columns for own in column]
            signs = sum(is_sign(label, words) for label in said)
            if signs >= _FEWEST_SIGNS and all(is_short(label, words) for label in said):
                parties = [_signatory(column, words) for column in columns if column]
                start = _of_all(lines, place, words)
                above = tuple(label_of(one.text) for one in lines[start:place] if one.text.strip())
                parties[0] = replace(parties[0], lines=(*above, *parties[0].lines))
                return SignatureLines(start, place + 1, Signatures("papper", tuple(parties)))
    return None


def _of_all(lines: Sequence[Line], place: int, words: PageWords) -> int:
    """Return where the place and day begin that stand above the columns of a table, for all."""
    start = place
    while start and not lines[start - 1].text.strip() and may_stand_there(lines[start - 1]):
        start -= 1
    dated = start and may_stand_there(lines[start - 1])
    return start - 1 if dated and kind_of(lines[start - 1].text, words) == "line" else place


def _column(cells: Sequence[Cell]) -> list[Line]:
    """Return the lines of a column of a table, each paragraph in a cell being one."""
    return [said for cell in cells for said in typed_rows(cell)]


def typed_rows(words: Sequence[Inline]) -> Iterator[Line]:
    """Yield what stands between line breaks, each as a line."""
    for is_break, between in groupby(words, lambda inline: isinstance(inline, LineBreak)):
        said = line(Paragraph(tuple(between)))
        if not is_break and said.text.strip():
            yield said


def _in_lines(lines: Sequence[Line], words: PageWords) -> SignatureLines | None:
    end = len(lines)
    while end:
        last = _last_sign(lines, end, words)
        if last is None:
            return None
        start, stop = _around(lines, last, words)
        kinds = [kind_of(line.text, words) for line in lines[start:stop] if line.text.strip()]
        in_both = {1, _COLUMNS} <= {line.column for line in lines[start:stop]}
        if in_both or sum(kind != "words" for kind in kinds) >= _FEWEST_SIGNS:
            signatories = _signatories(lines[start:stop], words)
            return SignatureLines(start, stop, Signatures("papper", signatories))
        end = min(start, last)
    return None


def in_columns(lines: Sequence[Line], words: PageWords) -> Iterator[Line]:
    """Yield `lines`, those where two parties sign beside each other as two for each.

    A row of two like halves, which nobody writes elsewhere, says it of itself and of the rows of
    two halves next to it: the names and the titles. So do signs in both columns, and two persons
    above their titles. Empty lines may stand between the rows.
    """
    place = 0
    while place < len(lines):
        end = _end_of_halves(lines, place)
        signed = _are_signed([_halves(each) for each in lines[place:end] if _halves(each)], words)
        for row_line in lines[place : max(end, place + 1)]:
            if signed and _halves(row_line):
                yield from _in_column(_halves(row_line))
            else:
                yield row_line
        place = max(end, place + 1)
        alone = signed and place < len(lines) and _is_below_second(lines[place], lines[end - 1])
        if alone and is_short(lines[place], words):
            yield replace(lines[place], column=_COLUMNS)  # one column has a row more
            place += 1


def _end_of_halves(lines: Sequence[Line], place: int) -> int:
    """Return where rows of two halves that begin with line `place` end."""
    end = after = place
    while after < len(lines) and (_halves(lines[after]) or not lines[after].text.strip()):
        after += 1
        end = after if _halves(lines[after - 1]) else end
    return end if _halves(lines[place]) else place


def _are_signed(rows: Sequence[Sequence[str]], words: PageWords) -> bool:
    """Return whether rows of two halves say that parties sign: in a row, or in both columns."""
    signs = [
        sum(kind_of(half, words) != "words" for half in column)
        for column in zip(*rows, strict=True)
    ]
    titled = any(
        all(map(PERSON.fullmatch, row)) and any(map(words.title.search, below))
        for row, below in pairwise(rows)
    )
    alike = titled or any(_is_alike(row, words) for row in rows)
    return alike or min(signs, default=0) >= _FEWEST_SIGNS


def _in_column(halves: Sequence[str]) -> Iterator[Line]:
    for column, half in enumerate(halves, start=1):
        yield replace(line(Paragraph((Text(half),))), column=column)


def _is_below_second(line: Line, row_line: Line) -> bool:
    """Return whether a line begins where the second column of the row above it stands."""
    return bool(_ROOM.match(line.text)) or line.indent > row_line.indent


def _halves(line: Line) -> tuple[str, ...]:
    """Return the two columns of a short line; nothing of another one."""
    most = _COLUMNS * _MOST_WORDS
    if len(line.text.split(maxsplit=most)) > most or not _ROOM.search(line.text):
        return ()
    halves = tuple(half.strip() for half in _ROOM.split(line.text.strip()))
    short = all(half and len(half.split()) <= _MOST_WORDS for half in halves)
    plain_one = isinstance(line.block, Paragraph) and not (line.level or line.part or line.item)
    return halves if len(halves) == _COLUMNS and short and plain_one else ()


def _is_alike(halves: Sequence[str], words: PageWords) -> bool:
    kinds = {kind_of(half, words) for half in halves}
    return len(kinds) == 1 and "words" not in kinds


def name_and_title(
    said: Sequence[tuple[Inline, ...]], words: PageWords
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Return who signs and as what, of the lines that say it; a lone one may be either."""
    if len(said) == 1 and words.title.search(plain.text(said[0])):
        return (), said[0]
    name, title, *more = [*said, (), ()]
    rest = (inline for other in more if other for inline in (Text(", "), *other))
    return name, (*title, *rest)


def _last_sign(lines: Sequence[Line], end: int, words: PageWords) -> int | None:
    for place in range(end - 1, -1, -1):
        signs = lines[place].column or is_sign(lines[place], words)
        if signs and may_stand_there(lines[place]):
            return place
    return None


def may_stand_there(line: Line) -> bool:
    """Return whether a line is a plain paragraph, as all are where the parties sign."""
    return isinstance(line.block, Paragraph) and not (line.level or line.number or line.item)


def is_sign(line: Line, words: PageWords) -> bool:
    """Return whether a line only stands where the parties sign: a rule, a label, a role."""
    return bool(line.text.strip()) and kind_of(line.text, words) != "words"


def _around(lines: Sequence[Line], sign: int, words: PageWords) -> tuple[int, int]:
    """Return the short lines round `sign`, from the first one that is a sign itself."""
    start, end = sign, sign + 1
    while start and _may_be_around(lines, start - 1, words):
        start -= 1
    while end < len(lines) and _may_be_around(lines, end, words):
        end += 1
    signs = (at for at in range(start, end) if lines[at].column or is_sign(lines[at], words))
    first = next(signs)
    above = next((at for at in range(first - 1, -1, -1) if lines[at].text.strip()), -1)
    led = above >= start and words.bare_role.fullmatch(lines[above].text.strip())
    return above if led else first, end


def _may_be_around(lines: Sequence[Line], place: int, words: PageWords) -> bool:
    """Return whether a line is short, or goes on with a title that its room broke.

    Anna Andersson, chef för
    individ- och familjeomsorgen
    """
    begun = place
    while begun and _goes_on(lines[begun]):
        begun -= 1
    broken = begun < place and bool(_BEGUN.fullmatch(lines[begun].text.strip()))
    return broken or is_short(lines[place], words)


def _goes_on(line: Line) -> bool:
    text = line.text.strip()
    few = len(text.split(maxsplit=_MOST_WORDS)) <= _MOST_WORDS and not text.endswith((".", ":"))
    return may_stand_there(line) and text[:1].islower() and few


def is_short(line: Line, words: PageWords) -> bool:
    """Return whether a line may stand where the parties sign."""
    if not may_stand_there(line):
        return False
    text = line.text.strip()
    if not text or kind_of(text, words) != "words":
        return True
    if len(text.split(maxsplit=_MOST_WORDS)) > _MOST_WORDS or words.annexed.match(text):
        return False
    titled = words.title.search(text) or _BEGUN.fullmatch(text)
    return is_name(text, words) or (not text.endswith(".") and bool(titled))


def _signatories(lines: Sequence[Line], words: PageWords) -> tuple[Signatory, ...]:
    said = [line for line in lines if line.text.strip()]
    return tuple(_signatory(column, words) for column in _columns(said, words))


def _columns(lines: Sequence[Line], words: PageWords) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each party.

    Two columns read row by row come in pairs; else a new party begins where its role does, or
    where there is a ruled line or its label after words.
    """
    told = {line.column for line in lines}
    roles = [at for at, each in enumerate(lines) if kind_of(each.text, words) == "role"]
    alone = [at for at in roles if not lines[at].column]
    if {1, _COLUMNS} <= told and len(alone) >= _FEWEST_SIGNS:
        return _under_roles(lines, alone)
    if {1, _COLUMNS} <= told:
        first = tuple(line for line in lines if line.column != _COLUMNS)
        return first, tuple(line for line in lines if line.column == _COLUMNS)
    kinds = [
        "role" if words.bare_role.fullmatch(line.text.strip()) else kind_of(line.text, words)
        for line in lines
    ]
    if len(kinds) > 1 and kinds[0] == "line" and len(lines) % 2 and kinds[1] == "role":
        first, *others = _columns(lines[1:], words)  # place and day of all, above the columns
        return (lines[0], *first), *others
    signs = [at for at, kind in enumerate(kinds) if kind != "words"]
    pairs = len(signs) % 2 == 0 and all(
        kinds[one] == kinds[other] and other == one + 1
        for one, other in zip(signs[::2], signs[1::2], strict=True)
    )
    if pairs and len(lines) % 2 == 0 and not _labels_differ(lines, signs, words):
        return tuple(lines[0::2]), tuple(lines[1::2])
    return _one_after_another(lines, kinds)


def _under_roles(lines: Sequence[Line], roles: Sequence[int]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of parties below one another, of whom two may sign beside each other."""
    ends = (*roles[1:], len(lines))
    parties = (lines[start:end] for start, end in zip((0, *roles[1:]), ends, strict=True))
    return tuple(tuple(sorted(party, key=attrgetter("column"))) for party in parties)


def _labels_differ(lines: Sequence[Line], signs: Sequence[int], words: PageWords) -> bool:
    """Return whether the first pair is two labels of one party: `Ort och datum`, `Underskrift`."""
    first, second = lines[signs[0]].text.strip(), lines[signs[1]].text.strip()
    roles = kind_of(first, words) == "role"
    return not roles and fold(first.rstrip("0123456789-")) != fold(second.rstrip("0123456789-"))


def _one_after_another(
    lines: Sequence[Line], kinds: Sequence[Kind]
) -> tuple[tuple[Line, ...], ...]:
    by_role = "role" in kinds
    rule = kinds.index("rule") if "rule" in kinds else 0
    named = rule and kinds[rule - 1] == "words" and "words" not in kinds[: rule - 1]
    columns: list[list[Line]] = []
    for place, signed_line in enumerate(lines):
        after_words = place > 0 and kinds[place - 1] == "words"
        begins = kinds[place] == "role" if by_role else kinds[place] != "words" and after_words
        if named and not by_role:  # the party stands above its ruled line
            begins = after_words and kinds[place : place + 2] == ["words", "rule"]
        if begins or not columns:
            columns.append([])
        columns[-1].append(signed_line)
    return tuple(tuple(column) for column in columns)


def _signatory(lines: Sequence[Line], words: PageWords) -> Signatory:
    """Return a party: after its role and lines come its organisation, a name and a title."""
    role = ""
    ruled: list[str] = []
    rest: list[tuple[Inline, ...]] = []
    for signed_line in lines:
        match kind_of(signed_line.text, words):
            case "role":
                role = " ".join(signed_line.text.split())
            case "line":
                ruled.append(label_of(signed_line.text))
            case "rule":
                continue
            case "words" if rest and _NUMBER.search(signed_line.text):
                ruled.append(" ".join(signed_line.text.split()))
            case "words":
                rest.append(unweighted(stripped(content(signed_line))))
    organisation = rest[0] if rest and not (role and _is_person(rest, words)) else ()
    name, title = name_and_title(rest[1:] if organisation else rest, words)
    return Signatory(words.party_of(role), role, organisation, tuple(ruled), name, title)


def _is_person(said: Sequence[tuple[Inline, ...]], words: PageWords) -> bool:
    """Return whether a name and a title are all that a party has below its role.

    A word by itself below a name is a title too, whatever it is: nobody is called by one.
    """
    lines = [plain.text(each).strip() for each in said]
    if len(lines) != _COLUMNS or _BEGUN.fullmatch(lines[1]):  # who signs stands there
        return False
    titled = words.title.search(lines[1]) or " " not in lines[1]
    return bool(PERSON.fullmatch(lines[0]) and titled)
