"""What first pages and places to sign say in documents of others: each line does what it says."""

from dataclasses import replace

import pytest
from tests.compared import HOUSE
from tests.read import WORDS, read_plain_text

from avtalsgen.model import plain
from avtalsgen.model.nodes import Paragraph, Text
from avtalsgen.problems import Problem
from avtalsgen.readers.recognise.broken import mended
from avtalsgen.readers.recognise.line import line as line_of
from avtalsgen.readers.recognise.line_words import is_figure, is_name
from avtalsgen.readers.recognise.page_words import PageLists, page_words
from avtalsgen.register.word_files import grouped, opened

assert HOUSE.project is not None
FILES = HOUSE.project.files
NO_PROBLEMS: list[Problem] = []
SIGNING = opened(FILES, "underskrift", NO_PROBLEMS)
COVER = opened(FILES, "omslag", NO_PROBLEMS)
ROWS = opened(FILES, "rader", NO_PROBLEMS)


@pytest.mark.parametrize("word", SIGNING.texts("roller"))
@pytest.mark.parametrize("before", SIGNING.texts("inleder_roll"))
def test_each_role_is_a_line_of_its_own(before: str, word: str) -> None:
    for line in (f"{before} {word}", f"{before.capitalize()} {word}n:"):
        assert WORDS.role.fullmatch(line)
    assert not WORDS.role.fullmatch(f"{before} {word}n i hamnen")


@pytest.mark.parametrize(
    ("party", "part"),
    [(party, part) for party, parts in grouped(SIGNING, "parter").items() for part in parts],
)
def test_each_part_of_a_role_is_a_party(party: str, part: str) -> None:
    assert WORDS.party_of(f"För {part}aren") == party


@pytest.mark.parametrize("label", SIGNING.texts("etiketter"))
def test_each_label_is_a_line_of_its_own(label: str) -> None:
    assert WORDS.label.fullmatch(label.capitalize())
    assert WORDS.label.fullmatch(f"{label}:")
    assert not WORDS.label.fullmatch(f"{label} i hamnen")


@pytest.mark.parametrize("word", SIGNING.texts("framför_dag"))
def test_each_word_before_a_day_makes_a_place_of_it(word: str) -> None:
    for line in (f"Hamnstad, {word}", f"Hamnstad, {word} ____", f"Hamnstad {word} 2026-11-29"):
        assert WORDS.label.fullmatch(line)
    assert not WORDS.label.fullmatch(f"Hamnstad {word} hamnen")


@pytest.mark.parametrize("title", SIGNING.texts("titlar"))
def test_each_end_of_a_title_is_one(title: str) -> None:
    assert WORDS.title.search(title.capitalize())
    assert WORDS.title.search(f"hamn{title}")
    assert not WORDS.title.search(f"{title}hamn")


@pytest.mark.parametrize("title", SIGNING.texts("korta_titlar"))
def test_each_short_title_stands_by_itself(title: str) -> None:
    assert WORDS.title.search(title.upper())
    assert not WORDS.title.search(f"hamn{title}")


@pytest.mark.parametrize("phrase", SIGNING.texts("sist"))
def test_each_phrase_is_of_the_last_words(phrase: str) -> None:
    assert WORDS.closing.search(f"Det är skrivet {phrase.replace('…', 'ordet')} i dag.")
    assert not WORDS.closing.search(f"Det är skrivet {phrase.replace('…', 'ordet')}hamn i dag.")


@pytest.mark.parametrize("head", SIGNING.texts("rubriker"))
def test_each_head_stands_above_a_place_to_sign(head: str) -> None:
    text = (
        f"Hamnen\n\n1 Tid\n\nDet gäller i år.\n\n{head.capitalize()}\n\nFör beställaren\n\nDatum\n"
    )
    document = read_plain_text(text, "avtal.txt").document
    assert plain.text(document.sections[-1].heading) == head.capitalize()
    assert document.signatures


@pytest.mark.parametrize("kind", COVER.texts("slag"))
@pytest.mark.parametrize("after", ["", *COVER.texts("leder_till_titeln")])
def test_each_kind_stands_above_the_title(kind: str, after: str) -> None:
    line = f"{kind.capitalize()} {after}".strip()
    assert WORDS.kind.fullmatch(line)
    assert not WORDS.kind.fullmatch(f"{line} hamnen")
    text = f"{line}\n\nHamnen\n\nDnr: 1\n\n1 Tid\n\nParten lovar att det gäller i år.\n"
    cover = read_plain_text(text, "avtal.txt").document.cover
    assert (cover.kicker, plain.text(cover.title)) == (line, "Hamnen")


@pytest.mark.parametrize("head", ROWS.texts("innehållsförteckning"))
def test_each_head_of_contents_stands_above_them(head: str) -> None:
    text = f"Hamnen\n\n{head.capitalize()}\n\n1 Tid ..... 2\n2 Pris ..... 3\n\n1 Tid\n\nI år.\n"
    contents = read_plain_text(text, "avtal.txt").document.contents
    assert contents
    assert contents.heading == head.capitalize()


@pytest.mark.parametrize("unit", ROWS.texts("enheter"))
@pytest.mark.parametrize("before", ["", *ROWS.texts("framför_tal")])
def test_each_unit_makes_a_figure(before: str, unit: str) -> None:
    assert is_figure(f"{before} 3 {unit}".strip(), WORDS)
    assert is_figure(f"{before} {unit} 1 200".strip(), WORDS)
    assert not is_figure(f"{before} 3 hamnar".strip(), WORDS)


@pytest.mark.parametrize("short", ROWS.texts("förkortningar"))
def test_a_heading_may_end_in_each_short_form(short: str) -> None:
    assert is_name(f"Hamnar {short}.", WORDS)
    assert not is_name("Hamnar byggs.", WORDS)


@pytest.mark.parametrize("word", ROWS.texts("leder_vidare"))
def test_no_heading_ends_with_a_word_that_leads_on(word: str) -> None:
    broken = f"Parten lovar med stor glädje och varsamhet {word}"
    first, second = (line_of(Paragraph((Text(text),))) for text in (broken, "hamnen."))
    lines = [first, replace(second, after_break=True)]
    assert [whole.text for whole in mended(lines, WORDS)] == [f"{broken} hamnen."]


@pytest.mark.parametrize("word", COVER.texts("avsändare"))
def test_each_sender_stands_above_the_title(word: str) -> None:
    for line in (f"Ekby {word}", f"Vård- och ham{word}".upper(), f"Ekby {word} Ham{word}"):
        assert WORDS.above_title.fullmatch(line)
        text = f"{line}\nAvtal om hamnen\n\n1 Tid\n\nAvtalet gäller i år.\n"
        cover = read_plain_text(text, "avtal.txt").document.cover
        assert (cover.kicker, plain.text(cover.title)) == (line, "Avtal om hamnen")
    assert not WORDS.above_title.fullmatch(f"Avtal med Ekby {word}")


@pytest.mark.parametrize("word", COVER.texts("under_titeln"))
def test_each_line_below_a_title_is_none_of_it(word: str) -> None:
    text = f"Avtal om hamnen\n{word} Ekby och Hamnen\n\n1 Tid\n\nAvtalet gäller i år.\n"
    cover = read_plain_text(text, "avtal.txt").document.cover
    assert plain.text(cover.title) == "Avtal om hamnen"
    assert [plain.text(row.content) for row in cover.rows] == [f"{word} Ekby och Hamnen"]


@pytest.mark.parametrize("word", COVER.texts("gator"))
def test_each_street_is_an_address(word: str) -> None:
    for line in (f"Hamn{word} 1", f"Norra {word} 12 B"):
        assert WORDS.address.fullmatch(line)
    assert not WORDS.address.fullmatch(f"Hamn{word}")


@pytest.mark.parametrize("word", COVER.texts("boxar"))
def test_each_box_is_an_address(word: str) -> None:
    assert WORDS.address.fullmatch(f"{word.capitalize()} 17")
    assert not WORDS.address.fullmatch(f"Hamn{word} 17")


def test_of_no_words_nothing_is_found() -> None:
    none = page_words(PageLists((), (), {}, *[()] * 21))
    found = (none.role, none.label, none.title, none.closing, none.kind, none.shortened)
    assert not any(pattern.search(text) for pattern in found for text in ("", "För hamnen", "a 1"))
    assert none.party_of("För beställaren") == "for-bestallaren"
