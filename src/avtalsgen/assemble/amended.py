"""What a document has from other uppdrag than its own: texts, notes, sections to refer to."""

from collections.abc import Mapping
from dataclasses import field

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model.nodes import Block, Inline, Value
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Amended:
    """Nothing of it for a document that no other has a part in."""

    lookups: Mapping[str, Lookup] = field(default_factory=dict)
    """Where the facts of an entry are found, by its owner."""
    notes: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    """What is printed first in a section, by its anchor."""
    headings: Mapping[str, tuple[Inline, ...]] = field(default_factory=dict)
    """What is printed as the heading of a section that has none of its own, by its anchor."""
    elsewhere: Mapping[str, Value] = field(default_factory=dict)
    """The sections of another document, by anchor, as they are referred to in words."""
    quoted: frozenset[str] = frozenset()
    """The anchors of sections whose words are to stand in that other document."""


NOT_AMENDED = Amended()
