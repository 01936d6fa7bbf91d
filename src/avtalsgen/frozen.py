"""Values that never change: as `dataclass(frozen=True, slots=True)`, at a tenth of the cost.

Python writes six methods for each such class and compiles them while its module is loaded, and a
command loads two hundred classes. Here three of them are the same for all classes, and three are
compiled when they are first called, which most never are:

    class is made      Text.__init__ ─► writes and compiles the real one, puts it in its own
    first Text("a")    Text.__init__ ─┘ place and calls it
    second Text("b")   Text.__init__ ─► the real one

Fields, slots, patterns and `replace` are those of Python's own dataclass.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)
_Method = Callable[..., Any]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """Return the class whose annotations are its fields; its values cannot be changed.

    A method that the class has itself is left as it is.
    """
    cls.__doc__ = cls.__doc__ or cls.__name__  # or Python would work out a signature for it
    written = {name for name, method in vars(cls).items() if method is not None}
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    methods: dict[str, _Method] = {
        "__init__": _at_first("__init__", made, _init),
        "__eq__": _at_first("__eq__", made, _eq),
        "__hash__": _at_first("__hash__", made, _hash),
        "__repr__": _repr,
        "__setattr__": _unchangeable,
        "__delattr__": _unchangeable,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    for name, method in methods.items():
        if name not in written:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _at_first(name: str, made: Any, compiled: Callable[[Any], _Method]) -> _Method:
    """Return what makes the method of that name when it is first called, and calls it."""

    def method(self: object, *positional: object, **named: object) -> object:
        real = compiled(made)
        real.__qualname__ = f"{made.__qualname__}.{name}"
        setattr(made, name, real)
        return real(self, *positional, **named)

    return method


def _init(made: Any) -> _Method:
    """Return the method that gives each field its value, by the slot that it lies in."""
    names: dict[str, Any] = {"_MISSING": MISSING}
    parameters = ["self"]
    lines = []
    for number, slot in enumerate(fields(made)):
        anew, default = slot.default_factory is not MISSING, f"_default{number}"
        names[f"_set{number}"] = getattr(made, slot.name).__set__
        names[default] = slot.default_factory if anew else slot.default
        optional = names[default] is not MISSING
        value = f"{default}()" if anew else default
        if slot.init:
            given = "_MISSING" if anew else default
            parameters.append(f"{slot.name}={given}" if optional else slot.name)
            value = f"{value} if {slot.name} is _MISSING else {slot.name}" if anew else slot.name
        elif not optional:
            continue  # the class gives it in __post_init__
        lines.append(f"_set{number}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    return _compiled(f"__init__({', '.join(parameters)})", lines or ["pass"], names)


def _eq(made: Any) -> _Method:
    compared = [slot.name for slot in fields(made) if slot.compare]
    return _compiled(
        "__eq__(self, other)",
        [
            "if other.__class__ is not self.__class__: return NotImplemented",
            f"return {_values('self', compared)} == {_values('other', compared)}",
        ],
    )


def _hash(made: Any) -> _Method:
    hashed = [slot.name for slot in fields(made) if _is_hashed(slot)]
    return _compiled("__hash__(self)", [f"return hash({_values('self', hashed)})"])


def _is_hashed(slot: Field[Any]) -> bool:
    return slot.compare if slot.hash is None else slot.hash


def _values(of: str, names: list[str]) -> str:
    return f"({''.join(f'{of}.{name}, ' for name in names)})"


def _compiled(head: str, lines: list[str], names: dict[str, Any] | None = None) -> _Method:
    """Return a method of its source; only names of fields go into it, as in what Python does."""
    inside = names or {}
    exec(f"def {head}:\n " + "\n ".join(lines), inside)  # noqa: S102
    method: _Method = inside[head.partition("(")[0]]
    return method


def _repr(self: Any) -> str:
    shown = (f"{slot.name}={getattr(self, slot.name)!r}" for slot in fields(self) if slot.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _unchangeable(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


def _state(self: Any) -> tuple[object, ...]:
    return tuple(getattr(self, slot.name) for slot in fields(self))


def _restore(self: Any, state: tuple[object, ...]) -> None:
    for slot, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, slot.name, value)
