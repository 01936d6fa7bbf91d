"""The command line: commands and flags in English, everything they say in Swedish."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Run the program and leave with one of the exit codes of `problems.Exit`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # consoles on Windows are seldom UTF-8
            reconfigure(encoding="utf-8", errors="backslashreplace")
    _speak_swedish()
    from avtalsgen.cli.group import run  # after the language is set: click asks when it is loaded

    sys.exit(run())


def _speak_swedish() -> None:
    import gettext

    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain("messages", str(Path(__file__).with_name("locale")))
    gettext.textdomain("messages")
