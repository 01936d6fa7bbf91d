import itertools

import pytest
from lxml import etree

from avtalsgen.ooxml.elements import w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.settings import add_distances, carry_fonts, open_without_questions

AROUND = ["zoom", "printFormsData", "trackRevisions", "compat", "rsids", "decimalSymbol"]


def tags(element: etree._Element) -> list[str]:
    return [own.tag.removeprefix(W) for own in element]


@pytest.mark.parametrize("present", [*itertools.combinations(AROUND, 3), (), AROUND])
def test_what_is_put_in_stands_where_the_schema_wants_it(present: tuple[str, ...]) -> None:
    settings = w("settings", *(w(name) for name in present))
    carry_fonts(settings)
    add_distances(settings)
    order = [*AROUND[:2], "embedTrueTypeFonts", *AROUND[2:]]
    wanted = {*present, "embedTrueTypeFonts", "compat"}
    assert tags(settings) == [name for name in order if name in wanted]


def test_what_is_there_is_not_put_in_again() -> None:
    settings = w("settings", w("zoom"))
    for _ in range(2):
        carry_fonts(settings)
        add_distances(settings)
    assert tags(settings) == ["zoom", "embedTrueTypeFonts", "compat"]
    assert tags(settings.find(W + "compat")) == ["doNotUseHTMLParagraphAutoSpacing"]


def test_distances_stand_before_the_settings_of_later_versions() -> None:
    compatibility = w("compat", w("spaceForUL"), w("compatSetting"))
    add_distances(w("settings", compatibility))
    assert tags(compatibility) == [
        *("spaceForUL", "doNotUseHTMLParagraphAutoSpacing", "compatSetting")
    ]


def test_the_question_about_fields_is_taken_away() -> None:
    settings = w("settings", w("zoom"), w("updateFields", val="true"))
    open_without_questions(settings)
    assert tags(settings) == ["zoom"]
