"""A process that does many reads a workspace for all of them, and does not keep it for ever."""

from pathlib import Path

import pytest
from tests.pipeline.batch.test_carried import written
from tests.workspace import WHOLE

from avtalsgen.pipeline.batch.jobs import opened as module
from avtalsgen.pipeline.batch.jobs.opened import ground_at, opened


def test_what_is_read_is_kept_for_some_and_then_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, WHOLE)
    monkeypatch.setattr(module, "READ_ANEW", 3)
    monkeypatch.setattr(module, "_ASKED", iter(range(100)))
    ground = ground_at(tmp_path)
    files = [opened(ground)[1] for _ in range(7)]
    assert len({id(each) for each in files}) == 3
    assert files[0] is files[2]
    assert files[3] is files[5]
    assert files[3] is not files[2]
