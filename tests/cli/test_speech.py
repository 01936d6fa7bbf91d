"""The exit code that problems make."""

from itertools import permutations

import pytest

from avtalsgen.cli.speech import exit_code
from avtalsgen.problems import Exit, Problem, Severity

FROM_GRAVEST = (
    *(Exit.OURS, Exit.DATA, Exit.CANNOT_WRITE),
    *(Exit.CONFLICT, Exit.NOT_FOUND, Exit.USAGE),
)


@pytest.mark.parametrize("codes", tuple(permutations(FROM_GRAVEST, 3)))
def test_the_gravest_error_decides(codes: tuple[Exit, ...]) -> None:
    told = [Problem("FA01", "fel", exit=code) for code in codes]
    assert exit_code(told) is min(codes, key=FROM_GRAVEST.index)


def test_a_warning_is_something_to_look_at_and_silence_is_not() -> None:
    warning = Problem("KL06", "varning", Severity.WARNING)
    assert exit_code([warning]) is Exit.LOOK
    assert exit_code([warning, Problem("SK01", "fel", exit=Exit.CANNOT_WRITE)]) is Exit.CANNOT_WRITE
    assert exit_code([]) is Exit.FINE
