"""A key of a YAML file written anew as data, comments and order kept; all else is left as it is."""

import io
import re
from collections.abc import Callable, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.values import plain
from avtalsgen.source import Origin

_WIDE = 100_000


def edited_key(text: str, key: str, edit: Callable[[Any], Any]) -> str:
    """Return `text` with what stands under a key at the top as `edit` makes it.

    `edit` is given lists and mappings that it may change in place, or None where the key is not
    there, and returns what is to stand. Lines of other keys are not touched. `text` is one that
    `read_yaml` reads.
    """
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    data = yaml.load(text)
    alone = {key: edit(data.get(key))}
    written = io.StringIO()
    if data.get(key) is alone[key] and key in data:
        for other in [other for other in data if other != key]:
            del data[other]
        yaml.dump(data, written)
    else:
        yaml.dump(alone, written)
    block = _block(written.getvalue(), key)
    first, last = _span(text, key)
    lines = text.split("\n")
    return "\n".join((*lines[:first], *block, *lines[last:]))


def put_in_order(items: Any, numbers: Sequence[int]) -> None:
    """Put the items of a list of `edited_key` in another order, by the numbers they have, from 1.

    The comment on the line of an item goes with it; the lines below it stay where they are.
    """
    notes = items.ca.items
    places = range(len(items))
    beside, below = zip(*(_note_of(notes.get(place)) for place in places), strict=True)
    for place, item in enumerate([items[number - 1] for number in numbers]):
        items[place] = item
        notes.pop(place, None)
        said, lines = beside[numbers[place] - 1], below[place]
        if said or lines:
            notes[place] = [CommentToken(f"{said}\n{lines}", CommentMark(0)), None, None, None]


def _note_of(note: Any) -> tuple[str, str]:
    """Return the comment on the line of an item, and the lines between it and the next."""
    text = note[0].value if note and note[0] else ""
    said, _, lines = text.partition("\n")
    return said, lines


def taken_key(text: str, file: str, key: str, other: str, other_file: str) -> str:
    """Return `text`, which is what `file` holds, with a key as `other` has it, notes and all.

    Law: what is read under the key is what `other` has there, and all else what was read before.

    Raises:
        AvtalsgenError: YA08 one of the files is laid out in a way that cannot be changed.
    """
    block = _block(other, key)
    first, last = _span(text, key)
    lines = text.split("\n")
    if first == len(lines):
        while lines and not lines[-1].strip():
            lines.pop()
        made = "\n".join((*lines, "", *block, ""))
    else:
        made = "\n".join((*lines[:first], *block, *lines[last:]))
    meant, given = plain(read_yaml(text, file)[0]), plain(read_yaml(other, other_file)[0])
    assert isinstance(meant, dict)
    assert isinstance(given, dict)
    try:
        written = plain(read_yaml(made, file)[0])
    except AvtalsgenError:
        written = None
    if written != {**meant, key: given[key]}:
        message = f"”{key}” kan inte skrivas in i filen så som den är uppställd"
        hint = "skriv en nyckel på varje rad i filen"
        raise AvtalsgenError([Problem("YA08", message, origin=Origin(file, 1), hint=hint)])
    return made


def _block(text: str, key: str) -> list[str]:
    first, last = _span(text, key)
    return text.split("\n")[first:last]


def _span(text: str, key: str) -> tuple[int, int]:
    """Return the line that a key at the top stands on, and the line after its value."""
    lines = text.split("\n")
    begins = re.compile(rf"['\"]?{re.escape(key)}['\"]?\s*:")
    first = next((place for place, line in enumerate(lines) if begins.match(line)), len(lines))
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or lines[last][0] in " -#"):
        last += 1
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    return first, min(last, len(lines))
