"""What stays on one line, whoever typed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.together import loosened, together, units_of, unparted


@pytest.mark.parametrize(
    "bound",
    [
        "högst 20_000_000_kronor per år",
        "1_234,50_kr och 3_procent",
        "enligt 11_kap. 5_§ socialtjänstlagen (2025:400)",
        "§_3 och §§_3–5, 3_§_andra stycket".replace("§_andra", "§ andra"),
        "dnr_SON_2019-755, SON_2026-1 och HSLF-FS_2017:79",
        "den 26_november 2019 kl._8_–_17, nr_3",
        "år 2019 100_kronor",
    ],
)
def test_what_is_typed_is_bound(bound: str) -> None:
    assert together(bound.replace("_", " ")).replace("\u00a0", "_") == bound


@pytest.mark.parametrize(
    "free",
    [
        "år 2019 och 2020",
        "bilaga 3 till avtalet",
        "tel 013 20 60 00",
        "de 3 kommunerna",
    ],
)
def test_what_has_no_unit_is_left(free: str) -> None:
    assert "\u00a0" not in together(free)


@given(st.text("0123456789 \u00a0,.§kapronSON-:–%", max_size=40))
def test_it_says_the_same_and_is_bound_once(text: str) -> None:
    bound = together(text)
    assert bound.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert together(bound) == bound


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("8_kap. 1–2_§§, 24_a–24_f_§§ och a–c", ["1–2", "24_a–24_f", "a–c"]),
        (
            "åren 2024–2026, kl._8.30–16 och 10_000–20_000_kronor",
            ["2024–2026", "8.30–16", "10_000–20_000"],
        ),
        ("dnr_SON_2019-755, KS-2026/14, HSLF-FS_2017:79", ["2019-755", "KS-2026/14", "HSLF-FS"]),
        ("212000-0449, 013-20 60 00 och 2026-11-30.", ["212000-0449", "013-20", "2026-11-30"]),
        ("e-post, 12-stegsmodellen, LSS-insats, Linköping–Norrköping och 8 – 17", []),
    ],
)
def test_an_interval_and_a_number_hold_together_at_their_dash(text: str, held: list[str]) -> None:
    bound = text.replace("_", "\u00a0")
    assert [word[0].replace("\u00a0", "_") for word in unparted(bound)] == held


@pytest.mark.parametrize(
    ("bound", "room", "loose"),
    [
        ("på 4_093_284_kronor per år", 16, "på 4_093_284_kronor per år"),
        ("på 4_093_284_kronor per år", 15, "på 4_093_284 kronor per år"),
        ("enligt 12_kap._10_a_§ lagen", 9, "enligt 12_kap. 10_a_§ lagen"),
        ("SON_2019-755 den 26_november_2026", 8, "SON 2019-755 den 26 november 2026"),
    ],
)
def test_what_has_no_room_together_is_parted_between_its_units(
    bound: str, room: int, loose: str
) -> None:
    assert loosened(bound.replace("_", "\u00a0"), room).replace("\u00a0", "_") == loose


@given(st.text("1a kap.§-–\u00a0", max_size=30), st.integers(0, 12))
def test_no_sign_is_lost_between_units(text: str, room: int) -> None:
    assert "".join(units_of(text)) == text
    assert loosened(text, room).replace("\u00a0", " ") == text.replace("\u00a0", " ")
