"""What the register knows of words: given to whoever reads a text for what it means."""

from dataclasses import dataclass

from avtalsgen.register.names import Names
from avtalsgen.register.words import Words


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The word lists that lawyers own, and what bodies and laws are called."""

    words: Words
    names: Names
