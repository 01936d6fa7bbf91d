"""Answers as people type them, in the sentences of the library: what is told, and what is not."""

import re
from dataclasses import replace
from functools import cache

import pytest
from tests.documents.every import ROOT

from avtalsgen.assemble.document import assemble
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin
from avtalsgen.uppdrag import facts

VALD, STAY = "vald-i-nara-relation@2026", "korttidsboende@2026"
FAMILY = "familjeradgivning@2026"
NOT_BOUGHT = "upphandling.grund", facts.Known("upphandling.grund", "val", "ingen", Origin("", 1))
MEMO = "vald-i-nara-relation@2026-tjansteskrivelse"


@cache
def project() -> Project:
    return open_project(ROOT)


def told(name: str, path: str, answer: str | list[str]) -> list[Problem]:
    """Return what is said of one answer in the document that prints it."""
    uppdrag = project().uppdrag(*name.split("@"))
    here = Origin(uppdrag.file, 1)
    value: facts.Fact
    if isinstance(answer, str):
        value = facts.Known(path, "text", answer, here)
    else:
        items = tuple(facts.Known(f"{path}.{n}", "text", a, here) for n, a in enumerate(answer, 1))
        value = facts.Known(path, "lista", items, here)
    answers = {path: value, **dict([NOT_BOUGHT] if path == "upphandling.skäl" else [])}
    answered = replace(uppdrag.facts, by_path={**uppdrag.facts.by_path, **answers})
    lookup = replace(project().lookup(uppdrag), uppdrag=replace(uppdrag, facts=answered))
    type_ = project().document_type(uppdrag)
    _, problems = assemble(project().files, project().library, type_, lookup)
    return [each for each in problems if each.code == "DI14"]


@pytest.mark.parametrize(
    ("name", "path", "answer", "reads"),
    [
        (VALD, "syfte", "Att hjälpa unga.", "hjälpa unga"),
        (VALD, "syfte", "att våldet upphör", "våldet upphör"),
        (VALD, "syfte", "våldet ska upphöra.", "våldet ska upphöra"),
        (VALD, "syfte", "Syftet är att våldet upphör.", "våldet upphör"),
        (VALD, "syfte", "för att våldet ska upphöra", "våldet ska upphöra"),
        (VALD, "ersättning.betalningssätt", "Autobokföring.", "autobokföring"),
        (VALD, "ersättning.betalningssätt", "genom autobokföring", "autobokföring"),
        (VALD, "ersättning.betalningssätt", "autobokföring,", "autobokföring"),
        (VALD, "kompetens.utbildning", "Socionomutbildning.", None),
        (VALD, "samverkan.kring", "särskilt våldsutsatta", "våldsutsatta"),
        (FAMILY, "lokaler.läge", "i Exempelstads tätort", "Exempelstads tätort"),
        (FAMILY, "lokaler.läge", "Exempelstads tätort.", "Exempelstads tätort"),
        (VALD, "uppföljning.möten", "två gånger om året.", "två gånger om året"),
        (STAY, "upphandling.skäl", "eftersom det är undantaget", "det är undantaget"),
        (STAY, "upphandling.skäl", "att det är undantaget", "det är undantaget"),
        (
            STAY,
            "parter.utförare.firmateckning",
            "Firman tecknas av två i förening.",
            "av två i förening",
        ),
        (MEMO, "ekonomi.finansiering", "Kostnaden ryms i budget.", "ryms i budget"),
        (MEMO, "barn.bedömning", "Barn får stöd", "Barn får stöd."),
        (MEMO, "jämställdhet.bedömning", "fler män får stöd.", "Fler män får stöd."),
        (MEMO, "ärende.skäl", "uppdraget är gammalt", "Uppdraget är gammalt."),
        (MEMO, "återrapport.när", "senast i maj.", "senast i maj"),
        (VALD, "arkiv.akt", "av beställarens arkiv", "beställarens arkiv"),
    ],
)
def test_an_answer_that_breaks_its_sentence_is_told_with_how_it_reads(
    name: str, path: str, answer: str, reads: str | None
) -> None:
    (problem,) = told(name, path, answer)
    assert problem.severity is Severity.WARNING
    if reads is not None:
        assert re.fullmatch(rf'skriv {path}: "?{re.escape(reads)}"?', problem.hint or "")


@pytest.mark.parametrize(
    ("name", "path", "answer"),
    [
        (VALD, "syfte", "Våldet ska upphöra"),
        (VALD, "samverkan.kring", "Våldsutsatta"),
        (VALD, "öppettider.dagar", "Vardagar"),
        (VALD, "uppföljning.möten", "Två gånger om året"),
        (VALD, "arkiv.akt", "Stadsarkivet"),
        (MEMO, "ekonomi.finansiering", "Ryms i budget"),
    ],
)
def test_a_capital_letter_alone_is_a_note_since_it_may_be_of_a_name(
    name: str, path: str, answer: str
) -> None:
    (problem,) = told(name, path, answer)
    assert problem.severity is Severity.STYLE
    assert problem.message.endswith(", som bara ett namn gör")


@pytest.mark.parametrize(
    ("name", "path", "answer"),
    [
        (VALD, "syfte", "våldet ska upphöra"),
        (VALD, "syfte", "Linköpings kommun ska vara trygg"),
        (VALD, "syfte", "FoU ska stärkas"),
        (VALD, "syfte", "hjälpa unga. Det gäller också deras barn"),
        (FAMILY, "lokaler.läge", "Exempelstads tätort"),
        (VALD, "öppettider.dagar", "alla dagar, kl. 8"),
        (VALD, "kontakt.beställare", "Uppdragsstrateg vid förvaltningen"),
        (VALD, "samverkan.med", ["Region Östergötland", "civilsamhället"]),
        (MEMO, "barn.bedömning", "Barn får stöd. Det gäller alla!"),
    ],
)
def test_an_answer_that_reads_well_is_let_be(name: str, path: str, answer: str | list[str]) -> None:
    assert told(name, path, answer) == []


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("öppettider.kontaktvägar", "telefon, e-post m.m."),
        ("samverkan.med", ["socialtjänsten", "civilsamhället."]),
    ],
)
def test_what_cannot_be_typed_away_is_told_with_the_example(
    path: str, answer: str | list[str]
) -> None:
    (problem,) = told(VALD, path, answer)
    assert (problem.hint or "").startswith("skriv svaret så att det går in i meningen, som ”")
