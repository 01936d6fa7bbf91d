"""The files that a new compensation makes: an edition or a tillägg, and the letter about it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from avtalsgen.clauses.document_type import type_names
from avtalsgen.clauses.outline import pins
from avtalsgen.ersattning.ladder import Step
from avtalsgen.ersattning.rounding import shown
from avtalsgen.pipeline.index import FIRST_DAY, FIXED_TO, PRICE, PRICE_LEVEL, Indexation, begins
from avtalsgen.pipeline.new import edition_files, key_lines, refuse_names, whole_type
from avtalsgen.pipeline.project import Project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.edit import quoted, replaced
from avtalsgen.readers.yaml.tree import read_yaml
from avtalsgen.source import Origin
from avtalsgen.swedish.numbers import typed
from avtalsgen.uppdrag import reader
from avtalsgen.uppdrag.assignment import Uppdrag
from avtalsgen.uppdrag.facts import Known

As = Literal["edition", "tillagg"]

_TILLAGG, _LETTER = "tillagg", "indexbrev"
_COMPENSATION = (
    *("ersattning-fast", "ersattning-timme", "ersattning-plats", "ersattning-arsarbetare"),
    "prisjustering",
)
"""The clauses that say what is paid."""
_SHARED = (
    *("titel", "dnr", "verksamhet", "årsarbetare", "parter", "ersättning", "volym"),
    "underskrift",
)
"""What a tillägg says in the words of the uppdrag."""


@dataclass(frozen=True, slots=True)
class Dated:
    """How the new files are called and dated; a day that nobody has said is okänd."""

    edition: str
    day: date | None

    def datum(self) -> str:
        """Return the day as it is written in a facts file."""
        return self.day.isoformat() if self.day else "{okänt: handlingen är inte daterad}"


def default_edition(found: Indexation, as_: As) -> str:
    """Return the name of the new edition: its year, and what the old had after its own."""
    after = re.sub(r"^\d{4}", "", found.uppdrag.edition)
    suffix = after if re.fullmatch(r"-[a-z0-9.-]+", after) else ""
    return f"{found.to}{'-tillagg' if as_ == 'tillagg' else suffix}"


def files(project: Project, found: Indexation, as_: As, dated: Dated) -> dict[str, bytes]:
    """Return what is written, by path from the workspace; the last one is the letter.

    Raises:
        AvtalsgenError: IX09 a tillägg to a tillägg; UP06, UP08 as for a new edition.
    """
    uppdrag = found.uppdrag
    refuse_names(uppdrag.slug, dated.edition)
    main = _edition(project, found, dated) if as_ == "edition" else _tillagg(project, found, dated)
    letter = reader.path_of(uppdrag.slug, f"{dated.edition}-{_LETTER}")
    return {**main, letter: _letter(project, found, dated).encode()}


def _edition(project: Project, found: Indexation, dated: Dated) -> dict[str, bytes]:
    facts = found.uppdrag.facts
    values = {**_new_values(found), **_new_days(found)}
    datum = facts.get("datum")
    if isinstance(datum, Known):
        values[datum.origin] = dated.datum()
    uppdrag = found.uppdrag
    return edition_files(project, uppdrag.slug, uppdrag.edition, dated.edition, values)


def _new_values(found: Indexation) -> dict[Origin, str]:
    """Return the new sum and its price level, by where the old ones stand."""
    facts = found.uppdrag.facts
    new = {PRICE: typed(found.years[-1][1].price), PRICE_LEVEL: str(found.to)}
    return {fact.origin: new[path] for path in new if (fact := facts.get(path))}


def _new_days(found: Indexation) -> dict[Origin, str]:
    """Return when the sum grows next, and to when it is fixed, by where the old days stand."""
    facts = found.uppdrag.facts
    following = begins(found.first_day, found.to + 1)
    new = {FIRST_DAY: following, FIXED_TO: following - timedelta(1)}
    return {
        fact.origin: new[path].isoformat()
        for path in new
        if isinstance(fact := facts.get(path), Known)
    }


def _shared(project: Project, uppdrag: Uppdrag, values: dict[Origin, str], *more: str) -> str:
    """Return the lines of the uppdrag's file that its letter and tillägg have too."""
    text = replaced(read_text(project.files, uppdrag.file), values)
    tree, _ = read_yaml(text, uppdrag.file)
    lines = text.split("\n")
    places = key_lines(tree, lines)
    starts = [first for first, _ in places.values()]
    if len(set(starts)) < len(starts):
        message = "uppdraget kan inte återges: flera nycklar står på samma rad"
        hint = "skriv varje nyckel på en egen rad"
        raise AvtalsgenError([Problem("UP08", message, origin=uppdrag.origin, hint=hint)])
    kept = [lines[slice(*places[key])] for key in _SHARED if key in places]
    return "\n".join(line for block in kept for line in block) + "\n"


def _tillagg(project: Project, found: Indexation, dated: Dated) -> dict[str, bytes]:
    uppdrag = found.uppdrag
    if uppdrag.type.startswith(f"{_TILLAGG}@"):
        message = f"{uppdrag.name} är själv ett tillägg"
        hint = "gör en ny utgåva av det: --as edition"
        raise AvtalsgenError([Problem("IX09", message, origin=uppdrag.type_origin, hint=hint)])
    outline = uppdrag.outline or project.document_type(uppdrag).outline
    clauses = [f"{id_}@{edition}" for id_, edition in pins(outline) if id_ in _COMPENSATION]
    values = {**_new_values(found), **_new_days(found)}
    text = "".join(
        (
            f"# Tillägg om ny ersättning till {uppdrag.name}. Skrivet av avtalsgen index.\n\n",
            f"typ: {whole_type(type_names(project.files), _TILLAGG)}\nstatus: utkast\n",
            f"datum: {dated.datum()}\nversion: 1\n",
            *_unsaid(uppdrag),
            _shared(project, uppdrag, values),
            f"\ntillägg:\n  till: {uppdrag.name}\n",
            '  nummer: {okänt: "tilläggets nummer är inte bestämt"}\n',
            f"  från: {found.first_day.isoformat()}\n",
            f"  ersätter: [{{avsnitt: Ersättning, med: {clauses[0].partition('@')[0]}}}]\n"
            if clauses
            else "",
            "\ndisposition:\n  - klausul: tillagg-inledning@2026\n    under: [beslut@2026]\n",
            *(f"  - {clause}\n" for clause in clauses),
            "  - underskrifter@2026\n",
            *_exempt(clauses),
        )
    )
    return {reader.path_of(uppdrag.slug, dated.edition): text.encode()}


def _unsaid(uppdrag: Uppdrag) -> Iterator[str]:
    """Yield what a tillägg must say and this uppdrag does not, or not yet."""
    relation = uppdrag.facts.text("relation")
    yield f"relation: {relation or '{okänt: uppdraget säger inte hur parterna hör ihop}'}\n"
    yield "beslutad: {okänt: tillägget är inte beslutat}\n"


def _exempt(clauses: Iterable[str]) -> Iterator[str]:
    if not any(clause.startswith("prisjustering@") for clause in clauses):
        yield "\nundantag:\n  - klausul: prisjustering\n"
        yield "    skäl: uppräkningen står i uppdragets avsnitt om ersättning\n"


def _letter(project: Project, found: Indexation, dated: Dated) -> str:
    """Return the letter: it points at the new edition and the old, and has the steps between."""
    slug, steps = found.uppdrag.slug, [step for step, _ in found.years]
    clauses = ["ny-ersattning", "indexutrakning"]
    if found.settlement or not steps[-1].final:
        clauses.append("indexreglering")
    return "".join(
        (
            f"# Meddelande om ny ersättning för {slug}. Skrivet av avtalsgen index.\n\n",
            f"typ: {whole_type(type_names(project.files), _LETTER)}\nstatus: utkast\n",
            f"datum: {dated.datum()}\n",
            f"avser: {slug}@{dated.edition}\nersätter: {found.uppdrag.name}\n",
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
