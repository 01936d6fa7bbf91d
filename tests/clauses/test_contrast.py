"""The contrast of colours against white."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.clauses.house.contrast import contrast, nearest
from avtalsgen.readers.contrast import LINE, TEXT

colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("colour", "measured"),
    [("#000000", 21.0), ("#FFFFFF", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#FF0000", 4.0)],
)
def test_the_contrast_is_that_of_wcag(colour: str, measured: float) -> None:
    assert contrast(colour) == pytest.approx(measured, abs=0.005)


@given(colours, st.sampled_from((TEXT, LINE)))
def test_the_nearest_colour_passes_and_the_next_lighter_does_not(colour: str, least: float) -> None:
    found = nearest(colour, least)
    assert contrast(found) >= least
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    darker = [int(found[at : at + 2], 16) for at in (1, 3, 5)]
    assert all(new <= old for new, old in zip(darker, channels, strict=True))
    if contrast(colour) >= least:
        assert found == colour
    else:
        assert contrast(found) < least + 0.35
