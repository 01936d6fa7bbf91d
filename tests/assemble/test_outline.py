"""What an outline becomes: sections, numbers, references, and what must be there."""

import pytest
from tests.assemble.small import (
    ALL,
    CLAUSE,
    LEAVES_OUT,
    TYPE,
    UPPDRAG,
    built,
    clause,
    errors,
    numbers,
    printed,
    problem_codes,
    uppdrag,
)
from tests.workspace import WHOLE

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Section
from avtalsgen.model.walk import sections
from avtalsgen.problems import AvtalsgenError, Exit


def test_a_row_of_the_cover_with_something_unknown_is_left_out_where_the_type_says_so() -> None:
    unknown = uppdrag(dnr="{okänt: tappat}")
    assert len(built({UPPDRAG: unknown})[0].cover.rows) == 1
    assert built({UPPDRAG: unknown, TYPE: LEAVES_OUT})[0].cover.rows == ()


def test_a_running_head_with_something_unknown_is_empty() -> None:
    running = built({UPPDRAG: uppdrag(dnr="{okänt: tappat}")})[0].running
    assert (running.right, running.foot) == ("", "Prov")


OUTLINE = """\
  - rubrik: Ett
    under: [{rubrik: Ett ett, under: [{rubrik: Djupt}]}, {rubrik: Ett två}]
  - rubrik: Utan
    numrera: nej
    under: [{rubrik: Under utan, under: [{rubrik: Under under}]}]
  - klausul: ersattning@1
    rubrik: ""
  - tvist@1
"""


def test_numbers_go_on_past_sections_without_and_none_is_below_one_without() -> None:
    document, _ = built({UPPDRAG: uppdrag().replace("[ersattning@1, tvist@1]", f"\n{OUTLINE}")})
    assert numbers(document) == ["1", "1.1", "", "1.2", "", "", "", "", "2"]


@pytest.mark.parametrize(
    ("anchor", "shown"),
    [
        ("ett-tva", "avsnitt\N{NO-BREAK SPACE}1.2"),
        ("under-utan", "avsnittet\N{NO-BREAK SPACE}Under utan"),
    ],
)
def test_a_reference_names_the_number_or_else_the_heading(anchor: str, shown: str) -> None:
    changed = {
        CLAUSE: clause(f'Se {{{{ ref("{anchor}") }}}}.'),
        UPPDRAG: uppdrag().replace("[ersattning@1, tvist@1]", f"\n{OUTLINE}"),
    }
    assert set(errors(changed)) == {"DI09"}, "only headings stand in the outline"
    document, _ = built(changed)
    assert f"Se {shown}." in list(plain.lines(document))


def test_a_section_without_heading_cannot_be_referred_to() -> None:
    outline = "\n  - {klausul: ersattning@1, rubrik: ''}\n  - tvist@1"
    assert problem_codes({UPPDRAG: uppdrag(disposition=outline)}) == ["DI04"]


def test_a_heading_of_its_own_named_bilagor_is_an_anchor_like_others() -> None:
    outline = "[ersattning@1, tvist@1, {rubrik: Bilagor, under: [{rubrik: Karta}]}]"
    document, problems = built({UPPDRAG: uppdrag(disposition=outline)})
    assert numbers(document) == ["1", "2", "3", "3.1"]
    assert [problem.code for problem in problems] == ["DI09"]
    with_list = uppdrag("bilagor: [{titel: Karta}]\n", disposition=outline)
    assert problem_codes({UPPDRAG: with_list}) == ["DI03", "DI09"]


def test_the_list_of_appendices_comes_last_without_number() -> None:
    document, problems = built({UPPDRAG: uppdrag("bilagor: [{titel: Karta}]\n")})
    assert (numbers(document), problems) == (["1", "2", ""], ())


def test_the_list_of_appendices_comes_before_the_section_that_the_type_says() -> None:
    before = {TYPE: f"{WHOLE[TYPE]}bilagor: {{rubrik: Hör till, före: tvist}}\n"}
    document, _ = built({**before, UPPDRAG: uppdrag("bilagor: [{titel: Karta}]\n")})
    assert numbers(document) == ["1", "", "2"]
    assert plain.heading(document.sections[1]) == "Hör till"
    without = uppdrag("bilagor: [{titel: Karta}]\n", disposition="[ersattning@1]")
    assert numbers(built({**before, UPPDRAG: without})[0]) == ["1", ""]


def test_a_type_puts_the_list_before_a_section_of_its_own_outline() -> None:
    named = f"{WHOLE[TYPE]}bilagor: {{rubrik: Bilagor, före: tvits}}\n"
    with pytest.raises(AvtalsgenError) as caught:
        built({TYPE: named, UPPDRAG: uppdrag()})
    assert [(each.code, each.hint) for each in caught.value.problems] == [
        ("TY02", "menade du tvist?")
    ]


@pytest.mark.parametrize(
    ("day", "name"), [("2018-06-01", "Omsorgsnämnden"), ("2026-03-01", "Socialnämnden")]
)
def test_a_body_has_the_name_that_it_had_on_the_day_of_the_document(day: str, name: str) -> None:
    signed = WHOLE[TYPE].replace("{utförare: För utföraren}", "{beställare: För beställaren}")
    document, _ = built({TYPE: signed, UPPDRAG: uppdrag(datum=day)})
    assert document.signatures
    assert plain.text(document.signatures.signatories[0].organisation) == name


@pytest.mark.parametrize(
    ("form", "lines"), [("papper", ("Underskrift",)), ("e-signering", ()), ("", ("Underskrift",))]
)
def test_there_are_lines_to_sign_on_paper_alone(form: str, lines: tuple[str, ...]) -> None:
    facts = f"underskrift: {{form: {form}}}\n" if form else ""
    signatures = built({UPPDRAG: uppdrag(facts)})[0].signatures
    assert signatures
    assert signatures.signatories[0].lines == lines


def test_who_signs_is_said_without_a_line_where_the_form_is_unknown() -> None:
    signed = built({UPPDRAG: uppdrag("underskrift: {form: {okänt: borta}}\n")})[0].signatures
    assert signed is not None
    assert [(each.party, each.lines) for each in signed.signatories] == [("utförare", ())]


def test_what_is_unknown_above_is_unknown_below() -> None:
    unknown = WHOLE[UPPDRAG].replace("ersättning: {belopp: 605}", "ersättning: {okänt: ej satt}")
    document, problems = built({UPPDRAG: unknown})
    assert problems == ()
    assert f"Ersättningen är {'.' * 24}." in list(plain.lines(document))


def test_a_body_that_is_unknown_has_an_unknown_name() -> None:
    unknown = WHOLE[UPPDRAG].replace("{organ: namnden}", "{organ: {okänt: ej utsedd}}")
    body = clause("{{ parter.beställare.organ.namn }}").replace(ALL, "parter.beställare.organ.namn")
    document, problems = built({UPPDRAG: unknown, CLAUSE: body})
    assert problems == ()
    assert "." * 24 in list(plain.lines(document))


@pytest.mark.parametrize(
    ("written", "demanded"),
    [
        ("obligatorisk_när: alltid", True),
        ("obligatorisk_när: aldrig", False),
        ("obligatorisk_när: titel", True),
        ('obligatorisk_när: titel == "Annat"', False),
        ("", False),
    ],
)
def test_a_clause_of_the_type_is_mandatory_when_it_says_so(written: str, demanded: bool) -> None:
    head = WHOLE["clauses/ersattning/1.md"].replace(
        "använder: [", f"{written}\nanvänder: [" + "titel, " * ("titel" in written)
    )
    lone = WHOLE[CLAUSE].replace('{{ ref("ersattning") }}', "lag")
    changed = {"clauses/ersattning/1.md": head, CLAUSE: lone}
    lacking = uppdrag(disposition="[tvist@1]")
    assert errors({**changed, UPPDRAG: lacking}) == ["DI05"] * demanded


@pytest.mark.parametrize(("when", "demanded"), [("titel", True), ("ersättning.modell", False)])
def test_the_type_demands_a_clause_when_its_condition_holds(when: str, demanded: bool) -> None:
    type_ = WHOLE[TYPE].replace("{klausul: tvist}", f"{{klausul: tvist, när: {when}}}")
    lone = uppdrag(disposition="[ersattning@1]")
    assert problem_codes({TYPE: type_, UPPDRAG: lone}) == ["DI05"] * demanded
    exempt = lone + "undantag: [{klausul: tvist, skäl: behövs inte}]\n"
    assert problem_codes({TYPE: type_, UPPDRAG: exempt}) == []


def test_a_clause_that_another_requires_may_be_excused() -> None:
    needy = WHOLE["clauses/ersattning/1.md"].replace("använder:", "kräver: [mer]\nanvänder:")
    changed = {
        "clauses/ersattning/1.md": needy,
        "clauses/mer/1.md": "---\nrubrik: Mer\n---\nMer.\n",
    }
    assert problem_codes(changed) == ["DI06"]
    below = "[{klausul: ersattning@1, under: [mer@1]}, tvist@1]"
    assert problem_codes({**changed, UPPDRAG: uppdrag(disposition=below)}) == []
    exempt = uppdrag("undantag: [{klausul: mer, skäl: behövs inte}]\n")
    assert problem_codes({**changed, UPPDRAG: exempt}) == []


TILLAGG = WHOLE[TYPE].replace("bas: nej", "") + "bas: ja\n"
BASE_TYPE = "clauses/dokumenttyper/grund/1.yaml"


def base(outline: str) -> dict[str, str]:
    """Return a tillägg without the mandatory clause, to an uppdrag that has it."""
    changing = WHOLE[UPPDRAG].replace("[ersattning@1, tvist@1]", "[ersattning@1]")
    grund = (
        WHOLE[UPPDRAG]
        .replace("typ: uppdrag@1", "typ: grund@1")
        .replace("titel: Prov", "titel: Bas")
    )
    return {
        TYPE: TILLAGG,
        BASE_TYPE: WHOLE[TYPE],
        UPPDRAG: f"{changing}tillägg: {{till: grund@1}}\n",
        "uppdrag/grund/1.yaml": grund.replace("disposition: [ersattning@1, tvist@1]", outline),
    }


@pytest.mark.parametrize("outline", ["disposition: [ersattning@1, tvist@1]", ""])
def test_a_tillagg_has_the_clauses_of_its_base_in_the_outline_it_is_printed_by(
    outline: str,
) -> None:
    assert problem_codes(base(outline)) == []


def test_a_tillagg_names_the_facts_of_its_base() -> None:
    text = WHOLE["clauses/ersattning/1.md"].replace("[", "[bas.titel, ") + "{{ bas.titel }}.\n"
    document, problems = built({**base(""), "clauses/ersattning/1.md": text})
    assert problems == ()
    assert any("Bas." in line for line in plain.lines(document))


def test_of_a_base_that_nobody_names_yet_nothing_is_asked() -> None:
    text = WHOLE["clauses/ersattning/1.md"].replace("[", "[bas.titel, ") + "{{ bas.titel }}.\n"
    type_ = TILLAGG.replace("[titel, dnr]", "[titel, dnr, tillägg.till]")
    assert errors({TYPE: type_, "clauses/ersattning/1.md": text}) == ["FA05"]


def test_a_section_with_nothing_to_say_is_not_there() -> None:
    empty = clause("{% if ersättning.modell %}\nJa.\n{% endif %}").replace(
        "rubrik: Tvist", "rubrik: ''"
    )
    outline = uppdrag(disposition="[ersattning@1, {klausul: tvist@1, under: [{rubrik: Kvar}]}]")
    document, _ = built({CLAUSE: empty, UPPDRAG: outline})
    assert [plain.text(each.heading) for each in _every(document)] == ["Ersättning", "", "Kvar"]
    alone, _ = built({CLAUSE: empty})
    assert len(alone.sections) == 1


def _every(document: Document) -> list[Section]:
    return list(sections(document))


def test_a_draft_is_lenient_with_gaps_and_with_nothing_else() -> None:
    assert printed("{{ ersättning.modell }}", draft=True) == "[saknas: ersättning.modell]"


def test_a_warning_of_a_clause_or_an_uppdrag_is_told_of_once() -> None:
    idle = WHOLE[CLAUSE].replace("[utföraren]", "[utföraren, titel]")
    outline = "[ersattning@1, tvist@1, {klausul: tvist@1, ankare: igen}]"
    assert problem_codes({CLAUSE: idle, UPPDRAG: uppdrag(disposition=outline)}) == ["KL06"]


def test_an_edition_without_a_clause_is_no_clause() -> None:
    with pytest.raises(AvtalsgenError) as caught:
        built({UPPDRAG: uppdrag(disposition='[ersattning@1, "@1"]')})
    assert [problem.code for problem in caught.value.problems] == ["DI01"]


@pytest.mark.parametrize("pin", ["tvist", "tvist@"])
def test_a_clause_alone_is_told_with_the_edition_of_the_day(pin: str) -> None:
    _, problems = built({UPPDRAG: uppdrag(disposition=f"[ersattning@1, {pin}]")})
    assert [each.hint for each in problems if each.code == "DI01"] == ["skriv tvist@1"]


def test_what_is_unknown_has_a_reason_and_no_value_beside_it() -> None:
    with pytest.raises(AvtalsgenError) as caught:
        built({UPPDRAG: uppdrag(dnr="{okänt: borta, antal: 3}")})
    assert [problem.code for problem in caught.value.problems] == ["FA03"]


@pytest.mark.parametrize(
    ("named", "code"), [("prov@1", "UP04"), ("../utanför@1", "UP01"), ("grund@9", "UP02")]
)
def test_a_tillagg_changes_an_uppdrag_that_is_there_and_another_than_itself(
    named: str, code: str
) -> None:
    changed = base("")
    with pytest.raises(AvtalsgenError) as caught:
        built({**changed, UPPDRAG: changed[UPPDRAG].replace("grund@1", named)})
    (problem,) = caught.value.problems
    assert (problem.code, problem.exit) == (code, Exit.DATA)
    assert problem.origin
