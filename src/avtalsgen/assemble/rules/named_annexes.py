"""An annex that a fact or an own text names must be one of the document's: a reader goes there."""

import re
from collections.abc import Iterable, Iterator, Set
from itertools import chain

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.imported import is_imported
from avtalsgen.clauses import answers
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, List, Section
from avtalsgen.model.walk import runs, within
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin
from avtalsgen.swedish.connectives import PART_OF
from avtalsgen.uppdrag.facts import Known

_NAMED = re.compile(r"bilagan (?P<title>[A-ZÅÄÖ][^.;:]*)")
"""A whole answer in words: `bilagan Prislista`; a small letter goes on the sentence."""
_GAP = r"[ \u00a0]+"
_NUMBERS = rf"\d{{1,2}}(?!\d|[.,:]\d)(?:(?:,|{_GAP}(?:och|samt|eller)|–)[ \u00a0]*\d{{1,2}}(?!\d))*"
_IN_A_TEXT = re.compile(
    rf"""
    \b [Bb]ilag(?:an?|or|orna) {_GAP}
    (?: (?P<numbers> {_NUMBERS})
      | [”"“] (?P<quoted> [^”"“]+) [”"“]
      | (?P<words> [A-ZÅÄÖ][\w-]* (?:{_GAP}[\w-]+)*)
    )
    (?! {_GAP} (?:{"|".join(PART_OF)}) {_GAP}
        (?!det(?:ta|{_GAP}här)\b | den{_GAP}här\b | (?:uppdrag|avtal|tillägg|kontrakt)et\b
           | (?:överenskommelse|handling)n?en\b) )
    """,
    re.VERBOSE,
)
"""What a text names: `bilaga 3`, `bilagorna 1 och 2`, `bilagan Prislista`; not one of another
document, as `bilaga 1 till riktlinjerna`."""
_LATER_WORD = re.compile(rf"{_GAP}[a-zåäö]")
_OWN = ("prosa", "avvikelse")
_ANY_X = frozenset({"X", "Y", "XX"})
"""What is told of as left to fill in."""


def annexes_in_texts(lookup: Lookup, sections: Iterable[Section]) -> Iterator[Problem]:
    """Yield DI13, a warning, where an own text names an annex that is not there, once for each.

    By its number in the list of annexes, or by a title with a capital letter. The words of a
    clause are the library's, and an old document that was taken in keeps its own.
    """
    uppdrag = lookup.uppdrag
    if is_imported(uppdrag.facts):
        return
    told = set[str]()
    for section in chain.from_iterable(map(within, sections)):
        if not section.provenance or section.provenance.kind not in _OWN:
            continue
        for block in section.blocks:
            for run in runs(block):
                for named, hint in _lacking(plain.text(run), lookup):
                    if named not in told:
                        told.add(named)
                        message = (
                            f"texten nämner ”{named}”, som inte är någon av handlingens bilagor"
                        )
                        origin = _place(block) or section.origin
                        yield Problem("DI13", message, Severity.WARNING, origin, hint)


def _lacking(text: str, lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield each annex that a text names and the document lacks, with the hint."""
    uppdrag, base = lookup.uppdrag, lookup.base
    most = max(len(uppdrag.appendices), len(base.appendices) if base else 0)
    titles = [title.casefold() for title in _titles(lookup)]
    for match in _IN_A_TEXT.finditer(text):
        for number in re.findall(r"\d+", match["numbers"] or ""):
            if not 1 <= int(number) <= most:
                has = f"den har {most}" if most else "den har inga"
                hint = f"rätta numret, eller lägg till bilagan under bilagor; {has}"
                yield f"bilaga {number}", hint
        words = (match["quoted"] or match["words"] or "").replace("\u00a0", " ")
        title = match["quoted"] or _LATER_WORD.split(words)[0]
        if not words or title in _ANY_X or _is_one_of(words, titles):
            continue
        hint = f"i {uppdrag.file}: lägg till bilagor: [{{titel: {answers.quoted(title)}}}]"
        if uppdrag.appendices:
            written = f"{{titel: {answers.quoted(title)}}}"
            hint = f"lägg till - {written} under bilagor i {uppdrag.file}"
        yield f"bilaga {title}", hint


def _is_one_of(words: str, titles: Iterable[str]) -> bool:
    """Return whether words begin with a title, or are how one begins."""
    said = words.casefold()
    first = _LATER_WORD.split(words)[0].casefold()
    return any(re.match(rf"{re.escape(each)}\b", said) or each == first for each in titles)


def _titles(lookup: Lookup) -> tuple[str, ...]:
    """Return the titles of the annexes of a document, and of the base of a tillägg."""
    uppdrag, base = lookup.uppdrag, lookup.base
    annexes = (*uppdrag.appendices, *(base.appendices if base else ()))
    return tuple(annex.title for annex in annexes)


def _place(block: Block) -> Origin | None:
    return _place(block.items[0].blocks[0]) if isinstance(block, List) else block.origin


def named_annexes(lookup: Lookup, parameters: Parameters, printed: Set[str]) -> Iterator[Problem]:
    """Yield DI13, a warning, for each fact in `printed` that names an annex that is not there.

    A fact that parametrar.yaml has as `bilaga: ja` is the title of one; any other text names one
    when it is `bilagan` and a title. A tillägg has the annexes of its base too.
    """
    uppdrag = lookup.uppdrag
    titles = {title.casefold() for title in _titles(lookup)}
    lacking: dict[str, tuple[Known, str]] = {}
    for path, fact in uppdrag.facts.by_path.items():
        if path not in printed or not (isinstance(fact, Known) and isinstance(fact.value, str)):
            continue
        named = _NAMED.fullmatch(fact.value)
        title = named["title"] if named else fact.value
        if (named or parameters.by_path[path].is_annex) and title.casefold() not in titles:
            lacking[path] = fact, f"{{titel: {answers.quoted(title)}}}"
    in_one = ", ".join(dict.fromkeys(written for _, written in lacking.values()))
    for path, (fact, written) in lacking.items():
        hint = f"lägg till bilagor: [{in_one}]"  # a second line of it would be YA05
        if uppdrag.appendices:
            hint = f"lägg till - {written} under bilagor"
        message = f"{path} är ”{fact.value}”, som inte är någon av handlingens bilagor"
        yield Problem("DI13", message, Severity.WARNING, fact.origin, hint, about=path)
