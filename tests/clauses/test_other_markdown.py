"""Texts are pasted from mail and other tools: what ours has not is told, a lettered list is one."""

import pytest

from avtalsgen.importing.texts import TextWriter
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, List, Paragraph, Text
from avtalsgen.readers.markdown import read_markdown


def blocks(text: str) -> tuple[Block, ...]:
    read, problems = read_markdown(text, "egen.md")
    assert problems == ()
    return read


def items(block: Block) -> list[str]:
    assert isinstance(block, List)
    words = [item.blocks[0] for item in block.items]
    return [plain.text(each.content) for each in words if isinstance(each, Paragraph)]


NOT_OURS = [
    "Enligt avtalet.[^1]\n\n[^1]: Dnr SON 2019-846.",
    "Utföraren ~~ska~~ får svara.",
    "- [ ] att göra",
    "- [x] gjort",
    "| A |\n|---|\n| ~~b~~ |",
    "Se [[klagomål]].",
    "Det är ==viktigt==.",
    "Kostnaden är $$a + b$$.",
    "::: ruta\nText\n:::",
    "Rubriken {#mal} här.",
    "[TOC]",
    "!!! note\n    Text",
    "Ytan är 12 m^2^.",
    "H~2~O är vatten.",
    "**Ord ~~bort~~**",
    "Utföraren ~ska~ får svara.",
    "Det är $x^2$ meter.",
    "Kostnad ($a + b$).",
    "Ord\n: förklaring",
    "i. ett\nii. två",
    "Utföraren ska\n(i) lämna rapport\n(ii) arkivera",
    "A. ett\nB. två",
    "(a) ett\n(b) två",
    "• ett\n• två",
    "Utföraren ska\n– lämna rapport\n– arkivera",
    "1.1 ett\n1.2 två",
    "i) ett\nii) två",
    "o ett\no två",
    "Utföraren {++ska++} svara.",
    "Utföraren {--ska--} svara.",
    "Enligt avtalet.^[Dnr SON 2019-846, **bilaga** 1]",
    "Klart :white_check_mark:",
    "Bra :+1: gjort.",
    "Ord\n\n: förklaring",
    "Se %% inte klart %% bilagan.",
    "Det är ||hemligt||.",
    "Det är ++nytt++.",
    "Det är --gammalt--.",
    "Utföraren -- inte nämnden -- svarar.",
    "*[LSS]: lagen om stöd",
    "Se [@prop2024, s. 5].",
    "\\pagebreak",
    "#Målgrupp",
    "Ord {: .viktigt } här.",
    "{:toc}",
    "[toc]",
    "+---+---+\n| a | b |\n+---+---+",
    "| a | b |\n| 1 | 2 |",
    "a | b\n1 | 2",
    "§ 1 ett\n§ 2 två",
    "1 ett\n2 två",
    "Ytan är ^liten^.",
    "  i. ett\n  ii. två",
]


@pytest.mark.parametrize("text", NOT_OURS)
def test_markdown_that_is_none_of_ours_is_told_with_what_to_write(text: str) -> None:
    _, problems = read_markdown(text, "egen.md", 7)
    assert {problem.code for problem in problems} == {"MD01"}
    for problem in problems:
        assert problem.hint
        assert problem.origin is not None
        assert problem.origin.line >= 7


@pytest.mark.parametrize("text", [text for text in NOT_OURS if "\n" not in text])
def test_words_that_look_like_it_are_written_so_that_they_are_read_again(text: str) -> None:
    (block,) = blocks(TextWriter().markdown([Paragraph((Text(text),))]))
    assert isinstance(block, Paragraph)
    assert plain.text(block.content) == text


def test_a_note_is_called_a_note_and_not_a_link() -> None:
    _, problems = read_markdown("Enligt avtalet.[^1]\n\n[^1]: not", "egen.md")
    assert {problem.message for problem in problems} == {"fotnoter används inte"}


@pytest.mark.parametrize(
    "text",
    [
        "Ungefär ~ 5 och ~6.",
        "Enligt [avtalet](https://exempel.se) och [1].",
        "a = b och c == d.",
        "Priset är 5 $.",
        "Mellan 5 $ och 6 $, eller $5 och $6.",
        "Ungefär ~5 och ~6.",
        "– Ja, sade hon.",
        "– Ja, sade hon.\\\n– Nej, sade han.",
        "• ett  \n• två",
        "Se avsnitt\n3.1 och bilagan.",
        "Svar: ja\noch nej.",
        "Se (a) och b) i listan.",
        "Se punkt\na) ovan.",
        "s. 5 i boken.",
        "Se punkt\na. ovan.",
        "Klockan 08:00:00 och a:b:c.",
        "Det gäller mellan\n2 och\n3 personer.",
        "Priset är 5–6 -- 7.".replace(" -- ", "--"),
        r"Tecknen \--, \:smile: och \%% skrivs ut.",
        "#1 och C++ eller C++17.",
        "Ett (c) 2026, 100 %.",
    ],
)
def test_signs_that_are_words_stay(text: str) -> None:
    (block,) = blocks(text)
    assert isinstance(block, Paragraph)


def test_a_lettered_list_right_below_its_paragraph() -> None:
    lead, block = blocks("Utföraren ska\na) lämna rapport,\nb) följa upp, och\nc) arkivera.")
    assert isinstance(lead, Paragraph)
    assert items(block) == ["lämna rapport,", "följa upp, och", "arkivera."]


@pytest.mark.parametrize("sign", [")", "."])
@pytest.mark.parametrize("between", ["\n  ", "\n\n", "\n\n   ", "\n"])
def test_a_lettered_list_may_be_indented_or_have_empty_rows(sign: str, between: str) -> None:
    lead, *rest = blocks(f"Utföraren ska\n\n  a{sign} lämna rapport,{between}b{sign} arkivera.")
    assert isinstance(lead, Paragraph)
    assert [words for block in rest for words in items(block)] == ["lämna rapport,", "arkivera."]
    assert [block.start for block in rest if isinstance(block, List)] == [1, 2][: len(rest)]


def test_a_lettered_list_by_itself_with_wrapped_lines_and_marks() -> None:
    (block,) = blocks("a) lämna **rapport**\noch räkenskaper,\nb) arkivera.")
    assert isinstance(block, List)
    assert (block.ordered, block.letters, block.start) == (True, True, 1)
    assert items(block) == ["lämna rapport och räkenskaper,", "arkivera."]


def test_a_lettered_list_goes_on_at_its_letter() -> None:
    (block,) = blocks("c) arkivera,\nd) gallra.")
    assert isinstance(block, List)
    assert block.start == 3


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a) ett\nc) tre", "skriv b) i stället för c)"),
        ("a. råd\nb. stöd\nd. vård", "skriv c) i stället för d)"),
        ("1. råd\n2. stöd\n4. vård", "skriv 3. i stället för 4."),
        ("3. råd\n3. stöd\n4. vård", "skriv 4. i stället för 3."),
    ],
)
def test_a_list_out_of_order_is_told_since_others_refer_to_its_signs(text: str, hint: str) -> None:
    _, problems = read_markdown(text, "egen.md")
    assert [(problem.code, problem.hint) for problem in problems] == [("MD01", hint)]


def test_a_list_of_ones_counts_by_itself() -> None:
    (block,) = blocks("1. ett\n1. två\n1. tre")
    assert items(block) == ["ett", "två", "tre"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("<!-- hemlig -->", "ta bort kommentaren"),
        ("Utföraren <!-- hemlig --> svarar.", "ta bort kommentaren"),
        ("Ett <B>fet</B> ord.", "ta bort taggen, skriv **orden** i stället"),
        ("<div>ett</div>", "ta bort taggen"),
        ("Ett <tal> här.", "skriv < som \\<"),
    ],
)
def test_html_is_taken_away_and_never_printed_as_signs(text: str, hint: str) -> None:
    _, problems = read_markdown(text, "egen.md")
    assert {(problem.code, problem.hint) for problem in problems} == {("MD01", hint)}


def test_a_numbered_list_goes_on_at_the_number_written() -> None:
    first, between, second = blocks("1. ett\n2. två\n\nEtt stycke emellan.\n\n3. tre\n4. fyra")
    assert isinstance(first, List)
    assert isinstance(between, Paragraph)
    assert isinstance(second, List)
    assert (first.start, second.start) == (1, 3)


@pytest.mark.parametrize("start", ["0.", "1000.", "999999999."])
def test_no_list_begins_at_such_a_number(start: str) -> None:
    _, problems = read_markdown(f"{start} ett", "egen.md")
    assert [problem.code for problem in problems] == ["MD01"]


def test_a_list_with_dashes_is_a_list() -> None:
    (block,) = blocks("- ett\n- två")
    assert items(block) == ["ett", "två"]


def test_letters_with_a_point_are_a_lettered_list_where_they_follow_each_other() -> None:
    lead, list_ = blocks("Utföraren ska\na. lämna rapport,\nb. arkivera.")
    assert isinstance(lead, Paragraph)
    assert items(list_) == ["lämna rapport,", "arkivera."]
    assert isinstance(list_, List)
    assert list_.letters
