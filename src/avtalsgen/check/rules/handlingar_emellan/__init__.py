"""Handlingar emellan: the rules of the family, one in each file."""

RULES = (
    "he01_diarienummer_skiljer",
    "he02_startdag_skiljer",
    "he03_belopp_skiljer",
    "he04_och_eller_skiljer",
    "he05_planens_namn_skiljer",
    "he06_annan_handling",
    "he07_daterat_annorlunda",
    "he08_part_skiljer",
    "he09_underskrift_skiljer",
)
