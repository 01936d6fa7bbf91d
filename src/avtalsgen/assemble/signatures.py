"""Where the parties sign, from facts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.document_type import SignatureStyle
from avtalsgen.clauses.expression import Phrase
from avtalsgen.model.nodes import Inline, Signatory, Signatures, Value
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Known, Unknown


def signatures(style: SignatureStyle, lookup: Lookup, label: Callable[[Phrase], str]) -> Signatures:
    """Return a place for each party that the document type names.

    On paper each has a ruled line for each phrase of the type, with the label that `label` makes
    of it. An electronic signature has none, and none has one while it is not known how the
    document is signed: who signs is printed, a line would be invented. A name or title that is
    not known is left out: it is written by hand where the party signs.
    """
    electronic = lookup.text(known.SIGNING_FORM) == known.E_SIGNED
    lineless = electronic or isinstance(lookup.fact(known.SIGNING_FORM), Unknown)
    lines = () if lineless else tuple(map(label, style.lines))
    return Signatures(
        "e-signering" if electronic else "papper",
        tuple(
            signatory
            for party, role in style.roles
            for signatory in _of_party(party, role, lines, lookup)
        ),
    )


def _of_party(party: str, role: str, lines: tuple[str, ...], lookup: Lookup) -> Iterator[Signatory]:
    """Yield each who signs for a party: the first by its key, the others by key and number."""
    first = _signatory(party, role, lines, lookup)
    yield first
    more = lookup.fact(known.cosignatories(party))
    records = more.value if isinstance(more, Known) and isinstance(more.value, tuple) else ()
    for number, record in enumerate(records, start=2):
        if isinstance(record, Mapping):
            name, title = (_printed(record.get(key)) for key in ("namn", "titel"))
            yield replace(first, party=f"{party}-{number}", name=name, title=title)


def _signatory(party: str, role: str, lines: tuple[str, ...], lookup: Lookup) -> Signatory:
    signs = known.signatory(party)
    organisation = _value(f"{signs}.organ.namn", lookup) or _value(
        known.name_of(known.party(party)), lookup
    )
    return Signatory(
        party,
        role,
        organisation,
        lines,
        _value(f"{signs}.namn", lookup),
        _value(f"{signs}.titel", lookup),
    )


def _value(path: str, lookup: Lookup) -> tuple[Inline, ...]:
    return _printed(lookup.fact(path), path)


def _printed(fact: Fact | None, path: str = "") -> tuple[Inline, ...]:
    match fact:
        case Known(fact_path, _, str() as text, origin):
            return (Value(capitalise_first(text), path or fact_path, origin),)
        case Unknown() | Known() | None:
            return ()
