"""Files that LibreOffice wrote of ours after an edit (`office_edits.py`,
`office_comments.py`)."""

from pathlib import Path
from typing import Any, Final

import pytest
from tests.takeback.handed import Expected, S, T, a, v, x
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.test_handed import is_it

from avtalsgen.pipeline.takeback.takeback import taken_back
from avtalsgen.writers.returned.json import change_data

_FOLDER: Final = Path(__file__).parent / "office"
_ADDED: Final = "Utföraren får anlita underleverantörer."
_STRUCK: Final = "Underlaget får inte röja vem som har fått insatsen."
_CIA: Final = {"author": "Cia Carlsson", "date": "2026-11-05T11:25:00Z"}
_SEVERAL: Final = (
    "Utföraren tar ut avgiften för familjerådgivning åt beställaren. Avgiften är 200 kronor per "
    "besök i 2022 års nivå. Ett besök varar 1–2 timmar. Kommunen bestämmer grunderna för avgiften, "
    "enligt 32 kap. 1 § socialtjänstlagen. När kommunen ändrar avgiften ska beställaren meddela "
    "utföraren innan den nya avgiften börjar gälla. Avgifterna"
)
EXPECTED: Final[dict[str, list[Expected]]] = {
    "saved": [],
    "odt": [],
    "sum-changed": [v(S, "ersättning.belopp", 625, old=605)],
    "sum-tracked": [v(T, "ersättning.belopp", 625, old=605)],
    "word-tracked": [a(T, "", "försöka")],
    "not-taken-out": [a(S, "inte", "", rank="avgörande")],
    "paragraph-added": [a(S, "", _ADDED)],
    "paragraph-added-tracked": [a(T, "", _ADDED)],
    "paragraph-struck-tracked": [a(T, _STRUCK, "")],
    "section-struck": [x("struken", S, clause="avgift")],
    "section-struck-tracked": [x("struken", T, clause="avgift")],
    "section-added": [x("ny", S, new="Vite\nUtföraren ska betala vite.")],
    "hidden": [a(S, "", "Vite får tas ut.", hidden="dold")],
    "white": [a(S, "", "Vite får tas ut.", hidden="vit")],
    "footnote": [a(S, "", "Se taxan.", places="fotnot")],
    "bold": [x("format", S, new="fet")],
    "bold-tracked": [x("format", T, new="fet")],
    "centred": [x("format", S, new="centrerad")],
    "font": [x("format", S, new="teckensnitt Courier New", places="2.2 Avgift")],
    "phrase-tracked": [a(T, "ska", "bör"), a(T, "från", "till")],
    "box": [x("ny", S, new="Ring oss!", places="textruta")],
    "heading-empty-tracked": [],
    "footnote-tracked": [a(T, "", "Se taxan.", places="fotnot", clause="avgift")],
    "party-renamed-tracked": [v(T, "parter.utförare.organ.namn", "Stadens Råd och Stöd")],
    "heading-renamed": [a(S, "Avgift", "Avgifter", hint="rubriken")],
    "paragraph-up": [x("flyttad", S, new=_STRUCK)],
    "paragraph-up-tracked": [x("flyttad", T, new=_STRUCK)],
    "item-added": [a(S, "", "varför den har getts")],
    "paragraphs-joined": [a(S, "¶", "", hint="två stycken har blivit ett")],
    "head-changed": [v(S, "dnr", "SON 2026-111", conflict="omslaget")],
    "date-on-the-cover": [v(S, "datum", "2026-12-01", places="omslaget")],
    "comment-on-words": [x("kommentar", S, old="Avgifterna", new="Vilka avgifter?", **_CIA)],
    "comment-answered": [  # LibreOffice 7.4 keeps that it is resolved, and not who answers whom
        x("kommentar", S, old="Avgifterna", new="Vilka avgifter?", resolved=True, **_CIA),
        x("kommentar", S, old="Avgifterna", new="De i taxan.", resolved=True, author="Bo Berg"),
    ],
    "comment-on-paragraphs": [x("kommentar", S, old=_SEVERAL, new="Ska allt detta stå här?")],
    "comment-in-a-cell": [x("kommentar", S, old="För beställaren", new="Vem är det?", **_CIA)],
    "comment-on-what-is-struck": [
        a(T, "i första hand", ""),
        x("kommentar", S, old="i första hand", new="Varför så?", clause="tvist", **_CIA),
    ],
    "filled-in": [v(S, "beslutad.datum", "2026-12-15", old=None)],
}


def test_every_file_has_an_expectation() -> None:
    assert {path.stem for path in _FOLDER.glob("*.docx")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_what_libreoffice_did_is_told_and_nothing_else(name: str) -> None:
    data = (_FOLDER / f"{name}.docx").read_bytes()
    result = taken_back(project(), data, name, base(*DOCUMENT)).taken.result
    told: list[dict[str, Any]] = [change_data(change) for change in result.changes]
    expected = EXPECTED[name]
    assert len(told) == len(expected), told
    assert all(is_it(change, each) for change, each in zip(told, expected, strict=True)), told
