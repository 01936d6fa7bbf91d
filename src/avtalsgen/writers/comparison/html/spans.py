"""Words with their marks as HTML: seen by colour and line, heard by hidden words."""

from collections.abc import Iterable

from avtalsgen.model.comparison import ComparedLine, Span
from avtalsgen.writers.comparison.comparison_lines import one_line
from avtalsgen.writers.markup import Markup, element, escape, join

_HEARD = {"ins": ("tillagt:", "slut på tillagt"), "del": ("borttaget:", "slut på borttaget")}


def hidden(text: str) -> Markup:
    """Return words that are heard and not seen."""
    return element("span", escape(text), class_="heard")


def inline(line: ComparedLine) -> Markup:
    """Return both sides of a line in one."""
    return marked(one_line(line))


def marked(spans: Iterable[Span]) -> Markup:
    """Return `spans` with what came as `ins` and what went as `del`."""
    return join(_span(span) for span in spans if span.text)


def _span(span: Span) -> Markup:
    match span.mark:
        case "same":
            return escape(span.text)
        case "inserted":
            return _changed("ins", span.text)
        case "deleted":
            return _changed("del", span.text)


def _changed(name: str, text: str) -> Markup:
    """Return marked words; white space alone is drawn, since there is nothing else to see."""
    before, after = _HEARD[name]
    shown = text if text.strip() else text.replace("\u00a0", "⍽").replace(" ", "␣")
    return element(name, hidden(f" {before} "), escape(shown), hidden(f" {after} "))
