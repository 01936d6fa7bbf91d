"""A tillägg with a new compensation, as a facts file."""

from collections.abc import Iterator, Mapping

from avtalsgen.clauses.document_type import DocumentType, read_document_type, type_names
from avtalsgen.clauses.outline import NEW_PAGE, every, pins
from avtalsgen.pipeline.index.facts import Dated, new_facts
from avtalsgen.pipeline.index.indexation import Indexation
from avtalsgen.pipeline.new.new import key_lines, whole_type
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.edit import quoted, replaced
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import brought
from avtalsgen.uppdrag.uppdrag import Uppdrag

_TYPE = "tillagg"
_NO_RELATION = "{okänt: uppdraget säger inte hur parterna hör ihop}"
_NO_NUMBER = '{okänt: "tilläggets nummer är inte bestämt"}'
_COST = "Ersättningen räknas upp med index. Något annat kostar tillägget inte."
_SHARED = (known.TITLE, known.DNR, known.SERVICE, known.PARTIES, known.SIGNING)
"""What a tillägg says in the words of the uppdrag."""
_OF_A_TILLAGG = (known.WORKERS, known.COMPENSATION, known.VOLUME)
"""What one about another tillägg says besides, in that one's words and with the new sums."""


def tillagg(project: Project, indexation: Indexation, dated: Dated) -> str:
    """Return a tillägg with the new compensation.

    It gives the facts of an uppdrag new values, in the words that the uppdrag has. The facts of
    another tillägg are that one's own, so its sections about them are replaced.
    """
    uppdrag = indexation.uppdrag
    relation = uppdrag.facts.text(known.RELATION)
    base = uppdrag.facts.text(known.BASE) or uppdrag.name
    type_ = _type(project, uppdrag)
    asks_for_cost = any(path == known.TILLAGG_COST for path, _ in type_.requires)
    return "".join(
        (
            f"# Tillägg om ny ersättning enligt {uppdrag.name}. Skrivet av avtalsgen index.\n\n",
            f"typ: {type_.name}\nstatus: utkast\n",
            f"{known.DATED}: {dated.datum()}\n{known.VERSION}: 1\n",
            f"{known.RELATION}: {relation or _NO_RELATION}\n",
            f"{known.DECIDED}: {{okänt: tillägget är inte beslutat}}\n",
            _shared(project, indexation),
            f"\n{known.TILLAGG}:\n  {known.key(known.BASE)}: {base}\n",
            f"  {known.key(known.TILLAGG_NUMBER)}: {_NO_NUMBER}\n",
            f"  {known.key(known.TILLAGG_START)}: {indexation.first_day.isoformat()}\n",
            f"  {known.key(known.TILLAGG_COST)}: {_COST}\n" if asks_for_cost else "",
            "\nändringar:\n",
            *(_replacements(project, indexation) if uppdrag.changes else _new_values(indexation)),
            "\ndisposition:\n",
            *_disposition(type_),
        )
    )


def _shared(project: Project, indexation: Indexation) -> str:
    """Return the lines of the uppdrag's file that its tillägg has too."""
    uppdrag, facts = indexation.uppdrag, indexation.uppdrag.facts
    new = new_facts(indexation)
    values = {fact.origin: new[path] for path in new if (fact := facts.get(path))}
    text = replaced(read_text(project.files, uppdrag.file), uppdrag.file, values)
    tree, _ = read_yaml(text, uppdrag.file)
    lines = text.split("\n")
    places = key_lines(tree, lines)
    starts = [first for first, _ in places.values()]
    if len(set(starts)) < len(starts):
        message = "uppdraget kan inte återges: flera nycklar står på samma rad"
        hint = "skriv varje nyckel på en egen rad"
        raise AvtalsgenError([Problem("UP08", message, origin=uppdrag.origin, hint=hint)])
    keys = (*_SHARED, *_OF_A_TILLAGG) if uppdrag.changes else _SHARED
    kept = [lines[slice(*places[key])] for key in keys if key in places]
    return "\n".join(line for block in kept for line in block) + "\n"


def _new_values(indexation: Indexation) -> Iterator[str]:
    yield f"  - fakta:\n      {known.COMPENSATION}:\n"
    yield from _lines_below(known.COMPENSATION, new_facts(indexation))


def _replacements(project: Project, indexation: Indexation) -> Iterator[str]:
    """Yield a replacement of each section of a tillägg whose clause prints what is new."""
    changed = new_facts(indexation).keys()
    for entry in every(brought(indexation.uppdrag.changes)):
        if not entry.clause:
            continue
        clause = project.library.edition(entry.clause, entry.edition, entry.origin)
        if clause.uses & changed:
            heading = f", rubrik: {quoted(entry.heading_text)}" if entry.heading_text else ""
            bare = "" if entry.numbered else ", numrera: nej"
            bare += f", {NEW_PAGE}: ja" if entry.new_page else ""
            pin = f"klausul: {entry.clause}@{entry.edition}"
            yield f"  - ersätter: {entry.name}\n    med: {{{pin}{heading}{bare}}}\n"


def _lines_below(root: str, facts: Mapping[str, str]) -> Iterator[str]:
    """Yield facts below `root` as lines, one below another fact in braces."""
    for path, value in facts.items():
        key, _, inner = path.removeprefix(f"{root}.").partition(".")
        yield f"        {key}: {f'{{{inner}: {value}}}' if inner else value}\n"


def _type(project: Project, uppdrag: Uppdrag) -> DocumentType:
    """Return the tillägg of the same year as the type of the uppdrag, else the newest."""
    names = type_names(project.files)
    same = f"{_TYPE}@{uppdrag.type.partition('@')[2]}"
    name = same if same in names else whole_type(names, _TYPE, by_us=True)
    return read_document_type(project.files, name, project.parameters, uppdrag.type_origin)


def _disposition(type_: DocumentType) -> Iterator[str]:
    """Yield an outline with the frame of the type round the changes, and nothing else of it."""
    pinned = dict(pins(type_.outline))
    introduction, decision, signatures = (
        f"{clause}@{pinned[clause]}" if clause in pinned else ""
        for clause in ("tillagg-inledning", "beslut", "underskrifter")
    )
    yield f"  - klausul: {introduction}\n"
    yield f"    under: [{decision}]\n" if decision else ""
    yield "  - {rubrik: Det som ändras, ankare: andring, ändringar: övriga}\n"
    yield f"  - {signatures}\n"
