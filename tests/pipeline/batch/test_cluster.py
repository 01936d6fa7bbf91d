"""A cluster makes what one process makes, also when a worker is killed on the way."""

import os
import shlex
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from distributed import LocalCluster
from distributed.cli import dask_scheduler, dask_worker
from tests.check.rule_cases import TODAY
from tests.pipeline.batch.stand_in import HERE, Light, LightJob, as_told, expected
from tests.pipeline.batch.test_carried import written
from tests.workspace import WHOLE

from avtalsgen.pipeline.batch.carried.contents import Cargo
from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.executors import cluster
from avtalsgen.pipeline.batch.executors.cluster import Cluster, refuse_others
from avtalsgen.pipeline.batch.job import Ground
from avtalsgen.pipeline.batch.jobs.build_many import build_many
from avtalsgen.pipeline.batch.jobs.check_many import check_many
from avtalsgen.pipeline.batch.task import Task
from avtalsgen.pipeline.build.order import BuildOrder, Result
from avtalsgen.pipeline.check.checking import CheckOrder
from avtalsgen.pipeline.output.versions import versions
from avtalsgen.problems import AvtalsgenError

pytestmark = pytest.mark.filterwarnings("ignore")
"""What a cluster on its way up and down leaves open is its own."""


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1"
    ) as started:
        yield started


def workspace(root: Path) -> Path:
    written(root, WHOLE)
    text = (root / "uppdrag/prov/1.yaml").read_text(encoding="utf-8")
    for name in ("ett", "tva", "tre"):
        written(root, {f"uppdrag/{name}/1.yaml": text.replace("Prov", name)})
    written(root, {"uppdrag/fel/1.yaml": "typ: prov@1\n"})
    return root


def built(root: Path, out: Path, crew: Crew) -> tuple[list[Result], dict[str, bytes]]:
    slugs = sorted(path.name for path in (root / "uppdrag").iterdir())
    orders = [BuildOrder(slug, "1", ("txt", "json"), out) for slug in slugs]
    results = build_many(root, orders, crew)
    files = (path for path in out.rglob("*") if path.is_file())
    return list(results), {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_a_cluster_builds_and_checks_what_one_process_does(
    workers: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(tmp_path / "kommun")
    out = tmp_path / "ut"
    crews = [Crew(time.perf_counter, 1), Crew(time.perf_counter, 0, workers.scheduler_address)]
    made = []
    for number, crew in enumerate(crews):
        monkeypatch.setenv("AVTALSGEN_CACHE", str(tmp_path / f"minne-{number}"))
        made.append(built(root, out, crew))
        out.rename(tmp_path / f"ut-{number}")
        out.mkdir()
    assert made[0] == made[1]
    assert {result.status for result in made[0][0]} == {"built", "failed"}
    again = [check_many(CheckOrder(("prov@1", "fel@1"), TODAY), root, crew) for crew in crews]
    assert again[0] == again[1]


def test_one_worker_is_killed_and_nothing_is_lost_or_done_twice(workers: LocalCluster) -> None:
    items = [Light(number, "fails" if number == 50 else "fine") for number in range(400)]
    crew = Crew(time.perf_counter, 0, workers.scheduler_address)
    outcomes: dict[int, str] = {}
    for number, outcome in crew.outcomes(LightJob(), items, HERE):
        assert number not in outcomes
        outcomes[number] = as_told(outcome)
        if len(outcomes) == 1:
            victim = next(iter(workers.workers.values()))
            os.kill(victim.pid, signal.SIGKILL)
    assert outcomes == {item.number: expected(item) for item in items}


def test_workers_of_other_versions_are_refused_and_named() -> None:
    address = "tcp://127.0.0.1:8786"
    refuse_others(address, versions(), {"tcp://127.0.0.1:1": versions()})
    older = {**versions(), "typst": "0.1"}
    with pytest.raises(AvtalsgenError, match=r"BT08 tcp://127\.0\.0\.1:2 .*typst 0\.1 i stället"):
        refuse_others(address, versions(), {"tcp://127.0.0.1:2": older})
    with pytest.raises(AvtalsgenError, match="BT07") as refused:
        refuse_others(address, versions(), {})
    assert typed(dask_worker.main, refused.value) == {"scheduler": address, "nthreads": 1}


def typed(command: click.Command, error: AvtalsgenError) -> dict[str, object]:
    """Return what a command of Dask in a hint says, beside that nobody looks on."""
    name, *words = shlex.split(str(error.problems[0].hint).partition(": ")[2].partition(";")[0])
    assert (name, words[0]) == ("dask", command.name)
    asked = command.make_context(words[0], words[1:])
    assert asked.params["dashboard"] is False
    given = click.core.ParameterSource.COMMANDLINE
    said = {key for key in asked.params if asked.get_parameter_source(key) is given}
    return {key: asked.params[key] for key in said - {"dashboard"}}


def test_nobody_answers_where_there_is_no_scheduler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", "100ms")
    with pytest.raises(AvtalsgenError, match="BT06") as refused:
        Cluster("tcp://127.0.0.1:9", Ground(tmp_path, tmp_path), ())
    assert typed(dask_scheduler.main, refused.value) == {"host": "127.0.0.1", "port": "9"}
    assert Cargo(Ground(tmp_path, tmp_path), ()).ground.root == "."


def test_nobody_takes_a_task_when_the_way_is_closed(workers: LocalCluster, tmp_path: Path) -> None:
    ground = Ground(tmp_path, tmp_path)
    reached = Cluster(workers.scheduler_address, ground, ())
    reached.close()
    with pytest.raises(AvtalsgenError, match="BT06"):
        reached.submit(Task(LightJob(), (Light(1),), reached.ground(ground), time.perf_counter))


def test_a_scheduler_that_is_lost_leaves_what_is_done_and_tells_of_the_rest(
    workers: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the last, since the cluster is gone after it."""
    monkeypatch.setattr(cluster, "_PATIENCE", "3s")
    items = [Light(number) for number in range(3000)]
    crew = Crew(time.perf_counter, 0, workers.scheduler_address)
    outcomes: dict[int, str] = {}
    for number, outcome in crew.outcomes(LightJob(), items, HERE):
        assert number not in outcomes
        outcomes[number] = as_told(outcome)
        if len(outcomes) == 1:
            workers.close()
    assert set(outcomes) == set(range(3000))
    told = {number: text for number, text in outcomes.items() if text.startswith("BT")}
    done = {number: text for number, text in outcomes.items() if number not in told}
    # Which chunk comes home first is the cluster's business; that it stays done is ours.
    assert done == {number: expected(items[number]) for number in done}
    assert done
    assert set(told.values()) == {"BT06"}
