"""Numbers that came along when a heading was pasted: the program numbers headings itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from avtalsgen.model import plain
from avtalsgen.model.nodes import Section
from avtalsgen.model.walk import within
from avtalsgen.problems import Problem, Severity

_NUMBER = re.compile(
    r"""
    (?: (?:\d{1,2}\.)+\d{1,2}\.?              # 1.2, 1.2.3.
      | \d{1,2}[.):]                            # 4) or 4.
      | [(](?:\d{1,2}|[a-z])[)]                 # (4) or (a)
      | \d{1,2}(?:[ \u00a0]?(?-i:[a-h]))?      # 4, 4 a
      | §[ \u00a0]?\d{1,3}[ ]?[a-z]?[.:]?       # § 3
      | \d{1,3}[ \u00a0]?[a-z]?[ \u00a0]?§[.:]?     # 3 §
      | (?-i:[IVX]{1,5}|[A-Za-z])[.)]           # IV. or a)
      | (?:kapitel|kap\.|avsnitt|punkt)[ \u00a0]\d{1,2}(?:\.\d{1,2})*[.:]?
    )
    [ \u00a0\t]+[–-]?[ ]?(?=(?-i:[A-ZÅÄÖ][a-zåäö]))   # a heading of its own: in capitals
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A number before the words of a heading; ”2 kap. socialtjänstlagen” and ”15 platser” have none."""


def typed_numbers(sections: Iterable[Section]) -> Iterator[Problem]:
    """Yield DI11, a warning, for each numbered section whose heading begins with a number."""
    for section in chain.from_iterable(map(within, sections)):
        heading = plain.text(section.heading)
        typed = _NUMBER.match(heading)
        if section.number and typed:
            message = (
                f"rubriken ”{heading}” har ett eget nummer, och får ett till ({section.number})"
            )
            hint = f"skriv rubrik: {heading[typed.end() :]}"
            origin = section.heading_origin or section.origin
            yield Problem("DI11", message, Severity.WARNING, origin, hint)
