"""`dataclass` of the standard library, made when a class is used and not when it is loaded.

Python 3.11 and 3.12 compile up to seven functions of every dataclass as soon as its module is
loaded: a seventh of a build of one document went to functions that hardly anybody called. Here
one function is compiled, `__init__`, and first when the first object is made; the others are the
same for all classes and ask for the fields. Fields, slots, `replace`, `asdict` and `match` are
those of the standard library, and it is its `dataclass` that type checkers see.
"""

import dataclasses
import operator
from collections.abc import Callable
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True, order=False):
        """Make a dataclass of `cls`; the options mean what they mean in the standard library."""

        def made(cls):
            return _made(cls, frozen=frozen, slots=slots, eq=eq, order=order)

        return made if cls is None else made(cls)


def _made(cls: type, *, frozen: bool, slots: bool, eq: bool, order: bool) -> type:
    if not cls.__doc__:
        cls.__doc__ = cls.__name__  # else a signature is written there, which takes the longest
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    methods: dict[str, object] = {"__init__": _init_when_asked(made, frozen=frozen)}
    methods["__repr__"] = _repr
    if eq:
        methods |= _comparing(made, frozen=frozen, order=order)
    if frozen:
        methods |= {"__setattr__": _refuse_set, "__delattr__": _refuse_delete}
        if slots:
            methods |= {"__getstate__": _state, "__setstate__": _restore}
    for name, method in methods.items():
        if name not in made.__dict__:
            setattr(made, name, method)
    return made


def _init_when_asked(cls: type, *, frozen: bool) -> Callable[..., None]:
    def __init__(self: object, *positional: object, **named: object) -> None:  # noqa: N807
        init = _init(cls, frozen=frozen)
        setattr(cls, "__init__", init)  # noqa: B010 (a type checker knows no other way)
        init(self, *positional, **named)

    return __init__


def _init(cls: type, *, frozen: bool) -> Callable[..., None]:
    """Return an `__init__` that is written out for the fields of `cls`, as fast as by hand."""
    names: dict[str, object] = {"_keep": object.__setattr__, "_missing": dataclasses.MISSING}
    parameters, lines = ["self"], []
    for field in dataclasses.fields(cls):
        name, value = field.name, field.name
        names[f"_default_{name}"] = field.default
        names[f"_make_{name}"] = field.default_factory
        made_anew = field.default_factory is not dataclasses.MISSING
        if field.init:
            default = "_missing" if made_anew else f"_default_{name}"
            optional = made_anew or field.default is not dataclasses.MISSING
            parameters.append(f"{name}={default}" if optional else name)
        if made_anew:
            value = f"_make_{name}()" + (f" if {name} is _missing else {name}" * field.init)
        elif not field.init:
            continue
        slot = getattr(cls, name, None)
        if not frozen:
            lines.append(f"self.{name} = {value}")
        elif isinstance(slot, MemberDescriptorType):
            names[f"_keep_{name}"] = slot.__set__  # a third faster than asking for it by name
            lines.append(f"_keep_{name}(self, {value})")
        else:
            lines.append(f"_keep(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n    ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n    {body}", names)  # noqa: S102
    init: Any = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init  # type: ignore[no-any-return]


def _comparing(cls: type, *, frozen: bool, order: bool) -> dict[str, object]:
    values = _values([field.name for field in dataclasses.fields(cls) if field.compare])

    def comparing(compare: Callable[[object, object], bool]) -> Callable[..., bool]:
        def compared(self: object, other: object) -> Any:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(values(self), values(other))

        return compared

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    orders = ("__lt__", "__le__", "__gt__", "__ge__") if order else ()
    methods = {name: comparing(getattr(operator, name)) for name in ("__eq__", *orders)}
    return {**methods, "__hash__": __hash__ if frozen else None}


def _values(names: list[str]) -> Callable[[object], tuple[object, ...]]:
    """Return what takes the values of fields out of an object."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({values})"


def _refuse_set(self: object, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
