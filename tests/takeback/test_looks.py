"""Words that are as they were and look otherwise: told with their place, or once for a file."""

from copy import deepcopy

import pytest
from lxml import etree
from tests.takeback.taking import changes
from tests.takeback.word_edits import ANNA, W, WordFile, look_of, paragraphs

_LINE = "Avgifterna tillfaller"


def _placed(file: WordFile, tag: str, words: str = _LINE, **values: str) -> etree._Element:
    """Give a paragraph a property; return its properties."""
    properties = file.paragraph(words).find(f"{W}pPr")
    assert properties is not None
    child = etree.SubElement(properties, W + tag)
    for name, value in values.items():
        child.set(W + name, value)
    return properties


def _font(file: WordFile, name: str) -> None:
    file.look(_LINE, "rFonts")
    for node in file.body.iter(f"{W}rFonts"):
        node.set(f"{W}ascii", name)
        node.set(f"{W}hAnsi", name)


PASSAGES = {
    "centrerad": lambda file: _placed(file, "jc", val="center"),
    "högerställd": lambda file: _placed(file, "jc", val="end"),
    "marginaljusterad": lambda file: _placed(file, "jc", val="both"),
    "indrag 1,27 cm": lambda file: _placed(file, "ind", left="720"),
    "radhöjd ändrad": lambda file: _placed(file, "spacing", line="588", lineRule="exact"),
    "styckets bakgrund": lambda file: _placed(file, "shd", fill="FFFF00"),
    "teckensnitt Courier New": lambda file: _font(file, "Courier New"),
    "storlek 14": lambda file: file.look(_LINE, "sz=28"),
    "färg FF0000": lambda file: file.look(_LINE, "color=FF0000"),
    "upphöjd": lambda file: file.look(_LINE, "vertAlign=superscript"),
    "spärrning": lambda file: file.look(_LINE, "spacing=60"),
}


@pytest.mark.parametrize("told", PASSAGES)
def test_the_look_of_a_passage_is_told_where_it_is(told: str) -> None:
    (change,) = changes(PASSAGES[told])
    assert (change["kind"], change["tracked"], change["new"]) == ("format", False, told)
    assert str(change["old"]).startswith(_LINE)
    assert change["places"] == ["2.2 Avgift"]


def test_words_that_were_centred_with_track_changes_are_told_by_whom() -> None:
    def edit(file: WordFile) -> None:
        properties = _placed(file, "jc", val="center")
        properties.append(file.marked("pPrChange", ANNA, etree.Element(f"{W}pPr")))

    (change,) = changes(edit)
    assert (change["kind"], change["new"], change["author"]) == ("format", "centrerad", "Anna Alm")


def test_a_heading_made_body_text_with_track_changes_is_no_silent_change() -> None:
    def edit(file: WordFile) -> None:
        properties = file.section("avgift")[0].find(f"{W}pPr")
        assert properties is not None
        before = deepcopy(properties)
        for style in properties.iter(f"{W}pStyle"):
            style.set(f"{W}val", "Normal")
        properties.append(file.marked("pPrChange", ANNA, before))

    told = changes(edit)
    assert [(c["kind"], c["tracked"], c["author"]) for c in told] == [("format", True, "Anna Alm")]


def test_a_paragraph_in_another_style_is_one_change_of_looks() -> None:
    def edit(file: WordFile) -> None:
        styles = file.parts["word/styles.xml"]
        quote = (
            b'<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/><w:basedOn '
            b'w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>'
        )
        file.parts["word/styles.xml"] = styles.replace(b"</w:styles>", quote + b"</w:styles>")
        style = file.paragraph(_LINE).find(f"{W}pPr/{W}pStyle")
        assert style is not None
        style.set(f"{W}val", "Citat")

    (change,) = changes(edit)
    assert (change["kind"], change["new"]) == ("format", "kursiv, centrerad")


@pytest.mark.parametrize("how", ["every run", "the style"])
def test_a_look_that_a_whole_file_got_is_one_change(how: str) -> None:
    def edit(file: WordFile) -> None:
        if how == "every run":
            for run in file.body.iter(f"{W}r"):
                look_of(run, "sz=28")
        else:
            styles = file.parts["word/styles.xml"]
            file.parts["word/styles.xml"] = styles.replace(b'"Lato"', b'"Arial"')
        file.look("Underlaget får inte", "color=FF0000")

    told = {str(change["old"]): change for change in changes(edit)}
    assert all(change["kind"] == "format" for change in told.values())
    whole = told.pop("hela filen")
    assert str(whole["new"]).startswith(("storlek 14 på", "teckensnitt Arial på"))
    assert [(words[:19], c["places"]) for words, c in told.items()] == [
        ("Underlaget får inte", ["2 Ersättning och volym"])
    ]


@pytest.mark.parametrize(
    ("look", "hidden"),
    [("w=1", "mycket liten"), ("sz=0", "mycket liten"), ("specVanish", "dold")],
)
def test_letters_that_nobody_sees_are_hidden_however_it_was_done(look: str, hidden: str) -> None:
    told = changes(lambda file: file.look(_LINE, look))
    assert [(c["kind"], c["hidden"]) for c in told] == [("avvikelse", hidden)]


def test_a_line_without_height_hides_its_words() -> None:
    told = changes(lambda file: _placed(file, "spacing", line="20", lineRule="exact"))
    assert [(c["kind"], c["hidden"]) for c in told] == [("avvikelse", "mycket liten")]


def test_a_head_that_was_hidden_is_told() -> None:
    def edit(file: WordFile) -> None:
        name = next(n for n, data in file.parts.items() if b"SON 2026-000" in data and "head" in n)
        root = etree.fromstring(file.parts[name])
        for run in root.iter(f"{W}r"):
            look_of(run, "vanish")
        file.parts[name] = etree.tostring(root)

    told = changes(edit)
    assert told
    assert {(c["kind"], c["hidden"]) for c in told} == {("avvikelse", "dold")}


def test_a_section_struck_tracked_is_told_alone_though_it_has_got_the_look_of_what_is_behind() -> (
    None
):
    def edit(file: WordFile) -> None:
        nodes = file.section("kompetens")
        file.delete_whole(list(paragraphs(nodes)), ANNA)
        nodes[0].find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Rubrik1")
        for run in nodes[1].iter(f"{W}r"):
            look_of(run, "b", "sz=32")
        # the office counts the heading that is struck, by the level that it has got
        file.replace("4.2", "5.2", file.paragraph("antecknar personliga förhållanden"))

    assert [(c["kind"], c["clause"]) for c in changes(edit)] == [("struken", "kompetens")]


def test_looks_that_somebody_tracked_are_told_one_by_one_however_many() -> None:
    def edit(file: WordFile) -> None:
        lines = ("Uppdraget upphör", "Parterna får skriftligen", "Den som säger upp", _LINE)
        more = ("Utföraren leder och", "Lag och andra", "Lyckas inte det", "Parterna har varsin")
        for words in (*lines, *more, "Det ska dessutom", "Beställaren tar emot"):
            file.look(words, "b", who=ANNA)

    assert [(c["tracked"], c["new"]) for c in changes(edit)] == [(True, "fet")] * 10
