"""What somebody did to a Word file of ours: what every view of it shows."""

from typing import Final, Literal

from avtalsgen.model.comparison import Rank
from avtalsgen.records import dataclass

ReturnedKind = Literal["värde", "avvikelse", "ny", "struken", "flyttad", "format", "kommentar"]
Told = str | int | float | bool | None | tuple[str, ...]
"""Words, or a fact as YAML has it."""

MOVED_ON: Final = "orden är ändrade i uppdraget sedan filen byggdes"
"""The conflict of a change of words that somebody has changed here too."""
ChangedSpan = tuple[str, int, int]
"""A line of ours in its normal form, and from where to where in it."""
RANKS: Final[tuple[Rank, ...]] = ("avgörande", "saklig", "redaktionell")


@dataclass(frozen=True, slots=True)
class ThreadReply:
    """What somebody answered to a comment."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """One thing that somebody did at one place, or to one fact."""

    kind: ReturnedKind
    old: Told
    new: Told
    rank: Rank
    anchor: str = ""
    """Of the section in our document; of the one before it for a new section."""
    section: str = ""
    """Number and heading, or what the part outside the text is called."""
    clause: str = ""
    path: str = ""
    """Of the fact; empty where it is none."""
    places: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    """Where the fact still has its old value, or what it clashes with."""
    author: str = ""
    date: str = ""
    tracked: bool = False
    unseen: str = ""
    """`dold`, `vit` or `mycket liten`: a reader of the page does not see it."""
    unsure: str = ""
    """Why it may be something else."""
    hint: str = ""
    before: str = ""
    after: str = ""
    """The words around it, which both sides have."""
    thread: tuple[ThreadReply, ...] = ()
    resolved: bool = False
    parts: tuple["ReturnedChange", ...] = ()
    """The same substitution where no fact is printed, and in facts that have it in them."""
    undo: tuple[int, ...] = ()
    """What takes it back, by its place in the list of whoever found it."""
    done: tuple[int, ...] = ()
    """What does it in the file, in the same list, where the file has the words still: hidden."""
    source: str = ""
    """The copy that it stands in, where there are several."""
    spans: tuple[ChangedSpan, ...] = ()
    """Where it stands in what was sent, as far as that is known."""
    position: int = 0
    """Where it stands in the file."""
    number: int = 0
    """By which the user calls it; 0 until all are known."""
    key: str = ""
    """What tells it from all others, also when the file is taken back a second time."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of a file, beside the edition that it is of."""

    source: str
    uppdrag: str
    edition: str
    changes: tuple[ReturnedChange, ...]
    notes: tuple[str, ...] = ()


def ordered(changes: "list[ReturnedChange]") -> tuple[ReturnedChange, ...]:
    """Return changes as a negotiator must see them: what is silent first.

    Of those, and of the tracked ones, what nobody sees on the page comes first, then by rank and
    place. Comments come last.
    """
    return tuple(sorted(changes, key=_weight))


def _weight(change: ReturnedChange) -> tuple[bool, bool, bool, int, int]:
    said = change.kind == "kommentar"
    return said, change.tracked, not change.unseen, RANKS.index(change.rank), change.position
