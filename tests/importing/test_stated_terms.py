"""What a sentence of an old document says of number, day, term, sum, index and notice.

What is plain is sure. Where two things compete, or a value may be something else, it is asked for.
"""

from pathlib import Path

import pytest
from tests.importing.test_stated import facts, facts_of

HEAD = "Avtal om ledsagning\n\n1 Villkor\n\n"
SIGNED = "\n\n2 Underskrifter\n\nFör beställaren\n{}\nRut Lager\n\nFör utföraren\n{}\nIsak Ek\n"
NOTHING = (None, False)


def stated(path: str, text: str, tmp_path: Path) -> tuple[object, bool]:
    fact = facts(tmp_path, text).get(path)
    return (fact.value, fact.sure) if fact else NOTHING


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Avtalet gäller från och med den första mars 2027.", ("2027-03-01", True)),
        ("Avtalet börjar gälla den 15:e maj 2027.", ("2027-05-15", True)),
        ("Avtalet gäller fr.o.m. 1/3 2027.", ("2027-03-01", True)),
        ("Insatsen påbörjas måndagen den 1 mars 2027.", ("2027-03-01", False)),
        ("Placeringen påbörjas måndagen den 1 mars 2027.", ("2027-03-01", True)),
        ("Avtalet träder i kraft på Startdagen, den 1 mars 2027.", ("2027-03-01", True)),
        ("Avtalet gäller 2027-03-01 till 2029-02-28.", ("2027-03-01", True)),
        ("Avtalet gäller under tiden 2027-03-01–2029-02-28.", ("2027-03-01", True)),
        ("Avtalet gäller till och med den 1 mars 2027.", NOTHING),
        (
            "Avtalet gäller från den 1 mars 2027 med möjlighet till förlängning i två år.",
            ("2027-03-01", True),
        ),
        (
            "Avtalet gäller från den 1 mars 2027. Från och med 2028-01-01 justeras priset.",
            ("2027-03-01", True),
        ),
        (
            "Avtalet gäller från den 1 mars 2027. Jouren inleds den 1 maj 2027.",
            ("2027-03-01", False),
        ),
        ("Avtalet gäller från och med 20270301.", ("2027-03-01", True)),
        ("Avtalet gäller från Eva Lund, 20270301-1234.", NOTHING),
        (
            "Avtalet gäller från den 1 mars 2027. Tillägget gäller från den 1 maj 2027.",
            ("2027-03-01", False),
        ),
    ],
)
def test_the_first_day(said: str, expected: tuple[object, bool], tmp_path: Path) -> None:
    assert stated("tid.från", HEAD + said, tmp_path) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Avtalet gäller 2027-03-01 till 2029-02-28.", ("till och med 2029-02-28", True)),
        ("Avtalet gäller tillsvidare.", ("tills vidare", True)),
        ("Den tidigare ersättningen, 900 kr, gäller till och med den 1 mars 2027.", NOTHING),
        (
            "Priset är fast till och med den 1 maj 2027. Avtalet gäller till och med 2029-02-28.",
            ("till och med 2029-02-28", True),
        ),
        (
            "Avtalet gäller t.o.m. 2029-02-28. Det kan förlängas till och med 2031-02-28.",
            ("till och med 2029-02-28", True),
        ),
    ],
)
def test_the_last_day(said: str, expected: tuple[object, bool], tmp_path: Path) -> None:
    assert stated("tid.till", HEAD + said, tmp_path) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Uppsägningstiden är ett halvår.", ("6 månader", True)),
        ("Avtalet får sägas upp med tolvmånaders varsel.", ("12 månader", True)),
        ("Uppsägningstiden är av hänsyn till den enskilde nio månader.", ("9 månader", True)),
        ("Uppsägningstiden är tre månader för köparen och ett år för säljaren.", None),
        ("Köparen får säga upp med 7 dagars uppsägningstid. Säljaren detsamma med 30 dagar.", None),
        ("Rättas inte brister får avtalet sägas upp med en månads varsel.", None),
        ("Parten får häva avtalet med trettio dagars varsel.", NOTHING),
    ],
)
def test_the_notice(said: str, expected: tuple[object, bool] | None, tmp_path: Path) -> None:
    value, sure = stated("tid.uppsägning", HEAD + said, tmp_path)
    assert (value, sure) == expected if expected else value and not sure


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ersättningen är 612,50 kr per dygn.", ("612,50", True)),
        ("Dygnspriset är 4 350 kronor/dygn.", ("4350", True)),
        ("Ersättningen är 1,2 mnkr per år.", ("1200000", True)),
        ("Ersättningen är två stycken 85 kronor per måltid.", ("85", True)),
        ("Utföraren får en ersättning på 412 500,00 kr per månad.", ("412500", False)),
        ("Ersättningen är 400 kr per timme. Kväll är ersättningen 500 kr per timme.", None),
        ("Ersättning betalas med 900 kr per dag, högst 200 000 kr om året.", ("900", True)),
        ("Den enskilde betalar själv 300 kronor.", ("300", False)),
        ("Ersättning betalas enligt lagen (2027:453) om insatser.", NOTHING),
        ("Ersättningen är kronor tolvtusen (12.000) per år.", ("12000", True)),
        ("Utföraren betalar ett vite om 5 000 kronor.", ("5000", False)),
    ],
)
def test_the_sum(said: str, expected: tuple[object, bool] | None, tmp_path: Path) -> None:
    value, sure = stated("ersättning.belopp", HEAD + said, tmp_path)
    assert (value, sure) == expected if expected else value and not sure


def test_a_sum_below_a_heading_of_fines_is_asked_for(tmp_path: Path) -> None:
    text = "Avtal om tolk\n\n1 Vite\n\nUteblir tolken betalar leverantören 1 500 kronor."
    assert stated("ersättning.belopp", text, tmp_path) == ("1500", False)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Priset räknas upp enligt SKR:s vägda prisindex.", ("VPI", True)),
        ("Priset följer arbetskostnadsindexet för tjänstemän.", ("AKI", True)),
        ("Priset följer OPI, som till en del är KPI.", ("OPI", True)),
        ("Priset följer OPI. Hyran följer KPI.", ("OPI", False)),
    ],
)
def test_the_index(said: str, expected: tuple[object, bool], tmp_path: Path) -> None:
    assert stated("ersättning.index.serie", HEAD + said, tmp_path) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ärendenummer: 2027-SN-0688", ("2027-SN-0688", True)),
        ("Vår beteckning: IFN 2027/77-3", ("IFN 2027/77-3", True)),
        ("Diarienummer: TN 2027.340", ("TN 2027.340", True)),
        ("Ekby kommuns dnr: SN 2027-17\nRegionens dnr: HSN 2027-4", ("SN 2027-17", False)),
        ("Dnr: SN 2027-17\nDnr 2027/17", ("SN 2027-17", True)),
        ("Dnr: BN 2027/402 (bildningsnämnden) SN 2027/18 (socialnämnden)", ("BN 2027/402", False)),
        ("Dnr: SN 2027-17 (avtalet) och SN 2027-91 (detta tillägg)", ("SN 2027-91", True)),
        ("Ekby kommun diarienr 2027:412", ("2027:412", True)),
        ("Enligt SFS 2010:110", NOTHING),
    ],
)
def test_the_number(head: str, expected: tuple[object, bool], tmp_path: Path) -> None:
    text = f"Avtal om ledsagning\n{head}\n\n1 Tid\n\nAvtalet gäller."
    assert stated("dnr", text, tmp_path) == expected


def test_a_number_that_a_text_refers_to_is_asked_for(tmp_path: Path) -> None:
    said = "Samverkan regleras i ett annat avtal, dnr SN 2027-17."
    assert stated("dnr", HEAD + said, tmp_path) == ("SN 2027-17", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SIGNED.format("Ekby 2027-05-02", "Ekby 2027-05-02"), ("2027-05-02", True)),
        (SIGNED.format("Ekby 2027-05-02", "Ekby 2027-06-02"), ("2027-05-02", False)),
        ("\n\nEkby den 2 maj 2027", ("2027-05-02", True)),
        ("\n\nParterna har denna dag, den 2 maj 2027, kommit överens.", ("2027-05-02", True)),
        ("\n\nUtföraren flyttar in den 2 maj 2027.", NOTHING),
    ],
    ids=["signed", "two days", "place and day", "this day", "another day"],
)
def test_the_day_of_a_document(text: str, expected: tuple[object, bool], tmp_path: Path) -> None:
    assert stated("datum", f"{HEAD}Avtalet gäller tills vidare.{text}", tmp_path) == expected


def test_the_head_of_a_letter_has_labels_above_what_they_say(tmp_path: Path) -> None:
    head = "Ekby kommun          Datum\nSocialkontoret       2027-02-11\nStorgatan 4          "
    text = f"{head}Vår beteckning\n999 11 Ekby          SN 2027/77-3\n\nAvtal\n\nAvtalet gäller.\n"
    told = facts(tmp_path, text)
    assert (told["datum"].value, told["datum"].sure) == ("2027-02-11", True)
    assert (told["dnr"].value, told["dnr"].sure) == ("SN 2027/77-3", True)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ersättningen räknas upp årligen med TPI.", "TPI"),
        (
            "Därefter räknas ersättningen om enligt kommunens uppräkningsmodell, varje år.",
            "kommunens uppräkningsmodell",
        ),
        (
            "Priset justeras från och med 2027 som förut, det vill säga efter prisbasbeloppet.",
            "prisbasbeloppet",
        ),
        ("Ersättningen räknas upp varje år med LKI.", "LKI"),
        ("Ersättningen räknas upp med landstingsprisindex.", "landstingsprisindex"),
        ("Priset följer tjänsteprisindex (TPI) för städning.", "tjänsteprisindex (TPI)"),
        ("Priset regleras enligt entreprenadindex E84, grupp 2.", "entreprenadindex E84"),
        ("Ersättningen räknas inte upp med TPI.", None),
        ("Priset justeras efter förhandling.", None),
        ("Lokalerna regleras enligt PBL.", None),
    ],
)
def test_what_a_sum_changes_with_that_no_series_of_ours_is_has_its_name(
    said: str, expected: str | None, tmp_path: Path
) -> None:
    told = facts(tmp_path, HEAD + said)
    assert "ersättning.index.serie" not in told
    name = told.get("ersättning.index.namn")
    assert (name and (name.value, name.sure)) == (expected and (expected, True))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ersättningen räknas upp med index varje år.", "index"),
        ("Se byggindex.", "byggindex"),
        ("Ersättningen räknas upp till 80 procent enligt löneavtalet.", "löneavtalet"),
    ],
)
def test_what_a_sum_may_change_with_is_asked_for(said: str, name: str, tmp_path: Path) -> None:
    fact = facts(tmp_path, HEAD + said)["ersättning.index.namn"]
    assert (fact.value, fact.sure) == (name, False)


@pytest.mark.parametrize("unit", ["per månad", "i månaden", "per kvartal", "varje halvår"])
def test_a_sum_for_a_part_of_a_year_is_asked_for_with_it(unit: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"{HEAD}Ersättningen är 12 000 kronor {unit}.")
    fact = told["ersättning.belopp"]
    assert (fact.value, fact.sure) == ("12000", False)
    assert fact.place.endswith(f"12 000 kronor {unit}")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Kommunen får säga upp avtalet med tre månaders varsel.", ("3 månader", False)),
        (
            "Kunden kan säga upp avtalet med 90 dagars varsel. Leverantören har ingen sådan rätt.",
            ("90 dagar", False),
        ),
        (
            "Kunden kan säga upp avtalet med 90 dagars varsel. Leverantören har samma rätt.",
            ("90 dagar", True),
        ),
        (
            "Åby får säga upp avtalet med ett års varsel och Ekby med sex månaders varsel.",
            ("1 år", False),
        ),
        (
            "Uppsägningstiden är sex månader. Den blir nu fyra månader för föreningen.",
            ("6 månader", False),
        ),
        (
            "Uppsägningstiden är för köparen ett år och för säljaren nio månader.",
            ("1 år", False),
        ),
        ("Vardera parten får säga upp avtalet med ett års varsel.", ("1 år", True)),
        ("Avtalet upphör ett år efter det att någon sagt upp det.", ("1 år", True)),
        ("Vill någon kliva av säger vi till minst 6 mån. i förväg.", ("6 månader", True)),
    ],
)
def test_a_notice_that_one_party_has_is_asked_for(
    said: str, expected: tuple[object, bool], tmp_path: Path
) -> None:
    assert stated("tid.uppsägning", HEAD + said, tmp_path) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Partnerskapet slutar den 31 augusti 2027.", ("till och med 2027-08-31", True)),
        ("Ramavtalet gäller till och med den 31 augusti 2027.", NOTHING),
        ("Det tidigare avtalet upphör den 31 augusti 2027.", NOTHING),
    ],
)
def test_what_ends_is_the_document(
    said: str, expected: tuple[object, bool], tmp_path: Path
) -> None:
    assert stated("tid.till", HEAD + said, tmp_path) == expected


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Kommunen lämnar ett ekonomiskt stöd med 850 tkr per säsong.", True),
        ("Under 2026 köptes tjänsten för omkring 14,2 mnkr.", False),
        ("Under 2026 köptes tjänsten för 14,2 mnkr.", False),
        ("Årsersättningen är 720 tkr. För varje extra dygn betalas 1 675 kr per dygn.", True),
        ("Ersättningen är 720 tkr. Habiliteringsersättningen är 55 kr per dag.", True),
        ("Statligt bidrag om 450 000 kr har sökts.", False),
    ],
)
def test_a_sum_is_the_price_if_it_is_the_only_one_paid(
    said: str, sure: bool, tmp_path: Path
) -> None:
    text = f"Avtal om ledsagning\n\n1 Priser\n\n{said}"
    assert stated("ersättning.belopp", text, tmp_path)[1] == sure


@pytest.mark.parametrize(
    "said", ["Priset följer till 70 % LCI och till 30 % KPI.", "Priset följer OPI / annat index."]
)
def test_an_index_that_is_one_of_several_is_asked_for(said: str, tmp_path: Path) -> None:
    assert not stated("ersättning.index.serie", HEAD + said, tmp_path)[1]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Diarienummer: 2027-00345 701", ("2027-00345 701", True)),
        ("Avtalsnummer: LS 4471-09", NOTHING),
        ("Avtalsnummer: LS 2027-94", ("LS 2027-94", False)),
        ("AVTAL 2027-1187", ("AVTAL 2027-1187", False)),
    ],
)
def test_a_number_of_something_else_is_asked_for(
    head: str, expected: tuple[object, bool], tmp_path: Path
) -> None:
    text = f"Hyra av lokal\n{head}\n\n1 Tid\n\nHyran betalas i förskott."
    assert stated("dnr", text, tmp_path) == expected


@pytest.mark.parametrize(
    "head",
    [
        "UTKAST 2\nAvtal om ledsagning",
        "UTKAST 2 – EJ FÖR SPRIDNING\n\nDet här har parterna skrivit, och mycket återstår.",
    ],
)
def test_nothing_of_a_draft_is_sure_but_its_name(head: str, tmp_path: Path) -> None:
    said = "Avtalet gäller från den 1 mars 2027. Uppsägningstiden är sex månader."
    told = facts(tmp_path, f"{head}\nDnr: SN 2027-17\n\n1 Tid\n\n{said}")
    assert {path for path, fact in told.items() if fact.sure} <= {"titel"}
    assert told["tid.från"].value == "2027-03-01"


@pytest.mark.parametrize(
    "said",
    [
        "Ersättningen är kronor elvatusen (12.000) om året.",
        "Tid därutöver ersätts med 900 kronor per timme.",
        "För varje extra besök betalas 900 kronor.",
        "För varje tillkommande placerad betalas 900 kronor per dygn.",
        "Underhållet bekostas och betalas intill 900 kronor per år.",
    ],
)
def test_a_sum_that_may_not_be_the_price_is_asked_for(said: str, tmp_path: Path) -> None:
    value, sure = stated("ersättning.belopp", HEAD + said, tmp_path)
    assert value in ("12000", "900")
    assert not sure


def test_a_label_above_its_day_contradicts_the_text(tmp_path: Path) -> None:
    head = "Avtal om ledsagning\n\nDnr\nSN 2027-17\nGiltigt från\n2027-04-01\n\n1 Tid\n\n"
    said = "Avtalet gäller från och med den 1 mars 2027."
    assert not stated("tid.från", head + said, tmp_path)[1]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Ramavtal", "RA-11, gäller t.o.m. 2027-08-31."),
        ("Gällande avtal", "Det gäller till och med den 31 augusti 2027."),
        ("Till minnes", "Nuvarande avtal gäller till och med 2027-08-31."),
    ],
)
def test_the_end_of_another_document_is_none(head: str, said: str, tmp_path: Path) -> None:
    text = f"Avtal om ledsagning\n\n1 {head}\n\n{said}"
    assert not stated("tid.till", text, tmp_path)[1]


@pytest.mark.parametrize(("title", "sure"), [("Ramavtal om tolkar", True), ("Avrop", False)])
def test_what_the_title_names_is_no_other_document(title: str, sure: bool, tmp_path: Path) -> None:
    said = "Ramavtalet gäller från och med 2027-03-01 till och med 2029-02-28."
    told = facts(tmp_path, f"{title}\n\n1 Avtalstid\n\n{said}\n")
    assert (told["tid.från"].value, told["tid.från"].sure) == ("2027-03-01", sure)
    assert ("tid.till" in told and told["tid.till"].sure) is sure


def test_a_cell_is_of_what_its_row_is_about(tmp_path: Path) -> None:
    head = "# Avtal om ledsagning\n\n## 1 Tid\n\n| Nr | Punkt | Innehåll |\n|---|---|---|\n"
    path = tmp_path / "gammalt.md"
    path.write_text(f"{head}| 3 | Ramavtal | RA-11, gäller till och med 2027-08-31 |\n")
    told = facts_of(path).get("tid.till")
    assert told is None or not told.sure
    path.write_text(f"{head}| 3 | Avtalstid | Avtalet gäller till och med 2027-08-31 |\n")
    assert facts_of(path)["tid.till"].sure


def test_a_title_of_two_is_asked_for(tmp_path: Path) -> None:
    text = f"{HEAD}Avtalet gäller.{SIGNED.format('', '')}".replace(
        "Rut Lager", "Rut Lager\nordförande / sekreterare"
    )
    told = facts(tmp_path, text)["parter.beställare.undertecknare.titel"]
    assert not told.sure
