"""Two documents to a comparison: clause by clause, word by word, and what it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from avtalsgen.compare.align.alignment import Alignment, align, align_pairs, aligned
from avtalsgen.compare.align.parts import (
    NOTES,
    notes,
    outline_of,
    outline_of_notes,
    signed_words,
    single,
)
from avtalsgen.compare.changed_lines import FormatsCompared
from avtalsgen.compare.duties.duty_changes import Owed, duty_changes
from avtalsgen.compare.duties.parties import folding_between, party_names
from avtalsgen.compare.duties.statements import Statement, statements
from avtalsgen.compare.fact_changes import changed_facts
from avtalsgen.compare.meaning.judge import Judge, judge_by
from avtalsgen.compare.parted import with_partings
from avtalsgen.compare.references import renumbered_sections
from avtalsgen.compare.section_pairs import SectionPairs
from avtalsgen.compare.top.differences import Differences
from avtalsgen.compare.top.elsewhere import rows_of_sections
from avtalsgen.compare.top.top_rows import top_rows
from avtalsgen.compare.written_anew import written_anew
from avtalsgen.model import plain
from avtalsgen.model.comparison import Comparison, SectionPair, Side, TopRow
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.model.nodes import Aside, Document
from avtalsgen.register.knowledge import Knowledge

_NO_FACTS: Mapping[str, str] = {}
_Said = tuple[tuple[Statement, ...], tuple[Statement, ...]]
_Asides = tuple[Sequence[Aside], Sequence[Aside]]
_NOTHING_AGREED: Owed = ((), ())


def compare(
    old: Document,
    new: Document,
    knowledge: Knowledge,
    *,
    body: Alignment | None = None,
    old_source: str = "",
    new_source: str = "",
    old_facts: Mapping[str, str] = _NO_FACTS,
    new_facts: Mapping[str, str] = _NO_FACTS,
    paged: bool = True,
    linked: bool = False,
    rowed: bool = False,
    top: bool = True,
    duties: bool = True,
    agreed: Owed = _NOTHING_AGREED,
) -> Comparison:
    """Return all that differs between `old` and `new`, whatever format they came from.

    Words are compared as printed; how they look is not. `knowledge` is what the register
    knows of words and names, `body` is the alignment of the two where somebody has it already,
    the facts are what the documents are made of where that is known,
    `paged` is false where one of the formats has no pages, and so no page heads, and `linked` is
    true where a link that is gone was taken out: both formats keep every link. `rowed` is true
    where one format tells only rows, no line break from a space or a new paragraph. What matters
    most and the duties are read sentence by sentence, which takes longer than all else: without
    `top` or `duties` they are left empty, for views that show none. `agreed` is what the clauses
    of both name as duties, where both are made of clauses.

    Laws: every section of both is in one pair; a document against itself is the same; with the
    sides swapped, what was inserted is deleted.
    """
    folding = folding_between(old, new, knowledge)
    body = body or aligned(old, new, folding.said)
    lexicon = knowledge.lexicon.duties
    names = {**party_names(old, lexicon), **party_names(new, lexicon)}
    parties = signing_parties(old) | signing_parties(new) | names.keys()
    judge = judge_by(knowledge, _numbers(body), parties)
    judge = replace(judge, folding=folding, elsewhere=renumbered_sections(body))
    asides = notes(old), notes(new)
    of_notes = _notes_aligned(body, asides, judge)
    judge = replace(judge, signs=_signs(body, asides, of_notes))
    linked = linked or all(
        any(unit.addresses for unit in side.units) for side in (body.old, body.new)
    )
    formats = FormatsCompared(linked, rowed)
    parts = partial(_parts, old, new, judge, formats, paged=paged)
    sections = (
        *parts(first=True),
        *with_partings(tuple(_body(body, judge, formats)), body),
        *_notes(of_notes, asides, judge, formats),
        *parts(first=False),
    )
    facts = changed_facts(old, new, old_facts, new_facts)
    said: _Said = ((), ())
    if top or duties:
        said = (
            statements(body.old, lexicon.grammar, [aside.name for aside in asides[0]]),
            statements(body.new, lexicon.grammar, [aside.name for aside in asides[1]]),
        )
    rows, are_many = _top(body, said, judge, knowledge, sections) if top else ((), False)
    owed: tuple[ComparedDuty, ...] = ()
    if duties:
        sentences = _sentences(said[0]), _sentences(said[1])
        owed = duty_changes(body, sentences, names, lexicon, judge, agreed)
    sides = _side(old, old_source), _side(new, new_source)
    return Comparison(*sides, sections, facts, rows, are_many, owed)


def _sentences(said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(statement for statement in said if not statement.row)


def _top(
    body: Alignment,
    said: _Said,
    judge: Judge,
    knowledge: Knowledge,
    sections: tuple[SectionPair, ...],
) -> tuple[tuple[TopRow, ...], bool]:
    """Return what matters most, and whether it is by section since its sentences are too many."""
    differences = Differences(body, *said, judge)
    rows: tuple[TopRow, ...] = ()
    if not differences.are_many:
        rows = top_rows(differences, knowledge.lexicon.topics, knowledge.names.replaced_by)
    return rows or rows_of_sections(sections), differences.are_many


def _side(document: Document, source: str) -> Side:
    return Side(source, plain.text(document.cover.title), len(plain.words(document)))


def _numbers(body: Alignment) -> dict[str, str]:
    """Return the old number for each new one, where the sections answer to each other."""
    pairs = (
        (body.old.sections[i].face.number, body.new.sections[j].face.number)
        for i, j in body.sections.items()
    )
    return {new: old for old, new in pairs if old and new}


def signing_parties(document: Document) -> frozenset[str]:
    """Return the first words of the organisations that sign, in small letters: `leanlink`."""
    signatories = document.signatures.signatories if document.signatures else ()
    firsts = (plain.text(signatory.organisation).split()[:1] for signatory in signatories)
    return frozenset(word.casefold() for first in firsts for word in first if word.isalpha())


def _body(body: Alignment, judge: Judge, formats: FormatsCompared) -> Iterator[SectionPair]:
    """Yield the pairs in the order of the new version, what was removed where it stood."""
    pairs = SectionPairs(body, judge, formats=formats)
    removed: dict[int, list[int]] = {}
    anchor = -1
    for entry in body.old.sections:
        if entry.place not in body.sections:
            removed.setdefault(anchor, []).append(entry.place)
        elif entry.place not in body.moves.elsewhere:
            anchor = entry.place
    yield from (pairs.pair(body.old.sections[place], None) for place in removed.get(-1, ()))
    olds = {new: old for old, new in body.sections.items()}
    for entry in body.new.sections:
        place = olds.get(entry.place)
        yield written_anew(pairs.pair(None if place is None else body.old.sections[place], entry))
        gone = removed.get(place, ()) if place is not None else ()
        yield from (pairs.pair(body.old.sections[each], None) for each in gone)


def _parts(
    old: Document,
    new: Document,
    judge: Judge,
    formats: FormatsCompared,
    *,
    paged: bool,
    first: bool,
) -> Iterator[SectionPair]:
    """Yield the parts that stand before the body, or those after it, where there are any."""
    olds, news = single(old, paged=paged), single(new, paged=paged)
    sides = [(before, after) for before, after in zip(olds, news, strict=True)]
    for before, after in sides:
        if (before.part == "signature") is first or not (before.lines or after.lines):
            continue
        sides_of_one = outline_of([before]), outline_of([after])
        if sides_of_one[0].sections[0].text.split() == sides_of_one[1].sections[0].text.split():
            sides_of_one = sides_of_one[1], sides_of_one[1]
        aligned = align_pairs(*sides_of_one, {0: 0}, judge.folding.said)
        pairs = SectionPairs(
            aligned, judge, moves_matter=before.part == "signature", formats=formats
        )
        olds_entry = sides_of_one[0].sections[0] if before.lines else None
        news_entry = sides_of_one[1].sections[0] if after.lines else None
        yield pairs.pair(olds_entry, news_entry, before.part)


def _on_their_words(
    text: Alignment, asides: _Asides, notes_aligned: Alignment
) -> dict[int, int] | None:
    """Return which notes answer to each other by the words that they are on; nothing if all do.

    Two notes that changed places are on other words than they were: what the first says now is
    another thing. Where the words went along with their notes, nothing did.
    """
    on = signed_words(text.old, asides[0]), signed_words(text.new, asides[1])
    pairs = notes_aligned.sections
    turned = {
        i for i in notes_aligned.moves.elsewhere if i in pairs and on[0][i] != on[1][pairs[i]]
    }
    places = {words: j for j, words in enumerate(on[1]) if words and on[1].count(words) == 1}
    answers = {
        i: places[words]
        for i, words in enumerate(on[0])
        if on[0].count(words) == 1 and words in places
    }
    if not any(i in answers and answers[i] != pairs[i] for i in turned):
        return None
    taken = set(answers.values())
    kept = {i: j for i, j in pairs.items() if i not in answers and j not in taken}
    return {**kept, **answers}


def _notes_aligned(text: Alignment, asides: _Asides, judge: Judge) -> Alignment:
    sides = outline_of_notes(asides[0]), outline_of_notes(asides[1])
    body = align(*sides, judge.folding.said)
    answering = _on_their_words(text, asides, body)
    return body if answering is None else align_pairs(*sides, answering, judge.folding.said)


def _signs(text: Alignment, asides: _Asides, of_notes: Alignment) -> Mapping[str, str]:
    """Return the old sign for each new one of notes that say the same on the same words."""
    on = signed_words(text.old, asides[0]), signed_words(text.new, asides[1])
    return {
        asides[1][j].name: asides[0][i].name
        for i, j in of_notes.sections.items()
        if on[0][i] == on[1][j] and of_notes.old.sections[i].text == of_notes.new.sections[j].text
    }


def _notes(
    body: Alignment, asides: _Asides, judge: Judge, formats: FormatsCompared
) -> Iterator[SectionPair]:
    olds, news = asides
    pairs = SectionPairs(body, judge, formats=formats)
    answers = {new: old for old, new in body.sections.items()}
    for aside, entry in zip(news, body.new.sections, strict=True):
        place = answers.get(entry.place)
        answer = None if place is None else body.old.sections[place]
        yield pairs.pair(answer, entry, NOTES[aside.part][0])
    for aside, entry in zip(olds, body.old.sections, strict=True):
        if entry.place not in body.sections:
            yield pairs.pair(entry, None, NOTES[aside.part][0])
