"""What the format lets a file leave out, and wrappers that hold blocks."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import (
    BULLETS,
    cell,
    item,
    numbering,
    par,
    row,
    run,
    table,
    unzipped,
    word,
    zipped,
)


def _without(data: bytes, begin: bytes, end: bytes, name: str = "word/document.xml") -> bytes:
    parts = unzipped(data)
    before, _, rest = parts[name].partition(begin)
    return zipped(parts | {name: before + rest.partition(end)[2]})


def custom(inner: str, element: str = "avtal") -> str:
    return f'<w:customXml w:uri="urn:a" w:element="{element}">{inner}</w:customXml>'


@pair
def sections_left_out_on_both_sides() -> Files:
    old, new = word("Ett två."), word("Ett tre.")
    section = b"<w:sectPr>", b"</w:sectPr>"
    return _without(old, *section), _without(new, *section)


@pair
def custom_xml_in_a_cell_and_inside_another() -> Files:
    def file(text: str) -> bytes:
        inner = custom(custom(par(text), "punkt") + par("Fast."))
        return word(table(row(cell(inner, par("")), "B")), "Slut.")

    return file("Ett två tre."), file("Ett fyra tre.")


@pair
def custom_xml_came_and_went() -> Files:
    one, other = custom(par("Ett stycke om avgift.")), custom(par("Annat om tillsyn."), "tillsyn")
    return word("A.", one, "B.", "Slut."), word("A.", "B.", other, "Slut.")


@pair
def equal_lists_of_which_the_newer_drops_the_middle_one() -> Files:
    lists = numbering(*[("decimal", "%1.")] * 3)
    old = [item(f"Punkt {at}.", number=at) for at in (1, 2, 3)]
    new = [old[0], old[2]]
    return word(*old, "Slut.", lists=lists), word(*new, "Slut.", lists=lists)


@pair
def equal_lists_in_another_order() -> Files:
    lists = numbering(*[("decimal", "%1.")] * 2)
    old = [item("A.", number=1), item("B.", number=2), item("C.", number=1)]
    new = [item("A.", number=2), item("B.", number=1), item("C.", number=2)]
    return word(*old, "Slut.", lists=lists), word(*new, "Slut.", lists=lists)


@pair
def style_used_and_defined_on_the_older_side_only() -> Files:
    new = word(par("Rubrik", style="Heading1"), par("Ny text.", style="Heading1"), "Slut.")
    return word(par("Rubrik", style="Heading1"), "Slut."), _without(
        new, b'<w:style w:type="paragraph" w:styleId="Heading1"', b"</w:style>", "word/styles.xml"
    )


@pair
def style_used_and_defined_on_the_newer_side_only() -> Files:
    old, new = style_used_and_defined_on_the_older_side_only()
    return new, old


@pair
def table_moved_to_the_end_before_the_last_line() -> Files:
    rows = table(row("Avgift per månad för varje plats", "1 200 kronor"), row("Index", "OPI"))
    text = (par("Ett längre stycke som står kvar här."), par("Ett annat som också gör det."))
    return word(rows, *text, "Slut."), word(*text, rows, "Slut.")


@pair
def clause_with_items_moved_to_the_very_end() -> Files:
    clause = (
        par("Uppsägning", style="Heading1"),
        par("Avtalet kan sägas upp av båda parter med tolv månaders varsel."),
        item("skriftligt"),
        item("av behörig företrädare för parten"),
    )
    rest = (
        par("Tvist", style="Heading1"),
        par(run("Tvist avgörs av allmän domstol där beställaren har sitt säte.")),
    )
    return word(*clause, *rest, lists=BULLETS), word(*rest, *clause, lists=BULLETS)


@pair
def last_paragraph_moved_first_and_changed() -> Files:
    last = "Beställaren betalar ersättningen månadsvis i efterskott mot faktura."
    rest = ("Avtalet gäller från den 1 januari.", "Utföraren följer upp verksamheten varje år.")
    return word(*rest, last), word(last.replace("månadsvis", "kvartalsvis"), *rest)
