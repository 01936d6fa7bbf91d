"""What was sent and what came back as one Word file in which every change is tracked."""

from typing import Final

from avtalsgen.compare.align.alignment import aligned
from avtalsgen.compare.meaning.folds import said_by
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.intake.hyphens import IN_A_PART
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import CHANGES, resolve
from avtalsgen.pipeline.takeback.takeback import Return
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.readers.docx.document import read_docx
from avtalsgen.redline.package.parts import stories
from avtalsgen.takeback.looks import FILE
from avtalsgen.writers import WRITERS
from avtalsgen.writers.render import Layout, Render
from avtalsgen.writers.returned.front import with_silent_first

SILENT: Final = "Inte spårat"
"""Who made what nobody tracked: Word shows it by itself in a colour of its own."""


def beside_what_was_sent(project: Project, back: Return) -> bytes:
    """Return a Word file: rejected it says what was sent, accepted what came back.

    Before it stands a page with what nobody tracked, since that is what must not be missed. What
    somebody tracked has its author and day still. What was not tracked is by `SILENT`.

    Raises:
        AvtalsgenError: JF01, JF02 no redline of the two could be proven.
    """
    from avtalsgen.redline import Options, word_redline  # a room that takes time to load

    result = back.taken.result
    house = project.house_of((f"{result.uppdrag}@{result.edition}",))
    render = Render(house.profile, project.shell(house), Layout(_pages(back)))
    before = WRITERS["docx"].write(back.sent.document, render)
    knowledge = knowledge_of(project)
    old, new = (
        read_docx(file, result.source, knowledge.page, "reject").document
        for file in (before, back.file)
    )
    options = Options(SILENT, tracked="keep", alignment=aligned(old, new, said_by(knowledge)))
    made = word_redline(*_with_the_same_hyphens(before, back.file), options).docx
    looks = [c for c in result.changes if c.kind == "format" and not c.tracked and c.old != FILE]
    return with_silent_first(made if looks else _without_looks(made), result.changes)


def _with_the_same_hyphens(sent: bytes, returned: bytes) -> tuple[bytes, bytes]:
    """Return the two files; where one alone has hyphens at which no line ends, as letters.

    An earlier version of this program wrote a number with ordinary ones: it is the same number.
    """
    packages = [Package(data) for data in (sent, returned)]
    held = [IN_A_PART in package.blob(package.main) for package in packages]
    if held[0] == held[1]:
        return sent, returned
    package = packages[held.index(True)]
    for part in stories(package):
        package.tree(part)  # which folds them
        package.refresh(part)
    return (package.written(), returned) if held[0] else (sent, package.written())


def _pages(back: Return) -> dict[str, int]:
    """Return the page of each section as their contents have it: other pages are no change."""
    listed = [" ".join(line.text.split()) for line in back.taken.sheet.of("contents")]
    pages = {title: page for title, _, page in (line.rpartition(" ") for line in listed)}
    anchors = back.sent.nodes
    titles = {anchor: " ".join(back.sent.title(anchor).split()) for anchor in anchors}
    told = {anchor: pages.get(title, "") for anchor, title in titles.items()}
    return {anchor: int(page) for anchor, page in told.items() if page.isdecimal()}


def _without_looks(file: bytes) -> bytes:
    """Return a redline without our marks of looks: a program gave them to the whole file."""
    package = Package(file, hyphens=True)
    for part in stories(package):
        resolve(package.tree(part), "accept", _is_silent_look)
        package.refresh(part)
    return package.written()


def _is_silent_look(mark: Element) -> bool:
    return mark.tag in CHANGES and mark.get(f"{W}author") == SILENT
