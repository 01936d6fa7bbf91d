"""A key of a YAML file written anew as data, comments and order kept; all else is left as it is."""

import io
import re
from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML

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
