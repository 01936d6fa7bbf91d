"""`uppdrag/<slug>/<utgåva>.yaml` to an `Uppdrag`."""

from collections.abc import Callable, Sequence
from typing import cast

from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.outline import read_outline
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.source import Origin
from avtalsgen.uppdrag import changes, missing_type
from avtalsgen.uppdrag.directory import path_of
from avtalsgen.uppdrag.fact_reader import read_facts
from avtalsgen.uppdrag.status import STATUSES, Status
from avtalsgen.uppdrag.uppdrag import Appendix, Exemption, Uppdrag

TAKEN = frozenset({"typ", "status", "disposition", "undantag", "bilagor", changes.KEY})
"""Keys of an uppdrag that are not facts."""


def read_uppdrag(
    text: str,
    slug: str,
    edition: str,
    parameters: Parameters,
    organisations: frozenset[str],
    types: Callable[[], Sequence[DocumentType]],
) -> Uppdrag:
    """Return the edition of an uppdrag that a file holds; `types` are asked where it names none.

    Raises:
        AvtalsgenError: everything that is wrong in the file: FA… facts, DI… the disposition,
            UP03 the rest.
    """
    file = path_of(slug, edition)
    tree, warnings = read_yaml(text, file)
    problems: list[Problem] = []
    keys = Keys(tree, problems, "UP03")
    type_ = keys.scalar("typ")
    if "typ" not in tree.entries:
        hint = missing_type.hint(tree, edition, types())
        keys.problem("nyckeln ”typ” saknas", tree.origin, hint)
    status = keys.choice("status", STATUSES, "utkast")
    facts, fact_problems = read_facts(tree, parameters, organisations, TAKEN)
    problems.extend(fact_problems)
    uppdrag = Uppdrag(
        slug,
        edition,
        file,
        type_.text.strip() if type_ else "",
        type_.origin if type_ else Origin(file, 1),
        cast(Status, status),
        facts,
        read_outline(keys.items("disposition"), parameters, problems),
        tuple(_exemption(record) for record in keys.records("undantag")),
        tuple(_appendix(record) for record in keys.records("bilagor")),
        warnings,
        Origin(file, 1),
        changes.read_changes(keys, parameters, organisations),
        tree.keys.get(changes.KEY),
    )
    if problems:
        raise AvtalsgenError(sorted(problems, key=_place))
    return uppdrag


def _place(problem: Problem) -> tuple[int, int]:
    return (problem.origin.line, problem.origin.column) if problem.origin else (0, 0)


def _exemption(keys: Keys) -> Exemption:
    keys.text("beslutat_av")  # for those who read the file; nothing is made of it
    exemption = Exemption(
        keys.text("klausul", required=True), keys.text("skäl", required=True), keys.branch.origin
    )
    keys.done()
    return exemption


def _appendix(keys: Keys) -> Appendix:
    appendix = Appendix(
        keys.text("titel", required=True),
        keys.text("fil"),
        keys.text("uppdrag"),
        keys.yes("arkivformat", default=True),
        keys.branch.origin,
    )
    for key in ("fil", "uppdrag"):
        written = keys.scalar(key)
        if written is not None and not written.text.strip():
            keys.problem(
                f"bilagans {key} är tom", written.origin, f"ta bort {key}:, eller fyll i den"
            )
    if appendix.file and appendix.uppdrag:
        hint = "ta bort fil: eller uppdrag:"
        keys.problem("en bilaga är en fil eller ett uppdrag, inte båda", appendix.origin, hint)
    keys.done()
    return appendix
