"""A tillägg that came back: what it brings comes home where it stands, in `ändringar`."""

from collections.abc import Callable
from functools import cache

import pytest
from tests.takeback.handed import move
from tests.takeback.taking import project
from tests.takeback.word_edits import ANNA, WordFile, paragraphs, text

from avtalsgen.pipeline.takeback.acceptance import Accepted, AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project

PATH = "uppdrag/prov/2027-tillagg.yaml"
YAML = """# Ett tillägg till prov.
typ: tillagg@2026
status: utkast
titel: Städning och vite (EXEMPEL)
dnr: SON 2026-001
datum: 2026-11-22
version: Exempel
beslutad: {organ: linkoping-son, datum: 2026-12-01, paragraf: § 1}
tillägg: {till: prov@2026, nummer: 1, från: 2027-07-01, kostnad: Tillägget kostar ingenting.}

ändringar:
  # efter avgiften
  - lägger_till:
      rubrik: Vite
      text: 2027-tillagg/vite.md
      under:
        - {rubrik: Takbelopp, text: 2027-tillagg/tak.md}
    efter: avgift
    beskrivning: vite
  - upphäver: kontaktpersoner
  - {lägger_till: {rubrik: Städning, text: 2027-tillagg/stad.md}, beskrivning: städning}
  - {ersätter: tvist, med: tvist@2026}

disposition:
  - {rubrik: Inledning, text: 2027-tillagg/inledning.md, under: [beslut@2026]}
  - {rubrik: Vad som ändras, ankare: vad, ändringar: [vite], noter: nej}
  - {rubrik: Annat, ankare: annat, ändringar: övriga, noter: nej}
  - {klausul: underskrifter@2026, numrera: nej}
"""
_TEXTS = {
    "inledning": "Parterna har kommit överens om detta tillägg.\n",
    "vite": "Utföraren betalar vite vid dröjsmål.\n\nVitet är 500 kronor om dagen.\n",
    "tak": "Vitet är högst 5 000 kronor.\n",
    "stad": "Utföraren städar lokalerna.\n",
    "tvist": "Utföraren städar upp efter en tvist.\n",
}


@cache
def with_tillagg(yaml: str = YAML) -> Project:
    texts = {f"uppdrag/prov/2027-tillagg/{name}.md": said for name, said in _TEXTS.items()}
    over = {PATH: yaml, **texts}
    files = {path: text.encode() for path, text in over.items()}
    return read_project(Overlay(project().files, files))


@cache
def sent() -> TakebackOf:
    return TakebackOf.of(with_tillagg(), "prov", "2027-tillagg")


def _new(file: WordFile) -> None:
    last = file.section("takbelopp")[-1]
    last.addnext(file.new("Vitet betalas genast."))
    last.addnext(file.new("Betalning", "Rubrik2"))


def _struck(anchor: str) -> Callable[[WordFile], None]:
    def edit(file: WordFile) -> None:
        for node in file.section(anchor):
            file.body.remove(node)

    return edit


def _renamed(file: WordFile) -> None:
    file.replace("Annat", "Övrigt", file.section("annat")[0])


EDITS: dict[str, Callable[[WordFile], object]] = {
    "a word of a text of its own": lambda file: file.replace("städar", "putsar"),
    "a word below another section": lambda file: file.track("är högst", "är minst"),
    "a word of a clause": lambda file: file.track(
        "i första hand", "alltid", ANNA, file.paragraph("lösa en tvist")
    ),
    "a heading": lambda file: file.replace("Städning", "Renhållning", file.section("stadning")[0]),
    "a section struck": _struck("stadning"),
    "one struck that stands below another": _struck("takbelopp"),
    "one struck, tracked": lambda file: file.delete_whole(
        list(paragraphs(file.section("stadning"))), ANNA
    ),
    "a new section": _new,
    "a section moved": lambda file: move(file, "tvist", "stadning"),
}


def accept(project_: Project, base: TakebackOf, data: bytes) -> Accepted:
    """Return what is written when all changes of a file are accepted."""
    back = taken_back(project_, data, "prov.docx", base)
    told = back.taken.result.changes
    assert told
    return accepted_files(project_, back, AcceptOrder(frozenset(c.number for c in told)))


def _accepted(
    edit: Callable[[WordFile], object], project_: Project, base: TakebackOf
) -> tuple[Accepted, bytes]:
    file = WordFile(base.file)
    edit(file)
    data = file.written()
    return accept(project_, base, data), data


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_accepting_all_a_build_gives_the_words_of_the_tillagg(
    edit: Callable[[WordFile], object],
) -> None:
    made, data = _accepted(edit, with_tillagg(), sent())
    assert made.notes == ()
    assert left(made, with_tillagg(), data) == []


def test_what_nobody_changed_of_a_tillagg_stays_to_the_letter() -> None:
    made, _ = _accepted(EDITS["a section struck"], with_tillagg(), sent())
    line = (
        "  - {lägger_till: {rubrik: Städning, text: 2027-tillagg/stad.md}, beskrivning: städning}\n"
    )
    assert made.files[PATH].decode() == YAML.replace(line, "")


def test_where_a_tillagg_prints_its_changes_stays_when_its_disposition_is_written() -> None:
    made, _ = _accepted(_renamed, with_tillagg(), sent())
    text = made.files[PATH].decode()
    assert "ändringar: [vite]" in text
    assert text.index("ändringar: [vite]") < text.index("rubrik: Övrigt")


def test_what_the_program_says_of_a_change_is_no_part_of_its_text() -> None:
    yaml = YAML.replace(", noter: nej", "").replace(
        "rubrik: Inledning, text: 2027-tillagg/inledning.md", "klausul: tillagg-inledning@2026"
    )
    with_notes = with_tillagg(yaml)
    base = TakebackOf.of(with_notes, "prov", "2027-tillagg")
    made, _ = _accepted(EDITS["a word of a text of its own"], with_notes, base)
    assert (
        made.files["uppdrag/prov/2027-tillagg/stad.md"] == b"Utf\xc3\xb6raren putsar lokalerna.\n"
    )
    made, _ = _accepted(EDITS["a section struck"], with_notes, base)
    assert {note.partition(":")[0] for note in made.notes} == {"1 Tillägget"}
    assert "avvikelse" not in made.files[PATH].decode()


_MORE = (
    YAML.replace(
        "{ersätter: tvist, med: tvist@2026}",
        "{ersätter: tvist, med: {rubrik: Så löses tvister, text: 2027-tillagg/tvist.md}}",
    )
    .replace("ändringar:\n", "ändringar:\n  - fakta: {ersättning: {belopp: 700}}\n")
    .replace("beskrivning: städning}", "gäller_från: 2027-09-01, beskrivning: städning}")
)
"""With a text instead of a clause, a fact of the base, and one section that comes later."""


def _later_word(file: WordFile) -> None:
    node = next(n for n in file.section("stadning_2027_09_01") if "städar" in text(n))
    file.replace("städar", "putsar", node)


def _to_another(file: WordFile) -> None:
    for node in reversed(file.section("takbelopp")):
        file.section("stadning")[-1].addnext(node)


OF_MORE: dict[str, Callable[[WordFile], object]] = {
    "a text instead of a section of the base": lambda file: file.replace(
        "städar", "putsar", file.section("tvist")[-1]
    ),
    "a fact of the base": lambda file: file.replace("700", "800"),
    "a section that comes a later day": _later_word,
}


def left(made: Accepted, project_: Project, data: bytes) -> list[tuple[object, ...]]:
    """Return what a build after `made` says otherwise than a file."""
    after = read_project(Overlay(project_.files, made.files))
    again = taken_back(after, data, "prov.docx").taken.result.changes
    return [(c.kind, c.section, c.old, c.new) for c in again]


@pytest.mark.parametrize("edit", OF_MORE.values(), ids=OF_MORE)
def test_what_a_tillagg_says_instead_of_its_base_comes_home(
    edit: Callable[[WordFile], object],
) -> None:
    more = with_tillagg(_MORE)
    made, data = _accepted(edit, more, TakebackOf.of(more, "prov", "2027-tillagg"))
    computed = edit is OF_MORE["a fact of the base"]
    assert len(made.notes) == 2 * computed
    assert left(made, more, data) == []


def test_a_fact_that_a_tillagg_changes_is_typed_and_stays_where_it_is_said() -> None:
    more = with_tillagg(_MORE)
    base = TakebackOf.of(more, "prov", "2027-tillagg")
    file = WordFile(base.file)
    file.replace("700", "800")
    (change,) = taken_back(more, file.written(), "prov.docx", base).taken.result.changes
    assert (change.kind, change.path, change.old, change.new) == (
        *("värde", "ersättning.belopp"),
        *(700, 800),
    )
    made, _ = _accepted(OF_MORE["a fact of the base"], more, base)
    assert made.files[PATH].decode() == _MORE.replace("belopp: 700", "belopp: 800")


AMONG: dict[str, Callable[[WordFile], object]] = {
    "before those below another": lambda file: move(file, "stadning", "takbelopp"),
    "one of those, to below another": _to_another,
}


@pytest.mark.parametrize("edit", AMONG.values(), ids=AMONG)
def test_a_section_gets_those_that_stand_below_it_when_one_is_moved(
    edit: Callable[[WordFile], object],
) -> None:
    place = "  - {rubrik: Vad som ändras, ankare: vad, ändringar: [vite], noter: nej}\n"
    in_one = with_tillagg(YAML.replace(place, ""))
    made, data = _accepted(edit, in_one, TakebackOf.of(in_one, "prov", "2027-tillagg"))
    assert made.notes == ()
    assert left(made, in_one, data) == []
    text = made.files[PATH].decode()
    assert text.index("Vite") < text.index("Städning", 300) < text.index("Takbelopp")


def test_what_stands_instead_of_a_section_of_the_base_gets_none_below_it() -> None:
    made, _ = _accepted(lambda file: move(file, "tvist", "takbelopp"), with_tillagg(), sent())
    text = made.files[PATH].decode()
    assert "- {ersätter: tvist, med: tvist@2026}" in text
    assert "- lägger_till: {rubrik: Takbelopp, text: 2027-tillagg/tak.md}" in text
    assert made.notes == ("rubriken Takbelopp har nivå 3 i filen och 2 i bygget",)


def test_sections_of_other_days_keep_their_records_in_the_order_of_the_file() -> None:
    lines = _MORE.split("\n")
    (last,) = [place for place, line in enumerate(lines) if "gäller_från" in line]
    (first,) = [place for place, line in enumerate(lines) if line == "ändringar:"]
    lines.insert(first + 1, lines.pop(last))
    yaml = "\n".join(lines)
    mixed = with_tillagg(yaml)
    base = TakebackOf.of(mixed, "prov", "2027-tillagg")
    made, data = _accepted(OF_MORE["a section that comes a later day"], mixed, base)
    assert made.notes == ()
    assert made.files.get(PATH, yaml.encode()).decode() == yaml
    assert left(made, mixed, data) == []


def test_each_of_two_changes_of_a_fact_comes_home_where_it_is_said() -> None:
    first = "  - fakta: {ersättning: {belopp: 700}}\n"
    second = "  - fakta: {ersättning: {belopp: 750}}\n    gäller_från: 2028-01-01\n"
    yaml = _MORE.replace(first, f"{first}    gäller_till: 2027-12-31\n{second}")
    twice = with_tillagg(yaml)
    file = WordFile((base := TakebackOf.of(twice, "prov", "2027-tillagg")).file)
    file.replace("700", "800")
    file.replace("750", "760")
    back = taken_back(twice, file.written(), "prov.docx", base)
    told = back.taken.result.changes
    assert [(c.old, c.new, c.conflict) for c in told] == [(700, 800, ()), (750, 760, ())]
    numbers = frozenset(change.number for change in told)
    made = accepted_files(twice, back, AcceptOrder(numbers, frozenset()))
    expected = yaml.replace("belopp: 700", "belopp: 800").replace("belopp: 750", "belopp: 760")
    assert made.files[PATH].decode() == expected
