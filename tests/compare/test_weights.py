"""What a change weighs, case by case in weights.md, and where it stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cases import Case, read
from tests.compared import compare

from avtalsgen.model.comparison import Change, Comparison
from avtalsgen.model.nodes import (
    Block,
    Cover,
    Document,
    Identity,
    List,
    ListItem,
    Paragraph,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)

CASES = read(Path(__file__).with_name("weights.md"))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def items(*texts: str) -> List:
    return List(tuple(ListItem((paragraph(text),)) for text in texts))


def table(*rows: tuple[str, ...]) -> Table:
    head, *others = (tuple((Text(cell),) for cell in row) for row in rows)
    return Table(head, tuple(others))


def section(number: str, heading: str, *blocks: Block) -> Section:
    return Section(f"s{number}", (Text(heading),), 1, number, blocks)


STAYS = "Parterna möts två gånger varje år och går igenom hur samarbetet har fungerat."


def document(*sections: Section) -> Document:
    cover = Cover("", (Text("Uppdrag"),))
    return Document(Identity("", "", "", "", ""), cover, sections)


def of(*blocks: Block) -> Document:
    return document(section("1", "Villkor", *blocks), section("2", "Samarbete", paragraph(STAYS)))


def told(comparison: Comparison) -> str:
    return "".join(f"{_told(change)}\n" for change in comparison.changes())


def _told(change: Change) -> str:
    reasons = ", ".join(change.reasons)
    return f"{change.weight}: {reasons}: [{_shown(change.old)}] → [{_shown(change.new)}]"


def _shown(text: str) -> str:
    return text.replace("\n", "¶").replace("\N{NO-BREAK SPACE}", "°")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_change_of_words_weighs_what_a_lawyer_would_say(case: Case, *, rewrite: bool) -> None:
    old, new = (
        of(*map(paragraph, case.blocks[name].strip("\n").split("\n\n")))
        for name in ("före", "efter")
    )
    case.expect("ändring", told(compare(old, new, top=False, duties=False)), rewrite=rewrite)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_change_weighs_the_same_backwards(case: Case) -> None:
    old, new = (
        of(*map(paragraph, case.blocks[name].strip("\n").split("\n\n")))
        for name in ("före", "efter")
    )
    there, back = compare(old, new), compare(new, old)
    assert {change.weight for change in there.changes()} == {
        change.weight for change in back.changes()
    }


HEAD = ("Insats", "Avgift", "Ersättning")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((HEAD, ("Samtal", "100 kr", "")), (HEAD, ("Samtal", "", "100 kr"))),
        ((HEAD, ("Samtal", "100 kr", "200 kr")), (HEAD, ("Samtal", "200 kr", "100 kr"))),
        (
            (HEAD, ("Samtal", "100 kr", "200 kr")),
            (("Insats", "Ersättning", "Avgift"), ("Samtal", "100 kr", "200 kr")),
        ),
        ((HEAD, ("Samtal", "100 kr", "200 kr")), (HEAD, ("Samtal", "100 kr 200 kr", ""))),
    ],
)
def test_an_amount_in_another_column_is_saklig(
    old: tuple[tuple[str, ...], ...], new: tuple[tuple[str, ...], ...]
) -> None:
    changes = list(compare(of(table(*old)), of(table(*new))).changes())
    assert "saklig" in {change.weight for change in changes}


OURS = "Utföraren svarar för följande kostnader:"
THEIRS = "Beställaren svarar för följande kostnader:"
COSTS = ("lokaler och deras skötsel", "försäkring av personalen", "tolkar vid samtal")


def weights(old: Document, new: Document) -> set[tuple[str, tuple[str, ...]]]:
    return {(change.weight, change.reasons) for change in compare(old, new).changes()}


def test_an_item_under_another_sentence_is_saklig() -> None:
    old = of(paragraph(OURS), items(*COSTS[:2]), paragraph(THEIRS), items(*COSTS[2:]))
    new = of(paragraph(OURS), items(COSTS[0]), paragraph(THEIRS), items(*COSTS[1:]))
    assert weights(old, new) == {("saklig", ("flyttad",))}


def test_a_sentence_that_took_more_items_under_it_is_saklig() -> None:
    long = "försäkring av personalen, av lokalerna och av allt som förvaras i dem under året"
    old = of(paragraph(OURS), items(COSTS[0], long), paragraph(THEIRS), items(COSTS[2]))
    new = of(paragraph(OURS), items(COSTS[0]), paragraph(THEIRS), items(long, COSTS[2]))
    assert weights(old, new) == {("saklig", ("flyttad",))}


def test_items_in_another_order_are_editorial() -> None:
    old, new = of(paragraph(OURS), items(*COSTS)), of(paragraph(OURS), items(*COSTS[::-1]))
    assert weights(old, new) == {("redaktionell", ("flyttad",))}


def test_a_paragraph_under_another_heading_is_saklig() -> None:
    cost = paragraph("Kostnaden för tolk vid samtal bärs av parten utan rätt till ersättning.")
    ours, theirs = paragraph("Utföraren städar lokalen."), paragraph("Beställaren betalar hyran.")
    old = document(
        section("1", "Utförarens ansvar", ours, cost), section("2", "Beställarens ansvar", theirs)
    )
    new = document(
        section("1", "Utförarens ansvar", ours), section("2", "Beställarens ansvar", theirs, cost)
    )
    assert weights(old, new) == {("saklig", ("flyttad",))}


def refers(text: str, number: str) -> Document:
    """Return a document that says `text` and whose second section has the number `number`."""
    return document(
        section("1", "Villkor", paragraph(text)), section(number, "Samarbete", paragraph(STAYS))
    )


@pytest.mark.parametrize(
    ("word", "weight"),
    [
        ("avsnitt", "redaktionell"),
        ("bilaga", "saklig"),
        ("kapitel", "saklig"),
        ("punkt", "saklig"),
        ("stycke", "saklig"),
    ],
)
def test_only_a_reference_to_a_section_follows_its_section(word: str, weight: str) -> None:
    text = "Utföraren följer det som sägs i {} {} om samarbete mellan parterna."
    old, new = refers(text.format(word, 2), "2"), refers(text.format(word, 3), "3")
    assert {change.weight for change in compare(old, new).changes()} == {weight}


def test_a_name_that_signs_for_the_other_party_is_saklig() -> None:
    def signed(*names: str) -> Document:
        roles = ("För beställaren", "För utföraren")
        parties = tuple(
            Signatory("", role, (Text(role),), (), (Text(name),), (Text("Direktör"),))
            for role, name in zip(roles, names, strict=True)
        )
        return replace(of(), signatures=Signatures("papper", parties))

    found = weights(signed("Kim Ek", "Robin Al"), signed("Robin Al", "Kim Ek"))
    assert found == {("saklig", ("flyttad",))}
