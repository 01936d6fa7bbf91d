"""Every process of ours collects garbage seldom; one that forgot would be slower, and right."""

import gc
import subprocess
import sys

from avtalsgen.pipeline.batch.executors.local import Processes
from avtalsgen.web.uploads.apart import apart

_MADE_BY_A_BUILD = 200_000
_ASKED = """
import gc, sys
from avtalsgen.cli import main
sys.argv = ["avtalsgen", "--version"]
try:
    main()
finally:
    print(gc.get_threshold()[0], flush=True)
"""


def test_the_command_line_collects_seldom() -> None:
    said = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, check=True)
    assert int(said.stdout.split()[-1]) > _MADE_BY_A_BUILD


def test_a_process_that_reads_a_file_collects_seldom() -> None:
    assert apart(gc.get_threshold)[0] > _MADE_BY_A_BUILD


def test_a_worker_of_many_documents_collects_seldom() -> None:
    processes = Processes(1)
    try:
        assert processes._pool.submit(gc.get_threshold).result()[0] > _MADE_BY_A_BUILD
    finally:
        processes.close()
