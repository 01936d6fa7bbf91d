"""What a sentence of an old document states, in the words that people write it in."""

from html import escape
from pathlib import Path

import pytest
from tests.importing.test_old_documents import project
from tests.readers.docx.making import file, p

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.pipeline.intake.preparing import prepared
from avtalsgen.pipeline.workspace.document_argument import open_document
from avtalsgen.pipeline.workspace.knowledge import knowledge_of

HEAD = "Avtal om boendestöd\n\n1 Tid och uppsägning\n\n"


def facts(tmp_path: Path, text: str, *, word: bool = False) -> dict[str, OldFact]:
    """Return the facts of a text, or of a Word file whose paragraphs it has."""
    path = tmp_path / ("gammalt.docx" if word else "gammalt.txt")
    path.write_bytes(_in_word(text) if word else text.encode())
    return facts_of(path)


def facts_of(path: Path) -> dict[str, OldFact]:
    """Return the facts of a file, by their paths."""
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    return {fact.path: fact for fact in made.facts}


def _in_word(text: str) -> bytes:
    """Return paragraphs whose rows are broken by hand."""
    paragraphs = [escape(each).split("\n") for each in text.strip().split("\n\n")]
    return file("".join(p("</w:t><w:br/><w:t>".join(rows)) for rows in paragraphs))


BUYER, PROVIDER = "Mellan Ekby kommun, nedan kallad kommunen, och", "nedan kallad utföraren"


@pytest.mark.parametrize("word", [False, True], ids=["text", "word"])
@pytest.mark.parametrize(
    ("said", "name"),
    [
        (f"{BUYER} Stiftelsen Mariagårdens\nvänner, {PROVIDER}.", "Stiftelsen Mariagårdens vänner"),
        (f"{BUYER}\n\nFöreningen Ljus\noch värme, {PROVIDER}.", "Föreningen Ljus och värme"),
        ("Utförare: Stiftelsen Goda\ngrannar, org.nr 802400-1234", "Stiftelsen Goda grannar"),
        (f"{BUYER} Ekby Buss och Taxi AB (utföraren).", "Ekby Buss och Taxi AB"),
        (f"{BUYER} Aspnäs Vård HB ( säljaren ).", "Aspnäs Vård HB"),
        (f"{BUYER} Hemmet Sol såsom utförare.", "Hemmet Sol"),
    ],
)
def test_the_name_of_a_party_goes_on_over_the_end_of_a_row(
    said: str, name: str, word: bool, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"Avtal om boendestöd\n\n1 Parter\n\n{said}", word=word)
    assert told["parter.utförare.organ"].value == name


@pytest.mark.parametrize("word", [False, True], ids=["text", "word"])
def test_the_rows_of_a_cover_are_told_apart_and_go_on(word: bool, tmp_path: Path) -> None:
    cover = "Beställare: Ekby kommun\nUtförare: Stiftelsen Goda\ngrannar\nDatum: 2018-02-01"
    text = f"Avtal om boendestöd\n\n{cover}\n\n1 Tid\n\nAvtalet gäller."
    told = facts(tmp_path, text, word=word)
    assert told["parter.beställare.organ"].value == "Ekby kommun"
    assert told["parter.utförare.organ"].value == "Stiftelsen Goda grannar"
    assert told["datum"].value == "2018-02-01"


@pytest.mark.parametrize(
    "signed",
    [
        "För kommunen\nRut Lager, socialchef\nFör stiftelsen\nIsak Ek, ordförande",
        "För kommunen\n\nRut Lager\nsocialchef\n\nFör stiftelsen\n\nIsak Ek\nordförande",
    ],
)
def test_who_signs_is_known_beside_below_and_with_a_title(signed: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"{HEAD}Avtalet gäller.\n\n{signed}")
    for party, name, title in (
        ("beställare", "Rut Lager", "socialchef"),
        ("utförare", "Isak Ek", "ordförande"),
    ):
        assert told[f"parter.{party}.undertecknare.namn"].value == name
        assert told[f"parter.{party}.undertecknare.titel"].value == title


BESIDE = (
    "För beställaren               För utföraren\n"
    "......................        ......................\n"
    "Eva Lund, enhets-             Nils Ek, chef för\n"
    "chef                          barn och unga"
)


@pytest.mark.parametrize(
    ("signed", "title"),
    [
        ("......................\nEva Lund, enhets-\nchef", "enhetschef"),
        (
            "......................\nEva Lund, chef för\nindivid- och familje-\nomsorgen",
            "chef för individ- och familjeomsorgen",
        ),
        ("......................\nEva Lund,\nförste handläggare", "förste handläggare"),
        ("Ekby kommun\n......................\nEva Lund, tf. chef för\nSol", "tf. chef för Sol"),
        ("......................\nEva Lund (vd och\nkoncernchef)", "vd och koncernchef"),
        ("......................\nEva Lund, direktör\nEkby kommun", "direktör"),
    ],
)
def test_a_title_behind_a_name_goes_on_over_the_end_of_the_row(
    signed: str, title: str, tmp_path: Path
) -> None:
    parties = "".join(f"För {role}\n{signed}\n\n" for role in ("beställaren", "utföraren"))
    told = facts(tmp_path, f"{HEAD}Avtalet gäller tills vidare.\n\n{parties}")
    for role in ("beställare", "utförare"):
        assert told[f"parter.{role}.undertecknare.namn"].value == "Eva Lund"
        assert told[f"parter.{role}.undertecknare.titel"].value == title


OF_A_COMPANY = (
    "För beställaren               För utföraren\n"
    "Ekby kommun                   Goda Grannar AB\n"
    "Ekby den                      Org.nr 556677-8899\n"
    "......................        Ekby den\n"
    "Eva Lund                      ......................\n"
    "socialchef                    Nils Ek, direktör\n"
)
ONE_MORE = f"{OF_A_COMPANY.replace('Nils Ek, direktör', 'Nils Ek')}{' ' * 30}direktör\n"
WITHOUT_ROLES = OF_A_COMPANY.replace("För beställaren               För utföraren\n", "")


@pytest.mark.parametrize("signed", [OF_A_COMPANY, ONE_MORE, WITHOUT_ROLES])
def test_a_company_and_its_number_sign_nothing(signed: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"{HEAD}Avtalet gäller tills vidare.\n\n{signed}\n")
    for party, name, title in (
        ("beställare", "Eva Lund", "socialchef"),
        ("utförare", "Nils Ek", "direktör"),
    ):
        assert told[f"parter.{party}.undertecknare.namn"].value == name
        assert told[f"parter.{party}.undertecknare.titel"].value == title


def test_titles_that_go_on_beside_each_other_are_whole(tmp_path: Path) -> None:
    told = facts(tmp_path, f"{HEAD}Avtalet gäller tills vidare.\n\n{BESIDE}\n")
    assert told["parter.beställare.undertecknare.titel"].value == "enhetschef"
    assert told["parter.utförare.undertecknare.titel"].value == "chef för barn och unga"


def test_a_number_in_the_running_head_is_no_page_of_many(tmp_path: Path) -> None:
    page = "Vallby kommun     Dnr SON 1998/77\n\n{}\n\n{} (3)\n"
    texts = (
        "Avtal om barnhem\n\n1 Syfte\n\nTrygghet.",
        "2 Tid\n\nTills vidare.",
        "3 Pris\n\nFast.",
    )
    pages = [page.format(text, number) for number, text in enumerate(texts, 1)]
    assert facts(tmp_path, "\f".join(pages))["dnr"].value == "SON 1998/77"


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("Avtalet ska sägas upp skriftligt en månad i förväg.", "1 månad"),
        ("Uppsägning ska ske minst sex (6) månader i förväg.", "6 månader"),
        ("Var och en får säga upp avtalet med tre månaders varsel.", "3 månader"),
        ("Uppsägning görs senast nio månader före avtalstidens slut.", "9 månader"),
        ("Uppsägningstiden är 12 månader.", "12 månader"),
        ("Avtalet gäller med två års ömsesidig uppsägning.", "2 år"),
    ],
)
def test_a_period_of_notice(said: str, length: str, tmp_path: Path) -> None:
    assert facts(tmp_path, HEAD + said)["tid.uppsägning"].value == length


def test_what_is_no_such_value_is_asked_for(tmp_path: Path) -> None:
    said = "Avtalet gäller från och med den 31 februari 2018."
    assert not facts(tmp_path, HEAD + said)["tid.från"].sure


@pytest.mark.parametrize("line", ["Dnr SN 2018-17", "Diarienr: SN 2018-17", "dnr SN 2018-17"])
def test_a_number_is_no_title_with_or_without_a_colon(line: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om boendestöd\n{line}\n\n1 Tid\n\nAvtalet gäller.")
    assert told["dnr"].value == "SN 2018-17"
    assert told["titel"].value == "Avtal om boendestöd"


def test_a_line_at_the_head_of_one_page_and_the_foot_of_another_is_text(tmp_path: Path) -> None:
    head = "Stadsnämnden\nAvtal om boendestöd\n\n"
    middle = "\f1 Tid\n\nAvtalet gäller tills vidare.\n\n2 Plats\n\nStödet ges i hemmet.\n"
    path = tmp_path / "gammalt.txt"
    path.write_text(f"{head}{middle}\fFör nämnden\n\nStadsnämnden\n", encoding="utf-8")
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    assert made.printed.count("Stadsnämnden") == 2


PARTIES = "Beställare: Ekby kommun\nUtförare: Stiftelsen Sol\n\n"


@pytest.mark.parametrize(
    "signed",
    [
        "Ekby den 2 maj 2019\n\nFör Ekby kommun\n..........\nRut Lager, socialchef\n\n"
        "För Stiftelsen Sol\n..........\nIsak Ek, ordförande",
        "För beställaren\nDatum: ________\nNamn: Rut Lager\nTitel: socialchef\n\n"
        "För utföraren\nDatum: ________\nNamn: Isak Ek\nTitel: ordförande",
        "..........\nRut Lager\nsocialchef, Ekby kommun\n\n..........\nIsak Ek\nordförande, "
        "Stiftelsen Sol",
        "Ekby 2019-05-02          Ekby 2019-05-02\n..........          ..........\n"
        "Rut Lager          Isak Ek\nsocialchef          ordförande\n"
        "Ekby kommun          Stiftelsen Sol",
        "Beställaren          Utföraren\n_________          _________\n"
        "Rut Lager          Isak Ek\nsocialchef          ordförande",
        "Ekby den 2 maj 2019\n\nEkby kommun\n\nRut Lager, socialchef\n\nEva Sten, controller"
        "\n\nStiftelsen Sol\n\nIsak Ek, ordförande",
    ],
    ids=["for a name", "labels", "with whom", "below the title", "bare roles", "below the names"],
)
def test_who_signs_is_known_by_the_party_that_is_named(signed: str, tmp_path: Path) -> None:
    text = "Avtalet börjar gälla den 3 maj 2019. Parterna ska mötas varje år och följa upp det."
    told = facts(tmp_path, f"{HEAD}{PARTIES}{text}\n\n{signed}")
    assert told["tid.från"].value == "2019-05-03"
    for party, name, title in (
        ("beställare", "Rut Lager", "socialchef"),
        ("utförare", "Isak Ek", "ordförande"),
    ):
        signs = told[f"parter.{party}.undertecknare.namn"]
        assert (signs.value, signs.sure) == (name, True)
        assert told[f"parter.{party}.undertecknare.titel"].value == title


TITLED = [["Rut Lager", "Isak Ek"], ["socialchef", "ordförande"]]
NO_TITLE_LEFT = [["Beställaren", "Leverantören"], ["Rut Lager", "Isak Ek"], ["", "ordförande"]]
STATED = "Avtal om boende\n1 Parter\nBeställare: Ekby kommun\nUtförare: Stiftelsen Sol\n2 Tid\nNu."


def signed_in_a_table(rows: list[list[str]], heading: str, tmp_path: Path) -> dict[str, OldFact]:
    """Return the names and titles of who signs in a table of a Word file, by party."""
    said = "".join(p(line) for line in (*STATED.split("\n"), f"3 {heading}"))
    cells = ("".join(f"<w:tc>{p(each)}</w:tc>" for each in row) for row in rows)
    grid = f"<w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>"
    path = tmp_path / "gammalt.docx"
    path.write_bytes(
        file(f"{said}<w:tbl>{grid}{''.join(f'<w:tr>{r}</w:tr>' for r in cells)}</w:tbl>")
    )
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    return {
        fact.path.removeprefix("parter.").replace(".undertecknare", ""): fact
        for fact in made.facts
        if ".undertecknare." in fact.path
    }


@pytest.mark.parametrize(
    ("rows", "sure"),
    [
        ([["Beställaren", "Utföraren"], *TITLED], True),
        (
            [
                ["Kommunen:", "", "Leverantören:"],
                ["Rut Lager, socialchef", "", "Isak Ek, ordförande"],
            ],
            True,
        ),
        ([["Ekby kommun", "Stiftelsen Sol"], ["Namn: Rut Lager", "Isak Ek"], TITLED[1]], True),
        ([["Utföraren", "Beställaren"], *(row[::-1] for row in TITLED)], True),
        ([["_________", "_________"], *TITLED], False),
    ],
    ids=["bare roles", "title beside", "parties", "turned", "no label"],
)
def test_who_signs_in_the_columns_of_a_table(
    rows: list[list[str]], sure: bool, tmp_path: Path
) -> None:
    told = signed_in_a_table(rows, "Underskrifter", tmp_path)
    assert {path: (fact.value, fact.sure) for path, fact in told.items()} == {
        "beställare.namn": ("Rut Lager", sure),
        "beställare.titel": ("socialchef", sure),
        "utförare.namn": ("Isak Ek", sure),
        "utförare.titel": ("ordförande", sure),
    }


@pytest.mark.parametrize("word", [False, True], ids=["text", "word"])
@pytest.mark.parametrize(
    "signed",
    [
        "Beställaren\n\nRut Lager\n\nsocialchef\n\nUtföraren\n\nIsak Ek\n\nordförande",
        "Leverantören:\nIsak Ek, ordförande\n\nKommunen:\nRut Lager, socialchef",
        "Beställaren\n\nEkby kommun\n\nRut Lager\n\nUtföraren\n\nStiftelsen Sol\n\nIsak Ek",
    ],
    ids=["paragraphs", "rows", "parties"],
)
def test_who_signs_below_bare_roles(signed: str, word: bool, tmp_path: Path) -> None:
    stated = STATED.replace("\n", "\n\n")
    told = facts(tmp_path, f"{stated}\n\n3 Underskrifter\n\n{signed}", word=word)
    for party, name in (("beställare", "Rut Lager"), ("utförare", "Isak Ek")):
        signs = told[f"parter.{party}.undertecknare.namn"]
        assert (signs.value, signs.sure) == (name, True)


def test_persons_to_ask_below_an_empty_place_to_sign_sign_nothing(tmp_path: Path) -> None:
    asked = "Beställaren\n\nRut Lager, socialchef\n\nUtföraren\n\nIsak Ek, ordförande"
    signed = f"3 Underskrifter\n\nBeställaren\n\nUtföraren\n\nKontakt:\n\n{asked}"
    told = facts(tmp_path, f"{STATED}\n\n{signed}", word=True)
    assert not any("undertecknare" in path for path in told)


@pytest.mark.parametrize(
    ("rows", "heading"),
    [
        ([["Beställaren", "Utföraren"], *TITLED], "Kontaktpersoner"),
        ([["Beställaren", "Leverantören"], ["Ekby Kommun", "Omsorg Öst AB"]], "Underskrifter"),
        ([["Beställaren", "Leverantören"], ["Ekby Stad", "Omsorg Öst"]], "Underskrifter"),
        (NO_TITLE_LEFT, "Underskrifter"),
        ([["Beställaren", "Beställaren"], *TITLED], "Underskrifter"),
    ],
    ids=["contacts", "a company", "no title", "one title", "one party twice"],
)
def test_nobody_signs_where_a_table_does_not_say_it(
    rows: list[list[str]], heading: str, tmp_path: Path
) -> None:
    assert not signed_in_a_table(rows, heading, tmp_path)


@pytest.mark.parametrize("word", [False, True], ids=["text", "word"])
@pytest.mark.parametrize(
    "said",
    [
        "Kommun: Ekby kommun\nUtförare: Stiftelsen Sol",
        "Kommunen: Ekby kommun, org.nr 212000-1111\n\nUtförare: Stiftelsen Sol",
        "1 Parter\n\n1. Kommun: Ekby kommun\n\n2. Leverantör: Stiftelsen Sol",
        "1 Parter\n\n1.1 Beställare: Ekby kommun\n\n1.2 Utförare: Stiftelsen Sol",
        "Kommun: Storby kommun\nBeställare: Ekby kommun\nUtförare: Stiftelsen Sol",
        "1 Parter\n\nMellan Ekby kommun, nedan kallad nämnden, och Stiftelsen Sol (utföraren).",
        "1 Parter\n\nMellan Storby kommun (regionen), Ekby kommun (köparen) och Stiftelsen Sol "
        "(säljaren).",
    ],
    ids=["municipality", "with a number", "rows", "headings", "a buyer too", "called", "both"],
)
def test_a_label_or_what_it_is_called_names_a_party_that_is_asked_for(
    said: str, word: bool, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"Avtal om boende\n\n{said}\n\n2 Tid\n\nNu.", word=word)
    for path, name in (("beställare", "Ekby kommun"), ("utförare", "Stiftelsen Sol")):
        fact = told[f"parter.{path}.organ"]
        assert (fact.value, fact.sure) == (name, False)


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        (
            "Avtal mellan Ekby kommun och Stiftelsen Sol om boende",
            ("Ekby kommun", "Stiftelsen Sol"),
        ),
        ("Avtal om resor mellan Ekby Buss AB samt Region Åby", ("Region Åby", "Ekby Buss AB")),
        (
            "Avtal mellan Vårdnämnden i Ekby och Buss och Taxi AB",
            ("Vårdnämnden i Ekby", "Buss och Taxi AB"),
        ),
        ("Avtal mellan Vårdnämnden och Skolnämnden", None),
        ("Avtal mellan Stiftelsen Sol och Föreningen Ljus", None),
        ("Samarbete mellan Skola och Hem", None),
    ],
)
def test_a_title_names_the_parties_that_are_asked_for(
    title: str, parties: tuple[str, str] | None, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"{title}\n\n1 Tid\n\nAvtalet gäller tills vidare.")
    named = {path: (fact.value, fact.sure) for path, fact in told.items() if "parter" in path}
    paths = ("parter.beställare.organ", "parter.utförare.organ")
    assert named == {path: (name, False) for path, name in zip(paths, parties or (), strict=False)}


def test_a_day_beside_the_number_of_a_document_is_its_day(tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om boende\n\nDnr VON-2019-88          2019-03-22\n\n{HEAD}Nu.")
    assert (told["dnr"].value, told["datum"].value) == ("VON-2019-88", "2019-03-22")
