"""An uppdrag lacks what the other uppdrag of its type and service have: KS07, of a workspace."""

from datetime import date
from pathlib import Path

import pytest
from tests.cli.library import copied

from avtalsgen.pipeline.check.checking import CheckOrder, check_documents

NAME = "familjeradgivning@2026"
FILE = "uppdrag/familjeradgivning/2026.yaml"
OWN = "  - {rubrik: Väntrum, text: 2026/vantrum.md}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path)


def beside(root: Path, slug: str, **changed: str) -> None:
    """Write a sibling of familjeradgivning with a section of its own, with what is `changed`."""
    text = (root / FILE).read_text(encoding="utf-8")
    text = text.replace("disposition:\n", f"disposition:\n{OWN}", 1)
    for old, new in changed.items():
        text = text.replace(f"{old}: ", f"{old}: {new} #", 1)
    folder = root / "uppdrag" / slug
    folder.mkdir()
    (folder / "2026.yaml").write_text(text, encoding="utf-8")


def told(root: Path) -> list[str]:
    remarks = check_documents(CheckOrder((NAME,), date(2026, 11, 29), together=False), root).remarks
    return [remark.message for remark in remarks if remark.code == "KS07"]


def test_what_two_siblings_have_is_told_once(root: Path) -> None:
    beside(root, "enskede")
    assert told(root) == []
    beside(root, "farsta")
    assert told(root) == ["väntrum saknas, som 2 av 2 syskon har"]


def test_another_service_is_no_sibling(root: Path) -> None:
    beside(root, "enskede")
    beside(root, "farsta", verksamhetsområde="annat")
    beside(root, "gnesta", relation="privat")
    assert told(root) == []


def test_a_damaged_sibling_stops_nothing(root: Path) -> None:
    for slug in ("enskede", "farsta"):
        beside(root, slug)
    beside(root, "gnesta", typ="{")
    assert told(root) == ["väntrum saknas, som 2 av 2 syskon har"]


def test_the_clause_that_an_uppdrag_says_it_does_without_is_not_missed(root: Path) -> None:
    for slug in ("enskede", "farsta"):
        beside(root, slug)
        path = root / "uppdrag" / slug / "2026.yaml"
        text = path.read_text(encoding="utf-8").replace(OWN, f"{OWN}  - option@2026\n")
        path.write_text(text, encoding="utf-8")
    own = root / FILE
    before = own.read_text(encoding="utf-8")
    assert len(told(root)) == 2
    exempt = "undantag:\n  - {klausul: option, skäl: volymen är fast, beslutat_av: nämnden}\n"
    own.write_text(f"{before}\n{exempt}", encoding="utf-8")
    assert told(root) == ["väntrum saknas, som 2 av 2 syskon har"]
