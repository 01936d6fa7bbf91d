"""A part of a duty that went to another party: one sentence is now two, or two are now one.

    Kommunen ansvarar för städning och larm.   →   Kommunen ansvarar för larm.
                                                   Regionen ansvarar för städning.   annan part

The party that had it all has a milder duty; the other has what went, and it is not new.
"""

from collections.abc import Mapping, Sequence

from avtalsgen.compare.duties.statements import Stated
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.swedish.stems import stem


def divided(
    wholes: Sequence[Stated], parts: Sequence[Stated], answers: Mapping[int, int]
) -> Mapping[int, int]:
    """Return the place of the whole for that of each part that it was divided into.

    `answers` say which of the `parts` answers to which of the `wholes`, by that. A part without
    answer is of a whole if all that it says was said there, by the same verb for another party,
    and what answers to that whole no longer says all of it.
    """
    taken = set(answers.values())
    kept = {place: (_said(wholes[place]), _said(parts[answers[place]])) for place in answers}
    result: dict[int, int] = {}
    for place, part in enumerate(parts):
        if place in taken or not part.named:
            continue
        said = _said(part)
        for whole, (before, now) in kept.items():
            other, left = wholes[whole], parts[answers[whole]]
            others = other.named and part.party not in (other.party, left.party)
            if others and other.binds == part.binds and said and said <= before and not said <= now:
                result[place] = whole
                break
    return result


def _said(duty: Stated) -> frozenset[str]:
    return frozenset(stem(word) for word in duty.words if is_content(word))
