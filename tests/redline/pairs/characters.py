"""Changes of single characters that are easily swallowed."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import par, run, word

TEXT = "Ersättningen är 4 093 284 kronor per år, enligt 4 kap. 1 § socialtjänstlagen, se sida 3-5."


@pair
def no_break_spaces_came() -> Files:
    after = TEXT.replace("4 093 284", "4\u00a0093\u00a0284").replace("1 §", "1\u00a0§")
    return word(TEXT, "Slut."), word(after, "Slut.")


@pair
def dashes_and_quotes_changed() -> Files:
    return (
        word('Barnet - som är "part" - hörs 8-17.', "Slut."),
        word("Barnet – som är ”part” – hörs 8–17.", "Slut."),
    )


@pair
def no_break_hyphen_as_an_element() -> Files:
    hard = run("e") + "<w:r><w:noBreakHyphen/></w:r>" + run("post")
    return word(par(run("e-post"), run(" till oss.")), "Slut."), word(
        par(hard, run(" till oss.")), "Slut."
    )


@pair
def soft_hyphens_and_symbols() -> Files:
    soft = run("vård") + "<w:r><w:softHyphen/></w:r>" + run("plan")
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    return word(par("vårdplan finns."), "Slut."), word(par(soft, run(" finns."), sign), "Slut.")


@pair
def letters_outside_the_first_plane() -> Files:
    return word("Ett 𝔄 och 😀 i texten.", "Slut."), word("Ett 𝔅 och 😀👩‍⚕️ i texten.", "Slut.")


@pair
def combining_letters_against_composed() -> Files:
    return word("Återlämnas å nyo.", "Slut."), word("A\u030aterlämnas a\u030a nyo.", "Slut.")


@pair
def case_of_a_letter_changed() -> Files:
    return word("nämnden beslutar.", "Slut."), word("Nämnden beslutar.", "Slut.")


@pair
def only_spaces_changed() -> Files:
    return word("Ett  stycke med  glapp .", "Slut."), word("Ett stycke med glapp.", "Slut.")


@pair
def right_to_left_text() -> Files:
    mark = "<w:rtl/>"
    return (
        word(par(run("שלום עולם", mark), properties="<w:bidi/>"), "Slut."),
        word(par(run("שלום לכולם", mark), properties="<w:bidi/>"), "Slut."),
    )
