"""Pairs of Word files that are hard to compare, by what is hard."""

from tests.redline.hard_pair import PAIRS
from tests.redline.pairs import (
    air,
    boxes,
    characters,
    controls,
    fields,
    foreign,
    formatting,
    heads,
    lists,
    moves,
    notes,
    omitted,
    paragraphs,
    relations,
    sections,
    tables,
    tracked,
)

__all__ = ["PAIRS"]

_ALL = (
    *(air, boxes, characters, controls, fields, foreign, formatting, heads, lists, moves, notes),
    *(omitted, relations),
    *(paragraphs, sections, tables, tracked),
)
