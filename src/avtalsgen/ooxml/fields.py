"""Fields: text that Word can work out anew, with the answer already in place.

    begin  instruction  separate  result …  end        (ECMA-376 part 1, 17.16.18)

No field is marked dirty and the settings do not ask for an update, as either makes Word
put a question to whoever opens the file. The answers are written right instead.
"""

from collections.abc import Iterable

from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.names import XML_SPACE


def begin(instruction: str) -> tuple[Element, ...]:
    """Return the runs that stand before the result of a field."""
    code = w("instrText")
    code.set(XML_SPACE, "preserve")
    code.text = f" {instruction} "
    return (
        run(w("fldChar", fldCharType="begin")),
        run(code),
        run(w("fldChar", fldCharType="separate")),
    )


def end() -> Element:
    """Return the run that stands after the result of a field."""
    return run(w("fldChar", fldCharType="end"))


def field(instruction: str, result: str, properties: Iterable[Element] = ()) -> tuple[Element, ...]:
    """Return the runs of a whole field that shows `result`."""
    return (*begin(instruction), run(t(result), properties=tuple(properties)), end())
