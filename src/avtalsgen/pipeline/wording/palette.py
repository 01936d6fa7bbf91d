"""What may be put into a wording, as somebody picks it: facts by their questions, and forms."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.records import dataclass

_FORMS: Final = (
    ("hänvisning till avsnitt", '{{ ref("KLAUSUL") }}'),
    ("lag", '{{ rätt("LAG") }}'),
    ("villkor", "{% if UPPGIFT %}\n\n{% endif %}"),
)


@dataclass(frozen=True, slots=True)
class FactButton:
    """Something to put in: what it is called, and what is written."""

    word: str
    text: str


def palette(root: Path, used: Collection[str]) -> tuple[tuple[str, Sequence[FactButton]], ...]:
    """Return what may be put in under headings: what the wording has, the forms, all facts.

    Raises:
        AvtalsgenError: what all documents share is wrong.
    """
    parameters = open_project(root).parameters
    aliases = {path: name for name, path in parameters.aliases.items()}

    def button(path: str) -> FactButton:
        return FactButton(aliases.get(path, path), f"{{{{ {aliases.get(path, path)} }}}}")

    forms = [FactButton(word, text) for word, text in _FORMS]
    every = [button(path) for path in parameters.by_path]
    return (
        ("I den här klausulen", [button(path) for path in sorted(used)]),
        ("Former", forms),
        ("Alla uppgifter", every),
    )
