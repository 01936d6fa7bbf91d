"""How the tests are run: how many random examples, and whether expected text is rewritten."""

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from tests import hint_watch
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling, Scheduling

from avtalsgen.web.uploads.apart import LOADED

SLOW_DRAWS = (HealthCheck.too_slow, HealthCheck.data_too_large)

# The same examples every time: a run that fails does so for the change and not for the day.
settings.register_profile(
    "quick",
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=SLOW_DRAWS,
)
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, suppress_health_check=SLOW_DRAWS
)
settings.load_profile("quick")

_of_loaded_modules = providers._get_local_constants


def _mined() -> Constants:
    """Return the constants of the program that hypothesis draws beside its own.

    It takes them out of the modules that are loaded just then, so what a law tries would hang on
    which tests a process had run before. Only what is random anyway may draw them.
    """
    steady = settings.default is not None and settings.default.derandomize
    return Constants() if steady else _of_loaded_modules()


providers._get_local_constants = _mined

# What commands remember is kept apart from what the person at this machine has.
os.environ.setdefault("AVTALSGEN_CACHE", tempfile.mkdtemp(prefix="avtalsgen-minne-"))


# Hundreds of processes load the program and the tests: each is compiled once, and kept.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Processes are copied from one that has loaded what reads files, whichever test begins it.
if "forkserver" in multiprocessing.get_all_start_methods():
    multiprocessing.set_forkserver_preload([*LOADED])

# Started in the background the tests ignore Ctrl-C, and what they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _not_waited_for(fd: object) -> None:
    """Do not wait for the disk: what is written is there for every program but a dead machine."""


os.fsync = _not_waited_for

gc.disable()  # until all tests are collected, which makes little that can be thrown away

TESTS = Path(__file__).parent
DEAREST = (
    "test_quality.py",
    "web/test_stories.py",
    "web/test_skrivelse.py",
    "web/test_jamfor.py",
    "documents/test_every_uppdrag.py",
    "documents/test_comparisons.py",
    "takeback/test_accepting.py",
    "web/test_importera.py",
    "compare/test_compare.py",
    "web/test_ta_emot.py",
    "takeback/test_tillagg.py",
    "compare/test_redline.py",
    "writers/pdf/test_pdf_annexes.py",
    "web/test_verifiera.py",
    "web/test_klausuler.py",
    "cli/test_signatures.py",
    "takeback/test_since.py",
    "cli/test_new.py",
    "documents/test_unlike_formats.py",
    "pipeline/lock/test_lock.py",
    "pipeline/compare/test_other.py",
    "writers/pdf/test_pdf_annexes_refused.py",
    "pipeline/package/test_package.py",
    "cli/test_diff_beside_words.py",
    "assemble/test_limits.py",
    "cli/test_takeback.py",
    "compare/test_large.py",
    "readers/test_hostile_files.py",
    "redline/test_laws.py",
    "pipeline/compare/test_alike_in_word.py",
    "web/test_disposition.py",
    "takeback/test_handed.py",
)
"""What takes a process the longest is begun first, so that all processes end together."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--golden`. The random profile is chosen with `--hypothesis-profile`."""
    parser.addoption(
        "--golden",
        action="store_true",
        help="rewrite what the tests expect; git diff is the review",
    )


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Return whether expected text is to be rewritten."""
    return bool(request.config.getoption("--golden"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    """Give each file of tests to one process: what its tests share is made there and only there."""
    config.option.loadscopereorder = False  # the order is ours
    return LoadScopeScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the dearest files first, and of the others those with many tests."""
    place = {TESTS / name: n for n, name in enumerate(DEAREST)}
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (place.get(item.path, len(place)), -tests[item.path]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test that met a hint which cannot be typed."""
    result = yield
    wrong = hint_watch.wrong()
    if wrong and item.path.relative_to(TESTS).parts[0] in hint_watch.FOLDERS:
        pytest.fail("\n".join(wrong), pytrace=False)
    return result


def pytest_collection_finish() -> None:
    """Let Python look for what can be thrown away less often, and not among what stays."""
    hint_watch.watch()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()
