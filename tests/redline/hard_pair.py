"""A register of hard pairs: a name that says what is hard, and two files."""

from collections.abc import Callable

Files = tuple[bytes, bytes]
PAIRS: dict[str, Callable[[], Files]] = {}


def pair(make: Callable[[], Files]) -> Callable[[], Files]:
    """Register a pair under the name of the function that makes it."""
    assert make.__name__ not in PAIRS, make.__name__
    PAIRS[make.__name__] = make
    return make
