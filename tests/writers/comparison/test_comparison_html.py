"""The page of a comparison says all of it, to the eye and the ear, and fetches nothing."""

import base64
import hashlib
import re
from itertools import product

import pytest
from hypothesis import given
from tests.compared import compare
from tests.comparison_sample import COMPARISON, SAME
from tests.comparison_strategies import comparisons
from tests.read import read_markdown_document
from tests.writers import page_reader
from tests.writers.page_reader import Element

from avtalsgen.model.comparison import Comparison
from avtalsgen.model.profile import Profile
from avtalsgen.writers.comparison.html import to_html
from avtalsgen.writers.comparison.html.groups import of_pair
from avtalsgen.writers.comparison.html.outline_map import old_order
from avtalsgen.writers.comparison.html.page import _file
from avtalsgen.writers.dressed import dressed

PROFILE = Profile("Provkommunen")


def read(comparison: Comparison) -> Element:
    """Return the page as a strict reader sees it."""
    return page_reader.parse(to_html(comparison, PROFILE))


def heard(element: Element) -> str:
    """Return the text with single spaces."""
    return re.sub(r"\s+", " ", element.text()).strip()


def article(page: Element, heading: str) -> Element:
    """Return the section with `heading`."""
    found = [
        each for each in page.all("article") if heading in heard(each.elements()[0].elements()[0])
    ]
    (only,) = found
    return only


@given(comparisons())
def test_the_page_is_whole_and_has_every_section_once(comparison: Comparison) -> None:
    page = read(comparison)
    articles = list(page.all("article"))
    assert len(articles) == len(comparison.sections)
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    targets = {link.attributes["href"] for link in page.all("a")}
    assert targets <= {f"#{name}" for name in ids}
    assert {f"#{each.attributes['id']}" for each in articles} <= targets


@given(comparisons())
def test_equal_comparisons_give_equal_bytes(comparison: Comparison) -> None:
    assert to_html(comparison, PROFILE) == to_html(comparison, PROFILE)


@given(comparisons())
def test_headings_never_skip_the_title(comparison: Comparison) -> None:
    names = [each.name for each in read(comparison).all() if re.fullmatch("h[1-6]", each.name)]
    assert names.count("h1") == 1
    assert names[0] == "h1"


def test_nothing_is_fetched_and_only_our_own_style_and_script_run() -> None:
    text = to_html(COMPARISON, PROFILE).decode()
    page = read(COMPARISON)
    policy = next(
        meta.attributes["content"]
        for meta in page.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    for name in ("style", "script"):
        (own,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"\b(src|srcset|onclick|onload)=", text)
    assert not any("style" in each.attributes for each in page.all())
    assert "http" not in text.replace("http-equiv", "")


def test_a_stranger_s_words_stay_words() -> None:
    assert "Miljö & <resor>" in heard(article(read(COMPARISON), "Miljö"))


def test_both_readings_are_there_and_are_heard() -> None:
    body = article(read(COMPARISON), "Kvalitet")
    texts = [heard(line) for line in body.all("p")]
    assert any(
        "Utföraren borttaget: bör slut på borttaget tillagt: ska slut på tillagt lämna" in text
        for text in texts
    )
    assert "Förut" in texts
    assert any(
        text.startswith("Utföraren borttaget: bör slut på borttaget lämna") for text in texts
    )
    assert any(text.startswith("Utföraren tillagt: ska slut på tillagt lämna") for text in texts)


def test_a_line_says_why_it_matters() -> None:
    notes = [heard(note) for note in article(read(COMPARISON), "Ersättning").all("li")]
    assert "saklig: belopp, procent" in notes


def test_a_moved_section_says_where_it_was() -> None:
    own = heard(article(read(COMPARISON), "Barnkonventionen"))
    assert "Stod förut som 2.3 under ”Generella krav”, står nu som 6.0 på högsta nivån." in own
    assert "flyttat" in own


def test_the_map_has_a_line_for_each_section_that_lives_on() -> None:
    (drawing,) = read(COMPARISON).all("svg")
    moved = [path for path in drawing.all("path") if "moved" in path.attributes["class"]]
    assert len(moved) == sum(pair.moved for pair in COMPARISON.sections)
    assert drawing.attributes["role"] == "img"
    assert drawing.attributes["aria-label"]


def test_the_old_outline_is_in_the_old_order() -> None:
    body = [pair for pair in COMPARISON.sections if pair.part == "body"]
    numbers = [pair.old.number for pair in old_order(body) if pair.old]
    assert numbers == ["1.0", "1.1", "2.0", "2.1", "2.2", "2.3", "2.4", "3.0", "3.1"]


def test_no_map_where_nothing_came_went_or_moved() -> None:
    assert list(read(SAME).all("svg")) == []


def test_versions_that_are_alike_are_said_to_be() -> None:
    page = read(SAME)
    assert "Versionerna är lika." in heard(page)
    assert list(page.all("fieldset")) == []


def test_every_combination_of_filters_hides_what_it_should() -> None:
    """The style sheet has a rule for each set of filters that a section can be shown by."""
    sheet = _file("jamforelse.css")
    for moved, saklig, redaktionell in product((False, True), repeat=3):
        names = [
            *(["saklig"] if saklig else []),
            *(["redaktionell"] if redaktionell else []),
            *(["flyttad"] if moved else []),
        ] or ["oforandrad"]
        unchecked = "".join(f":has(#show-{name}:not(:checked))" for name in names)
        assert f'body{unchecked} [data-groups="{" ".join(names)}"]' in sheet


@given(comparisons())
def test_every_section_is_shown_by_some_filter(comparison: Comparison) -> None:
    for pair in comparison.sections:
        assert set(of_pair(pair).split()) <= {"saklig", "redaktionell", "flyttad", "oforandrad"}
        assert of_pair(pair)


# -- What can be seen (WCAG 2.2, 1.4.3 and 1.4.11) --------------------------------------------


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


LIGHT, DARK = dressed(PROFILE, "tokens").split("@media screen and (prefers-color-scheme: dark)")


@pytest.fixture(scope="module", params=[LIGHT, DARK], ids=["light", "dark"])
def colours(request: pytest.FixtureRequest) -> dict[str, str]:
    """Return the colours of a page by day, or in the dark, as a browser works them out."""
    said = dict(re.findall(r"--([a-z-]+): ([^;]*);", LIGHT))
    if request.param is DARK:
        said |= dict(re.findall(r"--([a-z-]+): ([^;]*);", DARK.partition("@media print")[0]))
    return {name: worked_out(value, said) for name, value in said.items() if "#" in value} | {
        name: worked_out(said[name], said) for name in ("accent", "text", "muted", "accent-soft")
    }


def worked_out(value: str, said: dict[str, str]) -> str:
    """Return `#rrggbb` of a colour, of a name for one, or of two that are mixed."""
    if name := re.fullmatch(r"var\(--([a-z-]+)\)", value):
        return worked_out(said[name[1]], said)
    mixed = re.fullmatch(r"color-mix\(in srgb, (.*) (\d+)%, (.*)\)", value)
    if not mixed:
        short = {"white": "#ffffff", "#fff": "#ffffff"}
        return short.get(value, value).lower()
    one, share, other = worked_out(mixed[1], said), int(mixed[2]) / 100, worked_out(mixed[3], said)
    channels = (
        round(share * int(one[at : at + 2], 16) + (1 - share) * int(other[at : at + 2], 16))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *product(
            ("text", "muted", "came", "went", "moved", "amber"), ("paper", "ground", "sunken")
        ),
        ("came", "came-ground"),
        ("went", "went-ground"),
        ("moved", "moved-ground"),
        ("amber", "amber-ground"),
        ("accent", "accent-soft"),
        ("text", "accent-soft"),
        ("accent-ink", "accent"),
    ],
)
def test_text_can_be_read(colours: dict[str, str], text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_the_accent_of_the_house_can_be_read_on_the_ground(colours: dict[str, str]) -> None:
    assert contrast(colours["accent"], colours["ground"]) >= 4.5
    assert contrast(colours["accent"], colours["paper"]) >= 4.5


def test_a_line_that_means_something_can_be_seen(colours: dict[str, str]) -> None:
    for line in ("edge", "amber-line"):
        assert contrast(colours[line], colours["paper"]) >= 3


def test_what_matters_most_stands_before_the_list_of_sections() -> None:
    """On a narrow screen all stands below each other, in this order."""
    old, new = (
        read_markdown_document(f"# Avtal\n\n## Pris\n\nPriset är {price} kronor.", "a").document
        for price in (400, 500)
    )
    page = to_html(compare(old, new), PROFILE).decode()
    assert page.index('class="card first"') < page.index("<nav") < page.index("<main")
    assert 'data-l="Förut"' in page
