"""Numbers and letters that came along when a text was pasted: the program counts by itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, List, Paragraph, Section
from avtalsgen.model.walk import within
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin
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


_SIGN = re.compile(
    r"""
    (?P<before> \(? )
    (?P<sign> [a-zA-Z] | [ivx]{2,4} | [IVX]{2,4} )
    (?P<after> [).] | \.\) )
    [ \u00a0\t]+ \S
    """,
    re.VERBOSE,
)
"""A letter or a small Roman number before the words of a paragraph: (a), A), ii)."""
_FIRST_TWO = frozenset({("a", "b"), ("A", "B"), ("i", "ii"), ("I", "II")})
_NINTH = 9
"""Where a list of letters begins that is the first of Roman numbers: i)."""


def typed_letters(sections: Iterable[Section]) -> Iterator[Problem]:
    """Yield DI11, a warning, for letters of a list that is none, and for those that skip one.

    Paragraphs that begin with (a) and (b), however far apart, are no list that a text can refer
    to; nor is there a c) where a list breaks off after b) and goes on at d).
    """
    for section in chain.from_iterable(map(within, sections)):
        lettered = [each for each in section.blocks if isinstance(each, List) and each.letters]
        for first, second in pairwise(lettered):
            right = first.start + len(first.items)
            if second.start not in (1, right):
                yield _skips(second, right, section)
        signs = [sign for block in section.blocks if (sign := _sign_of(block))]
        for (first_sign, shown, origin), (next_sign, _, _) in pairwise(signs):
            if (first_sign, next_sign) in _FIRST_TWO:
                message = f"stycken som börjar med {shown} och så vidare blir ingen lista"
                hint = "skriv a) b) c) först i styckena, utan parentes före och utan fetstil"
                place = origin or section.origin
                yield Problem("DI11", message, Severity.WARNING, place, hint)
                break


def _sign_of(block: Block) -> tuple[str, str, Origin | None] | None:
    """Return the letter that a paragraph begins with, as it is shown, and where."""
    if isinstance(block, List) and block.letters and (block.start, len(block.items)) == (_NINTH, 1):
        return "i", "i)", None
    sign = _SIGN.match(plain.text(block.content)) if isinstance(block, Paragraph) else None
    if sign is None or not isinstance(block, Paragraph):
        return None
    return sign["sign"], f"{sign['before']}{sign['sign']}{sign['after']}", block.origin


def _skips(later: List, right: int, section: Section) -> Problem:
    written, meant = (f"{chr(ord('a') + number - 1)})" for number in (later.start, right))
    first = later.items[0].blocks[0]
    origin = first.origin if isinstance(first, Paragraph) else None
    message = f"listan går vidare med {written}, men det som kommer näst är {meant}"
    hint = f"skriv {meant} i stället för {written}"
    return Problem("DI11", message, Severity.WARNING, origin or section.origin, hint)


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
