"""Words without anything of Jinja in them are what Jinja makes of them, and it is not asked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace import project

from avtalsgen.clauses import template
from avtalsgen.source import Origin

TEXTS = st.text(st.sampled_from("aå }%#-*|\r\n{") | st.characters(codec="utf-8"), max_size=30)


@given(TEXTS)
def test_plain_words_are_what_jinja_makes_of_them(text: str) -> None:
    parameters, origin = project().parameters, Origin("a.md", 3, 5)
    quick = template.parse_phrase(text, origin, parameters)
    markdown = template.parse_template.__wrapped__(text, "a.md", 3, parameters)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(template, "_MEANS_SOMETHING", re.compile(""))
        assert template.parse_phrase(text, origin, parameters) == quick
        assert template.parse_template.__wrapped__(text, "a.md", 3, parameters) == markdown
