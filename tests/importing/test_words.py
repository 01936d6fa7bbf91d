"""What is taken in gives the words of the original when it is built: of any document."""

from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.readers.docx.making import file, p, r

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.intake.counting import counted
from avtalsgen.pipeline.intake.preparing import prepared
from avtalsgen.pipeline.workspace.document_argument import open_document
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project, open_project

ROOT = Path(__file__).parents[2]
MARKS: Final = (
    *("*", "**", "***", "_", "____", "#", "##", "`", "```", "|", "||", "<", ">", "~", "~~", "^2^"),
    *("{", "}", "{{", "}}", "{%", "%}", "{#", "#}", "{{ tid.från }}", "{# x #}", "{.a}", "{#a}"),
    *("[1]", "[^1]", "[x]", "[ ]", "[TOC]", "[[a]]", "[a](b)", "![a](b)", "<b>", "<br>", "<!-- x"),
    *(
        "\\",
        "\\*",
        "C:\\a",
        "&amp;",
        "&#65;",
        "&",
        "$",
        "$$",
        "$x$",
        "=",
        "==a==",
        "===",
        "!",
        "!!!",
    ),
    *("-", "--", "---", "+", ":", "::", ":::", "* * *", "•", "–", "»", "…", "\t", "100 %"),
    *("{++a++}", "{--a--}", "{>>a<<}", "{==", "{~~", "[^1]: a", "[^]", "o", "ii.", "iii)"),
    *("1.", "1)", "12", "2.1", "§ 3", "a)", "(a)", "i.", "A.", "¹", "ord", "Ordet", "och/eller"),
)
"""What means something in Markdown of some kind, in our language, or to who reads old documents."""
NASTY: Final = st.lists(
    st.lists(st.tuples(st.sampled_from(MARKS), st.sampled_from(("", " "))), min_size=1, max_size=6)
    .map(lambda pairs: "".join(map("".join, pairs)).strip(" "))
    .filter(str.strip),
    min_size=1,
    max_size=5,
)
FORMS: Final[dict[str, Callable[[Sequence[str]], bytes]]] = {
    "txt": lambda lines: "\n".join(lines).encode(),
    "docx": lambda lines: file(
        "".join(
            p(escape(line), style="Rubrik1" if n % 3 == 1 else "") for n, line in enumerate(lines)
        )
    ),
}


@cache
def project() -> Project:
    """Return the workspace of the repository."""
    return open_project(ROOT)


@given(strategies.documents())
def test_a_build_of_what_was_taken_in_gives_the_words_of_the_original(document: Document) -> None:
    made = prepared(project(), document, b"", "gammal.docx")
    assert made.printed == made.expected


def words_are_kept(path: Path) -> None:
    """Fail unless a build of a file gives its words, and all of them are counted."""
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    assert made.printed == made.expected
    assert counted(opened, made.printed).lost == ()


@pytest.mark.parametrize("form", FORMS)
@given(lines=NASTY)
def test_marks_of_every_language_are_words_like_others(
    form: str, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / f"tecken.{form}"
    path.write_bytes(FORMS[form](lines))
    words_are_kept(path)


@pytest.mark.parametrize(
    "lines",
    [
        ["Ytan är 20 m^2^ och x^2^."],
        ["::: ruta"],
        ["!!! obs"],
        ["– a) – första", "andra"],
        ["1", "Ett stycke", "2", "Ett till"],
        ["1)Tid gäller", "C:\\a är vår mapp"],
        ["Här[1], och[2] där", "[1] Ett", "[2] Två"],
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_a_line_that_was_lost_once_is_kept(form: str, lines: list[str], tmp_path: Path) -> None:
    path = tmp_path / f"rad.{form}"
    path.write_bytes(FORMS[form](lines))
    words_are_kept(path)


def test_the_mark_of_a_note_is_no_part_of_the_word_before_it(tmp_path: Path) -> None:
    marks = [f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (7, 8)]
    notes = "".join(f'<w:footnote w:id="{n}">{p("Ett undantag.")}</w:footnote>' for n in (7, 8))
    path = tmp_path / "noter.docx"
    said = r("Det gäller här") + marks[0] + r(", och") + marks[1] + r(" sedan.")
    path.write_bytes(file(p(said), {"footnotes": notes}))
    words_are_kept(path)
