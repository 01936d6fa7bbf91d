"""What an old document says of itself: number, day, parties, term, price, index, who signs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.days import dated, term
from avtalsgen.importing.stated.growth import growth
from avtalsgen.importing.stated.lines import (
    COVER,
    Bodies,
    cover_lines,
    cover_rows,
    edge_lines,
    folded,
    of_named_towns,
)
from avtalsgen.importing.stated.memo import is_memo, memo_facts
from avtalsgen.importing.stated.notice import notice
from avtalsgen.importing.stated.numbers import diary_number
from avtalsgen.importing.stated.party.known_parties import known_parties
from avtalsgen.importing.stated.party.parties import named_parties
from avtalsgen.importing.stated.payment import payment
from avtalsgen.importing.stated.signers import signers
from avtalsgen.importing.stated.title import title
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.uppdrag import known


def old_facts(document: Document, bodies: Bodies, knowledge: Knowledge) -> list[OldFact]:
    """Return the facts that a document states, each once; of a draft only its name is sure."""
    facts = _stated(document, bodies, knowledge)
    first = (plain.text(section.heading) for section in document.sections[:1])
    heads = (*edge_lines(document), *cover_lines(document), *first)
    if not any(knowledge.stated.draft.match(line) for line in heads):
        return facts
    return [fact if fact.path == known.TITLE else replace(fact, sure=False) for fact in facts]


def _stated(document: Document, bodies: Bodies, knowledge: Knowledge) -> list[OldFact]:
    words = knowledge.stated
    stated: dict[str, OldFact] = {}
    memo = is_memo(document)
    _state(stated, title(document, bodies, knowledge))
    _state(stated, diary_number(document, words))
    _state(stated, dated(document, knowledge))
    if memo:
        _state(stated, memo_facts(document, bodies))
        return list(stated.values())
    bodies = of_named_towns(document, bodies)
    _state(stated, _office(document, bodies))
    name = stated[known.TITLE].value if known.TITLE in stated else ""
    _state(stated, term(document, str(name), words))
    _state(stated, notice(document, str(name), words))
    _state(stated, payment(document, knowledge))
    _state(stated, growth(document, words))
    _state(stated, known_parties(document, bodies, words))
    named = dict(stated)
    _state(named, named_parties(document, bodies, knowledge))
    _state(stated, signers(document, bodies, named, knowledge))
    _state(stated, named_parties(document, bodies, knowledge))
    return list(stated.values())


def _state(stated: dict[str, OldFact], facts: Iterable[OldFact]) -> None:
    """Put facts beside those that are stated; what is sure stands before what is not."""
    for fact in facts:
        other = stated.get(fact.path)
        if other is None or (fact.sure and not other.sure):
            stated[fact.path] = fact


def _office(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    """Yield the office that the cover names."""
    lines = [*cover_lines(document), *(said for _, said in cover_rows(document))]
    for line in lines:
        if (body := bodies.get(folded(line))) and body.type == "förvaltning":
            yield OldFact(known.BUYERS_OFFICE, body.id, COVER, sure=True)
