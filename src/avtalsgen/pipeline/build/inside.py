"""What the PDF of a document holds besides its own pages: annexes after them, facts inside."""

from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.build import annexes, attached_facts
from avtalsgen.pipeline.build.annexes import Enclosed
from avtalsgen.pipeline.build.attached_facts import FactFile
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Inside:
    """The annexes of a document, and the files that it was made of where they are to go along."""

    annexes: tuple[Enclosed, ...] = ()
    facts: tuple[FactFile, ...] = ()

    def fingerprint(self, profile: Profile) -> bytes:
        """Return a hash of all of it."""
        return annexes.fingerprint(self.annexes, profile) + attached_facts.fingerprint(self.facts)

    def into(self, pdf: bytes, document: Document, profile: Profile) -> bytes:
        """Return the PDF of `document` with all of it.

        Raises:
            AvtalsgenError: BI01–BI09, an annex cannot be appended.
        """
        whole = annexes.with_annexes(pdf, self.annexes, profile)
        return attached_facts.with_facts(whole, self.facts, document, profile)


NOTHING = Inside()


def inside(
    project: Project, document: Document, *, draft: bool, attach_facts: bool
) -> tuple[Inside, tuple[Problem, ...]]:
    """Return what goes into the PDF of `document`, and the problems met on the way.

    Raises:
        AvtalsgenError: as `annexes.enclosed`.
    """
    enclosed, problems = annexes.enclosed(project, document, draft=draft)
    facts = attached_facts.facts_of(project, document) if attach_facts else ()
    return Inside(enclosed, facts), problems
