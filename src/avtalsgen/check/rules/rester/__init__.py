"""Rester: the rules of the family, one in each file."""

from avtalsgen.check.rules.rester import (
    rs01_platshallare,
    rs02_prickad_rad,
    rs03_brusten_hanvisning,
    rs04_val_i_mallen,
)

RULES = (
    rs01_platshallare.RULE,
    rs02_prickad_rad.RULE,
    rs03_brusten_hanvisning.RULE,
    rs04_val_i_mallen.RULE,
)
