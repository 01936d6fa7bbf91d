"""What stands in a document and says nothing: empty headings, empty texts, places left to fill in.

A nämnd decides on content. A heading without a word under it is what is forgotten, and
everybody reads past it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from avtalsgen.clauses import answers
from avtalsgen.clauses.outline import Entry
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Block,
    Cover,
    Gap,
    Inline,
    List,
    Paragraph,
    Reference,
    Section,
    Table,
    Text,
    Value,
)
from avtalsgen.model.walk import leaves, runs
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Facts, Item, Known, Unknown
from avtalsgen.uppdrag.status import STATUSES, Status
from avtalsgen.uppdrag.uppdrag import Uppdrag

EMPTY, PLACEHOLDER = "DI09", "DI10"
_UNDECIDED = STATUSES[:2]
_IMPORTED = known.IMPORTED_FILE.partition(".")[0]
_TO_FILL_IN = "fyll i det som ska stå där, eller gör det till ett faktum som är okänt med sitt skäl"
_TO_SAY_WHY = "skriv vem som vet det, eller vad det beror på"
NOBODY_SAYS = "saknas"
"""The reason of a gap for a fact that is told of as FA04."""
_LONGEST_SHOWN = 40
_PLACEHOLDER = re.compile(
    r"""
      (?<!\w)(?:\d{2})?[Xx]{2,}(?!\w)                # xx kronor, 20XX
    | (?<!\w)(?:[Åå]{4}|[Yy]{4})(?:-[Mm]{2}(?:-[Dd]{2})?)?(?!\w)   # åååå-mm-dd
    | (?<!\w)(?:TODO|FIXME|TBD)(?!\w)
    | \b[Ll]orem[ ]ipsum\b
    | [\[<]\s*(?:\.{2,}|…|_+|(?i:fyll|ange|skriv|infoga|välj|lägg|beskriv|komplettera|uppdatera
      |namn|datum|belopp|text|x+)\b)[^\]>]{0,80}[\]>]  # [datum], [Skriv här], <namn på chefen>
    | ^\s*\[[^\]]{1,80}\]\s*$                        # a paragraph in brackets, whatever it says
    | (?<![:\w])(?:(?<!:[ ])(?:_{3,}|\.{5,}|…{2,}))  # a blank line to write on, without a label
    | ^\s*(?:[Tt]ext(?:en)?|[Ii]nnehåll(?:et)?)[ ]
      (?:följer|kommer|tillkommer)(?:[ ]senare)?[.!]?\s*$
    | ^\s*(?:[Ff]ylls[ ]i|[Kk]ompletteras|[Ss]krivs|[Kk]ommer)[ ](?:senare|sedan)[.!]?\s*$
    | ^\s*\(?(?:[Tt]ext(?:en)?[ ])?
      (?i:kompletteras|att[ ](?:fylla[ ]i|komplettera|skriva))[.!]?\)?\s*$
    | (?<!\w)(?:[Bb]ilaga|[Aa]vsnitt|§)[ \N{NO-BREAK SPACE}]X(?!\w)     # a number to come
    | §+[ \N{NO-BREAK SPACE}]?0+(?:[–-]0+)?(?!\d)    # § 000
    | ^\s*(?:\.{3}|…|\?+|-+|–)\s*$                    # an example left as it was
    | ^[^:]{1,60}:\s*(?:\.{1,3}|…|\?+|-+|–|—|[Nn]/[Aa])\s*$     # Målgrupp: -
    """,
    re.VERBOSE,
)
"""Words that people write where an answer is to come."""
_HINTED = re.compile(
    r"""
      [Xx]{2} | [Åå]{4} | [Yy]{4} | TODO | FIXME | TBD | [Ll]orem | [\[<_…] | \.{3}
    | följer | kommer | senare | sedan | ompletteras? | [Aa]tt[ ](?:fylla|skriva)
    | [ \N{NO-BREAK SPACE}]X\b | §[ \N{NO-BREAK SPACE}]?0 | :\s*(?:[-–—?.]|[Nn]/)
    """,
    re.VERBOSE,
)
_NO_ANSWER = re.compile(
    r"""
      [\W_]* | x+ | saknas | okän[dt] | oklart | vet[ ](?:ej|inte) | (?:ej|inte)[ ]klart
    | n/?a | tb[ad] | test | asdf\w* | under[ ]arbete | arbete[ ]pågår
    | ska[ ](?:fyllas[ ]i|skrivas|kompletteras) | att[ ]fylla[ ]i
    | (?:fylls|skrivs|kommer)[ ](?:i[ ])?(?:senare|sedan)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is typed to get past a question: signs alone, x, or words for that nothing is said."""
_NO_REASON = re.compile(
    r"""
      [\W_]+ | x+ | skäl(?:et)? | orsak(?:en)? | anledning(?:en)? | okän[dt]
    | varför[ ]det[ ]inte[ ]är[ ]känt | test | todo | tbd | n/?a
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What a hint shows where a reason is to be, and other words that give none."""
_ALONE = ("", "?", "-", "–")
"""What such words hold somewhere, or begin with: most texts are told from them at a glance."""


def without_text(outline: Sequence[Entry], uppdrag: Uppdrag) -> Iterator[Problem]:
    """Yield DI09 for a document whose outline has nothing, which would be a cover alone."""
    if not outline:
        hint = f"skriv disposition: [{{rubrik: Bakgrund, text: {uppdrag.edition}/bakgrund.md}}]"
        yield Problem(EMPTY, "handlingen har ingen text", origin=uppdrag.origin, hint=hint)


def hollow(
    entry: Entry, section: Section | None, origin: Origin, *, folder: str, wrote: bool
) -> Iterator[Problem]:
    """Yield DI09 for an entry of the outline that has a heading or a file and says nothing.

    `folder` is where texts of the edition are by habit. `wrote` says whether the text that the
    entry names has anything in it, whatever its conditions make of it. A heading that gathers
    others says what they say; one of changes that are not there is told of as TI09.
    """
    file = entry.deviation.file if entry.deviation else entry.file
    if file and not wrote:
        hint = f"skriv texten i {file}, eller ta bort raden i dispositionen"
        yield Problem(EMPTY, f"texten {file} är tom", origin=origin, hint=hint)
    elif section and section.heading and entry.changes is None and not _says(section):
        message = f"rubriken ”{plain.text(section.heading)}” har ingen text under sig"
        named = entry.anchor or section.anchor
        if file or entry.clause:
            hint = "ändra svaren som texten beror på, eller ta bort rubriken"
        elif entry.origin.file == origin.file:
            hint = f"lägg till text: {folder}/{named}.md, eller ta bort rubriken"
        else:
            hint = f"skriv texten i {folder}/{named}.md, och ta med den i uppdragets disposition"
        yield Problem(EMPTY, message, origin=origin, hint=hint)


def placeholders(section: Section, origin: Origin) -> Iterator[Problem]:
    """Yield DI10 for each place of a section, without those below it, that is left to fill in.

    A dotted line for what is not known must have words beside or above it that say what is to
    stand there.
    """
    yield from _left(section.heading, section.heading_origin or origin)
    labelled = bool(section.heading)
    for block in section.blocks:
        yield from _in_block(block, origin, labelled=labelled)
        labelled = _has_words(block)


def on_cover(cover: Cover, origin: Origin) -> Iterator[Problem]:
    """Yield DI10 for each place of the title and the lines of a cover that is left to fill in."""
    for content in (cover.title, cover.subtitle, *(row.content for row in cover.rows)):
        yield from _left(content, origin)


def empty_reasons(uppdrag: Uppdrag) -> Iterator[Problem]:
    """Yield DI10 for each reason that says nothing: of what is unknown, and of an undantag.

    A warning: a hint shows such a word where the reason is to be, and the document is whole.
    """
    facts = uppdrag.facts
    unknown = (*facts.unknown.values(), *_unknown(facts.by_path.values()))
    told = (
        *((each.reason, each.origin) for each in unknown),
        *((each.reason, each.origin) for each in uppdrag.exemptions),
    )
    for reason, origin in told:
        if _NO_REASON.fullmatch(reason.strip(" .!") or reason):
            message = f"skälet ”{reason[:_LONGEST_SHOWN]}” säger inte varför"
            yield Problem(PLACEHOLDER, message, Severity.WARNING, origin, _TO_SAY_WHY)


def _unknown(items: Iterable[Item]) -> Iterator[Unknown]:
    """Yield what is unknown among facts, and in lists of them."""
    for item in items:
        match item:
            case Unknown():
                yield item
            case Known(_, _, tuple(inner)):
                yield from _unknown(inner)
            case Mapping():
                yield from _unknown(item.values())
            case _:
                pass


def empty_answers(facts: Facts, parameters: Parameters) -> Iterator[Problem]:
    """Yield DI10 for each text that somebody has answered a question with and that says nothing.

    Whether or not it is printed, and in a list too. What was taken out of an old document is as
    it stood there.
    """
    for path, fact in facts.by_path.items():
        if path.partition(".")[0] != _IMPORTED:
            yield from _empty(fact, path, parameters)


def _empty(item: Item, path: str, parameters: Parameters) -> Iterator[Problem]:
    match item:
        case Known(_, "text", str(text), origin) if _NO_ANSWER.fullmatch(text.strip(" .!")):
            hint = answers.add(path, parameters, empty=True) if parameters.find(path) else ""
            yield _to_fill_in(text, origin, hint)
        case Known(_, _, tuple(items)):
            for inner in items:
                yield from _empty(inner, "", parameters)
        case Mapping():
            for inner in item.values():
                yield from _empty(inner, "", parameters)
        case _:
            return


def as_told(problems: Iterable[Problem], status: Status) -> Iterator[Problem]:
    """Yield problems; of what is decided or signed they are warnings, for it cannot be mended."""
    severity = Severity.ERROR if status in _UNDECIDED else Severity.WARNING
    for problem in problems:
        yield Problem(problem.code, problem.message, severity, problem.origin, problem.hint)


def _says(section: Section) -> bool:
    """Return whether a section has words or others below it, which are told of by themselves."""
    return bool(section.sections) or any(map(_has_words, section.blocks))


def _has_words(block: Block) -> bool:
    contents = (
        (cell for row in block.rows for cell in row) if isinstance(block, Table) else runs(block)
    )
    return any(_printed(leaf) for content in contents for leaf in leaves(content))


def _printed(leaf: Inline) -> bool:
    """Return whether a leaf prints anything; a reference does, when sections have numbers."""
    return isinstance(leaf, Reference) or bool(plain.text((leaf,)).strip())


def _in_block(block: Block, origin: Origin, *, labelled: bool) -> Iterator[Problem]:
    match block:
        case Paragraph(content):
            place = block.origin or origin
            told = tuple(_left(content, place)) or tuple(_says_nothing(content, place))
            yield from told
            if labelled:
                return
            words = [leaf for leaf in leaves(content) if _printed(leaf)]
            gap = next((leaf for leaf in words if isinstance(leaf, Gap)), None)
            if (
                gap
                and gap.reason != NOBODY_SAYS
                and all(isinstance(leaf, Gap) or _sign(leaf) for leaf in words)
            ):
                path = gap.path
                message = f"raden för {path} har inga ord som säger vad som ska stå där"
                yield Problem(PLACEHOLDER, message, origin=place, hint="skriv vad som ska fyllas i")
        case List(items):
            for item in items:
                for inner in item.blocks:
                    yield from _in_block(inner, origin, labelled=labelled)
        case Table():
            for content in runs(block):
                yield from _left(content, block.origin or origin)


def _says_nothing(content: Iterable[Inline], place: Origin) -> Iterator[Problem]:
    """Yield a problem for a paragraph that is signs alone, or words for that nothing is said."""
    texts = [leaf.text if isinstance(leaf, Text) else "Å" for leaf in leaves(content)]
    text = "".join(texts).strip()
    if text and _NO_ANSWER.fullmatch(text.strip(" .!()")):
        yield _to_fill_in(text, place)


def _sign(leaf: Inline) -> bool:
    return isinstance(leaf, Text) and not leaf.text.strip(" .,;:–-")


def _left(content: Iterable[Inline], place: Origin) -> Iterator[Problem]:
    """Yield a problem for each placeholder in running text, a fact at its own line."""
    inlines = tuple(content)
    for leaf in leaves(inlines):
        match leaf:
            case Value(text, _, origin) if not _NO_ANSWER.fullmatch(text):
                yield from _written(text, origin or place)
            case _:
                pass
    texts = (leaf.text if isinstance(leaf, Text) else "\ufffc" for leaf in leaves(inlines))
    yield from _written("".join(texts), place)


def _written(text: str, place: Origin) -> Iterator[Problem]:
    words = _placeholder(text)
    if words is not None:
        yield _to_fill_in(words, place)


@lru_cache(maxsize=4096)
def _placeholder(text: str) -> str | None:
    """Return the first words of `text` that stand for something else; most clauses have none."""
    if not (_HINTED.search(text) or text.lstrip()[:1] in _ALONE):
        return None
    match = _PLACEHOLDER.search(text)
    return match[0].strip() if match else None


def _to_fill_in(words: str, place: Origin, hint: str = "") -> Problem:
    message = f"”{words[:_LONGEST_SHOWN]}” är en plats att fylla i"
    return Problem(PLACEHOLDER, message, origin=place, hint=hint or _TO_FILL_IN)
