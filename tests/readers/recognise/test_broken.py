"""Sentences that a page has broken, and paragraphs that only look so."""

import pytest
from tests.read import WORDS

from avtalsgen.model.nodes import Paragraph, Text
from avtalsgen.readers.recognise.broken import mended
from avtalsgen.readers.recognise.line import line

WHOLE = "Utföraren ska följa de riktlinjer som nämnden har beslutat för sin verksamhet och"


def _read(*texts: str) -> list[str]:
    return [each.text for each in mended([line(Paragraph((Text(text),))) for text in texts], WORDS)]


def test_a_sentence_that_stops_in_the_middle_goes_on_below() -> None:
    assert _read(WHOLE, "ska kunna visa det.") == [f"{WHOLE} ska kunna visa det."]


def test_it_may_go_on_over_many_pages() -> None:
    assert _read(WHOLE, "ska på begäran kunna visa hur det görs i praktiken av", "alla.") == [
        f"{WHOLE} ska på begäran kunna visa hur det görs i praktiken av alla."
    ]


def test_what_would_be_a_name_goes_on_if_it_ends_as_no_name_does() -> None:
    assert (
        len(_read("Vid underlåtenhet som leder till inbrott eller utryckning av", "vakter.")) == 1
    )
    assert len(_read("Barn och unga där våld i nära relation förekommer", "får stöd.")) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{WHOLE} lag.", "www.exempel.se"),
        (f"{WHOLE}:", "stöd i hemmet"),
        (f"{WHOLE},", "stöd i hemmet"),
        (WHOLE, "Nämnden beslutar."),
        ("För kort", "att vara bruten."),
    ],
)
def test_two_paragraphs_are_two(first: str, second: str) -> None:
    assert _read(first, second) == [first, second]
