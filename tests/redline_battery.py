"""A redline with every kind of mark, each in a place where it means something.

The battery's companion (battery.py): a small agreement where a chapter was taken out of
another one and edited, rows and items came and went, and the foot of the page changed. An
ordinary document has none of these marks.
"""

from dataclasses import replace

from tests.battery import BATTERY, cell, fact, item, paragraph

from avtalsgen.model.nodes import (
    Aside,
    Contents,
    Cover,
    CoverRow,
    Deleted,
    Document,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Revision,
    Running,
    Section,
    Signatory,
    Signatures,
    Strong,
    Table,
    Text,
    Was,
)
from avtalsgen.model.redline import Redline

CAME = Revision("inserted")
WENT = Revision("deleted")
LEFT = Revision("deleted", "barn")
ARRIVED = Revision("inserted", "barn")


def came(*content: Inline | str) -> Inserted:
    """Return words that only the new side has."""
    return Inserted(cell(*content))


def went(*content: Inline | str) -> Deleted:
    """Return words that only the old side has."""
    return Deleted(cell(*content))


def revised(node: Paragraph, revision: Revision) -> Paragraph:
    """Return a paragraph that stands on one side only."""
    return replace(node, revision=revision)


COVER = Cover(
    kicker="Verksamhetsuppdrag",
    title=(Text("Stöd och "), went("råd"), came("rådgivning")),
    rows=(
        CoverRow("Diarienummer", (went("SON 2019-1"), came(fact("SON 2026-1", "dnr", 4)))),
        CoverRow("Handläggare", (Text("Kim Exempel"),), WENT),
        CoverRow("Beställare", (Text("Provnämnden"), LineBreak(), Text("581 81 Linköping")), CAME),
    ),
)

PERIOD = Section(
    anchor="tid",
    heading=(Text("Tid"),),
    level=1,
    number="1.0",
    was=Was("tid", "1.0", 1),
    blocks=(
        paragraph(
            "Uppdraget gäller från ",
            went(fact("1 januari 2019", "tid.från", 7)),
            came(fact("1 januari 2026", "tid.från", 7)),
            " och sägs upp ",
            Strong((Text("skriftligt"), came(" och i god tid"))),
            ", se ",
            Reference("ersattning", "avsnitt\u00a0", "2.1", "number"),
            went(" och ", Reference("tolk", "avsnitt\u00a0", "2.2", "number")),
            ".",
        ),
        revised(paragraph("Förlängning sker med ett år i taget."), CAME),
        revised(paragraph("Uppdraget förlängs inte."), WENT),
        List(
            (
                item(paragraph("En sak står kvar,")),
                ListItem((paragraph("en sak kom till,"),), CAME),
                ListItem((paragraph("en sak togs bort."),), WENT),
                item(paragraph("en sak ", went("bör"), came("ska"), " göras.")),
            )
        ),
        List((item(paragraph("Hela listan är ny.")),), ordered=True, revision=CAME),
    ),
)

COMPENSATION = Section(
    anchor="ersattning",
    heading=(Text("Ersättning"), came(" och index")),
    level=2,
    number="2.1",
    was=Was("ersattning", "2.2", 2),
    blocks=(
        Table(
            header=(cell("Insats"), cell("Kronor")),
            rows=(
                (cell("Samtal"), cell(went("605"), came("620"))),
                (cell("Råd"), cell("310")),
                (cell("Tolk"), cell("900")),
            ),
            align=("left", "right"),
            row_revisions=(None, CAME, WENT),
        ),
        Table(header=(cell("Utgår"),), rows=((cell("allt"),),), revision=WENT),
        revised(paragraph("Indexet är ", Link((Text("här"),), "https://exempel.se")), CAME),
    ),
)

INTERPRETER = Section(
    anchor="tolk",
    heading=(Text("Tolk"),),
    level=2,
    number="2.2",
    revision=WENT,
    blocks=(
        paragraph("Utföraren ska anlita tolk."),
        List((item(paragraph("Tolken är auktoriserad.")),)),
    ),
)

CHILDREN_BEFORE = Section(
    anchor="barn",
    heading=(Text("Barnkonventionen"),),
    level=2,
    number="2.3",
    revision=LEFT,
    blocks=(paragraph("Barnets bästa ska ", went("särskilt "), "beaktas i varje ärende."),),
)

CHILDREN_AFTER = Section(
    anchor="barn",
    heading=(Text("Barnkonventionen"),),
    level=1,
    number="3.0",
    revision=ARRIVED,
    blocks=(
        paragraph("Barnets bästa ska beaktas i varje ärende", came(" och dokumenteras"), "."),
        revised(paragraph("Barnet får komma till tals."), CAME),
    ),
)

ENVIRONMENT = Section(
    anchor="miljo",
    heading=(Text("Miljö"),),
    level=1,
    number="4.0",
    revision=CAME,
    blocks=(paragraph("Utföraren följer kommunens miljöprogram."),),
    sections=(
        Section(
            anchor="resor",
            heading=(Text("Resor"),),
            level=2,
            number="4.1",
            blocks=(paragraph("Resor sker med tåg."),),
        ),
    ),
)

CLOSING = Section(
    anchor="slut",
    heading=(),
    level=1,
    blocks=(
        Paragraph(cell("Texten stod här."), revision=Revision("deleted", "slutord")),
        Paragraph(cell("Uppdraget är upprättat i två exemplar."), None),
        Paragraph(cell("Texten stod här."), revision=Revision("inserted", "slutord")),
    ),
)

CLIENT = Signatory(
    party="beställare",
    role="För beställaren",
    organisation=(went("Provnämnden"), came("Provförvaltningen")),
    lines=("Ort och datum", "Underskrift"),
    name=(Text("Kim Exempel"),),
    title=(Text("Ordförande"),),
)

SUPPLIER = replace(
    CLIENT, party="utförare", role="För utföraren", organisation=(Text("Råd & Stöd"),)
)

ASIDES = (
    Aside(
        "footer",
        "",
        (paragraph("Verksamhetsuppdrag ", went("Stöd och råd"), came("Stöd och rådgivning")),),
    ),
    Aside("footnote", "1", (paragraph("Enligt beslut i nämnden."),), CAME),
    Aside("comment", "Kim", (paragraph("Stämmer det här?"),), WENT),
)

REDLINE = Redline(
    document=Document(
        identity=replace(BATTERY.identity, title="Stöd och rådgivning", clauses=()),
        cover=COVER,
        sections=(
            PERIOD,
            Section(
                anchor="krav",
                heading=(Text("Krav"),),
                level=1,
                number="2.0",
                was=Was("krav", "2.0", 1),
                sections=(COMPENSATION, INTERPRETER, CHILDREN_BEFORE),
            ),
            CHILDREN_AFTER,
            ENVIRONMENT,
            CLOSING,
        ),
        numbering=("{1}.0", "{1}.{2}"),
        contents=Contents("Innehåll", 2),
        signatures=Signatures(
            "papper", (CLIENT, replace(SUPPLIER, revision=WENT), replace(SUPPLIER, revision=CAME))
        ),
        running=Running("Linköpings kommun", "Dnr SON 2026-1", "Verksamhetsuppdrag"),
        asides=ASIDES,
    ),
    old_frame=Document(
        identity=replace(BATTERY.identity, edition="2019", title="Stöd och råd", clauses=()),
        cover=Cover("Verksamhetsuppdrag", ()),
        sections=(),
        numbering=("{1}.0", "{1}.{2}"),
        running=Running("Linköpings kommun", "Dnr SON 2019-1", "Verksamhetsuppdrag"),
    ),
)
