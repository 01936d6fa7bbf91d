"""A value put at a path of a YAML file, and every other line as it was."""

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.yaml.putting import put
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.values import Put, plain, value_at, without_nothing

FILE = """\
# Överst
typ: uppdrag@1   # typen

tid:
  från: {okänt: bestäms senare}   # när nämnden har beslutat
  till:
  # en rad till
  uppsägning: 12 månader

avgift: {belopp: 200, år: 2022}   # i kronor
kanaler:   # flera
  - telefon
  # mellan
  - brev   # sällan
resultat:
  - text: Ett   # det första
    mål: 80 %
  - {text: Två, mål: 90 %}
syfte: >-
  en lång
  text
# sist
"""
ORDER = ("typ", "titel", "tid.från", "tid.till", "tid.rättelse", "tid.uppsägning", "avgift.belopp")


def changed(path: str, value: Put, text: str = FILE) -> str:
    """Return the lines that went, with -, and those that came, with +."""
    before, after = text.splitlines(), put(text, "f.yaml", {path: value}, ORDER).splitlines()
    gone = [f"-{line}" for line in before if line not in after]
    return "\n".join(gone + [f"+{line}" for line in after if line not in before])


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (
            "tid.från",
            "2027-01-01",
            "-  från: {okänt: bestäms senare}   # när nämnden har beslutat\n"
            "+  från: 2027-01-01   # när nämnden har beslutat",
        ),
        ("tid.till", "tills vidare", "-  till:\n+  till: tills vidare"),
        ("tid.uppsägning", None, "-  uppsägning: 12 månader\n+  uppsägning:"),
        ("tid.rättelse", "30 dagar", "+  rättelse: 30 dagar"),
        ("titel", "Stöd: så här", '+titel: "Stöd: så här"'),
        (
            "avgift.belopp",
            None,
            "-avgift: {belopp: 200, år: 2022}   # i kronor\n+avgift: {år: 2022}   # i kronor",
        ),
        (
            "avgift.år",
            {"okänt": "vet inte"},
            "-avgift: {belopp: 200, år: 2022}   # i kronor\n"
            "+avgift: {belopp: 200, år: {okänt: vet inte}}   # i kronor",
        ),
        ("kanaler", ["telefon", "besök"], "-  - brev   # sällan\n+  - besök   # sällan"),
        ("kanaler", ["telefon"], "-  - brev   # sällan"),
        ("kanaler", ["telefon", "brev", "chatt"], "+  - chatt"),
        (
            "kanaler",
            [],
            "-kanaler:   # flera\n-  - telefon\n-  # mellan\n-  - brev   # sällan\n"
            "+kanaler: []   # flera",
        ),
        (
            "resultat",
            [{"text": "Ett", "mål": "85 %"}, {"text": "Två", "mål": "90 %"}],
            "-    mål: 80 %\n+    mål: 85 %",
        ),
        ("syfte", "kort", "-syfte: >-\n-  en lång\n-  text\n+syfte: kort"),
        ("plats.ort.namn", "Exempelstad", "+plats:\n+  ort:\n+    namn: Exempelstad"),
    ],
)
def test_only_the_line_of_the_value_changes_and_its_note_is_kept(
    path: str, value: Put, lines: str
) -> None:
    assert changed(path, value) == lines


def test_a_new_key_stands_after_the_nearest_before_it_in_the_order() -> None:
    text = put(FILE, "f.yaml", {"tid.rättelse": "30 dagar", "titel": "Prov"}, ORDER).splitlines()
    assert text[text.index("typ: uppdrag@1   # typen") + 2] == "titel: Prov"
    assert text[text.index("  till:") + 1] == "  rättelse: 30 dagar"


def test_a_key_with_points_in_it_is_one_place() -> None:
    assert put("volym.dygn: 3\n", "f.yaml", {"volym.dygn": "4"}) == "volym.dygn: 4\n"


def test_an_empty_file_takes_its_first_key() -> None:
    assert put("# tom\n", "f.yaml", {"tid.från": "2027-01-01"}) == (
        "# tom\ntid:\n  från: 2027-01-01\n"
    )


def test_a_layout_that_is_not_known_is_refused_and_not_spoiled() -> None:
    with pytest.raises(AvtalsgenError, match="YA08"):
        put("? tid\n: {från: 1}\n", "f.yaml", {"titel.namn": "a", "tid": None})


WORDS = st.sampled_from(
    (
        *("ord", "två ord", "4093284", "12,5", "a: b", "x # y", '"citat"', "08:00–17:00", "- rad"),
        *("80 %", "[", "{a}", "ja", "null", "~", "2027-01-01", "slut:", "’", "\\n", "å, ä", "1e5"),
        *("0123", "1_000", "3 :4", "5: 6", "7 #8"),
    )
)
KEYS = st.sampled_from(["typ", "tid", "från", "belopp", "år", "ort", "text", "mål", "ny"])
RECORDS = st.dictionaries(KEYS, WORDS, min_size=1, max_size=3)
VALUES: st.SearchStrategy[Put] = st.one_of(
    st.none(), WORDS, RECORDS, st.lists(WORDS, max_size=4), st.lists(RECORDS, max_size=3)
)
TREES = st.recursive(VALUES, lambda below: st.dictionaries(KEYS, below, min_size=1, max_size=4))


def laid_out(tree: Put, rng: random.Random, column: int = 0) -> str:
    """Return a mapping as somebody may have written it, with notes on its lines."""
    assert isinstance(tree, dict)
    lines = []
    for key, value in tree.items():
        note = rng.choice(["", "   # en not"])
        if isinstance(value, dict) and rng.random() < 0.6:
            lines.append(f"{' ' * column}{key}:{note}\n{laid_out(value, rng, column + 2)}")
        elif isinstance(value, list) and value and rng.random() < 0.6:
            items = "".join(f"{' ' * (column + 2)}- {flow(item)}{note}\n" for item in value)
            lines.append(f"{' ' * column}{key}:{note}\n{items}")
        else:
            written = "" if value is None else f" {flow(value)}"
            lines.append(f"{' ' * column}{key}:{written}{note}\n")
        lines.append(rng.choice(["", "", "\n", f"{' ' * column}# en rad\n"]))
    return "".join(lines)


def flow(value: Put) -> str:
    match value:
        case None:
            return "''"
        case str():
            return "'" + value.replace("'", "''") + "'"
        case dict():
            return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(flow, value)) + "]"


def gone(before: str, after: str) -> set[int]:
    """Return the lines of a text, counted from 0, that another has not."""
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    return {
        line
        for act, first, last, _, _ in matcher.get_opcodes()
        if act in ("delete", "replace")
        for line in range(first, last)
    }


def block(text: str, key: str) -> set[int]:
    """Return the lines that a key at the top and what stands below it take."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), len(lines))
    rest = range(first + 1, len(lines))
    after = (n for n in rest if lines[n] and lines[n][0] not in " #")
    return set(range(first, next(after, len(lines))))


@given(
    st.dictionaries(KEYS, TREES, min_size=1, max_size=5),
    st.lists(KEYS, min_size=1, max_size=3),
    VALUES,
    st.integers(0, 2**32),
)
def test_what_is_put_is_read_and_nothing_else_is_changed(
    tree: Put, path: list[str], value: Put, seed: int
) -> None:
    text = laid_out(tree, random.Random(seed))
    before = plain(read_yaml(text, "f.yaml")[0])
    after_text = put(text, "f.yaml", {".".join(path): value})
    after = plain(read_yaml(after_text, "f.yaml")[0])
    assert without_nothing(value_at(after, ".".join(path))) == without_nothing(value)
    assert isinstance(before, dict)
    for key in before:
        if key != path[0]:
            assert value_at(after, key) == before[key]
    assert gone(text, after_text) <= block(text, path[0])


@given(
    st.dictionaries(KEYS, TREES, min_size=1, max_size=5),
    st.lists(KEYS, min_size=1, max_size=3),
    st.integers(0, 2**32),
)
def test_putting_what_stands_there_changes_no_line(tree: Put, path: list[str], seed: int) -> None:
    text = laid_out(tree, random.Random(seed))
    there = value_at(plain(read_yaml(text, "f.yaml")[0]), ".".join(path))
    assert put(text, "f.yaml", {".".join(path): there}) == text
