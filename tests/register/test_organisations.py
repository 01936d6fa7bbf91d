"""What a body is called on a day."""

from datetime import date

import pytest

from avtalsgen.register.organisations import BodyName, Organisation
from avtalsgen.source import Origin

NAMES = (
    BodyName("omsorgsnämnden", date(2011, 1, 1), date(2018, 12, 31)),
    BodyName("social- och omsorgsnämnden", date(2019, 1, 1), date(2022, 12, 31)),
    BodyName("socialnämnden", date(2024, 1, 1), None),
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2001, 1, 1), "omsorgsnämnden"),
        (date(2018, 12, 31), "omsorgsnämnden"),
        (date(2019, 1, 1), "social- och omsorgsnämnden"),
        (date(2023, 1, 2), "social- och omsorgsnämnden"),
        (date(2023, 12, 31), "socialnämnden"),
        (date(2024, 1, 1), "socialnämnden"),
        (date(2030, 1, 1), "socialnämnden"),
        (None, "socialnämnden"),
    ],
)
def test_a_body_has_the_name_of_the_day_or_else_the_nearest(day: date | None, name: str) -> None:
    origin = Origin("organisationer.yaml", 1)
    body = Organisation("id", "nämnd", "", "", NAMES, "", "", "egen", "A", None, origin)
    assert body.name_on(day) == name
