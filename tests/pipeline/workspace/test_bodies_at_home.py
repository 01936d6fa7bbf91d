"""A hint names a body of the municipality whose workspace it is, also where it has few."""

import pytest
from tests.documents.every import project

EXAMPLES = {
    "beslutad.organ": "granvik-son",
    "parter.beställare.organ": "granvik-son",
    "parter.beställare.förvaltning": "granvik-sof",
    "parter.utförare.organ": "granvik-sof",
}


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_is_a_body_of_the_municipality(path: str) -> None:
    at_home = project("granvik")
    assert at_home.parameters.by_path[path].example == EXAMPLES[path]
    body = at_home.organisations[EXAMPLES[path]]
    assert body.municipality == at_home.house.profile.organisation


def test_every_example_of_a_body_is_one_of_the_municipality() -> None:
    for style, municipality in (("", "Linköpings kommun"), ("granvik", "Granviks kommun")):
        here = project(style)
        told = {
            here.organisations[each.example].municipality
            for each in here.parameters.by_path.values()
            if each.type == "organ" and each.example
        }
        assert told == {municipality, ""}


def test_an_example_that_is_of_no_municipality_stays_what_it_is() -> None:
    for style in ("", "granvik"):
        shown = project(style).parameters.by_path
        assert shown["ersättning.index.utgivare"].example == "skr"
        assert shown["samverkan.region"].example == "region-ostergotland"


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_that_the_register_lacks_is_never_shown(path: str) -> None:
    written = project("granvik").parameters
    there = {"granvik": project("granvik").organisations["granvik"]}
    for municipality, example in (("Granviks kommun", "granvik"), ("Ekvads kommun", "")):
        assert written.at_home(municipality, there).by_path[path].example == example
