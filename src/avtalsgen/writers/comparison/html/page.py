"""The whole page: head with totals, filters, map, list of sections, the sections, the facts."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from avtalsgen.model.comparison import Comparison, FactChange, SectionPair, Side
from avtalsgen.model.profile import Profile
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.html import groups
from avtalsgen.writers.comparison.html.clause import clause
from avtalsgen.writers.comparison.html.clause_list import clause_list
from avtalsgen.writers.comparison.html.first_page import duty_tables, top_table
from avtalsgen.writers.comparison.html.outline_map import is_on_map, outline_map
from avtalsgen.writers.comparison.totals import Totals, totals
from avtalsgen.writers.markup import (
    NOTHING,
    Markup,
    block,
    css_string,
    element,
    escape,
    lines,
    void,
)

FALLBACK = '"Segoe UI", system-ui, sans-serif'
_FEW = 8
_FEW_ROWS = 36
"""More facts, or rows of the map, than this are folded away: the changes come first."""
_KEYS = (
    ("j", "nästa ändrade avsnitt"),
    ("k", "föregående ändrade avsnitt"),
    ("s", "sida vid sida eller löpande"),
    ("1–4", "filtren, i den ordning de står"),
    ("?", "den här hjälpen"),
)


def to_html(comparison: Comparison, profile: Profile, *, duties: bool = False) -> bytes:
    """Return `comparison` as one page in the colours of `profile`, without anything to fetch.

    Who must do what is folded away, unless `duties` are asked for.
    """
    style = Markup(f"\n{_house(profile)}\n{_file('jamforelse.css')}")
    script = Markup(f"\n{_file('jamforelse.js')}")
    page = block(
        "html",
        _head(comparison, style, script),
        _body(comparison, script, duties=duties),
        lang="sv",
    )
    return f"<!DOCTYPE html>\n{page}\n".encode()


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _house(profile: Profile) -> str:
    accent = "".join(digit for digit in profile.colours.accent if digit in _HEX)
    return f":root {{ --house: #{accent}; --font: {css_string(profile.font)}, {FALLBACK}; }}"


_HEX = "0123456789abcdefABCDEF"


def _head(comparison: Comparison, style: Markup, script: Markup) -> Markup:
    return block(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(f"Jämförelse – {_name(comparison.new)}")),
        element("style", style),
    )


def _policy(style: str, script: str) -> str:
    """Return the policy that lets in our own style sheet and script, nothing else (CSP 3)."""
    styles, runs = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in (style, script)
    )
    return (
        f"default-src 'none'; style-src 'sha256-{styles}'; script-src 'sha256-{runs}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _body(comparison: Comparison, script: Markup, *, duties: bool) -> Markup:
    pairs = [(pair, f"s{place}") for place, pair in enumerate(comparison.sections, start=1)]
    return block(
        "body",
        element("a", escape("Hoppa till ändringarna"), class_="skip", href="#_changes"),
        _masthead(comparison),
        top_table(comparison),
        NOTHING if comparison.same else _tools(),
        clause_list(pairs),
        block(
            "main",
            duty_tables(comparison, shown=duties),
            _map(comparison.sections),
            *(clause(pair, anchor) for pair, anchor in pairs),
            _facts(comparison.facts),
            id="_changes",
            tabindex="-1",
        ),
        _help(),
        element("script", script),
    )


def _masthead(comparison: Comparison) -> Markup:
    return block(
        "header",
        element("p", escape("Jämförelse"), class_="kicker"),
        element("h1", escape(_name(comparison.new))),
        block("dl", _side("Förut", comparison.old), _side("Nu", comparison.new), class_="sides"),
        element("p", escape("Versionerna är lika."), class_="alike")
        if comparison.same
        else _totals(totals(comparison)),
        *(element("p", escape(said), class_="words") for said in vocabulary.others(comparison)),
        *(element("p", escape(said), class_="words") for said in vocabulary.comments(comparison)),
        class_="masthead",
    )


def _name(side: Side) -> str:
    return side.title or side.source


def _side(label: str, side: Side) -> Markup:
    about = f"{side.source} · {vocabulary.counted(side.words, 'ord', 'ord')}"
    return element(
        "div",
        element("dt", escape(label)),
        element("dd", escape(_name(side)), element("small", escape(about))),
    )


_RANKED = ("avsnitt med avgörande ändringar",) * 2
_CHANGED = ("avsnitt med andra ändringar i sak",) * 2
_EDITED = ("avsnitt med bara redaktionella ändringar",) * 2


def _totals(total: Totals) -> Markup:
    counts = (
        (total.ranks["avgörande"], *_RANKED, "avgorande"),
        (total.ranks["saklig"], *_CHANGED, "saklig"),
        (total.ranks["redaktionell"], *_EDITED, "redaktionell"),
        (total.moved, "flyttat avsnitt", "flyttade avsnitt", "travelled"),
        (total.added, "nytt avsnitt", "nya avsnitt", "came"),
        (total.removed, "borttaget avsnitt", "borttagna avsnitt", "went"),
        (total.unchanged, "oförändrat avsnitt", "oförändrade avsnitt", "plain"),
    )
    words = (
        f"{vocabulary.counted(total.inserted_words, 'ord', 'ord')} tillagda, "
        f"{vocabulary.counted(total.deleted_words, 'ord', 'ord')} borttagna"
    )
    return lines(
        block("ul", *(_count(*each) for each in counts if each[0]), class_="totals"),
        element("p", escape(words), class_="words"),
    )


def _count(number: int, singular: str, plural: str, kind: str) -> Markup:
    return element(
        "li",
        element("b", escape(str(number))),
        escape(" " + (singular if number == 1 else plural)),
        class_=kind,
    )


def _tools() -> Markup:
    shown = (
        _choice("checkbox", f"show-{name}", label, checked=name != groups.UNCHANGED)
        for name, label in groups.FILTERS.items()
    )
    readings = (
        _choice("radio", "read-inline", "Löpande", checked=True),
        _choice("radio", "read-beside", "Sida vid sida", checked=False),
    )
    return block(
        "section",
        block("fieldset", element("legend", escape("Visa")), *shown),
        block("fieldset", element("legend", escape("Läs")), *readings),
        block(
            "div",
            element("button", escape("↑ Föregående"), type="button", data_go="-1"),
            element("button", escape("↓ Nästa"), type="button", data_go="1"),
            element("button", escape("?"), type="button", data_help="", aria_label="Tangenter"),
            class_="steps",
            hidden="",
        ),
        class_="tools",
        aria_label="Vad som visas",
    )


def _choice(kind: str, name: str, label: str, *, checked: bool) -> Markup:
    control = void(
        "input",
        type=kind,
        id=name,
        name="reading" if kind == "radio" else None,
        checked="" if checked else None,
    )
    return element("label", control, element("span", escape(label)))


def _map(pairs: tuple[SectionPair, ...]) -> Markup:
    """Return the map, if any section changed its place, came or went."""
    if not any(pair.moved or pair.old is None or pair.new is None for pair in pairs):
        return NOTHING
    return block(
        "details",
        element("summary", element("h2", escape("Så har dispositionen ändrats"))),
        block(
            "div",
            outline_map(pairs),
            class_="map",
            role="group",
            aria_label="Karta över avsnitten",
            tabindex="0",
        ),
        class_="outline",
        open="" if sum(is_on_map(pair) for pair in pairs) <= _FEW_ROWS else None,
    )


def _facts(facts: tuple[FactChange, ...]) -> Markup:
    if not facts:
        return NOTHING
    heads = (element("th", escape(name), scope="col") for name in ("Uppgift", "Förut", "Nu"))
    many = vocabulary.counted(len(facts), "ändrad uppgift", "ändrade uppgifter")
    return block(
        "details",
        element("summary", element("h2", escape(many))),
        block(
            "table",
            block("thead", element("tr", *heads)),
            block("tbody", *map(_fact, facts)),
        ),
        class_="facts",
        open="" if len(facts) <= _FEW else None,
    )


def _fact(fact: FactChange) -> Markup:
    return element(
        "tr",
        element("th", element("code", escape(fact.path)), scope="row"),
        element("td", element("del", escape(fact.old)) if fact.old else escape("–")),
        element("td", element("ins", escape(fact.new)) if fact.new else escape("–")),
    )


def _help() -> Markup:
    keys = (
        element("div", element("dt", element("kbd", escape(key))), element("dd", escape(does)))
        for key, does in _KEYS
    )
    return block(
        "dialog",
        element("h2", escape("Tangenter"), id="_keys"),
        block("dl", *keys),
        block("form", element("button", escape("Stäng")), method="dialog"),
        aria_labelledby="_keys",
    )
