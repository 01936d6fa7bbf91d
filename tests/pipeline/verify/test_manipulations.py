"""A file that reads otherwise than the workspace says is told of by `verify`, whatever was done.

Each is asked about from the command line, under a name of its own. What another editor does
without changing anything that a reader sees is told of in no way.
"""

from collections.abc import Mapping

import pytest
from tests import libreoffice
from tests.pipeline.verify import desk
from tests.pipeline.verify.altered import own_word_files, pdf_files, word_files
from tests.pipeline.verify.altered.changes import (
    AMOUNT,
    Change,
    D,
    S,
    altered,
    both,
    look,
    replaced,
    rewritten,
    run_of,
    style,
)

from avtalsgen.problems import Exit

OWN_WORD = {f"{kind}: {k}": v for kind, own in own_word_files.OWN.items() for k, v in own.items()}
OWN_PDF = {f"{kind}: {k}": v for kind, own in pdf_files.OWN.items() for k, v in own.items()}
WORD = {**word_files.HANDED, **OWN_WORD}
PDF = {**pdf_files.HANDED, **OWN_PDF}


def told(answer: desk.Answer, words: str) -> None:
    """Hold that a file is said to be changed, first of all, and that `words` are said of it."""
    assert answer.code == (Exit.DATA if "PF04" in answer.codes else Exit.LOOK)
    assert (answer.standing, answer.summary.partition(" ")[0][:6]) == ("changed", "ändrad")
    assert words in answer.told()


@pytest.mark.parametrize("name", WORD)
def test_what_changes_what_is_read_in_a_word_file_is_told(name: str) -> None:
    change, words = WORD[name]
    told(desk.verify(altered(change)), words)


@pytest.mark.parametrize("name", PDF)
def test_what_changes_what_is_read_in_a_pdf_is_told(name: str) -> None:
    change, words = PDF[name]
    answer = desk.verify(pdf_files.altered(change))
    told(answer, words)
    assert "VE10" in answer.codes


def test_twice_as_many_are_our_own_as_we_were_handed() -> None:
    assert len(OWN_WORD) >= 2 * len(word_files.HANDED)
    assert len(OWN_PDF) >= 2 * len(pdf_files.HANDED)


@pytest.mark.parametrize("name", word_files.UNCHANGED)
def test_what_other_editors_write_unseen_is_no_change(name: str) -> None:
    answer = desk.verify(altered(word_files.UNCHANGED[name]))
    assert (answer.code, answer.standing, answer.told()) == (Exit.FINE, "unchanged", "")
    assert answer.summary.startswith("oförändrad")


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("recorded", [True, False])
def test_the_file_as_built_is_unchanged_with_and_without_a_record(
    suffix: str, recorded: bool
) -> None:
    answer = desk.verify(desk.built(suffix), recorded=recorded)
    assert (answer.code, answer.standing, answer.told()) == (Exit.FINE, "unchanged", "")


def test_hard_spaces_that_became_ordinary_are_one_remark_and_no_change() -> None:
    plain = replaced(D, "\N{NO-BREAK SPACE}", " ", -1)
    answer = desk.verify(altered(plain))
    assert (answer.code, answer.standing, answer.told()) == (Exit.FINE, "unproven", "")
    assert answer.notes == ("hårda mellanslag har blivit vanliga; orden är desamma",)


@pytest.mark.parametrize("name", pdf_files.SAVED_AGAIN)
def test_a_pdf_that_is_saved_again_says_the_same_and_is_not_the_one_built(name: str) -> None:
    answer = desk.verify(pdf_files.altered(pdf_files.SAVED_AGAIN[name]))
    assert (answer.code, answer.standing, answer.codes) == (Exit.LOOK, "unproven", {"VE10"})
    assert answer.summary.startswith("sidorna säger detsamma")


def test_a_file_that_says_nothing_of_an_uppdrag_is_compared_with_nothing_and_said_to_be() -> None:
    answer = desk.verify(altered(lambda parts: parts.pop("docProps/custom.xml")))
    assert (answer.code, answer.standing, answer.codes) == (Exit.LOOK, "unknown", {"VE13"})
    assert answer.summary.startswith("inte jämförd")


@pytest.mark.parametrize(("which", "before"), [(1, 0)])
def test_a_moved_section_is_one_move(which: int, before: int) -> None:
    answer = desk.verify(altered(word_files.moved(which, before)))
    assert [code for code, _ in answer.problems] == ["VE09"]


def test_a_part_is_told_of_beside_words_that_are_others() -> None:
    """A changed sum does not hide that the foot has another type, nor styles that hide nothing."""
    change = both(replaced(D, "093", "903"), own_word_files.SETTING["tracking"][0])
    assert desk.verify(altered(change)).codes == {"VE09", "VE17"}


def test_what_is_told_in_words_is_not_told_again_as_a_part() -> None:
    assert desk.verify(altered(look("<w:vanish/>"))).codes == {"VE09", "VE15"}
    assert desk.verify(altered(look('<w:color w:val="FFFFFF"/>'))).codes == {"VE15"}
    remarked = desk.verify(altered(word_files.remarked("Nej.")))
    assert remarked.codes == {"VE16"}
    assert remarked.summary.startswith("ändrad: bara 1 kommentar har lagts till; texten är den")


def test_a_file_by_another_edition_of_the_program_is_compared_by_words_and_parts() -> None:
    """Its styles say what ours say in another order, and no record is left of it."""
    earlier = replaced(S, "<w:qFormat/>", '<w:qFormat/><w:uiPriority w:val="1"/>')
    answer = desk.verify(altered(earlier), recorded=False)
    assert (answer.code, answer.codes) == (Exit.LOOK, {"VE17"})
    assert "eller byggd av en annan utgåva av programmet" in answer.summary
    assert "utseendet är inte bevisat" in answer.summary


@pytest.fixture(scope="module")
def saved() -> bytes:
    """Return the file as an office saves it again: every part is written anew."""
    return libreoffice.saved(desk.built("docx"))


def test_a_file_that_an_office_saved_says_the_same_and_its_pages_are_not_proven(
    saved: bytes,
) -> None:
    answer = desk.verify(saved)
    assert (answer.code, answer.standing, answer.told()) == (Exit.FINE, "unproven", "")
    assert "varje ord står kvar och ser ut som i filen som byggs nu" in answer.summary
    assert "sidornas utseende i övrigt är inte bevisat" in answer.summary


def in_office(properties: str) -> Change:
    """Give the sum a look in a file that an office has saved."""
    whole = r"(<w:r>(?:<w:rPr>[^/]*</w:rPr>)?<w:t[^>]*>)([^<]*)" + AMOUNT
    ended = rf'\1\2</w:t></w:r>{run_of(AMOUNT, properties)}<w:r><w:t xml:space="preserve">'
    return rewritten(D, whole, ended)


def in_office_lines(properties: str) -> Change:
    """Give the paragraph with the sum more properties there."""
    return rewritten(
        D,
        r'(<w:pStyle w:val="Normal"/>)((?:(?!<w:pStyle).)*?Ersättningen är)',
        rf"\1{properties}\2",
    )


PLACE = "VE15 avsnittet ”Ersättning”: ”4 093 284 kronor” ser annorlunda ut"
SAVED_AND_ALTERED: Mapping[str, tuple[Change, str]] = {
    "hidden": (in_office("<w:vanish/>"), f"{PLACE} (dold)"),
    "white": (in_office('<w:color w:val="FFFFFF"/>'), f"{PLACE} (färg)"),
    "the colour of a heading": (in_office('<w:color w:val="1B4B72"/>'), f"{PLACE} (färg)"),
    "tiny": (in_office('<w:sz w:val="2"/>'), f"{PLACE} (storlek)"),
    "the size of a foot": (in_office('<w:sz w:val="17"/>'), f"{PLACE} (storlek)"),
    "struck": (in_office("<w:strike/>"), f"{PLACE} (struken)"),
    "bold as a word of ours": (in_office("<w:b/>"), f"{PLACE} (fet)"),
    "italic as a word of ours": (in_office("<w:i/>"), f"{PLACE} (kursiv)"),
    "off the line": (in_office('<w:position w:val="-3000"/>'), f"{PLACE} (flyttad från raden)"),
    "on a ground of a cell of ours": (
        in_office('<w:shd w:val="clear" w:fill="EEF1F4"/>'),
        f"{PLACE} (bakgrund)",
    ),
    "by a style": (
        both(in_office('<w:rStyle w:val="X"/>'), style("<w:strike/>")),
        f"{PLACE} (struken)",
    ),
    "by the style of all paragraphs": (
        rewritten(S, r'(w:styleId="Normal".*?<w:color w:val=")1A1A1A', r"\1FFFFFF"),
        "ställen (färg), först i",
    ),
    "by what is said of all": (
        rewritten(S, r"(<w:rPrDefault>\s*<w:rPr>)", r"\1<w:vanish/>"),
        "ställen (dold), först i omslaget",
    ),
    "in as far as a list of ours": (in_office_lines('<w:ind w:left="340"/>'), "(indrag)"),
    "out of the page": (in_office_lines('<w:ind w:left="-9000"/>'), "(indrag)"),
    "to the right": (in_office_lines('<w:jc w:val="right"/>'), "(justering)"),
    "on the next page": (in_office_lines("<w:pageBreakBefore/>"), "(ny sida före)"),
    "in lines of no height": (
        in_office_lines('<w:spacing w:line="1" w:lineRule="exact"/>'),
        "(radhöjd",
    ),
    "on other paper": (rewritten(D, r'w:w="11906"', 'w:w="5000"'), "sidornas mått är andra"),
    "another word": (replaced(D, "täcker alla", "täcker inte alla"), "VE09 avsnittet ”1 Ersättn"),
}


@pytest.mark.parametrize("name", SAVED_AND_ALTERED)
def test_a_look_that_is_changed_in_a_file_that_an_office_saved_is_told_with_its_place(
    saved: bytes, name: str
) -> None:
    """Also where our own file has that look elsewhere."""
    change, words = SAVED_AND_ALTERED[name]
    told(desk.verify(altered(change, saved)), words)
