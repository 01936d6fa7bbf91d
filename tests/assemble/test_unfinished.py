"""Finished means finished: an empty heading, an empty text and a place to fill in are told."""

import pytest
from tests.assemble.small import TYPE, UPPDRAG, built, uppdrag
from tests.workspace import WHOLE, document_of, project

from avtalsgen.assemble.document import GAPS
from avtalsgen.pipeline.build.build import as_ordered
from avtalsgen.problems import Problem, Severity

HEAD = """\
typ: uppdrag@1
status: utkast
titel: Prov
dnr: SN 2026-1
datum: 2026-03-01
parter:
  beställare: {organ: namnden}
  utförare: {organ: enheten, benämning: utföraren}
ersättning: {belopp: 605}
"""


def told(outline: str, *, head: str = HEAD, **texts: str) -> list[Problem]:
    files = {f"uppdrag/prov/{name}.md": text for name, text in texts.items()}
    files["uppdrag/prov/1.yaml"] = f"{head}disposition:\n  - ersattning@1\n  - tvist@1\n{outline}"
    _, problems = document_of(project(files), "prov", "1")
    return [problem for problem in problems if problem.code in {"DI09", "DI10"}]


OWN = "  - {rubrik: Mål, text: egen.md}\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n",
        "{# skrivs sedan #}\n",
        "&nbsp;\n",
        "{% if kanaler %}\nVia webben.\n{% endif %}\n",
        "{% for rad in resultat %}\n- {{ rad.text }}\n{% endfor %}\n",
        "| Mål |\n|---|\n{% for rad in resultat %}\n| {{ rad.text }} |\n{% endfor %}\n",
        "| Mål | När |\n|---|---|\n|  |  |\n",
    ],
)
def test_a_heading_over_a_text_that_says_nothing_is_told(text: str) -> None:
    filled = HEAD + "resultat: []\n" if "resultat" in text else HEAD
    (problem,) = told(OWN, head=filled, egen=text)
    assert problem.code == "DI09"
    assert problem.severity is Severity.ERROR
    assert problem.origin is not None
    assert problem.origin.line == filled.count("\n") + 4


@pytest.mark.parametrize(
    ("outline", "hint"),
    [
        ("  - rubrik: Mål\n", "lägg till text: 1/mal.md, eller ta bort rubriken"),
        (
            "  - rubrik: Mål\n    # text: 1/mal.md\n",
            "lägg till text: 1/mal.md, eller ta bort rubriken",
        ),
        (
            "  - {rubrik: Mål, under: [{rubrik: Delmål}]}\n",
            "lägg till text: 1/delmal.md, eller ta bort rubriken",
        ),
        ("  - {rubrik: Mål, ankare: m}\n", "lägg till text: 1/m.md, eller ta bort rubriken"),
    ],
)
def test_a_heading_alone_is_told_with_the_line_to_write(outline: str, hint: str) -> None:
    assert [problem.hint for problem in told(outline)] == [hint]


def test_a_text_without_a_heading_that_is_empty_is_told() -> None:
    (problem,) = told("  - {rubrik: '', ankare: e, text: egen.md}\n", egen="\n")
    assert problem.message == "texten egen.md är tom"


def test_a_heading_that_gathers_others_says_what_they_say() -> None:
    below = "  - {rubrik: Mål, under: [{rubrik: Delmål, text: egen.md}]}\n"
    assert told(below, egen="Målet är en trygg vardag.\n") == []


@pytest.mark.parametrize("status", ["beslutad", "undertecknad"])
def test_what_is_decided_builds_and_is_told_of_it(status: str) -> None:
    (problem,) = told("  - rubrik: Mål\n", head=HEAD.replace("utkast", status))
    assert problem.severity is Severity.WARNING


def test_a_draft_builds_with_an_empty_heading() -> None:
    problems = as_ordered(told("  - rubrik: Mål\n"), draft=True)
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert {"DI09", "DI10"} <= GAPS


@pytest.mark.parametrize(
    "text",
    [
        "Ersättningen är xx kronor.",
        "Avtalet gäller från ÅÅÅÅ-MM-DD.",
        "Dnr SN 20XX.",
        "Ansvarig är [namn på chefen].",
        "Beloppet är [...] kronor.",
        "Priset är ____ kronor.",
        "Priset är ........ kronor.",
        "TODO: skriv om lokalerna.",
        "Lorem ipsum dolor.",
        "Text följer.",
        "[Skriv här]",
        "[Kommer från enheten]",
        "Stödet ges av [Lägg till namn].",
        "Kompletteras senare",
        "(texten kompletteras)",
        "**Att fylla i**",
        "Se bilaga X.",
        "Det följer av avsnitt X i uppdraget.",
        "- Målgrupp\n- [fyll i]",
        "| Vad | När |\n|---|---|\n| Rapport | XX |",
        "Målgrupp: -",
        "**Målgrupp:** –",
        "- Målgrupp: ?",
        "Målgrupp: n/a",
        ".",
        "\\*\\*",
        "_ _",
        "TBA",
        "(saknas)",
        "Ska fyllas i.",
        "N/A",
        "Under arbete",
        "- Vuxna\n- saknas",
    ],
)
def test_a_place_to_fill_in_is_told(text: str) -> None:
    (problem,) = told(OWN, egen=text)
    assert problem.code == "DI10"
    assert problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "Rapporten lämnas senast den 31 mars.",
        "Namn: ______",
        "Målgrupp: vuxna – och barn",
        "Tid: 8–17.",
        "Se § 10 och §§ 100–102.",
        "Texten saknas ibland. Avgiften kommer senare.",
        "Se 3 kap. XI och kapitel X.",
        "Utföraren skriver ”namn” på blanketten [bilaga 2].",
        "Den som frågar får svar … förr eller senare.",
        "{{ titel }}",
        "Ett test görs.",
        "Målgruppen saknas inte.",
        "Arbete pågår i lokalerna.",
        "Tecknen < och > betyder mindre än och större än.",
    ],
)
def test_words_that_are_meant_are_not_told(text: str) -> None:
    assert told(OWN, egen=text.replace("<", "\\<")) == []


@pytest.mark.parametrize(
    "line", ["titel: xxx", 'titel: "..."', 'titel: "[namn]"', "dnr: SN 20XX-1", 'dnr: "?"']
)
def test_the_cover_has_no_place_to_fill_in(line: str) -> None:
    key = line.partition(":")[0]
    head = "".join(
        f"{line}\n" if row.startswith(f"{key}:") else row for row in HEAD.splitlines(keepends=True)
    )
    (problem,) = told("", head=head)
    assert (problem.code, problem.severity) == ("DI10", Severity.ERROR)
    assert problem.origin is not None
    assert head.splitlines()[problem.origin.line - 1] == line


def test_an_answer_that_is_the_example_left_as_it_was_is_told_at_its_line() -> None:
    text = "Utföraren ska {{ kanaler | uppräkning }}.\n"
    (problem,) = told(OWN, head=HEAD + 'kanaler: ["…"]\n', egen=text)
    assert problem.origin is not None
    assert problem.origin.line == 10


@pytest.mark.parametrize(
    "answer",
    ["-", ".", "—", "*", "- -", "(?)", "x", "X", "saknas", "Okänt.", "vet ej", "fylls i senare"],
)
def test_an_answer_that_says_nothing_is_told_at_its_line(answer: str) -> None:
    text = "Utföraren ska {{ kanaler | uppräkning }}.\n"
    (problem,) = told(OWN, head=HEAD + f'kanaler: ["{answer}"]\n', egen=text)
    assert (problem.code, problem.message) == ("DI10", f"”{answer}” är en plats att fylla i")
    assert problem.origin is not None
    assert problem.origin.line == 10


def test_an_answer_that_says_nothing_is_told_also_where_it_is_not_printed() -> None:
    (problem,) = told(OWN, head=HEAD + "kanaler: [saknas]\n", egen="Utföraren ska svara.\n")
    assert (problem.code, problem.message) == ("DI10", "”saknas” är en plats att fylla i")


@pytest.mark.parametrize("answer", ["§ 000", "§§ 000–000", "§§ 0-0"])
def test_a_paragraph_of_noughts_is_a_place_to_fill_in(answer: str) -> None:
    (problem,) = told(OWN, egen=f"Beslutet är {answer}.\n")
    assert (problem.code, problem.message) == ("DI10", f"”{answer}” är en plats att fylla i")


def test_a_dotted_line_needs_words_beside_it() -> None:
    unknown = HEAD.replace("{belopp: 605}", '{belopp: {okänt: "sägs sedan"}}')
    bare = '  - {rubrik: "", ankare: a, text: egen.md}\n'
    (problem,) = told(bare, head=unknown, egen="{{ ersättning.belopp }}\n")
    assert problem.code == "DI10"
    for labelled in ("Pris: {{ ersättning.belopp }}\n", "Pris\n\n{{ ersättning.belopp }}\n"):
        assert told(bare, head=unknown, egen=labelled) == []


@pytest.mark.parametrize(
    ("status", "severity"), [("utkast", Severity.ERROR), ("undertecknad", Severity.WARNING)]
)
def test_a_document_without_a_disposition_is_a_cover_alone(status: str, severity: Severity) -> None:
    type_ = WHOLE[TYPE].replace("disposition: [ersattning@1, tvist@1]\n", "")
    type_ = type_.replace("obligatoriska: [{klausul: tvist}]\n", "")
    bare = uppdrag("").replace("disposition: [ersattning@1, tvist@1]\n", "")
    bare = bare.replace("status: utkast", f"status: {status}")
    empty = [each for each in built({TYPE: type_, UPPDRAG: bare})[1] if each.code == "DI09"]
    assert [(each.message, each.severity) for each in empty] == [
        ("handlingen har ingen text", severity)
    ]


@pytest.mark.parametrize("reason", ["skäl", "varför det inte är känt", "?", "okänt", "xx"])
def test_a_reason_as_a_hint_shows_it_gives_none(reason: str) -> None:
    for facts in (
        f'tid: {{uppsägning: {{okänt: "{reason}"}}}}\n',
        f'tid: {{okänt: "{reason}"}}\n',
        f'resultat: [{{text: Vila, mål: {{okänt: "{reason}"}}}}]\n',
        f'undantag: [{{klausul: ersattning, skäl: "{reason}"}}]\n',
    ):
        _, problems = built({UPPDRAG: uppdrag(facts, disposition="[tvist@1]")})
        told = [each for each in problems if each.code == "DI10"]
        assert [(each.severity, each.origin and each.origin.line) for each in told] == [
            (Severity.WARNING, 11)
        ], facts
        _, problems = built({UPPDRAG: uppdrag(facts.replace(f'"{reason}"', '"frågat den 3 maj"'))})
        assert "DI10" not in [each.code for each in problems]


def test_two_exemptions_for_one_clause_are_told() -> None:
    excused = '{klausul: tvist, skäl: "den står i bilagan"}'
    facts = uppdrag(f"undantag: [{excused}, {excused}]\n", disposition="[ersattning@1]")
    told = [each.message for each in built({UPPDRAG: facts})[1] if each.code == "DI07"]
    assert told == ["undantaget för ”tvist” står redan på rad 11"]
