"""Lines without any look, as of plain text, made documents of."""

from tests.read import WORDS
from tests.readers.recognise.agreements import MEMO, NEW, OLD

from avtalsgen.model import plain
from avtalsgen.model.nodes import List, Paragraph, Section, Text
from avtalsgen.model.walk import runs
from avtalsgen.readers.recognise.document import Recognised, recognised
from avtalsgen.readers.recognise.line import line


def _read(texts: list[str]) -> Recognised:
    return recognised([line(Paragraph((Text(text),))) for text in texts], WORDS)


def _outline(sections: tuple[Section, ...]) -> list[object]:
    return [
        (plain.heading(own), *([_outline(own.sections)] if own.sections else []))
        for own in sections
    ]


def _words(read: Recognised) -> list[str]:
    """Return every word of what was read, in any order."""
    cover = read.cover
    parts = [cover.kicker, plain.text(cover.title), plain.text(cover.subtitle)]
    parts += [f"{row.label} {plain.text(row.content)}" for row in cover.rows]
    parts += [word for section in read.sections for word in _of(section)]
    for own in read.signatures.signatories if read.signatures else ():
        parts += [own.role, *map(plain.text, (own.organisation, own.name, own.title)), *own.lines]
    return sorted(" ".join(parts).split())


def _of(section: Section) -> list[str]:
    own = [plain.text(run) for block in section.blocks for run in runs(block)]
    below = [word for inner in section.sections for word in _of(inner)]
    return [plain.heading(section), *own, *below]


def test_an_agreement_of_the_old_outline_is_told_apart() -> None:
    read = _read(OLD)
    assert read.cover.kicker == "Verksamhetsuppdrag avseende"
    assert plain.text(read.cover.title) == "Stöd i boendet, Enheten Ekbacken"
    assert [row.label for row in read.cover.rows] == ["Diarienummer", "Datum"]
    assert read.contents
    assert (read.contents.heading, read.contents.depth) == ("Innehåll", 3)
    assert read.numbering == ("{1}.0", "{1}.{2}")
    assert _outline(read.sections) == [
        ("1.0 VERKSAMHETSUPPDRAG", [("1.1 TID",)]),
        (
            "2.0 KRAV PÅ VERKSAMHETEN",
            [
                ("Särskilt stöd till unga vuxna",),
                ("2.1 LAGSTIFTNING", [("Barns rättigheter",)]),
            ],
        ),
        ("3.0 UPPFÖLJNING OCH KLAGOMÅL", [("Uppföljning",), ("Lex Sarah",)]),
        ("",),
    ]
    assert read.sections[-1].anchor == "avslutning"


def test_lists_are_lists_and_a_sentence_that_begins_with_a_number_is_none() -> None:
    uppfoljning = _read(OLD).sections[2].sections[0]
    _, counted, meeting = uppfoljning.blocks
    assert isinstance(counted, List)
    assert (counted.ordered, len(counted.items)) == (True, 2)
    assert isinstance(meeting, Paragraph)
    assert plain.text(meeting.content).startswith("30 dagar")


def test_two_columns_of_signatures_are_two_parties() -> None:
    signed = _read(OLD).signatures
    assert signed
    said = [
        (own.party, own.role, plain.text(own.organisation), own.lines, plain.text(own.name))
        for own in signed.signatories
    ]
    assert said == [
        ("beställare", "För Beställare", "Socialnämnden", ("Granvik 2019",), "Kim Ek"),
        ("utförare", "För Utförare", "Enheten Ekbacken", ("Granvik 2019",), "Robin Al"),
    ]


def test_an_agreement_of_the_new_outline_is_told_apart() -> None:
    read = _read(NEW)
    assert _outline(read.sections) == [
        ("1 VERKSAMHETSUPPDRAG", [("1.1 Uppdragstid",)]),
        ("2 BARNS RÄTTIGHETER",),
        ("3 TVIST",),
    ]
    assert read.signatures
    assert [plain.text(own.title) for own in read.signatures.signatories] == [
        "Socialdirektör",
        "Direktör",
    ]


def test_a_memo_without_contents_and_numbers_is_told_apart() -> None:
    read = _read(MEMO)
    assert _outline(read.sections) == [
        ("Förslag till beslut",),
        ("Ärende",),
        ("Ekonomiska konsekvenser",),
    ]
    assert read.signatures is None


def test_no_word_is_lost_but_those_of_the_contents_and_the_signs_of_lists() -> None:
    for texts in (OLD, NEW, MEMO):
        contents = set()
        if "Innehåll" in texts:
            start = texts.index("Innehåll")
            first = texts[start + 1].split("\t")[0].split(" ..")[0]
            end = next(at for at in range(start + 2, len(texts)) if texts[at].startswith(first))
            contents = set(range(start, end))
        kept = [text for at, text in enumerate(texts) if at not in contents and text != "....."]
        kept = [text.removeprefix("- ") for text in kept]
        said = " ".join(kept).replace(" 1. ", " ").replace(" 2. ", " ").replace(":", "")
        assert sorted(said.split()) == sorted(
            " ".join(_words(_read(texts))).replace(":", "").split()
        )


def test_a_page_number_that_is_glued_to_a_heading_is_of_the_contents() -> None:
    listed = [text.replace("3 TVIST ........ 6", "3 TVIST6") for text in NEW]
    assert _outline(_read(listed).sections) == _outline(_read(NEW).sections)
    assert _words(_read(listed)) == _words(_read(NEW))


def test_the_last_words_of_an_agreement_are_no_part_of_its_last_clause() -> None:
    last = "Detta uppdrag är upprättat i två likalydande exemplar."
    electronic = (
        "Parterna undertecknar handlingen elektroniskt.",
        "Filen som är undertecknad är original.",
    )
    at = OLD.index(last)
    several = [*OLD[:at], *electronic, "Bilagor", "1. Handlingsplan för våren", *OLD[at + 1 :]]
    *_, closing, annexes = _read(several).sections
    assert [plain.text(run) for block in closing.blocks for run in runs(block)] == [*electronic]
    assert (plain.text(annexes.heading), annexes.level) == ("Bilagor", 1)
