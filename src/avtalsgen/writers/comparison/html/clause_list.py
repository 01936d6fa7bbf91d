"""The list of all sections, each with what happened to it: the way round the page."""

from collections.abc import Iterable, Iterator

from avtalsgen.model.comparison import SectionPair
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.html import groups
from avtalsgen.writers.comparison.html.spans import hidden
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape, void

_SIGNS = (("nytt", "+"), ("borttaget", "−"), ("flyttat", "↕"), ("omnumrerat", "#"))


def clause_list(pairs: Iterable[tuple[SectionPair, str]]) -> Markup:
    """Return a link to each of `pairs` by its anchor, in the order of the new version.

    On a narrow screen the list is folded until somebody unfolds it.
    """
    return block(
        "nav",
        element("h2", escape("Avsnitt"), id="_list"),
        void("input", type="checkbox", id="_unfold", class_="unfold"),
        element("label", escape("Visa alla avsnitt"), for_="_unfold"),
        block("ol", *(_entry(pair, anchor) for pair, anchor in pairs), role="list"),
        aria_labelledby="_list",
    )


def _entry(pair: SectionPair, anchor: str) -> Markup:
    face = pair.new or pair.old
    depth = min(len(face.path), 2) if face else 0
    number = vocabulary.numbers(pair)
    return element(
        "li",
        element(
            "a",
            element("span", escape(number), class_="number") if number else NOTHING,
            element("span", escape(vocabulary.heading(pair)), class_="name"),
            element("span", *_signs(pair), class_="signs"),
            href=f"#{anchor}",
        ),
        class_=f"depth-{depth} {pair.status}",
        data_groups=groups.of_pair(pair),
    )


def _signs(pair: SectionPair) -> Iterator[Markup]:
    told = set(vocabulary.tidings(pair))
    for word, sign in _SIGNS:
        if word in told:
            yield element("span", escape(sign), class_=f"sign {word}", aria_hidden="true")
            yield hidden(f", {word}")
    for weight in vocabulary.WEIGHTS:
        count = sum(change.weight == weight for change in pair.changes)
        if count:
            yield element("span", escape(str(count)), class_=f"count {weight}", aria_hidden="true")
            yield hidden(", " + _counted(count, weight))


def _counted(count: int, weight: str) -> str:
    singular, plural = (
        ("saklig ändring", "sakliga ändringar")
        if weight == "saklig"
        else ("redaktionell ändring", "redaktionella ändringar")
    )
    return vocabulary.counted(count, singular, plural)
