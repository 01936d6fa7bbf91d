"""The options of every command that takes many documents: who does the work, and who is told."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from avtalsgen.records import dataclass

if TYPE_CHECKING:
    from avtalsgen.pipeline.batch.crew import Crew

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Jobs(click.ParamType[int]):
    """How many documents are worked on at a time."""

    name = "antal"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number; 0, which nobody can write, is one for each core."""
        if isinstance(value, int):
            return value
        if re.fullmatch(r"[1-9]|[1-5]\d|6[0-4]", str(value)):
            return int(str(value))
        self.fail(f"väntade ett tal mellan 1 och 64, fick ”{value}”", param, ctx)


@dataclass(frozen=True, slots=True)
class BatchAsked:
    """What the user said of it."""

    jobs: int = 0
    executor: str = ""
    log: Path | None = None
    summary: Path | None = None

    @property
    def crew(self) -> "Crew":
        """Who does the work. The clock tells how much goes together, and nothing else."""
        from avtalsgen.pipeline.batch.crew import Crew  # when there is work to do

        return Crew(time.perf_counter, self.jobs, self.executor)


_OPTIONS = (
    click.option(
        "--jobs",
        type=Jobs(),
        default=0,
        metavar="ANTAL",
        help="Antal dokument att arbeta med samtidigt. Annars högst ett per kärna.",
    ),
    click.option(
        "--executor",
        default="",
        metavar="ADRESS",
        help="Låt arbetarna hos en schemaläggare göra jobbet: tcp://127.0.0.1:PORT eller "
        "tls://MASKIN:PORT.",
    ),
    click.option(
        "--log",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FIL",
        help="Skriv en rad JSON om varje dokument sist i filen.",
    ),
    click.option(
        "--summary",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FIL",
        help="Skriv en webbsida om hur det gick: vad som blev klart, inte blev det, och varför.",
    ),
)


def batch_options(command: _Command) -> _Command:
    """Give `command` the options, as `jobs`, `executor`, `log` and `summary`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
