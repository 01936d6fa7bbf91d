"""Our Word redline inside a process that has started, as a server or a batch would have it."""

import sys
from pathlib import Path

from avtalsgen.redline import Options, word_redline
from benchmarks.measure import inside, report

if __name__ == "__main__":
    old, new, out = map(Path, sys.argv[1:4])
    before, after = old.read_bytes(), new.read_bytes()

    def once() -> None:
        """Compare, write, prove."""
        out.write_bytes(word_redline(before, after, Options()).docx)

    report([inside(once) for _ in range(int(sys.argv[4]))])
