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


NOT_OURS = {".git", ".venv", "output"}
NAMED = re.compile(
    r"""
    (?<![\w./<>@{:-])
    ( (?:[\w.-]+/)+ [\w.-]*                                  # clauses/register/ord/, a/b.py
    | [\w-]+\.(?:py|md|toml|yaml|json|typ|tsv) )    # story.py
    (?![\w/<{])
    """,
    re.VERBOSE,
)
EXAMPLE = re.compile(
    r"""
    .*(?:stodboende|samverkan/20|parterna/20|SLUG|UTG|vald-i-nara-relation/20).* # of a reader
    | (?:20\d\d/.*|20\d\d\.\w+|avtal\.\w+|file\.md|report\.md|uppdrag/schema\.json|output/.*)
    | \.venv.* | clauses/\.avtalsgen-bibliotek\.json | diarium\.json | uppdrag/s
    | .*PDF/[AU].* | ruamel\.yaml | avtalsgen\.\w+/1                             # no paths at all
    """,
    re.VERBOSE,
)


def there_is() -> frozenset[str]:
    """Return each file and folder of the repository, and every end of its path."""
    ends: set[str] = set()
    for top in ROOT.iterdir():
        for path in (top, *top.rglob("*")) if top.name not in NOT_OURS else ():
            parts = path.relative_to(ROOT).parts
            ends.update("/".join(parts[start:]) for start in range(len(parts)))
    return frozenset(ends)


def test_every_path_that_is_named_is_there() -> None:
    known = there_is()
    missing = [
        f"{page.relative_to(ROOT)}: {named}"
        for page in PAGES
        for named in map(_plain, NAMED.findall(page.read_text("utf-8")))
        if not {named, f"{named}.py"} & known and not EXAMPLE.fullmatch(named)
    ]
    assert missing == []


def _plain(path: str) -> str:
    return path.rstrip("./").removeprefix("../").removeprefix("../")


NETWORK = re.compile(
    r"(?:aiohttp|ftplib|http\.(?:client|server)|httpx2?|requests|smtplib|socket|ssl|urllib3"
    r"|urllib\.request)\b"
)
WITH_ITSELF = {"web/safety/running.py": {"http.client"}, "web/serving.py": {"socket"}}
"""What asks the server that runs on this machine, and what listens there."""


def test_nothing_of_ours_opens_a_connection() -> None:
    """As the handbook says under ”Var uppgifterna finns”."""
    imported = re.compile(r"^\s*(?:from|import) ([\w.]+)", re.M)
    source = ROOT / "src" / "avtalsgen"
    users = {
        file.relative_to(source).as_posix(): {
            name for name in imported.findall(file.read_text("utf-8")) if NETWORK.match(name)
        }
        for file in source.rglob("*.py")
    }
    assert {file: names for file, names in users.items() if names} == WITH_ITSELF
