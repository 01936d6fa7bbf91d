"""What a reader of documents returns: the document, and what could not be carried over."""

from typing import Literal

from avtalsgen.model.nodes import Document
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass

Tracked = Literal["accept", "reject", "marked"]
"""What becomes of changes that nobody has settled: done, undone, or kept as marks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read from a file of any format.

    Nothing of the file is missing in silence: what the model has no place for stands in the
    text as words between brackets, or among the problems, or both.
    """

    document: Document
    problems: tuple[Problem, ...] = ()
