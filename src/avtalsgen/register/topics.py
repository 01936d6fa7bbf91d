"""What a negotiator asks about first: `clauses/register/ord/amnen.yaml`."""

from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.tree import Scalar, Sequence
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import opened
from avtalsgen.source import Files


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of agreements, and parts of words that a text about it has."""

    name: str
    signs: tuple[str, ...]


def read_topics(files: Files, problems: list[Problem]) -> tuple[Topic, ...]:
    """Return the topics, the weightiest first; what is wrong goes to `problems` as RE05."""
    top = opened(files, "amnen", problems)
    below = top.below("ämnen", required=True)
    topics = []
    for name in below.branch.entries if below else ():
        assert below is not None
        tree = below.tree(name)
        items = tree.items if isinstance(tree, Sequence) else ()
        # white space counts: "pris " is no part of "prislista"
        signs = tuple(item.text.casefold() for item in items if isinstance(item, Scalar))
        topics.append(Topic(name, signs))
    top.done()
    return tuple(topics)
