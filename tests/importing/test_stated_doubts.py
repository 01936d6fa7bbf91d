"""What something else in a document speaks against is asked for, however plainly it stands."""

from pathlib import Path

import pytest
from tests.compared import KNOWLEDGE
from tests.importing.test_stated import PARTIES, facts
from tests.importing.test_stated_terms import stated
from tests.read import WORDS
from tests.register.test_stated_words import LISTS

from avtalsgen.importing.stated.signing import titled
from avtalsgen.importing.stated.title import title
from avtalsgen.model.nodes import Cover, Document, Identity, Text
from avtalsgen.uppdrag import known

HEAD = "Avtal om ledsagning\n\n1 Villkor\n\n"
TEXT = "1 Villkor\n\nDet gäller nu.\n\n2 Tid\n\nDet gäller sedan.\n"
SIGNS = "parter.{}.undertecknare.{}"


def signed_by(tmp_path: Path, buyer: str, provider: str) -> list[bool]:
    """Return what is sure of names and titles where two sign with these titles."""
    signed = f"För Ekby kommun\nRut Lager\n{buyer}\n\nFör Stiftelsen Sol\nIsak Ek\n{provider}"
    told = facts(tmp_path, f"{HEAD}{PARTIES}Nu.\n\n2 Underskrifter\n\n{signed}")
    paths = [
        SIGNS.format(party, key)
        for party in ("beställare", "utförare")
        for key in ("namn", "titel")
    ]
    return [told[path].sure for path in paths if path in told]


@pytest.mark.parametrize(
    ("buyer", "provider", "sure"),
    [
        ("Socialnämndens ordförande", "Ordförande", True),
        ("Socialchef", "VD", True),
        ("Ordförande", "Socialnämndens ordförande", False),
        ("VD", "Socialchef", False),
        ("Kassör", "Verksamhetschef", False),
        ("Enhetschef", "Verksamhetschef", True),
    ],
)
def test_a_title_that_the_other_party_has_makes_it_unsure_who_signs_for_whom(
    buyer: str, provider: str, sure: bool, tmp_path: Path
) -> None:
    told = signed_by(tmp_path, buyer, provider)
    assert told
    assert all(told) if sure else not any(told)


@pytest.mark.parametrize("title", LISTS.texts("titel_i_annat"))
def test_a_title_of_a_company_is_none_of_a_municipality(title: str, tmp_path: Path) -> None:
    assert titled(f"Rut Lager, {title}", WORDS.title)
    assert not any(signed_by(tmp_path, title.capitalize(), "Verksamhetschef"))


def test_a_title_with_figures_in_it_is_asked_for(tmp_path: Path) -> None:
    told = signed_by(tmp_path, "Socialchef 24", "VD")
    assert told == [True, False, True, True]


@pytest.mark.parametrize(
    "said",
    [
        "Priset räknas upp till hälften med OPI, till hälften med KPI.",
        "Priset räknas upp med OPI och byggkostnadsindex.",
        "En bilaga visar hur KPI har stigit.",
    ],
)
def test_an_index_beside_another_or_of_something_else_is_asked_for(
    said: str, tmp_path: Path
) -> None:
    value, sure = stated("ersättning.index.serie", HEAD + said, tmp_path)
    assert value
    assert not sure


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("För arbetet går 900 000 kronor till föreningen.", False),
        ("Föreningen har en ansvarsförsäkring om 900 000 kronor.", True),
        ("Vitet är 900 000 kronor.", True),
    ],
)
def test_a_sum_is_asked_for_below_a_larger_one_that_may_be_the_price(
    said: str, sure: bool, tmp_path: Path
) -> None:
    text = f"{HEAD}Kommunen betalar 5 000 kronor. {said}"
    assert stated("ersättning.belopp", text, tmp_path) == ("5000", sure)


@pytest.mark.parametrize(
    ("below", "sure"),
    [
        ("Förmedlade tolkar och distanstolkning", False),
        ("mellan Ekby kommun och Stiftelsen Sol", True),
        ("", True),
    ],
)
def test_a_line_below_a_title_that_may_be_its_second_is_asked_for(
    below: str, sure: bool, tmp_path: Path
) -> None:
    text = f"Ramavtal om tolkning\n\n{below}\n\n1 Villkor\n\nDet gäller nu."
    assert facts(tmp_path, text)["titel"].sure is sure


@pytest.mark.parametrize(("times", "sure"), [(1, True), (4, False)])
def test_a_title_longer_than_titles_are_is_asked_for(times: int, sure: bool) -> None:
    said = f"Tillägg om stöd {'i hemmet och på resor ' * times}i Ekby"
    cover = Cover("", (Text(said),))
    (told,) = title(Document(Identity("", "", "", "", ""), cover, ()), {}, KNOWLEDGE)
    assert (told.value, told.sure) == (said, sure)


@pytest.mark.parametrize(
    ("other", "sure"), [("KS 2019-12", False), ("SN 2019-0077", False), ("SN 2019-77", True)]
)
def test_another_number_in_the_head_is_asked_about(other: str, sure: bool, tmp_path: Path) -> None:
    text = f"Ekby kommun {other}\n\nAvtal om stöd\n\nDnr: SN 2019-77\n\n1 Villkor\n\nNu."
    assert facts(tmp_path, text)["dnr"].sure is sure


@pytest.mark.parametrize(
    ("row", "sure"),
    [
        ("Reviderad: 2020-02-01", False),
        ("Rev. 2020-02-01", False),
        ("Avtalsstart: 2020-02-01", True),
        ("Ersätter avtal från 2016-02-01", True),
    ],
)
def test_another_day_on_the_cover_is_asked_about(row: str, sure: bool, tmp_path: Path) -> None:
    text = f"Avtal om stöd\n\nDaterad: 2019-05-02\n{row}\nDnr: SN 2019-77\n\n{TEXT}"
    assert facts(tmp_path, text)["datum"].sure is sure


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("tid.uppsägning", "Om budgeten minskar får avtalet sägas upp med tre månaders varsel."),
        ("tid.uppsägning", "En enskild plats lämnas med 30 dagars uppsägning."),
        ("tid.uppsägning", "Uppsägningstiden är 6 månader, det första året 12 månader."),
        ("tid.till", "Avtalet upphör om tillståndet löper ut den 31 december 2022."),
        ("tid.från", "Utföraren ska från den 1 mars 2020 ha en chef på plats."),
        ("ersättning.belopp", "Exempel: vid 100 timmar är ersättningen 45 000 kronor."),
        ("ersättning.belopp", "Priset för 2018 var 45 000 kronor."),
        ("ersättning.belopp", "Ersättningen får uppgå till 45 000 kronor."),
        ("ersättning.belopp", "Ersättningen om 45 000 kronor betalas inte i juli."),
        ("ersättning.belopp", "De som deltar i en kurs får ersättning för lunch med 95 kronor."),
        ("ersättning.index.serie", "Ersättningen räknas upp med det lägsta av OPI och 2 procent."),
        ("ersättning.index.serie", "Uppräkning av ersättningen med OPI sker inte."),
    ],
)
def test_what_holds_now_and_then_or_of_something_else_is_asked_for(
    path: str, said: str, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"Avtal om stöd\n\n1 Avtalstid\n\n{said}\n\n2 Annat\n\nNu.")
    assert path not in told or not told[path].sure


@pytest.mark.parametrize(
    ("path", "said", "value"),
    [
        ("tid.uppsägning", "Vid uppsägning gäller sex månaders uppsägningstid.", "6 månader"),
        (
            "tid.uppsägning",
            "Avtalet sägs upp senast nio månader i förväg, annars förlängs det med tre år i taget.",
            "9 månader",
        ),
        ("ersättning.belopp", "Vid full beläggning är ersättningen 45 000 kronor.", "45000"),
        (
            "ersättning.index.serie",
            "Ersättningen följer OPI. Hyran följer inte KPI.",
            "OPI",
        ),
    ],
)
def test_what_is_said_of_the_ordinary_is_sure(
    path: str, said: str, value: str, tmp_path: Path
) -> None:
    assert stated(path, HEAD + said, tmp_path) == (value, True)


def test_a_day_that_is_for_something_is_asked_for(tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om stöd\n\nDatum för tillträde: 2019-05-02\n\n{TEXT}")
    assert "datum" not in told or not told["datum"].sure


def test_a_version_is_no_part_of_a_title(tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om stöd\nversion 2, 2019-05-02\n\n{TEXT}")
    assert told["titel"].value == "Avtal om stöd"


def test_the_number_of_what_an_annex_is_to_is_asked_for(tmp_path: Path) -> None:
    told = facts(tmp_path, f"Bilaga 3 till avtal SN 2018-44\n\nKrav på stöd\n\n{TEXT}")
    assert not told["dnr"].sure


@pytest.mark.parametrize("roles", [("Beställare", "Utförare"), ("Utförare", "Beställare")])
def test_a_party_stands_between_its_role_and_who_signs_for_it(
    roles: tuple[str, str], tmp_path: Path
) -> None:
    names = {"Beställare": "Ekby kommun", "Utförare": "Stiftelsen Sol"}
    people = {"Beställare": "Rut Lager", "Utförare": "Isak Ek"}
    titles = {"Beställare": "Socialchef", "Utförare": "Ordförande"}
    rows = (roles, *([said[role] for role in roles] for said in (names, people, titles)))
    signed = "\n".join("\t".join(row) for row in rows)
    told = facts(tmp_path, f"{HEAD}{PARTIES}Nu gäller det.\n\n3 Underskrifter\n\n{signed}")
    for role, person in people.items():
        signs = told[SIGNS.format(role.casefold(), "namn")]
        assert (signs.value, signs.sure) == (person, True)


def test_of_two_without_a_role_the_title_proposes_who_signs_for_whom(tmp_path: Path) -> None:
    gap = " " * 20
    signed = f"Ekby 2019-03-01\n\nNils Ek{gap}Eva Lund\nordförande{gap}socialchef"
    told = facts(tmp_path, f"{HEAD}{PARTIES}Nu gäller det.\n\n3 Underskrifter\n\n{signed}")
    signs = told[SIGNS.format("beställare", "namn")]
    assert (signs.value, signs.sure) == ("Eva Lund", False)


@pytest.mark.parametrize(
    ("path", "place", "said"),
    [
        ("tid.från", "Avtalstid", "Personuppgifter behandlas från den 1 april 2021."),
        (
            "tid.från",
            "Avtalstid",
            "Avtalet börjar gälla 1 april 2021 eller den dag då det går.",
        ),
        ("tid.till", "Avtalstid", "Hyresavtalet gäller till och med den 31 mars 2022."),
        (
            "tid.till",
            "Avtalstid",
            "Avtalet gäller tills vidare, dock längst till 31 mars 2022.",
        ),
        ("tid.till", "Leverans", "Arbetet ska vara klart till och med den 31 mars 2022."),
        ("tid.uppsägning", "Uppsägning", "Hyresavtalet har nio månaders uppsägningstid."),
        ("tid.uppsägning", "Personal", "Anställda har tre månaders uppsägningstid."),
        ("tid.uppsägning", "Pris", "Uppsägning av priset ska ske tre månader i förväg."),
        ("ersättning.index.serie", "Ersättning", "Hyran räknas upp med KPI."),
        ("ersättning.index.serie", "Ersättning", "Vi kan komma överens om uppräkning med PKV."),
    ],
)
def test_what_is_of_something_else_in_the_document_is_asked_for(
    path: str, place: str, said: str, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"Avtal om stöd\n\n1 {place}\n\n{said}\n\n2 Annat\n\nDet gäller nu.")
    assert path not in told or not told[path].sure


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Avtal om hyra", "Hyresavtalet har nio månaders uppsägningstid."),
        ("Avtal om stöd", "Uppsägningstiden är nio månader."),
        ("Avtal om stöd", "Samverkansavtalet sägs upp nio månader i förväg."),
    ],
)
def test_what_the_title_is_about_is_the_document(title: str, said: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"{title}\n\n1 Villkor\n\n{said}\n\n2 Annat\n\nDet gäller nu.")
    assert (told["tid.uppsägning"].value, told["tid.uppsägning"].sure) == ("9 månader", True)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Kommunen betalar sjuhundrafyrtiotusen (740 000) kronor per år.", ("740000", True)),
        ("Kommunen betalar sjuhundratusen (740 000) kronor per år.", ("740000", False)),
        ("Kommunen betalar etthundrafemtio (150) kronor per besök.", ("150", True)),
        ("Varor får inte prissättas högre än 500 kronor per styck.", ("500", False)),
    ],
)
def test_letters_before_a_sum_say_the_same(
    said: str, expected: tuple[str, bool], tmp_path: Path
) -> None:
    assert stated("ersättning.belopp", HEAD + said, tmp_path) == expected


def test_a_title_that_only_the_head_of_pages_has_is_proposed(tmp_path: Path) -> None:
    head = "Ekby kommun\tUppdragsavtal om odling\tDnr AN 2020/231\n\nInledning\n\nVi odlar.\n\n"
    told = facts(tmp_path, f"{head}{TEXT}")
    assert (told["titel"].value, told["titel"].sure) == ("Uppdragsavtal om odling", False)


def test_a_rise_that_is_told_by_what_comes_after_is_no_name_of_one(tmp_path: Path) -> None:
    said = "Priset räknas om varje år enligt den uppräkning som fullmäktige fastställer."
    assert stated(known.INDEX_NAME, HEAD + said, tmp_path) == ("den uppräkning", False)


@pytest.mark.parametrize("heading", ["Uppdragets parter", "Avtalet", "Överenskommelsens delar"])
def test_the_head_of_a_part_is_no_title_for_sure(heading: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"{heading}\n\nDet gäller nu.\n\nTid\n\nDet gäller sedan.\n")
    assert not any(each.sure for path, each in told.items() if path == known.TITLE)
