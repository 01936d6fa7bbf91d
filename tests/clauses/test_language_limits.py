"""What Jinja's parser takes and the language of clauses does not: told, and never a crash."""

import pytest
from tests.assemble.small import UPPDRAG
from tests.workspace import WHOLE, project

from avtalsgen.clauses.template import parse_template
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.yaml import keys
from avtalsgen.uppdrag import fact_reader


def told(body: str) -> list[str]:
    _, _, problems = parse_template(body, "a.md", 1, project().parameters)
    return [f"{problem.origin} {problem.code}" for problem in problems]


@pytest.mark.parametrize(
    "body",
    [
        "{% autoescape false %}x{% endautoescape %}",
        "{% autoescape true %}\nx\n{% endautoescape %}",
        "{% autoescape titel %}{{ dnr }}{% endautoescape %}",
        "{% set a = 1 %}",
        "{% set a %}x{% endset %}",
        "{% with a = 1 %}x{% endwith %}",
        "{% filter upper %}x{% endfilter %}",
        "{% block a %}x{% endblock %}",
        "{% macro a() %}x{% endmacro %}",
        "{% call a() %}x{% endcall %}",
        '{% include "a" %}',
        '{% import "a" as b %}',
        '{% extends "a" %}',
    ],
)
def test_a_word_of_jinja_that_clauses_do_not_have_is_told_at_its_line(body: str) -> None:
    assert "a.md:2:1 MA03" in told(f"\n{body}")


@pytest.mark.parametrize(
    "condition",
    ["titel in 3", 'titel in "abc"', "titel in dnr", '"a" in titel', '"x" not in titel',
     '"Trygghet" in resultat', "titel == true", "titel != false", "titel in parter"],
)  # fmt: skip
def test_a_condition_that_can_mean_nothing_is_told(condition: str) -> None:
    assert told(f"{{% if {condition} %}}\nx\n{{% endif %}}\n") != []


@pytest.mark.parametrize("condition", ['"brev" in kanaler', "titel in kanaler", "dnr == 3"])
def test_a_condition_that_can_hold_is_taken(condition: str) -> None:
    assert told(f"{{% if {condition} %}}\nx\n{{% endif %}}\n") == []


@pytest.mark.parametrize("hole", ['rätt("sol", 2)', "rätt(2)", 'rätt("sol", true)'])
def test_a_number_is_no_section_of_law(hole: str) -> None:
    assert told(f"{{{{ {hole} }}}}") == ["a.md:1:1 MA03"]


def test_what_unknown_keys_may_mean_is_sought_for_few_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A search of every fact for every key is quadratic in the files that people break."""
    searches = 0
    search = keys.nearest

    def counted(word: str, known: object) -> str:
        nonlocal searches
        searches += 1
        return search(word, known)  # type: ignore[arg-type]

    monkeypatch.setattr(fact_reader, "nearest", counted)
    monkeypatch.setattr("avtalsgen.clauses.parameters.nearest", counted)
    many = "".join(f"nyckel{number}: x\n" for number in range(3000))
    changed = {UPPDRAG: WHOLE[UPPDRAG] + many}
    with pytest.raises(AvtalsgenError) as caught:
        project(changed).uppdrag("prov", "1")
    assert [problem.code for problem in caught.value.problems] == ["FA01"] * 3000
    assert searches <= 2 * keys.MOST_GUESSED
