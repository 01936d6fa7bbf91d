"""Documents of the command line to what the rules find in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from avtalsgen.check.engine import check, check_among
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.making import Desk
from avtalsgen.pipeline.check.lore import lore_of
from avtalsgen.pipeline.workspace.document_argument import Opened, open_document
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.pipeline.workspace.workspace import find
from avtalsgen.problems import AvtalsgenError, Problem, Remark, Severity, of_problem
from avtalsgen.readers.encoded import text_of
from avtalsgen.readers.inside import FileInside
from avtalsgen.register.knowledge import Knowledge

_TEXTS = (".md", ".markdown", ".txt", ".text")
_WORD = (".docx", ".docm", ".dotx")
_MANY = 2


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """What is to be checked, and the day on which it is done."""

    names: tuple[str, ...]
    today: date


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What was found, in the order of the files, and what could not be opened."""

    remarks: tuple[Remark, ...]
    failures: tuple[Problem, ...]
    documents: int

    def count(self, severity: Severity) -> int:
        """Return how many remarks are of a severity."""
        return sum(remark.severity is severity for remark in self.remarks)

    @property
    def summary(self) -> Mapping[str, int]:
        """How many there are of each severity, and in how many documents."""
        counts = {str(severity): self.count(severity) for severity in Severity}
        return {**counts, "handlingar": self.documents}


def check_documents(
    order: CheckOrder, here: Path, done: Callable[[str], None] | None = None
) -> CheckOutcome:
    """Return what the rules find in each document of `order`, and between them.

    A document that cannot be opened is told of and stops no other.

    Raises:
        AvtalsgenError: the register of the workspace is wrong.
    """
    desk = Desk(lore_of(here), order.today)
    knowledge = house_of(here).knowledge
    remarks: list[Remark] = []
    failures: list[Problem] = []
    every: list[CheckFacts] = []
    for name in order.names:
        try:
            facts, told = _opened(desk, here, name, knowledge)
        except AvtalsgenError as error:
            failures.extend(error.problems)
            remarks.extend(of_problem(problem, name) for problem in error.problems)
            continue
        remarks.extend((*told, *check(facts, {})))
        every.append(facts)
        if done:
            done(name)
    if len(every) >= _MANY:
        remarks.extend(check_among(every, {}))
    return CheckOutcome(tuple(remarks), tuple(failures), len(every))


def _opened(
    desk: Desk, here: Path, name: str, knowledge: Knowledge
) -> tuple[CheckFacts, Sequence[Remark]]:
    opened = open_document(here, name, knowledge.page, "accept")
    written = None
    if opened.suffix in _TEXTS and opened.data is not None:
        written = text_of(opened.data, name)[0]
    facts = desk.facts(
        opened.document,
        name,
        written,
        _texts(here, opened),
        _inside(opened),
    )
    return facts, [of_problem(problem, name) for problem in opened.problems]


def _inside(opened: Opened) -> FileInside | None:
    """Return what a file has beside its words, where its format has anything there."""
    if opened.data is None:
        return None
    if opened.suffix in _WORD:
        from avtalsgen.readers.docx.inside import inside  # only for a Word file

        return inside(opened.data, opened.source)
    if opened.suffix == ".pdf":
        from avtalsgen.readers.pdf.inside import inside as inside_pdf  # only for a PDF

        return inside_pdf(opened.data)
    return None


def _texts(here: Path, opened: Opened) -> Callable[[str], str]:
    """Return how the text of a file is found that an assembled document is made of."""
    root = find(here) if opened.data is None else here

    def read(path: str) -> str:
        try:
            return (root / path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""

    return read
