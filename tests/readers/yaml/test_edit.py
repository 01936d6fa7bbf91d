"""Values written anew in a YAML file, and everything else left alone."""

import pytest
from hypothesis import given
from tests.strategies import texts

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.yaml.blocks import taken_key
from avtalsgen.readers.yaml.edit import quoted, replaced
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.tree import Branch, Scalar, Sequence, Tree
from avtalsgen.source import Origin

TEXT = """\
# om ersättningen
ersättning:
  belopp: 4093284   # i kronor
  "prisnivå": "2019"
  index: {serie: OPI, från: 2020-01-01}   # årligen
lista:
  - ett
  - {två: 2}
"""


def places(tree: Tree) -> dict[str, Origin]:
    match tree:
        case Scalar(text, origin):
            return {text: origin}
        case Sequence(items):
            return {text: place for item in items for text, place in places(item).items()}
        case Branch(entries):
            return {text: p for below in entries.values() for text, p in places(below).items()}


def at(value: str) -> Origin:
    return places(read_yaml(TEXT, "fil")[0])[value]


def test_values_are_changed_where_they_stand_and_nothing_else_is() -> None:
    values = {at("4093284"): "4561220", at("2019"): "2023", at("2020-01-01"): "2024-01-01"}
    expected = TEXT.replace("4093284", "4561220").replace('"2019"', "2023")
    assert replaced(TEXT, "fil", values) == expected.replace("2020-01-01", "2024-01-01")


def test_items_of_lists_are_values_too() -> None:
    assert replaced(TEXT, "fil", {at("2"): "3", at("ett"): '"en: två"'}) == TEXT.replace(
        "två: 2", "två: 3"
    ).replace("- ett", '- "en: två"')


def test_nothing_to_change_is_the_same_text() -> None:
    assert replaced(TEXT, "fil", {}) == TEXT
    assert replaced(TEXT, "fil", {Origin("fil", 99, 1): "x"}) == TEXT
    assert replaced(TEXT, "annan", {at("4093284"): "1"}) == TEXT


@given(texts())
def test_what_is_quoted_is_read_as_it_was(text: str) -> None:
    tree, _ = read_yaml(f"block: {quoted(text)}\nflöde: {{en: {quoted(text)}, två: x}}\n", "fil")
    flow = tree.entries["flöde"]
    assert isinstance(flow, Branch)
    for found in (tree.entries["block"], flow.entries["en"]):
        assert isinstance(found, Scalar)
        assert found.text == text


def test_plain_words_need_no_quotes() -> None:
    assert quoted("skr.se 2020") == "skr.se 2020"
    assert quoted("null") == '"null"'
    assert quoted("a: b") == '"a: b"'
    assert quoted("2020") == '"2020"'


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("a: 1  # not\n", "a: 1  # not\n\nb:\n  # om\n  - x  # y\n"),
        ("a: 1\nb: []\n# sist\nc: 2", "a: 1\nb:\n  # om\n  - x  # y\n# sist\nc: 2"),
        ("{a: 1}\n", None),
    ],
)
def test_a_key_is_taken_from_another_file_with_its_notes(text: str, taken: str | None) -> None:
    other = "# allt\nz: 1\nb:\n  # om\n  - x  # y\n\ny: 2\n"
    if taken is None:
        with pytest.raises(AvtalsgenError, match="YA08"):
            taken_key(text, "a.yaml", "b", other, "b.yaml")
    else:
        assert taken_key(text, "a.yaml", "b", other, "b.yaml") == taken
