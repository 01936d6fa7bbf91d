"""Beslut: the rules of the family, one in each file."""

RULES = (
    "be01_att_sats",
    "be02_enligt_forslag",
    "be03_inget_subjekt",
    "be04_tva_atgarder",
    "be05_handling_utan_datum",
    "be06_ryms_i_budget",
    "be07_underlag_utan_datum",
)
