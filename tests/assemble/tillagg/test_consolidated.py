"""The text of a day: the base with what has come into force by then, and nothing else."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from tests.assemble.tillagg.small import (
    BASE,
    FILES,
    FIRST,
    SECOND,
    built,
    codes,
    numbered,
    on,
    own,
    tillagg,
    words,
)

from avtalsgen.model import plain
from avtalsgen.model.walk import sections
from avtalsgen.problems import AvtalsgenError

FOUR = """\
{lägger_till: lokaler@1, efter: ett}
{ersätter: tva-ett, med: {rubrik: Nytt, text: 2/ny.md}}
{upphäver: tva-tva}
{fakta: {ersättning: {belopp: 700}}}
"""
WHOLE = ["1 Ett", "2 Två", "2.1 Två ett", "2.2 Två två", "3 Ersättning", "4 Tvist"]


def test_before_any_tillagg_the_text_is_that_of_the_base() -> None:
    before, problems = on("2020-12-31", tillagg(FOUR))
    base, _ = built("1", {})
    assert problems == ()
    assert [own(each) for each in before.sections[1:]] == [own(each) for each in base.sections]
    assert numbered(before) == numbered(base) == WHOLE


def test_each_change_holds_from_its_day_and_says_through_what() -> None:
    document, problems = on("2021-01-01", tillagg(FOUR))
    by = "genom tillägg 1 ”Ändring 1” (SN 2021-1), från och med den 1 januari 2021."
    assert codes(problems) == ["TI10"]
    assert words(document, "lokaler") == [f"Tillagt {by}", "Lokalerna, Ändring 1."]
    assert words(document, "tva-ett") == [f"Ersatt {by}", "Ny text."]
    assert words(document, "tva-tva") == [f"Upphävt {by}"]
    assert words(document, "ersattning") == [f"Ändrat {by}", "Ersättningen är 700 kronor."]
    assert words(document, "ett") == ["Ett om Prov."]


def test_no_section_gets_another_number() -> None:
    document, _ = on("2021-01-01", tillagg(FOUR))
    assert numbered(document) == [
        *("1 Ett", "1 a Lokaler", "2 Två", "2.1 Nytt", "2.2 Två två", "3 Ersättning", "4 Tvist")
    ]


def test_what_is_put_in_at_the_same_place_later_gets_the_next_letter() -> None:
    first = (
        "{lägger_till: {rubrik: A, text: 2/ny.md, under: [{rubrik: C, text: 2/ny.md}]}, efter: ett}"
    )
    second = "{lägger_till: {rubrik: B, text: 2/ny.md}, efter: ett}"
    later = tillagg(second, number=2, start="2022-01-01")
    document, _ = on("2022-01-01", tillagg(first), later)
    assert numbered(document)[:5] == ["1 Ett", "1 a A", "1 a.1 C", "1 b B", "2 Två"]
    before = "{lägger_till: {rubrik: B, text: 2/ny.md}, före: tva}"
    document, _ = on("2022-01-01", tillagg(first), tillagg(before, number=2, start="2022-01-01"))
    assert numbered(document)[:5] == ["1 Ett", "1 a A", "1 a.1 C", "1 b B", "2 Två"]


def test_what_stands_last_among_its_like_gets_the_next_number() -> None:
    changes = """\
{lägger_till: {rubrik: Tre, text: 2/ny.md}, under: tva}
{lägger_till: lokaler@1}
{lägger_till: {rubrik: Sist, text: 2/ny.md}, efter: lokaler}
"""
    document, problems = on("2021-01-01", tillagg(changes))
    assert problems == ()
    last = ["2.1 Två ett", "2.2 Två två", "2.3 Tre", "3 Ersättning", "4 Tvist", "5 Lokaler"]
    assert numbered(document)[2:] == [*last, "6 Sist"]


def test_a_section_that_is_not_placed_stands_before_where_the_parties_sign() -> None:
    closing = "clauses/slut/1.md"
    outline = FILES[BASE].replace("  - tvist@1\n", "  - tvist@1\n  - slut@1\n")  # type: ignore[arg-type]
    files = {BASE: outline, closing: "---\nrubrik: ''\n---\nUndertecknat.\n"}
    document, _ = built("1:2021-01-01", {**files, FIRST: tillagg("{lägger_till: lokaler@1}")})
    assert [each.anchor for each in document.sections[-3:]] == ["tvist", "lokaler", "slut"]


def test_a_replaced_section_keeps_what_stands_below_it() -> None:
    document, _ = on("2021-01-01", tillagg("{ersätter: tva, med: {rubrik: Nytt, text: 2/ny.md}}"))
    assert numbered(document)[1:4] == ["2 Nytt", "2.1 Två ett", "2.2 Två två"]


def test_a_repealed_section_takes_with_it_what_stands_below_it() -> None:
    changes = "{upphäver: tva}\n{ersätter: ett, med: {rubrik: Ett, text: 2/ny.md}}"
    document, _ = on("2021-01-01", tillagg(changes))
    assert numbered(document) == ["1 Ett", "2 Två", "3 Ersättning", "4 Tvist"]


def test_a_tillagg_says_its_own_facts_and_leaves_the_rest_to_the_base() -> None:
    own_sum = tillagg("{lägger_till: {rubrik: Dyr, text: 2/dyr.md}}") + "ersättning: {belopp: 9}\n"
    document, _ = on("2021-06-01", own_sum)
    assert words(document, "dyr")[1] == "Ny text för 9 kronor."
    document, _ = on("2021-06-01", tillagg("{lägger_till: {rubrik: Dyr, text: 2/dyr.md}}"))
    assert words(document, "dyr")[1] == "Ny text för 605 kronor."


def test_a_change_for_a_time_is_over_after_its_last_day() -> None:
    changes = tillagg("{fakta: {ersättning: {belopp: 700}}, gäller_till: 2021-06-30}")
    during, _ = on("2021-06-30", changes)
    after, _ = on("2021-07-01", changes)
    assert words(during, "ersattning") == [
        "Ändrat genom tillägg 1 ”Ändring 1” (SN 2021-1), från och med den 1 januari 2021 "
        "till och med den 30 juni 2021.",
        "Ersättningen är 700 kronor.",
    ]
    assert words(after, "ersattning") == ["Ersättningen är 605 kronor."]


def test_a_section_added_for_a_time_leaves_its_heading_and_its_number() -> None:
    one = tillagg("{lägger_till: lokaler@1, gäller_till: 2021-06-30}")
    two = tillagg("{lägger_till: {rubrik: Sist, text: 2/ny.md}}", number=2, start="2021-02-01")
    during, _ = on("2021-03-01", one, two)
    after, _ = on("2022-01-01", one, two)
    assert numbered(during)[-2:] == numbered(after)[-2:] == ["5 Lokaler", "6 Sist"]
    (note,) = words(after, "lokaler")
    assert note.startswith("Gällde enligt tillägg 1")
    assert note.endswith("till och med den 30 juni 2021.")


def test_a_whole_tillagg_may_be_for_a_time() -> None:
    text = tillagg("{upphäver: tva-ett}").replace(
        "från: 2021", "till_och_med: 2021-12-31, från: 2021"
    )
    assert words(on("2021-12-31", text)[0], "tva-ett")[0].startswith("Upphävt")
    assert words(on("2022-01-01", text)[0], "tva-ett") == ["Två ett."]


def test_the_later_of_two_tillagg_holds() -> None:
    first = tillagg("{ersätter: tva-ett, med: {rubrik: A, text: 2/ny.md}}")
    second = tillagg(
        "{ersätter: tva-ett, med: {rubrik: B, text: 2/dyr.md}}", number=2, start="2022-01-01"
    )
    document, problems = on("2022-06-01", first, second)
    assert problems == ()
    assert numbered(document)[2] == "2.1 B"
    assert [note.split()[0] for note in words(document, "tva-ett")] == ["Ersatt", "Ersatt", "Ny"]


def test_only_a_signed_tillagg_counts_but_in_a_draft() -> None:
    text = tillagg("{upphäver: tva-ett}").replace("status: undertecknad", "status: utkast")
    document, problems = on("2021-06-01", text)
    assert codes(problems) == ["TI08"]
    assert words(document, "tva-ett") == ["Två ett."]
    document, problems = on("2021-06-01", text, draft=True)
    assert words(document, "tva-ett")[0].startswith("Upphävt")
    assert document.draft
    assert "(utkast)" in " ".join(own(document.sections[0]))


def test_the_text_says_what_it_is_and_has_no_place_to_sign() -> None:
    document, _ = on("2021-06-01", tillagg("{upphäver: tva-ett}"))
    front = " ".join(own(document.sections[0]))
    assert document.signatures is None
    assert document.identity.status == "konsoliderad"
    assert document.identity.edition == "1:2021-06-01"
    assert "prov@1:2021-06-01" in document.identity.keywords
    assert document.cover.kicker == "Uppdrag, konsoliderad lydelse"
    assert document.running.foot == "Konsoliderad lydelse per 2021-06-01 – Prov"
    assert "ska inte undertecknas" in front
    assert "Prov SN 2020-1 2020-01-01 2020-01-01" in front
    assert "Tillägg 1 ”Ändring 1” (SN 2021-1) SN 2021-1 2021-01-01 2021-01-01" in front


def test_a_clause_of_a_tillagg_is_as_good_as_one_of_the_base() -> None:
    base = str(FILES[BASE]).replace("  - tvist@1\n", "")
    files: Mapping[str, str | bytes] = {
        BASE: base + "undantag: [{klausul: tvist, skäl: prov}]\n",
        FIRST: tillagg("{lägger_till: tvist@1}"),
    }
    assert built("1:2021-01-01", files)[1] == ()
    assert built("2-tillagg", files)[1] == ()


@pytest.mark.parametrize(
    "change", ["{upphäver: tvist}", "{ersätter: tvist, med: {rubrik: Tvister, text: 2/ny.md}}"]
)
def test_a_mandatory_clause_that_is_taken_away_is_missed_in_both_documents(change: str) -> None:
    files = {FIRST: tillagg(change)}
    assert "DI05" in codes(built("1:2021-01-01", files)[1])
    assert "DI05" in codes(built("2-tillagg", files)[1])
    assert "DI05" not in codes(built("1:2020-06-01", files)[1])
    excused = {FIRST: files[FIRST] + "undantag: [{klausul: tvist, skäl: prov}]\n"}
    assert "DI05" not in codes(built("1:2021-01-01", excused)[1])
    assert not {"DI05", "DI07"} & {*codes(built("2-tillagg", excused)[1])}


@pytest.mark.parametrize("day", ["2019-12-31", "2026-01-01"])
def test_a_day_when_the_base_does_not_hold_has_no_text(day: str) -> None:
    base = str(FILES[BASE]).replace("till: tills vidare", "till: till och med den 31 december 2025")
    assert built("1:2025-12-31", {BASE: base})[1] == ()
    with pytest.raises(AvtalsgenError) as caught:
        built(f"1:{day}", {BASE: base})
    assert codes(caught.value.problems) == ["TI06"]


def test_the_next_edition_ends_the_one_before() -> None:
    later = str(FILES[BASE]).replace("från: 2020-01-01", "från: 2023-01-01")
    files = {"uppdrag/prov/4.yaml": later}
    assert built("1:2022-12-31", files)[1] == ()
    with pytest.raises(AvtalsgenError):
        built("1:2023-01-01", files)


def test_numbers_are_those_of_any_other_day() -> None:
    files = (
        tillagg(FOUR),
        tillagg(
            "{lägger_till: {rubrik: Q, text: 2/ny.md}, efter: ett}", number=2, start="2021-03-01"
        ),
    )
    known: dict[str, str] = {}
    day = date(2020, 12, 1)
    while day < date(2021, 5, 1):
        document, _ = on(day.isoformat(), *files)
        for section in sections(document):
            assert known.setdefault(section.anchor, section.number) == section.number
        day += timedelta(days=15)
    assert len(known) == len(WHOLE) + 3
    assert plain.heading(document.sections[0]) == "Om denna lydelse"


def test_a_tillagg_may_come_in_the_place_of_another() -> None:
    first = tillagg("{lägger_till: lokaler@1}\n{upphäver: tva-ett}")
    second = tillagg(
        "{lägger_till: {rubrik: Nya lokaler, ankare: lokaler, text: 2/ny.md}}",
        number=2,
        start="2022-01-01",
    ).replace("tillägg: {", "tillägg: {i_stället_för: prov@2-tillagg, ")
    before, _ = on("2021-12-31", first, second)
    after, problems = on("2022-01-01", first, second)
    assert problems == ()
    assert numbered(before)[-1] == "5 Lokaler"
    assert numbered(after)[-1] == "5 Nya lokaler"
    assert words(after, "tva-ett") == ["Två ett."]
    assert built("3-tillagg", {FIRST: first, SECOND: second})[1] == ()
    unknown = second.replace("prov@2-tillagg", "prov@9-tillagg")
    assert "TI13" in codes(on("2022-01-01", first, unknown)[1])


def test_the_base_of_a_text_is_as_it_was_before_the_whole_tillagg() -> None:
    changes = """\
{fakta: {ersättning: {belopp: 700}}}
{lägger_till: {rubrik: Förut, text: 2/forut.md}}
"""
    text = "Förut {{ bas.ersättning.belopp }}, nu {{ ersättning.belopp }}.\n"
    files = {"uppdrag/prov/2/forut.md": text, FIRST: tillagg(changes)}
    for edition in ("1:2021-01-01", "2-tillagg"):
        document, problems = built(edition, files)
        assert problems == ()
        assert words(document, "forut")[1] == "Förut 605 kronor, nu 700 kronor."


def test_a_question_that_a_tillagg_leaves_open_is_not_answered_by_its_base() -> None:
    text = tillagg("{lägger_till: {rubrik: Dyr, text: 2/dyr.md}}") + "ersättning:\n  belopp:\n"
    for edition in ("1:2021-01-01", "2-tillagg"):
        (problem,) = built(edition, {FIRST: text})[1]
        assert problem.code == "FA04"
        assert problem.origin is not None
        assert problem.origin.file == FIRST
