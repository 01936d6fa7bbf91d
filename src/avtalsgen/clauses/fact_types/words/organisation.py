"""A body in the register, by its id; its name is a fact below it."""

from avtalsgen.clauses.fact_types.fact_type import FactType

ORGANISATION = FactType("organ", "ett organ i registret", "", str, str, {}, "organisations")
