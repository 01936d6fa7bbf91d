"""What holds of every document: nothing stops a check, and every place can be opened."""

from hypothesis import given
from hypothesis import strategies as st
from tests.check.rule_cases import desk, facts_of
from tests.strategies import documents

from avtalsgen.check.engine import OFF, check, check_among
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.model.nodes import Document
from avtalsgen.problems import Place, Remark, Severity

LONGEST = 80
WORDS = st.sampled_from(
    [
        *("Utföraren", "skall", "ska", "enligt", "SoL", "(2001:453)", "1827 000 kronor", "från"),
        *("2020-02-30", "den 1 mars 2021", "mellan 1-2", "”", "(", "bilaga 3", "avsnitt 9", "[x]"),
        *("....................", "www.a.se/b", "lex Sarah rapporter", "SOSFS 2006:5", "mm", "80%"),
        *(
            "socialnämnden",
            "Social- och omsorgsförvaltningen",
            "§ 11",
            "# ",
            "- ",
            "a) ",
            "|",
            "\\n",
        ),
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.just("\n"), st.just("\n\n"), st.text(max_size=6)), max_size=60)


def places(remarks: tuple[Remark, ...]) -> list[Place]:
    return [place for remark in remarks for place in (remark.place, *remark.also)]


def opens(place: Place, facts: CheckFacts) -> bool:
    """Return whether the words of a place stand on the line that it names."""
    spot = place.spot
    if facts.written is None or not place.quote:
        return True
    if spot.line is None or not 1 <= spot.line <= len(facts.written.lines):
        return False
    return len(place.quote) <= LONGEST


@given(st.booleans(), TEXTS.map(" ".join))
def test_any_text_is_checked_and_each_place_is_one_of_its_lines(plain: bool, text: str) -> None:
    facts = facts_of(f"%%\n{text}" if plain else text)
    assert all(opens(place, facts) for place in places(check(facts, {})))


@given(documents())
def test_any_document_is_checked_the_same_each_time(document: Document) -> None:
    facts = desk().facts(document, "avtal.docx")
    remarks = check(facts, {})
    assert remarks == check(desk().facts(document, "avtal.docx"), {})
    assert all(len(place.quote) <= LONGEST for place in places(remarks))
    assert check_among([facts, facts], {}) == check_among([facts, facts], {})


@given(TEXTS.map(" ".join))
def test_a_build_is_told_the_errors_and_nothing_else(text: str) -> None:
    house = {"SP13": str(Severity.ERROR), "OG01": str(Severity.WARNING), "HV01": OFF}
    errors = [
        remark for remark in check(facts_of(text), house) if remark.severity is Severity.ERROR
    ]
    assert list(check(facts_of(text), house, only_errors=True)) == errors
