"""What a clause and its facts become in print."""

import pytest
from tests.assemble.small import (
    ALL,
    CLAUSE,
    LEAVES_OUT,
    PARAMETERS,
    TYPE,
    UPPDRAG,
    built,
    clause,
    errors,
    printed,
    problem_codes,
    uppdrag,
)
from tests.workspace import WHOLE, project

from avtalsgen.clauses.library import text_hash
from avtalsgen.model import plain
from avtalsgen.model.nodes import List, Value
from avtalsgen.model.walk import runs
from avtalsgen.problems import AvtalsgenError
from avtalsgen.source import Origin


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


@pytest.mark.parametrize("facts", ["", "kanaler: []", "kanaler:"], ids=repr)
def test_a_fact_that_is_missing_or_empty_does_not_hold(facts: str) -> None:
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


def test_a_yes_is_no_number() -> None:
    parameters = WHOLE[PARAMETERS].replace("alias:", "  svar: {typ: ja_nej}\nalias:")
    changed = {PARAMETERS: parameters, UPPDRAG: uppdrag() + "svar: ja\n"}
    asked = clause("{{ svar }}").replace("[titel", "[svar, titel")
    assert "MA05" not in errors({**changed, CLAUSE: asked})
    assert "MA05" in errors({**changed, CLAUSE: asked.replace("svar }}", "svar | siffror }}")})


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
    values = [leaf for run in runs(block) for leaf in run if isinstance(leaf, Value)]
    assert [value.path for value in values] == [f"resultat.{n}.text" for n in (1, 2, 3)]


def test_lists_of_one_kind_that_a_statement_parts_are_one_list() -> None:
    body = "- a\n{% if titel %}\n- b\n{% endif %}\n{% if titel %}\n1. c\n{% endif %}"
    document, _ = built({CLAUSE: clause(body)})
    kinds = [(b.ordered, len(b.items)) for b in document.sections[1].blocks if isinstance(b, List)]
    assert kinds == [(False, 2), (True, 1)]


ROW = "| {{ r.text }} | {{ r.mål }} |"
TABLE = f"| Vad | Mål |\n|---|---|\n{{% for r in resultat %}}\n{ROW}\n{{% endfor %}}"
ITEMS = "{% for r in resultat %}\n- {{ r.text }}: {{ r.mål }}\n{% endfor %}"


@pytest.mark.parametrize("body", [TABLE, ITEMS])
def test_a_row_or_item_with_something_unknown_is_left_out_where_the_type_says_so(body: str) -> None:
    assert "Vila" not in printed(body, type_=LEAVES_OUT)
    assert "Mat" in printed(body, type_=LEAVES_OUT)
    assert "Vila" in printed(body, type_=LEAVES_OUT, draft=True)
    assert "Vila" in printed(body)


def test_rows_of_another_width_do_not_join_a_table() -> None:
    body = "| A | B |\n|---|---|\n{% for k in kanaler %}\n| {{ k }} |\n{% endfor %}"
    assert "MA06" in problem_codes({CLAUSE: clause(body), UPPDRAG: uppdrag()})


@pytest.mark.parametrize(
    ("body", "lines"), [("| a |", [5]), ("| a |\n\nb", [5, 7]), ("| a |\n\n\n- b", [5, 8])]
)
def test_rows_without_a_table_are_told_of_where_they_stand(body: str, lines: list[int]) -> None:
    told = [
        problem.origin.line if problem.origin else 0
        for problem in built({CLAUSE: clause(body)})[1]
        if problem.code == "MA06"
    ]
    assert told == lines


@pytest.mark.parametrize(("draft", "gap"), [(True, "[okänt: resultat]"), (False, "." * 24)])
def test_a_list_that_is_unknown_is_a_gap_and_not_silence(draft: bool, gap: str) -> None:
    unknown = "resultat: {okänt: ej bestämt}"
    assert printed(ITEMS, unknown, draft=draft) == f"{gap}: {gap}"
    assert printed(ITEMS, unknown, LEAVES_OUT) == ""


@pytest.mark.parametrize(("draft", "gap"), [(True, "[okänt: dnr]"), (False, "§\u00a0" + "." * 24)])
def test_a_parameter_says_what_stands_before_a_gap(draft: bool, gap: str) -> None:
    parameters = WHOLE[PARAMETERS].replace("exempel: SON 2026-1}", "lucka: §}")
    unknown = uppdrag(dnr="{okänt: ej bestämt}")
    changed = {PARAMETERS: parameters, CLAUSE: clause("{{ dnr }}"), UPPDRAG: unknown}
    document, _ = built(changed, draft=draft)
    assert gap in plain.lines(document)


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


def test_a_list_whose_every_item_is_left_out_is_left_out() -> None:
    body = "- {{ titel }}\n- {{ dnr }}\n"
    changed = {CLAUSE: clause(body), TYPE: LEAVES_OUT}
    document, _ = built({**changed, UPPDRAG: uppdrag(dnr="{okänt: borta}")})
    (block,) = document.sections[1].blocks
    assert isinstance(block, List)
    assert [plain.text(run) for run in runs(block)] == ["Prov"]
    assert len(block.items) == 1


def test_a_body_that_nobody_names_is_asked_for_and_not_its_name() -> None:
    asked = clause("{{ parter.beställare.organ.namn }}").replace(
        ALL, "parter.beställare.organ.namn"
    )
    empty = WHOLE[UPPDRAG].replace("{organ: namnden}", "{organ: }")
    _, problems = built({CLAUSE: asked, UPPDRAG: empty})
    assert ["parter.beställare.organ saknas" in each.message for each in problems] == [True]


def test_an_alias_reaches_what_lies_below_the_fact_that_it_is_short_for() -> None:
    parameters = WHOLE[PARAMETERS] + "  beställaren: parter.beställare.organ\n"
    asked = clause("{{ beställaren.namn | versal }}").replace(ALL, "beställaren.namn")
    document, problems = built({PARAMETERS: parameters, CLAUSE: asked})
    assert problems == ()
    assert "Socialnämnden" in list(plain.lines(document))


def test_what_an_editor_does_to_line_ends_does_not_change_what_a_clause_is() -> None:
    assert text_hash("Tvist", "Ett  \n\nTvå\n\n") == text_hash("Tvist", "Ett\n\nTvå")
    assert text_hash("Tvist", "Ra\u030ad") == text_hash("Tvist", "Råd")
    assert text_hash("Tvist", "Ett") != text_hash("Tvist", "Två")
    assert text_hash("Tvist", "Ett") != text_hash("Tvister", "Ett")


@pytest.mark.parametrize(
    "body",
    [
        '{{ titel | versal("x") }}',
        "{%- if titel %}\nJa.\n{% endif %}",
        "{{- titel }}",
    ],
)
def test_what_looks_like_the_language_and_is_not_is_refused(body: str) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        project({CLAUSE: clause(body)}).library.edition("tvist", "1", Origin(UPPDRAG, 1))
    assert {problem.code for problem in caught.value.problems} == {"MA03"}


NUMBER = "{% if ersättning.belopp %}\nDet kostar.\n{% else %}\nDet kostar inget.\n{% endif %}"
CHOSEN = "{% if ersättning.modell %}\nDet är valt.\n{% else %}\nInget är valt.\n{% endif %}"
LATER = "{% if dnr == 'A' %}\nNej.\n{% elif ersättning.belopp %}\nDet kostar.\n{% endif %}"
UNLESS = "{% if not ersättning.belopp %}\nDet kostar inget.\n{% endif %}"
INLINE = "Det {% if ersättning.belopp %}kostar{% else %}är gratis{% endif %}."


@pytest.mark.parametrize("body", [NUMBER, CHOSEN, LATER, UNLESS, INLINE])
def test_a_text_that_stands_for_a_number_that_is_okant_is_not_printed(body: str) -> None:
    facts = "ersättning: {belopp: {okänt: a}, modell: {okänt: a}}"
    said = uppdrag("").replace("ersättning: {belopp: 605}", facts)
    files = {CLAUSE: clause(body), UPPDRAG: said}
    document, _ = built(files)
    section = next(each for each in document.sections if each.anchor == "tvist")
    text = plain.text([run for block in section.blocks for each in runs(block) for run in each])
    assert "." * 24 in text
    assert not any(words in text for words in ("kostar", "gratis", "valt"))


@pytest.mark.parametrize(
    ("facts", "said"), [("ersättning: {belopp: 605}", "Det kostar."), ("", "Det kostar inget.")]
)
def test_a_number_that_is_there_or_not_chooses_between_texts(facts: str, said: str) -> None:
    files = {
        CLAUSE: clause(NUMBER),
        UPPDRAG: uppdrag("").replace("ersättning: {belopp: 605}", facts),
    }
    section = next(each for each in built(files)[0].sections if each.anchor == "tvist")
    assert [plain.text(run) for block in section.blocks for run in runs(block)] == [said]


@pytest.mark.parametrize("fact", ["dnr", "datum", "kanaler", "tid.uppsägning"])
@pytest.mark.parametrize("absent", [False, True])
def test_what_is_okant_is_neither_there_nor_not_unless_the_edition_says_so(
    fact: str, absent: bool
) -> None:
    facts = "tid: {uppsägning: {okänt: a}}\nkanaler: {okänt: a}\n"
    body = f"{{% if {fact} %}}\nDen finns.\n{{% else %}}\nDen finns inte.\n{{% endif %}}"
    head = "\nokänt_i_villkor: saknas\nanvänder:" if absent else "\nanvänder:"
    said = uppdrag(facts, dnr="{okänt: a}", datum="{okänt: a}")
    files = {CLAUSE: clause(body).replace("\nanvänder:", head), UPPDRAG: said}
    section = next(each for each in built(files)[0].sections if each.anchor == "tvist")
    (line,) = (plain.text(run) for block in section.blocks for run in runs(block))
    assert line == "Den finns inte." if absent else line.endswith(" " + "." * 24)


@pytest.mark.parametrize("fact", ["dnr", "datum", "kanaler", "tid.uppsägning"])
@pytest.mark.parametrize(("asks", "lines"), [("frågas", 1), ("frågas_alltid", 2)])
def test_a_rule_that_hangs_on_what_is_okant_is_asked_for_where_the_edition_says_so(
    fact: str, asks: str, lines: int
) -> None:
    facts = "tid: {uppsägning: {okänt: a}}\nkanaler: {okänt: a}\n"
    body = f"Det gäller.\n\n{{% if {fact} %}}\nDen finns, till {{{{ titel }}}}.\n{{% endif %}}"
    head = f"\nokänt_i_villkor: {asks}\nanvänder:"
    said = uppdrag(facts, dnr="{okänt: a}", datum="{okänt: a}")
    files = {CLAUSE: clause(body).replace("\nanvänder:", head), UPPDRAG: said}
    section = next(each for each in built(files)[0].sections if each.anchor == "tvist")
    told = [plain.text(run) for block in section.blocks for run in runs(block)]
    assert len(told) == lines
    assert all(line.endswith(" " + "." * 24) for line in told[1:])


def test_a_sentence_with_a_gap_is_followed_by_where_the_question_stands() -> None:
    whole = "{% if kanaler %}\nJa.\n{% else %}\nNej.\n{% endif %}"
    gap = "Listan förs{% if kanaler %} och skickas{% else %} för hand{% endif %}. Den sparas."
    outline = "disposition:\n  - tvist@1\n  - {klausul: lista@1, rubrik: Lista}\n"
    said = uppdrag("").partition("disposition:")[0] + "kanaler: {okänt: a}\n" + outline
    begun = f"Listan förs {'.' * 24}. Den sparas."
    pointer = " Vad som gäller här beror på svaret i avsnitt\u00a01."
    for first, last in ((whole, begun + pointer), ("Ja.", begun)):
        files = {CLAUSE: clause(first), "clauses/lista/1.md": clause(gap), UPPDRAG: said}
        (block,) = built(files)[0].sections[1].blocks
        assert [plain.text(run) for run in runs(block)] == [last]


def test_a_heading_asks_nothing() -> None:
    files = {
        CLAUSE: clause("Ett.").replace("Tvist", '"{% if dnr %}A{% else %}B{% endif %}"'),
        UPPDRAG: uppdrag(dnr="{okänt: a}"),
    }
    section = next(each for each in built(files)[0].sections if each.anchor == "tvist")
    assert plain.text(section.heading) == "B"


def test_a_question_is_asked_in_one_section_and_the_others_refer_to_it() -> None:
    body = "{% if kanaler %}\nJa.\n{% else %}\nNej.\n{% endif %}"
    outline = """\
disposition:
  - tvist@1
  - {klausul: tvist@1, rubrik: Ett till, ankare: ett-till}
  - {klausul: tvist@1, rubrik: Utan nummer, ankare: utan, numrera: nej}
"""
    said = uppdrag("").partition("disposition:")[0] + "kanaler: {okänt: a}\n" + outline
    document, problems = built({CLAUSE: clause(body), UPPDRAG: said})
    assert not [each for each in problems if each.code == "DI04"]
    lines = [plain.text(run) for each in document.sections for b in each.blocks for run in runs(b)]
    there = "Vad som gäller här beror på svaret i avsnitt\u00a01."
    assert lines == ["Vilka kanaler? " + "." * 24, there, there]
