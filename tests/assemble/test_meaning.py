"""What clauses and facts become: the rules of the language, one small document at a time."""

from collections.abc import Mapping

import pytest
from tests.workspace import WHOLE, project

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, List, Section
from avtalsgen.model.walk import runs, sections
from avtalsgen.problems import Problem

UPPDRAG = "uppdrag/prov/1.yaml"
CLAUSE = "clauses/tvist/1.md"
TYPE = "clauses/dokumenttyper/uppdrag/1.yaml"
LAW = "clauses/register/rattskallor.yaml"
ALL = "titel, dnr, datum, ersättning.belopp, ersättning.modell, tid.uppsägning, resultat, kanaler"
FACTS = """\
tid: {uppsägning: 12 månader}
resultat: [{text: Trygghet, mål: 80}, {text: Vila, mål: {okänt: ej mätt}}, {text: Mat, mål: 5}]
kanaler: [brev, telefon]
"""


def built(
    changed: Mapping[str, str | bytes], *, draft: bool = False
) -> tuple[Document, tuple[Problem, ...]]:
    return project(changed).document("prov", "1", draft=draft)


def clause(body: str) -> str:
    return f"---\nrubrik: Tvist\nanvänder: [{ALL}]\n---\n{body}\n"


def uppdrag(more: str = FACTS, **changed: str) -> str:
    """Return the facts, with the line of each key in `changed` in other words."""
    lines = (WHOLE[UPPDRAG] + more).split("\n")
    for key, value in changed.items():
        lines = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines]
    return "\n".join(lines)


def printed(body: str, facts: str = FACTS, type_: str = WHOLE[TYPE], *, draft: bool = False) -> str:
    """Return what a clause prints, a paragraph, item or cell on each line."""
    document, _ = built({CLAUSE: clause(body), UPPDRAG: uppdrag(facts), TYPE: type_}, draft=draft)
    section = next(each for each in document.sections if each.anchor == "tvist")
    return "\n".join(plain.text(run) for block in section.blocks for run in runs(block))


def problem_codes(changed: Mapping[str, str | bytes]) -> list[str]:
    return [problem.code for problem in built(changed)[1]]


def errors(changed: Mapping[str, str | bytes]) -> list[str]:
    return [problem.code for problem in built(changed)[1] if problem.severity == "fel"]


def numbers(document: Document) -> list[str]:
    return [section.number for section in sections(document)]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("titel", True),
        ("ersättning.modell", False),
        ("not titel", False),
        ("not ersättning.modell", True),
        ("titel and ersättning.modell", False),
        ("titel and dnr and kanaler", True),
        ("titel or ersättning.modell", True),
        ("ersättning.modell or not titel", False),
        ("ersättning.modell and ersättning.modell or titel", True),
        ('titel == "Prov"', True),
        ('titel == "Annat"', False),
        ("ersättning.modell == ersättning.modell", False),
        ('titel != "Prov"', False),
        ('titel != "Annat"', True),
        ('ersättning.modell != "fast"', True),
        ('"brev" in kanaler', True),
        ('"fax" in kanaler', False),
        ('"fax" not in kanaler', True),
        ('"brev" not in kanaler', False),
        ("ersättning.modell in kanaler", False),
        ("ersättning.modell not in kanaler", True),
        ("ersättning.belopp == 605", True),
        ("ersättning.belopp == 606", False),
    ],
)
def test_a_condition_holds_as_it_reads(condition: str, holds: bool) -> None:
    body = f"{{% if {condition} %}}\nJa.\n{{% else %}}\nNej.\n{{% endif %}}"
    assert printed(body) == ("Ja." if holds else "Nej.")


@pytest.mark.parametrize(
    "facts", ["", "kanaler: []", "kanaler: {okänt: ej bestämt}", "kanaler:"], ids=repr
)
def test_a_fact_that_is_missing_unknown_or_empty_does_not_hold(facts: str) -> None:
    assert printed("{% if kanaler %}\nJa.\n{% else %}\nNej.\n{% endif %}", facts) == "Nej."


def test_nothing_to_pay_does_not_hold() -> None:
    body = "{% if ersättning.belopp %}\nJa.\n{% else %}\nNej.\n{% endif %}"
    free = uppdrag().replace("belopp: 605", "belopp: 0")
    document, _ = built({CLAUSE: clause(body), UPPDRAG: free})
    assert "Nej." in list(plain.lines(document))


@pytest.mark.parametrize(
    ("title", "said"), [("Ett", "A"), ("Två", "B"), ("Tre", "C"), ("Fyra", "")]
)
def test_the_first_branch_that_holds_is_printed_and_no_other(title: str, said: str) -> None:
    body = """\
{% if titel == "Ett" %}
A
{% elif titel == "Två" %}
B
{% elif titel == "Tre" or titel == "Två" %}
C
{% endif %}"""
    document, _ = built({CLAUSE: clause(body), UPPDRAG: uppdrag(titel=title)})
    section = next(each for each in document.sections if each.anchor == "tvist")
    assert [plain.text(run) for block in section.blocks for run in runs(block)] == [said][
        : bool(said)
    ]


@pytest.mark.parametrize(
    ("hole", "text"),
    [
        ("ersättning.belopp", "605\N{NO-BREAK SPACE}kronor"),
        ("ersättning.belopp | belopp", "605"),
        ("datum | iso", "2026-03-01"),
        ("datum | årtal", "2026"),
        ("titel | gemen | genitiv", "provs"),
        ("titel | genitiv | versal", "Provs"),
        ("kanaler | uppräkning | versal", "Brev och telefon"),
        ("tid.uppsägning", "tolv månader"),
        ("tid.uppsägning | siffror", "12\N{NO-BREAK SPACE}månader"),
        ("datum | årtal | genitiv", "2026:s"),
    ],
)
def test_a_fact_is_printed_in_the_forms_asked_for_from_left_to_right(hole: str, text: str) -> None:
    assert printed(f"{{{{ {hole} }}}}") == text


def test_an_amount_with_ore_has_two_decimals() -> None:
    paid = uppdrag().replace("belopp: 605", 'belopp: "605,50"')
    body = "{{ ersättning.belopp | belopp }} och {{ ersättning.belopp }}"
    document, _ = built({CLAUSE: clause(body), UPPDRAG: paid})
    assert "605,50 och 605,50\N{NO-BREAK SPACE}kronor" in list(plain.lines(document))


def test_loops_see_the_loops_around_them() -> None:
    body = """\
{% for a in kanaler %}
{% for b in resultat %}
- {{ a }}: {{ b.text }}
{% endfor %}
{% endfor %}"""
    assert printed(body).split("\n") == [
        *("brev: Trygghet", "brev: Vila", "brev: Mat"),
        *("telefon: Trygghet", "telefon: Vila", "telefon: Mat"),
    ]


def test_a_value_in_a_loop_names_its_own_place_in_the_list() -> None:
    document, _ = built(
        {
            CLAUSE: clause("{% for r in resultat %}\n- {{ r.text }}\n{% endfor %}"),
            UPPDRAG: uppdrag(),
        }
    )
    (block,) = document.sections[1].blocks
    assert isinstance(block, List)
    values = [leaf for run in runs(block) for leaf in run]
    assert [value.path for value in values] == [f"resultat.{n}.text" for n in (1, 2, 3)]


def test_lists_of_one_kind_that_a_statement_parts_are_one_list() -> None:
    body = "- a\n{% if titel %}\n- b\n{% endif %}\n{% if titel %}\n1. c\n{% endif %}"
    document, _ = built({CLAUSE: clause(body)})
    kinds = [(b.ordered, len(b.items)) for b in document.sections[1].blocks if isinstance(b, List)]
    assert kinds == [(False, 2), (True, 1)]


ROW = "| {{ r.text }} | {{ r.mål }} |"
TABLE = f"| Vad | Mål |\n|---|---|\n{{% for r in resultat %}}\n{ROW}\n{{% endfor %}}"
ITEMS = "{% for r in resultat %}\n- {{ r.text }}: {{ r.mål }}\n{% endfor %}"
LEAVES_OUT = WHOLE[TYPE] + "okänt: utelämna\n"


@pytest.mark.parametrize("body", [TABLE, ITEMS])
def test_a_row_or_item_with_something_unknown_is_left_out_where_the_type_says_so(body: str) -> None:
    assert "Vila" not in printed(body, type_=LEAVES_OUT)
    assert "Mat" in printed(body, type_=LEAVES_OUT)
    assert "Vila" in printed(body, type_=LEAVES_OUT, draft=True)
    assert "Vila" in printed(body)


def test_rows_of_another_width_do_not_join_a_table() -> None:
    body = "| A | B |\n|---|---|\n{% for k in kanaler %}\n| {{ k }} |\n{% endfor %}"
    assert "MA06" in problem_codes({CLAUSE: clause(body), UPPDRAG: uppdrag()})


@pytest.mark.parametrize(("draft", "gap"), [(True, "[okänt: resultat]"), (False, "." * 24)])
def test_a_list_that_is_unknown_is_a_gap_and_not_silence(draft: bool, gap: str) -> None:
    unknown = "resultat: {okänt: ej bestämt}"
    assert printed(ITEMS, unknown, draft=draft) == f"{gap}: {gap}"
    assert printed(ITEMS, unknown, LEAVES_OUT) == ""


def test_a_row_of_the_cover_with_something_unknown_is_left_out_where_the_type_says_so() -> None:
    unknown = uppdrag(dnr="{okänt: tappat}")
    assert len(built({UPPDRAG: unknown})[0].cover.rows) == 1
    assert built({UPPDRAG: unknown, TYPE: LEAVES_OUT})[0].cover.rows == ()


def test_a_running_head_with_something_unknown_is_empty() -> None:
    running = built({UPPDRAG: uppdrag(dnr="{okänt: tappat}")})[0].running
    assert (running.right, running.foot) == ("", "Prov")


def test_a_fact_that_many_clauses_lack_is_told_of_once() -> None:
    twice = clause("{{ ersättning.modell }} och {{ ersättning.modell }}")
    again = twice.replace("Tvist", "Mer")
    changed = {CLAUSE: twice, "clauses/mer/1.md": again}
    outline = uppdrag(disposition="[ersattning@1, tvist@1, mer@1]")
    assert errors({**changed, UPPDRAG: outline}) == ["FA04"]


def test_a_source_of_law_has_its_number_the_first_time_and_its_section_on_one_line() -> None:
    body = 'Enligt {{ rätt("sol", "14 kap. 3 §") }} och {{ rätt("sol") }}.'
    assert printed(body) == (
        "Enligt 14\N{NO-BREAK SPACE}kap.\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}§ "
        "socialtjänstlagen (2025:400) och socialtjänstlagen."
    )


def test_a_source_of_law_takes_the_forms_of_text() -> None:
    assert printed('{{ rätt("sol") | versal }} gäller.').startswith("Socialtjänstlagen (")


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
    assert errors(changed) == []
    document, _ = built(changed)
    assert f"Se {shown}." in list(plain.lines(document))


def test_a_section_without_heading_cannot_be_referred_to() -> None:
    outline = "\n  - {klausul: ersattning@1, rubrik: ''}\n  - tvist@1"
    assert problem_codes({UPPDRAG: uppdrag(disposition=outline)}) == ["DI04"]


def test_a_heading_of_its_own_named_bilagor_is_an_anchor_like_others() -> None:
    outline = "[ersattning@1, tvist@1, {rubrik: Bilagor, under: [{rubrik: Karta}]}]"
    document, problems = built({UPPDRAG: uppdrag(disposition=outline)})
    assert (numbers(document), problems) == (["1", "2", "3", "3.1"], ())
    with_list = uppdrag("bilagor: [{titel: Karta}]\n", disposition=outline)
    assert problem_codes({UPPDRAG: with_list}) == ["DI03"]


def test_the_list_of_appendices_comes_last_without_number() -> None:
    document, problems = built({UPPDRAG: uppdrag("bilagor: [{titel: Karta}]\n")})
    assert (numbers(document), problems) == (["1", "2", ""], ())


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


def test_nobody_signs_where_the_form_is_unknown() -> None:
    assert built({UPPDRAG: uppdrag("underskrift: {form: {okänt: borta}}\n")})[0].signatures is None


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
