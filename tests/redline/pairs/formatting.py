"""Changes of looks alone, and of looks and text at once."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import STYLES, par, run, word

BOLD, ITALIC = "<w:b/>", "<w:i/>"


@pair
def word_became_bold() -> Files:
    return (
        word(par("Utföraren ska alltid svara."), "Slut."),
        word(par(run("Utföraren "), run("ska", BOLD), run(" alltid svara.")), "Slut."),
    )


@pair
def bold_taken_away_and_a_word_changed() -> Files:
    return (
        word(par(run("Utföraren "), run("ska alltid", BOLD), run(" svara.")), "Slut."),
        word(par("Utföraren ska aldrig svara."), "Slut."),
    )


@pair
def looks_change_inside_a_word() -> Files:
    return (
        word(par(run("avtals", BOLD), run("parter"), run("na gäller")), "Slut."),
        word(par(run("avt", ITALIC), run("alsparterna"), run(" gäller nu")), "Slut."),
    )


@pair
def paragraph_centred_and_spaced() -> Files:
    own = '<w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>'
    return word("A.", "Titel här.", "Slut."), word("A.", par("Titel här.", properties=own), "Slut.")


@pair
def paragraph_style_changed() -> Files:
    return word("A.", "Rubrik.", "B."), word("A.", par("Rubrik.", style="Heading1"), "B.")


@pair
def paragraph_style_changed_and_text() -> Files:
    return (
        word("A.", par("Uppföljning av avtalet", style="Heading2"), "B."),
        word("A.", par("Uppföljning av uppdraget", style="Heading1"), "B."),
    )


@pair
def mark_of_an_empty_paragraph_changed() -> Files:
    return (
        word("A.", par("", mark="<w:b/>"), "B."),
        word("A.", par("", mark='<w:sz w:val="40"/>'), "B."),
    )


@pair
def language_and_proofing_are_no_change() -> Files:
    loud = (
        run("Ett stycke", '<w:noProof/><w:lang w:val="en-GB"/>')
        + '<w:proofErr w:type="spellStart"/>'
    )
    return word(par("Ett stycke"), "Slut."), word(par(loud), "Slut.")


@pair
def style_of_a_removed_paragraph_is_missing_in_the_newer() -> Files:
    own = dict(STYLES)
    own["Klausul"] = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Klausul">'
        '<w:name w:val="Klausul"/><w:basedOn w:val="Grund"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    own["Grund"] = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Grund"><w:name w:val="Grund"/>'
        '<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>'
    )
    return (
        word("A.", par("Borttagen klausul.", style="Klausul"), "B.", styles=own),
        word("A.", "B."),
    )


@pair
def space_only_run_in_other_looks() -> Files:
    return (
        word(par(run("Ett"), run(" ", '<w:u w:val="single"/>'), run("två")), "Slut."),
        word(par(run("Ett"), run(" "), run("två")), "Slut."),
    )


@pair
def highlight_colour_and_size_changed() -> Files:
    own = '<w:color w:val="C00000"/><w:sz w:val="28"/><w:highlight w:val="yellow"/>'
    return (
        word(par("Beloppet är 605 kronor."), "Slut."),
        word(par(run("Beloppet är "), run("630", own), run(" kronor.", own)), "Slut."),
    )
