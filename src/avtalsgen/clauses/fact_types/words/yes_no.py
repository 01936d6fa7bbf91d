"""`ja` or `nej`."""

from avtalsgen.clauses.fact_types.fact_type import FactType


def _parse(text: str) -> bool:
    if text not in {"ja", "nej"}:
        raise ValueError(f"”{text}” är varken ja eller nej")
    return text == "ja"


def _print(value: bool) -> str:
    return "ja" if value else "nej"


def _meant(text: str) -> tuple[str, ...]:
    folded = text.casefold()
    if folded in {"ja", "j", "yes", "true", "sant"}:
        return ("ja",)
    return ("nej",) if folded in {"nej", "n", "no", "false", "falskt"} else ("ja", "nej")


YES_NO = FactType(
    "ja_nej", "ja eller nej", "ja", _parse, _print, {"enum": ["ja", "nej"]}, meant=_meant
)
