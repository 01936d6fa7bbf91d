"""libyaml reads a text as ruamel does, or leaves it to ruamel: no tree depends on the parser.

What the two read unlike is listed in `UNLIKE`, so that a newer libyaml that reads one of them
alike is no news, and one that reads something more unlike is.
"""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.yaml import events, nodes
from avtalsgen.readers.yaml.read import read_yaml

REPOSITORY = Path(__file__).parents[3]
WRITTEN = [
    *REPOSITORY.glob("uppdrag/*/*.yaml"),
    *REPOSITORY.glob("clauses/**/*.yaml"),
    *REPOSITORY.glob("clauses/*/*.md"),
]
PIECES = (
    *("a", "b", "c ", "å", "”", "–", "x y", "1", "2019", "012", "0x1f", "yes", "~", "null"),
    *("a: ", "b: ", "c:", "- ", "-", " ", "  ", "    ", "\n", "\n  ", "\n    ", "\n- ", "\n  - "),
    *("\n\n", "{", "}", "[", "]", ", ", ",", ": ", ":", "? ", "?", '"', "'", "\\", "\\n", "\\x41"),
    *("\\u00e5", "\\U0001F600", "\\ ", "\\\n", "|", ">", "|\n  ", ">-\n  ", "|+\n", "|2\n", "#"),
    *(" # c", "%", "%YAML 1.2\n", "---", "\n---\n", "...", "\n...\n", "!", "!!str ", "&a ", "*a"),
    *("@", "`", "=", "<<: ", "\t", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\ufeff", "\xa0"),
    *("\x0b", "\x7f", "\U0001f600", "\U00010000", "é", "e\u0301", "\ue000", "\x00", "{a: b}"),
    *("[a, b]", '"a": b', '{"a":b}', '{"a": b?}', "a:b", "http://x", "a #b", "a#b", "k: v\n"),
    *("k:\n  - a\n  - b\n", "k: {a: 1, b: [2, 3]}\n", 't: "x\n  y"\n', "k: >\n  x\n  y\n\n  z\n"),
    *("q?: ", "är det?", "- - a\n", "- a: 1\n  b: 2\n", "? a\n: b\n"),
)
"""What YAML is made of, and what it trips on."""

UNLIKE = {
    "a tab before a comment": "a: b\t# c\n",
    "a line end of YAML 1.1 alone": "a: b\u2028c: d\n",
    "a mark in the middle": "a: \ufeffb\n",
    "a line of blanks first in a block": "a: |\n  \n    b*c\n",
    "a key with its question mark": "a:\n? b\n: c\n",
    "two ends of a document": "a: b\n...\n...\n",
    "a comment that touches the head of a block": "a:\n  >#\n  b\n",
    "an empty value at the end without a line end": "a:",
    "an empty value with an anchor": "a: &x\nb: c\n",
}


def as_ruamel_reads(text: str) -> object:
    """Return all of the tree, the places of keys too, or the problems."""
    try:
        tree = nodes.tree_of(text, "fil", 1)
    except AvtalsgenError as error:
        return error.problems
    return everything(tree)


def everything(tree: object) -> object:
    keys = getattr(tree, "keys", {})
    below = getattr(tree, "entries", {})
    items = getattr(tree, "items", ())
    own = getattr(tree, "text", None), getattr(tree, "origin", None)
    return (
        type(tree),
        own,
        list(keys.items()),
        [(key, everything(value)) for key, value in below.items()],
        [everything(item) for item in items],
    )


def assert_alike(text: str) -> bool:
    """Return whether libyaml's events made the tree; fail if it is not ruamel's."""
    tree = events.tree_of(text, "fil", 1)
    assert tree is None or everything(tree) == as_ruamel_reads(text)
    return tree is not None


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text(text: str) -> None:
    assert_alike(unicodedata.normalize("NFC", text))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.sampled_from(["", "l: x\n"]))
def test_any_value(value: str, after: str) -> None:
    assert_alike(unicodedata.normalize("NFC", f"k: {value}\n{after}"))


@settings(max_examples=300)
@given(
    st.sampled_from(WRITTEN),
    st.integers(0, 10_000),
    st.integers(1, 8),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 2), st.sampled_from(("", *PIECES)))),
)
def test_a_file_that_somebody_changes(
    file: Path, first: int, count: int, changes: list[tuple[int, int, str]]
) -> None:
    lines = file.read_text("utf-8").split("\n")
    start = first % len(lines)
    text = "\n".join(lines[start : start + count])
    for place, taken, put in changes[:4]:
        here = place % (len(text) + 1)
        text = text[:here] + put + text[here + taken :]
    assert_alike(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_our_own_files_are_read_by_the_fast_one(file: Path) -> None:
    text = file.read_text("utf-8")
    if file.suffix == ".md":
        text = text.removeprefix("---\n").partition("\n---\n")[0] + "\n"
    assert assert_alike(text)


@pytest.mark.parametrize("what", UNLIKE)
def test_what_they_read_unlike_is_left_to_ruamel(what: str) -> None:
    assert not assert_alike(UNLIKE[what])


@pytest.mark.parametrize("file", ["", "a: [\n", "- a\n", "a: 1\na: 2\n", "a: &x 1\n", "a: \\\tb\n"])
def test_every_problem_is_worded_in_one_place(file: str) -> None:
    assert events.tree_of(file, "fil", 1) is None


def test_a_file_without_a_fault_loads_no_ruamel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "tree_of", lambda *_: pytest.fail("ruamel was asked"))
    tree, _ = read_yaml("titel: Å\nlista: [a, {b: c}]\n", "fil")
    assert list(tree.entries) == ["titel", "lista"]


@pytest.mark.parametrize("depth", [20, 200, 20_000])
def test_depth_is_bounded(depth: int) -> None:
    text = "a: " + "[" * depth + "]" * depth + "\n"
    if depth < 40:
        assert assert_alike(text)
        return
    with pytest.raises(AvtalsgenError) as caught:
        read_yaml(text, "fil")
    assert {problem.code for problem in caught.value.problems} == {"YA06"}


def test_places_count_characters_not_bytes() -> None:
    tree, _ = read_yaml("k: {”å–\U0001f600”: x, y: z}\n", "fil", first_line=7)
    below = tree.entries["k"]
    assert str(below.keys["y"]) == "fil:7:15"  # type: ignore[union-attr]
