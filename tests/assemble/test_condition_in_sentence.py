"""A word that depends on a fact stands in its sentence."""

import pytest
from tests.assemble.small import CLAUSE, UPPDRAG, built, clause, errors, printed, uppdrag

from avtalsgen.model import plain
from avtalsgen.problems import Severity


def said(body: str) -> tuple[str, str]:
    return printed(body, "kanaler: [brev]\n"), printed(body, "")


@pytest.mark.parametrize(
    ("body", "when", "otherwise"),
    [
        (
            "Utföraren ska{% if kanaler %} om nämnden begär det{% endif %} lämna rapport.",
            "Utföraren ska om nämnden begär det lämna rapport.",
            "Utföraren ska lämna rapport.",
        ),
        (
            "Utföraren ska {% if kanaler %}om nämnden begär det{% endif %} lämna rapport.",
            "Utföraren ska om nämnden begär det lämna rapport.",
            "Utföraren ska lämna rapport.",
        ),
        (
            "Rapport lämnas {% if kanaler %}per brev{% endif %}.",
            "Rapport lämnas per brev.",
            "Rapport lämnas.",
        ),
        (
            "{% if kanaler %}Via {{ kanaler | uppräkning }} lämnas{% else %}Ge{% endif %} rapport.",
            "Via brev lämnas rapport.",
            "Ge rapport.",
        ),
        (
            "Ett{% if kanaler %} **viktigt**{% elif titel %} *annat*{% endif %} brev.",
            "Ett viktigt brev.",
            "Ett annat brev.",
        ),
        (
            "- ett{% if kanaler %}, två{% endif %}\n- {% if kanaler %}tre{% endif %}\n- fyra",
            "ett, två\ntre\nfyra",
            "ett\nfyra",
        ),
        (
            "A{% if kanaler %} b{% if titel %} c{% endif %} d{% endif %} e.",
            "A b c d e.",
            "A e.",
        ),
        ("| A | B |\n|---|---|\n| x | {% if kanaler %}y{% endif %} |", "A\nB\nx\ny", "A\nB\nx\n"),
        ("Ord **{% if kanaler %}fetare{% endif %}** här.", "Ord fetare här.", "Ord här."),
        ("{% if kanaler %}Hela stycket.{% endif %}\n\nNästa.", "Hela stycket.\nNästa.", "Nästa."),
    ],
)
def test_words_stand_in_their_sentence_when_they_hold(body: str, when: str, otherwise: str) -> None:
    assert said(body) == (when, otherwise)


@pytest.mark.parametrize(
    ("heading", "when", "otherwise"),
    [
        ("{% if kanaler %}Brev{% else %}Möten{% endif %}", "Brev", "Möten"),
        ("Tvist{% if kanaler %} om {{ titel }}{% endif %}", "Tvist om Prov", "Tvist"),
        ("Tvist {% if kanaler %}och *brev*{% endif %} här", "Tvist och *brev* här", "Tvist här"),
        ("{% if kanaler %}{% if titel %}A{% endif %} B{% else %}C{% endif %}", "A B", "C"),
    ],
)
def test_words_of_a_heading_stand_there_when_they_hold(
    heading: str, when: str, otherwise: str
) -> None:
    """Markdown means nothing in a heading, in a branch either."""

    def titled(facts: str) -> str:
        headed = clause("Ord.").replace("rubrik: Tvist", f'rubrik: "{heading}"')
        document, problems = built({CLAUSE: headed, UPPDRAG: uppdrag(facts)})
        assert not [problem for problem in problems if problem.severity is Severity.ERROR]
        return plain.text(document.sections[-1].heading)

    assert (titled("kanaler: [brev]\n"), titled("")) == (when, otherwise)


@pytest.mark.parametrize(
    "heading",
    [
        "{% for k in kanaler %}{{ k }}{% endfor %}",
        "A {% if inget %}x{% endif %}",
        "A {% if kanaler %}{{ märk('a') }}{% endif %}",
    ],
)
def test_what_no_heading_may_hold_is_told(heading: str) -> None:
    headed = clause("Ord.").replace("rubrik: Tvist", f'rubrik: "{heading}"')
    assert errors({CLAUSE: headed})


def test_a_fact_is_never_markdown_in_a_branch_either() -> None:
    body = "Via{% if kanaler %} {{ kanaler | uppräkning }}{% endif %} nu."
    assert printed(body, 'kanaler: ["**a** [b](c)"]\n') == "Via **a** [b](c) nu."


@pytest.mark.parametrize(
    "body",
    [
        "A {% if kanaler %}`kod`{% endif %} b.",
        "A {% if kanaler %}[x](javascript:1){% endif %} b.",
        "A {% if inget %}x{% endif %} b.",
        "A {% for k in kanaler %}{{ k }}{% endfor %} b.",
        "{% if kanaler %}\nA {% else %} b\n{% endif %}",
    ],
)
def test_what_no_sentence_may_hold_is_told(body: str) -> None:
    assert errors({CLAUSE: clause(body)})
