"""The handed list of edits: every one is told, and nothing else."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.takeback.handed import Edit, Expected
from tests.takeback.handed_looks import HANDED
from tests.takeback.taking import changes


def is_it(change: Mapping[str, Any], expected: Expected) -> bool:
    """Return whether a change is the one expected."""
    kind, how, more = expected
    return (
        change["kind"] == kind
        and change["tracked"] == (how == "t")
        and all(_holds(change[name], value) for name, value in more.items())
    )


def _holds(told: Any, value: Any) -> bool:
    if value is ...:
        return bool(told)
    if isinstance(told, list) and not isinstance(value, list):
        return value in told
    if isinstance(told, str) and isinstance(value, str):
        return told.replace("\u00a0", " ").strip() == value.strip()
    return bool(told == value)


@pytest.mark.parametrize(("edit", "expected"), [h[1:] for h in HANDED], ids=[h[0] for h in HANDED])
def test_an_edit_of_the_list_is_told_and_nothing_else(edit: Edit, expected: list[Expected]) -> None:
    told = changes(edit)
    left = list(expected)
    for change in told:
        match = next((each for each in left if is_it(change, each)), None)
        assert match is not None, [
            (c["kind"], c["tracked"], c["path"], c["old"], c["new"], c["hint"]) for c in told
        ]
        left.remove(match)
    assert left == [], told
