"""What one hand did to words that another put in: told by itself, inside what the other did.

    ins Anna ” tydlig och ”  ins Anna, del Bo ”omedelbart”  ins Bo ”genast”  ins Anna ” avsänd,”

is one insertion of Anna's, as she wrote it, and one replacement of Bo's.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from avtalsgen.readers.docx.returned.sheet import same_author
from avtalsgen.takeback.tracked.runs import AuthoredRun, MarkedLetter


def taken_back(letter: MarkedLetter) -> AuthoredRun:
    """Return the run of what somebody took out that another had put in."""
    assert letter.deleted is not None
    return AuthoredRun((letter,), letter.deleted, inside_insertion=True)


def told_apart(
    runs: Sequence[AuthoredRun], letters: Sequence[MarkedLetter], spot: Mapping[int, int]
) -> list[AuthoredRun]:
    """Return runs, those inside what another put in last; that is one run, as if they were not.

    `spot` has the place of each of `letters`, by its identity.
    """
    inside = [run for run in runs if run.inside_insertion]
    skipped = {id(letter) for letter in letters if _is_nothing(letter)}
    outer: list[AuthoredRun] = []
    for run in runs:
        if run.inside_insertion:
            continue
        if _is_inside(run, letters, spot, skipped):
            inside.append(replace(run, inside_insertion=True))
            skipped.update(map(id, run.letters))
            continue
        last = outer[-1] if outer else None
        if last is not None and _goes_on(last, run, letters, spot, skipped):
            outer[-1] = replace(last, letters=(*last.letters, *run.letters))
        else:
            outer.append(run)
    parted = (part for run in outer for part in _behind_new_lines(run, letters))
    return [*parted, *_merged(inside, spot)]


def _behind_new_lines(run: AuthoredRun, letters: Sequence[MarkedLetter]) -> Iterator[AuthoredRun]:
    """Yield new paragraphs apart from words that were replaced at the start of the next one."""
    lines = [*dict.fromkeys(each.line for each in run.letters)]
    if len(lines) > 1:
        every = Counter(each.line for each in letters if each.line in lines)
        came = Counter(each.line for each in run.letters if each.inserted and not each.deleted)
        new = [*takewhile(lambda line: came[line] == every[line], lines)]
        begins = next((n for n, each in enumerate(run.letters) if each.line not in new), 0)
        if new and any(each.inserted is None for each in run.letters[begins:]):
            yield replace(run, letters=run.letters[:begins])
            run = replace(run, letters=run.letters[begins:])
    yield run


def _is_nothing(letter: MarkedLetter) -> bool:
    """Return whether one person put a letter in and took it out again."""
    return letter.inserted is not None and same_author(letter.deleted, letter.inserted)


def _is_inside(
    run: AuthoredRun,
    letters: Sequence[MarkedLetter],
    spot: Mapping[int, int],
    skipped: set[int],
) -> bool:
    """Return whether a run came in the place of words of another's, or between them."""
    if not all(each.stretch and each.inserted for each in run.letters):
        return False
    first, last = spot[id(run.letters[0])], spot[id(run.letters[-1])]
    sides = [
        next((letters[place] for place in places if id(letters[place]) not in skipped), None)
        for places in (range(first - 1, -1, -1), range(last + 1, len(letters)))
    ]
    line = run.letters[0].line
    near = [each for each in sides if each is not None and each.line == line and each.stretch]
    hands = [
        each.inserted for each in near if each.inserted and not same_author(each.inserted, run.hand)
    ]
    struck = (same_author(each.deleted, run.hand) for each in near if each.inserted in hands)
    return any(struck) or (len(hands) == len(sides) and same_author(hands[0], hands[1]))


def _goes_on(
    last: AuthoredRun,
    run: AuthoredRun,
    letters: Sequence[MarkedLetter],
    spot: Mapping[int, int],
    skipped: set[int],
) -> bool:
    """Return whether nothing but what is inside parts two runs of one hand."""
    ends = last.letters[-1], run.letters[0]
    between = letters[spot[id(ends[0])] + 1 : spot[id(ends[1])]]
    return all(same_author(each.inserted, last.hand) for each in ends) and all(
        id(each) in skipped for each in between
    )


def _merged(inside: Sequence[AuthoredRun], spot: Mapping[int, int]) -> list[AuthoredRun]:
    """Return runs in their order, those of one hand that follow each other as one."""
    merged: list[AuthoredRun] = []
    for run in sorted(inside, key=lambda each: spot[id(each.letters[0])]):
        before = spot[id(run.letters[0])] - 1
        place = next(
            (
                place
                for place, each in enumerate(merged)
                if spot[id(each.letters[-1])] == before and same_author(each.hand, run.hand)
            ),
            None,
        )
        if place is None:
            merged.append(run)
        else:
            merged[place] = replace(merged[place], letters=(*merged[place].letters, *run.letters))
    return merged
