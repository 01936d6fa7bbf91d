"""The list of all sections, each with what happened to it: the way round the page."""

from collections.abc import Iterable, Iterator

from avtalsgen.model.comparison import SectionPair
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.html import groups
from avtalsgen.writers.comparison.html.spans import hidden
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape, void

_SIGNS = (
    ("nytt", "+", "ok"),
    ("borttaget", "−", "bad"),
    ("flyttat", "↕", "moved"),
    ("omnumrerat", "#", ""),
)
"""What a section is, a sign for it, and the colour of the sign."""
_MARKS = {"added": "ins", "removed": "del"}
_COUNTS = {"saklig": "bub warn", "redaktionell": "bub"}


def clause_list(pairs: Iterable[tuple[SectionPair, str]]) -> Markup:
    """Return a link to each of `pairs` by its anchor, in the order of the new version.

    On a narrow screen the list is folded until somebody unfolds it.
    """
    return block(
        "nav",
        element("h2", escape("Avsnitt"), id="_list"),
        element(
            "p",
            element(
                "label",
                void("input", type="checkbox", id="visa-avsnitt"),
                element("span", escape("Visa alla avsnitt")),
                class_="chip",
            ),
            class_="only-narrow",
        ),
        block(
            "ol",
            *(_entry(pair, anchor) for pair, anchor in pairs),
            role="list",
            class_="folded-list",
        ),
        class_="rail",
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
            element(
                "span",
                element("span", escape(number), class_="n") if number else NOTHING,
                element(_MARKS.get(pair.status, "span"), escape(vocabulary.heading(pair))),
            ),
            *_signs(pair),
            href=f"#{anchor}",
        ),
        class_=f"depth-{depth} {pair.status}",
        data_groups=groups.of_pair(pair),
    )


def _signs(pair: SectionPair) -> Iterator[Markup]:
    told = set(vocabulary.tidings(pair))
    for word, sign, kind in _SIGNS:
        if word in told:
            yield element("span", escape(sign), class_=f"bub {kind}", aria_hidden="true")
            yield hidden(f", {word}")
    for weight in vocabulary.WEIGHTS:
        count = sum(change.weight == weight for change in pair.changes)
        if count:
            yield element("span", escape(str(count)), class_=_COUNTS[weight], aria_hidden="true")
            yield hidden(", " + _counted(count, weight))


def _counted(count: int, weight: str) -> str:
    singular, plural = (
        ("saklig ändring", "sakliga ändringar")
        if weight == "saklig"
        else ("redaktionell ändring", "redaktionella ändringar")
    )
    return vocabulary.counted(count, singular, plural)
