"""Translations as gettext keeps them: `.po` for people, `.mo` for programs."""

import ast
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

MAGIC = 0x950412DE

Message = tuple[str, ...]
"""A text, or its singular and plural."""


def read_po(text: str) -> tuple[tuple[Message, Message], ...]:
    """Return each message with its translation, in the order of the file."""
    found: list[tuple[list[str], list[str]]] = []
    current: list[str] = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        keyword, _, rest = line.partition(" ") if not line.startswith('"') else ("", "", line)
        if keyword:
            if keyword == "msgid":
                found.append(([], []))
            current = found[-1][1 if keyword.startswith("msgstr") else 0]
            current.append("")
        current[-1] += ast.literal_eval(rest)
    return tuple((tuple(message), tuple(translation)) for message, translation in found)


def compile_mo(messages: tuple[tuple[Message, Message], ...]) -> bytes:
    """Return the catalogue as GNU gettext's MO file (manual, 10.3): two tables, then texts.

    The key of a message with a plural is its singular, a NUL and the plural; Python looks up
    the singular alone. Of two with the same singular the first is kept.
    """
    catalogue: dict[bytes, bytes] = {}
    for message, translation in messages:
        if not any(key.split(b"\0")[0] == message[0].encode() for key in catalogue):
            catalogue["\0".join(message).encode()] = "\0".join(translation).encode()
    pairs = sorted(catalogue.items())
    ids, texts = b"", b""
    places = []
    for key, value in pairs:
        places.append((len(key), len(ids), len(value), len(texts)))
        ids += key + b"\0"
        texts += value + b"\0"
    head, table = 7 * 4, 8 * len(pairs)
    first_id = head + 2 * table
    id_table = b"".join(struct.pack("<2I", n, first_id + at) for n, at, _, _ in places)
    text_table = b"".join(struct.pack("<2I", n, first_id + len(ids) + at) for _, _, n, at in places)
    header = struct.pack("<7I", MAGIC, 0, len(pairs), head, head + table, 0, first_id)
    return header + id_table + text_table + ids + texts


def messages_in(source: Path) -> Iterator[Message]:
    """Yield what the Python files in a folder give to gettext as constants."""
    for file in sorted(source.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {"_": 1, "gettext": 1, "ngettext": 2}.get(node.func.id, 0)
                texts = [a.value for a in node.args[:count] if isinstance(a, ast.Constant)]
                if count and len(texts) == count:
                    yield tuple(str(text) for text in texts)


def as_mapping(messages: tuple[tuple[Message, Message], ...]) -> Mapping[Message, Message]:
    """Return the translations by message."""
    return dict(messages)
