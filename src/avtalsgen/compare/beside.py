"""What differs beside the words of two files."""

from collections import Counter
from collections.abc import Mapping

from avtalsgen.model.comparison import OtherChange

_NONE = Counter[str]()


def other_changes(
    old: Mapping[str, Counter[str]], new: Mapping[str, Counter[str]]
) -> tuple[OtherChange, ...]:
    """Return for each kind how many things only one side has; nothing where all are alike."""
    changes = []
    for kind in sorted({*old, *new}):
        before, after = old.get(kind, _NONE), new.get(kind, _NONE)
        if before != after:
            gone, came = (before - after).total(), (after - before).total()
            changes.append(OtherChange(kind, gone, came))
    return tuple(changes)
