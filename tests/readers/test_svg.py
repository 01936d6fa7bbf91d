"""SVG files from anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.pictures import SVG

from avtalsgen.readers.svg import read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"'


def test_a_picture_has_the_shape_of_its_view_box_or_its_sides() -> None:
    assert read_svg(SVG) == 2.0
    assert read_svg(SVG.replace(b'viewBox="0 0 20 10"', b'width="30mm" height="10mm"')) == 3.0


def test_a_gradient_inside_the_picture_is_let_through() -> None:
    inside = f'{HEAD}><defs><linearGradient id="g"/></defs><rect fill="url(#g)"/></svg>'
    assert read_svg(inside.encode()) == 1.0


@pytest.mark.parametrize(
    "hostile",
    [
        f"{HEAD}><script>alert(1)</script></svg>",
        f'{HEAD} onload="alert(1)"/>',
        f'{HEAD}><rect onclick="alert(1)"/></svg>',
        f'{HEAD}><image href="https://a.se/b.png"/></svg>',
        f'{HEAD}><use href="#a"/></svg>',
        f'{HEAD}><a href="javascript:alert(1)"/></svg>',
        f"{HEAD}><style>@import 'https://a.se'</style></svg>",
        f'{HEAD}><rect style="fill:red"/></svg>',
        f'{HEAD}><rect fill="url(https://a.se/b)"/></svg>',
        f'{HEAD}><rect fill="url(#a) url(//a.se)"/></svg>',
        f'{HEAD} xmlns:xlink="http://www.w3.org/1999/xlink"><rect xlink:href="//a.se"/></svg>',
        f'{HEAD} xml:base="https://a.se"/>',
        f"{HEAD}><foreignObject/></svg>",
        f"{HEAD}><text>ord</text></svg>",
        f'{HEAD}><animate attributeName="x"/></svg>',
        f'{HEAD}><b xmlns="http://www.w3.org/1999/xhtml"/></svg>',
        f"<!DOCTYPE svg [<!ENTITY a 'bb'>]>{HEAD}><title>&a;</title></svg>",
        f'<!DOCTYPE svg SYSTEM "https://a.se/svg.dtd">{HEAD}/>',
        f'<?xml-stylesheet href="https://a.se"?>{HEAD}/>',
        HEAD + "><g>" * 60 + "</g>" * 60 + "</svg>",
        HEAD + ">" + "<g/>" * 6000 + "</svg>",
        HEAD.replace("viewBox", "title") + "/>",
        HEAD.replace("0 0 1 1", "0 0 0 0") + "/>",
        "<html/>",
        "inte xml",
        "",
    ],
)
def test_what_may_act_or_reach_out_is_refused(hostile: str) -> None:
    with pytest.raises(ValueError, match=r"bilden|filen"):
        read_svg(hostile.encode())


def test_a_large_file_is_not_looked_into() -> None:
    with pytest.raises(ValueError, match="kB"):
        read_svg(SVG + b" " * 300_000)


@given(st.integers(0, len(SVG) - 1), st.binary(max_size=6))
def test_any_bytes_give_a_shape_or_an_error_of_ours(place: int, noise: bytes) -> None:
    try:
        ratio = read_svg(SVG[:place] + noise + SVG[place + len(noise) :])
    except ValueError:
        return
    assert ratio > 0
