"""`avtalsgen trace`."""

from pathlib import Path

import click

from avtalsgen.cli.answers import answer
from avtalsgen.model.trace import SourcedWords
from avtalsgen.pipeline.survey.trace import TracedLine, traced
from avtalsgen.pipeline.workspace.identify import identify
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import Exit

_EXAMPLES = """\b
Exempel:
  avtalsgen trace mitt-uppdrag "31 mars"
  avtalsgen trace mitt-uppdrag-2026.pdf "tolv månader"
"""

_KINDS = {
    "klausul": "klausul",
    "avvikelse": "avvikelse från klausul",
    "prosa": "egen text",
    "rubrik": "rubrik i",
    "faktum": "faktum",
    "lucka": "lucka för",
    "register": "register",
    "ändring": "ändring i tillägg,",
    "dokumenttyp": "dokumenttyp",
    "programmet": "programmet:",
}


@click.command("trace", epilog=_EXAMPLES)
@click.argument("document", metavar="DOKUMENT")
@click.argument("words", metavar="ORD")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(document: str, words: str, *, json_: bool) -> int:
    """Visa var ord i ett dokument kommer ifrån.

    Svaret är den klausul, den egna text eller den rad med fakta som orden står i.

    DOKUMENT är slug@utgåva, slug (den nyaste utgåvan) eller en fil som är byggd här (docx eller
    pdf). Flera ord skrivs inom citattecken.
    """
    root = find(Path.cwd())
    slug, edition = identify(Workspace(root), document)
    lines = traced(open_project(root), slug, edition, words)
    if json_:
        answer("trace", _fields(slug, edition, words, lines))
    else:
        taken = f"{slug}@{edition}\n" if lines and document == slug else ""
        click.echo(taken + "".join(map(_text, lines)), nl=False)
    if not lines:
        click.echo(f"{slug}@{edition} har inte orden ”{words}”.", err=True)
    return Exit.FINE if lines else Exit.LOOK


def _text(traced_line: TracedLine) -> str:
    pieces = (
        f"  {_place(piece)}{_KINDS[piece.source.kind]} {piece.source.name}\n"
        for piece in traced_line.pieces
    )
    return f"”{traced_line.line.text}”\n{''.join(pieces)}"


def _place(piece: SourcedWords) -> str:
    return f"{piece.source.origin}: " if piece.source.origin else ""


def _fields(
    slug: str, edition: str, words: str, traced_lines: tuple[TracedLine, ...]
) -> dict[str, object]:
    return {
        "uppdrag": slug,
        "edition": edition,
        "words": words,
        "found": [
            {
                "line": each.line.text,
                "section": each.line.section,
                "sources": [_source(piece) for piece in each.pieces],
            }
            for each in traced_lines
        ],
    }


def _source(piece: SourcedWords) -> dict[str, object]:
    origin = piece.source.origin
    return {
        "text": piece.text,
        "kind": piece.source.kind,
        "name": piece.source.name,
        "file": origin.file if origin else None,
        "line": origin.line if origin else None,
        "column": origin.column if origin else None,
    }
