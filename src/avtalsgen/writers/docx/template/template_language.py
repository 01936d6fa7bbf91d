"""What may stand between braces in the house template: names, `if` and `for`, nothing else.

    {{ titel }}     {% if utkast %} … {% else %} … {% endif %}     {% for rad in rader %}

Jinja's sandbox keeps a template away from Python, yet lets it count, repeat and join text
until the memory is gone. Here every word and mark of a tag is looked at before Jinja
compiles it, and what is not on the list is refused.
"""

from collections.abc import Iterator

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MARKS = {"variable_begin", "variable_end", "block_begin", "block_end", "data", "name", "dot"}
_TAGS = {"if", "elif", "else", "endif", "for", "endfor"}


class _ClosedLanguage(Extension):
    """Refuses every tag outside the language."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        inside, tag_is_next = 0, False
        for token in stream:
            if token.type not in _MARKS:
                refused = f"”{token.value}” får inte stå i en tagg"
                raise TemplateSyntaxError(refused, token.lineno)
            if tag_is_next:
                inside += _depth(token)
                if inside > 1:
                    raise TemplateSyntaxError("for får inte stå i for", token.lineno)
            tag_is_next = token.type == "block_begin"
            yield token


def _depth(tag: Token) -> int:
    if tag.value not in _TAGS:
        raise TemplateSyntaxError(f"”{tag.value}” är ingen tagg", tag.lineno)
    return {"for": 1, "endfor": -1}.get(tag.value, 0)


def environment() -> ImmutableSandboxedEnvironment:
    """Return a Jinja environment for the closed language; what is put in is text, never XML.

    A name without a value is an error. Nothing of Jinja's own can be named.
    """
    closed = ImmutableSandboxedEnvironment(
        extensions=[_ClosedLanguage], autoescape=True, undefined=StrictUndefined
    )
    closed.globals.clear()
    closed.filters.clear()
    closed.tests.clear()
    return closed
