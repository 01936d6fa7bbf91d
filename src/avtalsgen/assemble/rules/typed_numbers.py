"""Numbers that came along when a heading was pasted: the program numbers headings itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from avtalsgen.model import plain
from avtalsgen.model.nodes import Section
from avtalsgen.model.walk import within
from avtalsgen.problems import Problem, Severity
from avtalsgen.swedish.numbers import NUMBERED_PARTS

_SPACE = "[ \u00a0\t]"
_PART = rf"(?:{'|'.join(NUMBERED_PARTS)})\.?"
_ROMAN = "(?-i:X{0,2}(?:IX|IV|V?I{1,3}|V|X))"
_NUMBER = re.compile(
    rf"""
    (?: (?: \d{{1,2}}[.)] (?!\d)                        # 4) or 4.
          | \d{{1,2}}: (?! \d | [ae]\b )                # 4: and not 1:a
          | [(](?:\d{{1,2}}|[a-z])[)]                   # (4) or (a)
          | [\u2460-\u2473\u2776-\u2793\u2474-\u249b]    # ④ ❹ ⑷ ⒋
          | \#{{1,6}}{_SPACE} | [•·▪◦‣]                # a sign of Markdown or of a list
          | (?:{_ROMAN}|[ivx]{{2,5}}|[a-z])[)]            # IV) or a)
        ) {_SPACE}* [–—-]? {_SPACE}* (?=[^\W\d_])       # before any words
      | (?: (?:\d{{1,2}}\.)+\d{{1,2}}[.:]?              # 1.2, 1.2.3.
          | §{_SPACE}?\d{{1,3}}[ ]?[a-z]?[.:]?          # § 3
          | \d{{1,3}}{_SPACE}?[a-z]?{_SPACE}?§[.:]?     # 3 §
          | (?!I{_SPACE}){_ROMAN}[.:]?                 # IV or IV.; I is a word too
          | (?-i:iii?|iv|viii?|ix|v|x)[.:]?            # iv; i and vi are words
          | [a-z][.:]                                  # A.
          | \d{{1,2}}{_SPACE}?kap\.                     # 4 kap.
          | {_PART}{_SPACE}?
            (?:\d{{1,2}}(?:\.\d{{1,2}})*|{_ROMAN})[.:]?
        ) (?: {_SPACE}+ | (?<=[.:]) ) (?:[–—-]{_SPACE}+)? (?=(?-i:[A-ZÅÄÖ]))
      | \d{{1,2}} (?:{_SPACE}?(?-i:[a-h]))?             # 4, 4 a
        {_SPACE}+ (?:[–—-]{_SPACE}+)? (?=(?-i:[A-ZÅÄÖ][a-zåäö]))
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A number before the words of a heading; ”2 kap. socialtjänstlagen” and ”15 platser” have none."""
_ALONE = re.compile(
    rf"""
    (?: (?:\d{{1,2}}\.)*\d{{1,2}}[.):]? | [(]\d{{1,2}}[)] | {_ROMAN}[.)]? | [a-z][.)]
      | §{_SPACE}?\d{{1,3}} | \d{{1,3}}{_SPACE}?§
      | {_PART}{_SPACE}?(?:\d{{1,2}}|{_ROMAN})
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A heading that is a number and no words."""


def typed_numbers(sections: Iterable[Section]) -> Iterator[Problem]:
    """Yield DI11, a warning, for each numbered section whose heading begins with a number."""
    for section in chain.from_iterable(map(within, sections)):
        heading = plain.text(section.heading)
        typed = _NUMBER.match(heading) or _ALONE.fullmatch(heading)
        if section.number and typed:
            message = (
                f"rubriken ”{heading}” har ett eget nummer, och får ett till ({section.number})"
            )
            words = heading[typed.end() :]
            hint = f"skriv rubrik: {words}" if words else "skriv vad avsnittet handlar om"
            origin = section.heading_origin or section.origin
            yield Problem("DI11", message, Severity.WARNING, origin, hint)
