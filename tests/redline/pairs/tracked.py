"""Files that already have tracked changes or comments."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import cell, commented, par, row, run, table, word

WHO = 'w:id="91" w:author="Eva" w:date="2025-01-01T00:00:00Z"'


def _ins(text: str) -> str:
    return f"<w:ins {WHO}>{run(text)}</w:ins>"


def _del(text: str) -> str:
    inner = run(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f"<w:del {WHO}>{inner}</w:del>"


@pair
def both_files_have_tracked_changes() -> Files:
    return (
        word(par("Ett ", _ins("nytt "), _del("gammalt "), run("stycke.")), "Slut."),
        word(par("Ett nytt ", _ins("och fint "), run("stycke."), _del(" Mer.")), "Slut."),
    )


@pair
def tracked_marks_rows_and_properties_in_the_older() -> Files:
    mark = f"<w:del {WHO}/>"
    gone = row(cell(par(_del("c"))), cell(par(_del("d"))), properties=f"<w:del {WHO}/>")
    centred = f'<w:jc w:val="center"/><w:pPrChange {WHO}><w:pPr/></w:pPrChange>'
    return (
        word(
            par("Ett ", mark=mark),
            par("stycke."),
            table(row("a", "b"), gone),
            par("B.", properties=centred),
        ),
        word("Ett stycke.", table(row("a", "b2")), "B."),
    )


@pair
def tracked_move_in_the_newer() -> Files:
    source = (
        f'<w:moveFromRangeStart {WHO} w:name="m"/><w:moveFrom {WHO}>{run("Flyttat stycke.")}'
        '</w:moveFrom><w:moveFromRangeEnd w:id="91"/>'
    )
    target = source.replace("moveFrom", "moveTo")
    return (
        word("Flyttat stycke.", "A.", "B.", "Slut."),
        word(
            par(source, mark=f"<w:moveFrom {WHO}/>"),
            par("A."),
            par("B."),
            par(target, mark=f"<w:moveTo {WHO}/>"),
            "Slut.",
        ),
    )


@pair
def comments_survive_beside_changes() -> Files:
    return (
        word(par(run("Före "), run("det kommenterade"), run(" efter.")), "Slut."),
        word(
            par(run("Före "), commented("det kommenterade"), run(" efteråt.")),
            "Slut.",
            comments={0: "Stämmer detta?"},
        ),
    )


@pair
def comment_in_the_older_only() -> Files:
    return (
        word(
            par(run("Före "), commented("det borttagna"), run(" efter.")),
            par(commented("Hela stycket borta.")),
            "Slut.",
            comments={0: "Ta bort?"},
        ),
        word(par("Före efter."), "Slut."),
    )


@pair
def comment_over_several_paragraphs() -> Files:
    def body(text: str) -> tuple[str, ...]:
        return (
            par('<w:commentRangeStart w:id="0"/>', run("Ett stycke.")),
            par(text),
            par(
                run("Tredje."),
                '<w:commentRangeEnd w:id="0"/>',
                '<w:r><w:commentReference w:id="0"/></w:r>',
            ),
            "Slut.",
        )

    note = {0: "Om allt detta."}
    return word(*body("Andra stycket."), comments=note), word(
        *body("Andra nya stycket."), comments=note
    )


@pair
def tracked_table_cell_text() -> Files:
    grid = table(row(cell(par("a ", _ins("nytt"))), "b"))
    return word("A.", grid, "Slut."), word("A.", table(row("a gammalt", "b")), "Slut.")
