"""Hänvisningar: the rules of the family, one in each file."""

RULES = (
    "hv01_dod_hanvisning",
    "hv02_bilaga_finns_inte",
    "hv03_hanvisning_utan_adress",
    "hv04_lank_och_mal",
    "hv05_http_lank",
    "hv06_namnlos_handling",
    "hv07_adress_skild_fran_mening",
)
