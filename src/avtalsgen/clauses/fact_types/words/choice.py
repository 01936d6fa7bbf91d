"""One of the words that parametrar.yaml lists for the fact."""

from avtalsgen.clauses.fact_types.fact_type import FactType

CHOICE = FactType("val", "ett av alternativen", "", str, str, {}, "choices")
