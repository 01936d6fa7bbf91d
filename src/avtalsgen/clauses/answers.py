"""An answer as it is typed: what a hint shows, so that it can be typed just as it stands."""

from collections.abc import Collection, Iterable

from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.parameters import ORGAN_FACTS, Parameter, Parameters

UNKNOWN = '{okänt: "skäl"}'
_NEEDS_QUOTES = (": ", " #", '"')
_INDICATORS = "-?:,[]{}#&*!|>'\"%@` "
"""What a plain scalar does not begin with (YAML 1.2.2, 7.3.3)."""


def add(
    path: str,
    parameters: Parameters,
    *,
    empty: bool = False,
    file: str = "",
    taken: Collection[str] = (),
) -> str:
    """Return the hint that a fact is to be answered: one line, which is YAML from the path on.

    `empty` says that the key stands there without an answer, so that it is not typed twice;
    `file` is where it is typed, if not where the problem points, and `taken` are the bodies that
    it is not, since others are.
    """
    act = "fyll i" if empty else "lägg till"
    named = parameters.find(path)
    body = named[1].example if named and named[1].type == "organ" else None
    if body is not None and (not body or body in taken):
        answer = UNKNOWN  # only the register knows which bodies there are
    else:
        answer = value(path, parameters)
        answer += "" if file else f", eller {path}: {UNKNOWN}"
    return f"{f'i {file}: ' if file else ''}{act} {path}: {answer}"


def value(path: str, parameters: Parameters) -> str:
    """Return an example of an answer to the fact at `path`, in flow form."""
    parent, _, last = path.rpartition(".")
    organ = parameters.by_path.get(parent)
    named = parameters.find(path)
    if organ and organ.type == "organ" and last in ORGAN_FACTS:
        return example(organ)
    return example(named[1]) if named else "text"


def example(parameter: Parameter) -> str:
    """Return an example of an answer in flow form: a list in brackets, a record in braces."""
    if parameter.type == LIST and parameter.fields:
        shown = parameter.example.strip("{} ")
        if not shown:
            shown = ", ".join(f"{each.path}: {quoted(_own(each))}" for each in parameter.fields)
        return f"[{{{shown}}}]"
    if parameter.item is not None:
        return f"[{parameter.example or quoted(_own(parameter.item))}]"
    return plain(_own(parameter))


def _own(parameter: Parameter) -> str:
    shown = parameter.example or FACT_TYPES[parameter.type].example
    return shown or next(iter(parameter.choices), "text")


def plain(text: str) -> str:
    """Return a text as it stands after a key."""
    bare = text and text[0] not in _INDICATORS and not any(mark in text for mark in _NEEDS_QUOTES)
    return text if bare else _in_quotes(text)


def in_brackets(texts: Iterable[str]) -> str:
    """Return texts as a list."""
    return f"[{', '.join(map(quoted, texts))}]"


def quoted(text: str) -> str:
    """Return a text as it stands inside brackets, where a comma ends it."""
    return _in_quotes(text) if any(mark in text for mark in ",[]{}") else plain(text)


def _in_quotes(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
