"""After every change is accepted, a build gives the words of the file: of any edits at all.

The words of both are read by the reader of documents, which takeback does not use. Left aside
is what the program makes anew: the number of a section that is referred to, or that it is gone,
and that of a statute, which stands where it is first named.
"""

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read import read_docx
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.test_many import leaves, where, words
from tests.takeback.word_edits import ANNA, BO, W, Who, WordFile, paragraphs, run_like, text

from avtalsgen.model import plain
from avtalsgen.model.walk import runs, sections
from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import read_project

_MADE_ANEW = re.compile(r"\(\d{4}:\d+\)|avsnitt [\d.]+|\[saknas: avsnitt [\w-]+\]")
KINDS = ("another", "put in", "taken out", "line gone", "line new", "section gone", "section new")
ONE_EDIT = st.tuples(st.sampled_from(KINDS), st.integers(0, 40), st.sampled_from((None, ANNA, BO)))


@given(st.lists(ONE_EDIT, min_size=1, max_size=5))
@settings(max_examples=8)
def test_after_accepting_all_a_build_gives_the_words_of_the_file(
    edits: list[tuple[str, int, Who | None]],
) -> None:
    file = WordFile(base(*DOCUMENT).file)
    for edit in edits:
        _do(file, *edit)
    data = file.written()
    back = taken_back(project(), data, "prov.docx", base(*DOCUMENT))
    numbers = frozenset(change.number for change in back.taken.result.changes)
    made = accepted_files(project(), back, AcceptOrder(numbers, frozenset()))
    after = read_project(Overlay(project().files, made.files))
    assert list(_said(TakebackOf.of(after, *DOCUMENT).file)) == list(_said(data))


def _said(file: bytes) -> Iterator[str]:
    """Yield the words of the sections of a Word file, numbers of headings aside."""
    for section in sections(read_docx(file, "prov.docx", "accept").document):
        contents = [section.heading, *(run for block in section.blocks for run in runs(block))]
        for content in contents:
            words_ = _MADE_ANEW.sub(" ", plain.text(content).replace("\u00a0", " "))
            yield from re.findall(r"\w+", words_)


def _do(file: WordFile, kind: str, number: int, who: Who | None) -> None:
    """Do one edit; nothing where what it is done to has gone by an earlier one."""
    try:
        if kind.startswith("section"):
            _to_a_section(file, kind, number, who)
        else:
            _to_a_line(file, kind, number, who)
    except (LookupError, StopIteration):
        return


def _to_a_line(file: WordFile, kind: str, number: int, who: Who | None) -> None:
    line, word = words()[number % len(words())]
    node = where(file, line)
    if kind in ("another", "taken out"):
        new = f"ord{number}" if kind == "another" else ""
        if who is None:
            file.replace(word, new, node)
        else:
            file.track(word, new, who, node)
    elif kind == "put in":
        run = next(run for run in node.iter(f"{W}r") if word in text(run))
        added = run_like(run, f" tillägg{number} ")
        run.addnext(added if who is None else file.marked("ins", who, added))
    elif kind == "line new":
        node.addnext(file.new(f"Ett nytt stycke med nummer {number} har kommit till.", who=who))
    elif who is None:
        file.body.remove(node)
    else:
        file.delete_whole([node], who)


def _to_a_section(file: WordFile, kind: str, number: int, who: Who | None) -> None:
    section = leaves()[number % len(leaves())]
    nodes = file.section(section.anchor)
    if kind == "section new":
        for said, style in ((f"Vite {number}", "Rubrik2"), (f"Vite {number} tas ut.", "Normal")):
            nodes[0].addprevious(file.new(said, style, who))
    elif who is None:
        for node in nodes:
            file.body.remove(node)
    else:
        file.delete_whole(list(paragraphs(nodes)), who)
