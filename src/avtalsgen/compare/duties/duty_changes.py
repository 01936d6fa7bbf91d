"""What became of every duty of two documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.duties.agreed import ClauseDuties
from avtalsgen.compare.duties.continued import told_apart
from avtalsgen.compare.duties.divided import divided
from avtalsgen.compare.duties.likeness import bags
from avtalsgen.compare.duties.pairing import paired
from avtalsgen.compare.duties.portions import of_each
from avtalsgen.compare.duties.reading import DutyReader
from avtalsgen.compare.duties.statements import Stated, Statement, quoted
from avtalsgen.compare.duties.status import DutyStatuses
from avtalsgen.compare.meaning.judge import Judge
from avtalsgen.model.calendar import Obligation
from avtalsgen.model.duties import ComparedDuty, DutyStatus
from avtalsgen.register.duty_words import DutyWords

Said = tuple[Sequence[Statement], Sequence[Statement]]
Owed = tuple[Sequence[Obligation], Sequence[Obligation]]


def duty_changes(
    body: Alignment,
    said: Said,
    names: Mapping[str, str],
    lists: DutyWords,
    judge: Judge,
    owed: Owed,
) -> tuple[ComparedDuty, ...]:
    """Return each duty of either side once, in the order of the new, what is gone where it stood.

    `said` are the sentences of both, `names` first words of names with their parties, and `owed`
    what the clauses of both name, where both are made of clauses. Law: a
    document against itself has only duties that are the same.
    """
    reader = DutyReader(lists, judge.folding, names)
    olds: Sequence[Stated] = reader.duties(body.old, said[0])
    news: Sequence[Stated] = reader.duties(body.new, said[1])
    if all(owed):
        olds = ClauseDuties(reader, body.old, said[0]).with_agreed(olds, owed[0])
        news = ClauseDuties(reader, body.new, said[1]).with_agreed(news, owed[1])
    olds, news = told_apart(olds, news, lambda duty: (duty.party, judge.folding.read(duty.text)))
    statuses = DutyStatuses(lists, judge, reader.bound)
    is_halved = statuses.direction.costs.is_halved
    olds, news = tuple(of_each(olds, news, is_halved)), tuple(of_each(news, olds, is_halved))
    went = dict(_went(body, (olds, news), said, statuses))
    answers = {j: i for i, (j, _) in went.items()}
    parts = divided(olds, news, {i: j for i, (j, _) in went.items()})
    joins = divided(news, olds, answers)

    def _gone(place: int) -> ComparedDuty:
        if (whole := joins.get(place)) is None:
            return _duty(olds[place], None, "utgår")
        return _duty(olds[place], news[whole], "annan part")

    changes: list[ComparedDuty] = []
    gone = [i for i in range(len(olds)) if i not in went]
    for j, duty in enumerate(news):
        i = answers.get(j)
        if i is None:
            whole = parts.get(j)
            changes.append(
                _duty(None, duty, "ny") if whole is None else _duty(olds[whole], duty, "annan part")
            )
            continue
        while gone and gone[0] < i:
            changes.append(_gone(gone.pop(0)))
        status = went[i][1]
        reworded = status == "samma" and statuses.direction.differ(olds[i], duty)
        changes.append(_duty(olds[i], duty, status, reworded=reworded))
    changes.extend(map(_gone, gone))
    return tuple(changes)


def _went(
    body: Alignment,
    duties: tuple[Sequence[Stated], Sequence[Stated]],
    said: Said,
    statuses: DutyStatuses,
) -> Iterator[tuple[int, tuple[int, DutyStatus]]]:
    """Yield the place of each old duty with that of the new one, and what became of it."""
    olds, news = duties
    sides = [
        [replace(duty, words=statuses.things.meant(duty.words)) for duty in side]
        for side in (olds, news)
    ]
    folding = statuses.judge.folding
    pairs = paired(
        body, sides[0], sides[1], statuses.are_unlike, lambda duty: folding.read(duty.text)
    )
    texts = [[word for sentence in side for word in sentence.words] for side in said]
    roles = statuses.things.roles_between(
        ((olds[i], news[j]) for i, j in pairs.items()), (texts[0], texts[1])
    )
    statuses = replace(statuses, roles=roles)
    every = bags([duty.words for duty in chain(*sides)])
    for i, j in pairs.items():
        both = every[i], every[len(olds) + j]
        if not statuses.are_two(olds[i], news[j]) and (
            status := statuses.of(olds[i], news[j], both)
        ):
            yield i, (j, status)


def _duty(
    old: Stated | None, new: Stated | None, status: DutyStatus, *, reworded: bool = False
) -> ComparedDuty:
    here: Sequence[Stated] = [side for side in (new, old) if side]
    now = here[0]
    return ComparedDuty(
        now.party,
        now.act,
        now.when,
        now.condition,
        status,
        quoted(old.text) if old else "",
        quoted(new.text) if new else "",
        old.place if old else "",
        new.place if new else "",
        reworded,
    )
