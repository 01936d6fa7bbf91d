"""A letter about a new compensation, as a facts file."""

from collections.abc import Iterator

from avtalsgen.clauses.document_type import type_names
from avtalsgen.ersattning.ladder import Step
from avtalsgen.ersattning.rounding import shown
from avtalsgen.pipeline.index.facts import Dated
from avtalsgen.pipeline.index.indexation import Indexation
from avtalsgen.pipeline.new.new import whole_type
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.readers.yaml.edit import quoted
from avtalsgen.swedish.numbers import typed

TYPE = "indexbrev"


def letter(project: Project, found: Indexation, dated: Dated) -> str:
    """Return the letter: it points at the new edition and the old, and has the steps between."""
    slug, steps = found.uppdrag.slug, [step for step, _ in found.years]
    clauses = ["ny-ersattning", "indexutrakning"]
    if found.settlement or not steps[-1].final:
        clauses.append("indexreglering")
    return "".join(
        (
            f"# Meddelande om ny ersättning för {slug}. Skrivet av avtalsgen index.\n\n",
            f"typ: {whole_type(type_names(project.files), TYPE)}\nstatus: utkast\n",
            f"datum: {dated.datum()}\n",
            f"avser: {slug}@{dated.edition}\nersätter: {found.old}\n",
            f"\nuppräkning:\n  från: {found.first_day.isoformat()}\n",
            f"  index: {quoted(found.series.name)}\n",
            *_settled(found),
            "  steg:\n",
            *(_step(step) for step in steps),
            "\ndisposition:\n",
            *(f"  - {clause}@2026\n" for clause in clauses),
        )
    )


def _settled(found: Indexation) -> Iterator[str]:
    settled = found.settlement
    if settled:
        way = "betalas" if settled.difference >= 0 else "dras_av"
        yield f"  preliminärt: {typed(settled.percent)}\n  betalt: {typed(settled.paid)}\n"
        yield f"  skillnad: {typed(abs(settled.difference))}\n  reglering: {way}\n"


def _step(step: Step) -> str:
    status = "definitivt" if step.final else "preliminärt"
    return (
        f"    - år: {step.year}\n      index: {typed(step.percent)}\n      status: {status}\n"
        f"      källa: {quoted(step.published.source)}\n      före: {typed(shown(step.old))}\n"
        f"      oavrundat: {typed(shown(step.unrounded))}\n      efter: {typed(step.new)}\n"
    )
