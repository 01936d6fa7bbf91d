"""Programs of other people that a test runs, such as LibreOffice."""

import os
import shutil

import pytest


def need(program: str) -> str:
    """Return the path of `program`, or skip the test that asks for it.

    Where `AVTALSGEN_REQUIRE_PROGRAMS` is set, as in `.ci/run`, the test fails instead: there
    a program that is missing must not pass for a test that has passed.
    """
    found = shutil.which(program)
    if found:
        return found
    reason = f"programmet {program} är inte installerat"
    if os.environ.get("AVTALSGEN_REQUIRE_PROGRAMS"):
        pytest.fail(reason)
    pytest.skip(reason)
