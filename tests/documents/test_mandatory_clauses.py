"""A verksamhetsuppdrag without a clause that it must have is refused, unless it says why."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Problem

ROOT = Path(__file__).parents[2]
SIGNED = (("vald-i-nara-relation", "2019"), ("familjeradgivning", "2021"))
MANDATORY = (
    *("lex-sarah", "tvist", "tillsyn", "klagomal", "uppfoljning"),
    *("barnkonventionen", "beredskap", "miljo", "underskrifter"),
)


@dataclass(frozen=True)
class Changed:
    """The workspace with one file in other words."""

    files: Workspace
    path: str
    data: bytes

    def read(self, path: str) -> bytes:
        return self.data if path == self.path else self.files.read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        return self.files.names(folder)


def without(clause: str, outline: str) -> str:
    """Return the text of an uppdrag with `clause` taken out of its outline."""
    gone, times = re.subn(
        rf"(?m)^ *- (?:\{{klausul: )?{clause}@.*\n|, {clause}@[\w-]+|(?<=\[){clause}@[\w-]+, ",
        "",
        outline,
    )
    assert times == 1
    return gone


def problems(slug: str, edition: str, text: str) -> tuple[Problem, ...]:
    changed = Changed(Workspace(ROOT), f"uppdrag/{slug}/{edition}.yaml", text.encode())
    _, found = document_of(read_project(changed), slug, edition)
    return found


def written(slug: str, edition: str) -> str:
    return (ROOT / "uppdrag" / slug / f"{edition}.yaml").read_text(encoding="utf-8")


def missing(found: tuple[Problem, ...], clause: str) -> bool:
    return any(each.code == "DI05" and f"”{clause}”" in each.message for each in found)


@pytest.mark.parametrize("clause", MANDATORY)
@pytest.mark.parametrize(("slug", "edition"), SIGNED)
def test_a_mandatory_clause_taken_out_is_missed(slug: str, edition: str, clause: str) -> None:
    assert missing(problems(slug, edition, without(clause, written(slug, edition))), clause)


@pytest.mark.parametrize(("slug", "edition"), SIGNED)
def test_a_mandatory_clause_taken_out_with_a_reason_is_not_missed(slug: str, edition: str) -> None:
    text = without("tvist", written(slug, edition))
    reason = "undantag:\n  - {klausul: tvist, skäl: regleras i reglementet}\n"
    has_some = "\nundantag:\n" in text
    text = text.replace("undantag:\n", reason) if has_some else f"{text}\n{reason}"
    assert not missing(problems(slug, edition, text), "tvist")


def test_the_thin_base_says_why_it_lacks_every_clause_that_it_lacks() -> None:
    text = written("beroendemottagningen", "2021")
    for clause in MANDATORY:
        if clause == "underskrifter":
            continue  # mandatory on paper only, and nobody knows how this one was signed
        line = re.compile(rf"(?m)^ *- \{{klausul: {clause}, skäl: .*\n")
        found = problems("beroendemottagningen", "2021", line.sub("", text))
        assert missing(found, clause)
