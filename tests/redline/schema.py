"""The published schema of Word files, where there is one: AVTALSGEN_XSD names its folder."""

import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.redline.wordfile import unzipped

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = ("document", "header", "footer", "footnotes", "endnotes", "styles", "numbering")


@cache
def _schema() -> tuple[etree.XMLSchema, frozenset[str]]:
    folder = os.environ.get("AVTALSGEN_XSD")
    if not folder:
        pytest.skip("AVTALSGEN_XSD pekar inte ut mappen med wml.xsd")
    roots = [etree.parse(file).getroot() for file in Path(folder).glob("*.xsd")]
    spaces = frozenset(root.get("targetNamespace") for root in roots)
    return etree.XMLSchema(etree.parse(Path(folder, "wml.xsd"))), spaces


def faults(file: bytes) -> Counter[str]:
    """Return what breaks the schema, and how often; skips the test where there is none."""
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
