"""A finished memo has no note to its writer, and does not deny what its table shows."""

from collections.abc import Mapping

import pytest
from tests.assemble import letters
from tests.assemble.letters import LETTERS, MEMO, NEW, TYPE, swapped
from tests.documents.test_mandatory_clauses import problems, written
from tests.workspace import WHOLE, document_of, project

from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.register.word_files import opened

TEXT = "uppdrag/prov/bedomning.md"
RULES = 8


def _clauses(days: int) -> dict[str, str]:
    return {
        f"clauses/regel{n}/{days}.md": f"---\nrubrik: Regel {n}\nanvänder: []\n---\n"
        f"Utföraren ska svara inom {days + n} dagar.\n"
        for n in range(RULES)
    }


def _pins(days: int) -> str:
    return ", ".join(f"regel{n}@{days}" for n in range(RULES))


ROWS = "ändringstabell: [{vad: A, i_dag: B., förslag: C., varför: D.}]"


def _codes(sentence: str, *, many: bool = True, draft: bool = False, rows: str = ROWS) -> list[str]:
    outline = "[{klausul: forslag@1, innehåll: ändringar}, {rubrik: Bedömning, text: bedomning.md}]"
    files: Mapping[str, str] = {
        **LETTERS,
        **swapped(TYPE, "disposition: [forslag@1]", f"disposition: {outline}"),
        MEMO: f"{LETTERS[MEMO]}{rows}\n",
        TEXT: f"{sentence}\n",
    }
    if many:
        files = {
            **files,
            **_clauses(5),
            **_clauses(30),
            letters.OLD: WHOLE[letters.OLD].replace("tvist@1]", f"tvist@1, {_pins(5)}]"),
            NEW: LETTERS[NEW].replace("tvist@1]", f"tvist@1, {_pins(30)}]"),
        }
    _, problems = document_of(project(files), "prov", "2-skrivelse", draft=draft)
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "sentence",
    [
        "Innehållet i stödet ändras inte.",
        "Förvaltningen bedömer att innehållet i stödet inte ändras.",
        "Målgruppen och insatserna är i huvudsak desamma.",
        "Villkoren är oförändrade.",
        "Verksamheten fortsätter som förut.",
        "Förslaget innebär inga ändringar av uppdraget.",
        "Uppdragets omfattning är i allt väsentligt oförändrad.",
        "Förslaget innebär inga sakliga förändringar jämfört med i dag.",
        "Innehållet motsvarar det som gäller nu.",
        "Stödet ges på samma sätt som hittills.",
    ],
)
def test_that_nothing_changes_is_told_beside_many_changes(sentence: str) -> None:
    assert _codes(sentence) == ["TS05"]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Ersättningen är oförändrad.", ["TS05"]),
        ("Ersättningen är i stort sett densamma som i dag.", ["TS05"]),
        ("Ersättningen är oförändrad i fast pris.", []),
        ("Ersättningen är skälig.", []),
        ("Uppsägningstiden är oförändrad.", []),
        ("Förslaget innebär inga ändringar av ersättningen.", ["TS05"]),
        ("Utföraren får samma ersättning som i dag.", ["TS05"]),
        ("Utföraren får oförändrad ersättning.", ["TS05"]),
        ("I fråga om ersättningen är det inga förändringar.", ["TS05"]),
        ("Ersättningen, som betalas varje månad, är densamma.", ["TS05"]),
        ("Ersättningen höjs, men uppsägningstiden är oförändrad.", []),
        ("Ersättningen betalas samma dag varje månad.", []),
        ("Samma regler gäller för ersättningen.", []),
    ],
)
def test_that_one_thing_stays_is_told_beside_the_row_where_it_changes(
    sentence: str, codes: list[str]
) -> None:
    assert _codes(sentence, many=False) == codes


def test_a_row_that_somebody_wrote_is_beside_it_too() -> None:
    assert _codes("Förslaget innebär inga ändringar av ansvaret för bilar.", many=False) == []
    rows = "ändringstabell: [{vad: Ansvar för bilar, i_dag: B., förslag: C., varför: D.}]"
    told = _codes("Förslaget innebär inga ändringar av ansvaret för bilar.", many=False, rows=rows)
    assert told == ["TS05"]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Kostnaden är 700 kronor.", []),
        ("I dag är kostnaden 605 kronor.", []),
        ("Kostnaden är 770 kronor.", ["TS06"]),
        ("Ersättningen, 7 000 kronor per år, finansieras inom nämnden.", ["TS06"]),
        ("Kostnaden är 0,7 tkr.", []),
        ("Kostnaden är 0,8 tkr.", ["TS06"]),
        ("Kostnaden ryms i nämndens budget, där 900 kronor är avsatta.", []),
        ("Kostnaden ryms i nämndens budget, där 500 kronor är avsatta.", ["TS06"]),
        ("Kostnaden betalas med 500 kronor ur budgeten och 200 kronor i statsbidrag.", []),
        ("Skador under 770 kronor anmäls inte.", []),
        ("Kostnaden räknas från 2027.", []),
    ],
)
def test_a_sum_said_of_the_cost_is_one_of_the_matter(sentence: str, codes: list[str]) -> None:
    assert _codes(sentence, many=False) == codes
    assert _codes(sentence, many=False, draft=True) == []


LISTS = opened(Workspace(starter_clauses().parent), "skrivelse", [])


STAYS = opened(Workspace(starter_clauses().parent), "skrivelse", []).below("oförändrat")
assert STAYS


@pytest.mark.parametrize("phrase", STAYS.texts("står_sig"))
def test_each_phrase_that_says_that_something_stays_is_told_beside_many_changes(
    phrase: str,
) -> None:
    assert _codes(f"Uppdraget {phrase.replace('…', 'i allt')}.") == ["TS05"]


@pytest.mark.parametrize("word", LISTS.texts("kostnad"))
def test_each_word_of_the_cost_makes_a_sum_one_of_the_matter(word: str) -> None:
    assert _codes(f"{word.capitalize()} 770 kronor.", many=False) == ["TS06"]


@pytest.mark.parametrize("word", LISTS.texts("budget"))
def test_each_word_of_a_budget_lets_a_sum_be_larger(word: str) -> None:
    assert _codes(f"Kostnaden: {word} 900 kronor.", many=False) == []


def test_beside_a_single_change_it_may_be_said() -> None:
    assert _codes("Innehållet i stödet ändras inte.", many=False) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Målgruppen är densamma.",
        "Kravet på försäkring ändras.",
        "Nämnden ska inte ändra sitt beslut.",
        "Innan nämnden beslutar ska förvaltningen förhandla.",
        "Det finns mycket att göra.",
        "Att kontrollera beloppet är beställarens uppgift.",
        "Utföraren ska\n\n- kontrollera behörigheter\n- komplettera journalen.",
        "Uppdraget behöver kompletteras med stöd till barn.",
    ],
)
def test_what_says_something_else_is_let_be(sentence: str) -> None:
    assert _codes(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Hur det prövades ska förvaltningen beskriva här innan nämnden beslutar.",
        "Konsekvenserna ska senare beskrivas här.",
        "Text saknas.",
        "Kolla upp beloppet med ekonomen.",
        "Beloppet fylls i senare.",
        "Kontakta NN vid frågor.",
        "Stäm av med ekonomen före utskick.",
        "Obs! Beloppet gäller 2027.",
        "Här behöver vi komplettera med siffror.",
    ],
)
def test_a_note_to_the_writer_is_told_in_what_is_finished(sentence: str) -> None:
    assert _codes(sentence) == ["TS04"]
    assert _codes(sentence, draft=True) == []


@pytest.mark.parametrize(
    ("said", "instead", "whose"),
    [
        ("förslag: 4 561 220 kronor", "förslag: 4 093 284 kronor", "i förslaget; uppdraget"),
        ("i_dag: 4 093 284 kronor", "i_dag: 3 093 284 kronor", "i dagens uppdrag; dagens uppdrag"),
        ("i_dag: 4 093 284 kronor", "i_dag: 4 561 220 kronor", ""),  # with its index
        ("förslag: 4 561 220 kronor", "förslag: 4 561 220 kronor, eller 4,56 mnkr", ""),
        ("vad: Ersättning", "vad: Annat", ""),
    ],
)
def test_a_row_of_the_table_has_the_sums_of_the_side_that_it_is_about(
    said: str, instead: str, whose: str
) -> None:
    name = "vald-i-nara-relation", "2026-tjansteskrivelse"
    text = written(*name)
    assert said in text
    told = [p for p in problems(*name, text.replace(said, instead, 1)) if p.code == "TS06"]
    assert [whose in each.message for each in told] == [True] * bool(whose)
