"""No change is invisible in any view: every kind of change, shown in every view."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from tests.compared import compare
from tests.read import read_markdown_document

from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.model.comparison import CommentChange, Comparison, OtherChange
from avtalsgen.model.nodes import (
    Aside,
    Cover,
    CoverRow,
    Document,
    Paragraph,
    Running,
    Signatory,
    Signatures,
    Text,
)
from avtalsgen.model.profile import DEFAULT
from avtalsgen.pipeline.compare.diff import DiffOrder, Told
from avtalsgen.writers import WRITERS
from avtalsgen.writers.comparison.html import to_html
from avtalsgen.writers.comparison.json import to_json
from avtalsgen.writers.comparison.printed import printed
from avtalsgen.writers.comparison.report import report
from avtalsgen.writers.comparison.screen import Screen
from avtalsgen.writers.comparison.terminal import to_terminal
from avtalsgen.writers.render import Render

TEXT = """# Avtal

## 1 Tid

Avtalet gäller tills vidare. Se [villkoren](https://aby.se/villkor).

## 2 Krav

Utföraren ska städa lokalen varje vecka.

Handlingarna gäller i följande ordning:

1. avtalet
2. bilagan

| Vad | Pris |
|---|---|
| Städning | 100 kronor |

## 3 Hamnen

Kajen hör till lokalen och får användas av besökare.
"""


def document(text: str = TEXT) -> Document:
    return read_markdown_document(text, "avtal.md").document


PLAIN = document()
TEXTS: Mapping[str, tuple[str, str, str]] = {
    "a word": ("städa lokalen", "putsa lokalen", "putsa"),
    "a word more": ("städa lokalen", "städa hela lokalen", "hela"),
    "a word less": (" varje vecka.", ".", "vecka"),
    "an amount in a table": ("100 kronor", "200 kronor", "200"),
    "a row of a table": ("| Städning | 100 kronor |\n", "", "Städning"),
    "an order that decides": ("1. avtalet\n2. bilagan", "1. bilagan\n2. avtalet", "bilagan"),
    "an item": ("2. bilagan\n", "2. bilagan\n3. lagen\n", "lagen"),
    "where a link leads": ("aby.se/villkor", "aby.se/annat", "aby.se/annat"),
    "a heading": ("3 Hamnen", "3 Stranden", "Stranden"),
    "the number of a heading": ("3 Hamnen", "4 Hamnen", "4"),
    "a paragraph more": ("## 3", "Fönstren ska putsas.\n\n## 3", "Fönstren"),
    "a section more": ("## 3", "## 2 B Fönster\n\nFönstren ska putsas.\n\n## 3", "Fönstren"),
    "a section less": (TEXT[TEXT.index("## 3") :], "", "Hamnen"),
    "spelling": ("Avtalet gäller", "AVTALET gäller", "AVTALET"),
    "punctuation": ("lokalen varje", "lokalen, varje", ","),
    "another way to say it": ("Utföraren ska städa", "Utföraren skall städa", "skall"),
}


def _signed(name: str) -> Signatures:
    party = Signatory(
        "utförare", "För utföraren", (Text("Bolaget"),), ("Datum",), (Text(name),), ()
    )
    return Signatures("papper", (party,))


def _beside(part: str, words: str) -> Callable[[], tuple[Document, Document]]:
    def sides() -> tuple[Document, Document]:
        old, new = (
            Aside(part, "1", (Paragraph((Text(said),)),))  # type: ignore[arg-type]
            for said in ("Som förut.", words)
        )
        return replace(PLAIN, asides=(old,)), replace(PLAIN, asides=(new,))

    return sides


def _text(old: str, new: str) -> Callable[[], tuple[Document, Document]]:
    assert old in TEXT
    return lambda: (PLAIN, document(TEXT.replace(old, new, 1)))


def _cover() -> tuple[Document, Document]:
    rows = (CoverRow("Version", (Text("Utgåvan"),)),)
    return PLAIN, replace(PLAIN, cover=Cover(PLAIN.cover.kicker, PLAIN.cover.title, rows=rows))


KINDS: Mapping[str, tuple[Callable[[], tuple[Document, Document]], str]] = {
    **{name: (_text(old, new), shown) for name, (old, new, shown) in TEXTS.items()},
    "a row of the cover": (_cover, "Utgåvan"),
    "the head of pages": (
        lambda: (PLAIN, replace(PLAIN, running=Running("Huvudet", "", ""))),
        "Huvudet",
    ),
    "the foot of pages": (
        lambda: (PLAIN, replace(PLAIN, running=Running("", "", "Foten"))),
        "Foten",
    ),
    "who signs": (
        lambda: (
            replace(PLAIN, signatures=_signed("Kim Ek")),
            replace(PLAIN, signatures=_signed("Alex Alm")),
        ),
        "Alm",
    ),
    "a footnote": (_beside("footnote", "Noten."), "Noten"),
    "an endnote": (_beside("endnote", "Noten."), "Noten"),
    "a text box": (_beside("textbox", "Rutan."), "Rutan"),
    "a section moved": (
        lambda: (PLAIN, document(_moved())),
        "flytta",
    ),
    "a picture": (lambda: (PLAIN, PLAIN), "bild"),
    "a style": (lambda: (PLAIN, PLAIN), "Brödtext"),
    "a comment": (lambda: (PLAIN, PLAIN), "Räcker det?"),
}


def _moved() -> str:
    first, second = TEXT.index("## 1"), TEXT.index("## 2")
    return f"{TEXT[:first]}{TEXT[second:]}\n{TEXT[first:second]}".replace("## 1 Tid", "## 9 Tid")


def _words(document: Document) -> str:
    return WRITERS["txt"].write(document, Render(DEFAULT)).decode()


def _terminal(comparison: Comparison, _old: Document, _new: Document) -> str:
    return " ".join(to_terminal(comparison, Screen(colour=False, width=200)).split())


def _web(comparison: Comparison, _old: Document, _new: Document) -> str:
    return to_html(comparison, DEFAULT, duties=False).decode()


def _markdown(comparison: Comparison, _old: Document, _new: Document) -> str:
    return WRITERS["md"].write(report(comparison), Render(DEFAULT)).decode()


def _pages(comparison: Comparison, old: Document, new: Document) -> str:
    return _words(printed(redline(old, new), comparison))


def _json(comparison: Comparison, _old: Document, _new: Document) -> str:
    return json.dumps(to_json(comparison), ensure_ascii=False)


VIEWS = {
    "terminal": _terminal,
    "web": _web,
    "Markdown": _markdown,
    "PDF": _pages,
    "JSON": _json,
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_change_is_shown_in_every_view(kind: str, view: str) -> None:
    sides, shown = KINDS[kind]
    old, new = sides()
    comparison = compare(old, new, old_source="a", new_source="b")
    if kind == "a picture":
        comparison = replace(comparison, other=(OtherChange("bild", 1, 0),))
    if kind == "a style":
        told = OtherChange("formatmall", 1, 1, "formatmallen ”Brödtext” ser annorlunda ut")
        comparison = replace(comparison, other=(told,))
    if kind == "a comment":
        comment = CommentChange("ny", "Ek", "varje vecka", "Räcker det?")
        comparison = replace(comparison, comments=(comment,))
    same = VIEWS[view](compare(old, old, old_source="a", new_source="b"), old, old)
    made = VIEWS[view](comparison, old, new)
    assert not comparison.same
    assert "Versionerna är lika" not in made
    assert made != same
    moved = view == "JSON" and kind == "a section moved"
    assert ('"moved": true' if moved else shown) in made.replace("\u00a0", " ")


@pytest.mark.parametrize("view", VIEWS)
def test_a_first_page_by_section_says_so_in_every_view(view: str) -> None:
    old, new = PLAIN, document(TEXT.replace("100 kronor", "200 kronor"))
    whole = compare(old, new, old_source="a", new_source="b")
    made = " ".join(VIEWS[view](replace(whole, top_by_section=True), old, new).split())
    assert ('"top_by": "avsnitt"' if view == "JSON" else "den tyngsta ändringen i varje") in made
    assert made != " ".join(VIEWS[view](whole, old, new).split())


@pytest.mark.parametrize(
    ("formats", "told", "duties", "shows"),
    [
        (("docx",), "files", False, (False, False)),
        (("docx", "pdf"), "files", False, (True, False)),
        (("md",), "files", True, (True, True)),
        (("html",), "files", False, (True, True)),
        ((), "terminal", False, (True, False)),
        ((), "terminal", True, (True, True)),
        ((), "stat", False, (False, False)),
        ((), "json", False, (True, True)),
    ],
)
def test_only_what_a_view_shows_is_worked_out(
    formats: tuple[str, ...], told: Told, duties: bool, shows: tuple[bool, bool]
) -> None:
    order = DiffOrder("a", "b", formats, duties=duties, told=told)
    assert (order.shows_top, order.shows_duties) == shows
