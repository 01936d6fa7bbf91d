"""What click itself says, in Swedish whatever the language of the computer is."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DOMAIN = "messages"
_VARIABLE = "LANGUAGE"
"""What gettext asks first: it takes no language from anywhere but the environment."""


@contextmanager
def in_swedish() -> Iterator[None]:
    """Let gettext, which click asks whenever it says anything, know Swedish for a while.

    The environment and gettext's own settings are then as they were, so that a program which
    calls the command line keeps its language.
    """
    before, domain, folder = (
        os.environ.get(_VARIABLE),
        gettext.textdomain(),
        gettext.bindtextdomain(_DOMAIN),
    )
    os.environ[_VARIABLE] = "sv"
    gettext.bindtextdomain(_DOMAIN, str(Path(__file__).with_name("locale")))
    gettext.textdomain(_DOMAIN)
    try:
        yield
    finally:
        gettext.bindtextdomain(_DOMAIN, folder)
        gettext.textdomain(domain)
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before
