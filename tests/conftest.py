"""How the tests are run: how many random examples, and whether expected text is rewritten."""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling, Scheduling

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

# What commands remember is kept apart from what the person at this machine has.
os.environ.setdefault("AVTALSGEN_CACHE", tempfile.mkdtemp(prefix="avtalsgen-minne-"))


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
    return LoadScopeScheduling(config, log)
