"""What click itself says, in Swedish whatever the language of the computer is."""

import gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

_DOMAIN = "messages"
_QUOTED: Final = re.compile(r"(?<![\w”])'([^'”\n]+)'(?![\w”])")
"""A word as Python quotes it: a flag, an argument or a choice."""
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


def in_swedish_quotes(error: click.UsageError) -> click.UsageError:
    """Return what click says of a command line, with its flags quoted as everything else.

    Its sentences are translated, but it quotes with `repr`; what a user typed stays as it is.
    """
    if isinstance(error, click.exceptions.NoArgsIsHelpError):  # the help, which we wrote
        return error
    return click.UsageError(_QUOTED.sub(r"”\1”", error.format_message()), error.ctx)
