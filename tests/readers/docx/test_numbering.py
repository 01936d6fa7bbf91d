"""Numbers as Word counts them; where LibreOffice counts alike, it is asked."""

import pytest
from tests import libreoffice
from tests.read import read_docx
from tests.readers.docx.making import STYLES, file, lines, p, read

from avtalsgen.model.nodes import List
from avtalsgen.readers.docx.formats.number_formats import letters, roman

_FORMS = ("decimal", "lowerLetter", "lowerRoman", "upperLetter", "upperRoman", "decimalZero")


def _level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{360 * (at + 1)}"/></w:pPr></w:lvl>'
    )


def _definition(*levels: str, key: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def _num(key: int, definition: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def _n(text: str, level: int = 0, num: int = 1, style: str = "") -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(text, properties=numbers, style=style)


def _numbers(body: str, numbering: str, styles: str = STYLES) -> list[str]:
    document = read(body, {"numbering": numbering, "styles": styles}).document
    return [section.number for section in document.sections]


_OUTLINE = _definition(
    _level(0, "decimal", "%1"), _level(1, "decimal", "%1.%2"), _level(2, "lowerLetter", "%1.%2 %3)")
)


def _headings(*levels: int) -> str:
    return "".join(_n(f"Rubrik {at}", level, style="Rubrik1") for at, level in enumerate(levels))


def test_levels_count_within_the_one_above() -> None:
    numbers = _numbers(_headings(0, 1, 1, 2, 0, 1, 2), _OUTLINE + _num(1))
    assert numbers == ["1", "1.1", "1.2", "1.2 a)", "2", "2.1", "2.1 a)"]


def test_a_level_may_go_on_and_may_begin_again_later() -> None:
    going_on = _definition(
        _level(0, "decimal", "%1"),
        _level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'),
        _level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    )
    numbers = _numbers(_headings(0, 1, 2, 1, 2, 0, 1, 2), going_on + _num(1))
    assert numbers == ["1", "1", "1", "2", "2", "2", "3", "1"]


def test_a_legal_number_is_in_digits_all_through() -> None:
    legal = _definition(_level(0, "upperRoman", "%1."), _level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert _numbers(_headings(0, 0, 1), legal + _num(1)) == ["I.", "II.", "2.1"]


def test_an_instance_may_start_at_another_number_and_change_a_level() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{_level(0, "upperLetter", "Bilaga %1")}</w:lvlOverride>'
    body = "".join(_n("Rubrik", 0, num, "Rubrik1") for num in (1, 2, 2, 3))
    numbering = _OUTLINE + _num(1) + _num(2, more=start) + _num(3, more=other)
    assert _numbers(body, numbering) == ["1", "7", "8", "Bilaga I"]


def test_a_style_is_tied_to_a_level_and_a_paragraph_may_do_without() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for level in (1, 2)
    ) + (
        '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen rubrik"/>'
        '<w:basedOn w:val="Rubrik2"/></w:style>'
    )
    tied = _definition(
        _level(0, "decimal", "%1", '<w:pStyle w:val="Rubrik1"/>'),
        _level(1, "decimal", "%1.%2", '<w:pStyle w:val="Rubrik2"/>'),
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("A", style="Rubrik1")
        + p("B", style="Rubrik2")
        + p("C", style="Egen")
        + p("D", style="Rubrik1", properties=none)
        + p("E", style="Rubrik1")
    )
    document = read(body, {"numbering": tied + _num(1), "styles": styles}).document
    assert lines(document) == ["1 A", "1.1 B", "1.2 C", "D", "2 E"]


def test_a_definition_may_lead_to_another_by_a_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Lista"/>'
        f"{_level(0, 'decimal', '§ %1')}</w:abstractNum>"
    )
    assert _numbers(_headings(0, 0), linked + _num(1)) == ["§ 1", "§ 2"]


@pytest.mark.parametrize("form", _FORMS)
def test_numbers_are_written_as_libreoffice_writes_them(form: str) -> None:
    body = "".join(_n(f"Rubrik nummer {at}", style="Rubrik1") for at in range(1, 31))
    made = file(body, {"numbering": _definition(_level(0, form, "%1")) + _num(1)})
    ours = lines(read_docx(made, "prov.docx").document)
    assert ours == [" ".join(line.split()) for line in libreoffice.paragraphs(made)]


_FOUR = _definition(
    _level(0, "decimal", "%1"),
    _level(1, "decimal", "%1.%2"),
    _level(2, "decimal", "%1.%2.%3"),
    _level(3, "upperRoman", "%1.%2.%3 %4"),
)


@pytest.mark.parametrize(
    "levels",
    [
        (0, 2, 1, 2, 2, 0, 2),
        (2, 2, 1, 0, 1, 3),
        (1, 1, 0, 1, 2, 0, 3, 1),
        (0, 3, 2, 1, 3, 0, 3, 3),
        (3, 0, 3, 1, 3, 2, 3),
    ],
)
def test_levels_above_that_were_never_used_count_as_libreoffice_counts(
    levels: tuple[int, ...],
) -> None:
    body = "".join(
        _n(f"Rubrik nummer {at}", level, style="Rubrik1") for at, level in enumerate(levels)
    )
    made = file(body, {"numbering": _FOUR + _num(1)})
    ours = lines(read_docx(made, "prov.docx").document)
    assert ours == [" ".join(line.split()) for line in libreoffice.paragraphs(made)]


def test_letters_are_doubled_and_roman_numbers_end() -> None:
    assert [letters(n) for n in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]
    assert [roman(n) for n in (4, 9, 1994, 4000)] == ["IV", "IX", "MCMXCIV", "4000"]


_BULLETS = _definition(_level(0, "bullet", "•"), _level(1, "bullet", "–"), key=5)


def _shape(block: object) -> object:
    if isinstance(block, List):
        sign = "1." if block.ordered else "•"
        return (sign, *(tuple(_shape(inner) for inner in item.blocks) for item in block.items))
    return "¶"


def _blocks(body: str, numbering: str) -> list[object]:
    (section,) = read(p("Krav", style="Rubrik1") + body, {"numbering": numbering}).document.sections
    return [_shape(block) for block in section.blocks]


def test_items_make_lists_and_lists_in_lists() -> None:
    counted = _definition(_level(0, "decimal", "%1."), _level(1, "lowerLetter", "%2)"), key=6)
    numbering = _BULLETS + counted + _num(1, 5) + _num(2, 6)
    body = (
        _n("a", 0)
        + _n("b", 1)
        + p("under b", properties='<w:ind w:left="720"/>')
        + _n("c", 0)
        + p("mellan")
        + _n("d", 0, 2)
        + _n("e", 1, 2)
        + _n("f", 0, 2)
    )
    assert _blocks(body, numbering) == [
        ("•", ("¶", ("•", ("¶", "¶"))), ("¶",)),
        "¶",
        ("1.", ("¶", ("1.", ("¶",))), ("¶",)),
    ]


def test_an_item_that_goes_on_counting_after_another_text_keeps_its_number() -> None:
    numbering = _definition(_level(0, "decimal", "%1.")) + _num(1)
    body = p("Krav", style="Rubrik1") + _n("a") + _n("b") + p("mellan") + _n("c")
    assert lines(read(body, {"numbering": numbering}).document)[1:] == ["a", "b", "mellan", "3. c"]


def test_a_paragraph_with_a_number_of_many_levels_keeps_it_in_its_text() -> None:
    sentence = "Utföraren ska lämna en redovisning till beställaren senast den 31 mars varje år."
    body = _headings(0) + _n(sentence, 1)
    found = lines(read(body, {"numbering": _OUTLINE + _num(1)}).document)
    assert found == ["1 Rubrik 0", f"1.1 {sentence}"]


def test_a_list_counted_with_letters_keeps_them() -> None:
    numbering = _definition(_level(0, "lowerLetter", "%1)")) + _num(1)
    reading = read(p("Krav", style="Rubrik1") + _n("ett") + _n("två"), {"numbering": numbering})
    (listed,) = reading.document.sections[0].blocks
    assert isinstance(listed, List)
    assert (listed.ordered, listed.letters) == (True, True)
    assert not reading.problems


def test_a_list_counted_otherwise_is_told_of() -> None:
    numbering = _definition(_level(0, "upperRoman", "%1)")) + _num(1)
    reading = read(p("Krav", style="Rubrik1") + _n("ett") + _n("två"), {"numbering": numbering})
    assert [problem.code for problem in reading.problems] == ["DX18"]
    assert "”I)”" in reading.problems[0].message
