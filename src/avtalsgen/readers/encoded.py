"""Text files from anybody: UTF-8, UTF-16 with its mark, or what Windows wrote in Sweden before."""

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
    marked = next((name for mark, name in _MARKED.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(marked), ()
    except UnicodeDecodeError:
        message = "filen är inte sparad som UTF-8; den är läst som Windows-1252"
        hint = "spara om filen med teckenkodningen UTF-8, om å, ä och ö har blivit fel"
        problem = Problem("TX02", message, Severity.WARNING, Origin(source, 1), hint)
        return data.decode("cp1252", "replace"), (problem,)
