"""Characters that make a page say something else than its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble.small import CLAUSE, UPPDRAG, built
from tests.workspace import WHOLE

from avtalsgen.model.deceptive import refused, told
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import decode

TURNING = [*range(0x200E, 0x2010), 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
TAGS = [0xE0000, 0xE0001, 0xE0041, 0xE007F]
UNSEEN = [0x3164, 0x115F, 0x2800, 0xE0100, 0x2028, 0xFFF9]
NO_WIDTH = [0x200B, 0x200C, 0x200D, 0x2060, 0xFE0F, 0xFEFF]
SWEDISH = st.text("abcåäöéüÅÄÖ 0123456789.,–’”%§\u00a0\u00ad\u2011\n", max_size=60)


@pytest.mark.parametrize("code", [*TURNING, *TAGS, *UNSEEN], ids=lambda code: f"{code:04X}")
def test_what_turns_a_text_or_hides_in_it_is_refused_at_its_place(code: int) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        decode(f"en rad\nUtföraren{chr(code)} svarar".encode(), "a.md")
    (problem,) = caught.value.problems
    assert problem.code == "FI05"
    assert f"U+{code:04X}" in problem.message
    assert str(problem.origin) == "a.md:2:10"


@pytest.mark.parametrize("code", NO_WIDTH, ids=lambda code: f"{code:04X}")
def test_what_has_no_width_is_told(code: int) -> None:
    (found,) = told(f"Utför{chr(code)}aren")
    assert found.at == 5


@pytest.mark.parametrize("text", ["5\u0335", "bara\u0336 denna", "1\u030500", "x\u20dd"])
def test_what_is_drawn_over_another_character_is_told(text: str) -> None:
    assert len(list(told(text))) == 1


@pytest.mark.parametrize(
    ("word", "at"),
    [
        ("familjer\u0430dgivning", 8),  # Cyrillic a
        ("\u0421ocialnämnd", 0),
        ("utf\u03bfraren", 3),  # Greek omicron
        ("\uff21vtal", 0),  # wide A
        ("a\U0001d7cf", 1),  # a mathematical digit
        ("\u13a0vtal", 0),  # Cherokee
    ],
)
def test_a_word_of_letters_that_look_alike_is_told_at_its_letter(word: str, at: int) -> None:
    assert [each.at for each in told(f"en {word} till")] == [at + 3]


@pytest.mark.parametrize(
    "text",
    [
        "Väntetid högst 14\u00a0dagar, Ayşe Đokić, e\u0301kologi, sam\u00adverkan",
        "Иван Петров och Ἀθήνα, Ελένη",
        "10 µm, 10 μm, 5 kΩ, β-blockerare, Šćepanović, Ŋ, ő, ẞ",
        "می\u200cخواهم",  # Persian: the joiner is spelling
        "क्\u200dष",
        "שלום, 你好, ขอบคุณ, Հայաստան",
        "Sámi čáppa, Țara, œuvre, ﬁ",
    ],
)
def test_foreign_names_and_ordinary_swedish_are_left_alone(text: str) -> None:
    assert refused(text) is None
    assert list(told(text)) == []


@given(SWEDISH)
def test_swedish_is_never_told_of(text: str) -> None:
    assert refused(text) is None
    assert list(told(text)) == []


def problems(changed: dict[str, str]) -> list[Problem]:
    try:
        return list(built(changed)[1])
    except AvtalsgenError as error:
        return list(error.problems)


CLAUSE_TEXT = WHOLE[CLAUSE]
REGISTER = "clauses/register/organisationer.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (UPPDRAG, "titel: Prov", "titel: Pr\u2066ov\u2069", "FI05"),
        (UPPDRAG, "titel: Prov", 'titel: "Pr\\u202eov"', "FI05"),
        (UPPDRAG, "titel: Prov", "titel: Pr\u043ev", "FI06"),
        (UPPDRAG, "titel: Prov", 'titel: "Pr\\u043ev"', "FI06"),
        (UPPDRAG, "titel: Prov", 'titel: "Pr\\u200bov"', "FI06"),
        (CLAUSE, "\n---\n", "\n---\nTv\u202eist.\n\n", "FI05"),
        (CLAUSE, "\n---\n", "\n---\nTv\u200bist.\n\n", "FI06"),
        (CLAUSE, "\n---\n", "\n---\nTv&#x202e;ist.\n\n", "MD01"),
        (CLAUSE, "\n---\n", "\n---\nTv&#x200b;ist.\n\n", "MD01"),
        (CLAUSE, "rubrik: ", "rubrik: \u0422vist om ", "FI06"),
        (REGISTER, "Stödenheten", "Stöd\u2067enheten", "FI05"),
        (REGISTER, "Stödenheten", "Stödеnheten", "FI06"),
    ],
)
def test_they_are_found_wherever_words_are_written(
    file: str, old: str, new: str, code: str
) -> None:
    written = WHOLE[file]
    assert old in written
    assert code in {p.code for p in problems({file: written.replace(old, new, 1)})}


def test_a_text_of_the_uppdrags_own_is_read_for_them_too() -> None:
    facts = WHOLE[UPPDRAG].replace("tvist@1]", "tvist@1, {rubrik: Eget, text: 1/eget.md}]")
    files = {UPPDRAG: facts, "uppdrag/prov/1/eget.md": "En rad.\nUtför\u200baren svarar.\n"}
    (problem,) = (p for p in problems(files) if p.code == "FI06")
    assert str(problem.origin) == "uppdrag/prov/1/eget.md:2:6"
    assert "ZERO WIDTH SPACE" in problem.message
