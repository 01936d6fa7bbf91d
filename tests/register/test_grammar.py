"""How sentences are built: each line of the list does what it says."""

from pathlib import Path

import pytest
from tests.compare.test_duties import only
from tests.compared import KNOWLEDGE
from tests.workspace import MemoryFiles

from avtalsgen.compare.duties.statements import sentences
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.register.grammar import read_grammar
from avtalsgen.register.word_files import FOLDER, any_of, opened

GRAMMAR = KNOWLEDGE.lexicon.duties.grammar
FILE = f"{FOLDER}/grammatik.yaml"
TEXT = (Path(__file__).parents[2] / FILE).read_text("utf-8")


def lists() -> Keys:
    return opened(MemoryFiles({FILE: TEXT}), "grammatik", [])


def words(name: str) -> tuple[str, ...]:
    return lists().texts(name)


@pytest.mark.parametrize("word", words("verb"))
def test_each_verb_may_be_finite(word: str) -> None:
    assert GRAMMAR.finite_verb.fullmatch(word)


@pytest.mark.parametrize("end", [*words("verb_slutar"), *words("dåtid_slutar")])
def test_each_end_of_a_verb_makes_one(end: str) -> None:
    assert GRAMMAR.finite_verb.fullmatch(f"hamn{end}")


@pytest.mark.parametrize("word", words("inte_verb"))
def test_what_looks_like_a_verb_is_none(word: str) -> None:
    assert not GRAMMAR.finite_verb.fullmatch(word)


@pytest.mark.parametrize("end", words("inte_verb_slutar"))
def test_what_ends_as_a_noun_is_no_verb(end: str) -> None:
    for word in (end, f"hamn{end}"):
        assert not GRAMMAR.finite_verb.fullmatch(word)


@pytest.mark.parametrize("after", words("efter_tid"))
def test_a_passive_with_a_length_of_time_binds(after: str) -> None:
    assert only(f"Städningen görs tio dagar {after} festen.")


@pytest.mark.parametrize("end", words("flertal_slutar"))
def test_each_end_of_a_plural_makes_one(end: str) -> None:
    assert GRAMMAR.plural.fullmatch(f"hamn{end}")
    assert not GRAMMAR.plural.fullmatch("hamn")


@pytest.mark.parametrize(
    "word", [*words("passiv"), *(f"hamn{end}" for end in words("passiv_slutar"))]
)
def test_each_passive_is_one(word: str) -> None:
    assert GRAMMAR.passive.fullmatch(word)


@pytest.mark.parametrize("word", words("passiv"))
def test_a_passive_with_its_time_binds(word: str) -> None:
    assert only(f"Städningen {word} varje år.").when == "varje år"


@pytest.mark.parametrize(
    "word", [*words("subjekt"), *(f"hamn{end}" for end in words("subjekt_slutar"))]
)
def test_each_subject_is_one(word: str) -> None:
    assert GRAMMAR.subject.fullmatch(word)


@pytest.mark.parametrize("word", words("förkortningar"))
def test_no_sentence_ends_in_an_abbreviation(word: str) -> None:
    assert len(list(sentences(f"Se {word}. Hamnen ska städas.", GRAMMAR))) == 1
    assert len(list(sentences("Se hamnen. Den ska städas.", GRAMMAR))) == 2


@pytest.mark.parametrize("word", words("leder_in_lista"))
def test_each_lead_of_a_list_leads_it_in(word: str) -> None:
    assert GRAMMAR.leads_in.search(f"Utföraren {word}:")
    for also in words("leder_in_även"):
        assert GRAMMAR.leads_in.search(f"Utföraren {word} {also}:")


@pytest.mark.parametrize("before", words("före_dag"))
def test_a_day_is_read_with_what_stands_before_it(before: str) -> None:
    said = f"{before} den 31 mars"
    day = GRAMMAR.day.search(f"städa {said} varje år")
    assert day
    assert day[0] == f"{said} varje år"


@pytest.mark.parametrize("unit", GRAMMAR.days_of)
@pytest.mark.parametrize("before", words("före_tid"))
def test_a_time_is_read_with_what_stands_before_it(before: str, unit: str) -> None:
    time = GRAMMAR.day.search(f"städa {before} 3 {unit}")
    assert time
    assert time[0] == f"{before} 3 {unit}"


@pytest.mark.parametrize("per", words("per_tid"))
def test_how_often_is_read(per: str) -> None:
    assert GRAMMAR.day.search(f"städa minst två gånger {per}")


@pytest.mark.parametrize("hence", words("hädanefter"))
@pytest.mark.parametrize("called", words("kallad"))
def test_what_a_party_is_called_is_read(hence: str, called: str) -> None:
    role = GRAMMAR.called.search(f"Hamnbolaget, {hence} {called} utföraren")
    assert role
    assert role["role"] == "utföraren"
    name = GRAMMAR.renamed.search(f"Hamnbolaget Norr, {hence} {called} Hamnbolaget")
    assert name
    assert name["name"] == "Hamnbolaget"


def test_every_list_of_the_file_is_read() -> None:
    problems: list[Problem] = []
    wrong = TEXT.replace("ingen:", "nej:")
    read_grammar(MemoryFiles({FILE: wrong}), problems)
    assert {problem.code for problem in problems} == {"RE05"}


def test_any_of_nothing_is_nothing() -> None:
    assert any_of(()) == "(?:(?!))"
