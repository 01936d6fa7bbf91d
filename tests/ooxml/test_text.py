"""What a paragraph says is known in one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

import avtalsgen
from avtalsgen.ooxml.names import NAMESPACES
from avtalsgen.ooxml.text import TEXTS, begins_page, ends_page, lines_of, text_of, text_of_run

ROOT = Path(avtalsgen.__file__).parent
TEXT = r"(?:t|delText|tab|ptab|br|cr|noBreakHyphen)"
NAMED = re.compile(rf"(?:\bw:|\}}){TEXT}(?![A-Za-z])")
"""An element of text by its name with a prefix, or in braces."""
PREFIXES = {"W", "MATH"}


def paragraph(inside: str) -> etree._Element:
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    return etree.fromstring(f"<w:p {spaces}>{inside}</w:p>")


def names(tree: ast.AST) -> Iterator[int]:
    """Yield the lines where an element of text is named: `W + "t"`, `f"{W}t"`, `"w:t"`."""
    for node in ast.walk(tree):
        match node:
            case ast.BinOp(ast.Name(prefix), ast.Add(), ast.Constant(str(name))):
                if prefix in PREFIXES and re.fullmatch(TEXT, name):
                    yield node.lineno
            case ast.JoinedStr(values):
                said = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "}" for part in values
                )
                if NAMED.search(said):
                    yield node.lineno
            case ast.Constant(str(said)) if NAMED.search(said) and "\n" not in said:
                yield node.lineno
            case ast.comprehension(iter=ast.Tuple(elements)):
                said_by = {one.value for one in elements if isinstance(one, ast.Constant)}
                if "delText" in said_by or said_by == {"t"}:
                    yield node.target.lineno
            case _:
                continue


def test_only_one_file_knows_which_elements_are_text() -> None:
    files = [file for file in ROOT.rglob("*.py") if file.parent.name != "ooxml"]
    assert files
    elsewhere = {
        f"{file.relative_to(ROOT)}:{line}"
        for file in files
        for line in names(ast.parse(file.read_text("utf-8")))
    }
    assert elsewhere == set()


@pytest.mark.parametrize(
    "code",
    [
        'x.iter(W + "t")',
        'f"{W}br"',
        'f"{W}r/{W}t"',
        'x.find("w:tab")',
        'f"{MATH}t"',
        '[W + n for n in ("t", "delText")]',
    ],
)
def test_who_names_one_is_found(code: str) -> None:
    assert list(names(ast.parse(code)))


@pytest.mark.parametrize("code", ['w("br")', 'f"{W}tabs"', 'W + "tbl"', 'x.find("w:tblPr")'])
def test_who_makes_one_or_names_another_is_not(code: str) -> None:
    assert not list(names(ast.parse(code)))


def test_each_way_to_ask_for_the_text() -> None:
    asked = paragraph(
        '<w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><w:r><w:t>Ett</w:t><w:tab/></w:r>'
        "<w:del><w:r><w:delText>två</w:delText></w:r></w:del><w:r><w:t>tre</w:t><w:br/></w:r>"
    )
    assert text_of(asked) == "Etttre"
    assert text_of(asked, TEXTS) == "Etttvåtre"
    assert lines_of(asked) == "\nEtt\ttre\n"
    assert [text_of_run(run) for run in asked.iterfind("w:r", NAMESPACES)] == ["Ett", "tre"]


def test_a_page_begins_or_ends_where_it_is_broken() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    words = "<w:r><w:t>Ett</w:t></w:r>"
    assert begins_page(paragraph(page + words))
    assert not begins_page(paragraph(words + page))
    assert ends_page(paragraph(words + page))
    assert not ends_page(paragraph(page + words))
