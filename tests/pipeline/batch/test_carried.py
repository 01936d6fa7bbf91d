"""A workspace that is sent is the same workspace there, and only what is lacking is sent."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace import WHOLE

from avtalsgen.pipeline.batch.carried import store
from avtalsgen.pipeline.batch.carried.contents import NOTHING, Brought, Cargo
from avtalsgen.pipeline.batch.carried.store import LackingError, ground_of
from avtalsgen.pipeline.batch.executors.cluster import _must_be_closed
from avtalsgen.pipeline.batch.job import Ground
from avtalsgen.problems import AvtalsgenError


@pytest.fixture(autouse=True)
def _a_new_worker() -> Iterator[None]:
    yield
    store._store().folder.cleanup()
    store._store.cache_clear()


def written(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def sent(cargo: Cargo) -> tuple[Ground, list[tuple[str, ...]]]:
    """Return the ground as a worker has it, and what it asked for on the way."""
    brought, asked = NOTHING, list[tuple[str, ...]]()
    while True:
        try:
            return ground_of(cargo.ground, brought), asked
        except LackingError as lacking:
            asked.append(lacking.hashes)
            brought = cargo.contents(lacking.hashes)


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_a_worker_has_the_workspace_and_what_was_named_beside_it(tmp_path: Path) -> None:
    root = written(tmp_path / "kommun", WHOLE)
    written(tmp_path, {"kommun/output/x.txt": "byggd", "gamla/avtal.md": "# Avtal"})
    cargo = Cargo(Ground(root, root / "uppdrag"), ["../../gamla/avtal.md"])
    ground, asked = sent(cargo)
    assert ground.away
    assert ground.here == ground.root / "uppdrag"
    assert contents(ground.root) == {path: text.encode() for path, text in WHOLE.items()}
    assert (ground.here / "../../gamla/avtal.md").read_text(encoding="utf-8") == "# Avtal"
    assert len(asked) == 2, "first the list, then what it names"


def test_of_a_workspace_that_has_changed_in_a_file_one_is_sent(tmp_path: Path) -> None:
    root = written(tmp_path, WHOLE)
    sent(Cargo(Ground(root, root), ()))
    (root / "uppdrag/prov/1.yaml").write_text("typ: prov@1\n", encoding="utf-8")
    changed = Cargo(Ground(root, root), ())
    ground, asked = sent(changed)
    assert asked == [(changed.ground.digest,), (sha256(b"typ: prov@1\n").hexdigest(),)]
    assert contents(ground.root)["uppdrag/prov/1.yaml"] == b"typ: prov@1\n"


def test_no_more_than_two_workspaces_are_kept(tmp_path: Path) -> None:
    grounds = []
    for name in ("a", "b", "c"):
        root = written(tmp_path / name, {**WHOLE, "uppdrag/prov/egen.md": name})
        grounds.append(sent(Cargo(Ground(root, root), ()))[0].root)
    assert [root.exists() for root in grounds] == [False, True, True]


@given(st.binary(max_size=9), st.binary(max_size=9))
def test_what_comes_under_another_hash_is_not_taken_in(data: bytes, other: bytes) -> None:
    digest = sha256(other).hexdigest()
    if data != other:
        with pytest.raises(AvtalsgenError, match="BT04"):
            store.take_in(Brought(((digest, data),)))
    else:
        store.take_in(Brought(((digest, data),)))


def test_a_file_that_changes_on_the_way_is_not_sent(tmp_path: Path) -> None:
    root = written(tmp_path, WHOLE)
    cargo = Cargo(Ground(root, root), ())
    (root / "uppdrag/prov/1.yaml").write_text("", encoding="utf-8")
    with pytest.raises(AvtalsgenError, match="BT03") as refused:
        sent(cargo)
    assert refused.value.problems[0].hint == "kör om kommandot"
    assert contents(sent(Cargo(Ground(root, root), ()))[0].root)["uppdrag/prov/1.yaml"] == b""


def test_a_whole_path_is_nowhere_on_another_machine(tmp_path: Path) -> None:
    root = written(tmp_path / "kommun", WHOLE)
    for place, way in (
        (root, "byt {} mot avtal.docx, eller kör utan --executor"),
        (tmp_path, "kör utan --executor"),
    ):
        (place / "avtal.docx").write_bytes(b"avtal")
        whole = str(place / "avtal.docx")
        with pytest.raises(AvtalsgenError, match="BT02") as refused:
            Cargo(Ground(root, root), [whole])
        assert refused.value.problems[0].hint == way.format(whole)
    Cargo(Ground(root, root), ["avtal.docx"])


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("tcp://127.0.0.1:8786", True),
        ("tcp://[::1]:8786", True),
        ("tcp://localhost:8786", True),
        ("tls://dask.exempel.se:8786", True),
        ("tcp://10.0.0.2:8786", False),
        ("tcp://0.0.0.0:8786", False),
        ("tcp://127.0.0.1.exempel.se:8786", False),
        ("ws://127.0.0.1:8786", False),
        ("127.0.0.1:8786", False),
    ],
)
def test_a_scheduler_is_reached_here_or_by_certificate(address: str, fine: bool) -> None:
    if fine:
        _must_be_closed(address)
    else:
        with pytest.raises(AvtalsgenError, match="BT05"):
            _must_be_closed(address)
