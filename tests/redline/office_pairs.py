"""Pairs that only LibreOffice is asked about: of each kind of thing in a Word file one."""

from collections.abc import Mapping

from tests.redline.hard_pair import Files
from tests.redline.wordfile import (
    box,
    cell,
    field,
    item,
    note,
    numbering,
    par,
    picture,
    row,
    run,
    table,
    word,
)

_BEGIN = ("Avtal om stöd i hemmet", "Parterna är kommunen och utföraren.")
_LISTS = numbering(("decimal", "%1."), ("bullet", "–"))
_REPORT = "Utföraren ska anmäla missförhållanden till nämnden utan dröjsmål och föra register."
_FOLLOW = "Kommunen har rätt att när som helst följa upp verksamheten och ta del av handlingar."
_DISPUTE = "Tvist mellan parterna avgörs av allmän domstol där kommunen har sitt säte."


def block_control(*paragraphs: str) -> str:
    """Return a content control around paragraphs."""
    inner = "".join(paragraphs)
    named = '<w:sdtPr><w:alias w:val="del"/></w:sdtPr>'
    return f"<w:sdt>{named}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _marked(text: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="_K1"/>{run(text)}<w:bookmarkEnd w:id="1"/>'


def _referring(heading: str, said: str, *, marked: bool = True) -> bytes:
    head = par(_marked(heading)) if marked else par(heading)
    see = par(run("Se "), field("REF _K1 \\h", said), run(" ovan."))
    return word(*_BEGIN, head, "Utföraren ansvarar för skador.", see, "Slut.")


OFFICE_PAIRS: Mapping[str, Files] = {
    "footnotes": (
        word(*_BEGIN, par(run("Priset är 10 kr"), note(1)), "Slut.", notes={1: "Utan moms."}),
        word(
            *_BEGIN,
            par(run("Priset är 12 kr"), note(1)),
            par(run("Tiden är ett år"), note(2)),
            "Slut.",
            notes={1: "Med moms.", 2: "Från den 1 maj."},
        ),
    ),
    "table": (
        word(*_BEGIN, table(row("År", "Pris"), row("2024", "10"), row("2025", "11")), "Slut."),
        word(
            *_BEGIN,
            table(row("År", "Pris"), row("2024", "12"), row("2026", "13"), row("2027", "14")),
            "Slut.",
        ),
    ),
    "block control": (
        word(*_BEGIN, block_control(par("Den betalar varje månad."), par("Mot faktura.")), "Slut."),
        word(
            *_BEGIN,
            block_control(
                par("Den betalar varje kvartal."), par("Mot faktura."), par("Med ränta.")
            ),
            "Slut.",
        ),
    ),
    "reference": (
        _referring("Ansvar", "Ansvar"),
        _referring("Ansvar och försäkring", "Ansvar och försäkring"),
    ),
    "reference without its bookmark": (
        _referring("Ansvar", "Ansvar"),
        _referring("Ansvar för skador", "Ansvar", marked=False),
    ),
    "head": (
        word(*_BEGIN, "Slut.", heads={"hdefault": "Utkast 1", "fdefault": "Sida"}),
        word(*_BEGIN, "Nytt.", "Slut.", heads={"hdefault": "Utkast 2", "fdefault": "Sida"}),
    ),
    "lists": (
        word(
            *_BEGIN,
            *map(item, ("mat", "städning", "tvätt")),
            item("stöd", number=2),
            "Slut.",
            lists=_LISTS,
        ),
        word(
            *_BEGIN,
            *map(item, ("mat och dryck", "tvätt", "inköp")),
            item("stöd", number=2),
            "Slut.",
            lists=_LISTS,
        ),
    ),
    "move": (
        word(*_BEGIN, _REPORT, _FOLLOW, _DISPUTE, "Slut."),
        word(*_BEGIN, _DISPUTE, _REPORT, _FOLLOW, "Slut."),
    ),
    "picture": (
        word(*_BEGIN, par(run("Figur "), picture("p1")), "Slut.", pictures={"p1": 1}),
        word(*_BEGIN, par(run("Figur 1 "), picture("p1")), "Slut.", pictures={"p1": 2}),
    ),
    "text box": (
        word(*_BEGIN, par(run("Text "), box(par("I rutan står tio."))), "Slut."),
        word(*_BEGIN, par(run("Text "), box(par("I rutan står tolv."))), "Slut."),
    ),
    "table in a table": (
        word(*_BEGIN, table(row(cell("A", table(row("x", "y")) + par("efter")), "B")), "Slut."),
        word(*_BEGIN, table(row(cell("A", table(row("x", "z")) + par("efter")), "B")), "Slut."),
    ),
}
