"""A warm build, stage by stage: run as a module it prints what each stage of a document costs.

    python -m benchmarks.warm_stages FOLDER NAME …

Each stage is a function of the program, timed where it is called; what another stage does inside
it is counted there and not here. The first documents warm the process and are not counted.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

from avtalsgen.pipeline.batch.jobs.build_many import BuildJob
from avtalsgen.pipeline.batch.jobs.opened import ground_at
from avtalsgen.pipeline.build.order import BuildOrder

_WARMING: Final = 5
REST: Final = "the rest: locks, fingerprints, what is on disk"
STAGES: Final = {
    "Typst sets the pages": ("writers.pdf.engine.run",),
    "uppdrag and clauses are read and assembled": ("pipeline.build.build.document_of",),
    "what is wrong is looked for": ("pipeline.build.build.reviewed",),
    "the Word file": ("writers._write_docx", "writers.docx.write_docx"),
    "the source of the pages": ("writers.pdf.to_json",),
    "fields, places and metadata of the PDF": ("writers.pdf.archive.for_archive",),
    "bytes are written and synced": ("pipeline.output.atomic.write_all",),
}
"""By what a stage is called, the functions that do it, by their names in `avtalsgen`."""


class Stages:
    """Seconds of processor by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = dict.fromkeys((*STAGES, REST), 0.0)
        self._now = REST
        self._since = time.process_time()

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Count what is done inside as `stage`."""
        before = self._turn(stage)
        try:
            yield
        finally:
            self._turn(before)

    def _turn(self, stage: str) -> str:
        now = time.process_time()
        self.spent[self._now] += now - self._since
        before, self._now, self._since = self._now, stage, now
        return before

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return `function`, each call of it counted as `stage`."""

        def called(*positional: Any, **named: Any) -> Any:
            with self.during(stage):
                return function(*positional, **named)

        return called


def measured(root: Path, names: list[str]) -> dict[str, float]:
    """Return seconds of processor a document by stage, in this process."""
    ground = ground_at(root)
    with TemporaryDirectory(dir=root) as out:
        pairs = (name.split("@") for name in names)
        orders = [BuildOrder(pair[0], pair[1], ("docx", "pdf"), Path(out)) for pair in pairs]
        for order in orders[:_WARMING]:
            BuildJob().run(order, ground)
        stages = Stages()
        with _patched(stages):
            for order in orders[_WARMING:]:
                with stages.during(REST):
                    BuildJob().run(order, ground)
    count = len(names) - _WARMING
    return {stage: stages.spent[stage] / count for stage in (*STAGES, REST)}


@contextmanager
def _patched(stages: Stages) -> Iterator[None]:
    patches = []
    for stage, functions in STAGES.items():
        for name in functions:
            module, _, function = f"avtalsgen.{name}".rpartition(".")
            timed = stages.timed(stage, getattr(sys.modules[module], function))
            patches.append(patch(f"{module}.{function}", timed))
    for made in patches:
        made.start()
    try:
        yield
    finally:
        for made in patches:
            made.stop()


if __name__ == "__main__":
    os.environ["AVTALSGEN_CACHE"] = str(Path(sys.argv[1], "minne"))
    print(json.dumps(measured(Path(sys.argv[1]), sys.argv[2:])))
