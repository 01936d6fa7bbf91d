"""Blocks that moved: whole, edited, cut, several at once, and those that only seem to."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import note, par, pars, row, table, word

CHILD = (
    "Alla barn har samma rättigheter och lika värde. Barn skall ges tillgång till information som "
    "rör dem, och hänsyn skall tas till barns åsikter. Barnets bästa skall beaktas i alla beslut."
)
PRICE = "Ersättningen betalas månadsvis i efterskott mot faktura, och räknas om varje år i januari."
SARAH = (
    "Den som arbetar i verksamheten ska rapportera missförhållanden enligt lex Sarah utan dröjsmål."
)
LAW = (
    "Utföraren ska följa gällande lagar, föreskrifter och kommunens egna riktlinjer i allt arbete."
)


def _head(text: str, level: int = 1) -> str:
    return par(text, style=f"Heading{level}")


def _clause(name: str, *texts: str) -> str:
    return _head(name) + pars(*texts)


A, B, C, D = (
    _clause("Lagstiftning", LAW),
    _clause("Barnkonventionen", CHILD),
    _clause("Ersättning", PRICE),
    _clause("Lex Sarah", SARAH),
)


@pair
def clause_moved_unchanged() -> Files:
    return word(A, B, C, D, "Slut."), word(A, C, D, B, "Slut.")


@pair
def clause_moved_edited_and_split() -> Files:
    first, second, third = (
        one + "." for one in CHILD.rstrip(".").replace("skall", "ska").split(". ")
    )
    moved = _head("BARNKONVENTIONEN") + pars(first, second, third)
    return word(A, _head("Barnkonventionen", 2), CHILD, C, D, "Slut."), word(
        A, C, D, moved, "Slut."
    )


@pair
def clause_moved_and_merged() -> Files:
    first, second, third = (one + "." for one in CHILD.rstrip(".").split(". "))
    one = _head("Barnkonventionen") + pars(first, second, third)
    return word(A, C, D, one, "Slut."), word(A, B, C, D, "Slut.")


@pair
def clause_moved_to_the_end_of_the_file() -> Files:
    return word(A, B, C, D), word(A, C, D, B)


@pair
def clause_moved_from_the_end_of_the_file() -> Files:
    return word(A, C, D, B), word(B, A, C, D)


@pair
def two_clauses_change_places() -> Files:
    return word(A, B, C, D, "Slut."), word(A, D, C, B, "Slut.")


@pair
def two_clauses_moved_to_different_places() -> Files:
    return word(B, A, D, C, "Slut."), word(A, C, B, "Mellan.", D, "Slut.")


@pair
def clause_moved_with_a_paragraph_written_inside() -> Files:
    new = _clause(
        "Barnkonventionen", CHILD, "Nämnden följer upp detta särskilt.", LAW + " Även här."
    )
    old = _clause("Barnkonventionen", CHILD, LAW + " Även här.")
    return word(C, old, D, PRICE, "Slut."), word(C, D, PRICE, new, "Slut.")


@pair
def table_moved() -> Files:
    grid = table(row("Insats", "Pris"), row("Stödsamtal enskilt för vuxna", "605 kr per timme"))
    return word(A, grid, C, D, "Slut."), word(A, C, D, grid, "Slut.")


@pair
def clause_with_a_table_moved() -> Files:
    grid = table(row("Insats", "Pris"), row("Stödsamtal enskilt för vuxna", "605 kr per timme"))
    part = _clause("Priser", PRICE) + grid + pars("Priserna gäller inklusive alla omkostnader.")
    return word(part, A, B, D, "Slut."), word(A, B, D, part, "Slut.")


@pair
def clause_with_a_footnote_moved() -> Files:
    noted = _head("Barnkonventionen") + par(CHILD, note(1))
    notes = {1: "Lag (2018:1197) om Förenta nationernas konvention."}
    return word(A, noted, C, D, "Slut.", notes=notes), word(A, C, D, noted, "Slut.", notes=notes)


@pair
def short_lines_that_only_seem_to_move() -> Files:
    return word("Ja.", A, "Nej.", C, "Slut."), word(A, "Nej.", C, "Ja.", "Slut.")


@pair
def boilerplate_repeated_is_no_move() -> Files:
    same = "Se bilaga för närmare villkor."
    return (
        word(same, A, same, C, same, "Slut."),
        word(A, same, same, C, same, "Ett tillägg.", same, "Slut."),
    )


@pair
def moved_clause_beside_changed_neighbours() -> Files:
    changed = _clause("Ersättning", PRICE.replace("månadsvis", "kvartalsvis"))
    return (
        word(A, B, C, D, "Slut."),
        word(
            _clause("Lagstiftning", LAW.replace("allt arbete", "sitt arbete")),
            changed,
            B,
            D,
            "Slut.",
        ),
    )


@pair
def everything_in_the_reverse_order() -> Files:
    return word(A, B, C, D, "Slut."), word(D, C, B, A, "Slut.")
