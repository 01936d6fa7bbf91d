"""Who must do what by either of two documents, and what became of it."""

from typing import Final, Literal

from avtalsgen.records import dataclass

DutyStatus = Literal["samma", "skärpt", "mildrad", "ny", "utgår", "annan part"]
"""Harder or milder is so for the one who is bound."""


@dataclass(frozen=True, slots=True)
class ComparedDuty:
    """A duty; `old` and `new` are its words, empty on a side that has it not."""

    party: str
    """`utföraren`, `beställaren`, `båda`, else the word of the text."""
    act: str
    when: str
    """Empty where the text says none, as `condition`."""
    condition: str
    status: DutyStatus
    old: str
    new: str
    old_place: str
    """A number, or a heading where there is none; empty as `old`."""
    new_place: str
    reworded: bool = False
    """It is held to be the same in words that differ in substance: a reader judges."""

    @property
    def changed(self) -> bool:
        """Whether anybody's position is another."""
        return self.status != "samma"


STATUSES: Final[tuple[DutyStatus, ...]] = (
    "skärpt",
    "ny",
    "annan part",
    "mildrad",
    "utgår",
    "samma",
)
"""In the order in which a reader wants them."""
