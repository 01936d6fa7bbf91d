"""Footnotes and endnotes."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import note, par, pars, run, word

TEXT = "Utföraren ska följa lagen"


@pair
def footnote_text_changed_and_nothing_else() -> Files:
    body = par(TEXT, note(1), run("."))
    return word(body, notes={1: "SFS 2001:453."}), word(body, notes={1: "SFS 2025:400."})


@pair
def footnote_added() -> Files:
    return (
        word(par(TEXT, run(".")), "Slut."),
        word(par(TEXT, note(1), run(".")), "Slut.", notes={1: "SFS 2025:400."}),
    )


@pair
def footnote_removed_and_the_newer_has_none() -> Files:
    before, after = footnote_added()
    return after, before


@pair
def footnote_put_before_another() -> Files:
    one, other = "SFS 2001:453 om stöd.", "SOSFS 2011:9 om kvalitet."
    return (
        word(par(TEXT, note(1), run(".")), "Slut.", notes={1: one}),
        word(
            par("Nytt", note(1), run(". " + TEXT), note(2), run(".")),
            "Slut.",
            notes={1: other, 2: one},
        ),
    )


@pair
def footnote_ids_renumbered_without_change() -> Files:
    body = par(TEXT, note(1), run(" alltid"), note(2), run("."))
    other = par(TEXT, note(7), run(" alltid"), note(3), run("."))
    return word(body, notes={1: "Ett.", 2: "Två."}), word(other, notes={7: "Ett.", 3: "Två."})


@pair
def footnote_with_several_paragraphs_changed() -> Files:
    body = par(TEXT, note(1), run("."))
    return (
        word(body, notes={1: pars("Första stycket i noten.", "Andra stycket.")}),
        word(body, notes={1: pars("Första stycket i noten.", "Inskjutet.", "Andra stycket nu.")}),
    )


@pair
def endnote_changed_and_footnote_added() -> Files:
    end = note(1, "endnote")
    return (
        word(par(TEXT, end, run(".")), "Slut.", endnotes={1: "Se bilaga 1."}),
        word(
            par(TEXT, end, note(1), run(".")),
            "Slut.",
            endnotes={1: "Se bilaga 2."},
            notes={1: "Ny."},
        ),
    )


@pair
def footnote_in_a_removed_paragraph() -> Files:
    return (
        word("A.", par("Borttaget stycke med not", note(1)), "B.", notes={1: "Noten."}),
        word("A.", "B.", notes={}),
    )


@pair
def footnote_with_a_link_removed() -> Files:
    own = par(run("Se "), run("webben."))
    return (
        word("A.", par("Borttaget", note(1)), par("Kvar", note(2)), notes={1: own, 2: "Kvar."}),
        word("A.", par("Kvar", note(1)), notes={1: "Kvar!"}),
    )
