"""The edits of the handed list, row by row, each with what is to be told of it.

An expected change is its kind, whether it is tracked, and what of it must hold.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, Final

from lxml import etree
from tests.takeback.word_edits import (
    ANNA,
    BO,
    CIA,
    W,
    WordFile,
    paragraphs,
    text,
)

Expected = tuple[str, str, Mapping[str, Any]]
Edit = Callable[[WordFile], object]

S, T = "s", "t"


def v(how: str, path: str, new: Any, **more: Any) -> Expected:
    """Expect a fact with another value."""
    return "värde", how, {"path": path, "new": new, **more}


def a(how: str, old: Any, new: Any, **more: Any) -> Expected:
    """Expect other words."""
    return "avvikelse", how, {"old": old, "new": new, **more}


def x(kind: str, how: str, **more: Any) -> Expected:
    """Expect any other change."""
    return kind, how, more


HANDED: Final[list[tuple[str, Edit, list[Expected]]]] = []


def row(number: str, *expected: Expected) -> Callable[[Edit], Edit]:
    """Give an edit its number in the list, and what is to be told."""

    def noted(edit: Edit) -> Edit:
        HANDED.append((number, edit, list(expected)))
        return edit

    return noted


def move(file: WordFile, anchor: str, before: str) -> list[Any]:
    """Move a section before another."""
    nodes = file.section(anchor)
    target = file.section(before)[0]
    for node in nodes:
        target.addprevious(node)
    return nodes


@row("1", v(S, "ersättning.belopp", 625, old=605, rank="avgörande"))
def _(file: WordFile) -> None:
    file.replace("605", "625")


@row("2", v(T, "ersättning.belopp", 625, author="Anna Alm", date="2026-11-03T09:15:00Z"))
def _(file: WordFile) -> None:
    file.track("605", "625")


@row("3 nbsp", v(S, "ersättning.belopp", 1625))
def _(file: WordFile) -> None:
    file.replace("605\u00a0kronor", "1\u00a0625\u00a0kronor")


@row("3 :-", v(S, "ersättning.belopp", 625))
def _(file: WordFile) -> None:
    file.replace("605\u00a0kronor", "625:-")


@row("4", v(S, "tid.från", "2027-03-01", old=None))
def _(file: WordFile) -> None:
    file.replace(
        "den ........................ och",
        "den 1 mars 2027 och",
        file.paragraph("och tills vidare"),
    )


@row("5", v(S, "tid.uppsägning", "6 månader", old="12 månader"))
def _(file: WordFile) -> None:
    file.replace("tolv månader", "6 månader")


@row("6", v(S, "verksamhet", "parsamtal"))
def _(file: WordFile) -> None:
    file.replace("inom familjerådgivning", "inom parsamtal")


@row("7", a(S, "605 kronor per timme", "enligt överenskommelse"))
def _(file: WordFile) -> None:
    file.replace("605\u00a0kronor per timme", "enligt överenskommelse")


@row(
    "8",
    v(S, "parter.utförare.organ.namn", "Stadens Samtal", conflict=[]),
)
def _(file: WordFile) -> None:
    file.replace_everywhere("Leanlink Råd och Stöd", "Stadens Samtal")


@row("9", a(S, "2 420", "2 500", hint=...))
def _(file: WordFile) -> None:
    file.replace("2\u00a0420", "2\u00a0500")


@row("10", a(S, "1.1", "4.3", hint=...))
def _(file: WordFile) -> None:
    file.replace("1.1", "4.3", file.paragraph("nämndens beslut, se"))


@row("11", a(T, "skriftlig", "muntlig", author="Anna Alm"))
def _(file: WordFile) -> None:
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))


@row("12", a(S, "inte", "", rank="avgörande"))
def _(file: WordFile) -> None:
    file.replace("inte röja", "röja")


@row(
    "13",
    a(
        S,
        "Uppsägningen ska vara skriftlig och gäller från den dag då den andra parten får den.",
        "",
    ),
)
def _(file: WordFile) -> None:
    file.replace(
        "Uppsägningen ska vara skriftlig och gäller från den dag då den andra parten får den. ", ""
    )


@row("14", a(S, "", "Utföraren får anlita underleverantörer."))
def _(file: WordFile) -> None:
    file.paragraph("Underlaget får inte").addnext(
        file.new("Utföraren får anlita underleverantörer.")
    )


@row("15", a(T, "Underlaget får inte röja vem som har fått insatsen.", "", author="Bo Berg"))
def _(file: WordFile) -> None:
    file.delete_whole([file.paragraph("Underlaget får inte")], BO)


@row("14 before", a(T, "", "Detta är nytt."), a(T, "Underlaget", "Listan", author="Anna Alm"))
def _(file: WordFile) -> None:
    node = file.paragraph("Underlaget får inte")
    node.addprevious(file.new("Detta är nytt.", who=ANNA))
    file.track("Underlaget", "Listan", ANNA, node)


@row("16", a(S, ..., "", hint="två stycken har blivit ett"))
def _(file: WordFile) -> None:
    first = file.paragraph("Utföraren får ta betalt")
    second = file.paragraph("Dit hör samtal")
    file.replace(" som är direkt knuten till den enskilde.", "", first)
    file.replace("Dit hör samtal", "", second)
    for run in second.findall(f"{W}r"):
        first.append(run)
    file.body.remove(second)


@row("17", a(T, ..., "", author="Anna Alm"))
def _(file: WordFile) -> None:
    first = file.paragraph("Utföraren får ta betalt")
    second = file.paragraph("Dit hör samtal")
    file.track(" som är direkt knuten till den enskilde.", "", paragraph=first)
    file.mark_end(first, "del", ANNA)
    file.track("Dit hör samtal", "", paragraph=second)


REACHES = ("egna förutsättningar.", "Uppdraget gäller från")


@row(
    "18",
    a(S, REACHES[0], "", clause="syfte"),
    a(S, f"Tid och uppsägning\n{REACHES[1]}", "", clause="tid", hint=...),
)
def _(file: WordFile) -> None:
    end, head, start = (
        file.paragraph("Verksamheten ska bidra"),
        file.section("tid")[0],
        file.section("tid")[1],
    )
    file.replace(REACHES[0], "", end)
    file.replace(f"{REACHES[1]} ", "", start)
    for run in list(start)[1:]:
        end.append(run)
    file.body.remove(head)
    file.body.remove(start)


@row(
    "18 t",
    a(T, REACHES[0], "", clause="syfte"),
    a(T, f"Tid och uppsägning\n{REACHES[1]}", "", clause="tid"),
)
def _(file: WordFile) -> None:
    end, head, start = (
        file.paragraph("Verksamheten ska bidra"),
        file.section("tid")[0],
        file.section("tid")[1],
    )
    file.track(REACHES[0], "", paragraph=end)
    file.track(f"{REACHES[1]} ", "", paragraph=start)
    file.mark_end(end, "del", ANNA)
    file.delete_whole([head], ANNA)


@row("19", x("struken", S, clause="avgift"))
def _(file: WordFile) -> None:
    for node in file.section("avgift"):
        file.body.remove(node)


@row("19 lost", x("struken", S, clause="beslut"))
def _(file: WordFile) -> None:
    lost = "Error: Reference source not found"
    file.replace("1.1", lost, file.paragraph("nämndens beslut, se"))
    for node in file.section("beslut"):
        file.body.remove(node)


@row("20", x("struken", T, clause="avgift", author="Cia Carlsson"))
def _(file: WordFile) -> None:
    file.delete_whole(list(paragraphs(file.section("avgift"))), CIA)


@row("21", x("ny", S, new="Vite\nUtföraren ska betala vite."))
def _(file: WordFile) -> None:
    last = file.section("avgift")[-1]
    last.addnext(file.new("Utföraren ska betala vite."))
    last.addnext(file.new("Vite", "Rubrik2"))


@row("21 t", x("ny", T, new="Vite\nUtföraren ska betala vite.", section="Vite"))
def _(file: WordFile) -> None:
    last = file.section("avgift")[-1]
    last.addnext(file.new("Utföraren ska betala vite.", who=BO))
    last.addnext(file.new("Vite", "Rubrik2", BO))


@row("22")
def _(file: WordFile) -> None:
    heading = file.section("avgift")[0]
    heading.addprevious(file.new("", "Rubrik2"))


@row("14 dots", a(S, "", "Parterna möts varje vår."))
def _(file: WordFile) -> None:
    node = file.paragraph("räknar upp ersättningen enligt")
    file.insert_at(node, text(node)[-40:], " Parterna möts varje vår.")


@row("23", x("flyttad", S, clause="avgift"))
def _(file: WordFile) -> None:
    move(file, "avgift", "dokumentation")


@row("24", x("flyttad", S, clause="avgift"))
def _(file: WordFile) -> None:
    file.without_marks(move(file, "avgift", "dokumentation"))


@row("25", x("flyttad", S, clause="avgift"), a(S, "Avgifterna tillfaller beställaren.", ""))
def _(file: WordFile) -> None:
    move(file, "avgift", "dokumentation")
    file.replace("Avgifterna tillfaller beställaren. ", "")


@row("26", x("flyttad", T, clause="avgift", author="Anna Alm"))
def _(file: WordFile) -> None:
    nodes = file.section("avgift")
    copies = [deepcopy(node) for node in nodes]
    file.without_marks(copies)
    target = file.section("dokumentation")[0]
    for node in copies:
        target.addprevious(node)
    file.delete_whole(nodes, ANNA, "moveFrom")
    file.delete_whole(copies, ANNA, "moveTo")


@row("27", x("ny", S))
def _(file: WordFile) -> None:
    nodes = file.section("avgift")
    for node in reversed([deepcopy(node) for node in nodes]):
        nodes[-1].addnext(node)


@row("28", x("ny", S, hint=...))
def _(file: WordFile) -> None:
    heading = file.new("Sekretess för konsulter", "Rubrik2")
    mark = etree.Element(f"{W}bookmarkStart")
    mark.set(f"{W}id", "7777")
    mark.set(f"{W}name", "_ag_konsulter")
    heading.insert(1, mark)
    last = file.section("avgift")[-1]
    last.addnext(file.new("Konsulter ska skriva under en förbindelse."))
    last.addnext(heading)


@row("29", a(S, ..., ""), x("ny", S))
def _(file: WordFile) -> None:
    file.paragraph("Underlaget får inte").addprevious(file.new("Underlag", "Rubrik2"))


@row("30", a(S, "", ...), x("struken", S, clause="avgift"))
def _(file: WordFile) -> None:
    file.body.remove(file.section("avgift")[0])
