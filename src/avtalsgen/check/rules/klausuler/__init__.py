"""Klausuler: the rules of the family, one in each file."""

RULES = (
    "ks01_klausul_saknas",
    "ks02_verkningslos_pafoljd",
    "ks03_papper_och_e_underskrift",
    "ks04_tillagg_utan_grund",
    "ks05_plikt_utan_aktor",
    "ks06_tvist_utan_part",
    "ks07_syskonen_har",
)
