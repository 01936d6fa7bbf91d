"""The real uppdrag say what the documents that they replace say: no figure more, none less.

The documents themselves are not published. Where they are, `AVTALSGEN_UNDERLAG` names their
folder, and every figure of theirs is held against ours.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.documents.figures import figures, percentages

from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, open_project

ROOT = Path(__file__).parents[2]
RUN = 14
"""As many words in a row as nobody writes twice by chance."""

FACTS: Mapping[str, Mapping[str, str]] = {
    "vald-i-nara-relation@2019": {
        "diarienummer": "SON 2019-755",
        "handlingens datum": "2019-11-26",
        "hur länge uppdraget gäller": "gäller tills vidare",
        "uppsägningstid": "Uppsägningstiden är tolv månader, om parterna inte enas om",
        "ersättning": "4 093 284 kronor om året i 2019 års prisnivå",
        "index": "Från och med den 1 januari 2020 justeras ersättningen varje år med "
        "omsorgsprisindex (OPI)",
        "indexets utgivare": "Sveriges Kommuner och Landsting",
        "fakturering": "autobokföring med en tolftedel varje månad",
        "avstämning": "avstämning görs varje kvartal",
        "betalning": "månadsvis i efterskott",
        "samverkansarenor": "Under 2020 ska utföraren delta",
        "öppettider": "Vardagar kl. 8–17",
        "kvällar och helger": "även på kvällar och helger",
        "utbildning": "socionomutbildning eller en annan utbildning",
        "föreskrift om dokumentation": "SOSFS 2006:5",
        "föreskrift om kvalitet": "SOSFS 2011:9",
        "föreskrift om lex Sarah": "SOSFS 2011:5",
        "verksamhetsberättelse": "redovisa en kort verksamhetsberättelse till beställaren, "
        "senast den 31 mars",
        "uppföljande enhet": "Enheten för uppföljning och utvärdering",
        "sammanställning om lex Sarah": "Senast den 31 mars varje år ska en sammanställning "
        "lämnas till beställarens kontaktperson",
        "kopia av anmälan": "en kopia av den omgående skickas till ansvarig socialsekreterare",
        "personskada": "20 000 000 kronor för personskada",
        "sakskada": "20 000 000 kronor för sakskada",
        "ren förmögenhetsskada": "2 000 000 kronor per skadetillfälle",
        "tvist": "Kommunstyrelsen ska lösa tvister",
        "rättelse": "30 dagar på sig att visa",
        "förtida uppsägning": "uppsägningstid på tre månader",
        "exemplar": "två exemplar",
        "beställarens undertecknare": "Linda Ljungqvist",
        "utförarens undertecknare": "Anita Lhådö",
    },
    "familjeradgivning@2021": {
        "diarienummer": "SON 2021-233",
        "handlingens datum": "2021-11-23",
        "första dag": "börjar gälla den 1 januari 2022 och löper tills vidare",
        "uppsägningstid": "tolv månader för vardera parten, om parterna inte enas om",
        "timpris": "605 kronor per timme i 2022 års prisnivå",
        "ärenden": "omkring 300 par eller ärenden om året i Linköping",
        "timmar": "högst 2 590 timmar per år",
        "betalning": "varje månad i efterskott genom bokföringsorder",
        "debiterbar timme": "timmar om 60 minuter",
        "påbörjad kvart": "varje påbörjad kvart en fjärdedel av timersättningen",
        "grupptimme": "fyra klienttimmar",
        "minsta grupp": "minst fem deltagare",
        "grupptillfälle": "1–2 timmar per tillfälle",
        "stödtid": "ungefär sju timmar",
        "samtal": "4–5 samtal per par",
        "första samtal": "inom två veckor",
        "akuta ärenden": "Akuta ärenden ska prioriteras.",
        "insatsernas uppföljning": "Insatserna ska löpande följas upp",
        "kö": "När det blir väntetid ska det finnas en ordning för hur kön hanteras.",
        "väntetid": "mer än 14 dagar ska social- och omsorgsförvaltningen informeras om det",
        "besökstider": "Besökstiderna ska anpassas till vad den enskilde behöver.",
        "byte av lokaler": "Om lokalerna byts ska social- och omsorgsförvaltningen meddelas.",
        "öppettider": "vardagar kl. 8–17",
        "avgift": "200 kronor per besök, räknat i 2022 års pris",
        "besökets längd": "Ett besök beräknas ta 1–2 timmar",
        "utbildning": "socionomutbildning eller en annan likvärdig utbildning från högskola",
        "auktorisation": "Minst en medarbetare ska vara auktoriserad familjerådgivare",
        "vad verksamheten bör kunna": "Verksamheten bör dessutom ha kompetens om",
        "läge": "Linköpings tätort",
        "föreskrift om kvalitet": "SOSFS 2011:9",
        "föreskrift om lex Sarah": "SOSFS 2011:5",
        "verksamhetsberättelse": "Den ska lämnas senast den 31 mars.",
        "riktlinje om lex Sarah": "Den riktlinje för lex Sarah som social- och "
        "omsorgsförvaltningen har ska följas.",
        "sammanställning om lex Sarah": "Senast den 31 mars varje år ska en sammanställning "
        "lämnas till social- och omsorgsförvaltningen",
        "tvist": "i första hand avgöra den genom dialog",
        "exemplar": "två likalydande exemplar",
        "beställarens undertecknare": "Linda Ljungqvist\nSocial- och omsorgsdirektör",
        "utförarens undertecknare": "Sonja Erlandsson\nDirektör",
    },
    "vald-i-nara-relation@2019-tjansteskrivelse": {
        "handläggare": "Marita Lindblad-Johansson",
        "beslutspunkt 2": "ges rätt att teckna verksamhetsuppdraget",
        "första dag i ärendet": "med start den 1 januari 2020 och tills vidare",
        "första dag i förslaget": "för våld i nära relation, med start den 1 januari 2020.",
        "handlingsplanens namn": "”Hot och våld i nära relation och hedersrelaterat förtryck”",
        "förstudiens namn": "”Ett målmedvetet och uthålligt arbete mot våld i nära relationer",
        "aktörer": "såsom kommunens kvinnojour och Linköpings Stadsmission",
        "prioriteras": "vad som bör prioriteras",
        "återgång": "stöd för att inte gå tillbaka till en destruktiv relation",
        "våldsutövare": "och insatser till våldsutövare",
        "utvecklingsarbete": "ställer krav på ett aktivt utvecklingsarbete",
        "rätt att säga upp": "Båda parter kan när som helst säga upp det",
        "uppsägningstid": "tolv månader, om parterna inte kommer överens om något annat",
        "skriftlig uppsägning": "Uppsägningen ska vara skriftlig.",
        "budget": "Kostnaden ryms i social- och omsorgsnämndens budget.",
        "det som planen föreskriver": "de prioriterade ansvarsområden och aktiviteter som planen "
        "föreskriver.",
        "förhandling": "Förhandling enligt 11 § lagen (1976:580) om medbestämmande i arbetslivet "
        "hålls under december.",
        "mottagare": "Leanlink Råd och Stöd",
    },
    "beroendemottagningen@2021": {
        "årsarbetare": "12,5 årsarbetare",
        "vad handlingen är": "Den här texten är en rekonstruktion.",
    },
    "beroendemottagningen@2021-tillagg": {
        "årsarbetare i uppdraget": "redan löper omfattar 12,5 årsarbetare",
        "årsarbetare som tillkommer": "Tillägget omfattar 2,5 årsarbetare och avser främst "
        "behandling enligt tolvstegsmodellen",
        "mål och standarder": "de mål, de standarder och de övriga förutsättningar som",
        "samverkansavtal": "ett särskilt samverkansavtal, SON 2019-846, och regleras i det",
        "första dag": "börjar gälla den 1 april 2021 och löper tills vidare",
        "rätt att säga upp": "Vardera parten får när som helst säga upp det",
        "uppsägningstid": "Uppsägningstiden är tolv månader, om parterna inte enas om något annat.",
        "ersättning": "Ersättningen för hel verksamhet är 1 827 000 kronor i 2021 års pris.",
        "hel verksamhet": "två grupper med 6–8 deltagare i varje grupp",
        "gruppernas behandling": "Grupperna avser behandling enligt tolvstegsmodellen.",
        "grupperna hela året": "Gruppverksamheten pågår året runt.",
        "prisnivå": "räknad i 2021 års pris- och lönenivå",
        "betalning": "varje månad i efterskott, för prestationer som parterna har kommit överens "
        "om och som är fullgjorda",
        "lokaler i priset": "Kostnaden för lokaler ingår i ersättningen.",
        "fast pris": "fast till och med den 31 december 2021",
        "index": "omsorgsprisindex (OPI), som Sveriges Kommuner och Regioner publicerar",
        "första uppräkning": "Från och med den 1 januari 2022 justeras den varje år",
        "option": "fler timmar, grupptimmar eller platser än den volym",
        "optionens pris": "Ersättningen är då densamma som i detta uppdrag.",
        "syfte": "klara ett självständigt liv, med ett boende och med en vardag som har",
        "behandlingsinsatser": "Strukturerade behandlingsinsatser ska ingå",
        "öppenvård": "öppenvård med insatser av olika intensitet och omfattning",
        "riktlinjer": "följa de nationella riktlinjerna",
        "målgrupp": "från 18 år med missbruk eller beroendeproblem",
        "insatser": "minst dessa insatser och strukturerade behandlingsmetoder",
        "primärbehandling": "enligt tolvstegsmodellen, ett program på sex veckor",
        "förlängd behandling": "förlängd behandling enligt tolvstegsmodellen",
        "återfallsbehandling": "återfallsbehandling enligt tolvstegsmodellen",
        "motivationsgrupp": "två dagar i veckan",
        "samverkan": "bland andra social- och omsorgsförvaltningens myndighetsdel, andra utförare "
        "av missbruksvård, Region Östergötland och civilsamhället",
        "uppsökande arbete": "en länk mellan olika aktörer",
        "kvällar": "både grupper och individuella insatser också på vardagskvällar",
        "behovens utveckling": "utvecklas i landet och i Linköpings kommun",
        "grupper efter behov": "deltagare av samma kön och grupper för yngre eller äldre",
        "personal": "personligt lämplig för sina uppgifter och ha adekvat utbildning och kompetens",
        "terapeuter": "alkohol- och drogterapeuter",
        "dokumentation": "journaler och genomförandeplaner",
        "resultat": "fortlöpande dokumentera resultatet av verksamhetens arbete",
        "metod": "vidareutveckla en metod",
        "framgångsfaktorer": "vilka framgångsfaktorer som har påverkat resultatet",
        "plan": "Varje år antar social- och omsorgsnämnden en särskild plan "
        "för kvalitetsuppföljning",
        "verksamhetsberättelse": "senast den 31 mars, ska redovisa en kortfattad "
        "verksamhetsberättelse till social- och omsorgsförvaltningen",
        "sammanfattning varje år": "ska också redovisas varje år",
        "läge": "Linköpings tätort",
        "lokalernas krav": "myndighetskrav som gäller vid varje tid och ha god tillgänglighet",
        "byte av lokaler": "ska social- och omsorgsförvaltningen få besked",
        "utrustning": "i förekommande fall, larm till skydd för personalen "
        "och arbetstekniska hjälpmedel",
        "tvist": "En tvist med anledning av uppdraget ska parterna i första hand avgöra i "
        "förhandling. Om förhandlingen inte löser tvisten ska kommunstyrelsen avgöra den.",
        "exemplar": "två likalydande exemplar",
        "ort": "Linköping, datum",
        "beställarens undertecknare": "Linda Ljungqvist\nSocial- och omsorgsdirektör",
        "utförarens undertecknare": "Sonja Erlandsson\nDirektör",
    },
}
"""What each document must say, in its own words."""

SOURCES: Mapping[str, tuple[str, ...]] = {
    "tjansteskrivelse-vald-i-nara-relation-2019.txt": (
        "vald-i-nara-relation@2019-tjansteskrivelse",
    ),
    "vald-i-nara-relation-2019.txt": ("vald-i-nara-relation@2019",),
    "familjeradgivning-2021.txt": ("familjeradgivning@2021",),
    "beroendemottagningen-2021.txt": ("beroendemottagningen@2021-tillagg",),
}
"""What has become of each source."""

LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "tjansteskrivelse-vald-i-nara-relation-2019.txt": {
        "755": "skrivelsens diarienummer, 2019-755 utan nämndens bokstäver",
    },
    "familjeradgivning-2021.txt": {"2021": "förtryckt vid underskriften; fylls i för hand"},
}
"""Figures of a source that ours does not print, and why."""

_LAW = "lagens nummer, som registret har och källan utelämnar"
ADDED: Mapping[str, Mapping[str, str]] = {
    "vald-i-nara-relation-2019.txt": {
        "SFS 2001:453": _LAW,
        "SFS 2009:400": _LAW,
        "EU 2016/679": _LAW,
    },
    "familjeradgivning-2021.txt": {"SFS 2001:453": _LAW},
    "tjansteskrivelse-vald-i-nara-relation-2019.txt": {
        "SON 2019-755": "uppdragets diarienummer, med nämndens bokstäver",
    },
}
"""Figures that ours prints and the source does not, and why."""


@cache
def project() -> Project:
    return open_project(ROOT)


@cache
def text(name: str) -> str:
    slug, _, edition = name.partition("@")
    document, _ = document_of(project(), slug, edition)
    return "\n".join(plain.lines(document)).replace("\u00a0", " ")


def underlag() -> Path:
    """Return the folder of the sources, or skip the test that asks for it."""
    folder = os.environ.get("AVTALSGEN_UNDERLAG")
    if not folder:
        pytest.skip("AVTALSGEN_UNDERLAG säger inte var källorna finns; de får inte publiceras")
    return Path(folder)


def source(name: str) -> str:
    """Return the text of a source, without the line that only lists its chapters."""
    return re.sub(r"(?m)^- Outline: .*$", "", (underlag() / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "fact"), [(name, fact) for name, facts in FACTS.items() for fact in facts]
)
def test_the_document_says_the_fact(name: str, fact: str) -> None:
    assert FACTS[name][fact] in text(name)


def test_the_expected_results_are_as_many_and_as_high_as_agreed() -> None:
    agreed = ["100", "100", "80", "80", "80", "80", "80", "100", "80"]
    assert percentages(text("vald-i-nara-relation@2019")) == agreed


@pytest.mark.parametrize("name", SOURCES)
def test_every_figure_of_the_source_is_in_ours(name: str) -> None:
    ours = {each for document in SOURCES[name] for each in figures(text(document))}
    assert set(figures(source(name))) - ours == LEFT_OUT.get(name, {}).keys()


@pytest.mark.parametrize("name", SOURCES)
def test_no_figure_of_ours_is_missing_from_the_source(name: str) -> None:
    ours = {each for document in SOURCES[name] for each in figures(text(document))}
    assert ours - set(figures(source(name))) == ADDED.get(name, {}).keys()


@pytest.mark.parametrize("name", [name for name in SOURCES if name.endswith(".txt")])
def test_the_percentages_stand_in_the_order_of_the_source(name: str) -> None:
    (document,) = SOURCES[name]
    assert percentages(text(document)) == percentages(source(name))


def _runs(written: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of `RUN` words; an address ends a run."""
    for part in re.split(r"<?(?:https?://|www\.)\S+", written):
        words = re.findall(r"\w+", part.lower())
        yield from zip(*(words[start:] for start in range(RUN)), strict=False)


def _ours() -> Iterator[Path]:
    for folder in ("clauses", "uppdrag", "docs"):
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.is_file())
    yield from sorted(ROOT.glob("README*"))


def test_no_sentence_of_a_source_stands_in_the_project() -> None:
    copied = {
        run
        for path in underlag().iterdir()
        if path.suffix in (".txt", ".md") and path.name != "README.md"
        for run in _runs(path.read_text(encoding="utf-8"))
    }
    assert len(copied) > 1000
    found = [
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in _ours()
        if path.suffix in (".md", ".yaml", ".txt")
        for run in _runs(path.read_text(encoding="utf-8"))
        if run in copied
    ]
    assert found == []
