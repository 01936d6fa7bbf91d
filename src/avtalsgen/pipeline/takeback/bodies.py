"""A party that has a new name: a body that the register has, or a new one from a day."""

import re

from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.edit import quoted
from avtalsgen.swedish.phrases import fold
from avtalsgen.takeback.paper.folding import folded


def body_of(project: Project, name: str) -> str:
    """Return the id of the body that is or was called `name`; nothing if none is."""
    wanted = folded(name).text.casefold()
    return next(
        (
            body.id
            for body in project.organisations.values()
            if any(folded(each.name).text.casefold() == wanted for each in body.names)
        ),
        "",
    )


def needs_a_day(name: str) -> Problem:
    """Return TB08: a body has a new name and nobody says from when."""
    message = f"{name} finns inte i registret över organ"
    hint = "säg från vilken dag organet heter så: --from-day 2027-01-01"
    return Problem("TB08", message, hint=hint)


def with_body(project: Project, text: str, old: str, name: str, day: str) -> tuple[str, str]:
    """Return the id of a new body like `old`, and the register with it last; no entry changes."""
    like = project.organisations.get(old)
    taken = set(project.organisations)
    stem = fold(name)
    body = next(
        candidate
        for number in range(1, len(taken) + 2)
        if (candidate := stem if number == 1 else f"{stem}-{number}") not in taken
    )
    lines = [f"  {body}:", f"    typ: {like.type if like else 'enhet'}"]
    if like and like.municipality:
        lines.append(f"    kommun: {quoted(like.municipality)}")
    if like and like.part_of:
        lines.append(f"    del_av: {like.part_of}")
    lines += [
        f"    namn: [{{namn: {quoted(name)}, från: {day}}}]",
        "    källa: taget ur en Wordfil som kom tillbaka",
        "    konfidens: D",  # which nobody has checked yet
    ]
    at_end = re.sub(r"\n*$", "\n", text)
    return body, at_end + "\n".join(lines) + "\n"
