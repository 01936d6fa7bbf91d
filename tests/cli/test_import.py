"""Old documents are taken in by the command: facts, clauses, words; bad files stop no others."""

import io
import json
import zipfile
from pathlib import Path
from types import NoneType

import pytest
from tests.cli.terminal import Terminal
from tests.readers.docx.making import file, p, r

from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.jobs.import_many import import_many
from avtalsgen.pipeline.intake import counting, preparing
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Exit

ROOT = Path(__file__).parents[2]

OLD = """\
Verksamhetsuppdrag
Stöd till anhöriga
Diarienummer: SON 2018-112
Datum: 2018-03-05
Organisation: Social- och omsorgsförvaltningen

1 Parter
Social- och omsorgsnämnden i Linköpings kommun har överenskommit med Leanlink Råd och Stöd om
stöd till anhöriga.

2 Tid
Uppdraget gäller från och med den 1 april 2018 och tills vidare. Uppsägningstiden är sex månader.

3 Ersättning
Ersättningen är 640 000 kronor per år i 2018 års prisnivå och räknas upp med OPI.

4 Klammer
Skriv {{ namn }} i fältet, och [^1] eller ~~x~~ om det behövs. # är ett tecken.
"""
FACTS = {
    "dnr": "SON 2018-112",
    "datum": "2018-03-05",
    "parter.beställare.organ": "linkoping-son",
    "parter.beställare.förvaltning": "linkoping-sof",
    "parter.utförare.organ": "leanlink-ros",
    "tid.från": "2018-04-01",
    "tid.till": "tills vidare",
    "tid.uppsägning": "6 månader",
    "ersättning.belopp": 640000,
    "ersättning.prisnivå": 2018,
    "ersättning.index.serie": "OPI",
}


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """Return a folder that is not there yet."""
    return tmp_path / "ny"


def test_a_text_becomes_an_edition_with_its_facts_and_words(
    terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    (tmp_path / "gammal.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "gammal.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    said = terminal.run(
        f"avtalsgen import {tmp_path / 'gammal.doc'} {tmp_path / 'gammal.txt'} --into {into} --json"
    )
    answer = json.loads(said.out)
    assert said.code == Exit.DATA
    assert [problem["code"] for problem in answer["problems"]] == ["IM01"]
    (document,) = answer["documents"]
    told = {path: fact["value"] for path, fact in document["facts"].items()}
    assert FACTS.items() <= told.items()
    assert {section["became"] for section in document["sections"]} <= {"own", "deviation"}
    assert document["words"]["kept"] == document["words"]["source"]
    text = (into / document["uppdrag"]).read_text(encoding="utf-8")
    assert "status: utkast" in text
    assert "sha256:" in text
    slug, edition = document["uppdrag"].split("/")[1:]
    built, problems = document_of(open_project(into), slug, edition.removesuffix(".yaml"))
    assert [str(each) for each in problems if each.severity == "fel"] == []
    assert built.identity.status == "utkast"


def _open_document() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a/>")
    return made.getvalue()


def test_what_cannot_be_taken_in_is_refused_by_name(
    tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "tom.docx"
    empty.write_bytes(file(p("")))
    (nothing,) = import_many([empty], into, Crew(jobs=1))
    assert [problem.code for problem in nothing.problems] == ["IM02"]
    programmed = tmp_path / "makron.docx"
    made = io.BytesIO(file(p("Ett avtal.")))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    programmed.write_bytes(made.getvalue())
    named = tmp_path / "makron.docm"
    named.write_bytes(programmed.read_bytes())
    controlled = tmp_path / "activex.docx"
    with_part = io.BytesIO(file(p("Ett avtal.")))
    with zipfile.ZipFile(with_part, "a") as archive:
        archive.writestr("word/activeX/activeX1.xml", b"<x/>")
    controlled.write_bytes(with_part.getvalue())
    for refused in import_many([programmed, named, controlled], into, Crew(jobs=1)):
        assert [problem.code for problem in refused.problems] == ["IM01"]
    parts = io.BytesIO()
    with zipfile.ZipFile(made) as archive, zipfile.ZipFile(parts, "w") as less:
        for name in archive.namelist():
            if name not in ("word/styles.xml", "word/vbaProject.bin"):
                less.writestr(name, archive.read(name))
    for name, data, code in (
        ("delar.docx", parts.getvalue(), "DX01"),
        ("pdf.docx", b"%PDF-1.7\n", "DX01"),
        ("odt.docx", _open_document(), "DX02"),
    ):
        (tmp_path / name).write_bytes(data)
        (refused,) = import_many([tmp_path / name], into, Crew(jobs=1))
        assert [problem.code for problem in refused.problems] == [code], name
    full = tmp_path / "full.docx"
    full.write_bytes(file(p("Ett avtal.")))
    monkeypatch.setattr(preparing, "_visible", lambda _: ["Ett", "annat", "avtal."])
    before = sorted(into.rglob("*"))
    (other,) = import_many([full], into, Crew(jobs=1))
    assert [problem.code for problem in other.problems] == ["IM03"]
    assert sorted(into.rglob("*")) == before


def test_nothing_is_made_of_a_new_folder_when_no_file_can_be_taken_in(
    terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    (tmp_path / "tom.docx").write_bytes(b"")
    said = terminal.run(f"avtalsgen import {tmp_path / 'tom.docx'} --into {into}")
    assert said.code == Exit.DATA
    assert f"{(tmp_path / 'tom.docx').as_posix()}:1:1: DX01" in said.err
    assert not into.exists()


def test_a_folder_among_the_files_does_not_stop_them(
    terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    (tmp_path / "mapp.docx").mkdir()
    (tmp_path / "gammal.txt").write_text(OLD, encoding="utf-8")
    names = f"{tmp_path / 'mapp.docx'} {tmp_path / 'gammal.txt'}"
    said = terminal.run(f"avtalsgen import {names} --into {into} --json")
    answer = json.loads(said.out)
    assert [problem["code"] for problem in answer["problems"]] == ["DO01"]
    assert len(answer["documents"]) == 1


MEMO = """\
Social- och omsorgsförvaltningen
Kim Alm
Robin Berg-Ek

2018-02-12

Dnr 2018-112

Social- och omsorgsnämnden

Stöd till anhöriga, godkännande av uppdrag

Förslag till beslut

1. Uppdraget godkänns.

Ärende

Förvaltningen föreslår ett uppdrag med start 2018-04-01.
Det gäller tills vidare och kostar 640 000 kronor.

Social- och omsorgsförvaltningen

Sam Cederholm

Beslutet skickas till:
Leanlink Råd och Stöd
"""


def test_a_letter_gives_its_own_facts_and_points_at_the_uppdrag_that_came_with_it(
    terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    (tmp_path / "a-skrivelse.txt").write_text(MEMO, encoding="utf-8")
    (tmp_path / "b-uppdrag.txt").write_text(OLD, encoding="utf-8")
    files = f"{tmp_path / 'a-skrivelse.txt'} {tmp_path / 'b-uppdrag.txt'}"
    said = terminal.run(f"avtalsgen import {files} --into {into} --json")
    letter, uppdrag = json.loads(said.out)["documents"]
    told = {path: fact["value"] for path, fact in letter["facts"].items()}
    assert told == {
        "titel": "Stöd till anhöriga, godkännande av uppdrag",
        "dnr": "2018-112",
        "datum": "2018-02-12",
        "handläggare": ["Kim Alm", "Robin Berg-Ek"],
        "avsändare": ["Sam Cederholm"],
        "beslut.start": "2018-04-01",
        "expediering": ["Leanlink Råd och Stöd"],
        "avser": "stod-till-anhoriga@2018",
    }
    assert uppdrag["uppdrag"] == "uppdrag/stod-till-anhoriga/2018.yaml"
    assert letter["questions"] == []
    slug, edition = letter["uppdrag"].split("/")[1:]
    _, problems = document_of(open_project(into), slug, edition.removesuffix(".yaml"))
    assert [str(each) for each in problems if each.severity == "fel"] == []


def test_words_that_have_not_come_along_are_told(
    terminal: Terminal, tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gammal.txt").write_text(OLD, encoding="utf-8")
    monkeypatch.setattr(counting, "_lines", lambda _: ["Ett stycke till.", *OLD.splitlines()])
    said = terminal.run(f"avtalsgen import {tmp_path / 'gammal.txt'} --into {into}")
    assert said.code == Exit.LOOK
    assert "IM04 varning: 3 ord i filen har inte följt med: ett stycke till" in said.err


def test_what_nobody_has_settled_is_asked_for_and_comments_are_told(
    terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    who = 'w:id="9" w:author="Kim Ek" w:date="2024-01-01T10:00:00Z"'
    text = "Avtalet gäller från den 1 mars 2027. Uppsägningstiden är {} månader."
    before, after = text.split("{}")
    three = f"<w:del {who}><w:r><w:delText>tre</w:delText></w:r></w:del>"
    four = f"<w:ins {who}>{r('fyra')}</w:ins>"
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    said = p(r(before) + three + four + r(after) + mark)
    comment = f'<w:comment w:id="0" w:author="Kim Ek">{p("Stämmer det här?")}</w:comment>'
    body = p("Avtal om stöd", style="Rubrik1") + p("Tid", style="Rubrik1") + said
    (tmp_path / "gammal.docx").write_bytes(file(body, {"comments": comment}))
    answer = terminal.run(f"avtalsgen import {tmp_path / 'gammal.docx'} --into {into} --json")
    result = json.loads(answer.out)
    facts = result["documents"][0]["facts"]
    assert (facts["tid.uppsägning"]["value"], facts["tid.uppsägning"]["sure"]) == (
        "4 månader",
        False,
    )
    assert facts["tid.från"]["sure"]
    told = [each for each in result["problems"] if each["code"] == "IM06"]
    assert ["Stämmer det här?" in each["message"] for each in told] == [True]


DOCUMENT = {
    "source": str,
    "uppdrag": str,
    "sections": list,
    "facts": dict,
    "questions": list,
    "words": dict,
}
SECTION: dict[str, tuple[type, ...]] = {
    "number": (str, NoneType),
    "heading": (str, NoneType),
    "became": (str,),
    "clause": (str, NoneType),
    "edition": (str, NoneType),
    "similarity": (float,),
    "values": (dict,),
    "like": (dict, NoneType),
}
"""The keys that others read, in their order."""


def _paragraphs(clause: str) -> str:
    """Return the words of a clause, each paragraph on a row."""
    words = (ROOT / f"clauses/{clause}/2026.md").read_text("utf-8").rpartition("---\n")[2]
    return "\n\n".join(" ".join(each.split()) for each in words.split("\n\n"))


def test_the_json_of_what_was_taken_in_has_the_keys_that_were_agreed(
    terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    clause, other = _paragraphs("befrielsegrunder"), _paragraphs("tolkning")
    hinder, closing = "5 Hinder utanför parternas kontroll", "6 Bilagor och tolkning"
    text = "\n\n".join((OLD, hinder, clause, closing, f"Först. {other}"))
    (tmp_path / "gammal.txt").write_text(text.replace("2018-03-05", "2026-03-05"), "utf-8")
    said = terminal.run(f"avtalsgen import {tmp_path / 'gammal.txt'} --into {into} --json")
    answer = json.loads(said.out)
    assert next(iter(answer)) == "schema"
    assert answer["schema"] == "avtalsgen.import/1"
    (document,) = answer["documents"]
    assert {key: type(value) for key, value in document.items()} == DOCUMENT
    assert list(document) == list(DOCUMENT)
    assert (into / document["uppdrag"]).is_file()
    assert all(isinstance(question, str) for question in document["questions"])
    for key in ("source", "kept", "furniture"):
        assert type(document["words"][key]) is int
    assert {section["became"] for section in document["sections"]} == {"own", "deviation", "clause"}
    for section in document["sections"]:
        assert list(section) == list(SECTION)
        assert {key for key, types in SECTION.items() if type(section[key]) not in types} == set()
        assert 0 <= section["similarity"] <= 1
        known = section["became"] != "own"
        assert (section["clause"] is not None, section["edition"] is not None) == (known, known)
    for fact in document["facts"].values():
        assert list(fact) == ["value", "place", "sure"]
        assert (type(fact["place"]), type(fact["sure"])) == (str, bool)


OWN = """\
2 Hönsgården
Var och en som bor på gården matar hönsen {often}, samlar ägg i korgen vid grinden och skriver i
boken hur många de blev. Den som reser bort säger till grannen, som då tar hand om hönsen och får
behålla äggen. Kycklingarna vaktas av alla barn på gården tillsammans.
"""


def _own(often: str, year: int) -> str:
    return f"Avtal om höns\nDatum: {year}-03-05\n\n1 Syfte\nMera ägg.\n\n{OWN.format(often=often)}"


@pytest.mark.parametrize(
    ("often", "told", "similarity"),
    [("varje dag", "", 1.0), ("två gånger", " (9", 0.9)],
    ids=["the same words", "almost the same"],
)
def test_an_own_text_says_which_text_of_the_workspace_it_is_like(
    often: str, told: str, similarity: float, terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    for name, text in {"ett": _own("varje dag", 2018), "två": _own(often, 2020)}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    first = terminal.run(f"avtalsgen import {tmp_path / 'ett.txt'} --into {into}")
    assert "som i" not in first.out
    shown = terminal.run(f"avtalsgen import {tmp_path / 'två.txt'} --into {into}").out
    place = "avtal-om-hons@2018: honsgarden"
    assert f"Hönsgården: egen text, som i {place}{told}" in shown
    answer = json.loads(
        terminal.run(f"avtalsgen import {tmp_path / 'två.txt'} --into {into} --json").out
    )
    likes = {each["heading"]: each["like"] for each in answer["documents"][0]["sections"]}
    assert likes["Syfte"] is None  # too few words to say something of its own
    assert likes["Hönsgården"]["similarity"] >= similarity


def test_a_text_with_other_words_is_like_none(
    terminal: Terminal, tmp_path: Path, into: Path
) -> None:
    other = "Var och en som bor på gården " + "släpper ut getterna, hämtar vatten och sopar. " * 3
    for name, text in {
        "ett": _own("varje dag", 2018),
        "två": f"Avtal\n\n1 Getter\n{other}",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        shown = terminal.run(f"avtalsgen import {tmp_path / f'{name}.txt'} --into {into}").out
    assert "egen text, som i" not in shown
