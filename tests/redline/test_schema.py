"""Every part against the published schema, where there is one: AVTALSGEN_XSD names its folder."""

import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.redline.pairs import PAIRS
from tests.redline.wordfile import unzipped

from avtalsgen.redline import word_redline

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = ("document", "header", "footer", "footnotes", "endnotes", "styles", "numbering")


@cache
def _schema() -> tuple[etree.XMLSchema, frozenset[str]]:
    folder = os.environ.get("AVTALSGEN_XSD")
    if not folder:
        pytest.skip("AVTALSGEN_XSD is not set")
    roots = [etree.parse(file).getroot() for file in Path(folder).glob("*.xsd")]
    spaces = frozenset(root.get("targetNamespace") for root in roots)
    return etree.XMLSchema(etree.parse(Path(folder, "wml.xsd"))), spaces


def _faults(file: bytes) -> Counter[str]:
    schema, spaces = _schema()
    found: Counter[str] = Counter()
    for name, blob in unzipped(file).items():
        if name.startswith("word/") and name.removeprefix("word/").startswith(_PARTS):
            root = _plain(etree.fromstring(blob), spaces)
            schema.validate(root)
            found.update(error.message for error in schema.error_log)
    return found


def _plain(root: etree._Element, spaces: frozenset[str]) -> etree._Element:
    """Return `root` as a program reads it that knows only what the schema knows."""
    for choice in list(root.iter(f"{_MC}AlternateContent")):
        fallback = choice.find(f"{_MC}Fallback")
        home = choice.getparent()
        at = home.index(choice)
        home[at : at + 1] = [] if fallback is None else list(fallback)
    for node in list(root.iter()):
        if etree.QName(node).namespace not in spaces and node.getparent() is not None:
            node.getparent().remove(node)
        for key in list(node.attrib):
            space = etree.QName(key).namespace
            if space and space not in spaces and "XML/1998" not in space:
                del node.attrib[key]
    return etree.fromstring(etree.tostring(root))


@pytest.mark.parametrize("name", PAIRS)
def test_a_redline_breaks_the_schema_nowhere_that_the_files_do_not(name: str) -> None:
    old, new = PAIRS[name]()
    known = _faults(old) | _faults(new)
    assert set(_faults(word_redline(old, new).docx)) <= set(known)
