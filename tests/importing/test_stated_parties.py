"""Who the parties of an old document are and who signs, by how they are called and where."""

from pathlib import Path

import pytest
from tests.importing.test_stated import facts, facts_of
from tests.readers.docx.making import file, p

from avtalsgen.importing.old_fact import OldRecord

SAID = ("namn", "titel")
BUYER, PROVIDER = "Ekby kommun", "Omsorg Öst AB"
NAMES = ("parter.beställare.organ", "parter.utförare.organ")


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of a Word file; a line break begins a paragraph."""
    grid = f"<w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>"
    cells = ("".join(f"<w:tc>{''.join(map(p, c.split(chr(10))))}</w:tc>" for c in r) for r in rows)
    return f"<w:tbl>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.mark.parametrize(
    "said",
    [
        f"Mellan {BUYER}, tekniska nämnden (beställaren) och {PROVIDER} (åkeriet).",
        f"{BUYER} genom vårdnämnden, nedan kallad Kommunen.\n\n{PROVIDER}, organisationsnummer "
        "556677-8899, nedan kallad Anordnaren.",
        f"Beställare: {BUYER}, vårdnämnden\n\nUtförare: {PROVIDER} (556677-8899)",
        f"{BUYER} ger härmed företaget {PROVIDER} i uppdrag att ledsaga.",
        f"1 § {BUYER}, som är beställare, uppdrar åt {PROVIDER} att ledsaga.",
        f"Parter: {BUYER} (Beställaren) och {PROVIDER} (Utföraren).",
        f"Mellan {BUYER}, i det följande benämnd beställaren, och {PROVIDER}, i det följande "
        "benämnd utföraren, gäller följande.",
        f"{BUYER}, vårdnämnden, och {PROVIDER} är överens om att hjälpas åt.",
        f"Hyresvärd: {PROVIDER}\n\nHyresgäst: {BUYER}",
        f"{BUYER}, beställare, och {PROVIDER}, utförare, har ett avtal om ledsagning.",
    ],
    ids=[
        *("the other one", "whom it acts through", "its number", "gives a task", "in a paragraph"),
        *("labelled", "in what follows", "are agreed", "of a lease", "by their roles"),
    ],
)
def test_the_names_of_the_parties_are_asked_for(said: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om ledsagning\n\n1 Parter\n\n{said}\n\n2 Tid\n\nNu.")
    assert [(told[path].value, told[path].sure) for path in NAMES] == [
        (BUYER, False),
        (PROVIDER, False),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Kommunens dnr: SN 2027-17",
        "Beställarens ombud: Rut Lager",
        "Dit kommer utföraren, beställaren, och den som är sjuk.",
        "Enligt lagen (LSS) gäller det.",
    ],
)
def test_what_is_of_a_party_is_no_party(said: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om ledsagning\n{said}\n\n1 Tid\n\nAvtalet gäller.")
    assert not any(path.startswith("parter") for path in told)


def test_the_parties_stand_below_their_roles_in_a_table(tmp_path: Path) -> None:
    rows = table(("Köpare", "Säljare"), (f"{BUYER}\nBox 1", f"{PROVIDER}\norg.nr 556677-8899"))
    path = tmp_path / "gammalt.docx"
    path.write_bytes(file(f"{p('Avtal om ledsagning')}{p('1 Parter')}{rows}{p('2 Tid')}{p('Nu.')}"))
    told = facts_of(path)
    assert [told[name].value for name in NAMES] == [BUYER, PROVIDER]


def test_a_board_is_sure_only_where_its_municipality_is_named(tmp_path: Path) -> None:
    said = "Avtal om ledsagning\n\n1 Parter\n\nBeställare: Socialnämnden{}\n\n2 Tid\n\nNu.\n"
    away = facts(tmp_path, said.format(""))["parter.beställare.organ"]
    assert (away.value, away.sure) == ("Socialnämnden", False)
    home = facts(tmp_path, said.format(", Linköpings kommun"))["parter.beställare.organ"]
    assert (home.value, home.sure) == ("linkoping-sn", True)


SIGNING = (
    f"Avtal om ledsagning\n\n1 Parter\n\nBeställare: {BUYER}\n\nUtförare: {PROVIDER}\n\n"
    "2 Tid\n\nAvtalet gäller tills vidare. Parterna ska mötas varje år och följa upp det.\n\n"
)
ROWS = (f"För {BUYER}", f"För {PROVIDER}"), ("Rut Lager", "Isak Ek"), ("chef", "bolagsman")


def beside(*rows: tuple[str, str], between: str = "\n") -> str:
    return between.join(f"{left:<44}{right}" for left, right in rows) + "\n"


@pytest.mark.parametrize(
    "signed",
    [
        beside(ROWS[0], ("." * 20, "." * 20), *ROWS[1:], between="\n\n"),
        f"Ekby den 2 maj 2027\n\n{beside((BUYER, PROVIDER), *ROWS[1:])}",
        "".join(
            f"{head}\nDatum: 2027-05-02\n______________\n{name}\n{title}\n"
            for head, name, title in zip(*ROWS, strict=True)
        ),
        "\n".join(
            f"{left}\t\t\t\t{right}" for left, right in (ROWS[0], ("." * 20,) * 2, *ROWS[1:])
        ),
        "".join(
            f"{head}\n______________\n{name}\n{title}\n"
            for head, name, title in zip(("Beställaren", "Utföraren"), *ROWS[1:], strict=True)
        ),
        f"3 Underskrifter\n\nAvtalet undertecknas elektroniskt.\n\n{BUYER}\n\nRut Lager, chef\n\n"
        f"2027-05-02\n\n{PROVIDER}\n\nIsak Ek, bolagsman\n\n2027-05-02\n",
        f"Ekby 2027-05-02\n\nRut Lager\n\nchef, {BUYER}\n\nIsak Ek\n\nbolagsman, {PROVIDER}\n",
    ],
    ids=[
        *("rows apart", "no ruled line", "below one another", "many tabs", "bare roles"),
        *("electronic", "above the party"),
    ],
)
def test_who_signs_for_a_party_that_is_named(signed: str, tmp_path: Path) -> None:
    told = facts(tmp_path, SIGNING + signed)
    for party, name, title in (
        ("beställare", "Rut Lager", "chef"),
        ("utförare", "Isak Ek", "bolagsman"),
    ):
        for what, value in (("namn", name), ("titel", title)):
            fact = told[f"parter.{party}.undertecknare.{what}"]
            assert (fact.value, fact.sure) == (value, True)


def test_a_title_goes_on_in_its_own_column(tmp_path: Path) -> None:
    titles = ("ordförande i vård- och", "verkställande direktör"), ("omsorgsnämnden", "")
    told = facts(tmp_path, SIGNING + beside(ROWS[0], ("." * 20, "." * 20), ROWS[1], *titles))
    assert told["parter.beställare.undertecknare.titel"].value == (
        "ordförande i vård- och omsorgsnämnden"
    )
    assert told["parter.utförare.undertecknare.titel"].value == "verkställande direktör"


def test_where_one_party_is_known_the_other_one_signs_beside_it(tmp_path: Path) -> None:
    signed = beside((BUYER, "Åkeriet"), ("." * 20, "." * 20), *ROWS[1:])
    told = facts(tmp_path, SIGNING.replace(f"Utförare: {PROVIDER}\n\n", "") + signed)
    signs = told["parter.utförare.undertecknare.namn"]
    assert (signs.value, signs.sure) == ("Isak Ek", True)


def test_who_signs_in_the_last_table_by_the_names_of_the_parties(tmp_path: Path) -> None:
    said = "".join(map(p, SIGNING.split("\n\n")))
    path = tmp_path / "gammalt.docx"
    path.write_bytes(file(said + table((BUYER, PROVIDER), *ROWS[1:])))
    told = facts_of(path)
    assert told["parter.beställare.undertecknare.namn"].value == "Rut Lager"
    assert told["parter.utförare.undertecknare.titel"].value == "bolagsman"


def test_another_person_who_signs_is_no_title(tmp_path: Path) -> None:
    signed = (
        "För beställaren\n________\nRut Lager\n\nUtföraren\n________\nIsak Ek\n________\nEva Ek\n"
    )
    told = facts(tmp_path, SIGNING + signed)
    assert not any(path.endswith("titel") and "undertecknare" in path for path in told)


def test_who_signs_for_a_board_signs_for_the_buyer(tmp_path: Path) -> None:
    board = "Ekby 2027-05-02\n\nFör vårdnämnden\n________\nRut Lager, chef\n\n"
    signs = facts(tmp_path, f"{SIGNING}{board}Utföraren\n________\nIsak Ek\n")[
        "parter.beställare.undertecknare.namn"
    ]
    assert (signs.value, signs.sure) == ("Rut Lager", True)


def test_parties_are_told_by_their_numbers(tmp_path: Path) -> None:
    said = (
        "Kontrakt mellan\nEkby kommun, org nr 212000-1111, genom Socialnämnden\noch\n"
        "Utförarens namn: Trygga Steg Handelsbolag\nOrganisationsnummer: 969700-1239"
    )
    told = facts(tmp_path, f"Kontrakt om ledsagning\n\n1 Parter\n\n{said}")
    assert told["parter.beställare.organ"].value == "Ekby kommun"
    assert told["parter.utförare.organ"].value == "Trygga Steg Handelsbolag"


def test_who_pays_is_the_buyer_of_two_municipalities(tmp_path: Path) -> None:
    said = (
        "Mellan Åby kommun (org.nr. 212000-1111), nedan Åby, och Ekby kommun (org.nr."
        " 212000-2222), nedan Ekby, träffas avtal.\n\n"
        "För detta ersätter Ekby 640 000 kronor om året."
    )
    told = facts(tmp_path, f"Avtal om rådgivning\n\n1 Parter\n\n{said}")
    assert told["parter.beställare.organ"].value == "Ekby kommun"
    assert told["parter.utförare.organ"].value == "Åby kommun"


def test_parties_stand_below_their_roles_in_two_columns_of_a_cover(tmp_path: Path) -> None:
    cover = "Säljande kommun\tKöpande kommun\nÅby kommun\tEkby kommun"
    told = facts(tmp_path, f"Köp av plats\n\n{cover}\n\n1 Tid\n\nAvtalet gäller.")
    assert told["parter.beställare.organ"].value == "Ekby kommun"
    assert told["parter.utförare.organ"].value == "Åby kommun"


SIGNED_FOR_ONE = """Avtal om stöd

1 Parter

Mellan Ekby kommun (kommunen) och Jouren Bron (föreningen) träffas avtal.

Ekby den 17 december 2027

Ekby kommun

Eva Lund                              Nils Ek
ordförande                            kommundirektör

Jouren Bron

Farida Noor                           Lena Ask
ordförande                            vice ordförande
"""


def test_two_may_sign_for_one_party(tmp_path: Path) -> None:
    told = facts(tmp_path, SIGNED_FOR_ONE)
    signs = {path: told[f"parter.{path}.undertecknare.namn"] for path in ("beställare", "utförare")}
    assert {path: fact.value for path, fact in signs.items()} == {
        "beställare": "Eva Lund",
        "utförare": "Farida Noor",
    }


def test_what_is_no_name_is_no_sure_signatory(tmp_path: Path) -> None:
    signed = "För kommunen\n\nFönster och dörrar\n\nFör utföraren\n\nEkby kommun"
    told = facts(tmp_path, f"Avtal om stöd\n\n1 Tid\n\nAvtalet gäller.\n\n{signed}")
    names = (fact for path, fact in told.items() if path.endswith("undertecknare.namn"))
    assert not any(fact.sure for fact in names)


@pytest.mark.parametrize("second", ["Eva Sten\nSocialchef", "Eva Sten, Socialchef"])
def test_who_signs_beside_the_first_for_a_party_is_known(second: str, tmp_path: Path) -> None:
    """The second stands below the title of the first, in the same column."""
    first = "För beställaren\tFör utföraren\n\n______\t______\nRut Lager\tIsak Ek"
    below = f"Nämndens ordförande\tDirektör\n\n______\n{second}\n"
    told = facts(tmp_path, f"Avtal om stöd\n\n1 Villkor\n\nAvtalet gäller.\n\n{first}\n{below}")
    of_buyer = "parter.beställare.undertecknare"
    assert [(told[f"{of_buyer}.{key}"].value, told[f"{of_buyer}.{key}"].sure) for key in SAID] == [
        ("Rut Lager", True),
        ("Nämndens ordförande", True),
    ]
    other = told["parter.beställare.medundertecknare"]
    assert other.sure
    assert other.value == (OldRecord((("namn", "Eva Sten"), ("titel", "Socialchef"))),)


def test_two_on_one_line_sign_for_a_party_each_with_a_title(tmp_path: Path) -> None:
    of_buyer = "För Ekby kommun\n\nRut Lager / Eva Sten\nordförande / socialchef"
    of_provider = "För Omsorg Öst AB\n\nIsak Ek\ndirektör"
    parties = "Beställare: Ekby kommun\nUtförare: Omsorg Öst AB"
    signed = f"Ekby den 3 mars 2024\n\n{of_buyer}\n\n{of_provider}\n"
    told = facts(tmp_path, f"Avtal om stöd\n{parties}\n\n1 Tid\n\nAvtalet gäller.\n\n{signed}")
    assert told["parter.beställare.undertecknare.namn"].value == "Rut Lager"
    assert told["parter.beställare.undertecknare.titel"].value == "ordförande"


@pytest.mark.parametrize("foot", ["Ekby kommun | Vården | 1", "Avtal om stöd", "Stöd, sida 1 av 2"])
def test_the_foot_of_the_only_page_is_no_title(foot: str, tmp_path: Path) -> None:
    signed = "Ekby kommun\tOmsorg Öst AB\n\n______\t______\nRut Lager\tIsak Ek\nDirektör\tDirektör"
    other = f"______\nEva Sten\nSocialchef\n{foot}\n"
    parties = "Beställare: Ekby kommun\nUtförare: Omsorg Öst AB"
    text = f"Avtal om stöd\n{parties}\n\n1 Tid\n\nAvtalet gäller.\n\n{signed}\n\n{other}"
    told = facts(tmp_path, text)
    assert told["parter.beställare.medundertecknare"].value == (
        OldRecord((("namn", "Eva Sten"), ("titel", "Socialchef"))),
    )


@pytest.mark.parametrize(
    "title", ["Ordförande, social- och omsorgsnämnden", "chef för Ekby Norr, Ekby kommun"]
)
def test_what_stands_behind_a_title_is_nobody_else(title: str, tmp_path: Path) -> None:
    parties = "Beställare: Ekby kommun\nUtförare: Omsorg Öst AB"
    signed = f"För Ekby kommun\n\nRut Lager\n{title}\n\nFör Omsorg Öst AB\n\nIsak Ek\nvd\n"
    told = facts(tmp_path, f"Avtal om stöd\n{parties}\n\n1 Tid\n\nAvtalet gäller.\n\n{signed}")
    assert "parter.beställare.medundertecknare" not in told


def test_a_party_is_first_below_a_heading_that_is_its_role(tmp_path: Path) -> None:
    below = "</w:t><w:br/><w:t>Organisationsnummer: 212000-1111"
    parts = [
        ("Allmänt", "Larm levereras."),
        ("Kund", BUYER + below),
        ("Leverantör", PROVIDER + below),
    ]
    body = [p(head, style="Heading1") + p(said) for head, said in parts]
    path = tmp_path / "gammalt.docx"
    path.write_bytes(file(p("Avtal om larm", style="Title") + "".join(body)))
    told = facts_of(path)
    assert [told[name].value for name in NAMES] == [BUYER, PROVIDER]


def test_a_word_for_a_party_is_nobodys_name(tmp_path: Path) -> None:
    said = "Beställaren uppdrar åt Entreprenören att sköta driften."
    told = facts(tmp_path, f"Avtal om drift\n\n1 Uppdraget\n\n{said}")
    assert not any(path.endswith(".organ") for path in told)


def test_a_party_is_called_what_stands_in_quotes(tmp_path: Path) -> None:
    said = f"Stiftelsen Ljus, 802412-1546, ”Stiftelsen”,\n\noch\n\n{BUYER}, ”Nämnden”, har enats."
    told = facts(tmp_path, f"Avtal om hus\n\n1 Hus\n\nHusen är två.\n\n2 Parter\n\n{said}")
    assert [told[name].value for name in NAMES] == [BUYER, "Stiftelsen Ljus"]


REGION = "Region Öst, nedan regionen, och Ekby kommun, nedan kommunen, har träffat detta avtal."


@pytest.mark.parametrize(
    ("paid", "buyer"),
    [
        ("Regionen betalar till kommunen 300 kronor per timme.", "Region Öst"),
        ("Kommunen ersätter regionen med 300 kronor per timme.", "Ekby kommun"),
        ("Regionen fakturerar kommunen varje månad.", "Ekby kommun"),
        ("Parterna bär sina kostnader.", None),
    ],
)
def test_of_a_municipality_and_a_region_the_one_that_pays_is_the_buyer(
    paid: str, buyer: str | None, tmp_path: Path
) -> None:
    of_region = "För Region Öst\n\nEva Lund\nområdeschef"
    of_town = "För Ekby kommun\n\nNils Ek\nsocialchef"
    signed = f"Ekby den 3 mars 2024\n\n{of_region}\n\n{of_town}\n"
    told = facts(
        tmp_path, f"Avtal om stöd\n\n1 Parter\n\n{REGION}\n\n2 Pengar\n\n{paid}\n\n{signed}"
    )
    fact = told.get("parter.beställare.organ")
    assert (fact and fact.value) == buyer
    name = told["parter.beställare.undertecknare.namn"]
    assert name.sure == (buyer is not None)
    if buyer:
        assert name.value == ("Eva Lund" if buyer == "Region Öst" else "Nils Ek")


def test_several_sign_in_each_column_below_the_party_and_for_whom_it_acts(tmp_path: Path) -> None:
    signed = "....\nEva Lund\nordförande\n....\nNils Ek\nsocialchef"
    buyer = f"Ekby 2024-03-25\nEKBY KOMMUN\nSociala nämnden\n{signed}"
    provider = "Åby 2024-03-27\nLJUS OMSORG AKTIEBOLAG\n....\nSara Berg\nverkst direktör"
    parties = [
        p("Beställare: Ekby kommun, org.nr 212000-1111"),
        p("Utförare: Ljus Omsorg Aktiebolag"),
    ]
    path = tmp_path / "gammalt.docx"
    path.write_bytes(
        file(
            "".join(
                [
                    p("Avtal om drift"),
                    *parties,
                    p("Tid", style="Heading1"),
                    p("Avtalet gäller."),
                    table((buyer, provider)),
                ]
            )
        )
    )
    told = facts_of(path)
    assert told["parter.beställare.undertecknare.namn"].value == "Eva Lund"
    assert told["parter.utförare.undertecknare.namn"].value == "Sara Berg"
    assert told["parter.beställare.medundertecknare"].value == (
        OldRecord((("namn", "Nils Ek"), ("titel", "socialchef"))),
    )
