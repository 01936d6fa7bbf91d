"""What was taken in from an old document stands as it stood there."""

from collections.abc import Mapping

from avtalsgen.model.nodes import Cover, CoverRow, Inline, Text, Value
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Facts, Known

KIND, TITLE, SUBTITLE, ROW = "slag", "titel", "undertitel", "rad"
PART, LABEL, WORDS = "del", "etikett", "text"


def is_imported(facts: Facts) -> bool:
    """Return whether an edition was taken in from a file of somebody else's."""
    return facts.get(known.IMPORTED_FILE) is not None


def imported_cover(facts: Facts) -> Cover | None:
    """Return the cover that the file had; nothing for an edition that was not taken in."""
    told = facts.get(known.IMPORTED_COVER)
    if not isinstance(told, Known) or not isinstance(told.value, tuple):
        return None
    kicker = ""
    title: tuple[Inline, ...] = ()
    subtitle: tuple[Inline, ...] = ()
    rows: list[CoverRow] = []
    for item in told.value:
        if not isinstance(item, Mapping):
            continue
        words = _words(item.get(WORDS))
        match _text(item.get(PART)):
            case "slag":
                kicker = "".join(each.text for each in words if isinstance(each, Value | Text))
            case "titel":
                title = words
            case "undertitel":
                subtitle = words
            case _:
                rows.append(CoverRow(_text(item.get(LABEL)), words))
    return Cover(kicker, title, subtitle, tuple(rows))


def _text(fact: object) -> str:
    return str(fact.value) if isinstance(fact, Known) else ""


def _words(fact: object) -> tuple[Inline, ...]:
    return (Value(str(fact.value), fact.path, fact.origin),) if isinstance(fact, Known) else ()
