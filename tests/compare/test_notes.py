"""Notes answer to each other by what they say, and by the words that they are on."""

from tests.compared import compare
from tests.read import read_markdown_document

from avtalsgen.model.comparison import Comparison

_ROOF = "Taket[^1] sköts av värden i huset och det gäller hela hyrestiden."
_FLOOR = "Golvet[^2] sköts av den som hyr lokalen och lägger nya mattor."
_SAID = ("Tak av plåt eller tegel.", "Golv av trä, sten och kakel.")


def _compared(old: tuple[str, ...], new: tuple[str, ...], notes: tuple[str, str]) -> Comparison:
    """Return what differs; `new` has `notes`, the first under `[^1]`."""
    sides = [
        "\n\n".join(("# Hyra", "## 1 Skötsel", *text, f"[^1]: {said[0]}", f"[^2]: {said[1]}"))
        for text, said in ((old, _SAID), (new, notes))
    ]
    return compare(*(read_markdown_document(side, "hyra.md").document for side in sides))


def _notes(comparison: Comparison) -> set[tuple[str, bool]]:
    return {
        (section.status, section.moved)
        for section in comparison.sections
        if section.part == "footnote"
    }


def test_notes_that_changed_places_say_another_thing_of_their_words() -> None:
    comparison = _compared((_ROOF, _FLOOR), (_ROOF, _FLOOR), (_SAID[1], _SAID[0]))
    assert _notes(comparison) == {("changed", False)}
    assert {change.weight for change in comparison.changes()} == {"saklig"}


def test_notes_that_went_along_with_their_words_are_the_same() -> None:
    roof, floor = _ROOF.replace("[^1]", "[^2]"), _FLOOR.replace("[^2]", "[^1]")
    comparison = _compared((_ROOF, _FLOOR), (floor, roof), (_SAID[1], _SAID[0]))
    assert {status for status, _ in _notes(comparison)} == {"unchanged"}


def test_a_note_that_only_got_another_number_is_the_same() -> None:
    old = "Utföraren ska sköta taket[^1].\n\n[^1]: Av plåt."
    new = "Priset är fast[^1].\n\nUtföraren ska sköta taket[^2].\n\n[^1]: Utan moms.\n[^2]: Av {}."
    sides = [f"# Hyra\n\n## 1 Skötsel\n\n{text}" for text in (old, new.format("plåt"))]
    comparison = compare(*(read_markdown_document(side, "hyra.md").document for side in sides))
    (renumbered,) = [change for change in comparison.changes() if change.old == "1"]
    assert (renumbered.new, renumbered.rank) == ("2", "redaktionell")
    assert {duty.status for duty in comparison.duties} == {"samma"}
    assert not [row for row in comparison.top if "taket" in row.old]
    another = f"# Hyra\n\n## 1 Skötsel\n\n{new.format('tegel')}"
    sides = [sides[0], another]
    comparison = compare(*(read_markdown_document(side, "hyra.md").document for side in sides))
    assert {change.rank for change in comparison.changes() if change.old == "1"} == {"saklig"}
