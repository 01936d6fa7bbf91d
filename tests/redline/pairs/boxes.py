"""Text boxes and pictures."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import box, par, pars, picture, run, word


@pair
def text_box_text_changed() -> Files:
    return (
        word(par("A.", box(par("Rutans text här."))), "Slut."),
        word(par("A.", box(par("Rutans nya text här."))), "Slut."),
    )


@pair
def text_box_with_paragraphs_added_and_removed() -> Files:
    return (
        word(par("A.", box(pars("Ett i rutan.", "Två i rutan."))), "Slut."),
        word(par("A.", box(pars("Ett i rutan.", "Inskjutet.", "Två i rutan."))), "Slut."),
    )


@pair
def text_box_added() -> Files:
    return word(par("A."), "Slut."), word(par("A.", box(par("Ny ruta."))), "Slut.")


@pair
def text_box_removed_with_its_paragraph() -> Files:
    return word("A.", par("Försvinner.", box(par("Ruta."))), "Slut."), word("A.", "Slut.")


@pair
def text_box_without_a_fallback() -> Files:
    return (
        word(par("A.", box(par("Rutans text."), fallback=False)), "Slut."),
        word(par("A.", box(par("Rutans annan text."), fallback=False)), "Slut."),
    )


@pair
def picture_replaced_by_another() -> Files:
    return (
        word(par("Bild: ", picture("rId9")), "Slut.", pictures={"rId9": 1}),
        word(par("Bild: ", picture("rId9")), "Slut.", pictures={"rId9": 2}),
    )


@pair
def picture_same_under_another_id() -> Files:
    return (
        word(par("Bild: ", picture("rId9")), "Slut.", pictures={"rId9": 1}),
        word(par("Bilden: ", picture("rId11")), "Slut.", pictures={"rId11": 1}),
    )


@pair
def picture_removed_and_another_added() -> Files:
    return (
        word(par("A ", picture("rId9")), par("B"), "Slut.", pictures={"rId9": 1}),
        word(par("A"), par("B ", picture("rId9", "Ny")), "Slut.", pictures={"rId9": 2}),
    )


@pair
def picture_made_larger() -> Files:
    return (
        word(par(run("A "), picture("rId9")), "Slut.", pictures={"rId9": 1}),
        word(par(run("A "), picture("rId9", size=600000)), "Slut.", pictures={"rId9": 1}),
    )
