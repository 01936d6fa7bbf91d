"""A house style with files of its own: what is taken, and what is told of the rest."""

from collections.abc import Mapping

import pytest
from tests.readers.pictures import SVG, lato, png, with_rights
from tests.workspace import WHOLE, MemoryFiles, document_of, project

from avtalsgen.clauses.house.houses import read_houses
from avtalsgen.clauses.house.profile import names, read_house_style
from avtalsgen.model import plain
from avtalsgen.model.profile import DEFAULT
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.source import Files

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
FOLDER = "clauses/profil/teckensnitt"
LETTERS = {f"{FOLDER}/{face}.ttf": lato(face) for face in FACES}
SAID = "organisation: Exempels kommun\n"
WITH_LOGO = SAID + "logotyp: {fil: m.svg, alt: Kommunens märke, höjd: 20 mm}\n"


def files(profile: str, more: Mapping[str, bytes] | None = None) -> Files:
    return MemoryFiles({"clauses/profil/profil.yaml": profile, **(more or {})})


def faults(profile: str, more: Mapping[str, bytes] | None = None) -> tuple[Problem, ...]:
    with pytest.raises(AvtalsgenError) as caught:
        read_house_style(files(profile, more))
    assert all(problem.origin and problem.hint for problem in caught.value.problems)
    return caught.value.problems


def test_a_profile_that_says_nothing_more_is_the_standard_one() -> None:
    profile = read_house_style(files(SAID)).profile
    assert (profile.font, profile.size, profile.colours) == (
        DEFAULT.font,
        DEFAULT.size,
        DEFAULT.colours,
    )


def test_the_files_of_a_font_are_found_by_what_they_say_and_not_by_their_names() -> None:
    named = {f"{FOLDER}/{n}.ttf": data for n, data in enumerate(LETTERS.values())}
    profile = read_house_style(files(SAID, {**named, f"{FOLDER}/OFL.txt": b"licens"})).profile
    assert [file.face for file in profile.font_files] == [
        "regular",
        "bold",
        "italic",
        "bold-italic",
    ]
    assert profile.carried == tuple(LETTERS.values())


def test_a_font_without_a_face_that_documents_use_is_told_of() -> None:
    (fault,) = faults(SAID, {f"{FOLDER}/a.ttf": lato()})
    assert fault.message == "teckensnittet Lato saknar fil för fet, kursiv, fet kursiv"


def test_a_font_that_may_not_be_embedded_is_refused_where_its_file_is() -> None:
    path = f"{FOLDER}/Regular.ttf"
    (fault,) = faults(SAID, {**LETTERS, path: with_rights(lato(), 2)})
    assert fault.code == "PR05"
    assert fault.origin is not None
    assert fault.origin.file == path


def test_a_file_that_is_no_font_is_told_of() -> None:
    (fault,) = faults(SAID, {f"{FOLDER}/a.ttf": b"inget"})
    assert fault.message == "a.ttf: filen är inget TrueType-typsnitt"


def test_an_svg_has_a_png_beside_it_for_word() -> None:
    beside = {"clauses/profil/m.svg": SVG, "clauses/profil/m.png": png()}
    logo = read_house_style(files(WITH_LOGO, beside)).profile.logo
    assert logo is not None
    assert (logo.picture.kind, logo.for_word.kind) == ("svg", "png")
    assert (logo.width, logo.height, logo.alt) == (40, 20, "Kommunens märke")


def test_two_pictures_of_different_shape_are_no_logo() -> None:
    beside = {"clauses/profil/m.svg": SVG, "clauses/profil/m.png": png(30, 10)}
    (fault,) = faults(WITH_LOGO, beside)
    assert "olika form: bredden är 200 och 300 procent av höjden" in fault.message


def test_a_logo_wider_than_its_place_is_told_of_with_a_height_that_fits() -> None:
    (fault,) = faults(WITH_LOGO.replace("svg", "png"), {"clauses/profil/m.png": png(50, 10)})
    assert (fault.message, fault.hint) == (
        "logotypen blir 100 mm bred, får vara 80 mm",
        "skriv höjd: 16 mm",
    )


@pytest.mark.parametrize("name", ["../../hemligt.png", "m.gif", "m"])
def test_a_logo_is_a_picture_in_the_workspace(name: str) -> None:
    (fault,) = faults(WITH_LOGO.replace("m.svg", name), {"clauses/profil/m.gif": b"GIF89a"})
    assert fault.code == "PR06"


OTHER: dict[str, str | bytes] = {
    "clauses/profil/annan/profil.yaml": "organisation: Annans kommun\n",
    "clauses/profil/mall.docx": b"gemensam",
}


def test_a_house_style_is_chosen_by_name_or_by_its_file() -> None:
    there = MemoryFiles({**WHOLE, **OTHER})
    assert names(there) == ("annan",)
    for named in ("annan", "clauses/profil/annan/profil.yaml", "./clauses/profil/annan"):
        assert read_house_style(there, named).profile.organisation == "Annans kommun"
    for named in ("", "clauses/profil/profil.yaml"):
        assert read_house_style(there, named).profile.organisation == "Exempels kommun"


def test_a_municipality_has_the_house_style_that_names_it() -> None:
    houses = read_houses(MemoryFiles({**WHOLE, **OTHER}))
    other, own = houses.of("Annans kommun"), houses.of("exempels Kommun")
    assert other is not None
    assert other.profile.organisation == "Annans kommun"
    assert own is houses.of("") is houses.general
    assert houses.of("Tredje kommun") is None


def test_a_house_style_that_was_asked_for_is_that_of_every_municipality() -> None:
    houses = read_houses(MemoryFiles({**WHOLE, **OTHER}), "annan")
    assert houses.of("Exempels kommun") is houses.of("Tredje kommun") is houses.general
    assert houses.general.profile.organisation == "Annans kommun"


def test_one_without_a_word_file_has_the_shared_one() -> None:
    shared = read_house_style(MemoryFiles({**WHOLE, **OTHER}), "annan")
    own = MemoryFiles({**WHOLE, **OTHER, "clauses/profil/annan/mall.docx": b"egen"})
    assert shared.shell == "clauses/profil/mall.docx"
    assert read_house_style(own, "annan").shell == "clauses/profil/annan/mall.docx"


@pytest.mark.parametrize("named", ["anan", "../profil", "clauses/profil/x/profil.yaml", "/etc"])
def test_a_house_style_that_is_not_there_is_not_found(named: str) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        read_house_style(MemoryFiles({**WHOLE, **OTHER}), named)
    (fault,) = caught.value.problems
    assert (fault.code, fault.exit) == ("PR03", Exit.NOT_FOUND)
    assert "annan" in (fault.hint or "")


SAYS_WHO = {
    "clauses/ersattning/1.md": """\
---
rubrik: Ersättning
använder: [parter.beställare.organ.namn, parter.utförare.organ.namn]
---
Nämnden är {{ parter.beställare.organ.namn }}, enheten {{ parter.utförare.organ.namn }} och
i en mening {{ parter.beställare.organ.namn | gemen }}.
"""
}


@pytest.mark.parametrize(
    ("habit", "name"), [("gemen", "socialnämnden"), ("versal", "Socialnämnden")]
)
def test_the_house_decides_whether_a_namnd_has_a_capital_inside_a_sentence(
    habit: str, name: str
) -> None:
    profile = f"{SAID}versaler: {{nämnder: {habit}}}\n"
    made, faults = document_of(
        project({**SAYS_WHO, "clauses/profil/profil.yaml": profile}), "prov", "1"
    )
    assert faults == ()
    said = " ".join(plain.words(made))
    assert f"Nämnden är {name}, enheten Stödenheten och i en mening socialnämnden." in said


def test_a_diarienummer_as_the_house_writes_them_is_no_problem() -> None:
    profile = f'{SAID}dnr: {{mönster: "SN \\\\d{{4}}-\\\\d{{1,5}}", exempel: SN 2026-755}}\n'
    assert document_of(project({"clauses/profil/profil.yaml": profile}), "prov", "1")[1] == ()
