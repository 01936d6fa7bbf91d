"""Where the parties sign, from facts."""

from collections.abc import Callable

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.document_type import SignatureStyle
from avtalsgen.clauses.expression import Phrase
from avtalsgen.model.nodes import Inline, Signatory, Signatures, Value
from avtalsgen.swedish.names import capitalise_first
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known, Unknown


def signatures(
    style: SignatureStyle, lookup: Lookup, label: Callable[[Phrase], str]
) -> Signatures | None:
    """Return a place for each party that the document type names.

    Nothing when it is not known how the document is signed. On paper each has a ruled line for
    each phrase of the type, with the label that `label` makes of it; an electronic signature
    has none. A name or title that is not known is left out: it is written by hand where the
    party signs.
    """
    if isinstance(lookup.fact(known.SIGNING_FORM), Unknown):
        return None
    electronic = lookup.text(known.SIGNING_FORM) == known.E_SIGNED
    lines = () if electronic else tuple(map(label, style.lines))
    return Signatures(
        "e-signering" if electronic else "papper",
        tuple(_signatory(party, role, lines, lookup) for party, role in style.roles),
    )


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
    match lookup.fact(path):
        case Known(_, _, str() as text, origin):
            return (Value(capitalise_first(text), path, origin),)
        case Unknown() | Known() | None:
            return ()
