"""One document with every kind of node, each in a place where it means something.

Every writer writes it, and the result is kept as text a person can read. The words are
made up for the test; characters that are markup in some format stand in them on purpose.
"""

from avtalsgen.model import nodes as n
from avtalsgen.source import Origin

FACTS = "uppdrag/provning/2026.yaml"
MADE_UP = "c0ffee" * 10 + "abcd"


def clause(name: str, edition: str) -> n.Provenance:
    """Return the provenance of a clause as it stands."""
    return n.Provenance("klausul", f"clauses/{name}/{edition}.md", name, edition, MADE_UP)


def fact(text: str, path: str, line: int) -> n.Value:
    """Return a fact that stands on `line` of the facts."""
    return n.Value(text, path, Origin(FACTS, line, 3))


def paragraph(*content: n.Inline | str) -> n.Paragraph:
    """Return a paragraph; a `str` is plain text."""
    return n.Paragraph(tuple(n.Text(part) if isinstance(part, str) else part for part in content))


def cell(*content: n.Inline | str) -> tuple[n.Inline, ...]:
    """Return a cell of a table."""
    return paragraph(*content).content


def item(*blocks: n.Paragraph | n.List) -> n.ListItem:
    """Return an item of a list."""
    return n.ListItem(blocks)


COVER = n.Cover(
    kicker="Verksamhetsuppdrag",
    title=(fact("Prövning av alla noder", "titel", 3),),
    subtitle=(n.Text("Enheten för "), n.Emphasis((n.Text("prov & försök"),))),
    rows=(
        n.CoverRow("Diarienummer", (fact("SON 2026-1", "dnr", 4),)),
        n.CoverRow(
            "Avtalstid",
            (
                fact("1 januari 2026", "tid.från", 7),
                n.Text(" – "),
                n.Gap("………………", "tid.till", "står inte i underlaget", Origin(FACTS, 8, 3)),
            ),
        ),
        n.CoverRow(
            "Beställare", (n.Text("Provnämnden"), n.LineBreak(), n.Text("581 81 Linköping"))
        ),
    ),
)

INTRODUCTION = n.Section(
    anchor="inledning",
    heading=(n.Text("Inledning"),),
    level=1,
    number="1.0",
    provenance=clause("inledning", "2026"),
    origin=Origin("clauses/inledning/2026.md", 1),
    blocks=(
        paragraph(
            "Med ",
            n.Strong((n.Text("uppdraget"),)),
            " avses det som står här. Utföraren rapporterar senast ",
            fact("31\u00a0mars", "rapport.senast", 12),
            " varje år, se ",
            n.Reference("ersattning", "avsnitt\u00a0", "2.1", "number"),
            " och ",
            n.Reference("ord", "avsnittet\u00a0", "Ord & begrepp", "heading"),
            ".",
        ),
        paragraph(
            "Handboken ",
            n.Emphasis((n.Text("Att pröva "), n.Strong((n.Text("allt"),)))),
            " finns på ",
            n.Link((n.Text("exempel.se"),), "https://exempel.se/handbok?del=1&sida=2"),
            ". Frågor till ",
            n.Link((n.Text("prov@exempel.se"),), "mailto:prov@exempel.se"),
            ", men inte ",
            n.Link((n.Text("hit"),), "javascript:alert(1)"),
            ".",
        ),
        paragraph("Provgatan 1", n.LineBreak(), "581 81 Linköping"),
    ),
)

DUTIES = n.Section(
    anchor="krav",
    heading=(n.Text("Krav på "), fact("utföraren", "parter.utförare.benämning", 20)),
    level=1,
    number="2.0",
    provenance=n.Provenance("rubrik"),
    sections=(
        n.Section(
            anchor="ersattning",
            heading=(n.Text("Ersättning"),),
            level=2,
            number="2.1",
            provenance=n.Provenance(
                "avvikelse", "uppdrag/provning/2026/ersattning.md", "ersattning", "2026", MADE_UP
            ),
            blocks=(
                paragraph("Ersättningen är:"),
                n.Table(
                    header=(cell("Insats"), cell("Antal"), cell("Kronor")),
                    rows=(
                        (
                            cell("Samtal | stöd"),
                            cell(fact("12", "insats.0.antal", 31)),
                            cell(fact("4\u00a0093\u00a0284", "insats.0.belopp", 32)),
                        ),
                        (cell("Råd", n.LineBreak(), "per telefon"), cell(), cell("605")),
                        (cell(n.Strong((n.Text("Summa"),))), cell(), cell("4\u00a0093\u00a0889")),
                    ),
                    align=("left", "right", "right"),
                ),
                paragraph("Beloppet räknas upp med 80\u00a0% av indexet."),
            ),
        ),
        n.Section(
            anchor="listor",
            heading=(n.Text("Det som räknas upp"),),
            level=2,
            number="2.2",
            provenance=clause("listor", "2021-dialog"),
            blocks=(
                paragraph("Utföraren ska"),
                n.List(
                    (
                        item(paragraph("ta emot anmälan,")),
                        item(
                            paragraph("bedöma den:"),
                            n.List(
                                (
                                    item(paragraph("först behovet,")),
                                    item(
                                        paragraph("sedan insatsen,"),
                                        n.List((item(paragraph("med mål.")),)),
                                    ),
                                ),
                                ordered=True,
                            ),
                            paragraph("Bedömningen är skriftlig."),
                        ),
                        item(paragraph("återkoppla.")),
                    )
                ),
                n.List(
                    (
                        item(
                            paragraph("En lista"),
                        ),
                        item(paragraph("direkt efter en annan")),
                    )
                ),
            ),
            sections=(
                n.Section(
                    anchor="djupt",
                    heading=(n.Text("Ett avsnitt under den sista nivån"),),
                    level=3,
                    provenance=n.Provenance(
                        "prosa", "uppdrag/provning/2026/djupt.md", "", "", MADE_UP
                    ),
                    blocks=(paragraph("Det har inget nummer."),),
                ),
            ),
        ),
    ),
)

WORDS = n.Section(
    anchor="ord",
    heading=(n.Text("Ord & begrepp"),),
    level=1,
    provenance=clause("ord", "2026"),
    blocks=(
        paragraph("# inte en rubrik, - inte en punkt, 1. inte en siffra, > inte ett citat"),
        paragraph("1. inte heller här"),
        paragraph("*inte* _kursivt_, **inte** fett, `inte kod`, ~~inte struket~~ och $inte$ matte"),
        paragraph("<b>inte HTML</b> &amp; inte <https://exempel.se> eller [länk](https://a.se)"),
        paragraph("{{ inte }} {% mall %} #let x = 1 @ref \\ C:\\prov\\ny | rör 2 § ”citat” 50 %"),
        paragraph(
            "Fet",
            n.Strong((n.Text("stil"),)),
            "text mitt i ett ord",
            n.Strong((n.Text(" . "),)),
            "slut",
        ),
    ),
)

CLOSING = n.Section(
    anchor="slut",
    heading=(),
    level=1,
    blocks=(paragraph("Uppdraget är upprättat i två exemplar, varav parterna tagit var sitt."),),
)

SIGNATURES = n.Signatures(
    "papper",
    (
        n.Signatory(
            party="beställare",
            role="För beställaren",
            organisation=(n.Text("Provnämnden"),),
            lines=("Ort och datum", "Underskrift"),
            name=(fact("Kim Exempel", "parter.beställare.undertecknare.namn", 50),),
            title=(n.Text("Ordförande"),),
        ),
        n.Signatory(
            party="utförare",
            role="För utföraren",
            organisation=(n.Text("Råd & Stöd"),),
            lines=("Ort och datum", "Underskrift"),
            name=(n.Gap("………………", "parter.utförare.undertecknare.namn", "inte utsedd"),),
            title=(),
        ),
    ),
)

BATTERY = n.Document(
    identity=n.Identity(
        uppdrag="provning",
        edition="2026",
        type="verksamhetsuppdrag@2026",
        status="utkast",
        title="Prövning av alla noder",
        dnr="SON 2026-1",
        date="2026-01-01",
        author="Provnämnden",
        subject="Verksamhetsuppdrag",
        keywords=("prov", "noder"),
        clauses=(
            clause("inledning", "2026"),
            clause("listor", "2021-dialog"),
            clause("ord", "2026"),
        ),
    ),
    cover=COVER,
    sections=(INTRODUCTION, DUTIES, WORDS, CLOSING),
    numbering=("{1}.0", "{1}.{2}"),
    contents=n.Contents("Innehåll", 2),
    signatures=SIGNATURES,
    running=n.Running(
        "Linköpings kommun", "Dnr SON 2026-1", "Verksamhetsuppdrag Prövning av alla noder"
    ),
    draft=True,
)
