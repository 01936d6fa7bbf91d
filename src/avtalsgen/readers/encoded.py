"""Text files from anybody: UTF-8, UTF-16, or what Windows wrote in Sweden before."""

import codecs

from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin

_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def text_of(data: bytes, source: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file called `source`, and TX02 where its encoding is a guess."""
    marked = next((name for mark, name in _MARKED.items() if data.startswith(mark)), "")
    if not marked and (halved := _unmarked(data)):
        message = "filen säger inte sin teckenkodning; den är läst som UTF-16"
        hint = "spara om filen med teckenkodningen UTF-8, om texten har blivit fel"
        problem = Problem("TX02", message, Severity.WARNING, Origin(source, 1), hint)
        return data.decode(halved, "replace"), (problem,)
    try:
        return data.decode(marked or "utf-8"), ()
    except UnicodeDecodeError:
        message = "filen är inte sparad som UTF-8; den är läst som Windows-1252"
        hint = "spara om filen med teckenkodningen UTF-8, om å, ä och ö har blivit fel"
        problem = Problem("TX02", message, Severity.WARNING, Origin(source, 1), hint)
        return data.decode("cp1252", "replace"), (problem,)


def _unmarked(data: bytes) -> str:
    """Return which UTF-16 a text is that has lost its mark: every other byte of a letter is 0."""
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(data) > 1 and data[first::2].count(0) * 2 > len(data) // 2:
            return name
    return ""
