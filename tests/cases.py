"""Cases as Markdown: a heading is a behaviour, its fenced blocks what is given and expected.

    ## klockslag skrivs med punkt

    ```given
    08:00–17:30
    ```

    ```expected
    kl. 8–17.30
    ```

The word after the fence names the block. A test gives what it got to `Case.expect`, which
compares it, or writes it into the file when the tests are run with `--golden`. Text outside
the blocks is for the reader.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<name>[^\n`]+)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its title, the file it stands in, and its blocks by name."""

    title: str
    file: Path
    blocks: Mapping[str, str]

    def expect(self, name: str, actual: str, *, rewrite: bool) -> None:
        """Compare `actual` with the block `name`, or make it what the block says.

        Text is compared with one newline at the end, as it stands in the file.
        """
        actual = actual.rstrip("\n") + "\n" if actual.strip() else ""
        if rewrite and actual != self.blocks[name]:
            text = self.file.read_text(encoding="utf-8")
            self.file.write_text(_replaced(text, self.title, name, actual), encoding="utf-8")
        else:
            assert actual == self.blocks[name]

    def __str__(self) -> str:
        return self.title


def read(file: Path) -> tuple[Case, ...]:
    """Return the cases of `file` in order; titles and the names in a case are unique."""
    text = file.read_text(encoding="utf-8")
    found = []
    for title, start, end in _spans(text):
        blocks = {
            block["name"].strip(): block["text"] for block in BLOCK.finditer(text, start, end)
        }
        assert len(blocks) == len(BLOCK.findall(text, start, end)), f"{title}: same name twice"
        found.append(Case(title, file, blocks))
    assert found, f"{file.name} has no cases"
    assert len({case.title for case in found}) == len(found), f"{file.name}: same title twice"
    return tuple(found)


def check_golden(file: Path, actual: str, *, rewrite: bool) -> None:
    """Compare `actual` with the whole of `file`, or make it what the file says."""
    if rewrite:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(actual, encoding="utf-8")
    else:
        assert actual == file.read_text(encoding="utf-8")


def _spans(text: str) -> list[tuple[str, int, int]]:
    """Return each title and where its case begins and ends; a `##` in a block is no heading."""
    inside = [block.span() for block in BLOCK.finditer(text)]
    headings = [
        heading
        for heading in HEADING.finditer(text)
        if not any(start <= heading.start() < end for start, end in inside)
    ]
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    return [
        (heading["title"], heading.end(), end) for heading, end in zip(headings, ends, strict=True)
    ]


def _replaced(text: str, title: str, name: str, actual: str) -> str:
    """Return `text` with another block `name` in the case `title`."""
    start, end = next((start, end) for own, start, end in _spans(text) if own == title)
    block = next(b for b in BLOCK.finditer(text, start, end) if b["name"].strip() == name)
    longest = max(map(len, re.findall(r"^`{3,}", actual, re.MULTILINE)), default=2)
    fence = "`" * max(len(block["fence"]), longest + 1)
    new = f"{fence}{block['name']}\n{actual}{fence}"
    return text[: block.start()] + new + text[block.end() :]
