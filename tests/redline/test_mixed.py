"""Many kinds of content in one document, changed one at a time, all at once, and moved."""

import random
from itertools import chain

import pytest
from tests.redline.judge import differences
from tests.redline.schema import faults
from tests.redline.wordfile import (
    BULLETS,
    box,
    cell,
    control,
    field,
    item,
    par,
    pars,
    row,
    run,
    table,
    word,
)

from avtalsgen.redline import word_redline


def formula(text: str) -> str:
    return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def page(size: str) -> str:
    return f"<w:sectPr>{size}</w:sectPr>"


MERGED = '<w:gridSpan w:val="2"/>'
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
ASIDE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:cols w:num="2"/>'
FRAGMENTS: dict[str, tuple[str, str]] = {
    "merged cells": (
        table(
            row("Insats", cell("Ersättning", properties=MERGED)),
            row(cell("Samtal", properties=DOWN), "605 kronor", "per timme"),
            row(cell("", properties=ON), "700 kronor", "kväll"),
            columns=3,
        ),
        table(
            row("Insats", cell("Ersättning 2026", properties=MERGED)),
            row(cell("Samtal", properties=DOWN), "655 kronor", "per timme"),
            row(cell("", properties=ON), "700 kronor", "kväll och helg"),
            row("Jour", "1 100 kronor", "per pass"),
            columns=3,
        ),
    ),
    "a table in a table": (
        table(row(cell("Yttre", table(row("a", "inre ett"), row("b", "inre två")), "slut"))),
        table(row(cell("Yttre nu", table(row("a", "inre ett"), row("c", "ny rad")), "slut"))),
    ),
    "a box": (
        par(box(par("Ruta om 100 kronor")), " efter rutan"),
        par(box(pars("Ruta om 200 kronor", "och en rad till")), " efter rutan, ändrat"),
    ),
    "fields": (
        par("Se avsnitt ", field("REF _Ref1 \\r", "3"), " om priset."),
        par("Se särskilt avsnitt ", field("REF _Ref2 \\r", "5"), " om ersättningen."),
    ),
    "controls": (
        control(par("Fast text med 12 månader")) + par("Från ", control(run("2024-01-01")), "."),
        control(pars("Fast text med 18 månader", "och mer")) + par("Från 2025-01-01."),
    ),
    "a formula": (
        par("Priset är ", formula("p=a+b"), " kronor."),
        par("Priset är ", formula("p=a+c"), " kronor och öre."),
    ),
    "signs": (
        par("<w:r><w:t>Rad ett</w:t><w:br/><w:t>två</w:t><w:noBreakHyphen/><w:t>tre</w:t></w:r>"),
        par("<w:r><w:t>Rad ett</w:t><w:tab/><w:t>två</w:t><w:softHyphen/><w:t>tre</w:t></w:r>"),
    ),
    "a page on its side": (
        par("Före brytningen.", properties=page(UPRIGHT)),
        par("Strax före brytningen.", properties=page(ASIDE)),
    ),
    "parted and joined": (
        pars("Första meningen om ansvar. Andra meningen om tillsyn.", "Ett stycke.", "Ett till."),
        pars("Första meningen om ansvar.", "Andra meningen om tillsyn.", "Ett stycke. Ett till."),
    ),
    "looks alone": (
        par(run("Utföraren ", "<w:b/>"), "ska lämna rapport."),
        par("Utföraren ", run("ska lämna", '<w:u w:val="single"/>'), " rapport."),
    ),
    "hidden words": (
        par("Synligt. ", run("Dolt gammalt.", "<w:vanish/>")),
        par("Synligt. ", run("Dolt nytt, 5 000 kronor.", "<w:vanish/>")),
    ),
    "a list": (
        item("ett", number=2) + item("två", number=2),
        item("ett", number=1) + item("tre", number=2, level=1) + item("två", number=2),
    ),
    "a table that became text": (
        table(row("Ort", "Linköping"), row("Tid", "kl. 8–17")),
        pars("Ort: Linköping", "Tid: kl. 8–17"),
    ),
}
NAMES = tuple(FRAGMENTS)


def document(*blocks: str) -> bytes:
    """Return a document with a heading above each block, between two of its own."""
    headed = ((par(f"Del {place}", style="Heading1"), block) for place, block in enumerate(blocks))
    return word(
        par("Uppdrag", style="Heading1"),
        "Nämnden ger utföraren ett uppdrag.",
        *chain.from_iterable(headed),
        par("Övrigt", style="Heading1"),
        "Parterna har var sitt exemplar.",
        lists=BULLETS,
    )


def changed(name: str) -> tuple[bytes, bytes]:
    """Return the document without and with the change of one fragment."""
    olds = [old for old, _ in FRAGMENTS.values()]
    news = [new if each == name else old for each, (old, new) in FRAGMENTS.items()]
    return document(*olds), document(*news)


def at_random(seed: int) -> tuple[bytes, bytes]:
    """Return two documents of some fragments each, in any order."""
    chance = random.Random(seed)
    old, new = (
        document(*(chance.choice(FRAGMENTS[name]) for name in chance.sample(NAMES, k=9)))
        for _ in range(2)
    )
    return old, new


def is_right(old: bytes, new: bytes) -> bool:
    return not differences(word_redline(old, new).docx, old, new)


@pytest.mark.parametrize("name", NAMES)
def test_one_kind_is_changed_among_the_others(name: str) -> None:
    assert is_right(*changed(name))


@pytest.mark.parametrize("seed", range(6))
def test_many_kinds_are_changed_and_moved_at_once(seed: int) -> None:
    assert is_right(*at_random(seed))


@pytest.mark.parametrize("seed", range(3))
def test_no_more_breaks_the_schema_than_did(seed: int) -> None:
    old, new = at_random(seed)
    assert set(faults(word_redline(old, new).docx)) <= {*faults(old), *faults(new)}
