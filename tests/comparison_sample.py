"""A comparison made by hand: one of everything that two versions can differ in.

`line("Priset är [-605-][+620+] kronor.", …)` writes both sides of a line in one text, as the
dump of a document does. The words are made up.
"""

import re
from dataclasses import replace
from typing import Literal

from avtalsgen.model.comparison import (
    Change,
    ComparedLine,
    Comparison,
    Face,
    FactChange,
    Part,
    Reason,
    SectionPair,
    Side,
    Span,
    Weight,
)

_MARKED = re.compile(r"\[\+(.*?)\+\]|\[-(.*?)-\]")


def change(old: str, new: str, weight: Weight = "saklig", *reasons: Reason) -> Change:
    """Return a change of `old` to `new`, by default of the content."""
    kind: Literal["replace", "insert", "delete"] = "replace"
    if not old:
        kind = "insert"
    elif not new:
        kind = "delete"
    return Change(kind, old, new, weight, reasons or ("text",))


def line(
    text: str,
    *changes: int,
    kind: Literal["heading", "paragraph", "item", "row"] = "paragraph",
    elsewhere: Face | None = None,
) -> ComparedLine:
    """Return the line that `text` writes both sides of; its marks belong to `changes` in turn.

    A deletion with an insertion right after it is one change. A line that is nothing but
    insertion has no old side, one that is nothing but deletion no new.
    """
    old: list[Span] = []
    new: list[Span] = []
    waiting, at, after_deleted = list(changes), 0, -1
    own: int | None = None
    for match in _MARKED.finditer(text):
        _same(old, new, text[at : match.start()])
        inserted, deleted = match.groups()
        if deleted is not None:
            own = waiting.pop(0) if waiting else None
            old.append(Span(deleted, "deleted", own))
            after_deleted = match.end()
        else:
            if after_deleted != match.start():
                own = waiting.pop(0) if waiting else None
            new.append(Span(inserted, "inserted", own))
        at = match.end()
    _same(old, new, text[at:])
    return ComparedLine(kind, tuple(old) or None, tuple(new) or None, elsewhere)


def _same(old: list[Span], new: list[Span], text: str) -> None:
    if text:
        old.append(Span(text, "same"))
        new.append(Span(text, "same"))


def face(number: str, heading: str, *path: str, place: int = 0) -> Face:
    """Return how a section is known."""
    return Face(number, heading, path, re.sub("[^a-z]", "-", heading.lower()), place)


def pair(
    old: Face | None,
    new: Face | None,
    *lines: ComparedLine,
    changes: tuple[Change, ...] = (),
    part: Part = "body",
    moved: bool = False,
    reparented: bool = False,
    similarity: float = 0.8,
) -> SectionPair:
    """Return the section that was `old` and is `new`; what happened to it follows."""
    status: Literal["unchanged", "changed", "added", "removed"] = "changed"
    if old is None:
        status = "added"
    elif new is None:
        status = "removed"
    elif not changes:
        status = "unchanged"
    renumbered = old is not None and new is not None and old.number != new.number
    share = 1.0 if status == "unchanged" else similarity if status == "changed" else 0.0
    return SectionPair(part, status, moved, reparented, renumbered, share, old, new, changes, lines)


CHILDREN_BEFORE = face("2.3", "Barnkonventionen", "Generella krav", place=5)
CHILDREN = face("6.0", "Barnkonventionen")
QUALITY = face("2.1", "Kvalitet och uppföljning", "Generella krav")
STATISTICS = face("2.2", "Statistik", "Generella krav")

SECTIONS = (
    pair(
        Face("", "", ()),
        Face("", "", ()),
        line("Verksamhetsuppdrag"),
        line("Stöd och [-råd-][+rådgivning+]", 0),
        line("Diarienummer SON [-2019-100-][+2026-200+]", 1),
        changes=(
            change("råd", "rådgivning", "redaktionell", "namnbyte"),
            change("2019-100", "2026-200", "saklig", "text"),
        ),
        part="cover",
    ),
    pair(
        face("1.0", "Inledning", place=0),
        face("1.0", "Inledning"),
        line("Inledning", kind="heading"),
        line("Detta uppdrag reglerar vad utföraren gör för kommunens invånare."),
        line("Handlingarna gäller i den ordning som de räknas upp."),
    ),
    pair(
        face("1.1", "Tid", "Inledning", place=1),
        face("1.1", "Avtalstid", "Inledning"),
        line("[-Tid-][+Avtalstid+]", 0, kind="heading"),
        line(
            "Uppdraget gäller från den [-1 januari 2019-][+1 januari 2026+] och tills vidare. "
            "Det omprövas i samband med att budgeten fastställs, och parterna träffas då för att "
            "gå igenom det som har hänt under året. Uppsägningstiden är "
            "[-tolv-][+sex+] månader.",
            1,
            2,
        ),
        line("Uppsägningen är skriftlig."),
        line("Den räknas från dagen då den kom fram."),
        line("Parterna får komma överens om en kortare tid."),
        changes=(
            change("Tid", "Avtalstid", "redaktionell", "text"),
            change("1 januari 2019", "1 januari 2026", "saklig", "datum"),
            change("tolv", "sex", "saklig", "frist", "varaktighet"),
        ),
        similarity=0.86,
    ),
    pair(
        face("2.0", "Generella krav", place=2),
        face("2.0", "Generella krav"),
        line("Generella krav", kind="heading"),
    ),
    pair(
        face("2.1", "Kvalitet", "Generella krav", place=3),
        QUALITY,
        line("Kvalitet[+ och uppföljning+]", 0, kind="heading"),
        line(
            "Utföraren [-bör-][+ska+] lämna en rapport senast den [-31 mars-][+28 februari+].", 1, 2
        ),
        line("[-SOSFS 2011:9-][+HSLF-FS 2019:3+] gäller", 3, kind="item"),
        line("[+ett ledningssystem finns och används,+]", 4, kind="item"),
        line("avvikelser följs upp[-,-][+.+]", 5, kind="item"),
        line("[-Verksamheten granskas varje år.-]", 6),
        line("Antalet ärenden redovisas varje kvartal.", elsewhere=None),
        changes=(
            change("", "och uppföljning", "redaktionell", "text"),
            change("bör", "ska", "saklig", "modalitet"),
            change("31 mars", "28 februari", "saklig", "datum", "frist"),
            change("SOSFS 2011:9", "HSLF-FS 2019:3", "saklig", "rättskälla"),
            change("", "ett ledningssystem finns och används,", "saklig", "text"),
            change(",", ".", "redaktionell", "skiljetecken"),
            change("Verksamheten granskas varje år.", "", "saklig", "text"),
        ),
        similarity=0.71,
    ),
    replace(
        pair(
            None,
            STATISTICS,
            line("[+Statistik+]", 0, kind="heading"),
            ComparedLine(
                "paragraph",
                None,
                (Span("Utföraren för statistik över sina ärenden.", "same"),),
                face("2.1", "Kvalitet", "Generella krav"),
            ),
            line("[+Statistiken lämnas på begäran.+]", 1),
            changes=(
                change("", "Statistik", "redaktionell", "text"),
                change("", "Statistiken lämnas på begäran.", "saklig", "text"),
            ),
        ),
        split_from=face("2.1", "Kvalitet", "Generella krav"),
    ),
    pair(
        face("2.2", "Ersättning", "Generella krav", place=4),
        face("3.0", "Ersättning"),
        line("Ersättning", kind="heading"),
        line(
            "Ersättningen är [-4\u00a0093\u00a0284-][+5\u00a0120\u00a0000+] kronor per år "
            "och räknas upp med [-80-][+100+]\u00a0% av indexet.",
            0,
            1,
        ),
        line("Samtal | [-605-][+620+] kronor", 2, kind="row"),
        line("Råd | 310 kronor", kind="row"),
        changes=(
            change("4\u00a0093\u00a0284", "5\u00a0120\u00a0000", "saklig", "belopp"),
            change("80", "100", "saklig", "procent"),
            change("605", "620", "saklig", "belopp"),
        ),
        moved=True,
    ),
    pair(
        face("2.4", "Klagomål", "Generella krav", place=6),
        face("4.0", "Klagomål"),
        line("Klagomål", kind="heading"),
        line("Klagomål tas emot och besvaras."),
        moved=True,
    ),
    pair(
        face("3.0", "Tvist", place=7),
        face("5.0", "Tvist"),
        line("Tvist", kind="heading"),
        line(
            "En tvist löses i första hand genom samtal mellan parterna[+, och i andra hand av "
            "kommunfullmäktige+]. Parterna [-skall-][+ska+] inte vända sig till domstol.",
            0,
            1,
        ),
        changes=(
            change("", ", och i andra hand av kommunfullmäktige", "saklig", "omfattning", "part"),
            change("skall", "ska", "redaktionell", "stavning"),
        ),
        similarity=0.93,
    ),
    pair(
        CHILDREN_BEFORE,
        CHILDREN,
        line("Barnkonventionen", kind="heading"),
        line("Barnets bästa ska [-särskilt -]beaktas i alla ärenden som rör barn.", 0),
        line("[+Barnet får komma till tals.+]", 1),
        changes=(
            change("särskilt ", "", "saklig", "omfattning"),
            change("", "Barnet får komma till tals.", "saklig", "text"),
        ),
        moved=True,
        similarity=0.67,
    ),
    replace(
        pair(
            face("3.1", "Tolk", "Tvist", place=8),
            None,
            line("[-Tolk-]", 0, kind="heading"),
            line("[-Utföraren anlitar auktoriserad tolk när det behövs.-]", 1),
            changes=(
                change("Tolk", "", "redaktionell", "text"),
                change("Utföraren anlitar auktoriserad tolk när det behövs.", "", "saklig", "text"),
            ),
        ),
        merged_into=QUALITY,
    ),
    pair(
        None,
        face("7.0", "Miljö & <resor>"),
        line("[+Miljö & <resor>+]", 0, kind="heading"),
        line("[+Resor sker i första hand med tåg, och kostar högst 5 < 6 kronor & öre.+]", 1),
        changes=(
            change("", "Miljö & <resor>", "redaktionell", "text"),
            change("", "Resor sker i första hand med tåg, och kostar högst 5 < 6 kronor & öre."),
        ),
    ),
    pair(
        Face("", "", ()),
        Face("", "", ()),
        line("Uppdraget Stöd och [-råd-][+rådgivning+] den 1[- -][+\u00a0+]mars", 0, 1),
        changes=(
            change("råd", "rådgivning", "redaktionell", "namnbyte"),
            change(" ", "\u00a0", "redaktionell", "mellanrum"),
        ),
        part="footer",
    ),
    pair(
        Face("", "Fotnot 1", ()),
        None,
        line("[-Enligt nämndens beslut.-]", 0),
        changes=(change("Enligt nämndens beslut.", "", "saklig", "text"),),
        part="footnote",
    ),
    pair(
        Face("", "", ()),
        Face("", "", ()),
        line("För beställaren"),
        line("För utföraren"),
        part="signature",
    ),
)

COMPARISON = Comparison(
    Side("uppdrag/stod/2019.docx", "Stöd och råd", 1320),
    Side("stod@2026", "Stöd och rådgivning", 1410),
    SECTIONS,
    (
        FactChange("tid.från", "1 januari 2019", "1 januari 2026"),
        FactChange("ersättning.belopp", "4\u00a0093\u00a0284", "5\u00a0120\u00a0000"),
        FactChange("lokaler.adress", "", "Provgatan 1"),
    ),
)

SAME = Comparison(
    Side("a.docx", "Stöd", 3),
    Side("b.docx", "Stöd", 3),
    (pair(face("1.0", "Inledning"), face("1.0", "Inledning"), line("Allt är som förut.")),),
)
