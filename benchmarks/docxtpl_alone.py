"""docxtpl by itself: the same headings and paragraphs through a template with a loop.

It has no numbering, contents, references or house style to make: a floor, not a rival.
Run as a module it fills the template several times in one process.
"""

import sys
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from benchmarks.measure import inside, report


def make_template(place: Path) -> None:
    """Write a template that prints `blocks`, each a `text` and a `level` (0: no heading)."""
    document = docx.Document()
    for line, style in (
        ("{%p for block in blocks %}", "Normal"),
        ("{%p if block.level == 1 %}", "Normal"),
        ("{{ block.text }}", "Heading 1"),
        ("{%p elif block.level %}", "Normal"),
        ("{{ block.text }}", "Heading 2"),
        ("{%p else %}", "Normal"),
        ("{{ block.text }}", "Normal"),
        ("{%p endif %}", "Normal"),
        ("{%p endfor %}", "Normal"),
    ):
        document.add_paragraph(line, style=style)
    document.save(str(place))


def fill(template: Path, markdown: Path, out: Path) -> None:
    """Write the headings and lines of `markdown` as a Word file."""
    filled = DocxTemplate(template)
    filled.render({"blocks": _blocks(markdown.read_text("utf-8"))}, autoescape=True)
    filled.save(out)


def _blocks(markdown: str) -> list[dict[str, str | int]]:
    return [
        {"level": len(line) - len(line.lstrip("#")), "text": line.lstrip("# ")}
        for line in markdown.splitlines()
        if line.strip()
    ]


if __name__ == "__main__":
    template, markdown, out = map(Path, sys.argv[1:4])
    report([inside(lambda: fill(template, markdown, out)) for _ in range(int(sys.argv[4]))])
