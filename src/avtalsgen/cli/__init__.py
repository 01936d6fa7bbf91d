"""The command line: commands and flags in English, everything they say in Swedish."""

import gettext
import os
import sys
from pathlib import Path


def main() -> None:
    """Run the program and leave with one of the exit codes of `problems.Exit`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # consoles on Windows are seldom UTF-8
            reconfigure(encoding="utf-8", errors="backslashreplace")
    from avtalsgen.cli.group import run

    sys.exit(run())


def _speak_swedish() -> None:
    """Let gettext, which click asks, know one language whatever the computer's own is."""
    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain("messages", str(Path(__file__).with_name("locale")))
    gettext.textdomain("messages")


_speak_swedish()  # here, because click asks already when a command is declared
