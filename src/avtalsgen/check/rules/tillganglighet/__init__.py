"""Tillgänglighet: the rules of the family, one in each file."""

RULES = (
    "tg01_titel_saknas",
    "tg02_sprak_saknas",
    "tg03_rubrik_utan_format",
    "tg04_lista_for_hand",
    "tg05_tabell_utan_rubrikrad",
    "tg06_bild_utan_text",
    "tg07_taggar_saknas",
    "tg08_rubriknivan_hoppar",
    "tg09_svag_kontrast",
)
