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
        assert told == {municipality}
