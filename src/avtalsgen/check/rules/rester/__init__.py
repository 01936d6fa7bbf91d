"""Rester: the rules of the family, one in each file."""

RULES = (
    "rs01_platshallare",
    "rs02_prickad_rad",
    "rs03_brusten_hanvisning",
    "rs04_val_i_mallen",
    "rs05_kommentar_kvar",
    "rs06_sparade_andringar",
    "rs07_dold_text",
    "rs08_markerad_text",
    "rs09_forfattare_i_filen",
)
