"""What a change means: saklig unless all of it is on a closed list, and why."""

import pytest
from tests.workspace import project

from avtalsgen.compare.compare import compare
from avtalsgen.model.comparison import Change
from avtalsgen.model.nodes import Cover, Document, Identity, Paragraph, Section, Text
from avtalsgen.pipeline.workspace.knowledge import knowledge_of

_BASE = "Utföraren ska varje år lämna en redovisning av sitt arbete till beställaren. "


def document(*texts: str, heading: str = "Redovisning", number: str = "1") -> Document:
    blocks = tuple(Paragraph((Text(text),)) for text in texts)
    section = Section("a", (Text(heading),), 1, number, blocks)
    return Document(Identity("", "", "", "", ""), Cover("", (Text("Uppdrag"),)), (section,))


def changes(old: str, new: str) -> list[Change]:
    found = compare(
        document(_BASE + old),
        document(_BASE + new),
        knowledge_of(project()),
    )
    return [change for pair in found.sections for change in pair.changes]


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        ("Den skall vara skriftlig.", "Den ska vara skriftlig.", {"stavning"}),
        ("Uppsägningstiden är tolv månader.", "Uppsägningstiden är 12 månader.", {"stavning"}),
        ("Tiden är 12 månader nu.", "Tiden är 12\u00a0månader nu.", {"mellanrum"}),
        ("Priset är 4 093 284 kronor.", "Priset är 4093284 kronor.", {"mellanrum"}),
        ("Priset är 605 kr.", "Priset är 605 kronor.", {"stavning"}),
        ("Det gäller 80 % av alla.", "Det gäller 80 procent av alla.", {"stavning"}),
        ("Från 2022-01-01 gäller priset.", "Från 1 januari 2022 gäller priset.", {"format"}),
        ("Enligt lagen, t ex om stöd.", "Enligt lagen, till exempel om stöd.", {"stavning"}),
        ("De säger ”ja” - alltid.", "De säger 'ja' – alltid.", {"skiljetecken"}),
        ("Enligt Lex Sarah gäller det.", "Enligt lex Sarah gäller det.", {"versaler"}),
        ("Planen lämnas till omsorgsnämnden.", "Planen lämnas till socialnämnden.", {"namnbyte"}),
        ("Det är omsorgsnämndens plan.", "Det är socialnämndens plan.", {"namnbyte"}),
        ("Två (2) exemplar finns.", "Två exemplar finns.", {"skiljetecken", "mellanrum"}),
    ],
)
def test_what_is_on_the_closed_list_is_editorial(old: str, new: str, reasons: set[str]) -> None:
    found = changes(old, new)
    assert found
    assert {change.weight for change in found} == {"redaktionell"}
    assert {reason for change in found for reason in change.reasons} == reasons
    assert {change.weight for change in changes(new, old)} == {"redaktionell"}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Priset är 605 kronor per timme.", "Priset är 650 kronor per timme.", "belopp"),
        ("Det gäller från 1 januari 2022.", "Det gäller från 1 januari 2023.", "datum"),
        ("Lämna den senast 31 mars.", "Lämna den senast 30 april.", "frist"),
        ("Svara inom 30 dagar alltid.", "Svara inom 20 dagar alltid.", "frist"),
        ("Målet är 80 % nöjda.", "Målet är 100 % nöjda.", "procent"),
        ("Tiden är tolv månader då.", "Tiden är tre månader då.", "varaktighet"),
        ("Det finns 300 ärenden då.", "Det finns 400 ärenden då.", "tal"),
        ("Se SOSFS 2011:9 om detta.", "Se SOSFS 2014:5 om detta.", "rättskälla"),
        ("Enligt 3 § gäller detta.", "Enligt 4 § gäller detta.", "rättskälla"),
        ("Se avsnitt 4.3 om detta.", "Se avsnitt 5.3 om detta.", "hänvisning"),
        ("Planen gäller utföraren då.", "Planen gäller beställaren då.", "part"),
        ("Planen ska följas alltid.", "Planen bör följas alltid.", "modalitet"),
        ("Planen kan ändras sedan.", "Planen kan inte ändras sedan.", "negation"),
        ("Plan och rutin ska finnas.", "Plan eller rutin ska finnas.", "omfattning"),
        ("Det ska vara minst fem personer.", "Det ska vara högst fem personer.", "omfattning"),
        ("Planen ska följas.", "Planen ska följas om parterna är överens.", "villkor"),
        ("Planen ska vara lätt.", "Planen ska vara tydlig.", "text"),
        ("Lämna planen till socialnämnden.", "Lämna planen till förvaltningen.", "part"),
        ("Gruppen är 4-5 personer.", "Gruppen är 4 5 personer.", "text"),
    ],
)
def test_all_else_matters_and_says_why(old: str, new: str, reason: str) -> None:
    for there in (changes(old, new), changes(new, old)):
        assert {change.weight for change in there} == {"saklig"}
        assert reason in {each for change in there for each in change.reasons}


def test_a_reference_that_follows_its_section_is_numbering() -> None:
    def both(number: str) -> Document:
        first = document(_BASE + f"Se avsnitt {number}.")
        second = Section(
            "b", (Text("Klagomål"),), 1, number, (Paragraph((Text("Alla får klaga."),)),)
        )
        return Document(first.identity, first.cover, (*first.sections, second))

    found = compare(both("4.3"), both("5.3"), knowledge_of(project()))
    (change,) = (change for pair in found.sections for change in pair.changes)
    assert (change.weight, change.reasons) == ("redaktionell", ("numrering",))
    assert [pair.renumbered for pair in found.sections if pair.part == "body"] == [False, True]


def test_one_word_that_matters_makes_the_whole_change_matter() -> None:
    found = changes("Det skall vara  tolv månader, alltid.", "Det bör vara tolv månader alltid.")
    assert "saklig" in {change.weight for change in found}
