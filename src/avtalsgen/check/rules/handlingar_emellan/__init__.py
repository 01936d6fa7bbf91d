"""Handlingar emellan: the rules of the family, one in each file."""

from avtalsgen.check.rules.handlingar_emellan import (
    he01_diarienummer_skiljer,
    he02_startdag_skiljer,
    he03_belopp_skiljer,
    he04_och_eller_skiljer,
    he05_planens_namn_skiljer,
    he06_annan_handling,
    he07_daterat_annorlunda,
)

RULES = (
    he01_diarienummer_skiljer.RULE,
    he02_startdag_skiljer.RULE,
    he03_belopp_skiljer.RULE,
    he04_och_eller_skiljer.RULE,
    he05_planens_namn_skiljer.RULE,
    he06_annan_handling.RULE,
    he07_daterat_annorlunda.RULE,
)
