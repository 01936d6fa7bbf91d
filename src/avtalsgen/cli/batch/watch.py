"""What is told while many documents are worked on: a line for people, a log, a page at the end.

The clock lives here: what is made knows nothing of it.
"""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TextIO

import click

from avtalsgen.cli import speech
from avtalsgen.cli.batch.options import BatchAsked
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass

if TYPE_CHECKING:
    from avtalsgen.writers.portfolio.batch_page import BatchRow

_LOG = "avtalsgen.log/1"
_SELDOM = 0.1
"""Seconds between two lines: more often nobody reads."""
_FOREIGN = Refusal(
    "BT10", "finns redan och är inte en sammanställning av oss", "välj ett annat namn med --summary"
)


@dataclass(slots=True)
class Watch:
    """Is told of each document as it gets ready."""

    command: str
    total: int
    asked: BatchAsked
    shown: bool
    log: TextIO | None = None
    rows: list["BatchRow"] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    last: float = 0.0
    count: int = 0
    failed: int = 0

    def told(
        self,
        name: str,
        status: str,
        problems: Sequence[Problem] = (),
        files: Sequence[str] = (),
        changed: Sequence[str] = (),
        *,
        failed: bool = False,
    ) -> None:
        """Note what became of the document called `name`; `status` is a word for people."""
        self.count += 1
        self.failed += failed
        if self.asked.summary:
            from avtalsgen.writers.portfolio.batch_page import BatchRow  # for a page of it all

            self.rows.append(
                BatchRow(name, status, failed, tuple(problems), tuple(files), tuple(changed))
            )
        told = [problem.as_data() for problem in problems]
        self.write(
            "dokument", name=name, status=status, failed=failed, files=list(files),
            changed=list(changed), problems=told,
        )  # fmt: skip
        now = time.monotonic()
        if self.shown and (now - self.last >= _SELDOM or self.count == self.total):
            self.last = now
            click.echo(f"\r\x1b[K{self.line(now - self.began)}", err=True, nl=False)

    def read(self, name: str) -> None:
        """Note that the document called `name` has been read, which is most of the work with it."""
        self.write("läst", name=name)

    def line(self, seconds: float) -> str:
        """Return how far it has come, how fast it goes and when it will be done."""
        rate = self.count / seconds if seconds else 0.0
        line = f"{self.count} av {self.total}"
        if rate:
            left = (self.total - self.count) / rate
            line += f", {_rate(rate)} i sekunden, {_duration(left)} kvar"
        return line + (f", {self.failed} gick inte" if self.failed else "")

    def write(self, event: str, **fields: object) -> None:
        """Write a line of the log, if there is one; it is on its way to disk at once."""
        if self.log:
            moment = datetime.now().astimezone().isoformat(timespec="milliseconds")
            line = {"schema": _LOG, "time": moment, "event": event, **fields}
            self.log.write(json.dumps(line, ensure_ascii=False) + "\n")
            self.log.flush()

    def page(self, *, interrupted: bool) -> bytes:
        """Return the page of it all."""
        from avtalsgen.writers.portfolio.batch_page import batch_page  # as above

        day = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        name = f"avtalsgen {self.command}"
        return batch_page(name, day, self.total, self.rows, interrupted=interrupted)


@contextmanager
def watching(command: str, total: int, asked: BatchAsked, *, quiet: bool) -> Iterator[Watch]:
    """Yield what is to be told of each of `total` documents; the log and the page are its own.

    Raises:
        AvtalsgenError: BT10 another file is called as the page; the disk takes the log or the
            page not (SK01–SK05).
    """
    shown = total > 1 and not quiet and sys.stderr.isatty()
    summary = Delivery((asked.summary,), _FOREIGN) if asked.summary else None
    if summary:
        summary.refuse_changed()
    with ExitStack() as stack:
        watch = Watch(command, total, asked, shown)
        if asked.log:
            stack.enter_context(atomic.explained(asked.log))
            watch.log = stack.enter_context(asked.log.open("a", encoding="utf-8"))
        watch.write("början", command=command, documents=total)
        interrupted = True
        try:
            yield watch
            interrupted = False
        finally:
            if shown:
                click.echo("\r\x1b[K", err=True, nl=False)
            event = "avbrott" if interrupted else "slut"
            watch.write(event, done=watch.count - watch.failed, failed=watch.failed)
            if summary and asked.summary:
                summary.put({asked.summary: watch.page(interrupted=interrupted)})
            if interrupted and watch.count:
                told = f"{watch.count} av {total} hann bli gjorda; kör om för resten."
                click.echo(speech.shown(told), err=True)


def _rate(rate: float) -> str:
    from avtalsgen.swedish.numbers import digits  # for who watches; its patterns take time to make

    return digits(Decimal(f"{rate:.1f}"))


def _duration(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes, left = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {left} s" if minutes else f"{left} s"
