"""Views of what is no document: each is on a list, and what is not is an error."""

from pathlib import Path

import pytest

from avtalsgen.pipeline.compare import views as comparison
from avtalsgen.pipeline.output.views import TERMINAL, by_suffix, chosen
from avtalsgen.pipeline.survey import calendar_views as calendar
from avtalsgen.pipeline.survey import portfolio_views as portfolio
from avtalsgen.problems import AvtalsgenError

REGISTRIES = (comparison.VIEWS, calendar.VIEWS, portfolio.VIEWS)


def test_a_format_that_nobody_wrote_is_an_error() -> None:
    """Never a file of another format by its name."""
    with pytest.raises(AvtalsgenError) as caught:
        chosen(comparison.VIEWS, "csv")
    (problem,) = caught.value.problems
    assert problem.code == "VY01"
    assert problem.hint == "välj bland html, docx, pdf, md"


def test_a_format_is_known_by_how_a_name_ends() -> None:
    assert by_suffix(comparison.VIEWS, Path("ut.DOCX")) == "docx"
    assert by_suffix(portfolio.VIEWS, Path("ut.docx")) == ""


def test_no_two_formats_end_alike_and_all_that_are_files_end_somehow() -> None:
    for views in REGISTRIES:
        suffixes = [view.suffix for name, view in views.items() if name != TERMINAL]
        assert all(suffix.startswith(".") for suffix in suffixes)
        assert len(set(suffixes)) == len(suffixes)
