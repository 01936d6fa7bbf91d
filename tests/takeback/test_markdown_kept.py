"""What is accepted is kept as Markdown: bold, links, lists in lists, tables."""

from collections.abc import Callable
from functools import cache

import pytest
from lxml import etree
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import ANNA, W, Who, WordFile, look_of, text

from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import Return, TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.problems import AvtalsgenError

TEXT = "uppdrag/prov/2026/malgrupp.md"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RICH = """\
Insatserna är **öppna** för alla, se [sidan](<https://exempel.se/a>).

- samtal
    - enskilda
    - i par
- grupper

1. ansökan
1. beslut

| Insats | Timmar | Pris |
| --- | --- | --- |
| samtal | två | {{ ersättning.belopp }} |
| grupp | nitton | 200 |
"""


@cache
def rich() -> tuple[Project, TakebackOf]:
    """Return a workspace with a text that has all that Markdown has, and what is sent of it."""
    made = read_project(Overlay(project().files, {TEXT: RICH.encode()}))
    return made, TakebackOf.of(made, *DOCUMENT)


def back(edit: Callable[[WordFile], object]) -> Return:
    """Return what is told of the file when it was edited."""
    made, sent = rich()
    file = WordFile(sent.file)
    edit(file)
    return taken_back(made, file.written(), "prov.docx", sent)


def kept(edit: Callable[[WordFile], object]) -> str:
    """Return the text as Markdown when all changes are accepted."""
    returned = back(edit)
    numbers = frozenset(change.number for change in returned.taken.result.changes)
    made = accepted_files(rich()[0], returned, AcceptOrder(numbers, frozenset()))
    return made.files[TEXT].decode()


def after(old: str, new: str) -> str:
    """Return the text with a line of it as it is to be."""
    assert old in RICH
    return RICH.replace(old, new).replace("1. beslut", "2. beslut").replace("    - ", "  - ")


def test_words_round_bold_ones_and_links_change_alone() -> None:
    made = kept(lambda file: file.replace("Insatserna är", "Alla insatser är"))
    assert made == after("Insatserna är", "Alla insatser är")


def test_words_that_come_are_bold_and_lead_somewhere_as_they_do_in_the_file() -> None:
    def edit(file: WordFile) -> None:
        paragraph = file.paragraph("Insatserna är")
        file.insert("för alla", " i kommunen, se också villkoren")
        run = next(r for r in paragraph.iter(f"{W}r") if "i kommunen" in text(r))
        run.find(f"{W}t").text = " i "
        plain = etree.tostring(run)
        for words, look in (("kommunen", "b"), (", se också ", ""), ("villkoren", "link")):
            new = etree.fromstring(plain)
            new.find(f"{W}t").text = words
            if look == "b":
                look_of(new, "b")
            if look == "link":
                link = etree.Element(f"{W}hyperlink", {f"{R}id": "rIdNew"})
                link.append(new)
                new = link
            run.getparent().insert(run.getparent().index(run) + 1, new)
            run = new
        relations = file.parts["word/_rels/document.xml.rels"].decode()
        kind = f"{R[1:-1]}/hyperlink"
        file.parts["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>",
            f'<Relationship Id="rIdNew" Type="{kind}" TargetMode="External" '
            'Target="https://exempel.se/v"/></Relationships>',
        ).encode()

    came = "för alla i **kommunen**, se också [villkoren](<https://exempel.se/v>)"
    assert kept(edit) == after("för alla", came)


@pytest.mark.parametrize("who", [None, ANNA])
def test_items_that_come_stand_as_deep_as_in_the_file(who: Who | None) -> None:
    def edit(file: WordFile) -> None:
        like = file.paragraph("i par")
        new = etree.fromstring(etree.tostring(like))
        for mark in list(new.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)
        like.addnext(new)
        next(new.iter(f"{W}t")).text = "i familj"
        if who:
            file.delete_whole([new], who, "ins")

    assert kept(edit) == after("    - i par\n", "    - i par\n    - i familj\n")


def test_a_counted_item_keeps_the_list_counted() -> None:
    made = kept(lambda file: file.replace("ansökan", "en ansökan", file.paragraph("ansökan")))
    assert made == after("1. ansökan", "1. en ansökan")


@pytest.mark.parametrize("who", [None, ANNA])
def test_a_cell_is_changed_in_its_row(who: Who | None) -> None:
    def edit(file: WordFile) -> None:
        cell = file.paragraph("nitton")
        if who:
            file.track("nitton", "tjugo", who, cell)
        else:
            file.replace("nitton", "tjugo", cell)

    (change,) = back(edit).taken.result.changes
    assert (change.kind, change.old, change.new) == ("avvikelse", "nitton", "tjugo")
    assert change.places[-1] == "rad ”grupp”"
    assert kept(edit) == after("| grupp | nitton |", "| grupp | tjugo |")


def test_a_fact_in_a_cell_is_a_value() -> None:
    changes = back(lambda file: file.replace("605", "650", _cell(file))).taken.result.changes
    told = [(change.kind, change.path, change.new) for change in changes]
    assert told == [("värde", "ersättning.belopp", 650)]


def _cell(file: WordFile) -> etree._Element:
    table = next(t for t in file.body.iter(f"{W}tbl") if "grupp" in text(t))
    return next(p for p in table.iter(f"{W}p") if "605" in text(p))


@pytest.mark.parametrize("who", [None, ANNA])
def test_a_row_that_comes_is_a_row(who: Who | None) -> None:
    def edit(file: WordFile) -> None:
        row = next(file.paragraph("nitton").iterancestors(f"{W}tr"))
        new = etree.fromstring(etree.tostring(row))
        row.addnext(new)
        for node, words in zip(new.iter(f"{W}t"), ("läger", "tio", "900"), strict=True):
            node.text = words
        if who:
            properties = new.find(f"{W}trPr")
            if properties is None:
                properties = etree.Element(f"{W}trPr")
                new.insert(0, properties)
            properties.append(file.marked("ins", who))

    (change,) = back(edit).taken.result.changes
    assert change.kind == "avvikelse"
    assert change.tracked == bool(who)
    assert change.places[-1] == "rad ”läger”"
    assert kept(edit) == after(
        "| grupp | nitton | 200 |", "| grupp | nitton | 200 |\n| läger | tio | 900 |"
    )


def test_a_link_that_leads_elsewhere_is_told_though_its_words_are_the_same() -> None:
    def edit(file: WordFile) -> None:
        relations = file.parts["word/_rels/document.xml.rels"]
        assert b"https://exempel.se/a" in relations
        file.parts["word/_rels/document.xml.rels"] = relations.replace(
            b"https://exempel.se/a", b"https://annan.se/a"
        )

    (change,) = back(edit).taken.result.changes
    assert (change.kind, change.rank, change.old) == ("format", "saklig", "sidan")
    assert change.new == "länk till https://annan.se/a"


def test_a_part_of_a_deletion_over_two_sections_is_not_accepted_alone() -> None:
    def edit(file: WordFile) -> None:
        end, first = file.paragraph("Verksamheten ska bidra"), file.section("tid")[1]
        file.replace("egna förutsättningar.", "", end)
        file.replace("Uppdraget gäller från ", "", first)
        for run in list(first)[1:]:
            end.append(run)
        for node in file.section("tid")[:2]:
            file.body.remove(node)

    file = WordFile(base(*DOCUMENT).file)
    edit(file)
    returned = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    with pytest.raises(AvtalsgenError) as raised:
        accepted_files(project(), returned, AcceptOrder(frozenset({1}), frozenset()))
    assert raised.value.problems[0].code == "TB13"
