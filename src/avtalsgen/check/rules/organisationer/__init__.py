"""Organisationer: the rules of the family, one in each file."""

from avtalsgen.check.rules.organisationer import (
    og01_namn_ur_bruk,
    og02_stavas_olika,
    og03_forvaltning_for_namnd,
    og04_annan_skriver_under,
    og05_bindestreck_i_namn,
)

RULES = (
    og01_namn_ur_bruk.RULE,
    og02_stavas_olika.RULE,
    og03_forvaltning_for_namnd.RULE,
    og04_annan_skriver_under.RULE,
    og05_bindestreck_i_namn.RULE,
)
