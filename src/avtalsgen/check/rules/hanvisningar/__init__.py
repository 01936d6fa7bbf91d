"""Hänvisningar: the rules of the family, one in each file."""

from avtalsgen.check.rules.hanvisningar import (
    hv01_dod_hanvisning,
    hv02_bilaga_finns_inte,
    hv03_hanvisning_utan_adress,
    hv04_lank_och_mal,
    hv05_http_lank,
    hv06_namnlos_handling,
    hv07_adress_skild_fran_mening,
)

RULES = (
    hv01_dod_hanvisning.RULE,
    hv02_bilaga_finns_inte.RULE,
    hv03_hanvisning_utan_adress.RULE,
    hv04_lank_och_mal.RULE,
    hv05_http_lank.RULE,
    hv06_namnlos_handling.RULE,
    hv07_adress_skild_fran_mening.RULE,
)
