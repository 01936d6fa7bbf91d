"""Organisationer: the rules of the family, one in each file."""

RULES = (
    "og01_namn_ur_bruk",
    "og02_stavas_olika",
    "og03_forvaltning_for_namnd",
    "og04_annan_skriver_under",
    "og05_bindestreck_i_namn",
    "og06_annan_myndighet",
)
