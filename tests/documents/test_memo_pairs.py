"""A memo and the uppdrag that it is about say the same, in every pair and every format."""

import re
import shutil
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from tests import cases
from tests.documents.every import NAMES, ROOT, document, project, written
from tests.writers.docx import reading

from avtalsgen.assemble.document import assemble
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model import plain
from avtalsgen.model.walk import runs
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Severity
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.swedish import dates, money
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.render import Render
from avtalsgen.writers.text import write_text

ABOUT = "avser"
LETTERS = ("tjansteskrivelse@", "protokollsutdrag@", "anslag@")


def lookup(name: str) -> Lookup:
    slug, _, edition = name.partition("@")
    return project().lookup(project().uppdrag(slug, edition))


LETTER_NAMES = tuple(name for name in NAMES if lookup(name).uppdrag.type.startswith(LETTERS))
PAIRS = tuple(
    (name, str(about.value))
    for name in LETTER_NAMES
    if isinstance(about := lookup(name).fact(ABOUT), Known)
)
FORMATS = ("docx", "pdf", "txt")


@cache
def said(name: str, format_: str) -> str:
    data = written(name)[format_]
    match format_:
        case "docx":
            words = reading.words(data)
        case "pdf":
            words = pdf_text.words(data)
        case _:
            words = data.decode().split()
    return " ".join(words)


def test_there_are_pairs_of_then_and_now() -> None:
    assert ("vald-i-nara-relation@2019-tjansteskrivelse", "vald-i-nara-relation@2019") in PAIRS
    assert ("vald-i-nara-relation@2026-tjansteskrivelse", "vald-i-nara-relation@2026") in PAIRS
    assert any(name.endswith("-protokollsutdrag") for name, _ in PAIRS)


SHARED = {
    "dnr": str,
    "parter.utförare.organ.namn": str,
    "titel": str,
    "tid.från": dates.long,
    "ersättning.belopp": money.kronor,
}
"""What a memo and its uppdrag both print, and how."""

OF_2019 = "vald-i-nara-relation@2019-tjansteskrivelse"
"""The memo as it was: it knew the first day, which its uppdrag did not say, and named no sum."""
SAID_THEN = {"tid.från": "1 januari 2020", "ersättning.belopp": ""}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("path", SHARED)
@pytest.mark.parametrize(("memo", "about"), PAIRS)
def test_a_pair_says_the_same(memo: str, about: str, path: str, format_: str) -> None:
    if memo == OF_2019 and path in SAID_THEN:
        assert SAID_THEN[path] in said(memo, format_)
        assert "kronor" not in said(memo, format_)
        return
    fact = lookup(about).fact(path)
    assert isinstance(fact, Known)
    printed = SHARED[path](fact.value).replace(NO_BREAK_SPACE, " ")  # type: ignore[operator]
    assert printed in said(memo, format_)
    assert printed in said(about, format_)


@pytest.mark.parametrize(("memo", "about"), PAIRS)
def test_a_pair_has_one_diarienummer_and_one_day_of_the_uppdrag(memo: str, about: str) -> None:
    assert document(memo).identity.dnr == document(about).identity.dnr
    day = lookup(about).uppdrag.facts.day("datum")
    assert day is not None
    if memo == OF_2019:
        return
    assert f"daterat den {dates.long(day)}".replace(NO_BREAK_SPACE, " ") in said(memo, "txt")


def _points(name: str) -> list[str]:
    section = next(each for each in document(name).sections if each.anchor == "beslutspunkter")
    lines = [plain.text(run) for block in section.blocks for run in runs(block)]
    return [line.replace(NO_BREAK_SPACE, " ") for line in lines]


VERBS = re.compile(
    r"^Social- och omsorgsnämnden "
    r"(godkänner|antar|beslutar att|fastställer|ger .+ i uppdrag att|avslår|noterar|upphäver)\b"
)


@pytest.mark.parametrize("name", [memo for memo, _ in PAIRS if memo != OF_2019])
def test_the_points_of_a_decision_say_of_what_in_the_first_and_once(name: str) -> None:
    first, *others = points = _points(name)
    assert len(points) >= 4
    assert "Leanlink Råd och Stöd" in first
    assert re.search(r"daterat den \d+ \w+ \d{4}, diarienummer SON \d{4}-\d+ \(uppdraget\)", first)
    assert not any(document(name).identity.dnr in point for point in others)
    for point in points:
        assert VERBS.match(point), point
        assert point.endswith(".")
        assert point.count(".") == 1 or "....." in point
        assert not re.search(
            r"\bsamt\b|enligt (förvaltningens )?förslag|föreliggande|bifoga", point
        )


def test_the_memo_of_2019_decides_what_it_decided() -> None:
    assert _points(OF_2019) == [
        "Verksamhetsuppdraget Våld i nära relation godkänns så som social- och "
        "omsorgsförvaltningen föreslår.",
        "Social- och omsorgsdirektören ges rätt att teckna verksamhetsuppdraget.",
    ]


@pytest.mark.parametrize(("memo", "about"), PAIRS)
def test_the_minutes_and_the_memo_decide_the_same(memo: str, about: str) -> None:
    others = [name for name, other in PAIRS if other == about]
    assert {tuple(_points(name)) for name in others} == {tuple(_points(memo))}


def test_the_renewal_says_what_it_costs_beside_the_old_one() -> None:
    text = said("vald-i-nara-relation@2026-tjansteskrivelse", "txt")
    assert "Ersättningen är oförändrad i fast pris" in text
    assert "kronor högre" not in text
    assert "eftersom uppgift om OPI för 2024–2027 saknas" in text


def _memo_where(folder: Path, edition: str, was: str, now: str, more: str = "") -> str:
    """Return the memo of the renewal in a copy where the file of `edition` says something else."""
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, folder / name)
    file = folder / f"uppdrag/vald-i-nara-relation/{edition}.yaml"
    said = file.read_text(encoding="utf-8")
    assert was in said
    volume = (
        said.replace("volym:\n", f"volym:\n  {more}\n")
        if more.startswith(("platser", "dygn"))
        else ""
    )
    file.write_text(volume.replace(was, now) or f"{said.replace(was, now)}\n{more}\n", "utf-8")
    own = open_project(folder)
    found = own.lookup(own.uppdrag("vald-i-nara-relation", "2026-tjansteskrivelse"))
    letter, problems = assemble(own.files, own.library, own.document_type(found.uppdrag), found)
    assert Severity.ERROR not in {problem.severity for problem in problems}
    return write_text(letter, Render(own.house.profile)).decode().replace(NO_BREAK_SPACE, " ")


def test_a_memo_about_a_tillagg_names_it_and_what_it_is_added_to(tmp_path: Path) -> None:
    about = "avser: vald-i-nara-relation@"
    text = _memo_where(tmp_path, "2026-tjansteskrivelse", f"{about}2026", f"{about}2027-tillagg")
    both = (
        "tillägget Ny ersättning och egna lokaler (EXEMPEL)"
        " till verksamhetsuppdraget Våld i nära relation (EXEMPEL)"
    )
    assert text.count(both) == 2
    assert "verksamhetsuppdraget Ny ersättning" not in text


def test_a_memo_about_a_tillagg_says_from_when_its_price_holds_and_what_it_costs(
    tmp_path: Path,
) -> None:
    about = "avser: vald-i-nara-relation@"
    text = _memo_where(tmp_path, "2026-tjansteskrivelse", f"{about}2026", f"{about}2027-tillagg")
    price = "4 700 000 kronor per år i 2028 års prisnivå från och med den 1 januari 2028."
    assert text.count(price) == 3
    assert "så 2027 kostar tillägget ingenting" in text


def test_a_memo_about_a_tillagg_without_a_price_decides_on_none(tmp_path: Path) -> None:
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, tmp_path / name)
    folder = tmp_path / "uppdrag/vald-i-nara-relation"
    (line,) = re.findall(
        r"  - fakta: .*\n    gäller_från: .*\n", (folder / "2027-tillagg.yaml").read_text("utf-8")
    )
    for file, was, now in (
        ("2027-tillagg.yaml", line, ""),
        ("2026-tjansteskrivelse.yaml", "relation@2026", "relation@2027-tillagg"),
    ):
        said_there = (folder / file).read_text("utf-8")
        (folder / file).write_text(said_there.replace(was, now, 1), "utf-8")
    own = open_project(tmp_path)
    found = own.lookup(own.uppdrag("vald-i-nara-relation", "2026-tjansteskrivelse"))
    letter, _ = assemble(own.files, own.library, own.document_type(found.uppdrag), found)
    text = write_text(letter, Render(own.house.profile)).decode()
    assert "fastställer ersättningen" not in text
    assert "från och med den 1 juli 2027" in text.replace(NO_BREAK_SPACE, " ")


def test_what_nobody_has_said_of_children_is_no_no(tmp_path: Path) -> None:
    text = _memo_where(
        tmp_path, "2026-tjansteskrivelse", "  berörs: ja\n", "  berörs: {okänt: inte prövat}\n"
    )
    assert "Beslutet berör" not in text
    assert "Berör beslutet barn? ....." in text


@pytest.mark.parametrize(
    ("model", "volume", "unit", "total"),
    [
        ("per_plats", "platser: 8", "per plats och år", "36 489 760 kronor om året"),
        ("per_dygn", "dygn: 8", "per dygn", "36 489 760 kronor om året"),
        ("per_årsarbetare", "årsarbetare: 2,5", "per årsarbetare och år", "11 403 050 kronor"),
    ],
)
def test_a_price_is_said_to_be_of_what_it_is_of(
    tmp_path: Path, model: str, volume: str, unit: str, total: str
) -> None:
    """In the point to decide, in the summary, and in what it costs, with the sum of a year."""
    text = _memo_where(tmp_path, "2026", "modell: fast_per_år", f"modell: {model}", volume)
    assert text.count(f"4 561 220 kronor {unit} i 2023 års prisnivå") == 3
    assert "kronor per år i" not in text
    assert total in text


def test_a_last_day_reads_as_a_sentence(tmp_path: Path) -> None:
    text = _memo_where(tmp_path, "2026", "till: tills vidare", "till: 2030-12-31")
    assert "från och med den 1 januari 2027 till och med den 31 december 2030" in text
    assert "och till och med" not in text


def test_the_rows_of_the_memo_have_the_sums_of_both_editions() -> None:
    fact = lookup("vald-i-nara-relation@2026-tjansteskrivelse").fact("ändringstabell")
    assert isinstance(fact, Known)
    assert isinstance(fact.value, tuple)
    row = fact.value[0]
    assert isinstance(row, Mapping)
    for key, name in (("i_dag", "2019"), ("förslag", "2026")):
        price = lookup(f"vald-i-nara-relation@{name}").fact("ersättning.belopp")
        cell = row[key]
        assert isinstance(price, Known)
        assert isinstance(cell, Known)
        assert isinstance(price.value, Decimal | int)
        assert f"{int(price.value):,}".replace(",", " ") in str(cell.value)


def test_the_notice_has_the_days_that_the_law_gives() -> None:
    """Up on a Friday before Christmas: three weeks later is the Friday after Epiphany."""
    text = said("vald-i-nara-relation@2026-anslag", "txt")
    assert "2027-01-08" in text
    assert "2027-01-09" in text


@pytest.mark.parametrize("name", LETTER_NAMES)
def test_a_letter_reads_as_it_is_meant_to(name: str, *, rewrite: bool) -> None:
    """All but what is found by comparing two editions, which has tests of its own."""
    found = lookup(name)
    type_, files = project().document_type(found.uppdrag), project().files
    letter, problems = assemble(files, project().library, type_, found)
    # what is not known of the index, and that the uppdrag begins before the decision is final
    assert {each.code for each in problems} <= {"IX03", "DA04"}
    text = write_text(letter, Render(project().house.profile)).decode()
    golden = ROOT / "tests/documents/golden" / f"{name.replace('@', '-')}.txt"
    cases.check_golden(golden, text, rewrite=rewrite)


@pytest.mark.parametrize("name", LETTER_NAMES)
def test_a_letter_asks_for_nothing_that_its_uppdrag_says(name: str) -> None:
    found = lookup(name)
    assert found.heritage is not None
    assert not [path for path in found.uppdrag.facts.by_path if found.heritage.covers(path)]
