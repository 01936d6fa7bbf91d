"""One form of a word is met by another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.stems import WORD, stem

SAME = [
    "egenkontroll egenkontrollen egenkontroller egenkontrollerna egenkontrollernas egenkontrolls",
    "uppdrag uppdraget uppdragets uppdragen uppdragens",
    "klausul klausulen klausuler klausulerna klausulernas",
    "nämnd nämnden nämnder nämnderna nämndens",
    "utförare utföraren utförarens utförarna",
    "besluta beslutar beslutade beslutat beslutades",
    "avvikelse avvikelser avvikelsen avvikelserna avvikelsernas",
    "skyldighet skyldigheten skyldigheter skyldigheterna",
    "ersättning ersättningen ersättningar ersättningarna ersättningens",
    "verksamhet verksamheten verksamheter verksamhetens",
    "rapport rapporten rapporter rapporterna",
    "IVO IVO:s",
]
APART = [
    ("avtal", "antal"),
    ("uppdrag", "uppgift"),
    ("utförare", "utredning"),
    ("kommun", "kommitté"),
    ("index", "indirekt"),
]


@pytest.mark.parametrize("words", SAME)
def test_the_forms_of_a_word_meet(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("first", "second"), APART)
def test_other_words_do_not(first: str, second: str) -> None:
    assert stem(first) != stem(second)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäöéABCÅÄÖ:-", max_size=30))
def test_a_stem_is_the_beginning_of_its_word(word: str) -> None:
    assert word.casefold().startswith(stem(word))
    assert stem(word) == stem(word.upper()) or "ß" in word
    if WORD.fullmatch(word):
        assert stem(word)
