"""Hints can be typed: each that holds YAML is one line, and what it shows is accepted."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from tests.workspace import MemoryFiles

from avtalsgen.clauses import answers
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.problems import AvtalsgenError, Problem

ROOT = Path(__file__).parents[2]
TYPES = sorted(
    f"{file.parent.name}@{file.stem}" for file in (ROOT / "clauses/dokumenttyper").glob("*/*.yaml")
)
HINT = re.compile(
    r"^(?P<act>lägg till|skriv|fyll i) (?P<path>[\wåäöÅÄÖ.]+)(?P<how> så här| som ett av)?: "
    r"(?P<value>.+?)"
    r"(?:, eller (?P<again>[\wåäöÅÄÖ.]+): (?P<unknown>\{okänt: \"skäl\"\}))?$"
)


@cache
def library() -> dict[str, bytes]:
    files = (file for folder in ("clauses", "uppdrag") for file in (ROOT / folder).rglob("*"))
    return {str(file.relative_to(ROOT)): file.read_bytes() for file in files if file.is_file()}


def workspace(facts: str, name: str = "prov/2030") -> Project:
    return read_project(MemoryFiles({**library(), f"uppdrag/{name}.yaml": facts}))


def told(facts: str) -> tuple[Problem, ...]:
    try:
        return document_of(workspace(facts), "prov", "2030")[1]
    except AvtalsgenError as error:
        return error.problems


def typed(problems: tuple[Problem, ...]) -> Iterator[re.Match[str]]:
    for problem in problems:
        assert problem.hint
        assert "…" not in problem.hint.replace("{okänt", ""), problem
        match = HINT.match(problem.hint)
        if match and match["path"] != "text":
            yield match


def filled(facts: str, hints: Iterator[re.Match[str]], part: str) -> str:
    """Return the facts with the answers of the hints, each read as the YAML that it is."""
    yaml = YAML()
    data = yaml.load(facts)
    for hint in hints:
        if hint[part] is None:
            continue
        *above, last = hint["path"].split(".")
        place = data
        for key in above:
            if not isinstance(place.get(key), dict):
                place[key] = {}
            place = place[key]
        shown = hint[part].partition(", ")[0] if hint["how"] == " som ett av" else hint[part]
        place[last] = yaml.load(f"x: {shown}")["x"]
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


@pytest.mark.parametrize("part", ["value", "unknown"])
@pytest.mark.parametrize("type_", TYPES)
def test_every_hint_of_an_empty_file_is_accepted_as_it_stands(type_: str, part: str) -> None:
    facts = f"typ: {type_}\n"
    hints = list(typed(told(facts)))
    assert hints
    answered = filled(facts, iter(hints), part)
    codes = {problem.code for problem in told(answered)}
    assert not {"FA01", "FA02", "FA03"} & codes
    assert not {code for code in codes if code.startswith("YA")}


@cache
def every() -> Project:
    return workspace("typ: verksamhetsuppdrag@2026\n")


def test_each_fact_that_may_be_asked_for_has_an_answer_that_is_accepted() -> None:
    parameters = every().parameters
    asked = [each.path for each in parameters if not each.path.startswith("räknat.")]
    matches = [HINT.match(answers.add(path, parameters)) for path in asked]
    assert None not in matches
    answered = filled("typ: verksamhetsuppdrag@2026\n", (m for m in matches if m), "value")
    wrong = [each for each in told(answered) if each.code in {"FA01", "FA02", "FA03"}]
    assert wrong == []


def wrong(data: object, path: str = "") -> Iterator[str]:
    """Let every answer outside lists be one that none takes; yield the paths of the answers."""
    assert isinstance(data, dict)
    for key, below in data.items():
        if isinstance(below, dict):
            yield from wrong(below, f"{path}{key}.")
        elif isinstance(below, int | float | str) and key not in {"typ", "status", "okänt"}:
            data[key] = [["fel"]]
            yield f"{path}{key}"


@pytest.mark.parametrize("name", ["vald-i-nara-relation/2026", "korttidsboende/2026"])
def test_every_hint_at_a_wrong_answer_is_accepted_as_it_stands(name: str) -> None:
    yaml = YAML()
    data = yaml.load(library()[f"uppdrag/{name}.yaml"].decode())
    for key in ("disposition", "undantag", "bilagor"):
        data.pop(key, None)
    assert len(list(wrong(data))) > 40
    for key in ("tid", "rapport"):
        data[key] = "fel"
    stream = io.StringIO()
    yaml.dump(data, stream)
    refused = [each for each in told(stream.getvalue()) if each.code == "FA02"]
    hints = [HINT.match(each.hint or "") for each in refused]
    assert None not in hints, [each for each in refused if not HINT.match(each.hint or "")]
    answered = filled(stream.getvalue(), (each for each in hints if each), "value")
    assert [each for each in told(answered) if each.code in {"FA01", "FA02", "FA03"}] == []


def test_an_item_of_a_list_is_proposed_as_an_item() -> None:
    assert hint_of(
        "typ: verksamhetsuppdrag@2026\ninsatsformer: [fel]\n", "FA02", "insatsformer"
    ) == ("skriv som ett av: behovsprövad, utan_behovsprövning")


def test_a_list_of_words_is_shown_as_a_list() -> None:
    hint = answers.add("insatsformer", every().parameters)
    assert hint.startswith("lägg till insatsformer: [behovsprövad, utan_behovsprövning], eller")


def hint_of(facts: str, code: str, words: str) -> str:
    problems = [each for each in told(facts) if each.code == code and words in each.message]
    assert problems, [str(each) for each in told(facts)]
    return problems[0].hint or ""


def whole(changed: str, to: str) -> str:
    facts = library()["uppdrag/vald-i-nara-relation/2026.yaml"].decode()
    assert changed in facts
    return facts.replace(changed, to)


@pytest.mark.parametrize(
    ("facts", "code", "words", "hint"),
    [
        (
            "typ: tjansteskrivelse@2026\n",
            "FA05",
            "avsändare",
            "lägg till avsändare: [{namn: Kim Exempelsson, titel: social- och omsorgsdirektör}], "
            'eller avsändare: {okänt: "skäl"}',
        ),
        (
            "typ: verksamhetsuppdrag@2019\ntitel:\n",
            "FA05",
            "titel",
            'fyll i titel: Våld i nära relation, eller titel: {okänt: "skäl"}',
        ),
        (
            "typ: verksamhetsuppdrag@2026\ntid: {från: 2027-01-01}\ndisposition: [tvist]\n",
            "DI01",
            "tvist",
            "skriv tvist@2026",
        ),
        (
            "typ: verksamhetsuppdrag@2019\ndatum: 2019-11-26\ndisposition: [tvist]\n",
            "DI01",
            "tvist",
            "skriv tvist@2019",
        ),
        (
            "typ: verksamhetsuppdrag@2019\nparter: {utförare: {organ: leanlinkros}}\n",
            "FA02",
            "leanlinkros",
            "skriv parter.utförare.organ: leanlink-ros",
        ),
        (
            "typ: verksamhetsuppdrag@2019\nersättning: {modell: fast_per_ar}\n",
            "FA02",
            "fast_per_ar",
            "skriv ersättning.modell: fast_per_år",
        ),
    ],
)
def test_a_hint_is_typed_as_it_stands(facts: str, code: str, words: str, hint: str) -> None:
    assert hint_of(facts, code, words) == hint


def test_a_misspelled_clause_is_told_once() -> None:
    name = "vald-i-nara-relation"
    project = workspace(whole("tvist@2026", "tvsit@2026"), f"{name}/2026")
    _, problems = document_of(project, name, "2026")
    clauses = [each.code for each in problems if each.code in {"KL02", "DI04", "DI05", "DI06"}]
    assert clauses == ["KL02"]


def test_a_day_in_words_and_the_name_of_a_body_are_understood() -> None:
    facts = "typ: verksamhetsuppdrag@2026\ndatum: 22 november 2026\n"
    hints = {each.hint for each in told(f"{facts}beslutad: {{organ: Leanlink Råd och Stöd}}\n")}
    assert {"skriv datum: 2026-11-22", "skriv beslutad.organ: leanlink-ros"} <= hints


@pytest.mark.parametrize(
    ("name", "facts", "hint"),
    [
        (
            "prov/2030",
            "titel: A\ntid: {från: 2030-01-01}\n",
            "lägg till typ: verksamhetsuppdrag@2026",
        ),
        (
            "prov/2020",
            "titel: A\ntid: {från: 2020-01-01}\n",
            "lägg till typ: verksamhetsuppdrag@2019",
        ),
        ("prov/2", "titel: A\ntillägg: {till: prov@1}\n", "lägg till typ: tillagg@2026"),
        ("prov/3", "ändringar: [{fakta: {volym: {mängd: 4}}}]\n", "lägg till typ: tillagg@2026"),
        ("prov/4", "avser: prov@1\n", "lägg till typ: korthet@2026"),
        ("prov/5", "importerad: {fil: a.docx}\n", "lägg till typ: importerad@2026"),
        (
            "prov/6",
            "avser: prov@1\ndatum: 2026-01-01\nhandläggare: Bo\nversion: 1\n",
            "lägg till typ: tjansteskrivelse@2026",
        ),
        ("prov/2030-protokollsutdrag", "dnr: A 1\n", "lägg till typ: protokollsutdrag@2026"),
    ],
)
def test_the_type_that_a_file_is_most_likely_of_is_proposed(
    name: str, facts: str, hint: str
) -> None:
    with pytest.raises(AvtalsgenError) as refused:
        document_of(workspace(facts, name), *name.split("/"))
    assert hint in {problem.hint for problem in refused.value.problems}


def test_a_file_that_may_be_of_any_type_is_told_which_there_are() -> None:
    (missing,) = (each for each in told("status: utkast\n") if each.code == "UP03")
    assert missing.hint == f"lägg till en rad som börjar med typ:; typer: {', '.join(TYPES)}"
