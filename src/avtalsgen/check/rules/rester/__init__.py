"""Rester: the rules of the family, one in each file."""

from avtalsgen.check.rules.rester import (
    rs01_platshallare,
    rs02_prickad_rad,
    rs03_brusten_hanvisning,
    rs04_val_i_mallen,
    rs05_kommentar_kvar,
    rs06_sparade_andringar,
    rs07_dold_text,
    rs08_markerad_text,
    rs09_forfattare_i_filen,
)

RULES = (
    rs01_platshallare.RULE,
    rs02_prickad_rad.RULE,
    rs03_brusten_hanvisning.RULE,
    rs04_val_i_mallen.RULE,
    rs05_kommentar_kvar.RULE,
    rs06_sparade_andringar.RULE,
    rs07_dold_text.RULE,
    rs08_markerad_text.RULE,
    rs09_forfattare_i_filen.RULE,
)
