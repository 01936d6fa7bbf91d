"""A redline with every kind of mark, each in a place where it means something.

The battery's companion (battery.py): a small agreement where a chapter was taken out of
another one and edited, rows and items came and went, and the foot of the page changed. An
ordinary document has none of these marks.
"""

from dataclasses import replace

from tests.battery import BATTERY, cell, fact, item, paragraph

from avtalsgen.model import nodes as n
from avtalsgen.model.redline import Redline

CAME = n.Revision("inserted")
WENT = n.Revision("deleted")
LEFT = n.Revision("deleted", "barn")
ARRIVED = n.Revision("inserted", "barn")


def came(*content: n.Inline | str) -> n.Inserted:
    """Return words that only the new side has."""
    return n.Inserted(cell(*content))


def went(*content: n.Inline | str) -> n.Deleted:
    """Return words that only the old side has."""
    return n.Deleted(cell(*content))


def revised(node: n.Paragraph, revision: n.Revision) -> n.Paragraph:
    """Return a paragraph that stands on one side only."""
    return replace(node, revision=revision)


COVER = n.Cover(
    kicker="Verksamhetsuppdrag",
    title=(n.Text("Stöd och "), went("råd"), came("rådgivning")),
    rows=(
        n.CoverRow("Diarienummer", (went("SON 2019-1"), came(fact("SON 2026-1", "dnr", 4)))),
        n.CoverRow("Handläggare", (n.Text("Kim Exempel"),), WENT),
        n.CoverRow(
            "Beställare", (n.Text("Provnämnden"), n.LineBreak(), n.Text("581 81 Linköping")), CAME
        ),
    ),
)

PERIOD = n.Section(
    anchor="tid",
    heading=(n.Text("Tid"),),
    level=1,
    number="1.0",
    was=n.Was("tid", "1.0", 1),
    blocks=(
        paragraph(
            "Uppdraget gäller från ",
            went(fact("1 januari 2019", "tid.från", 7)),
            came(fact("1 januari 2026", "tid.från", 7)),
            " och sägs upp ",
            n.Strong((n.Text("skriftligt"), came(" och i god tid"))),
            ", se ",
            n.Reference("ersattning", "avsnitt\u00a0", "2.1", "number"),
            went(" och ", n.Reference("tolk", "avsnitt\u00a0", "2.2", "number")),
            ".",
        ),
        revised(paragraph("Förlängning sker med ett år i taget."), CAME),
        revised(paragraph("Uppdraget förlängs inte."), WENT),
        n.List(
            (
                item(paragraph("En sak står kvar,")),
                n.ListItem((paragraph("en sak kom till,"),), CAME),
                n.ListItem((paragraph("en sak togs bort."),), WENT),
                item(paragraph("en sak ", went("bör"), came("ska"), " göras.")),
            )
        ),
        n.List((item(paragraph("Hela listan är ny.")),), ordered=True, revision=CAME),
    ),
)

COMPENSATION = n.Section(
    anchor="ersattning",
    heading=(n.Text("Ersättning"), came(" och index")),
    level=2,
    number="2.1",
    was=n.Was("ersattning", "2.2", 2),
    blocks=(
        n.Table(
            header=(cell("Insats"), cell("Kronor")),
            rows=(
                (cell("Samtal"), cell(went("605"), came("620"))),
                (cell("Råd"), cell("310")),
                (cell("Tolk"), cell("900")),
            ),
            align=("left", "right"),
            row_revisions=(None, CAME, WENT),
        ),
        n.Table(header=(cell("Utgår"),), rows=((cell("allt"),),), revision=WENT),
        revised(paragraph("Indexet är ", n.Link((n.Text("här"),), "https://exempel.se")), CAME),
    ),
)

INTERPRETER = n.Section(
    anchor="tolk",
    heading=(n.Text("Tolk"),),
    level=2,
    number="2.2",
    revision=WENT,
    blocks=(
        paragraph("Utföraren ska anlita tolk."),
        n.List((item(paragraph("Tolken är auktoriserad.")),)),
    ),
)

CHILDREN_BEFORE = n.Section(
    anchor="barn",
    heading=(n.Text("Barnkonventionen"),),
    level=2,
    number="2.3",
    revision=LEFT,
    blocks=(paragraph("Barnets bästa ska ", went("särskilt "), "beaktas i varje ärende."),),
)

CHILDREN_AFTER = n.Section(
    anchor="barn",
    heading=(n.Text("Barnkonventionen"),),
    level=1,
    number="3.0",
    revision=ARRIVED,
    blocks=(
        paragraph("Barnets bästa ska beaktas i varje ärende", came(" och dokumenteras"), "."),
        revised(paragraph("Barnet får komma till tals."), CAME),
    ),
)

ENVIRONMENT = n.Section(
    anchor="miljo",
    heading=(n.Text("Miljö"),),
    level=1,
    number="4.0",
    revision=CAME,
    blocks=(paragraph("Utföraren följer kommunens miljöprogram."),),
    sections=(
        n.Section(
            anchor="resor",
            heading=(n.Text("Resor"),),
            level=2,
            number="4.1",
            blocks=(paragraph("Resor sker med tåg."),),
        ),
    ),
)

CLOSING = n.Section(
    anchor="slut",
    heading=(),
    level=1,
    blocks=(
        n.Paragraph(cell("Texten stod här."), revision=n.Revision("deleted", "slutord")),
        n.Paragraph(cell("Uppdraget är upprättat i två exemplar."), None),
        n.Paragraph(cell("Texten stod här."), revision=n.Revision("inserted", "slutord")),
    ),
)

CLIENT = n.Signatory(
    party="beställare",
    role="För beställaren",
    organisation=(went("Provnämnden"), came("Provförvaltningen")),
    lines=("Ort och datum", "Underskrift"),
    name=(n.Text("Kim Exempel"),),
    title=(n.Text("Ordförande"),),
)

SUPPLIER = replace(
    CLIENT, party="utförare", role="För utföraren", organisation=(n.Text("Råd & Stöd"),)
)

ASIDES = (
    n.Aside(
        "footer",
        "",
        (paragraph("Verksamhetsuppdrag ", went("Stöd och råd"), came("Stöd och rådgivning")),),
    ),
    n.Aside("footnote", "1", (paragraph("Enligt beslut i nämnden."),), CAME),
    n.Aside("comment", "Kim", (paragraph("Stämmer det här?"),), WENT),
)

REDLINE = Redline(
    document=n.Document(
        identity=replace(BATTERY.identity, title="Stöd och rådgivning", clauses=()),
        cover=COVER,
        sections=(
            PERIOD,
            n.Section(
                anchor="krav",
                heading=(n.Text("Krav"),),
                level=1,
                number="2.0",
                was=n.Was("krav", "2.0", 1),
                sections=(COMPENSATION, INTERPRETER, CHILDREN_BEFORE),
            ),
            CHILDREN_AFTER,
            ENVIRONMENT,
            CLOSING,
        ),
        numbering=("{1}.0", "{1}.{2}"),
        contents=n.Contents("Innehåll", 2),
        signatures=n.Signatures(
            "papper", (CLIENT, replace(SUPPLIER, revision=WENT), replace(SUPPLIER, revision=CAME))
        ),
        running=n.Running("Linköpings kommun", "Dnr SON 2026-1", "Verksamhetsuppdrag"),
        asides=ASIDES,
    ),
    old_frame=n.Document(
        identity=replace(BATTERY.identity, edition="2019", title="Stöd och råd", clauses=()),
        cover=n.Cover("Verksamhetsuppdrag", ()),
        sections=(),
        numbering=("{1}.0", "{1}.{2}"),
        running=n.Running("Linköpings kommun", "Dnr SON 2019-1", "Verksamhetsuppdrag"),
    ),
)
