"""Every statement of law in a text of today stands on the register, and on law in force."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.documents.every import NAMES, ROOT, document, project

from avtalsgen.model import plain
from avtalsgen.pipeline.survey.remaining import standing
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Severity
from avtalsgen.source import Origin

TODAY = [
    *sorted((ROOT / "clauses").glob("*/2026*.md")),
    *sorted((ROOT / "uppdrag").glob("*/2026/*.md")),
]
CITED = re.compile(r'rätt\(\s*"([^"]+)"\s*(?:,\s*"([^"]+)"\s*)?\)')
BARE = re.compile(r"\d+ ?kap\.|§|\b(?:SOSFS|HSLF-FS) ?\d{4}:\d+|\(\d{4}:\d+\)")
"""What a statement of law looks like when it is written out instead of taken from the register."""

DEAD_IN_THEIR_TIME = {"vald-i-nara-relation@2019": {"sosfs-2006-5"}}
"""What a signed text named although it was repealed; the text is kept as it was signed."""


def of_source(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


SOURCES = project().materials.legal_sources


def body(file: Path) -> str:
    """Return the text of a clause or a prose file, without its head."""
    text = file.read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


@pytest.mark.parametrize("file", TODAY, ids=of_source)
def test_a_citation_is_known_to_the_register(file: Path) -> None:
    for source, section in CITED.findall(body(file)):
        legal = SOURCES.get(source)
        assert legal is not None, source
        if section:
            assert section in legal.sections, f"{source}: {section}"


@pytest.mark.parametrize("file", TODAY, ids=of_source)
def test_law_is_never_written_out_beside_the_register(file: Path) -> None:
    assert BARE.findall(re.sub(r"\{\{.*?\}\}|\{#.*?#\}", "", body(file), flags=re.S)) == []


NAME_NO_LAW = {"beroendemottagningen@2021", "beroendemottagningen@2021-tillagg"}
"""Old ones of which little is known; a letter of an index and a page in short name none either."""


@pytest.mark.parametrize("name", NAMES)
def test_no_source_of_law_is_dead_on_the_day_of_the_document(name: str) -> None:
    """One that nobody has dated is written today, on the day of the tests."""
    identity = document(name).identity
    day = date.fromisoformat(identity.date or "2026-11-29")
    cited = {
        source
        for text in identity.clauses
        for source, _ in CITED.findall((ROOT / text.file).read_text(encoding="utf-8"))
    }
    assert cited or name in NAME_NO_LAW or identity.type.startswith(("indexbrev@", "korthet@"))
    dead = {source for source in cited if not SOURCES[source].in_force(day)}
    assert dead == DEAD_IN_THEIR_TIME.get(name, set())


def test_a_private_provider_is_under_no_act_that_binds_authorities_alone() -> None:
    said = "\n".join(plain.lines(document("korttidsboende@2026"))).replace("\u00a0", " ")
    assert "Tystnadsplikten i avsnitt 4.6 omfattar uppgifter om var den enskilde bor" in said
    assert not re.search("offentlighets- och sekretesslagen|förvaltningslagen", said)


def test_another_public_body_is_under_the_acts_of_authorities(tmp_path: Path) -> None:
    """A region is another legal person and no private provider; what was not read is asked."""
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "uppdrag/korttidsboende/2026.yaml"
    said = file.read_text("utf-8").replace("relation: privat", "relation: offentlig")
    said = said.replace("organ: tallbacken-omsorg", "organ: region-ostergotland")
    said = re.sub(r"(?m)^ *firmateckning: .*\n", "", said)
    ground = "upphandling: {grund: ingen, skäl: samarbetet är undantaget}"
    said += "lex_sarah: {mottagare: regionens nämnd, anmälare: regionen}\n"
    file.write_text(re.sub(r"(?m)^upphandling: .*$", ground, said), "utf-8")
    workspace = open_project(tmp_path)
    letter, problems = document_of(workspace, "korttidsboende", "2026")
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    text = "\n".join(plain.lines(letter)).replace("\u00a0", " ")
    for words in (
        "Uppdraget är ett civilrättsligt avtal mellan beställaren och utföraren",
        "Region Östergötland har organisationsnummer",
        "inte upphandlat, eftersom samarbetet är undantaget",
        "Sekretessen gäller också mellan myndigheter",
        "ta del av allmänna handlingar",
        "ska ha en ansvarsförsäkring",
        "Rapporten lämnas till regionens nämnd",
        "Anmälan görs av regionen",
        "utgå från utförarens egna planer och samordnas med kommunens planer",
        "med omedelbar verkan om utföraren väsentligt bryter",
    ):
        assert words in text, words
    of_private = r"17 kap\.|Firman|tillstånd|meddelarskydd|10 kap\. [89] §|konkurs|15 kap\. 9 §"
    assert re.search(of_private, text) is None
    of_kommun = r"samma kommun|27 kap\. [236] §|16 kap\.|kommunens nämnder"
    assert re.search(of_kommun, text) is None
    notes = [each.text for each in standing(workspace, "korttidsboende", "2026").remaining]
    unread = [each for each in notes if "en region, en annan kommun" in each]
    assert {each.partition("@")[0] for each in unread} == {
        *("arkiv", "leverantor", "lex-sarah", "sekretess", "uppgifter")
    }


def test_a_company_of_the_municipality_is_a_provider_under_private_law(tmp_path: Path) -> None:
    """Who signs, the permit and a change of owner are asked of it as of any other company."""
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "uppdrag/korttidsboende/2026.yaml"
    said = file.read_text("utf-8").replace("relation: privat", "relation: kommunalt_bolag")
    file.write_text(said, "utf-8")
    workspace = open_project(tmp_path)
    letter, problems = document_of(workspace, "korttidsboende", "2026")
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    text = "\n".join(plain.lines(letter)).replace("\u00a0", " ")
    for words in ("Firman tecknas", "tillstånd från Inspektionen", "om ägare eller firmateckning"):
        assert words in text, words
    notes = [each.text for each in standing(workspace, "korttidsboende", "2026").remaining]
    assert any("kommunens eget bolag" in each for each in notes)
    assert any("Vilket tillstånd verksamheten kräver" in each for each in notes)


@pytest.mark.parametrize("name", ["ersattning-plats", "ersattning-arsarbetare"])
def test_a_sum_of_money_says_its_price_level(name: str) -> None:
    said = body(ROOT / "clauses" / name / "2026.md")
    for sentence in re.split(r"\.\s", said):
        if re.search(r"räknat\.(?:årssumma|tolftedel)", sentence):
            assert "prisnivå" in sentence


def test_every_section_of_the_old_act_leads_to_one_of_the_new() -> None:
    old, new = SOURCES["sol-2001"], SOURCES["sol-2025"]
    assert len(old.moved) > 20
    assert old.replaced_by == new.id
    assert all(re.search(r"\d+ kap\.|§|kap", moved.new) for moved in old.moved)


def test_what_is_uncertain_is_marked_for_a_lawyer() -> None:
    """A clause of today that rests on a source of confidence C or D says what to check."""
    for file in (ROOT / "clauses").glob("*/2026*.md"):
        clause, edition = file.parent.name, file.stem
        found = project().library.edition(clause, edition, Origin(str(file), 1))
        uncertain = [
            source for source, _ in CITED.findall(body(file)) if SOURCES[source].confidence == "D"
        ]
        if uncertain:
            assert found.to_check, f"{clause}@{edition}: {uncertain}"


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        ("{referens: SON 2026-1}", None),
        ("{grund: lou, referens: SON 2026-1}", "offentlig upphandling"),
        ("{grund: lov, referens: SON 2026-1}", "valfrihetssystem"),
        ("{grund: ingen, skäl: regionen gör det}", "inte upphandlat, eftersom regionen gör det"),
    ],
)
def test_no_ground_for_a_contract_is_taken_for_granted(
    tmp_path: Path, ground: str, words: str | None
) -> None:
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "uppdrag/korttidsboende/2026.yaml"
    said = file.read_text("utf-8")
    file.write_text(re.sub(r"(?m)^upphandling: .*$", f"upphandling: {ground}", said), "utf-8")
    letter, problems = document_of(open_project(tmp_path), "korttidsboende", "2026")
    text = " ".join(plain.lines(letter))
    asked = [problem for problem in problems if "upphandling.grund" in problem.message]
    assert (words is None) == bool(asked)
    assert words is None or words in text
    assert ("offentlig upphandling" in text) == (ground.startswith("{grund: lou"))
