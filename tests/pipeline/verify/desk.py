"""A small uppdrag as it is built, and what `avtalsgen verify` says of a file, by the command."""

import atexit
import json
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final
from unittest import mock

from tests.cli.library import ROOT
from tests.workspace import WHOLE

from avtalsgen.cli.group import run
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.build.inside import Inside
from avtalsgen.pipeline.verify import received
from avtalsgen.writers.render import Render

FACTS: Final = "uppdrag/prov/1.yaml"
STEM: Final = "output/prov/1/prov-1"
_FILES: Final = {
    "clauses/ersattning/1.md": """\
---
rubrik: Ersättning
använder: [ersättning.belopp]
---
Ersättningen är {{ ersättning.belopp }} per år, och den täcker alla kostnader för uppdraget.
""",
    "uppdrag/prov/1/krav.md": """\
Utföraren ska följa dessa krav.

- Personalen ska ha utbildning.
- Personalen ska kunna svenska.

1. Först görs en bedömning.
2. Sedan görs en plan.
""",
    "uppdrag/prov/1/tider.md": """\
Verksamheten är öppen enligt tabellen.

| Dag | Tid |
|---|---|
| Vardagar | kl. 8–17 |
| Helger | stängt |
""",
    "uppdrag/prov/1/lokaler.md": "Lokalerna ska vara *ljusa* och **tillgängliga** för alla.\n",
    FACTS: """\
typ: uppdrag@1
status: utkast
titel: Prov
dnr: SON 2026-100
datum: 2026-03-01
parter:
  beställare: {organ: namnden}
  utförare: {organ: enheten, benämning: utföraren}
ersättning: {belopp: 4093284}
disposition:
  - klausul: ersattning@1
    under:
      - {rubrik: Krav, text: 1/krav.md}
      - {rubrik: Tider, text: 1/tider.md}
      - {rubrik: Lokaler, text: 1/lokaler.md}
  - tvist@1
underskrift: {form: papper}
""",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command said of a file: its exit code, its one sentence, and each thing told."""

    code: int
    standing: str
    summary: str
    problems: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    @property
    def codes(self) -> set[str]:
        return {code for code, _ in self.problems}

    def told(self) -> str:
        return "\n".join(f"{code} {message}" for code, message in self.problems)


@cache
def workspace() -> Path:
    """Return a workspace in which the uppdrag has been built, one for a process of tests."""
    root = Path(mkdtemp(prefix="avtalsgen-verify-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    mould = (ROOT / "clauses/profil/mall.docx").read_bytes()
    files = {name: text.encode() for name, text in {**WHOLE, **_FILES}.items()}
    for name, data in {**files, "clauses/profil/mall.docx": mould}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    code, said = _run(root, "build", "prov")
    assert code == 0, said
    return root


@cache
def built(suffix: str) -> bytes:
    return (workspace() / f"{STEM}.{suffix}").read_bytes()


def verify(data: bytes, *, recorded: bool = True) -> Answer:
    """Return what the command says of a file that somebody handed us, under a name of its own."""
    root = workspace()
    handed, record = root / "handed", root / "output/prov/1/.avtalsgen.json"
    handed.write_bytes(data)
    kept = record.read_bytes()
    if not recorded:
        record.unlink()
    try:
        with mock.patch.object(received, "write", _written_once):
            code, said = _run(root, "verify", "handed", "--json")
    finally:
        record.write_bytes(kept)
    return _answer(code, json.loads(said)) if said else Answer(code, "", "", (), ())


_WRITTEN: dict[tuple[bool, tuple[str, ...]], dict[str, bytes]] = {}


def _written_once(
    document: Document, render: Render, formats: tuple[str, ...], held: Inside
) -> dict[str, bytes]:
    """Return what a build would make now, the same every time: the workspace never changes."""
    kind = (document.draft, formats)
    if kind not in _WRITTEN:
        _WRITTEN[kind] = write(document, render, formats, held)
    return _WRITTEN[kind]


def _answer(code: int, data: dict[str, Any]) -> Answer:
    problems = tuple((each["code"], each["message"]) for each in data["problems"])
    return Answer(
        code,
        data.get("standing", ""),
        data.get("summary", ""),
        problems,
        tuple(data.get("notes", ())),
    )


def _run(root: Path, *words: str) -> tuple[int, str]:
    out, before = StringIO(), Path.cwd()
    with redirect_stdout(out), redirect_stderr(StringIO()):
        try:
            os.chdir(root)
            code = run(words)
        finally:
            os.chdir(before)
    return int(code), out.getvalue()
