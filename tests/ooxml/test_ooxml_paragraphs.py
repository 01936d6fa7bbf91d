from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from avtalsgen.ooxml.elements import run, t, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import paragraph, put

IN_ORDER = ["keepNext", "pageBreakBefore", "numPr", "pBdr", "spacing", "ind", "jc", "outlineLvl"]


def tags(element: etree._Element) -> list[str]:
    return [own.tag.removeprefix(W) for own in element.find(W + "pPr")]


@given(st.permutations(IN_ORDER), st.integers(0, len(IN_ORDER)))
def test_properties_stand_in_the_order_of_the_schema_whenever_they_came(
    names: list[str], first: int
) -> None:
    own = paragraph("Normal", properties=tuple(w(name) for name in names[:first]))
    for name in names[first:]:
        put(own, name)
    assert tags(own) == ["pStyle", *IN_ORDER]


def test_a_property_that_is_there_is_changed_and_keeps_the_rest() -> None:
    own = paragraph("Normal")
    put(own, "spacing", before=10, after=20)
    put(own, "spacing", after=30)
    assert dict(own.find(f"{W}pPr/{W}spacing").attrib) == {W + "before": "10", W + "after": "30"}


def test_spaces_are_kept_and_ends_of_lines_are_spaces() -> None:
    assert t("  a\tb\n c ").text == "  a b  c "
    assert t(" ").get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_a_run_has_properties_only_if_there_are_any() -> None:
    assert [own.tag for own in run(t("a"))] == [W + "t"]
    assert [own.tag for own in run(t("a"), properties=(w("b"),))] == [W + "rPr", W + "t"]
