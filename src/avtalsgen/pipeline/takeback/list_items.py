"""Items of the lists of a facts file: taken out, put in, moved, and fields that one lacked."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

from avtalsgen.readers.yaml.blocks import edited_key, put_in_order
from avtalsgen.records import dataclass
from avtalsgen.takeback.facts.rows import fields_of


@dataclass(frozen=True, slots=True)
class ListEdit:
    """What is done to one item of a list. Numbers are those of the list as it was."""

    path: str
    """Of the item, or of a field of it."""
    told: str | None
    """The fields of a new item, the value of a field; None for an item that goes."""


def with_items(text: str, edits: Iterable[ListEdit]) -> str:
    """Return a facts file with its lists edited; comments and order are kept."""
    by_key: dict[str, list[ListEdit]] = {}
    for edit in dict.fromkeys(edits):
        by_key.setdefault(edit.path.partition(".")[0], []).append(edit)
    for key, every in by_key.items():
        ordered = sorted(reversed(every), key=_number, reverse=True)

        def done(data: Any, ordered: Sequence[ListEdit] = ordered) -> Any:
            for edit in ordered:
                _do(data, edit)
            return data

        text = edited_key(text, key, done)
    return text


def with_order(text: str, path: str, numbers: Sequence[int]) -> str:
    """Return a facts file with the items of a list in another order.

    `numbers` are those that they have, from 1, all of them. A comment on the line of an item goes
    with it.
    """
    key, *steps = path.split(".")

    def done(data: Any) -> Any:
        items = data
        for step in steps:
            items = items[step]
        put_in_order(items, numbers)
        return data

    return edited_key(text, key, done)


def with_list(text: str, path: str, items: Sequence[str]) -> str:
    """Return a facts file with a list of words as `items`; those that stay are not touched."""
    key, *steps = path.split(".")

    def done(data: Any) -> Any:
        if not steps:
            return _as_items(data, items)
        above = data
        for step in steps[:-1]:
            above = above[step]
        above[steps[-1]] = _as_items(above[steps[-1]], items)
        return data

    return edited_key(text, key, done)


def _as_items(data: Any, items: Sequence[str]) -> Any:
    if not isinstance(data, list):
        return list(items)
    matcher = SequenceMatcher(None, [str(each) for each in data], items, autojunk=False)
    for _, first, last, start, end in reversed(matcher.get_opcodes()):
        if [str(each) for each in data[first:last]] == list(items[start:end]):
            continue
        for place in range(last - 1, first - 1, -1):
            del data[place]
        for item in reversed(items[start:end]):
            data.insert(first, item)
    return data


def _steps(edit: ListEdit) -> tuple[list[str], int, str]:
    """Return the keys above a list, the number of an item of it, and a field of that."""
    steps = edit.path.split(".")
    place = next(place for place, step in enumerate(steps) if step.isdecimal())
    return steps[1:place], int(steps[place]), ".".join(steps[place + 1 :])


def _number(edit: ListEdit) -> tuple[int, bool]:
    """Return what orders edits from the last item to the first, what an item gets before it goes.

    A new item stands behind the one before its number.
    """
    _, number, field = _steps(edit)
    return number, bool(field) or edit.told is not None


def _do(data: Any, edit: ListEdit) -> None:
    above, number, field = _steps(edit)
    for step in above:
        data = data[step]
    if edit.told is None:
        del data[number - 1]
    elif field:
        data[number - 1][field] = edit.told
    else:
        data.insert(number - 1, dict(fields_of(edit.told)))
