"""The command line: commands and flags in English, everything they say in Swedish."""

import atexit
import os
import sys

from avtalsgen import garbage

_INTERRUPTED = 130
"""`problems.Exit.INTERRUPTED`, which cannot be asked for while the program is being loaded."""
_BROKEN = 1
"""What Python ends with when the program cannot even be loaded."""


def main() -> None:
    """Run the program and leave with one of the exit codes of `problems.Exit`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # consoles on Windows are seldom UTF-8
            reconfigure(encoding="utf-8", errors="backslashreplace")
    garbage.collect_seldom()
    code = _BROKEN
    atexit.register(lambda: _leave(code))  # the first to be told of, so the last to be called
    try:
        from avtalsgen.cli.group import run

        code = int(run())
    except KeyboardInterrupt:  # before there is a command line to tell of it, or after
        sys.stderr.write("\nAvbrutet.\n")
        code = _INTERRUPTED
    sys.exit(code)


def _leave(code: int) -> None:
    """End the process as it stands, when all that others wanted done at its end is done.

    Python would take apart every module and object first: a twentieth of a build of one document.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except OSError:  # Python tells of it, and ends with a code of its own
        return
    os._exit(code)
