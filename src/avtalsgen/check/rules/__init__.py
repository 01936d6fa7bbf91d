"""All rules, a folder for each family; a family that has grown is parted by its subjects.

The module of a rule is loaded when somebody asks for the rule: a build asks a quarter of them.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from avtalsgen.check.rule import CheckRule, RuleAmong
from avtalsgen.check.rules import (
    begrepp,
    beslut,
    handlingar_emellan,
    hanvisningar,
    klausuler,
    organisationer,
    rakning,
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
_ALONE: tuple[ModuleType, ...] = (
    rattskallor,
    organisationer,
    begrepp,
    hanvisningar,
    struktur,
    rakning,
    siffror_och_tid,
    klausuler,
    rester,
    sprak,
    typografi,
    skrivsatt,
    beslut,
    tillganglighet,
)
"""The families whose rules each look at one document, in the order of the manual."""
_AMONG: tuple[ModuleType, ...] = (klausuler, handlingar_emellan)
"""Those whose rules look at documents that belong together."""
FIND_ERRORS = frozenset(
    {
        *("HV01",),
        *("KS04",),
        *("OG01", "OG03", "OG04"),
        *("RK01", "RK04", "RK09"),
        *("RS01", "RS03", "RS06", "RS07"),
        *("SI01", "SI02", "SI03", "SI05", "SI10", "SI16", "SI17", "SI18"),
        *("SP16",),
        *("ST01", "ST03", "ST04"),
    }
)
"""The rules of one document of which some findings are errors, unless the house says otherwise."""


def _code(module: str) -> str:
    return module.partition("_")[0].upper()


CODES = frozenset(_code(name) for family in (*_ALONE, handlingar_emellan) for name in family.RULES)
"""The code of every rule; none is loaded for it."""


@cache
def rules() -> tuple[CheckRule, ...]:
    """Return every rule about one document, in the order of the manual."""
    return rules_of(CODES)


def rules_of(codes: frozenset[str]) -> tuple[CheckRule, ...]:
    """Return those of some codes, in the same order; others are not loaded."""
    return tuple(rule for rule in _loaded(_ALONE, codes) if isinstance(rule, CheckRule))


@cache
def rules_among() -> tuple[RuleAmong, ...]:
    """Return every rule about documents that belong together."""
    return tuple(rule for rule in _loaded(_AMONG, CODES) if isinstance(rule, RuleAmong))


def _loaded(families: tuple[ModuleType, ...], codes: frozenset[str]) -> Iterator[object]:
    for family in families:
        for name in family.RULES:
            if _code(name) in codes:
                yield import_module(f"{family.__name__}.{name}").RULE
