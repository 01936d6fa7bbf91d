"""A file of the register: entries by id below one key, each read in the same way."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.read import as_errors, read_yaml
from avtalsgen.source import Files, Origin

Entry = TypeVar("Entry")
Read = Callable[[str, Keys, Origin], Entry]
"""An entry from its id, its keys and where its id stands; what is wrong goes to the keys."""
Check = Callable[[Mapping[str, Entry]], Iterator[Problem]]
"""What is wrong between entries, once all of them are read."""


def _nothing(_: Mapping[str, Entry]) -> Iterator[Problem]:
    yield from ()


def read_entries(
    files: Files,
    file: str,
    root: str,
    code: str,
    read: Read[Entry],
    check: Check[Entry] = _nothing,
    *,
    beside: tuple[str, ...] = (),
    required: bool = True,
) -> Mapping[str, Entry]:
    """Return the entries below the key `root` of `file` by id, in the order of the file.

    `beside` are the other keys that the file may have, which are read by themselves.

    Raises:
        AvtalsgenError: the file is not there or not YAML; FI06 a name in it looks like another,
            an error here since nobody would see the warning; `code` for each entry that is not
            one; what `check` finds.
    """
    return _read(read_text(files, file), file, root, code, read, check, beside, required=required)


@lru_cache(maxsize=32)
def _read(
    text: str,
    file: str,
    root: str,
    code: str,
    read: Read[Entry],
    check: Check[Entry],
    beside: tuple[str, ...],
    *,
    required: bool,
) -> Mapping[str, Entry]:
    tree, warnings = read_yaml(text, file)
    problems = as_errors(warnings)
    top = Keys(tree, problems, code)
    below = top.below(root, required=required)
    for other in beside:
        top.tree(other)
    entries: dict[str, Entry] = {}
    if below:
        for id_ in below.branch.entries:
            keys = below.below(id_)
            if keys:
                entries[id_] = read(id_, keys, below.origin(id_))
    top.done()
    problems.extend(check(entries))
    if problems:
        raise AvtalsgenError(problems)
    return entries
