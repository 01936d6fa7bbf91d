"""Hostile and broken files: a clear error in bounded time, and nothing else ever."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.work import calls
from tests.workspace import WHOLE, document_of, project

from avtalsgen.assemble.filling import holes
from avtalsgen.model import plain
from avtalsgen.model.nodes import Table
from avtalsgen.problems import AvtalsgenError

TYPE = "clauses/dokumenttyper/uppdrag/1.yaml"
UPPDRAG, CLAUSE = "uppdrag/prov/1.yaml", "clauses/tvist/1.md"
HEAD = "---\nrubrik: Tvist\nanvänder: [resultat, kanaler]\n---\n"


def codes(changed: dict[str, str | bytes]) -> set[str]:
    try:
        _, problems = document_of(project(changed), "prov", "1")
    except AvtalsgenError as error:
        return {problem.code for problem in error.problems}
    return {problem.code for problem in problems}


def loops(depth: int, inside: str) -> str:
    opened = "".join(f"{{% for x{n} in kanaler %}}\n" for n in range(depth))
    return HEAD + opened + inside + "\n" + "{% endfor %}\n" * depth


@pytest.mark.parametrize("inside", ["- {{ x0 }} och mer text", ""])
def test_loops_in_loops_stop_before_they_print_a_gigabyte(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tried with a tenth of the characters, and of the work."""
    monkeypatch.setattr(holes, "MOST_CHARACTERS", holes.MOST_CHARACTERS // 10)
    channels = "kanaler: [" + ", ".join(f"kanal {n}" for n in range(500)) + "]\n"
    work, found = calls(
        lambda: codes({CLAUSE: loops(5, inside), UPPDRAG: WHOLE[UPPDRAG] + channels})
    )
    assert "MA04" in found
    assert work < 1_500_000


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
        "{% if " + " or ".join(["kanaler"] * 5000) + " %}\nja\n{% endif %}",
        "{% if kanaler %}\nja\n{% endif %}\n" * 2000,
        "{#" * 100_000,
        "{% if not kanaler %}\n|" + " " * 100_000 + "x\n{% endif %}",
    ],
    ids=[
        *("villkor", "parenteser", "former", "siffror", "hål", "citat", "klamrar"),
        *("eller", "satser", "kommentarer", "rader"),
    ],
)
def test_a_text_nested_beyond_reason_is_a_problem_or_harmless(body: str) -> None:
    assert calls(lambda: codes({CLAUSE: HEAD + body}))[0] < 3_000_000


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TYPE, "{{ titel }}", "{{ titel" + " | versal" * 3000 + " }}"),
        (TYPE, "{klausul: tvist}", "{klausul: tvist, när: " + "not " * 3000 + "titel}"),
        (CLAUSE, "använder:", "obligatorisk_när: " + "not " * 3000 + "titel\nanvänder:"),
    ],
)
def test_a_phrase_or_condition_nested_beyond_reason_is_a_problem(
    file: str, old: str, new: str
) -> None:
    assert codes({file: WHOLE[file].replace(old, new, 1)}) & {"MA01", "MA03"}


def test_a_long_condition_is_not_a_deep_one() -> None:
    body = "{% if " + " or ".join(["kanaler"] * 900 + ["titel"]) + " %}\nSyns.\n{% endif %}\n"
    clause = HEAD.replace("resultat", "titel") + body
    document, problems = document_of(project({CLAUSE: clause}), "prov", "1")
    assert problems == ()
    assert document.sections[1].blocks


@pytest.mark.parametrize(
    "body",
    ["&#xF0000;", "{{ titel }} &#xF0005;", "&#xE000;", '{{ ref("\\x00") }}'],
)
def test_a_character_that_is_written_in_another_way_is_no_hole_and_is_not_printed(
    body: str,
) -> None:
    found = codes({CLAUSE: HEAD.replace("[", "[titel, ") + body + "\n"})
    assert found & {"MD01", "MA03"}


@pytest.mark.parametrize(
    "address", ["[ord](https://a.se/{{ titel }})", "<https://a.se/{{ titel }}>"]
)
def test_a_fact_in_an_address_is_refused_and_not_lost(address: str) -> None:
    assert "MD01" in codes({CLAUSE: HEAD.replace("[", "[titel, ") + address + "\n"})


def test_the_title_of_a_link_is_not_dropped_in_silence() -> None:
    assert "MD01" in codes({CLAUSE: HEAD + '[ord](https://a.se "gömd")\n'})


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((f'"a\\{escape}b"', "FI05") for escape in ("0", "a", "N", "uD800", "uFFFE", "U000F0000")),
        ('"\\UFFFFFFFF"', "YA01"),
    ],
)
def test_an_escape_in_yaml_cannot_name_what_no_document_holds(written: str, code: str) -> None:
    assert codes({UPPDRAG: WHOLE[UPPDRAG].replace("titel: Prov", f"titel: {written}")}) == {code}


def test_an_empty_cell_is_a_cell() -> None:
    written = "| a | b |\n|---|---|\n|x||\n|| y |\n| x | y \\|\n"
    document, problems = document_of(project({CLAUSE: WHOLE[CLAUSE] + "\n" + written}), "prov", "1")
    assert problems == ()
    table = document.sections[1].blocks[1]
    assert isinstance(table, Table)
    assert [[plain.text(cell) for cell in row] for row in table.rows] == [
        ["x", ""],
        ["", "y"],
        ["x", "y |"],
    ]


def test_a_file_too_large_to_be_written_by_people_is_refused() -> None:
    assert codes({CLAUSE: HEAD + "ord " * 200_000}) >= {"FI03"}


def test_yaml_nested_beyond_reason_is_refused() -> None:
    assert codes({UPPDRAG: "a: " + "[" * 10_000}) <= {"YA01", "YA06"}
    assert codes({UPPDRAG: "titel: " + "[" * 60 + "]" * 60}) == {"YA06"}


def test_another_encoding_is_named_with_its_place() -> None:
    latin = WHOLE[UPPDRAG].encode("latin-1")
    with pytest.raises(AvtalsgenError) as caught:
        document_of(project({UPPDRAG: latin}), "prov", "1")
    (problem,) = caught.value.problems
    assert problem.code == "FI04"
    assert str(problem.origin) == f"{UPPDRAG}:7:7"
    assert "UTF-8" in str(problem.hint)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    windows = "\ufeff" + WHOLE[UPPDRAG].replace("\n", "\r\n")
    assert document_of(project({UPPDRAG: windows}), "prov", "1") == document_of(
        project(), "prov", "1"
    )


def test_keys_in_two_characters_are_read_as_one_and_told_of() -> None:
    decomposed = (
        WHOLE[UPPDRAG].replace("å", "a\u030a").replace("ä", "a\u0308").replace("ö", "o\u0308")
    )
    document, problems = document_of(project({UPPDRAG: decomposed}), "prov", "1")
    assert document == document_of(project(), "prov", "1")[0]
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
@example(data=b"|\n\n- a")
@example(data=b"\xff\xfe")
def test_any_clause_gives_a_document_or_problems_with_places(data: bytes) -> None:
    for file, content in ((CLAUSE, HEAD.encode() + data), (CLAUSE, data), (UPPDRAG, data)):
        try:
            _, problems = document_of(project({file: content}), "prov", "1")
        except AvtalsgenError as error:
            problems = error.problems
            assert problems
        assert all(problem.origin for problem in problems)
