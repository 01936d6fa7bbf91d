"""The developers' pages are true: their links lead somewhere, and every type of fact is told of."""

import re
from pathlib import Path

import pytest
from tests.workspace import MemoryFiles

from avtalsgen.clauses.fact_types import TYPES
from avtalsgen.clauses.parameters import FILE, read_parameters

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")]
PAGES += ROOT.glob("src/**/README.md")
FORMATS = (ROOT / "docs/format.md").read_text(encoding="utf-8")
PARAMETERS = FORMATS.partition(f"`{FILE}`\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_type_of_fact_is_told_of() -> None:
    assert [kind for kind in TYPES if f"`{kind}`" not in PARAMETERS] == []


def test_the_example_of_facts_is_read() -> None:
    written = re.findall(r"^```yaml\n(.*?)^```$", PARAMETERS, re.M | re.S)[0]
    target = "  parter.utförare.benämning: {typ: text, fråga: …}\n"
    text = written.replace("alias:", f"{target}alias:")
    parameters = read_parameters(MemoryFiles({FILE: text}))
    assert {"tid.från", "resultat", "kanaler"} < set(parameters.by_path)
    assert dict(parameters.aliases) == {"utföraren": "parter.utförare.benämning"}
