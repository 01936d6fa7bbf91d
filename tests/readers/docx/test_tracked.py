"""Tracked changes read as done, as undone, and as marks."""

import pytest
from tests.readers.docx.making import lines, p, r, read

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Deleted,
    Inserted,
    List,
    Paragraph,
    Revision,
    Section,
    Strong,
    Table,
    Text,
)
from avtalsgen.readers.reading import Tracked

_WHO = 'w:id="9" w:author="Kim Ek" w:date="2026-01-01T00:00:00Z"'
_H1 = p("Krav", style="Rubrik1")


def _ins(inner: str) -> str:
    return f"<w:ins {_WHO}>{inner}</w:ins>"


def _del(text: str) -> str:
    return f"<w:del {_WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def _end(tag: str) -> str:
    return f"<w:rPr><w:{tag} {_WHO}/></w:rPr>"


def _lines(body: str, tracked: Tracked) -> list[str]:
    return lines(read(_H1 + body, tracked=tracked).document)[1:]


def _section(body: str) -> Section:
    (section,) = read(_H1 + body, tracked="marked").document.sections
    return section


_EDITED = p(r("senast ") + _del("30") + _ins(r("60")) + r(" dagar"))


@pytest.mark.parametrize(
    ("tracked", "text"), [("accept", "senast 60 dagar"), ("reject", "senast 30 dagar")]
)
def test_words_are_on_one_side(tracked: Tracked, text: str) -> None:
    assert _lines(_EDITED, tracked) == [text]


def test_words_are_marked() -> None:
    assert _section(_EDITED).blocks == (
        Paragraph(
            (
                Text("senast "),
                Deleted((Text("30 "),)),
                Inserted((Text("60"),)),
                Text(" dagar"),
            )
        ),
    )


def test_a_mark_stands_outside_weight() -> None:
    body = p(r("a") + _ins(r("b", "<w:b/>") + r("c")))
    assert _section(body).blocks == (
        Paragraph((Text("a"), Inserted((Strong((Text("b"),)), Text("c"))))),
    )


def test_what_was_put_in_and_taken_away_again_is_nowhere() -> None:
    body = p(r("a") + _ins(_del("b")))
    assert [_lines(body, way) for way in ("accept", "reject", "marked")] == [["a"]] * 3


def test_a_whole_paragraph_put_in_or_taken_away_is_marked_as_one() -> None:
    body = (
        p("kvar")
        + p(_ins(r("ny")), properties=_end("ins"))
        + p(_del("gammal"), properties=_end("del"))
    )
    assert _lines(body, "accept") == ["kvar", "ny"]
    assert _lines(body, "reject") == ["kvar", "gammal"]
    assert _section(body).blocks[1:] == (
        Paragraph((Text("ny"),), revision=Revision("inserted")),
        Paragraph((Text("gammal"),), revision=Revision("deleted")),
    )


def test_paragraphs_that_are_joined_or_split_are_so() -> None:
    joined = p("ett ", properties=_end("del")) + p("två")
    assert (_lines(joined, "accept"), _lines(joined, "reject")) == (["ett två"], ["ett ", "två"])
    split = p("ett ", properties=_end("ins")) + p("två")
    assert (_lines(split, "accept"), _lines(split, "reject")) == (["ett ", "två"], ["ett två"])


def test_a_joined_paragraph_before_a_table_and_at_the_end_is_not_lost() -> None:
    cell = f"<w:tc>{p('cell')}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    gone = p("kvar", properties=_end("del"))
    assert _lines(gone + table, "accept") == ["kvar", "cell", "cell"]
    assert _lines(p("a") + gone, "accept") == ["a", "kvar"]


_MOVED = (
    '<w:moveFromRangeStart w:id="1" w:name="flytt1" w:author="Kim"/>'
    + p(
        f"<w:moveFrom {_WHO}>{r('flyttad text')}</w:moveFrom>" + _del(" som var"),
        properties=_end("moveFrom"),
    )
    + '<w:moveFromRangeEnd w:id="1"/>'
    + p("emellan")
    + '<w:moveToRangeStart w:id="2" w:name="flytt1" w:author="Kim"/>'
    + p(
        f"<w:moveTo {_WHO}>{r('flyttad text')}</w:moveTo>" + _ins(r(" som är")),
        properties=_end("moveTo"),
    )
    + '<w:moveToRangeEnd w:id="2"/>'
)


def test_a_move_has_one_name_on_both_sides_and_shows_what_did_not_come_along() -> None:
    assert _lines(_MOVED, "accept") == ["emellan", "flyttad text som är"]
    assert _lines(_MOVED, "reject") == ["flyttad text som var", "emellan"]
    before, _, after = _section(_MOVED).blocks
    assert before == Paragraph(
        (Text("flyttad text"), Deleted((Text(" som var"),))),
        revision=Revision("deleted", "flytt1"),
    )
    assert after == Paragraph(
        (Text("flyttad text"), Inserted((Text(" som är"),))),
        revision=Revision("inserted", "flytt1"),
    )


def _row(text: str, tag: str = "") -> str:
    mark = f"<w:trPr><w:{tag} {_WHO}/></w:trPr>" if tag else ""
    run = {"ins": _ins(r(text)), "del": _del(text)}.get(tag, r(text))
    return f"<w:tr>{mark}<w:tc>{p(run)}</w:tc><w:tc>{p(run)}</w:tc></w:tr>"


def test_rows_are_on_one_side() -> None:
    table = f"<w:tbl>{_row('huvud')}{_row('ny', 'ins')}{_row('gammal', 'del')}</w:tbl>"
    assert _lines(table, "accept") == ["huvud"] * 2 + ["ny"] * 2
    assert _lines(table, "reject") == ["huvud"] * 2 + ["gammal"] * 2
    (block,) = _section(table).blocks
    assert isinstance(block, Table)
    assert block.row_revisions == (Revision("inserted"), Revision("deleted"))


def test_a_table_put_in_is_marked_as_one() -> None:
    (block,) = _section(f"<w:tbl>{_row('a', 'ins')}{_row('b', 'ins')}</w:tbl>").blocks
    assert isinstance(block, Table)
    assert (block.revision, block.row_revisions) == (Revision("inserted"), ())
    assert block.header == ((Text("a"),), (Text("a"),))


def test_an_item_put_in_is_marked() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = _H1 + p("a", properties=numbers) + p(_ins(r("b")), properties=numbers + _end("ins"))
    (section,) = read(body, {"numbering": numbering}, "marked").document.sections
    (block,) = section.blocks
    assert isinstance(block, List)
    assert [item.revision for item in block.items] == [None, Revision("inserted")]
    assert block.items[1].blocks == (Paragraph((Text("b"),)),)


def test_a_section_put_in_is_marked_as_one_and_a_heading_alone_in_its_words() -> None:
    new = p(_ins(r("Nytt")), style="Rubrik1", properties=_end("ins"))
    text = p(_ins(r("text")), properties=_end("ins"))
    old = p("kvar")
    first, second = read(_H1 + old + new + text, tracked="marked").document.sections
    assert (first.revision, second.revision) == (None, Revision("inserted"))
    assert second.heading == (Text("Nytt"),)
    assert second.blocks == (Paragraph((Text("text"),)),)
    (section,) = read(new + old, tracked="marked").document.sections
    assert section.revision is None
    assert section.heading == (Inserted((Text("Nytt"),)),)


def test_a_style_that_was_changed_is_the_old_one_when_changes_are_undone() -> None:
    change = f'<w:pPrChange {_WHO}><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:pPrChange>'
    body = _H1 + p("Tid", properties=change) + p("text")
    assert [len(read(body, tracked=way).document.sections) for way in ("accept", "reject")] == [
        1,
        2,
    ]


def test_changes_that_nobody_has_settled_are_told_of() -> None:
    (problem,) = read(_H1 + _EDITED).problems
    assert (problem.code, str(problem.severity)) == ("DX17", "stil")
    assert "2 spårade ändringar" in problem.message
    assert "Kim Ek" in problem.message
    assert problem.hint == "godkänn eller avslå dem i Word"
    assert read(_H1 + _EDITED, tracked="marked").problems == ()


def test_text_without_marks_is_what_accepting_and_rejecting_say() -> None:
    for body in (_EDITED, _MOVED):
        marked = " ".join(
            plain.text(b.content) for b in _section(body).blocks if isinstance(b, Paragraph)
        )
        for way in ("accept", "reject"):
            assert all(word in marked for line in _lines(body, way) for word in line.split())


@pytest.mark.parametrize("turned", [False, True])
def test_a_word_that_became_another_is_read_as_two_words(turned: bool) -> None:
    marks = [_del("tolv"), _ins(r("sex"))]
    body = p(r("i ") + "".join(reversed(marks) if turned else marks) + r(" år"))
    assert _lines(body, "marked") == ["i sex tolv år" if turned else "i tolv sex år"]
    assert _lines(body, "accept") == ["i sex år"]
    assert _lines(body, "reject") == ["i tolv år"]


def test_letters_put_into_a_word_do_not_part_it() -> None:
    assert _lines(p(r("av") + _ins(r("tal")) + r("et")), "marked") == ["avtalet"]
