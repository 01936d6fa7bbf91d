"""Who must do what: how a sentence is read, and what became of a duty."""

import csv
from pathlib import Path

import pytest
from tests.compare.worked import RIGHT, WRONG, judged, read_pair
from tests.compared import compare
from tests.read import read_markdown_document

from avtalsgen.model.comparison import Comparison
from avtalsgen.model.duties import ComparedDuty

FRAME = """# Avtal

## Allmänt

Avtalet gäller tills vidare.

## Krav

{}

Lokalen ligger vid torget och har plats för tio besökare.
"""

with Path(__file__).with_name("duties.tsv").open(encoding="utf-8") as file:
    ROWS = tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def between(old: str, new: str) -> Comparison:
    sides = (read_markdown_document(FRAME.format(text), "x").document for text in (old, new))
    return compare(*sides)


def only(text: str) -> ComparedDuty:
    (duty,) = between(text, text).duties
    return duty


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['old']} → {row['new']}")
def test_a_duty_went_the_way_that_a_lawyer_says(row: dict[str, str]) -> None:
    assert row["status"] in {duty.status for duty in between(row["old"], row["new"]).duties}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Utföraren ska städa lokalen.", "utföraren"),
        ("Varje år ska beställaren betala hyran.", "beställaren"),
        ("Parterna ska träffas.", "båda"),
        ("Leverantören ansvarar för städningen.", "utföraren"),
        ("Socialnämnden beslutar om planen varje år.", "beställaren"),
        ("Rapporten ska lämnas av beställaren.", "beställaren"),
        ("Lokalen ska städas.", "utföraren"),
        ("Uppsägning ska ske skriftligen.", "båda"),
        ("En uppsägning ska vara skriftlig.", "båda"),
        ("Vid uppsägning ska handlingarna lämnas ut.", "utföraren"),
        ("Uppsägning ska göras av beställaren.", "beställaren"),
        ("Betalning ska ske inom 30 dagar.", "beställaren"),
        ("Beställaren fakturerar parterna varje år.", "beställaren"),
        ("Om lokalen behövs för beställaren ska utföraren städa.", "utföraren"),
        ("För besök som uteblir 24 timmar före betalar kommunen ersättning.", "beställaren"),
        ("Tvister ska avgöras av allmän domstol.", "båda"),
        ("Det är utförarens sak att städa lokalen.", "utföraren"),
        ("Ändringen ska meddelas utföraren i god tid.", "beställaren"),
        ("Listan ska lämnas till leverantören.", "beställaren"),
        ("Listan ska lämnas till personalen.", "utföraren"),
        ("Merkostnaden bärs av kommunen.", "beställaren"),
        ("Räddningstjänsten ansvarar för ledningen.", "räddningstjänsten"),
        ("Bidraget räknas upp varje år.", "beställaren"),
        ("Driftersättningen räknas upp varje år.", "beställaren"),
        ("Möte hålls varje månad.", "båda"),
        ("Utföraren svarar på frågor.", "utföraren"),
    ],
)
def test_the_party_is_the_one_who_is_bound(text: str, party: str) -> None:
    assert only(text).party == party


@pytest.mark.parametrize(
    "text",
    [
        "Beställaren får säga upp avtalet.",
        "Utföraren har rätt till ersättning.",
        "Syftet är att stödet ska ge trygghet.",
        "Utföraren är ett kommunalt bolag.",
        "Utföraren tecknar ingen egen försäkring.",
        "Kommunen ger ett uppdrag till utföraren.",
        "Bolaget med organisationsnummer 556999-0001 och kommunen har följande avtal.",
        "Ingen ersättning betalas för väntetid.",
    ],
)
def test_a_right_an_aim_and_a_fact_are_no_duties(text: str) -> None:
    assert between(text, text).duties == ()


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("Vårdbolaget AB (leverantören) ger stödet.", "utföraren"),
        ("Vårdbolaget AB, nedan kallat utföraren, ger stödet.", "utföraren"),
        ("Uppdraget ges av Vårdbolaget Väst, i fortsättningen beställaren.", "beställaren"),
    ],
)
def test_a_name_is_the_party_that_the_text_calls_so(said: str, party: str) -> None:
    text = f"{said}\n\nVarje dag ska Vårdbolaget städa lokalen."
    found = [duty.party for duty in between(text, text).duties if "städa" in duty.old]
    assert found == [party]


def test_the_one_beside_the_one_who_orders_is_bound_where_nobody_is_named() -> None:
    said = "Åby kommun, nedan kallad kommunen, och Kulla Buss AB, nedan kallad åkaren, är överens."
    renamed = said.replace("nedan kallad åkaren", "organisationsnummer 556999-0001 (nedan åkaren)")
    hence = said.replace("nedan kallad åkaren", "härefter Åkaren")
    for text in (said, renamed, hence):
        duties = between(f"{text}\n\nLokalen ska städas.", f"{text}\n\nLokalen ska städas.").duties
        assert [duty.party for duty in duties if "städas" in duty.old] == ["åkaren"]
    joined = f"{said}\n\nÅkaren ska städa.\n\nÅkaren ska föra statistik varje år."
    assert {duty.act for duty in between(joined, joined).duties if duty.party == "åkaren"} == {
        "städa",
        "föra statistik varje år",
    }


def test_a_party_that_no_list_has_is_called_as_the_text_calls_it() -> None:
    said = "Region Norr (regionen) och Socialnämnden i Åby kommun (kommunen) är överens."
    texts = (f"{said}\n\n{party} ska städa lokalen." for party in ("Regionen", "Kommunen"))
    found = [duty for duty in between(*texts).duties if "städa" in duty.new]
    assert [(duty.party, duty.status) for duty in found] == [("beställaren", "annan part")]
    text = f"{said}\n\nRegionen ska städa lokalen."
    assert "regionen" in {duty.party for duty in between(text, text).duties}
    hence = "Region Norr (nedan Regionen) och Åby och Ekby (nedan kallade ”Byarna”) är överens."
    for role in ("Regionen", "Byarna"):
        text = f"{hence}\n\n{role} ska städa lokalen."
        assert between(text, text).duties[-1].party == role.casefold()
    alone = "Handboken från Region Norr (handboken) ska finnas i lokalen."
    assert "handboken" not in {duty.party for duty in between(alone, alone).duties}


def test_roles_of_one_kind_that_the_text_tells_apart_are_parties_of_their_own() -> None:
    said = (
        "Åby kommun, nedan värdkommunen, och Ekby kommun, nedan samverkanskommunerna, är överens. "
        "Den som placerar ett barn är nedan kallad så, nedan den placerande kommunen."
    )
    for words, party in (
        ("Värdkommunen ska städa lokalen.", "värdkommunen"),
        ("På kvällen ska varje samverkanskommun städa lokalen.", "samverkanskommunerna"),
        ("Lokalen ska städas av den placerande kommunen.", "den placerande kommunen"),
    ):
        text = f"{said}\n\n{words}"
        assert between(text, text).duties[-1].party == party


def test_when_and_under_which_condition_stand_by_themselves() -> None:
    duty = only("Om behovet ändras ska utföraren genast meddela beställaren.")
    assert (duty.when, duty.condition) == ("genast", "Om behovet ändras")
    assert duty.act == "genast meddela beställaren"
    yearly = only("Utföraren ska lämna en rapport senast den 31 mars varje år.")
    assert yearly.when == "senast den 31 mars varje år"


def test_each_item_under_a_lead_that_names_the_party_is_a_duty() -> None:
    text = "Utföraren ska:\n\n- städa lokalen\n- mata katten"
    assert [duty.old for duty in between(text, text).duties] == [
        "Utföraren ska städa lokalen.",
        "Utföraren ska mata katten.",
    ]


def test_a_sentence_that_goes_on_is_part_of_the_duty_before_it() -> None:
    duty = only("Utföraren ska ha en rutin. Rutinen ska visa hur klagomål tas emot.")
    assert duty.old.endswith("tas emot.")


def test_two_who_are_bound_by_one_sentence_have_a_duty_each() -> None:
    said = "Om barnet är sjukt ska utföraren ringa kommunen och kommunen ska svara inom en vecka."
    told = between(said, said.replace("vecka", "månad")).duties
    assert [(duty.party, duty.act, duty.condition, duty.status) for duty in told] == [
        ("utföraren", "ringa kommunen", "Om barnet är sjukt", "samma"),
        ("beställaren", "svara inom en månad", "Om barnet är sjukt", "mildrad"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Utföraren ska ringa skolan och kommunen varje dag.",
        "Utföraren ska följa den plan som utföraren gör och kommunen har godkänt.",
    ],
)
def test_a_party_that_something_is_done_to_or_about_has_no_duty_by_that(said: str) -> None:
    assert only(said).party == "utföraren"


def test_what_takes_something_out_of_a_duty_stands_with_it() -> None:
    duty = only("Utföraren ska städa alla rum. Detta gäller inte köket.")
    assert duty.old.endswith("köket.")
    alone = only("Utföraren ska städa alla rum. Detta står i bilaga 2.")
    assert alone.old == "Utföraren ska städa alla rum."


def test_two_sentences_of_one_subject_are_two_duties() -> None:
    said = "Rådgivarna ska ha körkort. Rådgivarna ska tala svenska."
    assert len(between(said, said).duties) == 2


def test_a_document_against_itself_has_no_changed_duty_and_nothing_on_its_first_page() -> None:
    old, new = read_pair()
    for document in (old, new):
        same = compare(document, document)
        assert same.top == ()
        assert {duty.status for duty in same.duties} == {"samma"}


@pytest.mark.parametrize(
    ("old", "new", "reworded"),
    [
        ("Brukaren ska ha en kontaktman.", "Brukaren ska ha en fast omsorgskontakt.", True),
        ("Lokalen ska städas av utföraren.", "Utföraren ska städa lokalen.", True),
        ("Chefen ska granska personalen.", "Personalen ska granska chefen.", True),
        ("Utföraren ska betala 2 mnkr i vite.", "Utföraren ska betala 2 000 000 kr i vite.", False),
        ("Utföraren ska varje år städa.", "Utföraren ska städa varje år.", False),
    ],
)
def test_what_is_the_same_in_other_words_is_told(old: str, new: str, reworded: bool) -> None:
    """Nobody has read whether it is; a count of what is as it was may not hold it."""
    (duty,) = between(old, new).duties
    assert (duty.status, duty.reworded) == ("samma", reworded)


def test_a_section_that_only_got_another_number_is_no_other_duty() -> None:
    text = "# Avtal\n\n{}## {} Lokal\n\nLokalen ligger vid torget.\n\n## Krav\n\n{}"
    said = "Utföraren ska städa enligt avsnitt {}."
    more = "## 1 Mat\n\nMaten är god och lagas på plats.\n\n"
    sides = text.format("", 1, said.format(1)), text.format(more, 2, said.format(2))
    renumbered = compare(*(read_markdown_document(side, "x").document for side in sides))
    assert [duty.status for duty in renumbered.duties] == ["samma"]
    assert {duty.status for duty in between(said.format(1), said.format(2)).duties} == {
        "utgår",
        "ny",
    }


def test_what_holds_only_after_a_time_has_that_as_its_condition() -> None:
    duty = only("Priset räknas inte upp det första året. Därefter räknas det upp varje år.")
    assert duty.condition == "Priset räknas inte upp det första året"
    assert duty.act == "räknas det upp varje år"
    assert duty.party == "beställaren"


def test_what_only_follows_is_a_duty_of_its_own() -> None:
    text = "Utföraren ska lämna en plan. Därefter ska beställaren godkänna den inom 30 dagar."
    assert [duty.party for duty in between(text, text).duties] == ["utföraren", "beställaren"]


def test_the_duties_of_the_worked_pair_are_those_of_its_lawyer() -> None:
    """Of the changed duties in the hand-made table: how many have the right status."""
    counts = judged(compare(*read_pair()).duties)
    changed = sum(counts.values())
    assert counts[RIGHT] / changed >= 0.85
    assert counts[WRONG] / changed <= 0.10


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        (
            "Utföraren ska lämna planen till beställaren.",
            "Leverantören ska lämna planen till social- och omsorgsnämnden.",
            "samma",
        ),
        (
            "Utföraren ska lämna planen till nämndens kontaktperson.",
            "Utföraren ska lämna planen till Åby kommun.",
            "samma",
        ),
        (
            "Arbetet ska utgå från kommunens styrande dokument om miljö.",
            "Arbetet ska utgå från kommunens styrande dokument om miljö som finns på www.aby.se/x.",
            "samma",
        ),
        (
            "Utförare ska ha ett system.",
            "I enlighet med detta ska utföraren ha ett system.",
            "samma",
        ),
        ("Utföraren ska ha ett system.", "Varje verksamhet ska ha ett system.", "samma"),
        (
            "Utföraren ska hjälpa den enskilde med kontakter.",
            "Utföraren ska även kunna hjälpa den enskilde med kontakter.",
            "mildrad",
        ),
        (
            "Utföraren ska hjälpa den enskilde med kontakter.",
            "När det behövs ska utföraren kunna hjälpa den enskilde med kontakter.",
            "mildrad",
        ),
    ],
)
def test_what_is_said_beside_the_act_makes_it_neither_harder_nor_milder(
    old: str, new: str, status: str
) -> None:
    assert {duty.status for duty in between(old, new).duties} == {status}


def test_parties_of_a_dispute_are_not_those_who_settle_it() -> None:
    duty = only("Tvister mellan beställaren och utföraren ska lösas av kommunstyrelsen.")
    assert duty.party == "kommunstyrelsen"


def test_what_two_bear_in_one_sentence_is_a_duty_of_each() -> None:
    bears = "Kommunen ska betala {} procent och regionen {} procent av hyran."
    sides = [bears.format(*parts) for parts in ((55, 45), (60, 40))]
    went = {duty.party: (duty.status, duty.new) for duty in between(*sides).duties}
    assert went == {
        "beställaren": ("skärpt", between("", sides[1]).duties[0].new),
        "regionen": ("mildrad", between("", sides[1]).duties[0].new),
    }
    halved = between(sides[0], "Parterna ska betala hälften var av hyran.").duties
    assert {duty.party: duty.status for duty in halved} == {
        "beställaren": "mildrad",
        "regionen": "skärpt",
    }
    (both,) = between(text := "Parterna ska betala hälften var av hyran.", text).duties
    assert both.party == "båda"
