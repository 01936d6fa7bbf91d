"""Edits that LibreOffice makes by UNO, one process an edit; run by hand, its files are the data.

    /usr/bin/python3 tests/takeback/office_edits.py SENT.docx FOLDER [NAME …]

SENT is what a build sends; each file that an edit made of it is put in FOLDER.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

WORD, ODT = "MS Word 2007 XML", "writer8"
EDITS: dict[str, Callable[[Any], None]] = {}


def edit(function: Callable[[Any], None]) -> Callable[[Any], None]:
    """Give an edit its name."""
    EDITS[function.__name__.replace("_", "-")] = function
    return function


def prop(name: str, value: object) -> Any:
    """Return a property of UNO."""
    return PropertyValue(Name=name, Value=value)


def find(doc: Any, words: str) -> Any:
    """Return the range of the last place with `words`: the contents have them first."""
    search = doc.createSearchDescriptor()
    search.SearchString = words
    every = doc.findAll(search)
    return every.getByIndex(every.Count - 1)


def paragraph_of(doc: Any, words: str) -> Any:
    """Return a cursor over the paragraph that has `words`."""
    found = find(doc, words)
    cursor = found.Text.createTextCursorByRange(found)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def pick(doc: Any, words: Any, command: str) -> None:
    """Go to words and choose a command of the menus."""
    view = doc.CurrentController
    view.ViewCursor.gotoRange(words, False)
    order = uno.createUnoStruct("com.sun.star.util.URL")
    order.Complete, order.Protocol, order.Path = f".uno:{command}", ".uno:", command
    view.Frame.queryDispatch(order, "", 0).dispatch(order, ())


@edit
def saved(doc: Any) -> None:
    """Save and do no more."""


@edit
def sum_changed(doc: Any) -> None:
    find(doc, "605").String = "625"


@edit
def sum_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    find(doc, "605").String = "625"


@edit
def word_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    find(doc, "första hand lösa").String = "första hand försöka lösa"


@edit
def not_taken_out(doc: Any) -> None:
    find(doc, "inte röja").String = "röja"


@edit
def paragraph_added(doc: Any) -> None:
    cursor = paragraph_of(doc, "Underlaget får inte")
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, "Utföraren får anlita underleverantörer.", False)


@edit
def paragraph_added_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    paragraph_added(doc)


@edit
def paragraph_struck_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    cursor = paragraph_of(doc, "Underlaget får inte")
    cursor.goRight(1, True)
    cursor.String = ""


@edit
def section_struck(doc: Any) -> None:
    cursor = paragraph_of(doc, "Utföraren tar ut avgiften")
    cursor.goLeft(0, False)
    start = cursor.Text.createTextCursorByRange(cursor.Start)
    start.gotoPreviousParagraph(False)
    start.gotoStartOfParagraph(False)
    end = paragraph_of(doc, "Avgifterna tillfaller")
    start.gotoRange(end.End, True)
    start.goRight(1, True)
    start.String = ""


@edit
def section_struck_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    section_struck(doc)


@edit
def section_added(doc: Any) -> None:
    cursor = paragraph_of(doc, "Avgifterna tillfaller")
    cursor.collapseToEnd()
    text = cursor.Text
    text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    style = paragraph_of(doc, "Utföraren tar ut avgiften")
    above = style.Text.createTextCursorByRange(style.Start)
    above.gotoPreviousParagraph(False)
    text.insertString(cursor, "Vite", False)
    cursor.ParaStyleName = above.ParaStyleName
    text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.ParaStyleName = style.ParaStyleName
    text.insertString(cursor, "Utföraren ska betala vite.", False)


@edit
def hidden(doc: Any) -> None:
    cursor = paragraph_of(doc, "Avgifterna tillfaller")
    cursor.collapseToEnd()
    cursor.Text.insertString(cursor, " Vite får tas ut.", False)
    find(doc, " Vite får tas ut.").CharHidden = True


@edit
def white(doc: Any) -> None:
    cursor = paragraph_of(doc, "Avgifterna tillfaller")
    cursor.collapseToEnd()
    cursor.Text.insertString(cursor, " Vite får tas ut.", False)
    find(doc, " Vite får tas ut.").CharColor = 0xFFFFFF


@edit
def footnote(doc: Any) -> None:
    note = doc.createInstance("com.sun.star.text.Footnote")
    cursor = paragraph_of(doc, "Avgifterna tillfaller")
    cursor.collapseToEnd()
    cursor.Text.insertTextContent(cursor, note, False)
    note.insertString(note.createTextCursor(), "Se taxan.", False)


@edit
def bold(doc: Any) -> None:
    find(doc, "Avgifterna tillfaller").CharWeight = 150.0


@edit
def bold_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    bold(doc)


@edit
def box(doc: Any) -> None:
    frame = doc.createInstance("com.sun.star.text.TextFrame")
    cursor = paragraph_of(doc, "Avgifterna tillfaller")
    cursor.collapseToEnd()
    cursor.Text.insertTextContent(cursor, frame, False)
    frame.Text.insertString(frame.Text.createTextCursor(), "Ring oss!", False)


@edit
def filled_in(doc: Any) -> None:
    cursor = paragraph_of(doc, "beslutade om uppdraget den")
    said = cursor.String
    cursor.String = said.replace("........................", "15 december 2026", 1)


@edit
def centred(doc: Any) -> None:
    paragraph_of(doc, "Avgifterna tillfaller").ParaAdjust = uno.Enum(
        "com.sun.star.style.ParagraphAdjust", "CENTER"
    )


@edit
def font(doc: Any) -> None:
    find(doc, "Avgifterna tillfaller").CharFontName = "Courier New"


@edit
def phrase_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    phrase = find(doc, "ska vara skriftlig och gäller från den dag")
    phrase.String = "bör vara skriftlig och gäller till den dag"


@edit
def heading_empty_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    above = paragraph_of(doc, "Utföraren tar ut avgiften")
    above = above.Text.createTextCursorByRange(above.Start)
    above.gotoPreviousParagraph(False)
    cursor = paragraph_of(doc, "Avgifterna tillfaller")
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.ParaStyleName = above.ParaStyleName


@edit
def footnote_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    footnote(doc)


@edit
def party_renamed_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    every = doc.createReplaceDescriptor()
    every.SearchString, every.ReplaceString = "Leanlink Råd och Stöd", "Stadens Råd och Stöd"
    doc.replaceAll(every)


@edit
def heading_renamed(doc: Any) -> None:
    heading = paragraph_of(doc, "Utföraren tar ut avgiften")
    heading.gotoPreviousParagraph(False)
    heading.gotoEndOfParagraph(True)
    heading.String = "Avgifter"


@edit
def paragraph_up(doc: Any) -> None:
    pick(doc, find(doc, "Underlaget får inte"), "MoveUp")


@edit
def item_added(doc: Any) -> None:
    cursor = paragraph_of(doc, "vem som har gett den")
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, "varför den har getts", False)


@edit
def paragraph_up_tracked(doc: Any) -> None:
    doc.RecordChanges = True
    paragraph_up(doc)


@edit
def paragraphs_joined(doc: Any) -> None:
    cursor = paragraph_of(doc, "Utföraren tar ut avgiften")
    cursor.collapseToEnd()
    cursor.goRight(1, True)
    cursor.String = " "


@edit
def head_changed(doc: Any) -> None:
    styles = doc.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        if style.HeaderIsOn and "000" in style.HeaderText.String:
            style.HeaderText.String = style.HeaderText.String.replace("000", "111")


@edit
def date_on_the_cover(doc: Any) -> None:
    find(doc, "2026\N{NON-BREAKING HYPHEN}11\N{NON-BREAKING HYPHEN}22").String = "2026-12-01"


def main(source: str, folder: str, *names: str) -> None:
    """Make every edit, or those named."""
    for name in names or (*EDITS, "odt"):
        target = Path(folder, f"{name}.docx")
        subprocess.run(
            [sys.executable, __file__, "--one", source, str(target), name], check=True, timeout=120
        )
        without_fonts(target)


def without_fonts(path: Path) -> None:
    """Take the fonts out of a file: they are most of it, and nothing here asks for them."""
    with zipfile.ZipFile(path) as archive:
        parts = {each.filename: archive.read(each) for each in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if not name.startswith("word/fonts/") and name != "word/_rels/fontTable.xml.rels":
                archive.writestr(name, data)


def one(source: str, target: str, name: str) -> None:
    """Make one edit in an office of its own."""
    with tempfile.TemporaryDirectory() as settings:
        pipe = f"takeback-{Path(settings).name}"
        mine = Path(settings, "sent.docx")
        mine.write_bytes(Path(source).read_bytes())
        office = subprocess.Popen(
            [
                *("soffice", f"-env:UserInstallation={Path(settings).as_uri()}", "--headless"),
                *("--norestore", f"--accept=pipe,name={pipe};urp;"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            desktop = _desktop(pipe)
            doc = _load(desktop, str(mine))
            if name == "odt":
                middle = Path(settings, "mitt.odt")
                _store(doc, middle, ODT)
                doc.close(True)
                doc = _load(desktop, str(middle))
            else:
                EDITS[name](doc)
            _store(doc, Path(target), WORD)
            doc.close(True)
            with contextlib.suppress(Exception):  # it ends while it answers
                desktop.terminate()
        finally:
            os.killpg(office.pid, signal.SIGTERM)
            office.wait(30)


def _desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    raise SystemExit("LibreOffice svarar inte")


def _load(desktop: Any, path: str) -> Any:
    url = Path(path).resolve().as_uri()
    return desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))


def _store(doc: Any, path: Path, kind: str) -> None:
    doc.storeToURL(path.resolve().as_uri(), (prop("FilterName", kind),))


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
