"""Small words that tie a sentence together: a row that ends in one is not the end of anything."""

from typing import Final

CONJUNCTIONS: Final = ("och", "eller", "samt", "respektive")
"""What stands between two words that share their end or their beginning."""
REST_COMES_LATER: Final = frozenset((*CONJUNCTIONS, "resp", "som", "till", "men"))
"""What may follow the beginning of a word whose end comes later: `social- och omsorgsnämnden`."""
BEFORE_FIGURES: Final = (
    *("den", "avsnitt", "punkt", "punkten", "kapitel", "bilaga", "sidan", "klockan", "kl.", "kap."),
    *("nr", "enligt", "med", "på", "till", "om", "av", "i", "och", "eller", "samt", "minst"),
    *("högst", "cirka", "ca", "än", "mellan", "inom", "under"),
)
"""What a figure of a sentence follows: no sentence stops there."""
PART_OF: Final = ("till", "i", "av", "ur", "från")
"""What stands between a thing and what it is part of: `bilaga 1 till riktlinjerna`."""
