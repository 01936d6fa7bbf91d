"""Paragraphs that are cut, joined, put in, taken out and written anew."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import par, pars, row, run, table, word

LONG = (
    "Nämnden följer upp verksamheten minst två gånger om året. Utföraren lämnar underlag senast "
    "den 15 februari. Uppföljningen avser kvalitet, ekonomi och bemanning."
)
FIRST, SECOND, THIRD = (one if one.endswith(".") else one + "." for one in LONG.split(". "))


@pair
def one_word_changed_in_a_long_paragraph() -> Files:
    return word(LONG), word(LONG.replace("två", "fyra"))


@pair
def same_file_twice() -> Files:
    return word(LONG, "Slut."), word(LONG, "Slut.")


@pair
def one_paragraph_became_three() -> Files:
    return word("A.", LONG, "Slut."), word("A.", FIRST, SECOND, THIRD, "Slut.")


@pair
def three_paragraphs_became_one() -> Files:
    return word("A.", FIRST, SECOND, THIRD, "Slut."), word("A.", LONG, "Slut.")


@pair
def paragraph_split_and_edited() -> Files:
    new = SECOND.replace("15 februari", "1 mars")
    return word("A.", LONG, "Slut."), word("A.", FIRST, f"Dessutom gäller: {new} {THIRD}", "Slut.")


@pair
def paragraphs_merged_and_edited() -> Files:
    return word(FIRST, SECOND, "Slut."), word(f"{FIRST} {SECOND.replace('lämnar', 'ger')}", "Slut.")


@pair
def last_paragraph_removed() -> Files:
    return word("Ett stycke.", "Två stycken.", LONG), word("Ett stycke.", "Två stycken.")


@pair
def last_paragraph_added() -> Files:
    return word("Ett stycke."), word("Ett stycke.", LONG)


@pair
def last_paragraph_replaced_by_two() -> Files:
    return word("Ett stycke.", "Helt annat innehåll här."), word("Ett stycke.", FIRST, SECOND)


@pair
def first_paragraph_removed() -> Files:
    return word(LONG, "Ett stycke.", "Slut."), word("Ett stycke.", "Slut.")


@pair
def first_paragraph_added() -> Files:
    return word("Ett stycke.", "Slut."), word(LONG, "Ett stycke.", "Slut.")


@pair
def nothing_in_common() -> Files:
    return word(FIRST, SECOND), word("Alfa beta gamma delta.", "Epsilon zeta eta theta.", "Iota.")


@pair
def all_text_removed() -> Files:
    return word(FIRST, SECOND, THIRD), word("")


@pair
def all_text_added() -> Files:
    return word(""), word(FIRST, SECOND, THIRD)


@pair
def empty_paragraphs_come_and_go() -> Files:
    return (
        word("A", "", "", par(FIRST), "", "Slut"),
        word("", "A", "", par(FIRST), "", "", "", "Slut", ""),
    )


@pair
def same_paragraph_many_times() -> Files:
    return word(*["Samma rad."] * 7, "Slut."), word(*["Samma rad."] * 4, "Annan rad.", "Slut.")


@pair
def unlike_paragraphs_are_replaced_whole() -> Files:
    return (
        word("A.", "Utföraren ska ha kollektivavtal för all personal i verksamheten.", "Slut."),
        word("A.", "Priset räknas om i januari enligt index från statistikmyndigheten.", "Slut."),
    )


@pair
def text_cut_into_many_runs() -> Files:
    cut = "".join(run(one) for one in (LONG[:7], LONG[7:40], LONG[40:41], LONG[41:]))
    return word(par(LONG), "Slut."), word(par(cut.replace("bemanning", "personal")), "Slut.")


@pair
def heading_renamed_and_text_kept() -> Files:
    return (
        word(par("Uppföljning", style="Heading1"), LONG),
        word(par("Uppföljning och insyn", style="Heading1"), LONG),
    )


@pair
def paragraph_replaced_before_a_table() -> Files:
    grid = table(row("a", "b"))
    return word(FIRST, grid, "Slut."), word("Något helt annat.", grid, "Slut.")


@pair
def paragraph_removed_between_tables() -> Files:
    one, other = table(row("a", "b")), table(row("c", "d"))
    return word("A.", one, LONG, "B.", other, "Slut."), word("A.", one, "B.", other, "Slut.")


@pair
def line_breaks_tabs_and_page_breaks() -> Files:
    brk, tab, page = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
    return (
        word(par(run("Ett"), tab, run("två"), brk, run("tre")), "Slut."),
        word(par(run("Ett"), brk, run("två"), brk, run("fyra"), page), "Slut."),
    )


@pair
def spaces_that_no_program_keeps() -> Files:
    loose = "<w:r><w:t> Ett stycke </w:t></w:r><w:r><w:t>med glapp </w:t></w:r>"
    return word(par(loose), "Slut."), word(par(loose.replace("stycke", "avsnitt")), "Slut.")


@pair
def many_small_changes_far_apart() -> Files:
    rows = [f"Rad {number} om vård och omsorg i Falun." for number in range(40)]
    after = [
        text.replace("Falun", "Borlänge") if not at % 7 else text for at, text in enumerate(rows)
    ]
    return word(*rows), word(*after[:12], "En ny rad.", *after[12:30], *after[32:])


@pair
def paragraph_after_a_final_table() -> Files:
    grid = table(row("a", "b"))
    return word("A.", grid, "B."), word("A.", grid, "B.", grid.replace(">a<", ">x<"), "C.")


@pair
def last_table_and_paragraph_removed() -> Files:
    return word("A.", "B.", table(row("a", "b")), "C."), word("A.", "B.")


@pair
def last_table_and_paragraph_added() -> Files:
    return word("A.", "B."), word("A.", "B.", table(row("a", "b")), pars("C.", "D."))
