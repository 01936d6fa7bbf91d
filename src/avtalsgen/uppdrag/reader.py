"""`uppdrag/<slug>/<utgåva>.yaml` to an `Uppdrag`."""

import re
from typing import cast

from avtalsgen.clauses.outline import read_outline
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys, nearest
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag import changes
from avtalsgen.uppdrag.fact_reader import read_facts
from avtalsgen.uppdrag.uppdrag import STATUSES, Appendix, Exemption, Status, Uppdrag

FOLDER = "uppdrag"
TAKEN = frozenset({"typ", "status", "disposition", "undantag", "bilagor", changes.KEY})
"""Keys of an uppdrag that are not facts."""

SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


def slugs(files: Files) -> tuple[str, ...]:
    """Return every uppdrag of the workspace, sorted."""
    return tuple(name for name in files.names(FOLDER) if editions(files, name))


def editions(files: Files, slug: str) -> tuple[str, ...]:
    """Return the editions of an uppdrag, the oldest id first: `2021`, `2021-tillagg`, `2026`."""
    names = files.names(f"{FOLDER}/{slug}")
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))


def path_of(slug: str, edition: str) -> str:
    """Return the path of an edition's file."""
    return f"{FOLDER}/{slug}/{edition}.yaml"


def must_exist(files: Files, slug: str, edition: str, asked_at: Origin | None) -> None:
    """Do nothing if the edition exists.

    Raises:
        AvtalsgenError: UP01 no such uppdrag, UP02 no such edition; exit code 66 when it was
            asked for on the command line (`asked_at` is nothing).
    """
    code, hint, message = "", "", ""
    known, known_editions = slugs(files), editions(files, slug)
    if not known_editions:
        near = nearest(slug, known)
        code, message = "UP01", f"uppdraget ”{slug}” finns inte"
        hint = f"menade du {near}?" if near else "avtalsgen list visar uppdragen"
    elif edition not in known_editions:
        code, message = "UP02", f"uppdraget {slug} har ingen utgåva ”{edition}”"
        hint = f"utgåvor: {', '.join(known_editions)}"
    if code:
        exit_ = Exit.DATA if asked_at else Exit.NOT_FOUND
        raise AvtalsgenError([Problem(code, message, origin=asked_at, hint=hint, exit=exit_)])


def read_uppdrag(
    files: Files, slug: str, edition: str, parameters: Parameters, organisations: frozenset[str]
) -> Uppdrag:
    """Return an edition of an uppdrag.

    Raises:
        AvtalsgenError: everything that is wrong in the file: FA… facts, DI… the disposition,
            UP03 the rest.
    """
    file = path_of(slug, edition)
    tree, warnings = read_yaml(read_text(files, file), file)
    problems: list[Problem] = []
    keys = Keys(tree, problems, "UP03")
    type_ = keys.scalar("typ", required=True)
    status = keys.choice("status", STATUSES, "utkast")
    facts, found = read_facts(tree, parameters, organisations, TAKEN)
    problems.extend(found)
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
    found = Exemption(
        keys.text("klausul", required=True),
        keys.text("skäl", required=True),
        keys.text("beslutat_av"),
        keys.branch.origin,
    )
    keys.done()
    return found


def _appendix(keys: Keys) -> Appendix:
    found = Appendix(
        keys.text("titel", required=True),
        keys.text("fil"),
        keys.text("uppdrag"),
        keys.yes("arkivformat", default=True),
        keys.branch.origin,
    )
    if found.file and found.uppdrag:
        hint = "ta bort fil: eller uppdrag:"
        keys.problem("en bilaga är en fil eller ett uppdrag, inte båda", found.origin, hint)
    keys.done()
    return found
