"""A small workspace with documents about other documents: a memo, its minutes and their notice."""

from collections.abc import Mapping

from tests.workspace import WHOLE, document_of, project

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.problems import Problem

OLD, NEW, MEMO = "uppdrag/prov/1.yaml", "uppdrag/prov/2.yaml", "uppdrag/prov/2-skrivelse.yaml"
MINUTES, NOTICE = "uppdrag/prov/2-protokoll.yaml", "uppdrag/prov/2-anslag.yaml"
CLAUSE = "clauses/forslag/1.md"
TYPE = "clauses/dokumenttyper/skrivelse/1.yaml"

LETTERS: Mapping[str, str] = {
    "clauses/parametrar.yaml": WHOLE["clauses/parametrar.yaml"].replace(
        "alias:\n", "  protokoll: {typ: uppdrag, fråga: Vilket protokoll?}\nalias:\n"
    ),
    TYPE: """\
benämning: Skrivelse
titel: "{{ titel }}"
omslagsform: brevhuvud
omslag: [{etikett: Diarienummer, värde: "{{ dnr }}"}]
ärver: {från: avser, typer: [uppdrag], fakta: [titel, dnr, parter, ersättning]}
kräver: [avser, dnr, datum]
disposition: [forslag@1]
""",
    "clauses/dokumenttyper/protokoll/1.yaml": """\
benämning: Protokoll
titel: "{{ titel }}"
ärver: {från: skrivelse, typer: [skrivelse], fakta: [avser, ersätter, titel, dnr, sammanträde]}
kräver: [skrivelse]
disposition: [forslag@1]
""",
    "clauses/dokumenttyper/anslag/1.yaml": """\
benämning: Anslag
titel: "{{ titel }}"
ärver: {från: protokoll, typer: [protokoll], fakta: [titel, dnr, sammanträde, justering]}
kräver: [protokoll]
disposition: [{rubrik: Anslag, text: anslag.md}]
""",
    CLAUSE: """\
---
rubrik: Förslag
använder: [avser.titel, avser.dnr, avser.ersättning.belopp]
---
Nämnden godkänner {{ avser.titel }}, {{ avser.dnr }}, för {{ avser.ersättning.belopp }}.
""",
    "uppdrag/prov/anslag.md": """\
Justeras senast {{ räknat.senast_justerat | iso }},
anslås senast {{ räknat.senast_anslaget | iso }}.
Överklagas senast {{ räknat.sista_dag_att_överklaga | iso }},
tas ned {{ räknat.tas_ned_tidigast | iso }}.
Laga kraft {{ räknat.laga_kraft | iso }}.
""",
    NEW: WHOLE[OLD].replace("SN 2026-1", "SN 2026-2").replace("605", "700"),
    MEMO: """\
typ: skrivelse@1
status: utkast
datum: 2026-03-02
avser: prov@2
ersätter: prov@1
sammanträde: {datum: 2026-03-18}
""",
    MINUTES: """\
typ: protokoll@1
status: utkast
datum: 2026-03-20
skrivelse: prov@2-skrivelse
justering: {datum: 2026-03-20}
""",
    NOTICE: """\
typ: anslag@1
status: utkast
datum: 2026-03-20
protokoll: prov@2-protokoll
anslag: {datum: 2026-03-20}
""",
}


def assembled(
    edition: str, changed: Mapping[str, str | bytes] | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    """Return a document of the small workspace with some files in other words, and problems."""
    return document_of(project({**LETTERS, **(changed or {})}), "prov", edition)


def lines(edition: str, changed: Mapping[str, str | bytes] | None = None) -> list[str]:
    """Return what a document prints; it has no problems."""
    document, problems = assembled(edition, changed)
    assert problems == ()
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in plain.lines(document)]


def told(edition: str, changed: Mapping[str, str | bytes] | None = None) -> list[str]:
    """Return the problems of a document as they are told."""
    return [str(problem) for problem in assembled(edition, changed)[1]]


def swapped(path: str, old: str, new: str) -> dict[str, str]:
    """Return a file of the small workspace with `old` in other words."""
    assert old in LETTERS[path]
    return {path: LETTERS[path].replace(old, new)}
