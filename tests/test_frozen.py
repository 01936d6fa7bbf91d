"""A class made `@frozen` does what Python's own frozen dataclass with slots does."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.frozen import frozen


@frozen
class Ours:
    """What is tried."""

    number: int
    word: str = "ord"
    parts: list[int] = field(default_factory=list)
    place: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return self.word


@dataclass(frozen=True, slots=True)
class Pythons:
    """What it is held against."""

    number: int
    word: str = "ord"
    parts: list[int] = field(default_factory=list)
    place: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return self.word


@frozen
class Checked:
    """A class that looks at its values, and has its own equality."""

    low: int
    high: int = 9
    width: int = field(init=False)

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(self.low)
        object.__setattr__(self, "width", self.high - self.low)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Checked) and self.low == other.low


@frozen
class Wider(Checked):
    """A class with more fields than the one it comes from."""

    more: int = 0


@frozen
class Worked:
    """A class with fields that nobody gives."""

    low: int = 1
    twice: int = field(init=False)
    fixed: int = field(init=False, default=3)
    parts: list[int] = field(init=False, default_factory=list)
    last: int = 4

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", 2 * self.low)


@frozen
class Nothing:
    """A class without fields."""


values = st.tuples(
    st.integers(0, 2), st.sampled_from("ab"), st.lists(st.integers(0, 1), max_size=1), st.text()
)


@given(values, values)
def test_its_values_are_those_of_a_dataclass(first: Any, second: Any) -> None:
    ours, pythons = [Ours(*first), Ours(*second)], [Pythons(*first), Pythons(*second)]
    assert (ours[0] == ours[1]) == (pythons[0] == pythons[1])
    for mine, theirs in zip(ours, pythons, strict=True):
        assert repr(mine) == repr(theirs).replace("Pythons", "Ours")
        assert str(mine) == str(theirs)
        assert asdict(mine) == asdict(theirs)
        changed = replace(mine, number=9, place="där")
        assert astuple(changed) == astuple(replace(theirs, number=9, place="där"))
        for copied in (pickle.loads(pickle.dumps(mine)), copy.copy(mine), copy.deepcopy(mine)):
            assert astuple(copied) == astuple(mine)


def test_a_class_is_what_a_dataclass_is() -> None:
    assert [own.name for own in fields(Ours)] == [own.name for own in fields(Pythons)]
    assert Ours.__match_args__ == Pythons.__match_args__
    assert not hasattr(Ours(1), "__dict__")
    assert Ours(1).__eq__(Pythons(1)) is NotImplemented
    assert Ours(1).parts is not Ours(1).parts
    with pytest.raises(TypeError):
        hash(Ours(1))  # a list has no hash, and is a value of a field
    assert hash(Nothing()) == hash(Nothing())
    assert pickle.loads(pickle.dumps(Nothing())) == Nothing()


def test_its_own_methods_are_left_and_inherited() -> None:
    assert Checked(1, 2) == Checked(1, 3) != Checked(2, 3)
    assert len({Checked(1, 2), Checked(1, 2), Checked(1, 3)}) == 2  # by all fields, as Python's
    assert repr(Wider(1, 2, 3)) == "Wider(low=1, high=2, width=1, more=3)"
    assert isinstance(Wider(1, 2), Checked)
    with pytest.raises(ValueError, match="2"):
        Wider(2, 1)


def test_what_is_not_given_is_worked_out() -> None:
    assert astuple(Worked(5, 6)) == (5, 10, 3, [], 6)
    assert astuple(replace(Worked(5), low=2)) == (2, 4, 3, [], 4)


@pytest.mark.parametrize(
    "change",
    [
        lambda value: setattr(value, "number", 2),
        lambda value: setattr(value, "other", 2),
        lambda value: delattr(value, "number"),
    ],
)
def test_nothing_is_changed(change: Callable[[Ours], None]) -> None:
    value = Ours(1)
    with pytest.raises(FrozenInstanceError):
        change(value)
    assert value == Ours(1)


@pytest.mark.parametrize("arguments", [(), (1, "a", [], "", 5)])
def test_values_that_do_not_fit_are_refused(arguments: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Ours(*arguments)
