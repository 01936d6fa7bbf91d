"""Agreements of one page, invented, in shapes that Typst sets: few rows tell what is what.

Each is set anew where it is asked for, in fonts that come with Typst, and read with its tags and
without them.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final

import pikepdf
import typst

_PAGE: Final = """
#set document(title: "Avtal")
#set text(lang: "sv", font: "{font}", size: {size})
#set page(paper: "a4", margin: {margin}{flipped})
#show heading: it => block(above: 1.2em, below: 0.6em, text(size: {head}, weight: "bold", it.body))
#let titel(body) = text(size: 17pt, weight: "bold", body)
#let linje = line(length: 90%)
"""
_TAGS: Final = ("/StructTreeRoot", "/MarkInfo", "/Outlines")


@dataclass(frozen=True, slots=True)
class OnePage:
    """What is set, and the title and headings that a person reads there."""

    title: str
    headings: tuple[str, ...]
    body: str
    font: str = "Libertinus Serif"
    size: str = "11pt"
    head: str = "13pt"
    margin: str = "2.5cm"
    landscape: bool = False


PAGES: Final = {
    "bold words, two columns to sign": OnePage(
        "Överenskommelse om ledsagning",
        ("Parter", "Uppdrag", "Ersättning", "Underskrifter"),
        r"""#titel[Överenskommelse om ledsagning]

*Parter*

Åby kommun och Ledsagarna AB, nedan bolaget, har kommit överens om följande.

*Uppdrag*

Bolaget ska följa med den som har beviljats ledsagning högst tio timmar i månaden.

*Ersättning*

Kommunen betalar 310 kronor per timme.

*Underskrifter*

#grid(columns: (1fr, 1fr), [Åby den \ \ #linje Eva Ek \ socialchef],
  [Åby den \ \ #linje Bo Al \ vd])
""",
    ),
    "numbers right below the title": OnePage(
        "Avtal om städning",
        ("1. Avtalsparter", "2. Avtalstid", "3. Uppsägning"),
        r"""#align(center, titel[Avtal om städning])
= 1. Avtalsparter
Beställare är Hamnens kommun. Utförare är Rent AB.
= 2. Avtalstid
Avtalet gäller från den 1 mars 2027 till den 28 februari 2029.
= 3. Uppsägning
Avtalet får sägas upp med tre månaders varsel.
""",
        size="10pt",
        head="12pt",
        margin="2cm",
    ),
    "facts below the title": OnePage(
        "Uppdragsavtal",
        ("Bakgrund", "Mål"),
        r"""#titel[Uppdragsavtal]
#grid(columns: (4cm, 1fr), row-gutter: 0.7em,
  [Diarienummer:], [SN 2026-118], [Beställare:], [Socialnämnden], [Datum:], [2026-10-01])
= Bakgrund
Socialnämnden har beslutat att uppdraget ska drivas i egen regi.
= Mål
Den enskilde ska få stöd inom fem arbetsdagar.
""",
        font="New Computer Modern",
    ),
    "a table right below a heading": OnePage(
        "Prisbilaga till ramavtal",
        ("Timpriser", "Resor", "Justering"),
        r"""#titel[Prisbilaga till ramavtal]
= Timpriser
#table(columns: 4, [Tjänst], [Vardag], [Kväll], [Helg],
  [Undersköterska], [412 kr], [468 kr], [590 kr], [Sjuksköterska], [598 kr], [672 kr], [810 kr])
= Resor
Resor ersätts med 25 kronor per mil. Restid ersätts inte.
= Justering
Priserna justeras den 1 april varje år enligt OPI.
""",
        margin="1.8cm",
        landscape=True,
    ),
    "who writes and when above the title": OnePage(
        "Avtal om familjerådgivning",
        ("Förslag till beslut", "Ekonomi"),
        r"""#grid(columns: (1fr, auto), [Åby kommun \ Socialförvaltningen],
  [2026-11-02 \ Dnr SN 2026-77])
#v(1em)
#titel[Avtal om familjerådgivning]
= Förslag till beslut
Socialnämnden godkänner avtalet.
= Ekonomi
Kostnaden är 1 450 000 kronor om året och ryms inom ramen.

Eva Ek \
socialchef
""",
    ),
    "a sentence between title and paragraphs": OnePage(
        "Överlåtelseavtal",
        ("§ 1 Överlåtelse", "§ 2 Köpeskilling"),
        r"""#titel[Överlåtelseavtal]

Mellan Åby kommun och Sjövik AB har följande avtal träffats.

*§ 1 Överlåtelse*

Kommunen överlåter fastigheten Åby 1:23 till bolaget.

*§ 2 Köpeskilling*

Köpeskillingen är 2 400 000 kronor och betalas på tillträdesdagen den 1 juni 2027.
""",
        font="DejaVu Sans Mono",
        size="8.5pt",
    ),
    "who signs in two columns": OnePage(
        "Hyresavtal för förskolan Kotten",
        ("Hyra", "Underskrifter"),
        r"""#titel[Hyresavtal för förskolan Kotten]
= Hyra
Hyran är 612 000 kronor om året och räknas om den 1 januari.
= Underskrifter
#grid(columns: (1fr, 1fr),
  [För hyresvärden \ #v(1cm) #linje Kajsa Lund \ fastighetschef],
  [För hyresgästen \ #v(1cm) #linje Olle Berg \ rektor])
""",
    ),
}


@cache
def tagged(name: str) -> bytes:
    """Return a page as Typst sets it."""
    page = PAGES[name]
    flipped = ", flipped: true" if page.landscape else ""
    look = _PAGE.format(
        font=page.font, size=page.size, head=page.head, margin=page.margin, flipped=flipped
    )
    return typst.compile((look + page.body).encode())


def untagged(name: str) -> bytes:
    """Return the same page, of which nothing says what is what."""
    with pikepdf.open(BytesIO(tagged(name))) as file:
        for key in _TAGS:
            if key in file.Root:
                del file.Root[key]
        made = BytesIO()
        file.save(made)
    return made.getvalue()
