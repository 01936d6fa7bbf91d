"""A small workspace in memory, whole and without faults, for tests to break."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.typed_hints import hold

from avtalsgen.pipeline.workspace import documents
from avtalsgen.pipeline.workspace.documents import Assembled
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Files
from avtalsgen.uppdrag.known import KNOWN


def with_known_facts(parameters: str) -> str:
    """Return a parametrar.yaml with what it lacks of the facts that the program computes with."""
    lacking = (path for path in KNOWN if f"  {path}:" not in parameters)
    lines = (f"  {path}: {KNOWN[path].written}\n" for path in lacking)
    return parameters.replace("alias:\n", f"{''.join(lines)}alias:\n")


WHOLE: Mapping[str, str] = {
    "clauses/parametrar.yaml": with_known_facts("""\
parametrar:
  titel: {typ: text, fråga: Vad heter uppdraget?}
  dnr: {typ: text, fråga: Vilket diarienummer?, exempel: SON 2026-1}
  datum: {typ: datum, fråga: Vilken dag?}
  parter.beställare.organ: {typ: organ, fråga: Vem beställer?}
  parter.utförare.organ: {typ: organ, fråga: Vem utför?}
  parter.utförare.benämning: {typ: text, fråga: Vad kallas utföraren?}
  ersättning.belopp: {typ: belopp, fråga: Hur mycket?, exempel: 605}
  ersättning.modell:
    typ: val
    val: [fast, timme, fast_per_år, per_timme, per_plats, per_årsarbetare, per_dygn]
    fråga: Hur räknas den?
  tid.uppsägning: {typ: varaktighet, fråga: Hur lång uppsägningstid?}
  resultat:
    typ: lista
    av: {text: {typ: text}, mål: {typ: procent}}
    fråga: Vilka resultat?
  kanaler: {typ: lista, av: {typ: text}, fråga: Vilka kanaler?}
  underskrift.form: {typ: val, val: [papper, e-signering], fråga: Hur skrivs det under?}
  tillägg.till: {typ: text, fråga: Vilket uppdrag ändras?}
  beslutad.organ: {typ: organ, fråga: Vem beslutade?}
  beslutad.datum: {typ: datum, fråga: När?}
  beslutad.paragraf: {typ: text, fråga: Vilken paragraf?}
  undertecknad.datum: {typ: datum, fråga: När skrevs det under?}
  undertecknad.fil: {typ: text, fråga: Vilken fil?}
  undertecknad.sha256: {typ: sha256, fråga: Vilken kontrollsumma?}
alias:
  utföraren: parter.utförare.benämning
"""),
    "clauses/register/rattskallor.yaml": """\
källor:
  sol: {namn: socialtjänstlagen, nummer: "2025:400", källa: SFS, kontrollerad_per: 2025-12-15}
""",
    "clauses/register/organisationer.yaml": """\
organ:
  namnden:
    typ: nämnd
    kommun: Exempels kommun
    namn: [{namn: omsorgsnämnden, till: 2018-12-31}, {namn: socialnämnden, från: 2019-01-01}]
    källa: egen
    kontrollerad_per: 2026-01-01
  enheten:
    typ: enhet
    namn: [{namn: Stödenheten}]
    källa: egen
    kontrollerad_per: 2026-01-01
""",
    "clauses/register/index.yaml": """\
serier:
  OPI:
    namn: omsorgsprisindex
    enhet: procent per år
    avser: köp av omsorg
    publiceras: i december
    källa: egen
    värden:
      2022: {definitivt: "1,9", källa: egen, kontrollerad_per: 2026-01-01}
      2023: {preliminärt: "3,5", källa: egen, kontrollerad_per: 2026-01-01}
""",
    "clauses/profil/profil.yaml": "organisation: Exempels kommun\n",
    "clauses/dokumenttyper/uppdrag/1.yaml": """\
benämning: Uppdrag
titel: "{{ titel }}"
omslag: [{etikett: Diarienummer, värde: "{{ dnr }}"}]
sidhuvud: {vänster: Exempels kommun, höger: "Dnr {{ dnr }}"}
sidfot: "{{ titel }}"
författare: "{{ parter.beställare.organ.namn }}"
numrering: ["{1}", "{1}.{2}"]
innehåll: {rubrik: Innehåll, nivåer: 2}
kräver: [titel, dnr]
obligatoriska: [{klausul: tvist}]
underskrift: {roll: {utförare: För utföraren}, rader: [Underskrift]}
disposition: [ersattning@1, tvist@1]
""",
    "clauses/ersattning/1.md": """\
---
rubrik: Ersättning
använder: [ersättning.belopp]
---
Ersättningen är {{ ersättning.belopp }}.
""",
    "clauses/tvist/1.md": """\
---
rubrik: Tvist
använder: [utföraren]
---
{{ utföraren | versal }} löser tvister enligt {{ ref("ersattning") }}.
""",
    "uppdrag/prov/1.yaml": """\
typ: uppdrag@1
status: utkast
titel: Prov
dnr: SN 2026-1
datum: 2026-03-01
parter:
  beställare: {organ: namnden}
  utförare: {organ: enheten, benämning: utföraren}
ersättning: {belopp: 605}
disposition: [ersattning@1, tvist@1]
""",
}


@dataclass(frozen=True)
class MemoryFiles:
    """Files in a dict; text is UTF-8."""

    contents: Mapping[str, str | bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        if ".." in path.split("/"):
            raise PermissionError(f"”{path}” leder ut ur arbetsytan")
        if path not in self.contents:
            raise FileNotFoundError(path)
        data = self.contents[path]
        return data.encode() if isinstance(data, str) else data

    def names(self, folder: str) -> tuple[str, ...]:
        prefix = f"{folder}/"
        below = (path.removeprefix(prefix) for path in self.contents if path.startswith(prefix))
        return tuple(sorted({path.split("/")[0] for path in below}))


def project(changed: Mapping[str, str | bytes] | None = None) -> Project:
    """Return the small workspace with some files in other words."""
    files = MemoryFiles({**WHOLE, **(changed or {})})
    try:
        return read_project(files)
    except AvtalsgenError as error:
        _hold(error.problems, files, _read)
        raise


def document_of(project: Project, slug: str, edition: str, *, draft: bool = False) -> Assembled:
    """Return what the program's own gives; fail if a hint, once typed, leaves its problem."""

    def asked(files: Files) -> tuple[Problem, ...]:
        return documents.document_of(read_project(files), slug, edition, draft=draft)[1]

    try:
        made = documents.document_of(project, slug, edition, draft=draft)
    except AvtalsgenError as error:
        _hold(error.problems, project.files, asked)
        raise
    _hold(made[1], project.files, asked)
    return made


def _read(files: Files) -> tuple[Problem, ...]:
    read_project(files)
    return ()


def _hold(
    problems: tuple[Problem, ...], files: Files, asked: Callable[[Files], tuple[Problem, ...]]
) -> None:
    if not isinstance(files, MemoryFiles):
        return
    contents = files.contents

    def again(file: str, text: str) -> tuple[Problem, ...]:
        try:
            return asked(MemoryFiles({**contents, file: text}))
        except AvtalsgenError as error:
            return error.problems

    hold(problems, lambda file: files.read(file).decode(), again)
