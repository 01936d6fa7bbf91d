"""Our `dataclass` makes what that of the standard library makes."""

import dataclasses
import operator
import pickle
import re
from collections.abc import Callable, Sequence
from dataclasses import FrozenInstanceError, field
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen import records

_SOURCE = Path(records.__file__).parent
_MAKERS: tuple[Callable[..., Any], ...] = (records.dataclass, dataclasses.dataclass)
_OF_A_CLASS_OF_OTHERS = "appearance.py"
"""Where a class of values descends from one that another package made, frozen as it is."""
_OPTIONS = (
    (),
    ("slots",),
    ("slots", "not eq"),
    ("frozen",),
    ("frozen", "slots"),
    ("frozen", "slots", "not eq"),
    ("frozen", "slots", "order"),
)


def _all_kinds(make: Callable[..., Any], options: dict[str, bool]) -> Any:
    @make(**options)
    class Kinds:
        kind: ClassVar[str] = "sort"
        number: int
        text: str = "text"
        made: tuple[int, ...] = field(default_factory=tuple)
        beside: int = field(default=0, compare=False, repr=False)
        later: str = field(init=False, repr=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "later", f"{self.number} {self.text}")

    return Kinds


def _single(make: Callable[..., Any], options: dict[str, bool]) -> Any:
    @make(**options)
    class Single:
        number: int

    return Single


def _heir(make: Callable[..., Any], options: dict[str, bool]) -> Any:
    @make(**options)
    class Heir(_all_kinds(make, options)):  # type: ignore[misc]
        own: int = 7

        def __repr__(self) -> str:
            return f"<{self.own}>"

    return Heir


def _empty(make: Callable[..., Any], options: dict[str, bool]) -> Any:
    @make(**options)
    class Empty:
        pass

    return Empty


def _done(work: Callable[..., object], *arguments: object) -> object:
    """Return what `work` comes to: what it returns, or the kind of its refusal."""
    try:
        return work(*arguments)
    except (TypeError, AttributeError) as error:
        return type(error)


_arguments = st.lists(st.integers(0, 2), max_size=3)


@pytest.mark.parametrize("options", _OPTIONS, ids=" ".join)
@pytest.mark.parametrize("cls", [_all_kinds, _single, _heir, _empty])
@given(left=_arguments, right=_arguments)
def test_ours_does_what_theirs_does(
    cls: Callable[..., Any], options: tuple[str, ...], left: Sequence[int], right: Sequence[int]
) -> None:
    ours, theirs = (_told(made, left, right) for made in _both(cls, options))
    assert ours == theirs


@cache
def _both(cls: Callable[..., Any], options: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(cls(make, _options(options)) for make in _MAKERS)


def _options(names: tuple[str, ...]) -> dict[str, bool]:
    return {name.removeprefix("not "): not name.startswith("not ") for name in names}


def _told(cls: Any, left: Sequence[int], right: Sequence[int]) -> list[object]:
    objects: list[Any] = [_done(cls, *left), _done(cls, *right)]
    told: list[object] = [cls.__match_args__, [name for name in vars(cls) if name == "__slots__"]]
    told += [made for made in objects if isinstance(made, type)]
    if len(told) > 2:
        return told
    one, other = objects
    compare = [operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge]
    told += [_done(asked, one, other) for asked in compare]
    told += [one == 1, _hash(one), repr(one).rpartition(".")[2], dataclasses.astuple(one)]
    names = [each.name for each in dataclasses.fields(one)]
    told += [[(name, getattr(one, name)) for name in names], dataclasses.asdict(one)]
    told += [[_done(setattr, one, name, 9) for name in names[:1]]]
    told.append([_done(delattr, one, name) for name in names[:1]])
    told.append(repr(dataclasses.replace(other, number=5)) if "number" in names else None)
    return told


def _hash(made: Any) -> object:
    by_identity: Any = object.__hash__
    return None if type(made).__hash__ == by_identity else _done(hash, made)


@records.dataclass(frozen=True, slots=True)
class Sent:
    """What goes to another process."""

    number: int
    words: tuple[str, ...] = ()


def test_what_cannot_be_changed_goes_to_another_process_and_back() -> None:
    assert pickle.loads(pickle.dumps(Sent(1, ("ett",)))) == Sent(1, ("ett",))


def test_what_is_set_says_which_field_was_refused() -> None:
    with pytest.raises(FrozenInstanceError, match="number"):
        Sent(1).number = 2  # type: ignore[misc]


def test_nothing_is_compiled_before_the_first_object_is_made() -> None:
    cls = _all_kinds(records.dataclass, {"frozen": True, "slots": True})
    inits = [vars(cls)["__init__"]]
    assert cls(1) == cls(1)
    assert vars(cls)["__init__"] not in inits


def test_every_dataclass_is_ours() -> None:
    asked = re.compile(r"from dataclasses import .*\bdataclass\b|dataclasses\.dataclass\(")
    files = [file for file in _SOURCE.rglob("*.py") if asked.search(file.read_text("utf-8"))]
    assert {file.name for file in files} == {"records.py", _OF_A_CLASS_OF_OTHERS}
