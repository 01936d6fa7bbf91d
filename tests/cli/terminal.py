"""A terminal in a test: what the program says there, and the code it leaves with."""

import json
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from avtalsgen.cli.group import run


@dataclass(frozen=True, slots=True)
class Said:
    """What one command line said on each stream, and its exit code."""

    out: str
    err: str
    code: int


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal that stands in the workspace `root`."""

    root: Path
    captured: pytest.CaptureFixture[str]

    def run(self, line: str) -> Said:
        """Return what `avtalsgen …` says, run in this process."""
        program, *words = shlex.split(line)
        assert program == "avtalsgen"
        self.captured.readouterr()
        code = run(words)
        said = self.captured.readouterr()
        return Said(self._hidden(said.out), self._hidden(said.err), int(code))

    def transcript(self, lines: str) -> str:
        """Return the command lines with what each said: standard error after `!`."""
        return "\n".join(self._transcript(line) for line in lines.splitlines() if line.strip())

    def _transcript(self, line: str) -> str:
        said = self.run(line)
        out = said.out
        if "--json" in line:  # one object and nothing else, or this fails
            out = json.dumps(json.loads(out), ensure_ascii=False, indent=2)
        told = [f"$ {line}", *out.splitlines()]
        told += [f"! {each}".rstrip() for each in said.err.splitlines()]
        return "\n".join([*told, f"=> {said.code}"]) + "\n"

    def _hidden(self, text: str) -> str:
        return text.replace(str(self.root), "ARBETSYTA")
