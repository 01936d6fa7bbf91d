"""A tillägg prints what it does: to which section, from when, and the new words."""

import pytest
from tests.assemble.tillagg.small import (
    FIRST,
    SECOND,
    built,
    codes,
    numbered,
    tillagg,
    words,
)

FOUR = """\
{lägger_till: lokaler@1, efter: ett, beskrivning: krav på lokaler}
{ersätter: tva, med: {rubrik: Nytt, text: 2/ny.md}}
{upphäver: tva-ett}
{fakta: {ersättning: {belopp: 700}}}
"""


def test_each_change_is_a_section_that_says_what_it_does() -> None:
    document, problems = built("2-tillagg", {FIRST: tillagg(FOUR)})
    assert problems == ()
    assert numbered(document) == [
        *("1 Tillägget", "2 Det som ändras", "2.1 Lokaler", "2.2 Nytt", "2.3 Två ett upphävs"),
        *("2.4 Två två", "2.5 Ersättning"),
    ]
    assert words(document, "tillagg") == [
        "Tillägg till Prov.",
        "nytt: krav på lokaler, avsnitt 2.1",
        "ersatt: avsnitt 2 Två, avsnitt 2.2",
        "ersatt: avsnitt 2.2 Två två, avsnitt 2.4",
        "ersatt: avsnitt 3 Ersättning, avsnitt 2.5",
        "upphävt: avsnitt 2.1 Två ett, från och med den 1 januari 2021",
    ]
    day = "från och med den 1 januari 2021"
    assert words(document, "lokaler") == [
        f"Läggs till i uppdraget som avsnitt 1 a, efter avsnitt 1 Ett, {day}.",
        "Lokalerna, Ändring 1.",
    ]
    assert words(document, "tva") == [f"Ersätter avsnitt 2 Två i uppdraget {day}.", "Ny text."]
    assert words(document, "tva-ett") == [f"Avsnitt 2.1 Två ett i uppdraget upphävs {day}."]
    assert words(document, "ersattning") == [
        f"Avsnitt 3 Ersättning i uppdraget får denna lydelse {day}.",
        "Ersättningen är 700 kronor.",
    ]


def test_a_tillagg_may_leave_out_what_it_does_to_the_base() -> None:
    outline = "disposition: [tillagg@1, {ändringar: övriga, noter: nej}]"
    document, problems = built("2-tillagg", {FIRST: f"{tillagg(FOUR)}\n{outline}\n"})
    assert problems == ()
    assert words(document, "lokaler") == ["Lokalerna, Ändring 1."]
    assert words(document, "tva") == ["Ny text."]


def test_a_change_of_a_later_day_has_the_words_of_that_day() -> None:
    changes = """\
{ersätter: tva-tva, med: {rubrik: Dyr, text: 2/dyr.md}}
{fakta: {ersättning: {belopp: 700}}, gäller_från: 2021-07-01}
"""
    document, problems = built("2-tillagg", {FIRST: tillagg(changes)})
    assert problems == ()
    assert words(document, "tva-tva")[1] == "Ny text för 605 kronor."
    assert words(document, "tva-tva-2021-07-01") == [
        "Avsnitt 2.2 Dyr i uppdraget får denna lydelse från och med den 1 juli 2021.",
        "Ny text för 700 kronor.",
    ]
    assert "ersatt: avsnitt 2.2 Dyr, avsnitt 2.2" in words(document, "tillagg")


def test_it_changes_what_the_tillagg_before_it_left() -> None:
    first = tillagg("{ersätter: tva-ett, med: {rubrik: Nytt, text: 2/ny.md}}")
    second = tillagg("{upphäver: tva-ett}", number=2, start="2022-01-01")
    document, problems = built("3-tillagg", {FIRST: first, SECOND: second})
    assert problems == ()
    assert words(document, "tva-ett")[0].startswith("Avsnitt 2.1 Nytt i uppdraget upphävs")


def test_a_signed_tillagg_does_not_know_of_one_that_is_not() -> None:
    first = tillagg("{ersätter: tva-ett, med: {rubrik: Nytt, text: 2/ny.md}}")
    second = tillagg("{upphäver: tva-ett}", number=2, start="2022-01-01")
    draft = first.replace("status: undertecknad", "status: utkast")
    document, problems = built("3-tillagg", {FIRST: draft, SECOND: second})
    assert problems == ()
    assert words(document, "tva-ett")[0].startswith("Avsnitt 2.1 Två ett")


def test_a_reference_to_what_only_the_base_has_says_so() -> None:
    changes = "{ersätter: ett, med: {rubrik: Ett, text: 1/två.md}}"
    document, problems = built("2-tillagg", {FIRST: tillagg(changes)})
    assert problems == ()
    assert words(document, "ett")[1] == "Två, se avsnitt 2.2 Två två i uppdraget."


def test_new_words_refer_by_the_numbers_that_they_will_stand_among() -> None:
    """A number of the tillägg would be another section of the uppdrag, where the words end up."""
    changes = """\
{ersätter: ett, med: {rubrik: Ett, text: 1/två.md}}
{ersätter: tva-tva, med: {rubrik: Dyr, text: 2/dyr.md}}
"""
    document, problems = built("2-tillagg", {FIRST: tillagg(changes)})
    assert problems == ()
    assert words(document, "ett")[1] == "Två, se avsnitt 2.2 Dyr i uppdraget."
    assert words(document, "tillagg")[2] == "ersatt: avsnitt 2.2 Två två, avsnitt 2.2"
    changed_alone = built("2-tillagg", {FIRST: tillagg(changes.splitlines()[0])})[0]
    assert words(changed_alone, "ett")[1] == "Två, se avsnitt 2.2 Två två i uppdraget."


def test_changes_stand_where_the_outline_has_them() -> None:
    outline = """\
disposition:
  - rubrik: Först
    under: [{ändringar: [ersattning]}]
  - ändringar: övriga
"""
    document, problems = built("2-tillagg", {FIRST: tillagg(FOUR) + outline})
    assert "TI09" not in codes(problems)
    assert numbered(document) == [
        *("1 Först", "1.1 Ersättning", "2 Lokaler", "3 Nytt", "4 Två ett upphävs", "5 Två två")
    ]


def test_an_unknown_list_stays_unknown() -> None:
    text = tillagg("{upphäver: tva-ett}").replace(
        "tillägg: {", "tillägg: {ersätter: {okänt: det sägs inte}, "
    )
    document, problems = built("2-tillagg", {FIRST: text})
    assert problems == ()
    assert words(document, "tillagg")[1].endswith("." * 24)


REPLACED = "{ersätter: tva, med: {rubrik: Nytt, text: 2/ny.md}}\n"


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ("", "2.1 Två ett, 2.2 Två två"),
        ("{upphäver: tva-ett}", "2.2 Två två"),
        ("{upphäver: tva-ett, gäller_från: 2022-01-01}", "2.2 Två två"),
        ("{ersätter: tva-ett, med: {rubrik: Ny, text: 2/ny.md}}", "2.2 Två två"),
        ("{fakta: {ersättning: {belopp: 700}}, gäller_från: 2023-01-01}", "2.1 Två ett"),
        ("{lägger_till: lokaler@1, under: tva-tva}", "2.1 Två ett"),
        ("{fakta: {ersättning: {belopp: 700}}}\n{upphäver: tva-ett}", ""),
    ],
)
def test_only_what_nothing_touches_is_said_to_be_unchanged(changes: str, kept: str) -> None:
    document, _ = built("2-tillagg", {FIRST: tillagg(REPLACED + changes)})
    note = words(document, "tva")[0]
    assert note.endswith(f"Det som står under avsnittet ({kept}) ändras inte." if kept else "2021.")
    assert ("ändras inte" in note) == bool(kept)


def test_what_a_tillagg_does_not_say_is_said_by_its_uppdrag() -> None:
    text = tillagg("{upphäver: tva-ett}")
    short = text[: text.index("parter:")] + text[text.index("tillägg:") :]
    short = short.replace("underskrift: {form: papper}\n", "")
    assert "utförare" not in short
    document, problems = built("2-tillagg", {FIRST: short})
    assert problems == ()
    assert document.signatures == built("2-tillagg", {FIRST: text})[0].signatures


def test_a_question_that_nobody_answered_is_answered_by_the_uppdrag() -> None:
    text = tillagg("{upphäver: tva-ett}").replace("benämning: utföraren", "benämning: ")
    _, problems = built("2-tillagg", {FIRST: text})
    assert problems == ()


def test_a_party_that_is_another_than_in_the_uppdrag_is_told_with_both_places() -> None:
    text = tillagg("{upphäver: tva-ett}").replace("benämning: utföraren", "benämning: Enheten")
    _, problems = built("2-tillagg", {FIRST: text})
    assert codes(problems) == ["TI15"]
    assert "uppdrag/prov/1.yaml:10:" in problems[0].message
    assert str(problems[0].origin).startswith(FIRST)
    hint = "lägg till - {fakta: {parter: {utförare: {benämning: Enheten}}}} under ändringar"
    assert problems[0].hint == hint  # a list that is there is not written a second time


def test_a_party_that_the_tillagg_changes_may_be_another() -> None:
    new = "{fakta: {parter: {utförare: {benämning: Enheten}}}}\n{upphäver: tva-ett}"
    text = tillagg(new).replace("benämning: utföraren}", "benämning: Enheten}")
    _, problems = built("2-tillagg", {FIRST: text})
    assert "TI15" not in codes(problems)


def test_a_tillagg_may_be_signed_in_another_way() -> None:
    text = tillagg("{upphäver: tva-ett}").replace("{form: papper}", "{form: e-signering}")
    assert built("2-tillagg", {FIRST: text})[1] == ()
