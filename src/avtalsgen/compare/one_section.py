"""A section beside another that is known to answer to it, without the documents around them."""

from dataclasses import replace

from avtalsgen.compare.align.alignment import align_pairs
from avtalsgen.compare.align.outline import Outline, outline
from avtalsgen.compare.changed_lines import FormatsCompared
from avtalsgen.compare.meaning.folds import said_by
from avtalsgen.compare.meaning.judge import judge_by
from avtalsgen.compare.section_pairs import SectionPairs
from avtalsgen.model.comparison import SectionPair
from avtalsgen.model.nodes import Cover, Document, Identity, Section
from avtalsgen.register.knowledge import Knowledge


def compare_sections(
    old: Section | None, new: Section | None, knowledge: Knowledge
) -> SectionPair | None:
    """Return what differs between two sections without those below them; none if neither is."""
    sides = _alone(old), _alone(new)
    both = {0: 0} if old and new else {}
    body = align_pairs(*sides, both, said_by(knowledge))
    before, after = (side.sections[0] if side.sections else None for side in sides)
    if before is None and after is None:
        return None
    return SectionPairs(body, judge_by(knowledge), formats=FormatsCompared(linked=True)).pair(
        before, after
    )


def _alone(section: Section | None) -> Outline:
    sections = (replace(section, sections=()),) if section else ()
    return outline(Document(Identity("", "", "", "", ""), Cover("", ()), sections))
