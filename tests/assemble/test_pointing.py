"""Documents about other documents: what they read there, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assemble import letters
from tests.assemble.letters import CLAUSE, LETTERS, MEMO, MINUTES, NEW, OLD, TYPE, swapped, told
from tests.workspace import document_of, project

from avtalsgen.assemble.document import assemble
from avtalsgen.model import plain
from avtalsgen.model.nodes import Paragraph, Text
from avtalsgen.model.walk import sections
from avtalsgen.problems import AvtalsgenError
from avtalsgen.swedish import money


def test_a_memo_reads_what_it_is_about() -> None:
    lines = letters.lines("2-skrivelse")
    assert "Nämnden godkänner Prov, SN 2026-2, för 700 kronor." in lines
    assert "SN 2026-2" in lines[: lines.index("Förslag")]


@settings(max_examples=25)
@given(st.integers(1, 9_999_999), st.integers(1, 99_999))
def test_a_memo_cannot_say_another_sum_or_number_than_the_uppdrag(amount: int, number: int) -> None:
    uppdrag = LETTERS[NEW].replace("700", str(amount)).replace("SN 2026-2", f"SN 2026-{number}")
    document, _ = letters.assembled("2-skrivelse", {NEW: uppdrag})
    about, _ = document_of(project({**LETTERS, NEW: uppdrag}), "prov", "2")
    assert document.identity.dnr == about.identity.dnr == f"SN 2026-{number}"
    assert money.kronor(amount) in " ".join(plain.lines(document))
    assert money.kronor(amount) in " ".join(plain.lines(about))


def test_the_minutes_decide_in_the_words_of_the_memo() -> None:
    asked = [line for line in letters.lines("2-skrivelse") if line.startswith("Nämnden")]
    decided = [line for line in letters.lines("2-protokoll") if line.startswith("Nämnden")]
    assert asked == decided != []


def test_what_is_known_of_a_body_is_as_on_the_day_of_what_names_it() -> None:
    body = swapped(CLAUSE, "{{ avser.titel }}", "{{ ersätter.parter.beställare.organ.namn }}")
    body[CLAUSE] = body[CLAUSE].replace(
        "[avser.titel", "[ersätter.parter.beställare.organ.namn, avser.dnr"
    )
    body[OLD] = project().files.read(OLD).decode().replace("2026-03-01", "2018-05-01")
    assert any("omsorgsnämnden" in line for line in letters.lines("2-skrivelse", body))


def test_a_fact_that_is_inherited_may_not_be_written_again() -> None:
    changed = {MEMO: LETTERS[MEMO] + "ersättning: {belopp: 1}\ndnr: SN 1\n"}
    assert told("2-skrivelse", changed) == [
        f"{MEMO}:7:22: UP09 ”ersättning.belopp” läses ur det som avser pekar på och skrivs inte här"
        "\n  Tips: ta bort raden",
        f"{MEMO}:8:6: UP09 ”dnr” läses ur det som avser pekar på och skrivs inte här"
        "\n  Tips: ta bort raden",
    ]


def test_a_branch_that_is_inherited_may_not_even_be_unknown() -> None:
    changed = {MEMO: LETTERS[MEMO] + "ersättning: {okänt: ej förhandlat}\n"}
    assert [line.split(" ")[1] for line in told("2-skrivelse", changed)] == ["UP09"]


def test_a_memo_about_a_memo_is_refused() -> None:
    changed = {**swapped(MEMO, "prov@2", "prov@0"), "uppdrag/prov/0.yaml": LETTERS[MEMO]}
    assert told("2-skrivelse", changed)[0] == (
        f"{MEMO}:4:8: UP10 avser pekar på prov@0, som är av typen skrivelse"
        "\n  Tips: peka på en utgåva av typen uppdrag"
    )


def test_an_edition_cannot_replace_itself() -> None:
    (said,) = told("2-skrivelse", swapped(MEMO, "prov@1", "prov@2"))
    assert said == (
        f"{MEMO}:5:11: UP11 prov@2 kan inte ersätta sig självt"
        "\n  Tips: peka på den utgåva som gällde förut, eller ta bort ersätter"
    )


@pytest.mark.parametrize(
    ("name", "code", "place"),
    [
        ("prov@9", "UP02", f"{MEMO}:4:8"),
        ("borta@1", "UP01", f"{MEMO}:4:8"),
        ("prov", "FA02", f"{MEMO}:4:8"),
        ("../prov@1", "FA02", f"{MEMO}:4:8"),
        ("prov@2-skrivelse", "UP12", f"{MEMO}:4:8"),
        ("prov@2-protokoll", "UP12", f"{MINUTES}:4:12"),
    ],
)
def test_a_memo_about_what_is_not_there_says_so_at_its_line(
    name: str, code: str, place: str
) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        letters.assembled("2-skrivelse", swapped(MEMO, "prov@2", name))
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.origin)) == (code, place)
    assert problem.hint


def test_a_chain_of_documents_has_an_end() -> None:
    chain = {
        f"uppdrag/prov/k{n}.yaml": LETTERS[MEMO].replace("prov@2", f"prov@k{n + 1}")
        for n in range(9)
    }
    with pytest.raises(AvtalsgenError) as caught:
        letters.assembled("k0", {**chain, "uppdrag/prov/k9.yaml": LETTERS[NEW]})
    assert [problem.code for problem in caught.value.problems] == ["UP12"]


def test_a_memo_that_does_not_say_what_it_is_about_misses_that_and_nothing_else() -> None:
    (said,) = told("2-skrivelse", swapped(MEMO, "avser: prov@2\n", ""))
    assert "FA05 skrivelse@1 kräver avser" in said


def test_of_an_unknown_edition_everything_is_unknown() -> None:
    changed = swapped(MEMO, "avser: prov@2", "avser: {okänt: inte skrivet}")
    assert "Nämnden godkänner ......................... för" in " ".join(
        letters.lines("2-skrivelse", changed)
    ).replace(", ........................,", ".")


def test_a_sum_that_is_missing_is_missed_where_it_belongs() -> None:
    """The memo prints the sum; the uppdrag is where it is to be written."""
    changed = swapped(NEW, "ersättning: {belopp: 700}\n", "")
    changed[NEW] = changed[NEW].replace("ersattning@1, ", "")
    found = [said for said in told("2-skrivelse", changed) if "FA04" in said]
    assert found == [
        f"{MEMO}:4:8: FA04 faktumet avser.ersättning.belopp saknas; det skrivs ut i {CLAUSE} rad 5"
        f"\n  Tips: i {NEW}: lägg till ersättning.belopp: 605"
    ]


def test_a_fact_that_is_worked_out_may_not_be_written() -> None:
    with pytest.raises(AvtalsgenError) as caught:
        letters.assembled("2-skrivelse", {MEMO: LETTERS[MEMO] + "räknat: {höjning: 5}\n"})
    assert [problem.code for problem in caught.value.problems] == ["FA08"]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("från: dnr", "är inget faktum av typen uppdrag"),
        ("från: avser, fakta: [avser]", "kan inte själv stå i det"),
        ("från: avser, fakta: [titell]", "är inget faktum"),
    ],
)
def test_a_type_that_inherits_wrongly_is_refused(written: str, says: str) -> None:
    whole = "ärver: {från: avser, typer: [uppdrag], fakta: [titel, dnr, parter, ersättning]}"
    with pytest.raises(AvtalsgenError) as caught:
        letters.assembled("2-skrivelse", swapped(TYPE, whole, f"ärver: {{{written}}}"))
    assert any(p.code == "TY02" and says in p.message for p in caught.value.problems)


def _given(blocks: dict[str, tuple[Paragraph, ...]]) -> list[str]:
    outline = "disposition: [{klausul: forslag@1, innehåll: ändringar}]"
    found = project({**LETTERS, **swapped(TYPE, "disposition: [forslag@1]", outline)})
    uppdrag = found.uppdrag("prov", "2-skrivelse")
    type_, lookup = found.document_type(uppdrag), found.lookup(uppdrag)
    document, problems = assemble(found.files, found.library, type_, lookup, given=blocks)
    assert problems == ()
    return [each.anchor for each in sections(document)]


def test_given_content_follows_its_clause_in_a_section_of_its_own() -> None:
    blocks: dict[str, tuple[Paragraph, ...]] = {"ändringar": (Paragraph((Text("Allt är nytt."),)),)}
    assert _given(blocks) == ["forslag", "forslag-andringar"]


def test_an_entry_whose_content_is_not_given_is_left_out() -> None:
    assert _given({}) == []


def test_content_that_nobody_can_give_is_refused() -> None:
    outline = "disposition: [{klausul: forslag@1, innehåll: annat}]"
    with pytest.raises(AvtalsgenError) as caught:
        letters.assembled("2-skrivelse", swapped(TYPE, "disposition: [forslag@1]", outline))
    assert [problem.code for problem in caught.value.problems] == ["DI01"]


NOT_SAID = (
    (MEMO, "ersätter: prov@1\n", "", "ersätter.titel", "ersätter"),
    (MINUTES, "skrivelse: prov@2-skrivelse\n", "", "skrivelse.titel", "skrivelse"),
    (MEMO, "ersätter: prov@1\n", "", "skrivelse.ersätter.titel", "skrivelse.ersätter"),
    (MEMO, "", "", "bas.titel", "tillägg.till"),
)


@pytest.mark.parametrize(("file", "old", "new", "printed", "lacks"), NOT_SAID)
def test_what_is_printed_of_an_uppdrag_that_nobody_names_is_never_printed_in_silence(
    file: str, old: str, new: str, printed: str, lacks: str
) -> None:
    clause = f"---\nrubrik: Förslag\nanvänder: [{printed}]\n---\nDet är {{{{ {printed} }}}}.\n"
    changed = {CLAUSE: clause, **swapped(file, old, new)}
    edition = "2-protokoll" if "skrivelse" in printed else "2-skrivelse"
    said = [line for line in told(edition, changed) if f" faktumet {lacks} saknas" in line]
    said += [line for line in told(edition, changed) if f" kräver {lacks}" in line]
    assert len(said) == 1
