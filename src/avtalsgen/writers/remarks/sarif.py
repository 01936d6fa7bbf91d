"""What a check found as SARIF 2.1.0, which editors and code hosts show at its places."""

import json
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from avtalsgen.problems import Place, Remark, Severity

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.STYLE: "note"}


def to_sarif(remarks: Sequence[Remark], pages: Mapping[str, str], version: str) -> bytes:
    """Return a log with one run; `pages` has the page of each rule by its code."""
    codes = sorted({remark.code for remark in remarks})
    rules = [_rule(code, pages.get(code, ""), remarks) for code in codes]
    driver = {"name": "avtalsgen", "version": version, "language": "sv", "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(remark, codes.index(remark.code)) for remark in remarks],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def _rule(code: str, page: str, remarks: Sequence[Remark]) -> dict[str, object]:
    name = next((r.name for r in remarks if r.code == code and r.name), code)
    first, _, rest = page.partition("\n")
    rule: dict[str, object] = {"id": code, "name": name}
    if first:
        rule["shortDescription"] = {"text": first}
        rule["fullDescription"] = {"text": rest.strip() or first}
    return rule


def _result(remark: Remark, index: int) -> dict[str, object]:
    hint = f" ({remark.hint})" if remark.hint else ""
    result: dict[str, object] = {
        "ruleId": remark.code,
        "ruleIndex": index,
        "level": _LEVELS[remark.severity],
        "message": {"text": f"{remark.message}{hint}"},
        "locations": [_location(remark.place)],
    }
    if remark.also:
        result["relatedLocations"] = [_location(place) for place in remark.also]
    return result


def _location(place: Place) -> dict[str, object]:
    spot = place.spot
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(spot.file)}}
    if spot.line is not None:
        region: dict[str, object] = {"startLine": spot.line, "startColumn": spot.column or 1}
        if place.quote:
            region["snippet"] = {"text": place.quote}
        physical["region"] = region
    location: dict[str, object] = {"physicalLocation": physical}
    if spot.place:
        location["logicalLocations"] = [{"fullyQualifiedName": spot.place}]
    return location
