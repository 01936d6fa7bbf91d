"""An address becomes a link only if it shows a page or writes to somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.model.addresses import safe_address


@given(st.one_of(st.text(), st.text().map("https://exempel.se/".__add__)))
def test_a_link_is_a_uri_that_no_format_takes_for_markup(address: str) -> None:
    written = safe_address(address)
    if written is not None:
        assert written.isascii()
        assert written.startswith(("http://", "https://", "mailto:"))
        assert not set(written) & set('<>"\\ \n{}|^`')
        assert safe_address(written) == written


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "file:///etc"),
        *("data:text/html,x", "//exempel.se", "exempel.se", "#ankare", "", "mailto:", "https://"),
        *("https://namn:hemligt@exempel.se", "https://[::1"),
    ],
)
def test_what_else_an_address_may_do_is_left_as_words(address: str) -> None:
    assert safe_address(address) is None
