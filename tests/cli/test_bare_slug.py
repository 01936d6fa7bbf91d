"""A slug alone is the same edition in every command, and what was taken is told."""

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal

SLUG, NEWEST, IN_FORCE = "vald-i-nara-relation", "vald-i-nara-relation@2026", "2019"
LINES = (
    "build {} --format txt --out ut --draft",
    "diff {} familjeradgivning@2026",
    "trace {} nämnden",
    "status {}",
    "show {}",
    "lock {}",
    "index {} --to 2023",
)


@pytest.fixture
def there(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    root = copied(terminal.root / "bibliotek")
    monkeypatch.chdir(root)
    return Terminal(root, terminal.captured)


@pytest.mark.parametrize("line", LINES)
def test_a_slug_alone_is_its_newest_edition_and_it_is_named(there: Terminal, line: str) -> None:
    alone = there.run(f"avtalsgen {line.format(SLUG)} --json")
    named = there.run(f"avtalsgen {line.format(NEWEST)} --json")
    assert alone.code == named.code
    same = [said.out.replace('"unchanged"', '"built"') for said in (alone, named)]
    assert same[0] == same[1]
    shown = there.run(f"avtalsgen {line.format(SLUG)}")
    assert NEWEST in shown.out or "index" in line


def test_what_asks_for_a_day_takes_what_holds_on_it(there: Terminal) -> None:
    for day, edition in (("2026-11-29", "2019"), ("2027-02-01", "2026")):
        listed = there.run(f"avtalsgen calendar {SLUG} --as-of {day}").out
        assert f"{SLUG}@{edition}" in listed
        built = there.run(
            f"avtalsgen build {SLUG} --consolidated --as-of {day} --draft --format txt --out ut"
        )
        assert f"{SLUG}@{edition}:{day}" in built.out
        facts = there.run(f"avtalsgen list --facts titel --as-of {day}").out
        assert f"{SLUG}@{edition} " in facts
