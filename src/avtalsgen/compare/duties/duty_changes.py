"""What became of every duty of two documents."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.duties.agreed import ClauseDuties
from avtalsgen.compare.duties.content import DutyContent
from avtalsgen.compare.duties.direction import Direction
from avtalsgen.compare.duties.likeness import bags
from avtalsgen.compare.duties.pairing import paired
from avtalsgen.compare.duties.reading import DutyReader, Stated
from avtalsgen.compare.duties.statements import Statement, quoted, words_of
from avtalsgen.compare.meaning.judge import Judge
from avtalsgen.model.calendar import Obligation
from avtalsgen.model.duties import ComparedDuty, DutyStatus
from avtalsgen.register.duty_words import DutyWords

_STEM: Final = re.compile(r"(?<!\w)\w{1,5}")
"""How a word begins, whatever form it has."""
_FIRST: Final = 4
"""Words of an act that say what is forbidden."""
_DISPUTE: Final = "tvist"
_SMALL: Final = 4
"""Letters of words that any ban may have: `inte`, `utan`."""

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
    folding = judge.folding
    reader = DutyReader(lists, folding, names)
    olds, news = reader.duties(body.old, said[0]), reader.duties(body.new, said[1])
    if all(owed):
        olds = ClauseDuties(reader, body.old, said[0]).with_agreed(olds, owed[0])
        news = ClauseDuties(reader, body.new, said[1]).with_agreed(news, owed[1])
    direction = Direction(lists, folding, reader.bound)
    pairs = {
        i: j
        for i, j in paired(
            body, olds, news, _are_unlike, lambda duty: folding.read(duty.text)
        ).items()
        if not _is_turned_about(olds[i], news[j], lists.grammar.none)
        and not direction.is_divided_otherwise(olds[i], news[j])
    }
    every = bags([duty.words for duty in (*olds, *news)])
    content = DutyContent(judge, reader.bound)
    went: dict[int, DutyStatus] = {}
    for before, now in pairs.items():
        old, new = olds[before], news[now]
        if _other_party(old, new) or _other_judge(old, new, lists):
            went[before] = "annan part"
            continue
        status = direction.of(old, new, (every[before], every[len(olds) + now]))
        if status != "samma" or not content.is_replaced(old, new):
            went[before] = status
    answers = {j: i for i, j in pairs.items() if i in went}
    changes: list[ComparedDuty] = []
    gone = [i for i in range(len(olds)) if i not in went]
    for j, duty in enumerate(news):
        i = answers.get(j)
        if i is None:
            changes.append(_duty(None, duty, "ny"))
            continue
        while gone and gone[0] < i:
            changes.append(_duty(olds[gone.pop(0)], None, "utgår"))
        reworded = went[i] == "samma" and direction.differ(olds[i], duty)
        changes.append(_duty(olds[i], duty, went[i], reworded=reworded))
    changes.extend(_duty(olds[i], None, "utgår") for i in gone)
    return tuple(changes)


def _other_party(old: Stated, new: Stated) -> bool:
    return old.named and new.named and old.party != new.party


def _other_judge(old: Stated, new: Stated, lists: DutyWords) -> bool:
    """Return whether a dispute is decided by somebody else: another court, or no court."""
    judges = [_judges(duty.text, lists) for duty in (old, new)]
    return all(judges) and judges[0] != judges[1]


def _judges(text: str, lists: DutyWords) -> set[str]:
    """Return who decides the dispute that `text` is about, a court with its town."""
    words = words_of(text)
    if not any(word.startswith(_DISPUTE) for word in words):
        return set()
    return {
        f"{before} {judge}" if before.endswith("s") else judge
        for before, word in pairwise(("", *words))
        for judge in lists.deciding
        if word.startswith(judge)
    }


def _are_unlike(old: Stated, new: Stated) -> bool:
    """Return whether two duties are one only if their words are much alike."""
    return _other_party(old, new) or _bans_something_else(old, new)


def _bans_something_else(old: Stated, new: Stated) -> bool:
    """Return whether both forbid something, and not the same: `byta chef`, `anlita andra`."""
    bans = all(duty.binds[:1] == ("får",) for duty in (old, new))
    acts = [_STEM.findall(duty.act.casefold())[:_FIRST] for duty in (old, new)]
    return bans and not {stem for stem in acts[0] if len(stem) > _SMALL} & set(acts[1])


def _is_turned_about(old: Stated, new: Stated, none: Collection[str]) -> bool:
    """Return whether one side is to do what the other is not: two duties, in whatever words."""
    negated = [
        bool({*duty.binds, *duty.act.casefold().split()[:1]} & {*none}) for duty in (old, new)
    ]
    bans = all(duty.binds[:1] == ("får",) for duty in (old, new))
    return negated[0] != negated[1] and not bans


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
