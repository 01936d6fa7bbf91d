"""What a piece of work loads, told from inside the process that does it."""

import sys
from collections.abc import Callable


def loaded_by(work: Callable[..., object], *given: object) -> list[str]:
    """Return the modules of ours that `work` of `given` loads."""
    before = set(sys.modules)
    work(*given)
    return sorted(name for name in set(sys.modules) - before if name.startswith("avtalsgen."))
