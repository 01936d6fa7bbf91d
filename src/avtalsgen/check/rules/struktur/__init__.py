"""Struktur: the rules of the family, one in each file."""

RULES = (
    "st01_innehall_mot_rubrik",
    "st02_blandad_numrering",
    "st03_lucka_i_numreringen",
    "st04_listans_ordning",
    "st05_onumrerad_bland_numrerade",
    "st06_delad_lista",
    "st07_mening_bryts",
    "st08_sidhuvud_i_texten",
    "st09_privat_tecken",
    "st10_oparat_tecken",
    "st11_tom_rubrik",
    "st12_samma_stycke_igen",
    "st13_rubrik_med_kolon",
    "st14_rubrik_i_versaler",
    "st15_rubrik_med_punkt_noll",
    "st16_blandad_lista",
)
