"""What an uppdrag says of its provider, held against what the register says of its kind."""

from collections.abc import Iterator

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.problems import Problem, Severity
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known


def provider_kind(lookup: Lookup) -> Iterator[Problem]:
    """Yield FA11, a warning, where a provider of its kind cannot be related to who orders as said.

    The clauses that follow from `relation` would say law that does not hold of it: a region is
    an authority, and a firm is none.
    """
    relation, provider = lookup.fact(known.RELATION), lookup.fact(known.PROVIDER)
    if not (isinstance(relation, Known) and isinstance(provider, Known)):
        return
    body = lookup.organisations[str(provider.value)]
    if not body.relations or relation.value in body.relations:
        return
    yield Problem(
        "FA11",
        f"{body.name_on(lookup.day)} är {body.type}, och {known.RELATION} är {relation.value}",
        Severity.WARNING,
        relation.origin,
        hint=f"skriv {known.RELATION}: {body.relations[0]}",
    )
