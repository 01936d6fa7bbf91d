"""A small base with tillägg, in memory, for tests to break."""

from collections.abc import Mapping

from tests.workspace import document_of, project

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Section
from avtalsgen.model.walk import runs, sections
from avtalsgen.problems import Problem

BASE = "uppdrag/prov/1.yaml"
FIRST, SECOND = "uppdrag/prov/2-tillagg.yaml", "uppdrag/prov/3-tillagg.yaml"

_BASE = """\
typ: uppdrag@1
status: undertecknad
beslutad: {organ: namnden, datum: 2020-01-02, paragraf: § 1}
undertecknad: {okänt: provet skrevs aldrig under}
titel: Prov
dnr: SN 2020-1
datum: 2020-01-01
parter:
  beställare: {organ: namnden}
  utförare: {organ: enheten, benämning: utföraren}
ersättning: {belopp: 605}
tid: {från: 2020-01-01, till: tills vidare}
underskrift: {form: papper}
disposition:
  - {rubrik: Ett, text: 1/ett.md}
  - rubrik: Två
    text: 1/två.md
    under:
      - {rubrik: Två ett, ankare: tva-ett, text: 1/två-ett.md}
      - {rubrik: Två två, ankare: tva-tva, text: 1/två-två.md}
  - ersattning@1
  - tvist@1
"""

_TILLAGG = """\
typ: tillagg@1
status: undertecknad
beslutad: {{organ: namnden, datum: 2021-01-03, paragraf: § 1}}
undertecknad: {{okänt: provet skrevs aldrig under}}
titel: {title}
dnr: SN 2021-{number}
datum: 2021-01-0{number}
parter:
  beställare: {{organ: namnden}}
  utförare: {{organ: enheten, benämning: utföraren}}
tillägg: {{till: {base}, nummer: {number}, från: {start}}}
underskrift: {{form: papper}}
ändringar:
{changes}"""

FILES: Mapping[str, str | bytes] = {
    "clauses/dokumenttyper/tillagg/1.yaml": """\
benämning: Tillägg
titel: "{{ titel }}"
numrering: ["{1}", "{1}.{2}"]
bas: ja
från_basen: [parter, underskrift]
kräver: [tillägg.till, tillägg.från]
underskrift: {roll: {utförare: För utföraren}, rader: [Underskrift]}
disposition:
  - tillagg@1
  - {rubrik: Det som ändras, ankare: andras, ändringar: övriga}
""",
    "clauses/tillagg/1.md": """\
---
rubrik: Tillägget
använder: [bas.titel, tillägg.lägger_till, tillägg.ersätter, tillägg.upphäver]
---
Tillägg till {{ bas.titel }}.

{% for each in tillägg.lägger_till %}
- nytt: {{ each.text }}, {{ ref(each.avsnitt) }}
{% endfor %}

{% if tillägg.ersätter %}
{% for each in tillägg.ersätter %}
- ersatt: {{ each.avsnitt }}, {{ ref(each.med) }}
{% endfor %}
{% else %}
Inget sägs om ersättning av avsnitt.
{% endif %}

{% for each in tillägg.upphäver %}
- upphävt: {{ each.avsnitt }}, {{ each.när }}
{% endfor %}
""",
    "clauses/lokaler/1.md": """\
---
rubrik: Lokaler
använder: [titel]
---
Lokalerna, {{ titel }}.
""",
    BASE: _BASE,
    "uppdrag/prov/1/ett.md": "Ett om {{ titel }}.\n",
    "uppdrag/prov/1/två.md": 'Två, se {{ ref("tva-tva") }}.\n',
    "uppdrag/prov/1/två-ett.md": "Två ett.\n",
    "uppdrag/prov/1/två-två.md": "Två två kostar {{ ersättning.belopp }}.\n",
    "uppdrag/prov/2/ny.md": "Ny text.\n",
    "uppdrag/prov/2/dyr.md": "Ny text för {{ ersättning.belopp }}.\n",
}


def tillagg(
    changes: str, *, number: int = 1, start: str = "2021-01-01", base: str = "prov@1", **lines: str
) -> str:
    """Return the file of a tillägg that makes `changes`, one item on each line.

    A key in `lines` has its line in other words.
    """
    indented = "".join(f"  - {line}\n" for line in changes.strip().split("\n") if line.strip())
    text = _TILLAGG.format(
        title=f"Ändring {number}", number=number, start=start, base=base, changes=indented
    )
    for key, value in lines.items():
        text = "".join(
            f"{key}: {value}\n" if line.startswith(f"{key}:") else f"{line}\n"
            for line in text.split("\n")
        )
    return text


def built(
    edition: str, changed: Mapping[str, str | bytes], *, draft: bool = False
) -> tuple[Document, tuple[Problem, ...]]:
    return document_of(project({**FILES, **changed}), "prov", edition, draft=draft)


def on(day: str, *changes: str, draft: bool = False) -> tuple[Document, tuple[Problem, ...]]:
    """Return the text of `day` after the first and second tillägg."""
    return built(f"1:{day}", dict(zip((FIRST, SECOND), changes, strict=False)), draft=draft)


def numbered(document: Document) -> list[str]:
    """Return the headings with their numbers, `3 a Lokaler`, but for that of the front."""
    every = [each for each in sections(document) if each.anchor != "konsoliderad-lydelse"]
    return [plain.heading(each).replace("\N{NO-BREAK SPACE}", " ") for each in every]


def words(document: Document, anchor: str) -> list[str]:
    """Return the paragraphs of a section, its notes first."""
    return own(next(each for each in sections(document) if each.anchor == anchor))


def own(section: Section) -> list[str]:
    lines = [plain.text(content) for block in section.blocks for content in runs(block)]
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]
