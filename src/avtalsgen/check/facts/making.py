"""The facts of a document, out of what a reader has made of it."""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from avtalsgen.check.facts.citations import LawNames
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.reading import TextOf, taken_apart
from avtalsgen.model.nodes import Document
from avtalsgen.readers.inside import FileInside
from avtalsgen.records import dataclass
from avtalsgen.register.checking.lore import Lore


def _no_text(_file: str) -> str:
    return ""


@dataclass(frozen=True)
class Desk:
    """What documents are checked with: the register, and the day on which it is done."""

    lore: Lore
    today: date
    knows: Callable[[str], bool] | None = None
    """Whether a word is in the dictionary, where there is one."""

    @cached_property
    def law_names(self) -> LawNames:
        """What laws are called, as a pattern that is made once."""
        return LawNames(self.lore.laws)

    def facts(
        self,
        document: Document,
        file: str,
        written: str | None = None,
        text_of: TextOf = _no_text,
        inside: FileInside | None = None,
    ) -> CheckFacts:
        """Return the facts of `document`; `written` is its whole text where it is a text."""
        pages, contents = (inside.pages, inside.contents) if inside else ((), ())
        apart = taken_apart(document, file, written, text_of, pages, contents)
        return CheckFacts(
            file,
            document,
            tuple(passage for passage in apart.passages if passage.kind != "comment"),
            self.lore,
            self.law_names,
            self.today,
            apart.written,
            inside,
            self.knows,
            comments=tuple(passage for passage in apart.passages if passage.kind == "comment"),
        )
