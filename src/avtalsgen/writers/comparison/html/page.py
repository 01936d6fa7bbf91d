"""The whole page: head with totals, filters, map, list of sections, the sections, the facts."""

from collections.abc import Iterator
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
from avtalsgen.writers.dressed import dressed
from avtalsgen.writers.lone_page import lone_page
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape, lines, void

_WORDS = "small muted said"
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
    parts = dressed(profile, "tokens", "base", "marks", "parts", "folds", "tables", "compare")
    return lone_page(
        f"Jämförelse – {_name(comparison.new)}",
        f"{parts}\n{_file('jamforelse.css')}",
        *_body(comparison, duties=duties),
        script=_file("jamforelse.js"),
    )


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _body(comparison: Comparison, *, duties: bool) -> Iterator[Markup]:
    pairs = [(pair, f"s{place}") for place, pair in enumerate(comparison.sections, start=1)]
    yield element("a", escape("Hoppa till ändringarna"), class_="skip", href="#_changes")
    yield _masthead(comparison)
    yield top_table(comparison)
    yield NOTHING if comparison.same else _tools()
    yield block(
        "div",
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
        class_="compare",
    )
    yield _help()


def _masthead(comparison: Comparison) -> Markup:
    return block(
        "header",
        element("p", escape("Jämförelse"), class_="kicker"),
        element("h1", escape(_name(comparison.new))),
        block("dl", _side("Förut", comparison.old), _side("Nu", comparison.new), class_="sides"),
        element("p", escape("Versionerna är lika."), class_="note ok")
        if comparison.same
        else _totals(totals(comparison)),
        *(element("p", escape(said), class_=_WORDS) for said in vocabulary.others(comparison)),
        *(element("p", escape(said), class_=_WORDS) for said in vocabulary.comments(comparison)),
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
        (total.ranks["avgörande"], *_RANKED, "vital"),
        (total.ranks["saklig"], *_CHANGED, "warn"),
        (total.ranks["redaktionell"], *_EDITED, ""),
        (total.moved, "flyttat avsnitt", "flyttade avsnitt", "moved"),
        (total.added, "nytt avsnitt", "nya avsnitt", "ok"),
        (total.removed, "borttaget avsnitt", "borttagna avsnitt", "bad"),
        (total.unchanged, "oförändrat avsnitt", "oförändrade avsnitt", "plain"),
    )
    words = (
        f"{vocabulary.counted(total.inserted_words, 'ord', 'ord')} tillagda, "
        f"{vocabulary.counted(total.deleted_words, 'ord', 'ord')} borttagna"
    )
    return lines(
        block("ul", *(_count(*each) for each in counts if each[0]), class_="totals"),
        element("p", escape(words), class_=_WORDS),
    )


def _count(number: int, singular: str, plural: str, kind: str) -> Markup:
    return element(
        "li",
        element(
            "span",
            element("b", escape(str(number))),
            escape(" " + (singular if number == 1 else plural)),
        ),
        class_=f"tag {kind}",
    )


def _tools() -> Markup:
    shown = (
        _choice("checkbox", f"show-{name}", label, checked=name != groups.UNCHANGED)
        for name, label in groups.FILTERS.items()
    )
    readings = (
        _choice("radio", "v-inl", "Löpande", checked=True),
        _choice("radio", "v-sbs", "Sida vid sida", checked=False),
    )
    return block(
        "section",
        block("fieldset", element("legend", escape("Visa")), *shown, class_="seg"),
        block("fieldset", element("legend", escape("Läs")), *readings, class_="seg"),
        block(
            "div",
            element("button", escape("↑ Föregående"), type="button", class_="mini", data_go="-1"),
            element("button", escape("↓ Nästa"), type="button", class_="mini", data_go="1"),
            _help_button(),
            class_="row",
            hidden="",
        ),
        class_="tools",
        aria_label="Vad som visas",
    )


def _help_button() -> Markup:
    return element("button", escape("?"), type="button", class_="mini", aria_label="Tangenter")


def _choice(kind: str, name: str, label: str, *, checked: bool) -> Markup:
    control = void(
        "input",
        type=kind,
        id=name,
        name="reading" if kind == "radio" else None,
        checked="" if checked else None,
    )
    return element("label", control, element("span", escape(label)), class_="chip")


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
        class_="card outline",
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
            class_="folds texts facts-table",
        ),
        class_="card",
        open="" if len(facts) <= _FEW else None,
    )


def _fact(fact: FactChange) -> Markup:
    return element(
        "tr",
        element("th", element("code", escape(fact.path)), scope="row"),
        _side_of_fact("Förut", "del", fact.old),
        _side_of_fact("Nu", "ins", fact.new),
    )


def _side_of_fact(label: str, mark: str, said: str) -> Markup:
    return element("td", element(mark, escape(said)) if said else escape("–"), data_l=label)


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
