"""The colours of a house style, each with enough contrast for what it is used for."""

import re
from decimal import ROUND_DOWN, Decimal

from avtalsgen.clauses.house.contrast import contrast, nearest
from avtalsgen.model.profile import Colours
from avtalsgen.readers.contrast import LINE, TEXT
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.tree import Branch
from avtalsgen.swedish.numbers import digits

CODE = "PR04"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_STANDARD = Colours()


def read_colours(keys: Keys) -> Colours:
    """Return the colours under `färger`; the standard ones where nothing is said.

    Noted as PR04: what is no colour, text below 4,5:1 against white, and lines below 3:1
    that are not said to be decoration.
    """
    below = keys.below("färger")
    if below is None:
        return _STANDARD
    profile_keys = Keys(below.branch, keys.problems, CODE)
    colours = Colours(
        accent=_colour(profile_keys, "accent", _STANDARD.accent, TEXT),
        text=_colour(profile_keys, "text", _STANDARD.text, TEXT),
        muted=_colour(profile_keys, "dämpad", _STANDARD.muted, TEXT),
        rule=_line(profile_keys),
    )
    profile_keys.done()
    return colours


def _line(keys: Keys) -> str:
    """Return the colour of lines: a text, or `{färg: …, dekorativ: ja}`."""
    if not isinstance(keys.branch.entries.get("linje"), Branch):
        return _colour(keys, "linje", _STANDARD.rule, LINE)
    below = keys.below("linje")
    assert below is not None
    decorative = below.yes("dekorativ", default=False)
    colour = _colour(below, "färg", _STANDARD.rule, 1.0 if decorative else LINE)
    below.done()
    return colour


def _colour(keys: Keys, key: str, standard: str, least: float) -> str:
    written = keys.scalar(key)
    if written is None or not written.text:
        return standard
    name = "linje" if key == "färg" else key
    if not _COLOUR.fullmatch(written.text):
        hint = f'skriv {key}: "{standard}"'
        keys.problem(f"färgen {name} är ”{written.text}”", written.origin, hint)
        return standard
    measured = contrast(written.text)
    if measured < least:
        shown = digits(Decimal(measured).quantize(Decimal("0.01"), ROUND_DOWN))
        said = f"färgen {name} {written.text} har kontrasten {shown}:1 mot vitt"
        hint = f'skriv {key}: "{nearest(written.text, least)}", som är den närmaste som räcker'
        if least == LINE:
            hint += f'; eller linje: {{färg: "{written.text}", dekorativ: ja}}'
        keys.problem(f"{said}, väntade {digits(Decimal(least))}:1", written.origin, hint)
    return written.text.upper()
