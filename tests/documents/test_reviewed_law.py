"""Each point of law that the reviews of November 2026 had is mended, or marked to be checked."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

import pytest
from tests.documents.every import document, project

from avtalsgen.model import plain
from avtalsgen.pipeline.survey.remaining import standing

VIOLENCE, FAMILY, PRIVATE = (
    "vald-i-nara-relation@2026",
    "familjeradgivning@2026",
    "korttidsboende@2026",
)
MEMO, ADDENDUM = "vald-i-nara-relation@2026-tjansteskrivelse", "vald-i-nara-relation@2027-tillagg"


@dataclass(frozen=True)
class Point:
    """A point of the review: in which uppdrag it is, and what they say of it now."""

    number: str
    uppdrag: tuple[str, ...]
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """What they say no longer."""
    marked: str = ""
    """What a note of the clause says is to be checked."""


BOTH: Final = (VIOLENCE, FAMILY)
POINTS: Final = (
    Point(
        "11 lex Sarah",
        BOTH,
        (
            "ska genast dokumentera, utreda och avhjälpa eller undanröja",
            "Rapporten lämnas till den berörda socialnämnden, enligt 27 kap. 2 §",
            "Anmälan görs av den berörda socialnämnden, enligt 27 kap. 6 §",
            "den berörda socialnämnden, som enligt 27 kap. 3 § .* får informationen",
            "Utredningen ska bifogas anmälan",
            "Kopian får .* bara om sekretess eller tystnadsplikt inte hindrar det",
        ),
        ("utan dröjsmål dokumentera", "socialnämnd som ansvarar"),
        "den berörda socialnämnden",
    ),
    Point(
        "12 insatser utan prövning",
        (VIOLENCE,),
        ("för barn och för unga som inte har fyllt 21 år",),
        ("bland annat hem för vård eller boende",),
    ),
    Point("12 i familjerådgivning", (FAMILY,), silent=("[Hh]em för vård eller boende",)),
    Point(
        "13 registerkontroll",
        (VIOLENCE,),
        (
            "får bara anteckna att utdraget har visats upp",
            "Den som får en sådan begäran ska visa upp utdragen",
            "en annan befattning av väsentlig betydelse",
        ),
        ("inte ska bevaras",),
    ),
    Point(
        "14 cybersäkerhet",
        BOTH,
        ("gäller för kommunen", "inom 24 timmar", "inom 72 timmar", "kommunen som juridisk person"),
        ("[Ii] den mån",),
    ),
    Point(
        "15 sekretess i familjerådgivning",
        (FAMILY,),
        ("12 kap. 2 §", "10 kap. 21 §", "10 kap. 28 §"),
        marked="misstanke om vissa brott mot barn",
    ),
    Point(
        "16 tystnadsplikt hos en privat utförare",
        (PRIVATE,),
        (
            "tystnadsplikt .* 17 kap. 11 §",
            "gallras och lämnas över enligt 17 kap.",
            "inte hör till en personakt",
        ),
    ),
    Point(
        "17 familjerådgivningens krets",
        (FAMILY,),
        (
            "den som begär det, enligt 13 kap. 4 §",
            "starkaste anknytning .* 29 kap. 1 §",
            "Familjer",
        ),
        ("folkbokförd i",),
    ),
    Point(
        "18 dokumentation av rådgivning",
        (FAMILY,),
        ("14 kap. 4 §", "14 kap. 5 §", "anonym|inte säga vem hen är", "som har förts i det"),
        marked="undantaget för rådgivning",
    ),
    Point("19 beslut enligt 11 kap. 5 §", (FAMILY,), ("11 kap. 5 §",), marked="krävs för familje"),
    Point(
        "20 uppgifter till beställaren",
        (VIOLENCE, PRIVATE),
        (
            "ska på begäran lämna de uppgifter",
            "insatser som .* har beslutat om följer skyldigheten av 15 kap. 9 §",
            "nationella statistiken",
        ),
        marked="Socialstyrelsen får begära",
    ),
    Point(
        "21 incidenter och allmänna handlingar",
        BOTH,
        ("inom 72 timmar, om det inte är osannolikt", "när de förvaras", "hålla dem ordnade"),
        marked="arkivbildare",
    ),
    Point("22 volym", (VIOLENCE,), silent=("utför väsentligt mindre",)),
    Point("23 två namn på nämnden", BOTH, ("är socialnämnd, enligt 4 kap. 2 §",)),
    Point(
        "24 det som saknades",
        (VIOLENCE,),
        (
            "ersätter detta uppdrag verksamhetsuppdraget",
            "21 kap. 3 §",
            "förebygga hot och våld mot personalen",
            "diskrimineringslagen",
            "förvaltningslagen",
            "flyttar beställarens uppgifter till en annan nämnd",
        ),
        marked="HSLF-FS 2022:39",
    ),
    Point(
        "25 sekretess enligt 26 kap. 1 §",
        (VIOLENCE,),
        (
            "får lämnas ut om det står klart",
            "bara lämnas ut om den enskilde samtycker, enligt 12 kap. 2 §",
            "bestämmelse i lag kräver eller tillåter det",
            "till Polismyndigheten, .* 10 kap. 18 c §",
        ),
        ("får bara lämnas ut om det står klart",),
        "10 kap. 18 c §",
    ),
    Point(
        "26 misstanke om brott mot barn",
        (FAMILY,),
        (
            "vissa brott mot ett barn får lämnas",
            "misstanke om vissa brott mot barn lämnas till polis eller åklagare, se avsnitt",
            "brott mot liv, hälsa eller frihet, sexualbrott och könsstympning",
        ),
        ("misstanke om brott mot ett barn",),
    ),
    Point(
        "26 samtycke när ärenden fördelas",
        (FAMILY,),
        ("till en annan utförare bara om den enskilde samtycker, se avsnitt",),
    ),
    Point("27 lex Sarah i kommunen", BOTH, ("27 kap. 1–3, 5 och 6 §§",), ("27 kap. 1–6 §§",)),
    Point("27 lex Sarah hos en privat utförare", (PRIVATE,), ("27 kap. 1–6 §§",)),
    Point(
        "28 identitet som inte dokumenteras",
        (FAMILY,),
        ("inte ska dokumenteras",),
        ("identitet(?:en)? inte behöver dokumenteras", "anonym bara om"),
    ),
    Point("28 rådgivning", (VIOLENCE,), ("Vid rådgivning behöver",), ("ren rådgivning",)),
    Point(
        "28 den som har utsatt en närstående",
        (VIOLENCE,),
        ("mot en närstående ska erbjudas insatser .* 13 kap. 8 §", "äldre eller utrikesfödd"),
        ("kort tid i Sverige", "Socialnämndens ansvar"),
    ),
    Point(
        "28 ett steg i taget",
        (VIOLENCE, PRIVATE),
        ("begära en åtgärdsplan enligt avsnitt", "behöver inte vara prövade"),
    ),
    Point(
        "28 det som en privat utförare behöver",
        (PRIVATE,),
        (
            "det tillstånd från Inspektionen för vård och omsorg",
            "17 kap. 9–14 §§ lagen om offentlig upphandling",
            "betala inom 30 dagar",
            "väljer beställaren mellan uppsägning och hävning",
            "ta ut vite om utföraren inte i tid lämnar den åtgärdsplan",
            "är vårdgivare",
        ),
        ("insatser utan individuell behovsprövning", "andra insatser följer den av uppdraget"),
        "Vilket tillstånd verksamheten kräver",
    ),
    Point(
        "29 det som familjerådgivningen har hämtat in",
        (FAMILY,),
        ("eller som verksamheten har hämtat in i samband med rådgivningen",),
    ),
    Point(
        "30 skyddade uppgifter och arbetsmiljö",
        BOTH,
        (
            "särskild anledning att anta",
            "hot, våld eller annat allvarligt men",
            "21 kap. 3 §",
            "förebygga hot och våld mot personalen",
        ),
        marked="Skatteverkets former",
    ),
    Point(
        "31 återkoppling till den som har anmält",
        (VIOLENCE,),
        (
            "ska på begäran få veta",
            "senast en vecka efter social- och omsorgsnämndens beslut att inleda en utredning",
        ),
        ("kan få återkoppling",),
        "19 kap. 6 §",
    ),
    Point("32 när ett upphandlat uppdrag får ändras", (PRIVATE,), marked="17 kap. 9–14 §§ LOU"),
    Point("32 betalningstiden", (PRIVATE,), marked="räntelagen .* är inte läst"),
    Point(
        "32 vem som anmäler en vårdskada, när, och personalens tystnadsplikt",
        (PRIVATE,),
        (
            "ska utföraren snarast också anmäla händelsen till Inspektionen för vård och omsorg",
            "Utföraren ska genast meddela beställarens medicinskt ansvariga sjuksköterska",
            "som hälso- och sjukvårdspersonalen har enligt patientsäkerhetslagen",
        ),
        ("ska händelsen också anmälas",),
    ),
    Point(
        "32 redovisning efter sista dagen",
        (PRIVATE,),
        ("verksamhetsberättelsen även om uppdraget då har upphört",),
    ),
    Point(
        "32 redovisning i ett uppdrag som löper",
        BOTH,
        silent=("även om uppdraget då har upphört",),
    ),
    Point(
        "33 lex Sarah, vem som gör vad för nämnden",
        BOTH,
        (
            "på uppdrag av den berörda socialnämnden",
            "Om en annan nämnd än beställaren gör anmälan ska utföraren ge beställaren en kopia",
        ),
        ("informerar dem för",),
    ),
    Point(
        "33 beställaren får inte röjda uppgifter ännu en gång",
        (VIOLENCE, FAMILY, PRIVATE),
        ("så långt sekretess och tystnadsplikt tillåter, underrätta beställaren",),
    ),
    Point(
        "33 alla i familjerådgivningen anmäler",
        (FAMILY,),
        ("Den som är verksam i familjerådgivningen ska genast anmäla",),
        ("Familjerådgivaren ska genast",),
    ),
    Point(
        "33 grupptimmar ryms i volymen", (FAMILY,), ("En grupptimme räknas och ersätts som fyra",)
    ),
    Point(
        "33 skrivelsen säger vem stödet är till för",
        (MEMO,),
        ("vid uppbrott är som i dag till för kvinnor och barn", "kontrollera registerutdrag"),
        ("Stödet till våldsutsatta är till för vuxna", "tjänstemän möts", "Skydd och säkerhet"),
    ),
    Point(
        "33 tilläggets frister och index",
        (ADDENDUM,),
        (
            "inom en vecka från det att den enskilde har bett om stödet",
            "uppgift om omsorgsprisindex för åren efter 2023 saknas",
        ),
        ("inte är känt", "beslutet om flytt"),
    ),
    Point(
        "33 koordinatorns tider",
        (VIOLENCE,),
        ("Kvinnornas och barnens behov avgör när koordinatorns",),
    ),
    Point(
        "34 koordinatorn är till för samma krets i uppdraget och i tillägget",
        (VIOLENCE, ADDENDUM),
        ("Kvinnor och barn som bryter upp .* ska få samordnat stöd av en koordinator",),
        ("Den som bryter upp",),
    ),
    Point(
        "34 nämnden väljer vem koordinatorn är till för",
        (MEMO,),
        ("Nämnden kan i stället välja att det ska vara till för alla som bryter upp",),
        marked="diskrimineringslagen",
    ),
    Point(
        "34 beslutet enligt 11 kap. 5 § är ett annat än det som skrivelsen föreslår",
        (MEMO,),
        (
            "får bara ges om social- och omsorgsnämnden har beslutat det, enligt 11 kap. 5 §",
            "ett annat än det som föreslås här",
        ),
    ),
    Point(
        "34 ny lydelse hänvisar med uppdragets nummer",
        (ADDENDUM,),
        ("beskrivs i avsnitt 3.11 a Lokaler och utrustning i uppdraget",),
    ),
    Point(
        "34 patientjournaler bara där vård ges",
        (PRIVATE,),
        ("om personakter gäller inte patientjournaler", "bevara patientjournalerna enligt"),
        marked="patientdatalagen .* är inte läst",
    ),
    Point("34 inga patientjournaler i socialtjänst", BOTH, silent=("[Pp]atient",)),
    Point("34 obestånd", (PRIVATE,), ("eller är på obestånd",), ("annars på obestånd",)),
    Point(
        "35 år som börjar i februari",
        (PRIVATE,),
        ("Året räknas från den dag då uppdraget börjar gälla",),
        marked="ett kalenderår eller",
    ),
    Point("36 språket", (PRIVATE,), ("så som offentlig verksamhet ska skriva enligt 11 § språk",)),
    Point("36 språket hos en myndighet", BOTH, ("begripligt, enligt 11 § språklagen",)),
    Point(
        "37 handlingarna i en upphandling",
        (PRIVATE,),
        (
            "Bilagorna, upphandlingsdokumenten och anbudet i ärendet SON 2026-205 är en del",
            "i nummerordning\nupphandl",
        ),
        marked="den som upphandlingsdokumenten anger",
    ),
    Point("37 ingen upphandling", BOTH, ("Bilagorna är en del",), ("anbud",)),
    Point("38 kommunstyrelsen", BOTH, marked="reglementet har gett kommunstyrelsen rätt"),
    Point("39 förberedelse", (FAMILY,), marked="Hur mycket förberedelse och efterarbete"),
    Point(
        "40 beslutade insatser där inga beslutas",
        (FAMILY,),
        ("Skyldigheten följer av uppdraget", "nationella statistiken"),
        ("insats(?:er)? som beställaren har beslutat om",),
        "Socialstyrelsen får begära",
    ),
    Point("40 där de beslutas", (VIOLENCE,), ("utan en insats som beställaren har beslutat om",)),
    Point(
        "41 identitet",
        (FAMILY,),
        (r"14 kap\. 5 § socialtjänstlagen\. Nämnden har \.{9}",),
        ("Har nämnden av särskilda skäl",),
    ),
    Point("42 utdragets ålder", (VIOLENCE,), marked="sex månader gammalt: en äldre lydelse"),
    Point("42 ledande befattning", (VIOLENCE,), marked="också utdrag ur misstankeregistret"),
    Point(
        "43 en volym som inte är bestämd",
        (MEMO,),
        ("ska ange en volym, som parterna inte har bestämt ännu",),
        ("uppdraget anger en volym",),
    ),
)


@cache
def said(name: str) -> str:
    return "\n".join(plain.lines(document(name))).replace("\u00a0", " ")


@cache
def notes(name: str) -> str:
    """Return what `status` says is to be checked."""
    slug, _, edition = name.partition("@")
    return "\n".join(thing.text for thing in standing(project(), slug, edition).remaining)


@pytest.mark.parametrize(
    ("point", "name"),
    [(point, name) for point in POINTS for name in point.uppdrag],
    ids=lambda value: value if isinstance(value, str) else value.number,
)
def test_a_point_is_mended_and_what_is_unsure_is_shown(point: Point, name: str) -> None:
    text = said(name)
    assert [each for each in point.says if not re.search(each, text)] == []
    assert [each for each in point.silent if re.search(each, text)] == []
    assert re.search(point.marked, notes(name))
