"""Pages: sections that come, go and turn."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import PAGE, par, word

WIDE = PAGE.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')


def _break(section: str, text: str = "Slut på avsnittet.") -> str:
    return par(text, properties=f"<w:sectPr>{section}</w:sectPr>")


@pair
def page_turned_on_its_side() -> Files:
    return word("A.", "B."), word("A.", "B.", section=WIDE)


@pair
def section_break_added() -> Files:
    return word("A.", "B.", "C."), word("A.", _break(WIDE, "B."), "C.")


@pair
def section_break_removed() -> Files:
    return word("A.", _break(WIDE), "C."), word("A.", "Slut på avsnittet.", "C.")


@pair
def section_margins_changed_in_the_middle() -> Files:
    wide = PAGE.replace('w:left="1417"', 'w:left="2835"')
    return word("A.", _break(PAGE), "C."), word("A.", _break(wide), "C och D.")


@pair
def text_moved_over_a_section_break() -> Files:
    long = (
        "Nämnden följer upp verksamheten minst två gånger om året och redovisar resultatet öppet."
    )
    return word("A.", long, _break(PAGE), "C."), word("A.", _break(PAGE), long, "C.")


@pair
def columns_in_a_new_section() -> Files:
    columns = '<w:type w:val="continuous"/>' + PAGE + '<w:cols w:num="2"/>'
    return word("A.", "B.", "C."), word("A.", _break(PAGE, ""), "B.", _break(columns, ""), "C.")
