"""All rules, a folder for each family; a family that has grown is parted by its subjects."""

from avtalsgen.check.rule import CheckRule, RuleAmong
from avtalsgen.check.rules import (
    begrepp,
    beslut,
    handlingar_emellan,
    hanvisningar,
    klausuler,
    organisationer,
    rattskallor,
    rester,
    siffror_och_tid,
    skrivsatt,
    sprak,
    struktur,
    tillganglighet,
    typografi,
)

FAMILIES: dict[str, str] = {
    "RK": "Rättskällor",
    "OG": "Organisationer",
    "BG": "Begrepp",
    "HV": "Hänvisningar",
    "ST": "Struktur",
    "SI": "Siffror och tid",
    "KS": "Klausuler",
    "RS": "Rester",
    "SP": "Språk",
    "TF": "Typografi",
    "SN": "Skrivsätt",
    "HE": "Handlingar emellan",
    "BE": "Beslut",
    "TG": "Tillgänglighet",
}
"""The first letters of a code, and the family that they are of."""
RULES: tuple[CheckRule, ...] = (
    *rattskallor.RULES,
    *organisationer.RULES,
    *begrepp.RULES,
    *hanvisningar.RULES,
    *struktur.RULES,
    *siffror_och_tid.RULES,
    *klausuler.RULES,
    *rester.RULES,
    *sprak.RULES,
    *typografi.RULES,
    *skrivsatt.RULES,
    *beslut.RULES,
    *tillganglighet.RULES,
)
AMONG: tuple[RuleAmong, ...] = (*handlingar_emellan.RULES,)
