import pytest
from lxml import etree

from avtalsgen.ooxml.revisions import Way, is_tracked, resolve

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WHO = 'w:id="1" w:author="Eva" w:date="2026-01-01T00:00:00Z"'


def _run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def _del(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def _ins(text: str) -> str:
    return f"<w:ins {WHO}>{_run(text)}</w:ins>"


def _par(*inner: str, mark: str = "", properties: str = "") -> str:
    own = f"<w:rPr><w:{mark} {WHO}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{own}</w:pPr>{''.join(inner)}</w:p>"


def _resolved(inner: str, way: Way) -> etree._Element:
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{inner}</w:body>')
    resolve(root, way)
    assert not is_tracked(root)
    before = etree.tostring(root)
    resolve(root, way)
    assert etree.tostring(root) == before
    return root


def _texts(inner: str, way: Way) -> list[str]:
    root = _resolved(inner, way)
    return ["".join(p.itertext()) for p in root.iter(f"{{{W}}}p")]


CASES = {
    "words": (_par(_run("a "), _del("b"), _ins("c")), ["a b"], ["a c"]),
    "nested": (_par(f"<w:ins {WHO}>{_del('x')}{_run('y')}</w:ins>"), [""], ["y"]),
    "a paragraph put in": (_par(_ins("a"), mark="ins") + _par(_run("b")), ["b"], ["a", "b"]),
    "a paragraph taken away": (_par(_del("a"), mark="del") + _par(_run("b")), ["a", "b"], ["b"]),
    "a paragraph cut in two": (_par(_run("a"), mark="ins") + _par(_run("b")), ["ab"], ["a", "b"]),
    "two made one": (_par(_run("a"), mark="del") + _par(_run("b")), ["a", "b"], ["ab"]),
    "three made one": (
        _par(_run("a"), mark="del") + _par(_run("b"), mark="del") + _par(_run("c")),
        ["a", "b", "c"],
        ["abc"],
    ),
    "a paragraph taken away before a table": (
        _par(_del("a"), mark="del") + f"<w:tbl><w:tr><w:tc>{_par(_run('b'))}</w:tc></w:tr></w:tbl>",
        ["a", "b"],
        ["b"],
    ),
    "text that cannot flow into a table stays": (
        _par(_run("a"), mark="del") + f"<w:tbl><w:tr><w:tc>{_par(_run('b'))}</w:tc></w:tr></w:tbl>",
        ["a", "b"],
        ["a", "b"],
    ),
    "the last paragraph": (_par(_run("a")) + _par(_del("b"), mark="del"), ["a", "b"], ["a"]),
    "the only paragraph of a cell stays": (
        f"<w:tbl><w:tr><w:tc>{_par(_del('b'), mark='del')}</w:tc></w:tr></w:tbl>",
        ["b"],
        [""],
    ),
    "a row": (
        f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{_par(_del('a'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{_par(_run('b'))}</w:tc></w:tr></w:tbl>",
        ["a", "b"],
        ["b"],
    ),
    "all rows": (
        f"<w:tbl><w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc>{_par(_ins('a'))}</w:tc></w:tr></w:tbl>"
        + _par(_run("b")),
        ["b"],
        ["a", "b"],
    ),
    "a cell": (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr>{_par(_del('a'))}</w:tc>"
        f"<w:tc>{_par(_run('b'))}</w:tc></w:tr></w:tbl>",
        ["a", "b"],
        ["b"],
    ),
    "a move": (
        _par(
            f'<w:moveFromRangeStart {WHO} w:name="m"/><w:moveFrom {WHO}>{_run("a")}</w:moveFrom>',
            mark="moveFrom",
        )
        + _par(_run("b"))
        + _par(f"<w:moveTo {WHO}>{_run('a')}</w:moveTo>", mark="moveTo")
        + _par(_run("c")),
        ["a", "b", "c"],
        ["b", "a", "c"],
    ),
    "a link that loses all": (
        _par(_run("a"), f'<w:hyperlink w:anchor="x">{_del("b")}</w:hyperlink>'),
        ["ab"],
        ["a"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_left(name: str) -> None:
    inner, rejected, accepted = CASES[name]
    assert _texts(inner, "reject") == rejected
    assert _texts(inner, "accept") == accepted


def _kinds(root: etree._Element, tag: str) -> list[str]:
    return [etree.QName(one).localname for one in root.find(f".//{{{W}}}{tag}")]


@pytest.mark.parametrize(("way", "kinds"), [("accept", ["b"]), ("reject", ["i", "u"])])
def test_properties_of_a_run_are_what_they_are_or_what_they_were(
    way: Way, kinds: list[str]
) -> None:
    change = f"<w:rPrChange {WHO}><w:rPr><w:i/><w:u/></w:rPr></w:rPrChange>"
    root = _resolved(_par(_run("a", f"<w:rPr><w:b/>{change}</w:rPr>")), way)
    assert _kinds(root, "r/{*}rPr") == kinds


@pytest.mark.parametrize(("way", "kinds"), [("accept", ["jc", "rPr"]), ("reject", ["ind", "rPr"])])
def test_a_paragraph_keeps_the_properties_of_its_mark(way: Way, kinds: list[str]) -> None:
    change = f"<w:pPrChange {WHO}><w:pPr><w:ind/></w:pPr></w:pPrChange>"
    root = _resolved(f"<w:p><w:pPr><w:jc/><w:rPr><w:b/></w:rPr>{change}</w:pPr></w:p>", way)
    assert _kinds(root, "pPr") == kinds


def test_a_section_keeps_its_headers_and_footers() -> None:
    change = f"<w:sectPrChange {WHO}><w:sectPr><w:pgSz/></w:sectPr></w:sectPrChange>"
    root = _resolved(f"<w:sectPr><w:headerReference/><w:cols/>{change}</w:sectPr>", "reject")
    assert _kinds(root, "sectPr") == ["headerReference", "pgSz"]


@pytest.mark.parametrize(("way", "there"), [("accept", True), ("reject", False)])
def test_a_control_that_was_put_around_text_goes_without_it(way: Way, there: bool) -> None:
    control = (
        f'<w:customXmlInsRangeStart {WHO}/><w:sdt><w:sdtContent><w:customXmlInsRangeEnd w:id="1"/>'
        f"{_run('a')}</w:sdtContent></w:sdt>"
    )
    root = _resolved(_par(control, _run("b")), way)
    assert "".join(root.itertext()) == "ab"
    assert (root.find(f".//{{{W}}}sdt") is not None) is there


def test_bookmarks_and_comments_stay_where_they_are() -> None:
    marks = '<w:bookmarkStart w:id="7" w:name="k"/>', '<w:commentRangeStart w:id="0"/>'
    root = _resolved(_par(*marks, _del("a"), mark="del") + _par(_run("b")), "accept")
    (paragraph,) = root
    assert [etree.QName(one).localname for one in paragraph] == [
        "pPr",
        "bookmarkStart",
        "commentRangeStart",
        "r",
    ]
