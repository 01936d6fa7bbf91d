"""Fields, links, bookmarks and mathematics."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import field, link, par, run, word

TOC_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
TOC_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>'


def _place(number: str, mark: int) -> str:
    start = f'<w:bookmarkStart w:id="{mark}" w:name="_k{mark}"/>'
    return par(start, run(f"avsnitt {number}"), f'<w:bookmarkEnd w:id="{mark}"/>', run(" om tid"))


def _contents(*lines: str) -> str:
    first = par(TOC_BEGIN, run(lines[0]))
    return first + "".join(map(par, lines[1:])) + par(TOC_END)


@pair
def field_result_changed() -> Files:
    return (
        word(par("Se ", field("REF _k1 \\h", "avsnitt 2.3"), run(" nedan.")), _place("2.3", 1)),
        word(par("Se ", field("REF _k1 \\h", "avsnitt 6"), run(" nedan.")), _place("6", 1)),
    )


@pair
def field_code_changed() -> Files:
    places = _place("2", 1), _place("2 b", 2)
    return (
        word(par("Se ", field("REF _k1 \\h", "avsnitt 2"), run(" nedan.")), *places),
        word(par("Se ", field("REF _k2 \\h", "avsnitt 2 b"), run(" nedan.")), *places),
    )


@pair
def field_became_text() -> Files:
    return (
        word(par("Sida ", field("PAGE", "3"), run(" av tio.")), "Slut."),
        word(par("Sida 3 av elva."), "Slut."),
    )


@pair
def field_in_one_element_changed_and_removed() -> Files:
    return (
        word(par("Sida ", _simple("PAGE", "3"), run(" av "), _simple("NUMPAGES", "9")), "Slut."),
        word(par("Sida ", _simple("PAGE", "4"), run(" av nio")), "Slut."),
    )


@pair
def field_in_a_removed_and_an_added_paragraph() -> Files:
    return (
        word("A.", par("Borta ", _simple("PAGE", "3")), "B.", "C."),
        word("A.", "B.", par("Ny ", _simple("PAGE", "1"), field("NUMPAGES", "1")), "C."),
    )


@pair
def contents_table_over_several_paragraphs_changed() -> Files:
    return (
        word(_contents("Inledning 1", "Tid 2", "Pris 3"), "Text.", "Slut."),
        word(_contents("Inledning 1", "Tid 3", "Lex Sarah 3", "Pris 4"), "Texten.", "Slut."),
    )


@pair
def contents_table_removed() -> Files:
    return (
        word("A.", _contents("Inledning 1", "Tid 2"), "Text.", "Slut."),
        word("A.", "Text.", "Slut."),
    )


@pair
def field_inside_a_field_changed() -> Files:
    inner = field("PAGE", "2")
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        f'{inner}<w:r><w:instrText> = 1 "a" "b" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>b</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        word(par("Villkor ", nested, run(" gäller.")), "Slut."),
        word(
            par("Villkor ", nested.replace("<w:t>b</w:t>", "<w:t>a</w:t>"), run(" gällde.")),
            "Slut.",
        ),
    )


@pair
def link_text_changed() -> Files:
    way = {"rId20": "https://example.se/a"}
    return (
        word(par("Se ", link("kommunens sida", "rId20"), run(".")), "Slut.", links=way),
        word(par("Se ", link("kommunens nya sida", "rId20"), run(".")), "Slut.", links=way),
    )


@pair
def link_leads_elsewhere() -> Files:
    one, other = {"rId20": "https://example.se/a"}, {"rId20": "https://example.se/b"}
    body = par("Se ", link("kommunens sida", "rId20"), run("."))
    return word(body, "Slut.", links=one), word(body, "Slut.", links=other)


@pair
def link_became_text_and_text_a_link() -> Files:
    way = {"rId20": "https://example.se/a"}
    return (
        word(par("Se ", link("sidan", "rId20"), run(" eller bilagan.")), "Slut.", links=way),
        word(par("Se sidan eller ", link("bilagan", "rId20"), run(".")), "Slut.", links=way),
    )


@pair
def link_removed_with_its_paragraph() -> Files:
    way = {"rId20": "https://example.se/a"}
    return (
        word("A.", par("Borta: ", link("sidan", "rId20")), "Slut.", links=way),
        word("A.", "Slut."),
    )


@pair
def bookmarks_around_what_changed() -> Files:
    def marked(text: str) -> str:
        start = '<w:bookmarkStart w:id="5" w:name="_k1"/>'
        return par(start, run(text), '<w:bookmarkEnd w:id="5"/>', run(" och mer."))

    return word(marked("Ett märkt ställe"), "Slut."), word(marked("Ett annat ställe"), "Slut.")


@pair
def formula_changed() -> Files:
    def formula(text: str) -> str:
        return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"

    return (
        word(par("Där ", formula("a+b"), run(" gäller.")), "Slut."),
        word(par("Där ", formula("a-b"), run(" gällde.")), "Slut."),
    )
