"""Which question a printed value answers, and where the answer to each question is printed.

printed                              asked
parter.beställare.organ.namn         parter.beställare.organ      the register has the name
resultat.2.mål                       resultat                     a row of a list
räknat.årssumma                      ersättning.modell            what it is worked out of first
ersätter.dnr                         ersätter                     said in another uppdrag
"""

from collections.abc import Iterable, Iterator, Mapping

from avtalsgen.assemble.facts.computed import written_first
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, Gap, Inline, Section, Value
from avtalsgen.model.trace import COMPUTED
from avtalsgen.pipeline.drafting.form.fields import FieldPlace
from avtalsgen.pipeline.new.asked import as_written
from avtalsgen.records import dataclass
from avtalsgen.swedish.typography import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class Leads:
    """From the path of a printed value to the question that it answers."""

    parameters: Parameters
    lookup: Lookup

    def question(self, path: str) -> str:
        """Return the path of the question; empty where nobody is asked."""
        if path.partition(".")[0] == COMPUTED:
            needs = written_first(path)
            return self.question(needs[0]) if needs and needs[0] != path else ""
        leading = self.lookup.leading(path)
        if leading is not None:
            return leading.path
        asked = as_written(path, self.parameters)
        while asked and asked not in self.parameters.by_path:
            asked = asked.rpartition(".")[0]
        return asked


def places_of(document: Document, leads: Leads) -> Mapping[str, tuple[FieldPlace, ...]]:
    """Return where the answer to each question is printed, in reading order."""
    places: dict[str, dict[FieldPlace, None]] = {}
    for place, path in _printed(document):
        question = leads.question(path)
        if question:
            places.setdefault(question, {})[place] = None
    return {question: tuple(there) for question, there in places.items()}


def _printed(document: Document) -> Iterator[tuple[FieldPlace, str]]:
    cover = FieldPlace("", "omslaget", "på")
    rows = (row.content for row in document.cover.rows)
    for path in _paths((document.cover.title, document.cover.subtitle, *rows)):
        yield cover, path
    for section in walk.sections(document):
        place = FieldPlace(section.anchor, told(section))
        runs = (run for block in section.blocks for run in walk.runs(block))
        for path in _paths((section.heading, *runs)):
            yield place, path
    if document.signatures:
        for signatory in document.signatures.signatories:
            for path in _paths((signatory.organisation, signatory.name, signatory.title)):
                yield FieldPlace("", "underskrifterna", "vid"), path


def told(section: Section) -> str:
    """Return how a section is named: `avsnitt 2.1`, or its heading where it has no number."""
    if section.number:
        return f"avsnitt{NO_BREAK_SPACE}{section.number}"
    return f"”{plain.text(section.heading)}”" if section.heading else "slutet"


def _paths(runs: Iterable[tuple[Inline, ...]]) -> Iterator[str]:
    for run in runs:
        for leaf in walk.leaves(run):
            if isinstance(leaf, Value | Gap):
                yield leaf.path
