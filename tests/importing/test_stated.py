"""What a sentence of an old document states, in the words that people write it in."""

from pathlib import Path

import pytest
from tests.importing.test_old_documents import project

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.pipeline.intake.preparing import prepared
from avtalsgen.pipeline.workspace.document_argument import open_document
from avtalsgen.pipeline.workspace.knowledge import knowledge_of

HEAD = "Avtal om boendestöd\n\n1 Tid och uppsägning\n\n"


def facts(tmp_path: Path, text: str) -> dict[str, OldFact]:
    path = tmp_path / "gammalt.txt"
    path.write_text(text, encoding="utf-8")
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    return {fact.path: fact for fact in made.facts}


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("Avtalet ska sägas upp skriftligt en månad i förväg.", "1 månad"),
        ("Uppsägning ska ske minst sex (6) månader i förväg.", "6 månader"),
        ("Var och en får säga upp avtalet med tre månaders varsel.", "3 månader"),
        ("Uppsägning görs senast nio månader före avtalstidens slut.", "9 månader"),
        ("Uppsägningstiden är 12 månader.", "12 månader"),
        ("Avtalet gäller med två års ömsesidig uppsägning.", "2 år"),
    ],
)
def test_a_period_of_notice(said: str, length: str, tmp_path: Path) -> None:
    assert facts(tmp_path, HEAD + said)["tid.uppsägning"].value == length


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("Avtalet gäller från och med den 31 februari 2018.", "tid.från"),
        ("Ersättningen räknas upp med LKI.", "ersättning.index.serie"),
    ],
)
def test_what_is_no_such_value_is_asked_for(said: str, path: str, tmp_path: Path) -> None:
    assert not facts(tmp_path, HEAD + said)[path].sure


@pytest.mark.parametrize("line", ["Dnr SN 2018-17", "Diarienr: SN 2018-17", "dnr SN 2018-17"])
def test_a_number_is_no_title_with_or_without_a_colon(line: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om boendestöd\n{line}\n\n1 Tid\n\nAvtalet gäller.")
    assert told["dnr"].value == "SN 2018-17"
    assert told["titel"].value == "Avtal om boendestöd"


def test_a_line_at_the_head_of_one_page_and_the_foot_of_another_is_text(tmp_path: Path) -> None:
    head = "Stadsnämnden\nAvtal om boendestöd\n\n"
    middle = "\f1 Tid\n\nAvtalet gäller tills vidare.\n\n2 Plats\n\nStödet ges i hemmet.\n"
    path = tmp_path / "gammalt.txt"
    path.write_text(f"{head}{middle}\fFör nämnden\n\nStadsnämnden\n", encoding="utf-8")
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    assert made.printed.count("Stadsnämnden") == 2
