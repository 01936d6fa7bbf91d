"""Lists of words that say what a text means are data that lawyers own: `clauses/register/ord/`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import avtalsgen

SRC = Path(avtalsgen.__file__).parent
CLAUSES = SRC.parents[1] / "clauses"
MANY = 5
"""So many words are a list; fewer are a condition of the code."""
WORD = re.compile(r"[a-zåäö][a-zåäö. ]*")
ALTERNATIVES = re.compile(r"(?:[a-zåäö .]+\|){4,}[a-zåäö .]+")
ELSEWHERE = ("swedish/", "check/")
"""How Swedish writes months, days and numerals, which no lawyer decides; and rules, each of which
has a page that lawyers read and cases that hold its words."""
OUR_OWN = {
    "cli/commands/survey/status_command.py": "our names of what remains",
    "pipeline/survey/remaining.py": "our names of what remains",
    "pipeline/overview/rows.py": "our names of what an axis of time shows",
    "pipeline/overview/table.py": "our heads of a table",
    "clauses/fact_types/times/end.py": "how an answer of this type begins",
    "takeback/paper/sections.py": "our names of parts of a paper",
    "assemble/filling/forms.py": "filters of the language of clauses",
    "assemble/rules/unfinished.py": "what forms write where an answer is to come",
    "clauses/expression_parser.py": "filters of the language of clauses",
    "compare/duties/agreed.py": "what our own clauses call parties",
    "compare/duties/content.py": "our names of kinds of change",
    "compare/meaning/judge.py": "our names of kinds of change",
    "compare/top/top_rows.py": "our names of kinds of change",
    "compare/top/subjects.py": "our names of kinds of change",
    "model/comparison.py": "our names of kinds of change",
    "model/nodes.py": "our names of where words stem from",
    "model/portfolio.py": "our names of what an uppdrag does with a clause",
    "pipeline/new/json_schema.py": "our keys",
    "pipeline/package/diarium.py": "our keys",
    "web/pages/andringar.py": "our names of fields in a form",
    "readers/docx/own.py": "our names of styles",
    "readers/pdf/turned.py": "operators of PDF",
    "writers/comparison/vocabulary.py": "our names of kinds of change",
    "writers/docx/template/template_language.py": "words of the language of templates",
    "writers/portfolio/html.py": "our names of what an uppdrag does with a clause",
    "writers/portfolio/vocabulary.py": "our names of what an uppdrag does with a clause",
}
"""Files whose lists are of names that the program itself has given."""


def vocabulary() -> frozenset[str]:
    """Return every word of the clauses and of the lists."""
    texts = (
        file.read_text("utf-8") for end in ("md", "yaml") for file in CLAUSES.rglob(f"*.{end}")
    )
    return frozenset(word for text in texts for word in re.findall(r"[a-zåäö]+", text.casefold()))


SWEDISH = vocabulary()


def is_swedish(words: list[str]) -> bool:
    known = [word for word in words if set(re.findall("[a-zåäö]+", word)) <= SWEDISH]
    return len(words) >= MANY and len(known) > 0.7 * len(words)


def lists(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the words of each list, and of each choice between words in a pattern."""
    for node in ast.walk(tree):
        match node:
            case ast.Tuple(elements) | ast.List(elements) | ast.Set(elements) | ast.Dict(elements):
                constants = [one.value for one in elements if isinstance(one, ast.Constant)]
                words = [one for one in constants if isinstance(one, str) and WORD.fullmatch(one)]
                if len(words) == len(elements):
                    yield node.lineno, words
            case ast.Constant(str(said)):
                bare = re.sub(r"\(\?:|[\\()?$^]|\[ \]|\s*#.*", "", said)
                for found in ALTERNATIVES.finditer(re.sub(r"\s*\|\s*", "|", bare)):
                    yield node.lineno, [word.strip() for word in found[0].split("|")]
            case _:
                continue


def test_no_list_of_words_is_in_python() -> None:
    files = {file.relative_to(SRC).as_posix(): file for file in SRC.rglob("*.py")}
    kept = {
        f"{name}:{line} {' '.join(words)}"
        for name, file in files.items()
        if not name.startswith(ELSEWHERE) and name not in OUR_OWN
        for line, words in lists(ast.parse(file.read_text("utf-8")))
        if is_swedish(words)
    }
    assert kept == set()


def test_no_file_is_excused_that_needs_no_excuse() -> None:
    needed = {
        name
        for name in OUR_OWN
        for _, words in lists(ast.parse((SRC / name).read_text("utf-8")))
        if is_swedish(words)
    }
    assert needed == set(OUR_OWN)


@pytest.mark.parametrize(
    "code",
    [
        '("ska", "måste", "får", "bör", "kan")',
        '{"ska": 3, "måste": 3, "får": 2, "bör": 1, "kan": 1}',
        '[*("ska", "måste", "får"), *("inte", "aldrig", "ingen", "inga", "bara")]',
        'r"(?:ska|måste|får|bör|kan)"',
        'r"""\n (?: ska | måste  # två\n | får | bör | kan )"""',
    ],
)
def test_a_list_of_words_is_found(code: str) -> None:
    assert any(is_swedish(words) for _, words in lists(ast.parse(code)))


@pytest.mark.parametrize("code", ['("pPr", "rPr", "tblPr", "trPr", "tcPr")', r'r"\d|[a-z]|x|y|z"'])
def test_a_list_of_something_else_is_none(code: str) -> None:
    assert not any(is_swedish(words) for _, words in lists(ast.parse(code)))
