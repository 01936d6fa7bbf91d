"""A check in files: comments in Word, SARIF, a report; and what is let be or put right."""

import json
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal
from tests.read import read_docx, read_markdown_document
from tests.readers.docx.making import file, p, r

from avtalsgen.model import plain
from avtalsgen.model.profile import DEFAULT
from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.pipeline.check.views import VIEWS, CheckShown
from avtalsgen.problems import AvtalsgenError, Exit
from avtalsgen.writers.docx.commented import WordComment, with_comments
from avtalsgen.writers.pdf import write_pdf
from avtalsgen.writers.render import Render

TODAY = date(2026, 11, 29)
MISSING = "# Avtal\n\n## 1 A\n\nText.\n\n## 2 B\n\nText.\n\n## 3 C\n\nText.\n"
TEXT = "# Stöd\n\nUtföraren skall följa SOSFS 2006:5. Utföraren skall redovisa.\n"
SCHEMA = Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json"


def shown(folder: Path, name: str) -> CheckShown:
    outcome = check_documents(CheckOrder((name,), TODAY), folder)
    return CheckShown(outcome.remarks, outcome.files, TODAY.isoformat())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "avtal.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "avtal.docx").write_bytes(file(p("Utföraren skall följa SOSFS 2006:5.")))
    return tmp_path


def test_sarif_has_each_problem_at_its_place_and_the_page_of_its_rule(folder: Path) -> None:
    log = json.loads(VIEWS["sarif"].write(shown(folder, "avtal.md")).data)
    (run,) = log["runs"]
    result = next(r for r in run["results"] if r["ruleId"] == "SP01")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "SP01"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 11)
    assert len(result["relatedLocations"]) == 1


def test_sarif_is_what_its_standard_demands(folder: Path) -> None:
    """Held against the schema of OASIS itself, with lines and without, with words and without."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert schema["$schema"].endswith("draft-04/schema#")
    (folder / "på svenska.md").write_text(MISSING, encoding="utf-8")
    for name in ("avtal.md", "avtal.docx", "på svenska.md"):
        log = json.loads(VIEWS["sarif"].write(shown(folder, name)).data)
        assert log["runs"][0]["results"]
        assert log["$schema"] == schema["id"]
        jsonschema.Draft4Validator(schema).validate(log)
        for broken in ({**log, "version": "2.0.0"}, {**log, "runs": [{}]}, {**log, "fel": 1}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.Draft4Validator(schema).validate(broken)


def test_comments_are_pinned_to_the_words_and_the_text_is_as_it_was(folder: Path) -> None:
    data = VIEWS["docx"].write(shown(folder, "avtal.docx")).data
    before = read_docx((folder / "avtal.docx").read_bytes(), "a.docx").document
    after = read_docx(data, "a.docx").document
    assert list(plain.lines(after)) == list(plain.lines(before))
    comments = {aside.on for aside in after.asides if aside.part == "comment"}
    assert {"skall", "SOSFS 2006:5"} <= comments


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        '<w:hyperlink w:anchor="lag">{}</w:hyperlink>',
        '<w:fldSimple w:instr=" REF lag ">{}</w:fldSimple>',
        '<w:ins w:id="7" w:author="a">{}</w:ins>',
        '<w:sdt><w:sdtContent><w:hyperlink w:anchor="lag">{}</w:hyperlink></w:sdtContent></w:sdt>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF lag </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
@pytest.mark.parametrize("words", ["SOSFS 2006:5", "följa SOSFS", "2006:5 noga"])
def test_words_of_a_link_or_a_field_have_their_comment(around: str, words: str) -> None:
    body = r("Utföraren ska följa ") + around.format(r("SOSFS 2006:5")) + r(" noga.")
    data = file(p("Inledning.") + f"<w:p>{body}</w:p>")
    sentence = "Utföraren ska följa SOSFS 2006:5 noga."
    said = with_comments(data, [WordComment(words, sentence, "upphävd")])
    after = read_docx(said, "a.docx").document
    assert [aside.on for aside in after.asides if aside.part == "comment"] == [words]
    assert list(plain.lines(after)) == list(plain.lines(read_docx(data, "a.docx").document))


def test_words_taken_away_have_no_comment() -> None:
    moved = f'<w:moveFrom w:id="7" w:author="a">{r("SOSFS 2006:5")}</w:moveFrom>'
    data = file(p("Inledning.") + f"<w:p>{r('Lag: ')}{moved}{r('SOSFS 2006:5')}</w:p>")
    said = with_comments(data, [WordComment("SOSFS 2006:5", "Lag: SOSFS 2006:5", "upphävd")])
    body = zipfile.ZipFile(BytesIO(said)).read("word/document.xml").decode()
    assert body.index("</w:moveFrom>") < body.index("commentRangeStart")


def test_a_text_becomes_a_word_file_with_comments(folder: Path) -> None:
    data = VIEWS["docx"].write(shown(folder, "avtal.md")).data
    comments = {a.on for a in read_docx(data, "a.docx").document.asides if a.part == "comment"}
    assert "skall" in comments


def test_equal_input_gives_equal_comments(folder: Path) -> None:
    data = (folder / "avtal.docx").read_bytes()
    comment = WordComment("skall", "Utföraren skall följa SOSFS 2006:5.", "ordet är gammalt")
    assert with_comments(data, [comment]) == with_comments(data, [comment])


def test_a_report_shows_each_grade(folder: Path) -> None:
    page = VIEWS["html"].write(shown(folder, "avtal.md")).data.decode()
    assert "Varningar" in page
    assert "SOSFS 2006:5" in page


def test_comments_of_several_documents_are_refused(folder: Path) -> None:
    both = check_documents(CheckOrder(("avtal.md", "avtal.docx"), TODAY), folder)
    with pytest.raises(AvtalsgenError, match="KX02"):
        VIEWS["docx"].write(CheckShown(both.remarks, both.files, "2026-11-29"))


def test_somebody_elses_file_is_not_written_over(terminal: Terminal) -> None:
    (terminal.root / "avtal.md").write_text(TEXT, encoding="utf-8")
    mine = terminal.root / "ut.html"
    mine.write_text("min egen", encoding="utf-8")
    said = terminal.run("avtalsgen check avtal.md --out ut.html")
    assert (said.code, "KX01" in said.err, mine.read_text("utf-8")) == (
        Exit.CONFLICT,
        True,
        "min egen",
    )


def test_what_is_safe_is_put_right_and_shown(terminal: Terminal) -> None:
    path = terminal.root / "avtal.md"
    path.write_text(TEXT, encoding="utf-8")
    said = terminal.run("avtalsgen check avtal.md --fix --fail-on aldrig")
    assert path.read_text("utf-8") == TEXT.replace("skall", "ska")
    assert "-Utföraren skall" in said.out
    assert "+Utföraren ska följa" in said.out
    assert "SP01" not in said.out  # only what is left is told


def test_a_clause_is_left_to_people(terminal: Terminal) -> None:
    clause = next(terminal.root.glob("clauses/*/1.md"))
    text = f"{clause.read_text('utf-8')}\nParterna skall mötas.\n"
    clause.write_text(text, encoding="utf-8")
    terminal.run("avtalsgen check prov@1 --fix")
    assert clause.read_text("utf-8") == text


HOUSE = """regler:
  SP01: fel
undantag:
  - {kod: RK02, fil: avtal.md, ord: SOSFS 2006:5, skäl: ett citat}
  - {kod: OG01, fil: avtal.md, skäl: förut}
"""


def test_a_house_decides_grades_and_says_why_something_is_let_be(terminal: Terminal) -> None:
    (terminal.root / "avtal.md").write_text(TEXT, encoding="utf-8")
    (terminal.root / "clauses/register/kontroll.yaml").write_text(HOUSE, encoding="utf-8")
    answer = json.loads(terminal.run("avtalsgen check avtal.md --json").out)
    told = {problem["code"]: problem for problem in answer["problems"]}
    assert told["SP01"]["severity"] == "fel"
    assert "RK02" not in told
    assert told["KX04"]["message"] == "OG01: undantaget behövs inte"
    assert told["KX04"]["file"] == "clauses/register/kontroll.yaml"


def test_a_line_is_let_be_by_a_comment_with_a_reason(terminal: Terminal) -> None:
    text = TEXT.replace("redovisa.\n", "redovisa. <!-- kontroll: SP01 lagens ord -->\n")
    (terminal.root / "avtal.md").write_text(text, encoding="utf-8")
    assert " SP01 " not in terminal.run("avtalsgen check avtal.md").out
    (terminal.root / "avtal.md").write_text(text.replace(" lagens ord", ""), encoding="utf-8")
    said = terminal.run("avtalsgen check avtal.md").out
    assert " SP01 " in said
    assert "undantaget saknar skäl" in said


def with_an_old_word(root: Path) -> None:
    """Make a clause say `skall`."""
    clause = next(root.glob("clauses/ersattning/*.md"))
    clause.write_text(f"{clause.read_text('utf-8')}\nUtföraren skall redovisa.\n", encoding="utf-8")


def test_an_uppdrag_is_let_be_with_what_its_clauses_say(terminal: Terminal) -> None:
    with_an_old_word(terminal.root)
    assert " SP01 " in terminal.run("avtalsgen check prov@1").out
    for name in ("prov@1", "prov", "uppdrag/prov/1.yaml"):
        let_be = f"undantag: [{{kod: SP01, fil: {name}, skäl: ett prov}}]\n"
        (terminal.root / "clauses/register/kontroll.yaml").write_text(let_be, encoding="utf-8")
        said = terminal.run("avtalsgen check prov@1").out
        assert not any(code in said for code in (" SP01 ", " KX04 "))


NEEDLESS = """undantag:
  - {kod: SP01, fil: prov@1, skäl: behövs}
  - {kod: HE01, fil: prov@1, skäl: behövs inte}
  - {kod: HE01, fil: uppdrag/borta/1.yaml, skäl: borta}
  - {kod: HE01, skäl: ingenstans}
  - {kod: HE01, fil: avtal.md, skäl: någon annans}
"""


def test_what_nothing_in_the_workspace_needs_is_told_once(terminal: Terminal) -> None:
    with_an_old_word(terminal.root)
    house = terminal.root / "clauses/register/kontroll.yaml"
    house.write_text(NEEDLESS, encoding="utf-8")
    other = terminal.root / "uppdrag/annan/1.yaml"
    other.parent.mkdir()
    other.write_text((terminal.root / "uppdrag/prov/1.yaml").read_text("utf-8"), encoding="utf-8")
    (terminal.root / "avtal.md").write_text(TEXT, encoding="utf-8")
    problems = json.loads(terminal.run("avtalsgen check --json").out)["problems"]
    assert sorted(p["line"] for p in problems if p["code"] == "KX04") == [3, 4, 5]


def test_a_decision_about_a_rule_that_is_not_there_is_told(terminal: Terminal) -> None:
    house = terminal.root / "clauses/register/kontroll.yaml"
    house.write_text("regler: {ZZ99: av}\n", encoding="utf-8")
    (terminal.root / "avtal.md").write_text(TEXT, encoding="utf-8")
    said = terminal.run("avtalsgen check avtal.md")
    assert (said.code, "KX03" in said.err) == (Exit.DATA, True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_without_a_name_everything_is_checked(terminal: Terminal, jobs: int) -> None:
    other = terminal.root / "uppdrag/annan/1.yaml"
    other.parent.mkdir()
    first = terminal.root / "uppdrag/prov/1.yaml"
    other.write_text(first.read_text("utf-8"), encoding="utf-8")
    answer = json.loads(terminal.run(f"avtalsgen check --json --jobs {jobs}").out)
    assert answer["summary"]["handlingar"] == len(list(terminal.root.glob("uppdrag/*/*.yaml")))


def test_a_package_is_an_uppdrag_with_the_memo_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    terminal = Terminal(root, capsys)
    said = terminal.run("avtalsgen check --package vald-i-nara-relation@2026 --json")
    assert json.loads(said.out)["summary"]["handlingar"] == 2
    assert terminal.run("avtalsgen check --package").code == Exit.USAGE


def test_a_pdf_says_on_which_page(folder: Path) -> None:
    document = read_markdown_document(TEXT, "avtal.md").document
    (folder / "avtal.pdf").write_bytes(write_pdf(document, Render(DEFAULT)))
    outcome = check_documents(CheckOrder(("avtal.pdf",), TODAY), folder)
    (old,) = (remark for remark in outcome.remarks if remark.code == "SP01")
    assert old.place.spot.place.endswith(", sida 2")  # the first is the cover
    assert old.place.spot.line is None
