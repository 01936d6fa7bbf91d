"""That two parties are two: nobody agrees with themselves, and one word means one of them."""

from collections.abc import Iterator

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses import answers
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import Problem
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known


def parties(lookup: Lookup, parameters: Parameters) -> Iterator[Problem]:
    """Yield FA12 where the provider is the body that orders, or both have the same word.

    The provider itself, or the nämnd that it answers to unless `relation` says that it is the
    same. What is said in another uppdrag is told of there.
    """
    told = lookup.uppdrag.facts.get
    buyer, relation = lookup.fact(known.BUYER), lookup.fact(known.RELATION)
    is_another = isinstance(relation, Known) and relation.value != known.SAME_BODY
    for path in (known.PROVIDER, known.PROVIDERS_BODY):
        fact = told(path)
        if not (isinstance(buyer, Known) and isinstance(fact, Known)) or fact.value != buyer.value:
            continue
        if path == known.PROVIDER or is_another:
            name = lookup.organisations[str(buyer.value)].name_on(lookup.day)
            message = f"{known.BUYER} och {path} är samma organ, {name}"
            yield Problem(
                "FA12", message, origin=fact.origin, hint=f"skriv {path}: {answers.UNKNOWN}"
            )
    words, theirs = lookup.fact(known.BUYERS_WORD), told(known.PROVIDERS_WORD)
    if (
        isinstance(words, Known)
        and isinstance(theirs, Known)
        and str(words.value).casefold() == str(theirs.value).casefold()
    ):
        message = f"båda parter kallas ”{theirs.value}”, så texten säger inte vem som menas"
        yield Problem("FA12", message, origin=theirs.origin, hint=_other_word(words, parameters))


def _other_word(taken: Known, parameters: Parameters) -> str:
    """Return the hint to call the party that is not meant something else."""
    path = known.PROVIDERS_WORD
    word = answers.value(path, parameters)
    if word.casefold() == str(taken.value).casefold() or parameters.find(path) is None:
        path = known.BUYERS_WORD
        word = answers.value(path, parameters)
    return f"skriv {path}: {word}"
