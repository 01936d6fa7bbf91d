from pathlib import Path

import pytest
from tests.redline.pairs import PAIRS
from tests.redline.wordfile import STYLES, commented, field, par, run, unzipped, word, zipped

from avtalsgen.problems import AvtalsgenError
from avtalsgen.redline import word_redline
from avtalsgen.redline.write import change_marks

LISTED = {
    "header_text_changed": ["sidhuvudet har ändrats"],
    "footer_changed_and_nothing_else": ["sidfoten har ändrats"],
    "header_added": ["sidfoten är ny", "sidhuvudet är nytt"],
    "header_removed": ["sidfoten är borttagen", "sidhuvudet är borttaget"],
    "first_page_header_added": ["sidhuvudet på första sidan är nytt"],
    "first_page_footer_gone": ["sidfoten på första sidan är borttagen"],
    "header_with_a_table_changed": ["sidhuvudet har ändrats"],
    "footnote_text_changed_and_nothing_else": ["en fotnot har ändrats"],
    "footnote_added": ["en fotnot är ny"],
    "footnote_removed_and_the_newer_has_none": ["en fotnot är borttagen"],
    "footnote_ids_renumbered_without_change": [],
    "clause_with_a_footnote_moved": [],
    "endnote_changed_and_footnote_added": ["en fotnot är ny", "en slutnot har ändrats"],
    "comment_in_the_older_only": [
        "en kommentar i den äldre filen finns inte i den nyare, och är inte med"
    ],
}


@pytest.mark.parametrize("name", LISTED)
def test_what_is_outside_the_text_is_listed(name: str) -> None:
    made = word_redline(*PAIRS[name]())
    assert sorted(one.message for one in made.listed) == LISTED[name]


def test_a_style_that_looks_otherwise_is_listed_as_it_cannot_be_tracked() -> None:
    bold = dict(STYLES)
    bold["Heading1"] = bold["Heading1"].replace("<w:b/>", "<w:i/>")
    body = (par("Rubrik", style="Heading1"), "Slut.")
    (found,) = word_redline(word(*body), word(*body, styles=bold)).listed
    assert found.message == "formatmallen ”heading 1” ser annorlunda ut i den nyare filen"


def test_a_comment_on_other_words_is_listed() -> None:
    old, new = (
        word(
            par(*(commented(each) if each == on else run(each) for each in ("Fem", " dagar."))),
            comments={0: "Varför?"},
        )
        for on in ("Fem", " dagar.")
    )
    (found,) = word_redline(old, new).listed
    sides = "på ”Fem” i den äldre filen och på ”dagar.” i den nyare"
    assert found.message == f"kommentaren ”Varför?” står {sides}"
    assert word_redline(old, old).listed == ()


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("", "Pris", "”Pris” bara i den nya"),
        ("Pris", "", "”Pris” bara i den gamla"),
        ("Pris", "Avgift", "”Pris” bara i den gamla, ”Avgift” bara i den nya"),
        ("", "_GoBack", ""),
    ],
)
def test_a_bookmark_that_only_one_file_has_is_told_unless_a_program_put_it_in(
    before: str, now: str, said: str
) -> None:
    old, new = (
        word(
            par(
                f'<w:bookmarkStart w:id="1" w:name="{name}"/>' if name else "",
                run("Priset är 9 kronor."),
                '<w:bookmarkEnd w:id="1"/>' if name else "",
            )
        )
        for name in (before, now)
    )
    told = [each.message for each in word_redline(old, new).listed]
    assert told == ([f"bokmärke: {said}"] if said else [])


def test_a_theme_font_of_another_script_alone_is_listed() -> None:
    case = Path(__file__).with_name("cases") / "theme-font" / "before.docx"
    parts = unzipped(case.read_bytes())
    theme = parts["word/theme/theme1.xml"].decode()

    def with_font(name: str) -> bytes:
        font = f'<a:font script="Jpan" typeface="{name}"/></a:majorFont>'
        changed = theme.replace("</a:majorFont>", font)
        return zipped({**parts, "word/theme/theme1.xml": changed})

    old, new = map(with_font, ("Yu Gothic", "Meiryo"))
    (found,) = word_redline(old, new).listed
    assert found.message == "temats typsnitt för andra alfabet (Jpan) är andra i den nyare filen"
    assert word_redline(old, old).listed == ()


def test_a_style_that_nothing_uses_is_not_listed() -> None:
    bold = dict(STYLES)
    bold["Heading2"] = bold["Heading2"].replace("<w:b/>", "<w:i/>")
    assert word_redline(word("A."), word("A.", styles=bold)).listed == ()


@pytest.mark.parametrize(
    ("switch", "called"),
    [
        ("bookFoldPrinting", "utskrift som häfte"),
        ("printTwoOnOne", "utskrift av två sidor på ett ark"),
        ("bordersDoNotSurroundHeader", "kantlinjer som inte går runt sidhuvudet"),
    ],
)
def test_how_pages_are_printed_is_told(switch: str, called: str) -> None:
    plain, other = word("A."), word("A.", settings=f"<w:{switch}/>")
    (on,), (off,) = (word_redline(*files).listed for files in ((plain, other), (other, plain)))
    assert on.message == f"{called} är på i den nyare filen"
    assert off.message == f"{called} är av i den nyare filen"


def test_a_link_that_leads_to_another_paragraph_is_told() -> None:
    place = '<w:bookmarkStart w:id="1" w:name="mål"/><w:bookmarkEnd w:id="1"/>'
    to_it = f'<w:hyperlink w:anchor="mål">{run("här")}</w:hyperlink>'
    old = word(par(place, run("Pris")), par("Tid"), par(to_it))
    new = word(par("Pris"), par(place, run("Tid")), par(to_it))
    (told,) = word_redline(old, new).listed
    assert told.message.startswith("bokmärket ”mål” står på annan text")
    edited = word(par(place, run("Pris och tid")), par("Tid"), par(to_it))
    assert not word_redline(old, edited).listed


@pytest.mark.parametrize(
    ("code", "before", "now"),
    [
        ("FORMCHECKBOX", "<w:checkBox/>", "<w:checkBox><w:checked/></w:checkBox>"),
        (
            "FORMDROPDOWN",
            '<w:ddList><w:result w:val="0"/><w:listEntry w:val="ja"/></w:ddList>',
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="ja"/></w:ddList>',
        ),
    ],
)
def test_what_is_filled_in_a_form_is_marked(code: str, before: str, now: str) -> None:
    def filled(data: str) -> bytes:
        asked = field(code, "").replace(
            'w:fldCharType="begin"/>',
            f'w:fldCharType="begin"><w:ffData><w:name w:val="k"/>{data}</w:ffData></w:fldChar>',
        )
        return word(par(asked, run(" Godkänt")))

    old, new = filled(before), filled(now)
    made = word_redline(old, new)
    assert made.changes
    assert word_redline(old, old).changes == 0
    text = unzipped(made.docx)["word/document.xml"].decode()
    assert before in text
    assert now in text


def test_more_marks_than_there_is_room_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_marks, "MOST_MARKS", 3)
    assert word_redline(word("A b c."), word("A d c.")).docx
    with pytest.raises(AvtalsgenError) as refused:
        word_redline(word("A b.", "C d.", "E f."), word("A x.", "C y.", "E z."))
    (problem,) = refused.value.problems
    assert problem.code == "JF01"
    assert problem.message == "ändringsmarkeringen: filerna skiljer sig på fler än 3 ställen"
