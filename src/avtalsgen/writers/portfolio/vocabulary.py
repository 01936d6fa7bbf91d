"""A cell of the portfolio in words, alike in every view."""

from collections.abc import Mapping

from avtalsgen.model.portfolio import Cell, State

LEGEND: Mapping[State, str] = {
    "har": "utgåvan som uppdraget använder",
    "ärver": "tillägget har klausulen från sitt uppdrag",
    "saknar": "klausulen är obligatorisk men saknas",
    "undantag": "uppdraget har ett skäl att vara utan",
    "upphäver": "tillägget upphäver klausulen i sitt uppdrag",
    "utan": "uppdraget har inte klausulen och behöver den inte",
}
"""What each state means."""


def words(cell: Cell) -> str:
    """Return a cell in full: `2019, obligatorisk, nyare utgåva: 2026`; empty when it is nothing."""
    if cell.state == "utan":
        return ""
    parts = [
        _state(cell),
        "egen avvikelse" if cell.deviates else "",
        "obligatorisk" if cell.mandatory and cell.state != "saknar" else "",
        f"nyare utgåva: {cell.newer}" if cell.newer else "",
    ]
    return ", ".join(part for part in parts if part)


def _state(cell: Cell) -> str:
    match cell.state:
        case "har":
            return cell.edition
        case "ärver":
            return f"{cell.edition} från {cell.reason}"
        case "saknar":
            return "saknas"
        case "undantag":
            return f"undantag: {cell.reason}"
        case "upphäver":
            return f"upphävd, {cell.edition} i {cell.reason}"
        case "utan":
            return ""
