"""An annex that a fact names must be one of the document's: the text sends its reader there."""

import re
from collections.abc import Iterator, Set

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses import answers
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import Problem, Severity
from avtalsgen.uppdrag.facts import Known

_NAMED = re.compile(r"bilagan (?P<title>[A-ZÅÄÖ][^.;:]*)")
"""A whole answer in words: `bilagan Prislista`; a small letter goes on the sentence."""


def named_annexes(lookup: Lookup, parameters: Parameters, printed: Set[str]) -> Iterator[Problem]:
    """Yield DI13, a warning, for each fact in `printed` that names an annex that is not there.

    A fact that parametrar.yaml has as `bilaga: ja` is the title of one; any other text names one
    when it is `bilagan` and a title. A tillägg has the annexes of its base too.
    """
    uppdrag, base = lookup.uppdrag, lookup.base
    annexes = (*uppdrag.appendices, *(base.appendices if base else ()))
    titles = {annex.title.casefold() for annex in annexes}
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
