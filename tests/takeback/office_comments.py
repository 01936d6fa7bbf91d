"""Comments that LibreOffice opened and saved; run by hand, its files are test data.

    .venv/bin/python -m tests.takeback.office_comments FOLDER

Comments are put in as Word has them, since LibreOffice 7.4 ends when a program pins one to words.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from tests.takeback.taking import DOCUMENT, base
from tests.takeback.word_edits import ANNA, BO, CIA, W, WordFile

from avtalsgen.ooxml.elements import Element

_THREADS = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
MADE: dict[str, Callable[[WordFile], None]] = {}


def made(function: Callable[[WordFile], None]) -> Callable[[WordFile], None]:
    """Give a file its name."""
    MADE[function.__name__.replace("_", "-")] = function
    return function


@made
def comment_on_words(file: WordFile) -> None:
    file.comment("Avgifterna", "Vilka avgifter?", CIA)


@made
def comment_answered(file: WordFile) -> None:
    file.comment("Avgifterna", "Vilka avgifter?", CIA, ("De i taxan.", BO))


@made
def comment_on_paragraphs(file: WordFile) -> None:
    file.comment("Avgifterna", "Ska allt detta stå här?", CIA)
    (start,) = file.body.iter(f"{W}commentRangeStart")
    first = file.paragraph("Avgiften är 200")
    first.insert(1, start)


@made
def comment_in_a_cell(file: WordFile) -> None:
    cell = next(cell for cell in file.body.iter(f"{W}tc") if "".join(cell.itertext()).strip())
    paragraph = next(cell.iter(f"{W}p"))
    file.comment_at(paragraph, "".join(paragraph.itertext()), "Vem är det?", CIA)


@made
def comment_on_what_is_struck(file: WordFile) -> None:
    file.comment("i första hand", "Varför så?", CIA)
    file.track("i första hand ", "", ANNA)


def _as_seen(file: WordFile) -> None:
    """Show each comment where its words end, its answer too, without which LibreOffice drops it."""
    for end in list(file.body.iter(f"{W}commentRangeEnd")):
        (start,) = (
            mark
            for mark in file.body.iter(f"{W}commentRangeStart")
            if mark.get(f"{W}id") == end.get(f"{W}id")
        )
        many = file.parts["word/comments.xml"].decode().count("<w:comment ")
        for number in range(many):
            if number:
                start.addnext(_mark("commentRangeStart", number))
                end.addnext(_mark("commentRangeEnd", number))
        for number in range(many):
            run = etree.Element(f"{W}r")
            run.append(_mark("commentReference", number))
            last = end.getnext() if many > 1 else end
            last.addnext(run)


def _as_threads(file: WordFile) -> None:
    """Let the file lead to the part that tells who answers whom, by numbers that are none of 0."""
    relations = file.parts["word/_rels/document.xml.rels"].decode()
    thread = f'<Relationship Id="rIdThreads" Type="{_THREADS}" Target="commentsExtended.xml"/>'
    made = relations.replace("</Relationships>", f"{thread}</Relationships>")
    file.parts["word/_rels/document.xml.rels"] = made.encode()
    for name in ("word/comments.xml", "word/commentsExtended.xml"):
        file.parts[name] = file.parts[name].replace(b'"0000000', b'"1A2B3C4')


def _mark(tag: str, number: int) -> Element:
    node = etree.Element(f"{W}{tag}")
    node.set(f"{W}id", str(number))
    return node


def main(folder: str) -> None:
    """Make every file."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, put in MADE.items():
            file = WordFile(base(*DOCUMENT).file)
            put(file)
            _as_seen(file)
            if "word/commentsExtended.xml" in file.parts:
                _as_threads(file)
            source = Path(scratch, f"{name}.docx")
            source.write_bytes(file.written())
            settings = f"-env:UserInstallation={Path(scratch, 'office').as_uri()}"
            order = ["soffice", settings, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
            made_in = ["--outdir", str(Path(scratch, "saved")), str(source)]
            subprocess.run([*order, *made_in], check=True, timeout=120)
            _without_fonts(Path(scratch, "saved", f"{name}.docx"), Path(folder, f"{name}.docx"))


def _without_fonts(saved: Path, target: Path) -> None:
    with ZipFile(saved) as file, ZipFile(target, "w", ZIP_DEFLATED) as lean:
        for name in file.namelist():
            if not name.startswith("word/fonts/") and name != "word/_rels/fontTable.xml.rels":
                lean.writestr(name, file.read(name))


if __name__ == "__main__":
    main(sys.argv[1])
