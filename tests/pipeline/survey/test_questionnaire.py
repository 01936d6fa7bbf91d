"""Every answer with its question and line, for who knows the service and not the files."""

import pytest
from tests.documents.every import NAMES, project
from tests.workspace import WHOLE, MemoryFiles

from avtalsgen.model import plain
from avtalsgen.model.walk import runs
from avtalsgen.pipeline.output.views import chosen
from avtalsgen.pipeline.survey.questionnaire import questionnaire
from avtalsgen.pipeline.survey.questionnaire_views import VIEWS, QuestionnaireShown
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.portfolio.asked import asked_report, asked_rows

WIDEST = 25
"""Characters of a path and the sign after it that a column of the report holds."""


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_a_file_is_shown_at_its_line(name: str) -> None:
    slug, _, edition = name.partition("@")
    shown = questionnaire(project(), slug, edition)
    facts = project().uppdrag(slug, edition).facts
    said = {fact.path: fact for fact in shown.asked}
    for path, fact in facts.by_path.items():
        assert said[path].said == ("känt" if isinstance(fact, Known) else "okänt"), path
        assert said[path].origin == fact.origin
    report = asked_report(shown)
    (table,) = report.sections[0].blocks
    places = [line for cell in [*runs(table)][2::3] for line in plain.text(cell).split("\n")]
    assert all(len(line) <= WIDEST or line.count(".") < 2 for line in places), "parted at its dots"
    words = " ".join(plain.lines(report))
    for asked in shown.asked:
        assert asked.question in words
        assert all(line in words for line in asked.lines)
    assert len([*asked_rows(shown)]) == len(shown.asked) + 1


def test_what_the_text_needs_and_nobody_has_said_is_asked_too() -> None:
    path = "uppdrag/prov/1.yaml"
    facts = WHOLE[path].replace("ersättning: {belopp: 605}\n", "").replace("dnr: SN 2026-1", "dnr:")
    workspace = read_project(MemoryFiles({**WHOLE, path: facts}))
    shown = questionnaire(workspace, "prov", "1")
    lacking = {fact.path: fact for fact in shown.asked if fact.said == "inte sagt"}
    assert set(lacking) == {"dnr", "ersättning.belopp"}
    assert lacking["dnr"].origin is not None


@pytest.mark.parametrize("format_", VIEWS)
def test_each_view_is_made(format_: str) -> None:
    shown = questionnaire(project(), "korttidsboende", "2026")
    content = chosen(VIEWS, format_).write(QuestionnaireShown(shown, project())).data
    assert content
    if format_ == "html":
        assert b"#1F5B45" in content.upper()  # the look of Granvik
