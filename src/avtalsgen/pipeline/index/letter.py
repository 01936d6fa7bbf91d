"""A letter about a new compensation, as a facts file."""

from collections.abc import Iterator

from avtalsgen.clauses.document_type import type_names
from avtalsgen.ersattning.ladder import IndexStep
from avtalsgen.ersattning.rounding import shown
from avtalsgen.pipeline.index.facts import Dated
from avtalsgen.pipeline.index.indexation import Indexation
from avtalsgen.pipeline.new.new import whole_type
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.readers.yaml.edit import quoted
from avtalsgen.swedish.numbers import typed
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.known import key

TYPE = "indexbrev"
_NO_SENDER = "{okänt: vem som svarar för brevet är inte bestämt}"


def letter(project: Project, indexation: Indexation, dated: Dated) -> str:
    """Return the letter: it points at the new edition and the old, and has the steps between."""
    slug, steps = indexation.uppdrag.slug, [step for step, _ in indexation.years]
    clauses = ["ny-ersattning", "indexutrakning"]
    if indexation.settlement or not steps[-1].final:
        clauses.append("indexreglering")
    return "".join(
        (
            f"# Meddelande om ny ersättning för {slug}. Skrivet av avtalsgen index.\n\n",
            f"typ: {whole_type(type_names(project.files), TYPE, by_us=True)}\nstatus: utkast\n",
            f"{known.DATED}: {dated.datum()}\n",
            f"{known.ABOUT}: {slug}@{dated.edition}\n{known.REPLACED}: {indexation.old}\n",
            f"\n{known.RISE}:\n  {key(known.RISE_START)}: {indexation.first_day.isoformat()}\n",
            f"  {key(known.RISE_INDEX)}: {quoted(indexation.series.name)}\n",
            *_settled(indexation),
            f"  {key(known.RISE_STEPS)}:\n",
            *(_step(step) for step in steps),
            f"\n{known.SENDERS}:\n  - {known.SENDER_NAME}: {_NO_SENDER}\n",
            "\ndisposition:\n",
            *(f"  - {clause}@2026\n" for clause in clauses),
            "  - avsandare@2019\n",
        )
    )


def _settled(indexation: Indexation) -> Iterator[str]:
    settled = indexation.settlement
    if settled:
        way = known.ADDED_TO if settled.difference >= 0 else known.TAKEN_OFF
        yield f"  {key(known.RISE_PRELIMINARY)}: {typed(settled.percent)}\n"
        yield f"  {key(known.RISE_PAID)}: {typed(settled.paid)}\n"
        yield f"  {key(known.RISE_DIFFERENCE)}: {typed(abs(settled.difference))}\n"
        yield f"  {key(known.RISE_SETTLEMENT)}: {way}\n"


def _step(step: IndexStep) -> str:
    status = "definitivt" if step.final else "preliminärt"
    values = {
        known.STEP_YEAR: str(step.year),
        known.STEP_INDEX: typed(step.percent),
        known.STEP_STATUS: status,
        known.STEP_SOURCE: quoted(step.published.source),
        known.STEP_BEFORE: typed(shown(step.old)),
        known.STEP_UNROUNDED: typed(shown(step.unrounded)),
        known.STEP_AFTER: typed(step.new),
    }
    lines = (f"{name}: {value}\n" for name, value in values.items())
    return "    - " + "      ".join(lines)
