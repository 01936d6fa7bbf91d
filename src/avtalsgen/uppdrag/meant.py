"""The hint at an answer of the wrong form: what it was meant to be, or what one looks like.

What stands after `skriv nyckel:` is typed as it stands, so it is a reading of the text that was
there, never an example. An example is shown `så här:`.
"""

from collections.abc import Collection, Iterator

from avtalsgen.clauses import answers
from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.swedish.phrases import fold

MOST_READINGS = 3


def hint(parameter: Parameter, path: str, text: str, options: Collection[str]) -> str:
    """Return the hint at `text`, which is no value of a fact that may be one of `options`."""
    readings = tuple(_readings(parameter, text, options))[:MOST_READINGS]
    if not readings:
        return shape(parameter, path, options)
    key = _key(parameter, path)
    written = (f"{key}: {answers.plain(each)}" if key else answers.plain(each) for each in readings)
    return f"skriv {', eller '.join(written)}"


def shape(parameter: Parameter, path: str, options: Collection[str] = ()) -> str:
    """Return the hint that shows what an answer looks like, where nothing says which is meant."""
    if parameter.type == "organ" and not parameter.example:
        return "avtalsgen list visar vad som finns"
    begins = f"skriv {_key(parameter, path)}".strip()
    if parameter.choices:
        return f"{begins} som ett av: {', '.join(parameter.choices)}"
    return f"{begins} så här: {answers.example(parameter)}"


def listed(parameter: Parameter, path: str, text: str) -> str:
    """Return the hint at `text` where a list stands: its items, if they are items as they are."""
    items = [part.strip() for part in text.split(",")]
    if parameter.item is None or not all(_is_one(parameter.item, each) for each in items):
        return shape(parameter, path)
    return f"skriv {_key(parameter, path)}: {answers.in_brackets(items)}"


def nearest_option(text: str, options: Collection[str]) -> str:
    """Return the option most like `text`, also where that is a name in ordinary writing."""
    return nearest(text, sorted(options)) or nearest(fold(text), sorted(options))


def _is_one(parameter: Parameter, text: str) -> bool:
    if FACT_TYPES[parameter.type].one_of:
        return text in parameter.choices
    return bool(text) and _takes(parameter, text)


def _readings(parameter: Parameter, text: str, options: Collection[str]) -> Iterator[str]:
    """Yield what `text` may mean; only what the fact takes."""
    if FACT_TYPES[parameter.type].one_of:
        near = nearest_option(text, options)
        yield from (near,) if near else ()
        return
    for reading in dict.fromkeys(FACT_TYPES[parameter.type].meant(text)):
        if reading != text and _takes(parameter, reading):
            yield reading


def _takes(parameter: Parameter, text: str) -> bool:
    try:
        FACT_TYPES[parameter.type].parse(text)
    except ValueError:
        return False
    return True


def _key(parameter: Parameter, path: str) -> str:
    """Return the whole path, or inside a list the key alone, which a plain item has none of."""
    is_in_list = any(part.isdigit() for part in path.split("."))
    return parameter.path if is_in_list and parameter.type != LIST else path
