"""`avtalsgen trace`."""

import json
from pathlib import Path

import click

from avtalsgen.model.trace import Piece
from avtalsgen.pipeline.identify import identify
from avtalsgen.pipeline.project import open_project
from avtalsgen.pipeline.trace import Found, trace
from avtalsgen.pipeline.workspace import Workspace, find
from avtalsgen.problems import Exit

_KINDS = {
    "klausul": "klausul",
    "avvikelse": "avvikelse från klausul",
    "prosa": "egen text",
    "rubrik": "rubrik i",
    "faktum": "faktum",
    "lucka": "lucka för",
    "register": "register",
    "dokumenttyp": "dokumenttyp",
    "programmet": "programmet:",
}


@click.command("trace")
@click.argument("document", metavar="DOKUMENT")
@click.argument("words", metavar="ORD")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(document: str, words: str, *, json_: bool) -> int:
    """Visa vilken klausul, text eller rad med fakta som ORD i ett dokument kommer från.

    DOKUMENT är slug@utgåva, slug, eller en fil som är byggd här (docx eller pdf).
    """
    root = find(Path.cwd())
    slug, edition = identify(Workspace(root), document)
    assembled, _ = open_project(root).document(slug, edition)
    found = trace(assembled, words)
    if json_:
        click.echo(json.dumps(_data(slug, edition, words, found), ensure_ascii=False))
    elif not found:
        click.echo(f"{slug}@{edition} har inte orden ”{words}”.", err=True)
    for each in () if json_ else found:
        click.echo(f"”{each.line.text}”")
        for piece in each.pieces:
            click.echo(f"  {_place(piece)}{_KINDS[piece.source.kind]} {piece.source.name}")
    return Exit.FINE if found else Exit.LOOK


def _place(piece: Piece) -> str:
    return f"{piece.source.origin}: " if piece.source.origin else ""


def _data(slug: str, edition: str, words: str, found: tuple[Found, ...]) -> dict[str, object]:
    return {
        "schema": "avtalsgen.trace/1",
        "uppdrag": slug,
        "edition": edition,
        "words": words,
        "found": [
            {
                "line": each.line.text,
                "section": each.line.section,
                "sources": [_source(piece) for piece in each.pieces],
            }
            for each in found
        ],
    }


def _source(piece: Piece) -> dict[str, object]:
    origin = piece.source.origin
    return {
        "text": piece.text,
        "kind": piece.source.kind,
        "name": piece.source.name,
        "file": origin.file if origin else None,
        "line": origin.line if origin else None,
        "column": origin.column if origin else None,
    }
