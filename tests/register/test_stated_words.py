"""How documents of others say their facts: each line of the list does what it says."""

import re

import pytest
from tests.compared import HOUSE, KNOWLEDGE
from tests.read import WORDS, read_plain_text

from avtalsgen.importing.stated.roles import name_key, role_of, role_of_label
from avtalsgen.model import plain
from avtalsgen.problems import Problem
from avtalsgen.readers.recognise.line_words import is_labelled
from avtalsgen.register.word_files import grouped, opened

assert HOUSE.project is not None
NO_PROBLEMS: list[Problem] = []
LISTS = opened(HOUSE.project.files, "fakta", NO_PROBLEMS)
STATED = KNOWLEDGE.stated
WHOLE = {
    "utkast": STATED.draft,
    "namn": STATED.name,
    "om_båda": STATED.of_both,
    "diarienummer": STATED.number,
    "datum": STATED.day,
    "ingått": STATED.agreed,
    "början": STATED.start,
    "slut": STATED.end,
    "antagen": STATED.adopted,
    "annan_handlings": STATED.of_other,
    "denna_handlings": STATED.of_this,
    "förlängs": STATED.prolonged,
    "får_betalt": STATED.bills,
    "bakgrund": STATED.background,
    "betalar": STATED.pays,
    "får_uppdrag": STATED.takes,
    "hälsning": STATED.greeting,
    "utförs_av": STATED.done_by,
    "inte_början": STATED.not_start,
    "likadant": STATED.alike,
    "ger_uppdrag": STATED.gives,
    "räknas_upp": STATED.raised,
    "förut_hela_ord": STATED.was,
    "ibland": STATED.sometimes,
}
BEGINNING = {
    "annan_dag": STATED.other_day,
    "årlig": STATED.yearly,
    "förut": STATED.till_now,
    "ändrande_handling": STATED.changes,
    "annan_uppsägning": STATED.other_notice,
    "annan_summa": STATED.other_sum,
    "lämnar_i_förtid": STATED.leaves,
    "uppsägning_av_annat": STATED.notice_of_other,
}
INSIDE = {
    "handlingen": STATED.of_document,
    "handlingens_tid": STATED.of_term,
    "pris": STATED.price,
    "titel_i_kommun": STATED.title_in_town,
}


@pytest.mark.parametrize("word", LISTS.texts("ibland_inte"))
def test_what_is_said_of_the_ordinary_holds_always(word: str) -> None:
    assert not STATED.sometimes.match(f"Vid {word} gäller det")


def listed(patterns: dict[str, re.Pattern[str]]) -> list[tuple[str, str]]:
    return [(key, word) for key in patterns for word in LISTS.texts(key)]


@pytest.mark.parametrize(("key", "word"), listed(WHOLE))
def test_each_phrase_is_known_as_whole_words(key: str, word: str) -> None:
    said = word.replace("…", "nu")
    assert WHOLE[key].search(f"Hamnen {said} den")
    assert WHOLE[key].search(f"Hamnen {said.upper()}: 1")
    assert not WHOLE[key].fullmatch(f"{said}hamn")


@pytest.mark.parametrize(("key", "word"), listed(BEGINNING))
def test_each_word_is_known_by_its_beginning(key: str, word: str) -> None:
    assert BEGINNING[key].fullmatch(f"{word}hamnen")
    assert not BEGINNING[key].fullmatch(f"hamn{word}")


@pytest.mark.parametrize(("key", "word"), listed(INSIDE))
def test_each_word_is_known_inside_others(key: str, word: str) -> None:
    assert INSIDE[key].search(f"hamn{word}en")


@pytest.mark.parametrize("word", LISTS.texts("har_numret"))
def test_each_verb_says_that_the_number_is_of_the_document(word: str) -> None:
    assert STATED.has_number.search(f"Hamnavtalet {word} i hamnen med ")
    assert not STATED.has_number.search(f"Avtalet ersätter ett som {word} i hamnen med ")


@pytest.mark.parametrize("word", LISTS.texts("utan_kolon"))
def test_each_label_is_one_without_a_colon(word: str) -> None:
    assert is_labelled(f"{word.capitalize()} 2018-17", WORDS)
    text = f"Avtal om hamnen\n{word.capitalize()} 2018-17\n\n1 Tid\n\nAvtalet gäller i år.\n"
    (row,) = read_plain_text(text, "avtal.txt").document.cover.rows
    assert (row.label, plain.text(row.content)) == (word.capitalize(), "2018-17")


@pytest.mark.parametrize("word", LISTS.texts("framför_handlingen"))
def test_each_word_before_what_a_document_is_says_no_more(word: str) -> None:
    assert STATED.kind_alone.fullmatch(f"{word.capitalize()} samarbetsavtal")
    assert not STATED.kind_alone.fullmatch(f"{word.capitalize()} hamnen samarbetsavtal")


@pytest.mark.parametrize("word", LISTS.texts("partens"))
def test_each_label_of_a_party_is_of_its_name(word: str) -> None:
    assert role_of_label(f"Utförarens {word}", STATED) == "utförare"
    assert role_of_label(f"Utförarens hamn{word}", STATED) == ""


@pytest.mark.parametrize("word", LISTS.texts("kallas"))
def test_each_phrase_leads_to_what_a_party_is_called(word: str) -> None:
    called = STATED.called.search(f"Hamnen AB, {word} kallad leverantören")
    assert called
    assert called[0] == f", {word} kallad leverantören"


@pytest.mark.parametrize("word", LISTS.texts("per"))
def test_each_word_behind_a_sum_says_what_it_is_for(word: str) -> None:
    per = STATED.per.match(f" {word} timme")
    assert per
    assert per["what"] == "timme"


@pytest.mark.parametrize("word", LISTS.texts("per_år"))
def test_each_year_is_one(word: str) -> None:
    assert STATED.year.fullmatch(word)
    assert not STATED.year.fullmatch(f"hamn{word}")


@pytest.mark.parametrize("word", LISTS.texts("per_månad"))
def test_each_month_is_one(word: str) -> None:
    assert STATED.month.fullmatch(word)
    assert not STATED.month.fullmatch(f"hamn{word}")


@pytest.mark.parametrize(
    ("letters", "name"),
    [(letters, name) for letters, names in grouped(LISTS, "index").items() for name in names],
)
def test_each_name_of_an_index_is_its_letters(letters: str, name: str) -> None:
    index = STATED.index.search(f"räknas upp med {name}et")
    assert index
    assert STATED.index_names[index["name"].casefold()] == letters
    assert STATED.index.search(f"räknas upp med {letters}")


@pytest.mark.parametrize("word", LISTS.texts("räknas_upp_med"))
@pytest.mark.parametrize("measure", LISTS.texts("mått"))
def test_what_a_sum_changes_with_is_known_by_a_measure_or_by_letters(
    word: str, measure: str
) -> None:
    by_words = STATED.raised_by.search(f"räknas upp {word} hamnens {measure}en, varje år")
    by_letters = STATED.raised_by.search(f"räknas upp {word} HPI varje år")
    assert by_words
    assert by_letters
    assert (by_words["what"], by_letters["what"]) == (f"hamnens {measure}en", "HPI")
    assert not STATED.raised_by.search(f"räknas upp {word} hamnens båt")


@pytest.mark.parametrize(
    ("party", "stem"),
    [(party, stem) for party, stems in grouped(LISTS, "parter").items() for stem in stems],
)
def test_each_role_is_of_its_party(party: str, stem: str) -> None:
    assert role_of(f"nedan kallad {stem.capitalize()}", STATED) == party
    assert role_of(f"nedan kallad hamn{stem}", STATED) == ""


@pytest.mark.parametrize(
    ("form", "other"),
    [
        (form, other)
        for form, others in grouped(LISTS, "organisationsformer").items()
        for other in others
    ],
)
def test_each_form_of_an_organisation_is_written_in_one_way(form: str, other: str) -> None:
    assert name_key(f"För Ekby Vänner {other}", STATED) == name_key(f"Ekby Vänner {form}", STATED)
    assert name_key(f"Ekby {other}hamn", STATED) != name_key(f"Ekby {form}", STATED)
