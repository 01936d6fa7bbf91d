"""A party that a new text calls something else is the same party, if both texts say so."""

import pytest
from tests.compared import compare
from tests.read import read_markdown_document

from avtalsgen.model.comparison import Comparison

OLD = """# Avtal om dagverksamhet

## 1 Parter

Avtalet gäller mellan Åby kommun, {commune}, och Kvarnen Omsorg AB, {provider}.

## 2 Uppdraget

{Commune} ska lämna nyckeln till {provided}. {Commune}s kontaktperson ska kallas till mötet.

{Provided} ska hålla öppet på vardagar och svara på frågor. {more}
"""


def written(
    commune: str, provider: str, more: str = "", called: str = "i det följande kallad"
) -> str:
    return OLD.format(
        commune=f"{called} {commune}",
        provider=f"{called} {provider}",
        Commune=commune.capitalize(),
        provided=provider,
        Provided=provider.capitalize(),
        more=more,
    )


PLAIN = written("kommunen", "bolaget")


def between(old: str, new: str) -> Comparison:
    return compare(*(read_markdown_document(text, "x").document for text in (old, new)))


@pytest.mark.parametrize("called", ["i det följande kallad", "nedan kallad", "nedan benämnd"])
def test_another_name_for_a_party_is_editorial(called: str) -> None:
    old = written("kommunen", "entreprenören", "Lokalen ägs av kommunen.", called)
    new = written("beställaren", "utföraren", "Lokalen ägs av kommunen.", called)
    for compared in (between(old, new), between(new, old)):
        assert {change.rank for change in compared.changes()} == {"redaktionell"}
        assert not compared.top
        assert {(duty.status, duty.reworded) for duty in compared.duties} == {("samma", False)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # another body
        (
            written("kommunen", "bolaget"),
            written("kommunen", "åkaren").replace("Kvarnen", "Skutan"),
        ),
        # both texts have the word, so that it may mean another
        (
            written("kommunen", "bolaget", "Regionen betalar resan."),
            written("regionen", "bolaget", "Kommunen betalar resan."),
        ),
        # the parties changed places
        (PLAIN, written("bolaget", "kommunen")),
        # one text does not say what it calls it
        (
            written("kommunen", "bolaget"),
            written("kommunen", "åkaren").replace(", i det följande kallad åkaren", ""),
        ),
    ],
)
def test_what_the_texts_do_not_say_is_one_is_told(old: str, new: str) -> None:
    assert "avgörande" in {change.rank for change in between(old, new).changes()}
