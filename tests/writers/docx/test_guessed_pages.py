"""Where LibreOffice guesses that pages end: never behind a paragraph that is kept with the next."""

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.writers.docx.body.guessed_pages import keep_off_guessed_ends

GUESSED = 21
LOOKS = {
    "text": w("p", w("pPr", w("pStyle", val="Normal"))),
    "heading": w("p", w("pPr", w("pStyle", val="Rubrik1"))),
    "lead": w("p", w("pPr", w("pStyle", val="Normal"), w("keepNext"))),
    "table": w("tbl", w("tr", w("tc", w("p", w("pPr", w("keepNext")))))),
    "new page": w("p", w("pPr", w("pStyle", val="Rubrik1"), w("pageBreakBefore"))),
}
FEW_TABLES = ["text", "text", "heading", "lead", "lead", "table", "new page"]


def kept(looks: list[str]) -> list[str]:
    """Return the looks of a text, `thin` for what is put in."""
    body = w("body", *(_made(look) for look in looks))
    keep_off_guessed_ends(body, {"Rubrik1"}, "Normal")
    return [element.get("look", "thin") for element in body]


def _made(look: str) -> Element:
    element = deepcopy(LOOKS[look])
    element.set("look", look)
    return element


def guessed_ends(looks: list[str]) -> list[str]:
    """Return what stands last on each page that LibreOffice guesses to be full."""
    ends, count = [], 0
    for look in looks:
        count = 1 if look == "new page" else count + 1
        if count == GUESSED:
            ends.append(look)
            count = 0
    return ends


@given(st.lists(st.sampled_from(FEW_TABLES), min_size=15, max_size=80))
def test_no_guessed_page_ends_with_what_is_kept_unless_all_of_it_is(looks: list[str]) -> None:
    after = kept(looks)
    assert [look for look in after if look != "thin"] == looks
    if not any(_rows_of_kept(looks)):
        assert not {"heading", "lead", "new page"}.intersection(guessed_ends(after))


def _rows_of_kept(looks: list[str]) -> list[bool]:
    row, found = 0, []
    for look in looks:
        row = row + 1 if look in {"heading", "lead", "new page"} else 0
        found.append(row >= GUESSED)
    return found


def test_only_what_would_be_parted_is_moved_and_all_of_its_row() -> None:
    text = ["text"] * 19
    assert kept([*text, "heading", "text", "text"]) == [*text, "heading", "text", "text"]
    parted = kept([*text, "heading", "lead", "text"])
    assert parted == [*text, "thin", "thin", "heading", "lead", "text"]
    assert kept([*text, "text", "lead", "table"]) == [*text, "text", "thin", "lead", "table"]
    assert kept([*text, "text", "new page", "text"]) == [*text, "text", "new page", "text"]
