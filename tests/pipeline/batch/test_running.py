"""Every item is done once or told with why, whoever does it and whatever happens to them."""

import itertools
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pipeline.batch.stand_in import HERE, Light, LightJob, Unreliable, as_told, expected, told

from avtalsgen.pipeline.batch import running
from avtalsgen.pipeline.batch.chunks import ChunkSize
from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.executors import local
from avtalsgen.pipeline.batch.executors.executor import GoneError
from avtalsgen.pipeline.batch.executors.local import Processes
from avtalsgen.problems import Problem

ROOT = Path(__file__).parents[3]
DOES = st.sampled_from(["fine", "fine", "fine", "fails", "breaks", "kills", "kills once"])


@given(
    st.lists(DOES, max_size=25),
    st.lists(st.integers(0, 9), min_size=1, max_size=20),
    st.booleans(),
    st.integers(1, 4),
)
def test_each_item_is_told_once_in_any_order(
    does: list[str], order: list[int], pool: bool, width: int
) -> None:
    items = [Light(number, what) for number, what in enumerate(does)]
    executor = Unreliable(itertools.cycle(order), pool, width)
    with mock.patch.object(running, "wait", executor.wait):
        outcomes = told(items, executor)
    assert outcomes == {item.number: expected(item) for item in items}
    assert executor.most <= width + executor.ahead


class Deserted(Unreliable):
    """One whose tasks never come back, as of a scheduler lost while they were on their way."""

    def look(self) -> None:
        raise GoneError([Problem("BT06", "svarar inte")])


def test_what_nobody_is_left_to_answer_for_is_told_as_not_done() -> None:
    items = [Light(number, "fine") for number in range(9)]
    with mock.patch.object(running, "_LOOK", 0.01):
        outcomes = told(items, Deserted(itertools.cycle([0]), pool=False))
    assert outcomes == {number: "BT06" for number in range(9)}


@given(st.lists(st.tuples(st.integers(1, 50), st.floats(0, 10)), max_size=9), st.integers(1, 9))
def test_a_chunk_takes_about_a_second_and_grows_by_what_has_come_back(
    came: list[tuple[int, float]], width: int
) -> None:
    size, largest = ChunkSize(), 0
    for items, seconds in came:
        chunk = size.next(10_000, width)
        assert 1 <= chunk <= max(1, 4 * largest)
        assert chunk == 1 or chunk * size.seconds <= 1
        size.learn(items, seconds)
        largest = max(largest, items)
    assert size.next(1, width) == 1


def test_processes_that_are_killed_are_made_anew_and_the_killer_is_listed(tmp_path: Path) -> None:
    does = {3: "kills", 7: "kills once", 11: "fails", 12: "breaks"}
    items = [Light(n, does.get(n, "fine"), str(tmp_path / f"{n}")) for n in range(30)]
    executor = Processes(2)
    try:
        outcomes = told(items, executor)
    finally:
        executor.close()
    assert outcomes == {item.number: expected(item) for item in items}


def test_one_process_and_several_make_the_same() -> None:
    items = [Light(n, "fails" if n % 5 == 0 else "fine") for n in range(40)]
    made = []
    for jobs in (1, 2):
        outcomes = Crew(jobs=jobs).outcomes(LightJob(), items, HERE)
        made.append({number: as_told(outcome) for number, outcome in outcomes})
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("jobs", "items", "workers"), [(0, 5, 1), (0, 6, 2), (0, 90, 4), (3, 3, 3)]
)
def test_a_process_is_begun_when_it_has_enough_to_do(jobs: int, items: int, workers: int) -> None:
    begun = []

    def begin(count: int) -> Unreliable:
        begun.append(count)
        return Unreliable(itertools.cycle([0]), pool=False, width=count)

    with (
        mock.patch.object(os, "cpu_count", return_value=4),
        mock.patch.object(local, "Processes", begin),
        mock.patch.object(running, "results", return_value=()),
    ):
        list(Crew(jobs=jobs).outcomes(LightJob(), [Light(n) for n in range(items)], HERE))
    assert (begun or [1]) == [workers]


INTERRUPTED = """
import os
from tests.pipeline.batch.stand_in import HERE, Light, LightJob
from avtalsgen.pipeline.batch.job import still
from avtalsgen.pipeline.batch.executors.local import Processes
from avtalsgen.pipeline.batch.running import results

def main():
    items = [Light(n, "interrupts" if n == 0 else "fine", str(os.getpid())) for n in range(5000)]
    executor, done = Processes(2), set()
    try:
        for number, _ in results(LightJob(), items, HERE, executor, still):
            done.add(number)
    except KeyboardInterrupt:
        print("avbrutet", 0 in done, len(done) < len(items))
    executor.close()

if __name__ == "__main__":
    main()
"""


def test_what_is_out_when_it_is_interrupted_is_finished_and_told(tmp_path: Path) -> None:
    script = tmp_path / "avbrott.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.stdout, said.stderr) == ("avbrutet True True\n", "")


KILLED = INTERRUPTED.replace("done.add(number)", "os.kill(os.getpid(), 9)").replace(
    '"interrupts" if n == 0 else "fine"', '"fine"'
)


def test_no_process_is_left_when_the_first_is_killed(tmp_path: Path) -> None:
    """They hold what it writes to, which ends when all of them have."""
    script = tmp_path / "dod.py"
    script.write_text(KILLED, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
        stdout=subprocess.PIPE,
        timeout=120,
        check=False,
    )
    assert (said.returncode, said.stdout) == (-9, b"")
