"""Content controls around words, paragraphs and rows."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import cell, control, par, pars, row, run, table, word


@pair
def control_text_changed() -> Files:
    return (
        word(par("Dnr ", control(run("SON 2019-755")), run(".")), "Slut."),
        word(par("Dnr ", control(run("SON 2021-112")), run(".")), "Slut."),
    )


@pair
def control_put_around_words() -> Files:
    return (
        word(par("Dnr SON 2019-755 gäller."), "Slut."),
        word(par("Dnr ", control(run("SON 2019-755")), run(" gäller.")), "Slut."),
    )


@pair
def control_taken_away_from_words() -> Files:
    before, after = control_put_around_words()
    return after, before


@pair
def control_around_paragraphs_changed() -> Files:
    return (
        word("A.", control(pars("Ett i fältet.", "Två i fältet.")), "Slut."),
        word("A.", control(pars("Ett i fältet.", "Inskjutet.", "Två i det.")), "Slut."),
    )


@pair
def control_around_paragraphs_removed() -> Files:
    return word("A.", control(pars("Ett.", "Två.")), "Slut."), word("A.", "Slut.")


@pair
def control_around_paragraphs_added() -> Files:
    return word("A.", "Slut."), word("A.", control(pars("Ett.", "Två.")), "Slut.")


@pair
def control_around_a_row_changed() -> Files:
    def grid(text: str) -> str:
        return table(row("a", "b"), control(row(text, "d")), row("e", "f"))

    return word("A.", grid("c"), "Slut."), word("A.", grid("c ändrad"), "Slut.")


@pair
def control_around_a_cell_changed() -> Files:
    def grid(text: str) -> str:
        return table(f"<w:tr>{control(cell(text))}{cell('b')}</w:tr>", row("e", "f"))

    return word("A.", grid("c"), "Slut."), word("A.", grid("c ändrad"), "Slut.")


@pair
def control_inside_a_control_changed() -> Files:
    inner = par("Namn: ", control(run("Eva"), "inre"), run("."))
    return (
        word("A.", control(inner), "Slut."),
        word("A.", control(inner.replace("Eva", "Eva Ek")), "Slut."),
    )
