"""Every part against the published schema."""

import pytest
from tests.redline.pairs import PAIRS
from tests.redline.schema import faults

from avtalsgen.redline import word_redline


@pytest.mark.parametrize("name", PAIRS)
def test_a_redline_breaks_the_schema_nowhere_that_the_files_do_not(name: str) -> None:
    old, new = PAIRS[name]()
    known = faults(old) | faults(new)
    assert set(faults(word_redline(old, new).docx)) <= set(known)
