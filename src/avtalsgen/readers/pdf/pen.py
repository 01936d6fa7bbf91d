"""What a page draws, step by step, and the pen that follows it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import field

import pikepdf
from pikepdf import Array, Matrix, Object, Page, Stream

from avtalsgen.records import dataclass

_LARGEST = 2_000_000
"""Bytes of content that are followed; a page of ours has some 20 000."""
FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What a broken page may raise while it is followed."""

Step = tuple[str, tuple[bytes, ...]]
"""An operator and what stands before it, as written."""


def steps_of(page: Page) -> list[Step]:
    """Return what a page draws.

    Raises:
        ValueError: it is too large to be followed.
        PdfError: it cannot be read.
    """
    page_contents = page.obj.get("/Contents")
    streams = page_contents.as_list() if isinstance(page_contents, Array) else [page_contents]
    drawn = sum(len(stream.read_bytes()) for stream in streams if isinstance(stream, Stream))
    if drawn > _LARGEST:
        raise ValueError(drawn)
    return [
        (str(step.operator), tuple(_written(each) for each in step.operands))
        for step in pikepdf.parse_content_stream(page)
    ]


def _written(operand: object) -> bytes:
    return operand.unparse() if isinstance(operand, Object) else str(operand).encode()


@dataclass(slots=True)
class Pen:
    """Where something is drawn: the space of the page, that of the text, and a point in it."""

    space: Matrix = field(default_factory=Matrix)
    kept: list[Matrix] = field(default_factory=list)
    text: Matrix = field(default_factory=Matrix)
    leading: float = 0.0

    def follow(self, operator: str, numbers: Sequence[float]) -> tuple[float, ...]:
        """Return how high on the page a step draws: where, or from where to where."""
        if operator in ("q", "Q", "cm"):
            self._move_drawing(operator, numbers)
        else:
            self._move_text(operator, numbers)
        if operator in ("Tj", "TJ", "'", '"'):
            return (float((self.text @ self.space).f),)
        if operator in ("re", "m", "l") and len(numbers) > 1:
            more = numbers[3:] if operator == "re" else ()
            edges = (numbers[1], *(numbers[1] + high for high in more))
            return tuple(
                float((Matrix(1, 0, 0, 1, numbers[0], edge) @ self.space).f) for edge in edges
            )
        return (float(self.space.f),) if operator == "Do" else ()

    def _move_drawing(self, operator: str, numbers: Sequence[float]) -> None:
        if operator == "q":
            self.kept.append(self.space)
        elif operator == "cm":
            self.space = Matrix(*numbers) @ self.space
        elif self.kept:
            self.space = self.kept.pop()

    def _move_text(self, operator: str, numbers: Sequence[float]) -> None:
        match operator:
            case "BT":
                self.text = Matrix()
            case "Tm":
                self.text = Matrix(*numbers)
            case "Td" | "TD":
                self.leading = -numbers[1] if operator == "TD" else self.leading
                self.text = Matrix(1, 0, 0, 1, *numbers) @ self.text
            case "TL":
                self.leading = numbers[0]
            case "T*" | "'" | '"':
                self.text = Matrix(1, 0, 0, 1, 0, -self.leading) @ self.text
            case _:
                pass


def numbers_of(operands: Sequence[bytes]) -> list[float]:
    """Return the numbers among operands."""
    numbers: list[float] = []
    for operand in operands:
        with suppress(ValueError):
            numbers.append(float(operand))
    return numbers
