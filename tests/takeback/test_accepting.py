"""After every change is accepted, a build gives the words of the file that came back."""

import json
from functools import cache

import pytest
from tests.takeback.handed_looks import HANDED
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import BO, W, WordFile, look_of

from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.problems import AvtalsgenError

LEFT = {"format", "kommentar"}
TOGETHER: tuple[tuple[str, ...], ...] = (
    ("1", "4", "15", "19", "57"),
    ("2", "5", "17", "31", "39", "59"),
    ("7", "18", "21", "29"),
    ("8", "18 t", "25", "62"),
    ("26", "43"),
    ("27", "52 edited"),
    ("12", "30"),
    ("56",),
)
"""Edits of the handed list, those in one file that touch other words. Left are what is computed,
a reference or filled in by hand, what is hidden in the file and seen in a build, and others of
the same kinds."""


@pytest.mark.parametrize("numbers", TOGETHER, ids=", ".join)
def test_after_accepting_all_a_build_gives_the_words_of_the_file(numbers: tuple[str, ...]) -> None:
    file = WordFile(base(*DOCUMENT).file)
    handed = {number: (edit, expected) for number, edit, expected in HANDED}
    for number in numbers:
        handed[number][0](file)
    data = file.written()
    back = taken_back(project(), data, "prov.docx", base(*DOCUMENT))
    told = back.taken.result.changes
    assert len(told) >= sum(len(handed[number][1]) for number in numbers)
    order = AcceptOrder(frozenset(c.number for c in told), frozenset(), from_day="2027-01-01")
    made = accepted_files(project(), back, order)
    after = read_project(Overlay(project().files, made.files))
    again = taken_back(after, data, "prov.docx")
    left = [c for c in again.taken.result.changes if c.kind not in LEFT]
    assert [(c.kind, c.section, c.old, c.new) for c in left] == []


def test_a_part_of_the_changes_is_accepted_and_the_rest_is_as_it_was() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    file.replace("inte röja", "röja")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    by_new = {change.new: change.number for change in back.taken.result.changes}
    undecided = AcceptOrder(frozenset({by_new["muntlig"]}), frozenset())
    texts = [name for name in accepted_files(project(), back, undecided).files if ".md" in name]
    assert texts == ["uppdrag/prov/2026/tid.md"]
    order = AcceptOrder(frozenset({by_new["muntlig"]}), frozenset({by_new[""]}))
    made = accepted_files(project(), back, order)
    assert set(made.files) == {
        "uppdrag/prov/2026.yaml",
        "uppdrag/prov/2026/tid.md",
        "uppdrag/prov/2026.takeback.json",
    }
    text = made.files["uppdrag/prov/2026.yaml"].decode()
    assert "# parterna och tiden" in text
    assert "# den enskildes rätt" in text
    assert "belopp: 605" in text
    assert "ändrat av Anna Alm i prov.docx" in text
    assert "muntlig" in made.files["uppdrag/prov/2026/tid.md"].decode()
    assert "{{ tid.uppsägning }}" in made.files["uppdrag/prov/2026/tid.md"].decode()
    after = read_project(Overlay(project().files, made.files))
    again = taken_back(after, file.written(), "prov.docx")
    assert [change.path for change in again.taken.result.changes] == ["ersättning.belopp"]
    assert any("avslagen" in note for note in again.taken.result.notes)


def test_two_new_sections_of_one_heading_are_two_texts() -> None:
    file = WordFile(base(*DOCUMENT).file)
    for anchor, words in (("tvist", "Vite tas ut."), ("dokumentation", "Vite tas inte ut.")):
        first = file.section(anchor)[0]
        for said, style in (("Vite", "Rubrik2"), (words, "Normal")):
            first.addprevious(file.new(said, style))
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    made = accepted_files(project(), back, AcceptOrder(frozenset({1, 2}), frozenset()))
    texts = sorted(data for path, data in made.files.items() if path.endswith(".md"))
    assert texts == [b"Vite tas inte ut.\n", b"Vite tas ut.\n"]


@cache
def signed() -> Project:
    """Return the workspace with its edition signed."""
    yaml = project().files.read("uppdrag/prov/2026.yaml").decode()
    status = "undertecknad: {datum: 2026-12-01}\nstatus: undertecknad"
    over = {"uppdrag/prov/2026.yaml": yaml.replace("status: utkast", status).encode()}
    return read_project(Overlay(project().files, over))


def test_of_a_signed_edition_a_new_one_is_made() -> None:
    locked = signed()
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    back = taken_back(locked, file.written(), "prov.docx")
    made = accepted_files(locked, back, AcceptOrder(frozenset({1}), frozenset()))
    assert made.edition == "2026-2"
    assert "belopp: 625" in made.files["uppdrag/prov/2026-2.yaml"].decode()
    assert "uppdrag/prov/2026.yaml" not in made.files
    named = AcceptOrder(frozenset({1}), frozenset(), edition="2027")
    assert (
        "belopp: 625"
        in accepted_files(locked, back, named).files["uppdrag/prov/2027.yaml"].decode()
    )


@pytest.mark.parametrize("again", [False, True], ids=["the file", "saved again"])
def test_what_made_a_new_edition_is_not_told_a_second_time(again: bool) -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    first = accepted_files(
        signed(),
        taken_back(signed(), file.written(), "prov.docx"),
        AcceptOrder(frozenset({1}), frozenset()),
    )
    after = read_project(Overlay(signed().files, first.files))
    if again:
        file.parts["word/again.xml"] = b"<again/>"
    back = taken_back(after, file.written(), "prov.docx")
    result = back.taken.result
    assert (result.edition, [change.new for change in result.changes]) == ("2026-2", ["muntlig"])
    assert "finns redan i utgåva 2026-2" in result.notes[0]
    second = accepted_files(after, back, AcceptOrder(frozenset({1}), frozenset()))
    assert "uppdrag/prov/2026-2.yaml" in second.files
    whole = read_project(Overlay(after.files, second.files))
    assert taken_back(whole, file.written(), "prov.docx").taken.result.changes == ()


def test_what_is_rejected_of_a_signed_edition_makes_no_new_one() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    back = taken_back(signed(), file.written(), "prov.docx")
    made = accepted_files(signed(), back, AcceptOrder(frozenset(), frozenset({1})))
    assert set(made.files) == {"uppdrag/prov/2026.takeback.json"}


def test_what_is_not_there_is_not_accepted_and_a_new_name_wants_a_day() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace_everywhere("Leanlink Råd och Stöd", "Stadens Samtal")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    for numbers, code in (({9}, "TB07"), ({1}, "TB08")):
        with pytest.raises(AvtalsgenError) as raised:
            accepted_files(project(), back, AcceptOrder(frozenset(numbers), frozenset()))
        assert raised.value.problems[0].code == code
    with pytest.raises(AvtalsgenError, match="ingen ändring 9"):
        accepted_files(project(), back, AcceptOrder(frozenset(), frozenset({9})))
    order = AcceptOrder(frozenset({1}), frozenset(), from_day="2027-01-01")
    register = accepted_files(project(), back, order).files["clauses/register/organisationer.yaml"]
    before = project().files.read("clauses/register/organisationer.yaml").rstrip()
    assert before in register
    assert b"kontrollerad_per" not in register.removeprefix(before)  # nobody has checked it


def test_a_text_that_has_moved_on_is_not_overwritten() -> None:
    file = WordFile(base(*DOCUMENT).file)
    data = file.parts["docProps/custom.xml"].decode()
    place = data.index("klausul.tvist")
    place = data.index("tryckt=", place) + len("tryckt=")
    file.parts["docProps/custom.xml"] = f"{data[:place]}0{data[place + 1 :]}".encode()
    file.replace("första hand", "sista hand", file.paragraph("lösa en tvist"))
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    with pytest.raises(AvtalsgenError) as raised:
        accepted_files(project(), back, AcceptOrder(frozenset({1}), frozenset()))
    assert raised.value.problems[0].code == "TB09"


def test_a_value_that_stands_elsewhere_too_is_accepted_though_it_clashes_with_itself() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("inom familjerådgivning", "inom parsamtal")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    (change,) = back.taken.result.changes
    assert change.conflict
    made = accepted_files(project(), back, AcceptOrder(frozenset({1}), frozenset()))
    assert "verksamhet: parsamtal" in made.files["uppdrag/prov/2026.yaml"].decode()


def test_what_was_decided_of_one_file_is_remembered_when_the_next_one_is() -> None:
    first, second = WordFile(base(*DOCUMENT).file), WordFile(base(*DOCUMENT).file)
    first.replace("605", "625")
    first.replace("inte röja", "röja")
    second.replace("tolv månader", "sex månader")
    workspace, records = project(), []
    for file, accept, reject in ((first, {2}, {1}), (second, {1}, set())):
        back = taken_back(workspace, file.written(), "prov.docx")
        order = AcceptOrder(frozenset(accept), frozenset(reject))
        made = accepted_files(workspace, back, order).files
        records.append(json.loads(made["uppdrag/prov/2026.takeback.json"]))
        workspace = read_project(Overlay(workspace.files, made))
    before, after = records
    assert set(before["accepted"]) < set(after["accepted"])
    assert before["rejected"] == after["rejected"] != []
    assert set(before["files"]) < set(after["files"])


def test_what_was_rejected_may_be_accepted_after_all_and_rejected_again() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    data = file.written()
    back = taken_back(project(), data, "prov.docx", base(*DOCUMENT))
    no = accepted_files(project(), back, AcceptOrder(frozenset(), frozenset({1})))
    after = read_project(Overlay(project().files, no.files))
    yes = accepted_files(after, back, AcceptOrder(frozenset({1}), frozenset()))
    record = json.loads(yes.files["uppdrag/prov/2026.takeback.json"])
    assert (len(record["accepted"]), record["rejected"]) == (1, [])
    after = read_project(Overlay(after.files, yes.files))
    no = accepted_files(after, back, AcceptOrder(frozenset(), frozenset({1})))
    record = json.loads(no.files["uppdrag/prov/2026.takeback.json"])
    assert (record["accepted"], len(record["rejected"])) == ([], 1)


def test_words_of_ours_that_somebody_hid_are_gone_when_that_is_accepted() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.look("inte röja", "vanish")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    (change,) = back.taken.result.changes
    assert (change.old, change.new, change.unseen) == ("inte röja", "", "dold")
    made = accepted_files(project(), back, AcceptOrder(frozenset({1}), frozenset()))
    assert made.notes == ()
    (text,) = [data.decode() for path, data in made.files.items() if path.endswith(".md")]
    assert "Underlaget får vem som har fått insatsen." in text
    kept = accepted_files(project(), back, AcceptOrder(frozenset(), frozenset({1})))
    assert not any(path.endswith(".md") for path in kept.files)
    after = read_project(Overlay(project().files, made.files))
    assert taken_back(after, file.written(), "prov.docx").taken.result.changes == ()


def test_what_was_filled_in_where_the_parties_sign_is_told_once() -> None:
    file = WordFile(base(*DOCUMENT).file)
    cell = next(file.body.iter(f"{W}tc"))
    cell.append(file.new("Linköping den 3 december", "Underskrifttext"))
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    assert [change.path for change in back.taken.result.changes] == ["underskrift.datum"]
    made = accepted_files(project(), back, AcceptOrder(frozenset({1}), frozenset()))
    after = read_project(Overlay(project().files, made.files))
    assert taken_back(after, file.written(), "prov.docx").taken.result.changes == ()


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("[polisen, skolan]", "[regionen, skolan, föreningar]"),
        ("\n    - polisen\n    - skolan # en till", "- regionen - skolan # en till - föreningar"),
    ],
)
def test_a_list_that_is_printed_in_a_line_comes_home(layout: str, expected: str) -> None:
    path = "uppdrag/prov/2026.yaml"
    yaml = project().files.read(path).decode()
    yaml = yaml.replace("tolkning@2026, tvist@2026", "tolkning@2026, tvist@2026, samverkan@2026")
    yaml += f"\nsamverkan:\n  med: {layout}\n  kring: barn\n"
    with_list = read_project(Overlay(project().files, {path: yaml.encode()}))
    sent = TakebackOf.of(with_list, *DOCUMENT)
    file = WordFile(sent.file)
    file.replace("polisen och skolan", "regionen, skolan och föreningar")
    back = taken_back(with_list, file.written(), "prov.docx", sent)
    assert [(c.kind, c.path, c.new) for c in back.taken.result.changes] == [
        ("värde", "samverkan.med", ("regionen", "skolan", "föreningar"))
    ]
    made = accepted_files(with_list, back, AcceptOrder(frozenset({1}), frozenset()))
    assert made.notes == ()
    told = made.files[path].decode()
    assert " ".join(told.split("samverkan:\n")[1].split()) == f"med: {expected} kring: barn"
    assert told.split("samverkan:\n")[0] == yaml.split("samverkan:\n")[0]


def _with_note(file: WordFile) -> None:
    """Hang a note on a paragraph, silently, and strike its mark alone, tracked."""
    next(edit for number, edit, _ in HANDED if number == "39")(file)
    (mark,) = file.body.iter(f"{W}footnoteReference")
    run = mark.getparent()
    assert run is not None
    struck = file.marked("del", BO)
    run.addprevious(struck)
    struck.append(run)


@pytest.mark.parametrize(("accepted", "texts"), [({1, 2}, False), ({1}, True), ({2}, False)])
def test_a_note_whose_mark_alone_is_struck_is_told_as_both_and_decided_once(
    accepted: set[int], texts: bool
) -> None:
    file = WordFile(base(*DOCUMENT).file)
    _with_note(file)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    told = [
        (c.tracked, c.author, c.old, c.new, c.section, c.places) for c in back.taken.result.changes
    ]
    assert told == [
        (False, "", "", "Se taxan.", "2.2 Avgift", ("fotnot",)),
        (True, "Bo Berg", "Se taxan.", "", "2.2 Avgift", ("fotnot",)),
    ]
    order = AcceptOrder(frozenset(accepted), frozenset({1, 2} - accepted))
    made = accepted_files(project(), back, order)
    assert any(path.endswith(".md") for path in made.files) is texts
    after = read_project(Overlay(project().files, made.files))
    assert taken_back(after, file.written(), "prov.docx").taken.result.changes == ()


def test_what_one_put_in_and_another_took_out_is_not_told_when_both_are_accepted() -> None:
    file = WordFile(base(*DOCUMENT).file)
    next(edit for number, edit, _ in HANDED if number == "46")(file)
    file.replace("605", "625")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    by_author = {change.author: change.number for change in back.taken.result.changes}
    numbers = frozenset({by_author["Anna Alm"], by_author["Bo Berg"]})
    made = accepted_files(project(), back, AcceptOrder(numbers, frozenset()))
    after = read_project(Overlay(project().files, made.files))
    again = taken_back(after, file.written(), "prov.docx").taken.result.changes
    assert [change.path for change in again] == ["ersättning.belopp"]


def test_it_is_told_which_hidden_words_are_seen_once_they_are_accepted() -> None:
    file = WordFile(base(*DOCUMENT).file)
    item = file.paragraph("minst en auktoriserad")
    look_of(file.insert_at(item, "minst en auktoriserad", " och van", BO), "vanish")
    file.insert("vem som har betalat.", " Vite får tas ut.")
    file.look(" Vite får tas ut.", "color=FFFFFF")
    file.look("i två original", "vanish")
    last = file.section("sekretess")[-1]
    for said, style in (("Allt är hemligt.", "Normal"), ("Hemligheter", "Rubrik2")):
        last.addnext(node := file.new(said, style))
        look_of(next(node.iter(f"{W}r")), "vanish")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    told = [(c.kind, c.unseen, c.number) for c in back.taken.result.changes]
    assert [each[:2] for each in told] == [
        ("avvikelse", "vit"),
        ("ny", "dold"),
        ("avvikelse", "dold"),
        ("värde", "dold"),
    ]
    order = AcceptOrder(frozenset({1, 2, 3, 4}), frozenset())
    notes = [n for n in accepted_files(project(), back, order).notes if "syns i bygget" in n]
    assert [note.partition(":")[0] for note in notes] == [
        "ändring 1 i 2.2 Avgift",
        "ändring 2 i Hemligheter",
        "ändring 4 i 3.3 Kompetens, bemanning och ledning",
    ]
    assert "Vite får tas ut." in notes[0]


def test_a_sum_that_is_worked_out_stays_so_when_other_words_are_accepted_too() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("inte röja", "aldrig röja", BO, file.paragraph("inte röja"))
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    for accept, texts in (({1, 2}, ["ersattning-timme.md"]), ({1}, [])):
        numbers = frozenset(accept)
        made = accepted_files(project(), back, AcceptOrder(numbers, frozenset()))
        assert [name.rpartition("/")[2] for name in made.files if ".md" in name] == texts
        assert [note.partition(": ")[2].replace("\u00a0", " ") for note in made.notes] == [
            "”1 618 750” står i bygget, ”1 566 950” i filen",
            "”2 500” står i bygget, ”2 420” i filen",
        ]
    whole = accepted_files(project(), back, AcceptOrder(frozenset({1, 2}), frozenset()))
    text = whole.files["uppdrag/prov/2026/ersattning-timme.md"].decode()
    assert "högst {{ räknat.årssumma }} om året" in text
    assert "alltså med {{ räknat.grupptimme }}." in text


def test_a_sum_that_is_worked_out_is_no_reason_to_write_a_text() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", BO, file.paragraph("Uppsägningen ska vara"))
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    made = accepted_files(project(), back, AcceptOrder(frozenset({1, 2}), frozenset()))
    assert [name for name in made.files if ".md" in name] == ["uppdrag/prov/2026/tid.md"]
