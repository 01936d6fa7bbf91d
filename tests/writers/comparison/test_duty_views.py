"""Who must do what: what every view shows, and counts."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.comparison_sample import COMPARISON

from avtalsgen.model.comparison import Comparison
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.model.profile import DEFAULT
from avtalsgen.web.comparison import shown
from avtalsgen.writers.comparison.first_page import duty_section, duty_totals
from avtalsgen.writers.comparison.first_screen import to_duties
from avtalsgen.writers.comparison.html import to_html
from avtalsgen.writers.comparison.screen import Screen

SAME = ComparedDuty("utföraren", "städa", "", "", "samma", "Städa.", "Städa.", "1", "1")
REWORDED = replace(SAME, old="Ha en kontaktman.", new="Ha en fast kontakt.", reworded=True)
HARDER = replace(SAME, status="skärpt", old="Städa en gång.", new="Städa två gånger.")


def of(*duties: ComparedDuty) -> Comparison:
    return replace(COMPARISON, duties=duties)


def test_other_words_are_not_counted_as_before() -> None:
    assert (
        duty_totals((SAME, REWORDED, HARDER))
        == "3 nu: 1\u00a0skärpt, 1\u00a0omskriven och 1\u00a0som förut."
    )


def on_screen(comparison: Comparison) -> str:
    return to_duties(comparison, Screen())


def on_a_page(comparison: Comparison) -> str:
    return to_html(comparison, DEFAULT, duties=True).decode()


def printed(comparison: Comparison) -> str:
    section = duty_section(comparison)
    assert section is not None
    return repr(section)


def in_browser(comparison: Comparison) -> str:
    parties = shown(comparison).parties
    return repr([(duty.duty, duty.tag.word) for party in parties for duty in party.duties])


@pytest.mark.parametrize("view", [on_screen, on_a_page, printed, in_browser])
def test_other_words_stand_beside_each_other(view: Callable[[Comparison], str]) -> None:
    told = view(of(SAME, REWORDED, HARDER))
    assert all(said in told for said in ("Ha en kontaktman.", "Ha en fast kontakt.", "omskriven"))
    assert "Städa." not in told


@pytest.mark.parametrize("view", [on_screen, on_a_page, printed, in_browser])
def test_the_same_words_are_only_counted(view: Callable[[Comparison], str]) -> None:
    assert "omskriven" not in view(of(SAME, HARDER))
