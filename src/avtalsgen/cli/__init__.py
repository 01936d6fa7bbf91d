"""The command line: commands and flags in English, everything they say in Swedish."""

import gc
import sys

_INTERRUPTED = 130
"""`problems.Exit.INTERRUPTED`, which cannot be asked for while the program is being loaded."""
_SELDOM = 100_000
"""Objects made between two searches for rings among them: a build makes as many, and a comparison
of 400 pages holds a sixth more memory if they are seldomer still."""


def main() -> None:
    """Run the program and leave with one of the exit codes of `problems.Exit`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # consoles on Windows are seldom UTF-8
            reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(_SELDOM)
    try:
        from avtalsgen.cli.group import run

        code = int(run())
    except KeyboardInterrupt:  # before there is a command line to tell of it, or after
        sys.stderr.write("\nAvbrutet.\n")
        code = _INTERRUPTED
    gc.freeze()  # nor is there anything to search for in what the end of the process frees anyway
    sys.exit(code)
