"""Files with an empty paragraph after every paragraph, and headings that are only paragraphs."""

from tests.redline.hard_pair import Files, pair
from tests.redline.pairs.moves import CHILD, LAW, PRICE, SARAH
from tests.redline.wordfile import par, row, table, word

AIR = par("")
PLAN = "Planer för kriser ska finnas i verksamheten och övas regelbundet med all personal."
CUT = tuple(one + "." for one in CHILD.rstrip(".").replace("skall", "ska").split(". "))
A, B, C, D, E = (
    ("2.3 Lagstiftning", LAW),
    ("Barnkonventionen", CHILD),
    ("3 Ersättning", PRICE),
    ("Lex Sarah", SARAH),
    ("Beredskapsplaner", PLAN),
)
MOVED = ("6 BARNKONVENTIONEN", *CUT)


def airy(*clauses: tuple[str, ...], air: str = AIR) -> bytes:
    """Return the file of the clauses, with `air` after every paragraph."""
    return word(*(par(text) + air for clause in clauses for text in clause))


@pair
def clause_moved_and_cut_in_three_with_an_empty_paragraph_between_all() -> Files:
    return airy(A, B, C, D, E), airy(A, C, D, MOVED, E)


@pair
def clause_moved_and_made_one_with_an_empty_paragraph_between_all() -> Files:
    return airy(A, C, D, MOVED, E), airy(A, B, C, D, E)


@pair
def clause_moved_and_cut_in_three_to_the_airy_end_of_the_file() -> Files:
    return airy(A, B, C, D, E), airy(A, C, D, E, MOVED)


@pair
def clause_moved_and_cut_in_three_while_air_came_in_between() -> Files:
    return airy(A, B, C, D, E, air=""), airy(A, C, D, MOVED, E)


@pair
def clause_moved_and_cut_in_three_while_two_empty_paragraphs_became_one() -> Files:
    return airy(A, B, C, D, E, air=AIR + AIR), airy(A, C, D, MOVED, E)


@pair
def clause_moved_and_cut_in_three_between_paragraphs_of_spaces() -> Files:
    return airy(A, B, C, D, E, air=par("  ")), airy(A, C, D, MOVED, E, air=par("   "))


@pair
def clause_moved_and_cut_in_three_with_styled_air_and_bookmarks_in_it() -> Files:
    def air(name: str) -> str:
        mark = f'<w:bookmarkStart w:id="7" w:name="{name}"/><w:bookmarkEnd w:id="7"/>'
        return par(mark, style="Heading2") + par("", mark="<w:b/>")

    old = word(*(par(text) + AIR for text in (*A, *B)), air("_a"), airless(C, D, E))
    return old, word(airless(A, C, D), air("_b"), *(par(text) + AIR for text in (*MOVED, *E)))


def airless(*clauses: tuple[str, ...]) -> str:
    """Return the paragraphs of the clauses."""
    return "".join(par(text) for clause in clauses for text in clause)


@pair
def clauses_in_air_with_page_breaks_that_are_no_air() -> Files:
    page = par('<w:r><w:br w:type="page"/></w:r>')
    return airy(A, B, C, D, air=AIR + page), airy(A, C, D, MOVED, air=page + AIR)


@pair
def table_in_air_that_moved() -> Files:
    grid = table(row("Insats", "Pris"), row("Stödsamtal enskilt för vuxna", "605 kr per timme"))
    rest = [par(text) + AIR for clause in (A, C, D) for text in clause]
    return word(grid, AIR, *rest), word(*rest, grid, AIR)


@pair
def nothing_but_empty_paragraphs() -> Files:
    return word(AIR * 3, par("", style="Heading1"), AIR), word(par("", style="Heading1"), AIR * 7)


@pair
def all_replaced_in_air_is_no_move() -> Files:
    return airy(A, B), airy(D, E)


@pair
def tabs_after_typed_numbers_and_contents_in_capitals() -> Files:
    tab = "<w:r><w:tab/></w:r>"
    contents = par(
        "1", tab, "VILLKOR FÖR UPPFÖLJNING, GRANSKNING OCH UTVÄRDERING AV VÅRD", tab, "4"
    )
    heading = par("1.0", tab, "VILLKOR FÖR UPPFÖLJNING, GRANSKNING OCH UTVÄRDERING AV VÅRD")
    rest = airless(A, C, D, E)
    old = (par("1.0 Villkor", tab, "2"), airless(A), heading, *map(par, B), airless(C, D, E))
    moved = (par("6", tab, "BARNKONVENTIONEN"), *map(par, CUT))
    return word(*old), word(contents, rest, *moved, par("8 Villkor"))
