"""Text that is left when what is alike is found: compared as it stands, if it shares enough."""

from avtalsgen.redline.align.groups import Group
from avtalsgen.redline.align.sides import LEAST, Sides, length, run

_MORE = 1.05
"""How much more must be kept for a clause to be compared as one."""


def whole_clauses(sides: Sides, groups: list[Group]) -> list[Group]:
    """Return `groups` with what stands under a heading made one, where more is kept so.

    Paragraph by paragraph little may be alike in a clause that was written anew, with its
    sentences in other paragraphs.
    """
    clauses: list[Group] = []
    place = 0
    while place < len(groups):
        clauses.append(groups[place])
        if _is_heading(sides, groups[place]):
            inner = groups[place + 1 : _end_of_clause(sides, groups, place)]
            whole = _whole_clause(sides, groups[place], inner)
            if whole:
                clauses.append(whole)
                place += len(inner)
        place += 1
    return clauses


def _is_heading(sides: Sides, group: Group) -> bool:
    return bool(group.olds and group.news and sides.old[group.olds[0]].said.is_heading)


def _end_of_clause(sides: Sides, groups: list[Group], place: int) -> int:
    """Return where the first group stands after `place` that is no text of the same clause."""
    stop = place + 1
    while stop < len(groups) and _is_all_text(sides, groups[stop]):
        stop += 1
    return stop


def _is_all_text(sides: Sides, group: Group) -> bool:
    olds = all(sides.old[i].said.is_text for i in group.olds)
    return olds and all(sides.new[j].said.is_text for j in group.news)


def _whole_clause(sides: Sides, heading: Group, inner: list[Group]) -> Group | None:
    own_old = {i for group in inner for i in group.olds}
    own_new = {j for group in inner for j in group.news}
    olds = run(sides.old, sides.free_old | own_old, heading.olds[-1] + 1)
    news = run(sides.new, sides.free_new | own_new, heading.news[-1] + 1)
    if not (olds and news and own_old <= set(olds) and own_new <= set(news)):
        return None
    if len(inner) == len(olds) == len(news):
        return None  # each has its like already
    apart = sum(sides.kept(group.olds, group.news) for group in inner)
    most = min(length(sides.old, olds), length(sides.new, news))
    if most <= _MORE * apart or sides.kept(olds, news) <= _MORE * apart:
        return None
    clause = Group(olds, news)
    sides.take(clause)
    return clause


def with_the_rest(sides: Sides, groups: list[Group]) -> list[Group]:
    """Return `groups` with what is left between two of them, where it shares enough to be one."""
    complete: list[Group] = []
    for group in [*groups, Group([len(sides.old)], [len(sides.new)])]:
        last = complete[-1] if complete else Group([-1], [-1])
        complete += [*rest(sides, last), group]
    return complete[:-1]


def rest(sides: Sides, last: Group) -> list[Group]:
    """Return the paragraphs after a group, up to a heading, if they share enough words."""
    olds = run(sides.old, sides.free_old, last.olds[-1] + 1)
    news = run(sides.new, sides.free_new, last.news[-1] + 1)
    if not olds or not news or sides.kept(olds, news) < LEAST:
        return []
    remaining = Group(olds, news)
    sides.take(remaining)
    return [remaining]
