"""The command line: commands and flags in English, everything they say in Swedish."""

import gc
import sys

_SELDOM = 100_000
"""Objects made between two searches for rings among them: the program makes few and ends soon."""


def main() -> None:
    """Run the program and leave with one of the exit codes of `problems.Exit`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # consoles on Windows are seldom UTF-8
            reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(_SELDOM)
    from avtalsgen.cli.group import run

    code = run()
    gc.freeze()  # nor is there anything to search for in what the end of the process frees anyway
    sys.exit(code)
