"""Hostile and broken files: a clear error in bounded time, and nothing else ever."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.workspace import WHOLE, project

from avtalsgen.problems import AvtalsgenError

UPPDRAG, CLAUSE = "uppdrag/prov/1.yaml", "clauses/tvist/1.md"
HEAD = "---\nrubrik: Tvist\nanvänder: [resultat, kanaler]\n---\n"


def codes(changed: dict[str, str | bytes]) -> set[str]:
    try:
        _, problems = project(changed).document("prov", "1")
    except AvtalsgenError as error:
        return {problem.code for problem in error.problems}
    return {problem.code for problem in problems}


def loops(depth: int, inside: str) -> str:
    opened = "".join(f"{{% for x{n} in kanaler %}}\n" for n in range(depth))
    return HEAD + opened + inside + "\n" + "{% endfor %}\n" * depth


@pytest.mark.parametrize("inside", ["- {{ x0 }} och mer text", ""])
def test_loops_in_loops_stop_before_they_print_a_gigabyte(inside: str) -> None:
    channels = "kanaler: [" + ", ".join(f"kanal {n}" for n in range(500)) + "]\n"
    started = time.process_time()
    found = codes({CLAUSE: loops(5, inside), UPPDRAG: WHOLE[UPPDRAG] + channels})
    assert "MA04" in found
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "body",
    [
        "{% if kanaler %}\n" * 2000 + "{% endif %}\n" * 2000,
        "{{ " + "(" * 5000 + "kanaler" + ")" * 5000 + " }}",
        "{{ kanaler" + " | versal" * 5000 + " }}",
        "{{ " + "9" * 6000 + " }}",
        "{{ kanaler }} " * 6000,
        "> " * 5000 + "citat",
        "[" * 20000,
    ],
    ids=["villkor", "parenteser", "former", "siffror", "hål", "citat", "klamrar"],
)
def test_a_text_nested_beyond_reason_is_a_problem_or_harmless(body: str) -> None:
    started = time.process_time()
    codes({CLAUSE: HEAD + body})
    assert time.process_time() - started < 20


def test_a_file_too_large_to_be_written_by_people_is_refused() -> None:
    assert codes({CLAUSE: HEAD + "ord " * 200_000}) >= {"FI03"}


def test_yaml_nested_beyond_reason_is_refused() -> None:
    assert codes({UPPDRAG: "a: " + "[" * 10_000}) <= {"YA01", "YA06"}
    assert codes({UPPDRAG: "titel: " + "[" * 60 + "]" * 60}) == {"YA06"}


def test_another_encoding_is_named_with_its_place() -> None:
    latin = WHOLE[UPPDRAG].encode("latin-1")
    with pytest.raises(AvtalsgenError) as caught:
        project({UPPDRAG: latin}).document("prov", "1")
    (problem,) = caught.value.problems
    assert problem.code == "FI04"
    assert str(problem.origin) == f"{UPPDRAG}:7:7"
    assert "UTF-8" in str(problem.hint)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    windows = "\ufeff" + WHOLE[UPPDRAG].replace("\n", "\r\n")
    assert project({UPPDRAG: windows}).document("prov", "1") == project().document("prov", "1")


def test_keys_in_two_characters_are_read_as_one_and_told_of() -> None:
    decomposed = (
        WHOLE[UPPDRAG].replace("å", "a\u030a").replace("ä", "a\u0308").replace("ö", "o\u0308")
    )
    document, problems = project({UPPDRAG: decomposed}).document("prov", "1")
    assert document == project().document("prov", "1")[0]
    assert [(problem.code, str(problem.severity)) for problem in problems] == [("YA07", "varning")]


SCRAPS = (
    *("{{ ", " }}", "{% if ", " %}", "{% endif %}", "{% for x in kanaler %}", "{% endfor %}"),
    *("utföraren", "kanaler", " | versal", 'ref("tvist")', "- ", "| a |", "\n", "\n\n", "**"),
    *("#", "[x](y)", "{#", "#}", "\t", "a: ", "---\n", "&a ", "*a", "!!x ", "[", "]", "{", "}"),
)
ANY = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    st.lists(
        st.sampled_from(SCRAPS),
        max_size=30,
    ).map(lambda parts: "".join(parts).encode()),
)


@given(data=ANY)
@example(data=b"{% raw %}")
@example(data=b"{{")
@example(data=b"\xff\xfe")
def test_any_clause_gives_a_document_or_problems_with_places(data: bytes) -> None:
    for file, content in ((CLAUSE, HEAD.encode() + data), (CLAUSE, data), (UPPDRAG, data)):
        try:
            _, problems = project({file: content}).document("prov", "1")
        except AvtalsgenError as error:
            problems = error.problems
            assert problems
        assert all(problem.origin for problem in problems)
