"""Files that somebody damaged or altered at random, the same for the same number."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, Stream

Mutation = Callable[[bytes, random.Random], bytes]
_READ = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
_VALUES = ("0", "1", "-1", "2", "999999999", "", "FFFFFF", "none", "Rubrik1", "x" * 3000, "\u202e9")
_OBJECTS = (0, -1, 10**9, 0.5, "x", Name.X, Array([]), Dictionary(), None)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the Word file of `parts`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def light(docx: bytes) -> bytes:
    """Return a Word file whose fonts are empty, so that it is cheap to read many times."""
    return packed({n: b"" if n.endswith(".odttf") else d for n, d in parts_of(docx).items()})


def bytes_of(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with some bytes others, cut short or doubled."""
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    start, stop = sorted(chance.randrange(len(damaged)) for _ in range(2))
    match chance.randrange(8):
        case 0:
            return bytes(damaged[:stop])
        case 1:
            return bytes(damaged[:start] + damaged[stop:])
        case 2:
            return bytes(damaged[:stop] + damaged[start:])
        case _:
            return bytes(damaged)


def xml_of(data: bytes, chance: random.Random) -> bytes:
    """Return a Word file in which an element of a part is taken out, moved, doubled or changed."""
    parts = parts_of(data)
    name = chance.choice([n for n in parts if n.endswith((".xml", ".rels")) and parts[n]])
    if chance.randrange(4):
        name = chance.choice([part for part in (*_READ, name) if part in parts])
    root = etree.fromstring(parts[name])
    for _ in range(chance.choice((1, 1, 1, 4))):
        nodes = [node for node in root.iter() if isinstance(node.tag, str) and node is not root]
        if not nodes:
            break
        _change(chance.choice(nodes), chance.choice(nodes), chance)
    parts[name] = etree.tostring(root)
    return packed(parts)


def _change(node: etree._Element, other: etree._Element, chance: random.Random) -> None:
    above = node.getparent()
    if above is not None:
        chance.choice((_moved, _moved, _said, _said))(node, other, above, chance)


def _moved(
    node: etree._Element, other: etree._Element, above: etree._Element, chance: random.Random
) -> None:
    match chance.randrange(3):
        case 0:
            above.remove(node)
        case 1:
            above.insert(0, deepcopy(node))
        case 2 if node not in other.iterancestors() and node is not other:
            other.append(node)


def _said(
    node: etree._Element, other: etree._Element, above: etree._Element, chance: random.Random
) -> None:
    del other, above
    match chance.randrange(4):
        case 0:
            for key in list(node.attrib):
                node.set(key, chance.choice([value for value in _VALUES if value.isprintable()]))
        case 1:
            node.attrib.clear()
        case 2:
            node.text = chance.choice(("9 999", "", "inte"))
        case _:
            for _ in range(chance.choice((1, 40))):
                node = etree.SubElement(node, node.tag)


def pdf_of(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF in which values of some objects are others, or gone."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        held = [found for found in file.objects if isinstance(found, Dictionary | Stream | Array)]
        for _ in range(chance.choice((1, 1, 2, 5))):
            found = chance.choice(held)
            if isinstance(found, Array):
                if len(found):
                    found[chance.randrange(len(found))] = chance.choice(_OBJECTS)
                continue
            key = chance.choice([key for key in sorted(found.keys()) if key != "/Length"] or ["/X"])
            match chance.randrange(4):
                case 0 if key in found:
                    del found[key]
                case 1:
                    found[key] = chance.choice(held)
                case 2 if isinstance(found, Stream):
                    found.write(bytes_of(found.read_bytes() or b"q", chance))
                case _:
                    value = chance.choice(_OBJECTS)
                    if value is not None:
                        found[key] = value
        file.save(written, static_id=True)
    return written.getvalue()
