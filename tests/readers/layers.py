"""An agreement of our own words as programs give its text: whole, wrapped, printed in pages."""

import textwrap

TEXT = """\
Verksamhetsuppdrag avseende

Stöd i hemmet

Diarienummer: SON 2030-12
Datum: 2030-03-01

Innehåll

1.0\tVERKSAMHETSUPPDRAG\t2
1.1\tUppdragstid\t2
2.0\tKRAV PÅ VERKSAMHETEN, LOKALER OCH KLAGOMÅLSHANTERING\t3
\tKlagomål\t3
3.0\tTVIST\t3

1.0 VERKSAMHETSUPPDRAG

Nämnden ger utföraren i uppdrag att bedriva stöd i hemmet på de villkor som \
följer av texten nedan. Villkoren gäller för alla insatser.

Utföraren ska följa den lagstiftning som gäller för verksamheten och hålla sig \
underrättad om när den ändras.

1.1 Uppdragstid

Uppdraget gäller från den 1 april 2030 och tills vidare. Uppsägningstiden är tolv (12) månader.

2.0 KRAV PÅ VERKSAMHETEN, LOKALER OCH KLAGOMÅLSHANTERING

Verksamheten ska erbjuda följande insatser till den som har rätt till dem enligt beslut:

- samtal med den enskilde i hemmet eller på en annan plats som parterna väljer tillsammans
- stöd vid kontakter med myndigheter
- hjälp att planera veckan

Insatserna ska utgå från den enskildes behov, och de ska följas upp minst en gång \
om året av utföraren.

Klagomål

Utföraren ska ha en rutin för klagomål. Den finns på www.exempel.se/rutiner och ska \
vara känd för personalen.

3.0 TVIST

En tvist ska i första hand lösas genom förhandling mellan parterna, och i andra \
hand av kommunstyrelsen.
"""
"""Each paragraph on a row of its own, as somebody types it."""

OUTLINE = (
    ("1.0", "VERKSAMHETSUPPDRAG", 1),
    ("1.1", "Uppdragstid", 2),
    ("2.0", "KRAV PÅ VERKSAMHETEN, LOKALER OCH KLAGOMÅLSHANTERING", 1),
    ("", "Klagomål", 2),
    ("3.0", "TVIST", 1),
)


def wrapped(width: int = 72) -> str:
    """Return the text with rows no wider than `width`."""
    return "\n".join(
        row
        for paragraph in TEXT.split("\n")
        for row in ([paragraph] if "\t" in paragraph else _rows(paragraph, width))
    )


def in_pages(text: str, rows: int, *, feeds: bool = True) -> str:
    """Return `text` in pages of `rows` rows, each with a running head and a page number."""
    every = text.split("\n")
    pages = [every[at : at + rows] for at in range(0, len(every), rows)]
    printed = [
        ["Exempels kommun   Dnr SON 2030-12", "", *page, "", f"{number} ({len(pages)})"]
        for number, page in enumerate(pages, start=1)
    ]
    return ("\f" if feeds else "\n").join("\n".join(page) for page in printed)


def _rows(paragraph: str, width: int) -> list[str]:
    return textwrap.wrap(paragraph, width, break_on_hyphens=False) or [""]
