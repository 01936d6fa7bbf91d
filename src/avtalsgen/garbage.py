"""How often Python collects garbage: objects in cycles, which nothing else throws away.

A document makes many objects and hardly a cycle. One search among a hundred thousand objects took
a twentieth of a build, and a process as Python begins it searches after every 700.
"""

import gc
from typing import Final

_SELDOM: Final = 300_000
"""Objects made between two searches: more than a build of one document makes. A comparison of 400
pages takes as much memory with it as with a third of it."""


def collect_seldom() -> None:
    """Let this process collect seldom; each process of ours begins so."""
    gc.set_threshold(_SELDOM)
