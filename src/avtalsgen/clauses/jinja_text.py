"""What Jinja makes of a text: its tokens, its tree, and what it says when it cannot be read.

A text is taken apart once, and the tree is built of those tokens.
"""

from collections.abc import Iterable, Iterator, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TokenStream
from jinja2.parser import Parser

_JINJA = Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701 - parses, never renders
Token = tuple[int, str, str]
"""Line, kind and text of a token, as Jinja's lexer yields it."""


def tokens_of(text: str) -> Sequence[Token]:
    """Return the tokens of `text`, which together are every letter of it.

    Raises:
        jinja2.TemplateSyntaxError: it cannot be taken apart.
    """
    return [*_JINJA.lex(text)]


def tree_of(tokens: Iterable[Token]) -> Sequence[nodes.Node]:
    """Return the tree of a text that is taken apart already, which is half the work.

    Raises:
        jinja2.TemplateSyntaxError: the tokens make no statements.
    """
    parser = Parser(_JINJA, "")
    parser.stream = TokenStream(_JINJA.lexer.wrap(tokens), None, None)
    return parser.parse().body


def condition_of(written: str) -> nodes.Node | None:
    """Return the tree of one condition as it stands in `{% if … %}`, nothing if it is none."""
    try:
        body = _JINJA.parse(f"{{% if {written} %}}{{% endif %}}").body
    except (TemplateSyntaxError, RecursionError, ValueError):
        return None
    match body:
        case [nodes.If(body=[], elif_=[], else_=[]) as only]:
            return only.test
        case _:
            return None


def statements(text: str, tokens: Iterable[Token]) -> Iterator[tuple[int, str, bool]]:
    """Yield line, word and whether it stands alone on its line of each `{% … %}`."""
    offset = start = number = 0
    word = ""
    for line, kind, value in tokens:
        if kind == "block_begin":
            start, number, word = offset, line, ""
        elif kind == "name" and not word:
            word = value
        offset += len(value)
        if kind == "block_end":
            before = text[text.rfind("\n", 0, start) + 1 : start]
            after = text[offset:].partition("\n")[0] if not value.endswith("\n") else ""
            yield number, word, not (before.strip() or after.strip())
            word = "-"


def without_comments(text: str) -> str:
    """Return `text` without `{# … #}`, with as many lines; one that never ends is left."""
    kept = []
    position = 0
    while (start := text.find("{#", position)) >= 0 and (end := text.find("#}", start + 2)) >= 0:
        kept += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + 2
    return "".join((*kept, text[position:]))


def in_swedish(message: str) -> str:
    """Return what Jinja says of a text that cannot be read."""
    for english, swedish in (
        ("unexpected end of template", "texten tar slut innan {% … %} är avslutad"),
        ("end of print statement", "{{ … }} är inte avslutad rätt"),
        ("Unexpected end of template", "texten tar slut innan {% … %} är avslutad"),
        ("unknown tag", "{% … %} finns inte; det som finns är if, elif, else, endif, for, endfor"),
        ("No filter named", "formen efter | finns inte"),
        ("unexpected char", "ett tecken är på fel plats"),
    ):
        if english in message:
            return swedish
    return "uttrycket är inte skrivet som det ska"
