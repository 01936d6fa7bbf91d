"""Markdown that other programs have and ours has not: it would be printed as it was typed.

A mark that is escaped by a backslash is meant to be printed, and is told of nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_IN_A_SENTENCE = "skriv ordet och förklaringen i en mening"
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:#\w+|\w+);")
"""A mark that is not to mean anything, and a letter by its number (CommonMark 0.31.2, 2.4)."""
_MARKS = (
    (
        re.compile(r"\[\^[^\]\s]{0,40}\]|\^\["),
        "fotnoter används inte",
        "skriv det inom parentes i meningen",
    ),
    (re.compile(r"~~[^~]+~~"), "struken text används inte", "ta bort orden, och tecknen ~~"),
    (
        re.compile(r"(?<![\w~])~(?![\s~])[^~]*(?<!\s)~(?![\w~])"),
        "struken text används inte",
        "ta bort orden, och tecknen ~",
    ),
    (
        re.compile(r"^\[[ xX]\](?=\s|$)"),
        "kryssrutor används inte",
        "skriv punkten utan [ ]",
    ),
    (re.compile(r"==[^=\s][^=]*=="), "överstruken text används inte", "skriv **orden** i stället"),
    (re.compile(r"(?<!\$)\$\$[^$]+\$\$"), "formler används inte", "skriv formeln med ord"),
    (
        re.compile(r"(?<![\w$])\$(?![\s$])[^$]*(?<!\s)\$(?![\w$])"),
        "formler används inte",
        "skriv formeln med ord",
    ),
    (re.compile(r"^:{3,}"), "rutor används inte", "ta bort raden med :::"),
    (re.compile(r"^!{3}\s"), "rutor används inte", "ta bort raden med !!!"),
    (
        re.compile(r"(?<=\w)([~^])\w{1,20}\1"),
        "upphöjd och nedsänkt text används inte",
        "skriv tecknet som det är, till exempel m²",
    ),
    (
        re.compile(r"(?<![\w^])\^(?![\s^\[])[^^]{0,40}(?<!\s)\^(?![\w^])"),
        "upphöjd och nedsänkt text används inte",
        "skriv tecknet som det är, till exempel m²",
    ),
    (
        re.compile(r"(?<![\w:]):(?:[a-z][a-z0-9_+-]{1,40}|[+-]1):(?![\w:])"),
        "namn på bildtecken används inte",
        "skriv det med ord",
    ),
    (
        re.compile(r"\{ ?(?:[#.][\w-]+|:[^{}]{1,80}) ?\}"),
        "märken i klammer används inte",
        "ta bort klammern",
    ),
    (re.compile(r"%%[^%]+%%"), "kommentarer mellan %% används inte", "skriv {# kommentar #}"),
    (re.compile(r"\|\|[^|\s][^|]*\|\|"), "dold text används inte", "skriv orden utan ||"),
    (
        re.compile(r"(?<!\+)\+\+(?![\s+])[^+]+(?<!\s)\+\+(?!\+)"),
        "infogad text används inte",
        "skriv orden utan ++",
    ),
    (
        re.compile(r"(?<![\w-])--(?![\s-])[^-]+(?<!\s)--(?![\w-])"),
        "struken text används inte",
        "ta bort orden, och tecknen --",
    ),
    (re.compile(r"(?<=\s)-{2,3}(?=\s)"), "-- blir inget tankstreck", "skriv – i stället"),
    (re.compile(r"^\*\[[^\]]+\]: "), "listor med förkortningar används inte", _IN_A_SENTENCE),
    (re.compile(r"\[@[\w:.-]+[^\]]{0,80}\]"), "källhänvisningar används inte", "skriv källan"),
    (re.compile(r"\\[a-z]{2,}\b"), "kommandon för LaTeX används inte", "ta bort det"),
    (
        re.compile(r"^#{1,6}[^\W\d_]"),
        "rubriker står i dispositionen, inte i texten",
        "flytta rubriken till dispositionen",
    ),
    (re.compile(r"^: +(?=\S)"), "listor med förklaringar används inte", _IN_A_SENTENCE),
    (
        re.compile(r"^(?:\+[-=+]{2,}|\|[^|]*\|)"),
        "tabellen har ingen rad under sitt huvud",
        "skriv raden |---|---| under den första",
    ),
    (re.compile(r"\[\[[^\]]+\]\]"), "wikilänkar används inte", 'skriv {{ ref("klagomal") }}'),
    (
        re.compile(r"\{(?:\+\+|--|>>|==|~~)"),
        "märken för ändringar används inte",
        "skriv texten så som den ska bli",
    ),
    (re.compile(r"^\[(?i:TOC)\]$"), "innehållet görs av programmet", "ta bort raden"),
)
"""What other kinds of Markdown write and ours has not, what to say and what to write instead."""
_LIST_SIGN = re.compile(
    r"""
    (?: [•·▪◦‣–—]                        # as mail and Word paste them
      | [(]?[ivx]{1,4}[.)]               # i. ii. iii.
      | [(](?:[a-zåäö]|\d{1,2})[)]       # (a) (b)
      | [A-ZÅÄÖ][.)]                     # A. B.
      | o(?=[ \t])                       # what Word pastes for a hollow dot
      | \d{1,2}(?:\.\d{1,2})+\.?         # 1.1 1.2
      | §[ ]?\d{1,3}                     # § 1 § 2
    )[ \t]+(?=\S)
    """,
    re.VERBOSE,
)
"""What begins the lines of a list in other programs; in ours they would run together."""
LETTER = re.compile(r"([a-zåäö])(?:\)|\.)[ \t]+(?=\S)")
"""What begins a line of a lettered list."""
ROMAN = re.compile(r"^ *[(]?[ivx]{2,4}[.)][ \t]+(?=\S)", re.MULTILINE)
"""ii. iii. iv., where i. alone may be a letter."""
_COUNTED = re.compile(r"(\d{1,2})[ \t]+(?=[^\W\d_])")
"""A number without a point before words."""
_HARD_BREAK = re.compile(r"(?:\\|  )\n")
"""What keeps two lines apart on paper too."""


def marks(text: str, source: str) -> Iterator[tuple[str, str]]:
    """Yield what to say, and what to write instead, of each kind of mark in running text.

    `text` is what would be printed of `source`.
    """
    bare = _ESCAPED.sub("\ufffc", source)
    for pattern, message, hint in _MARKS:
        if pattern.search(text) and pattern.search(bare):
            yield message, hint


_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)\b")
_WORDS_IN_TAGS = {
    **dict.fromkeys(("b", "strong"), "skriv **orden** i stället"),
    **dict.fromkeys(("i", "em"), "skriv *orden* i stället"),
    **dict.fromkeys(("p", "br"), "lämna en tom rad i stället"),
    **dict.fromkeys(("ul", "ol", "li"), "börja varje punkt med - i stället"),
    **dict.fromkeys(("sub", "sup"), "skriv tecknet som det är, till exempel m²"),
    "a": "skriv [text](adress) i stället",
}
"""What ours has for a tag of HTML."""
_OTHER_TAGS = frozenset(
    (
        *("abbr", "big", "blockquote", "body", "button", "center", "cite", "code", "col", "del"),
        *("details", "dd", "div", "dl", "dt", "font", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "head", "header", "hr", "html", "iframe", "img", "input", "ins", "kbd"),
        *("link", "main", "mark", "meta", "nav", "pre", "q", "s", "script", "section", "small"),
        *("span", "strike", "style", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("title", "tr", "tt", "u", "video"),
    )
)
"""Tags that ours has nothing for; any other word between < and > is a word (HTML 5)."""


def html(source: str) -> tuple[str, str]:
    """Return what to say of a piece of HTML, and what to do about it.

    A comment is hidden where HTML is shown, so it is never told to be printed.
    """
    text = source.lstrip()
    if text.startswith(("<!--", "<!", "<?")):
        return "kommentarer i HTML används inte", "ta bort kommentaren"
    tag = _TAG.match(text)
    name = tag["name"].lower() if tag else ""
    if name in _WORDS_IN_TAGS:
        return f"HTML används inte: <{name}>", f"ta bort taggen, {_WORDS_IN_TAGS[name]}"
    if name in _OTHER_TAGS:
        return f"HTML används inte: <{name}>", "ta bort taggen"
    return "HTML används inte", "skriv < som \\<"


def lists(source: str) -> Iterator[tuple[str, str]]:
    """Yield what to say of the lines of a paragraph that are a list somewhere else."""
    rows = [row.lstrip() for row in _HARD_BREAK.sub("", source).split("\n")]
    signs = [sign for row in rows if (sign := _LIST_SIGN.match(row))]
    counted = [int(sign[1]) for row in rows if (sign := _COUNTED.match(row))]
    one_by_one = counted == list(range(1, len(rows) + 1)) and len(rows) > 1
    if len(signs) > 1 or one_by_one:
        typed = signs[0][0].strip() if signs else str(counted[0])
        yield f"en lista med {typed} används inte", "skriv -, 1. eller a) i stället"
    letters = [sign[1] for row in rows if (sign := LETTER.match(row))]
    if len(letters) > 1 and len(signs) <= 1 and not one_by_one:
        message = f"bokstäverna i en lista ({', '.join(letters)}) följer inte på varandra"
        yield message, _next_letter(letters)
    if any(row.startswith(": ") for row in rows[1:]):
        yield "listor med förklaringar används inte", _IN_A_SENTENCE
    if len(rows) > 1 and all("|" in row.strip("|") for row in rows):
        yield "tabellen har ingen rad under sitt huvud", "skriv raden |---|---| under den första"


def _next_letter(letters: Sequence[str]) -> str:
    """Return what to write for the first letter that does not follow the one before it."""
    before, wrong = next(
        (pair for pair in pairwise(letters) if ord(pair[1]) != ord(pair[0]) + 1), letters[:2]
    )
    return f"skriv {chr(ord(before) + 1)}) i stället för {wrong})"
