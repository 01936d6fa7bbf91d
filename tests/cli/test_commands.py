"""The command line as people meet it."""

from pathlib import Path

import pytest
from tests import cases
from tests.cli.terminal import Terminal

CASES = cases.read(Path(__file__).with_name("commands.md"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_program_answers(case: cases.Case, terminal: Terminal, *, rewrite: bool) -> None:
    for name, text in case.blocks.items():
        if "/" in name:
            path = terminal.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    case.expect("svar", terminal.transcript(case.blocks["skriver"]), rewrite=rewrite)
