"""Agreements as many write them: an empty paragraph after every paragraph, and no styles."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from io import BytesIO
from typing import Final

import docx
import pytest
from lxml import etree
from tests.documents.unlike_forms import NEW, OLD, text_of
from tests.redline.judge import differences, marks
from tests.redline.kept import alone
from tests.redline.wordfile import unzipped

from avtalsgen.redline import word_redline

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHARE: Final = 0.9
_CROSSED: Final = "lex sarah"
"""Its sentences changed paragraphs and order at once, so that what answers to one stands in two."""
_SHARE_OF_CROSSED: Final = 0.6
_ENTRY = re.compile(r"^[0-9.]*\t(.+)\t[0-9]+$", re.MULTILINE)
_NUMBER = re.compile(r"^([0-9]+(?:\.[0-9]+)?) +", re.MULTILINE)
_CHILD: Final = "barnkonventionen"

FORMS: Final[Mapping[str, Callable[[str], str]]] = {
    "a paragraph a line": lambda text: text,
    "a tab after the typed number": lambda text: _NUMBER.sub("\\1\t", text),
    "two empty paragraphs where there was one": lambda text: text.replace("\n\n", "\n\n\n"),
    "no empty paragraphs": lambda text: re.sub(r"\n\n+", "\n", text),
}
WAYS: Final = [(OLD, NEW), (NEW, OLD)]


@cache
def _word(name: str, form: str) -> bytes:
    made = docx.Document()
    for row in FORMS[form](text_of(name)).split("\n"):
        made.add_paragraph(row)
    done = BytesIO()
    made.save(done)
    return done.getvalue()


@cache
def _redline(old: str, new: str, form: str) -> bytes:
    return word_redline(_word(old, form), _word(new, form)).docx


def _clauses(text: str, headings: Collection[str]) -> dict[str, str]:
    """Return what stands under each heading; under the last of those that are alike."""
    found: dict[str, str] = {}
    rows: list[str] = []
    for row in reversed(text[text.rindex("\t") :].split("\n")):
        name = _NUMBER.sub("", row.strip()).casefold()
        if name in headings:
            found.setdefault(name, "\n".join(reversed(rows)))
            rows = []
        else:
            rows.append(row)
    return found


def _headings(*texts: str) -> set[str]:
    return {name.casefold() for text in texts for name in _ENTRY.findall(text)}


def _letters(marked: bytes) -> tuple[str, list[bool]]:
    """Return the letters of the newer file, and of each whether it is not marked as new."""
    letters, kept = "", list[bool]()
    for node in etree.fromstring(unzipped(marked)["word/document.xml"]).iter(_W + "t"):
        above = {one.tag for one in node.iterancestors()}
        if _W + "moveFrom" not in above:
            text = "".join((node.text or "").split())
            letters += text
            kept += [_W + "ins" not in above] * len(text)
    return letters, kept


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("old", "new"), WAYS)
def test_of_each_clause_as_much_is_kept_as_if_it_stood_alone(old: str, new: str, form: str) -> None:
    headings = _headings(text_of(old), text_of(new))
    before, now = (_clauses(text_of(name), headings) for name in (old, new))
    letters, kept = _letters(_redline(old, new, form))
    shares = {}
    for name in before.keys() & now.keys():
        own = "".join(now[name].split())
        at = letters.rindex(own)
        shares[name] = (sum(kept[at : at + len(own)]), alone(before[name], now[name]))
    assert _CHILD in shares
    assert len(shares) >= 5
    short = {name: it for name, it in shares.items() if it[0] < _SHARE * it[1]}
    assert short.keys() <= {_CROSSED}
    assert all(kept > _SHARE_OF_CROSSED * whole for kept, whole in short.values())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("old", "new"), WAYS)
def test_barnkonventionen_has_moved_under_one_name(old: str, new: str, form: str) -> None:
    xml = unzipped(_redline(old, new, form))["word/document.xml"].decode()
    named = {}
    for side in ("moveFrom", "moveTo"):
        ranges = [part.split(f"<w:{side}RangeEnd")[0] for part in xml.split(f"<w:{side}RangeStart")]
        (clause,) = [one for one in ranges[1:] if "barnkonventionen har alla barn" in one]
        named[side] = clause.split('w:name="')[1].split('"')[0]
        assert "barn till föräldrar med missbruksproblem" in clause
        assert _CHILD in re.sub("<[^>]*>", "", clause).split("Enligt")[0].casefold()
    assert named["moveFrom"] == named["moveTo"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("old", "new"), WAYS)
def test_they_are_given_back_both_ways_with_ids_of_their_own(old: str, new: str, form: str) -> None:
    made = _redline(old, new, form)
    assert differences(made, _word(old, form), _word(new, form)) == []
    assert len(marks(made).moves) == 4  # three clauses, and a sentence that stands inside another
    root = etree.fromstring(unzipped(made)["word/document.xml"])
    changes = [one for one in root.iter() if one.get(_W + "author") is not None]
    ids = [one.get(_W + "id") for one in changes]
    assert len(ids) == len(set(ids))
    assert not any(one.findall(f".//{_W}delText") for one in root.iter(_W + "moveFrom"))
