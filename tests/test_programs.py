"""Asking for a program of other people."""

import sys
from pathlib import Path

import pytest
from tests.programs import need


def test_a_program_that_is_there_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    python = Path(sys.executable)
    monkeypatch.setenv("PATH", str(python.parent))
    assert Path(need(python.name)) == python


def test_a_test_without_its_program_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AVTALSGEN_REQUIRE_PROGRAMS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="finns-inte är inte installerat"):
        need("finns-inte")


def test_a_test_without_its_program_fails_where_programs_are_required(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AVTALSGEN_REQUIRE_PROGRAMS", "1")
    with pytest.raises(pytest.fail.Exception, match="finns-inte är inte installerat"):
        need("finns-inte")
