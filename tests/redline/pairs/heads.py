"""Headers and footers: changed, new, gone, first page, more sections."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import PAGE, field, par, row, run, table, word

NUMBER = par(run("Sida "), field("PAGE", "1"))
BODY = ("Första stycket.", "Andra stycket.")
FIRST = PAGE + "<w:titlePg/>"


def _break(references: str = "") -> str:
    return par("Slut på avsnittet.", properties=f"<w:sectPr>{references}{PAGE}</w:sectPr>")


def _ref(role: str, key: str) -> str:
    return f'<w:{role}Reference w:type="default" r:id="{key}"/>'


@pair
def header_text_changed() -> Files:
    return (
        word(*BODY, heads={"hdefault": "Dnr SON 2019-755", "fdefault": NUMBER}),
        word(*BODY, heads={"hdefault": "Dnr SON 2021-112", "fdefault": NUMBER}),
    )


@pair
def footer_changed_and_nothing_else() -> Files:
    return word(*BODY, heads={"fdefault": "Utgåva 1"}), word(*BODY, heads={"fdefault": "Utgåva 2"})


@pair
def header_added() -> Files:
    return word(*BODY), word(*BODY, heads={"hdefault": "Nytt huvud", "fdefault": NUMBER})


@pair
def header_removed() -> Files:
    return word(*BODY, heads={"hdefault": "Gammalt huvud", "fdefault": NUMBER}), word(*BODY)


@pair
def first_page_header_added() -> Files:
    return (
        word(*BODY, heads={"hdefault": "Huvud"}),
        word(*BODY, heads={"hdefault": "Huvud", "hfirst": "Försättsblad"}, section=FIRST),
    )


@pair
def header_with_a_table_changed() -> Files:
    grid = table(row("Falu kommun", "Dnr 1")) + par("")
    return (
        word(*BODY, heads={"hdefault": grid}),
        word(*BODY, heads={"hdefault": grid.replace("Dnr 1", "Dnr 2")}),
    )


@pair
def header_parts_swap_their_names() -> Files:
    return (
        word(*BODY, heads={"hdefault": "Huvud ett", "heven": "Huvud två"}),
        word(*BODY, heads={"heven": "Huvud två", "hdefault": "Huvud ett ändrat"}),
    )


@pair
def section_added_with_a_header_of_its_own() -> Files:
    heads = {"hdefault": "Huvud", "hOther": "Eget huvud"}
    return (
        word("A.", *BODY, heads={"hdefault": "Huvud"}),
        word("A.", _break(_ref("header", "hOther")), *BODY, heads=heads),
    )


@pair
def section_removed_with_a_header_of_its_own() -> Files:
    before, after = section_added_with_a_header_of_its_own()
    return after, before


@pair
def one_header_became_one_for_each_section() -> Files:
    heads = {"hOne": "Huvud ett", "hTwo": "Huvud två"}
    before = word("A.", _break(_ref("header", "hOne")), *BODY, heads={"hOne": "Huvud ett"})
    two = f"{_ref('header', 'hTwo')}{PAGE}"
    after = word("A.", _break(_ref("header", "hOne")), *BODY, heads=heads, section=two)
    return before, after


@pair
def first_page_footer_gone() -> Files:
    return (
        word(*BODY, heads={"hdefault": "Huvud", "ffirst": "Sidfot först"}, section=FIRST),
        word(*BODY, heads={"hdefault": "Huvud"}, section=FIRST),
    )
