"""The word lists that lawyers own: each line does what it says."""

from pathlib import Path

import pytest
from tests.compared import KNOWLEDGE
from tests.workspace import MemoryFiles

from avtalsgen.compare.meaning.decisive import decisive_phrases
from avtalsgen.compare.meaning.facts import BindingFacts
from avtalsgen.compare.meaning.folds import folding
from avtalsgen.compare.meaning.judge import Wording, judge_by
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.knowledge import read_lexicon
from avtalsgen.register.word_files import FOLDER, Phrase

WORDS = KNOWLEDGE.words
FOLDING = folding(KNOWLEDGE)
FACTS = BindingFacts(WORDS, decisive_phrases(WORDS.decisive))
LISTS = Path(__file__).parents[2] / FOLDER


def folded(text: str) -> tuple[str, ...]:
    return FOLDING.folded(tokens(text))


@pytest.mark.parametrize(("theirs", "ours"), WORDS.same.items(), ids=lambda words: " ".join(words))
def test_each_way_to_write_a_phrase_is_the_same(theirs: Phrase, ours: Phrase) -> None:
    one, other = (f"Parten lovar {' '.join(words)} i hamnen." for words in (theirs, ours))
    assert folded(one) == folded(other)


@pytest.mark.parametrize("unit", WORDS.kronor)
def test_each_unit_is_as_many_kronor_as_it_says(unit: str) -> None:
    assert folded(f"Taket är 3 {unit.upper()} i år.") == folded(
        f"Taket är {3 * WORDS.kronor[unit]} kronor i år."
    )


@pytest.mark.parametrize("word", WORDS.times)
def test_each_word_before_a_unit_multiplies(word: str) -> None:
    assert folded(f"Taket är 3 {word} kronor.") == folded(
        f"Taket är {3 * WORDS.times[word]} kronor."
    )


@pytest.mark.parametrize(
    ("reason", "word"),
    [
        *(("modalitet", word) for word in sorted(WORDS.modality)),
        *(("negation", word) for word in sorted(WORDS.negation)),
        *(("omfattning", word) for word in sorted(WORDS.scope)),
        *(("villkor", word) for word in sorted(WORDS.condition)),
    ],
)
def test_each_word_binds_as_its_list_says(reason: str, word: str) -> None:
    assert reason in {fact for fact, _ in FACTS.soft((word, "hamnen"))}


@pytest.mark.parametrize("time", sorted(WORDS.counted_in))
@pytest.mark.parametrize("before", sorted(WORDS.counting))
def test_whatever_is_counted_in_a_time_says_how_often(before: str, time: str) -> None:
    said = ("två", "möten", before, time)
    assert ("varaktighet", f"2 per {time}") in set(FACTS.hard(("2", *said[1:])))


@pytest.mark.parametrize("word", sorted(WORDS.after_names))
def test_each_word_after_a_name_tells_a_party(word: str) -> None:
    sides = (tokens(f"Avtalet sluts med {name} {word} i hamnen.") for name in ("Norra", "Södra"))
    (old, new), judge = sides, judge_by(KNOWLEDGE)
    weight = judge.weigh(Wording(old[6:7], new[6:7], old[:6], old[7:]))
    assert "part" in weight[1]


@pytest.mark.parametrize("event", sorted(WORDS.events))
def test_after_an_event_is_a_deadline(event: str) -> None:
    assert ("frist", "efter") in set(FACTS.soft(("efter", event)))
    assert ("frist", "efter") not in set(FACTS.soft(("efter", "hamnen")))


@pytest.mark.parametrize("end", WORDS.ends_of_laws)
def test_each_end_of_a_law_is_one(end: str) -> None:
    assert ("rättskälla", f"hamn{end}") in set(FACTS.hard((f"hamn{end}", "gäller")))
    assert "rättskälla" not in {fact for fact, _ in FACTS.hard((end, f"{end}hamn"))}


@pytest.mark.parametrize(
    "party",
    [
        *sorted(WORDS.parties),
        *(f"{start}ehamn" for start in WORDS.starts_of_parties),
        *(f"hamn{end}" for end in WORDS.ends_of_parties),
    ],
)
def test_each_word_for_a_party_is_one(party: str) -> None:
    assert ("part", party) in set(FACTS.soft((party, "gäller")))
    assert "part" not in {fact for fact, _ in FACTS.soft((f"x{party}hamn",))}


@pytest.mark.parametrize(
    "subject", [*sorted(WORDS.after_if), *(f"hamn{end}" for end in WORDS.ends_after_if)]
)
def test_each_word_after_if_begins_a_condition(subject: str) -> None:
    assert ("villkor", "om") in set(FACTS.soft(("om", subject)))
    assert ("villkor", "om") not in set(FACTS.soft(("om", f"{subject}x")))


@pytest.mark.parametrize("word", WORDS.not_after_if)
def test_some_words_after_if_begin_none(word: str) -> None:
    assert ("villkor", "om") not in set(FACTS.soft(("om", word)))


@pytest.mark.parametrize("phrase", sorted(WORDS.no_negation), ids=" ".join)
def test_a_fixed_phrase_negates_nothing(phrase: Phrase) -> None:
    assert "negation" not in {fact for fact, _ in FACTS.soft(phrase)}


def test_every_line_says_why_it_is_there() -> None:
    for path in sorted(LISTS.glob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            is_entry = line.startswith("  ") and not line.endswith(":")
            assert not is_entry or " # " in line or line.lstrip().startswith("#"), (path.name, line)


def test_a_line_that_is_none_is_told_with_its_place() -> None:
    files = {f"{FOLDER}/{path.name}": path.read_text("utf-8") for path in LISTS.glob("*.yaml")}
    files[f"{FOLDER}/belopp.yaml"] += "okänt: 3\n"
    with pytest.raises(AvtalsgenError) as caught:
        read_lexicon(MemoryFiles(files))
    (problem,) = caught.value.problems
    assert problem.code == "RE05"
    assert problem.origin is not None
    assert problem.origin.file.endswith("belopp.yaml")
