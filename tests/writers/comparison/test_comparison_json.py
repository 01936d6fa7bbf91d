"""The object that other programs rely on is the one that the schema says."""

import json
from pathlib import Path

import jsonschema
from hypothesis import given
from tests.comparison_sample import COMPARISON, SAME
from tests.comparison_strategies import comparisons

from avtalsgen.model.comparison import Comparison
from avtalsgen.writers.comparison.json import to_json

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "avtalsgen.diff-1.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@given(comparisons())
def test_every_comparison_is_as_the_schema_says(comparison: Comparison) -> None:
    data = json.loads(json.dumps(to_json(comparison)))
    VALIDATOR.validate(data)


@given(comparisons())
def test_the_summary_is_the_sum_of_the_sections(comparison: Comparison) -> None:
    data = to_json(comparison)
    sections = json.loads(json.dumps(data["sections"]))
    summary = json.loads(json.dumps(data["summary"]))
    statuses = [section["status"] for section in sections]
    for status in ("unchanged", "changed", "added", "removed"):
        assert summary["sections"][status] == statuses.count(status)
    assert summary["sections"]["moved"] == sum(section["moved"] for section in sections)
    weights = [change["weight"] for section in sections for change in section["changes"]]
    assert summary["changes"] == {
        weight: weights.count(weight) for weight in ("saklig", "redaktionell")
    }


def test_a_program_finds_what_it_looks_for() -> None:
    data = json.loads(json.dumps(to_json(COMPARISON)))
    assert data["old"] == {
        "source": "uppdrag/stod/2019.docx",
        "title": "Stöd och råd",
        "words": 1320,
    }
    children = next(s for s in data["sections"] if s["new"] and s["new"]["number"] == "6.0")
    assert children["old"] == {
        "number": "2.3",
        "heading": "Barnkonventionen",
        "path": ["Generella krav"],
    }
    assert children["moved"]
    assert children["changes"][0] == {
        "kind": "delete",
        "old": "särskilt ",
        "new": "",
        "weight": "saklig",
        "reasons": ["omfattning"],
        "rank": "saklig",
    }
    statistics = next(s for s in data["sections"] if s["split_from"])
    assert statistics["split_from"]["heading"] == "Kvalitet"
    assert data["values"][2] == {"path": "lokaler.adress", "old": "", "new": "Provgatan 1"}


def test_moved_text_is_no_new_word() -> None:
    words = json.loads(json.dumps(to_json(COMPARISON)))["summary"]["words"]
    assert words == {"inserted": 63, "deleted": 36}


def test_versions_that_are_alike_have_no_change() -> None:
    summary = json.loads(json.dumps(to_json(SAME)))["summary"]
    assert summary["sections"]["unchanged"] == 1
    assert summary["changes"] == {"saklig": 0, "redaktionell": 0}
