"""What programs do to a Word file by themselves: nothing that anybody said otherwise."""

from collections.abc import Callable

from lxml import etree
from tests.takeback.word_edits import SPACE, W, WordFile, parent_of, run_like


def split_runs(file: WordFile) -> None:
    """Split every run as Word does: sessions, spelling, pages."""
    for node in list(file.body.iter(f"{W}t")):
        said = node.text or ""
        run = parent_of(node)
        if len(said) < 6 or len(run.findall(f"{W}t")) != 1:
            continue
        half = len(said) // 2
        second = run_like(run, said[half:])
        second.set(f"{W}rsidR", "00AB12CD")
        run.addnext(second)
        error = etree.Element(f"{W}proofErr")
        error.set(f"{W}type", "spellStart")
        run.addnext(error)
        node.text = said[:half]
        node.set(SPACE, "preserve")
        second.insert(0, etree.Element(f"{W}lastRenderedPageBreak"))


def in_controls(file: WordFile) -> None:
    """Put content controls round a paragraph and round a run."""
    for words in ("Parterna ska i första hand", "Utföraren ska fortsätta"):
        paragraph = file.paragraph(words)
        control = etree.Element(f"{W}sdt")
        content = etree.SubElement(control, f"{W}sdtContent")
        paragraph.addprevious(control)
        content.append(paragraph)
    run = next(file.paragraph("Målgrupp").iter(f"{W}r"))
    control = etree.Element(f"{W}sdt")
    content = etree.SubElement(control, f"{W}sdtContent")
    run.addprevious(control)
    content.append(run)


def every_text(file: WordFile, change: Callable[[str], str]) -> None:
    """Change every piece of text of the body."""
    for node in file.body.iter(f"{W}t"):
        node.text = change(node.text or "")
        node.set(SPACE, "preserve")
