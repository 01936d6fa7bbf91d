"""Edits by chance of paragraphs, sections and what stands beside the text."""

from copy import deepcopy

from lxml import etree
from tests.takeback.handed import Expected, a, v, x
from tests.takeback.scribe import SCRIPTS as SCRIPTS
from tests.takeback.scribe import Scribe, script
from tests.takeback.word_edits import (
    ANNA,
    W,
)

from avtalsgen.takeback.paper.sections import PaperSection


def _length(section: PaperSection) -> int:
    return sum(len(line.words) for line in section.every_line)


@script
def line_struck(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    if len(section.lines) < 2:
        return None
    for line in scribe.lines(section):
        if not line.spans:
            scribe.strike([scribe.node(line)])
            return [scribe.by(a(scribe.how, line.text, ""))]
    return None


@script
def line_added(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section):
        node = scribe.node(line)
        if line.is_item:
            added = deepcopy(node)
            for run in list(added.iter(f"{W}r"))[1:]:
                added.remove(run)
            new = f"lampor, {next(scribe.ids)} stycken,"
            next(added.iter(f"{W}t")).text = new
            if scribe.who is not None:
                scribe.file.delete_whole([added], scribe.who, "ins")
            scribe.file.without_marks([added])
        else:
            new = f"Parterna följer upp detta {next(scribe.ids)} gånger."
            added = scribe.file.new(new, who=scribe.who)
        node.addnext(added)
        return [scribe.by(a(scribe.how, "", new))]
    return None


@script
def section_struck(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    whole = "\n".join(line.text.strip() for line in section.every_line)
    nodes = scribe.section(section)
    if any(node.tag == f"{W}tbl" for node in nodes):
        return None
    scribe.strike(nodes)
    anchored = {"anchor": section.anchor, "old": whole, "new": ""}
    return [scribe.by(x("struken", scribe.how, **anchored))]


@script
def section_new(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    number, style = next(scribe.ids), f"Rubrik{section.level}"
    heading, said = f"Nyhet {number}", f"Nyheten är {number} meter lång."
    first = scribe.section(section)[0]
    for words, named in ((heading, style), (said, "Normal")):
        first.addprevious(scribe.file.new(words, named, scribe.who))
    return [scribe.by(x("ny", scribe.how, old="", new=f"{heading}\n{said}"))]


@script
def section_moved(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    level = [s for s in scribe.sheaf.sections() if s.level == section.level]
    here = level.index(section)
    places = [p for p in range(len(level)) if p not in (here, here + 1)]
    if not places or any(n.tag == f"{W}tbl" for n in scribe.section(section)):
        return None
    place = scribe.chance.choice(places)
    target = level[place]
    passed = level[here + 1 : place] if place > here else level[place:here]
    if _length(section) >= sum(map(_length, passed)):
        return None  # of what changed order the one with less text moved: the others
    try:
        first = scribe.section(target)[0]
    except StopIteration:
        return None
    scribe.who = None
    nodes = scribe.section(section)
    for node in nodes:
        first.addprevious(node)
    if scribe.chance.random() < 0.3:
        scribe.file.without_marks(nodes)
    return [scribe.by(x("flyttad", "s", anchor=section.anchor))]


@script
def section_moved_tracked(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    level = [s for s in scribe.sheaf.sections() if s.level == section.level]
    here = level.index(section)
    places = [p for p in range(len(level)) if p not in (here, here + 1)]
    nodes = scribe.section(section)
    if not places or any(n.tag != f"{W}p" for n in nodes):
        return None
    target = level[scribe.chance.choice(places)]
    try:
        first = scribe.section(target)[0]
    except StopIteration:
        return None
    scribe.who = ANNA
    copies = [deepcopy(node) for node in nodes]
    scribe.file.without_marks(copies)
    for node in copies:
        first.addprevious(node)
    scribe.file.delete_whole(nodes, ANNA, "moveFrom")
    scribe.file.delete_whole(copies, ANNA, "moveTo")
    return [scribe.by(x("flyttad", "t", anchor=section.anchor))]


@script
def line_moved(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    if len(section.lines) < 3 or any(line.is_row for line in section.lines):
        return None
    first, last = section.lines[0], section.lines[-1]
    if first.words not in scribe.alone or first.is_item or last.words not in scribe.alone:
        return None
    if 2 * len(first.words) >= sum(len(line.words) for line in section.lines):
        return None  # what has less text is what moved: the others
    scribe.who = None
    scribe.node(last).addnext(scribe.node(first))
    return [scribe.by(x("flyttad", "s", new=first.text, anchor=section.anchor))]


@script
def heading_renamed(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    assert section.heading is not None
    word = scribe.word(section.heading)
    if not word:
        return None
    new = f"Rubrik{next(scribe.ids)}"
    scribe.typed(scribe.section(section)[0], word, new)
    return [scribe.by(a(scribe.how, word, new, anchor=section.anchor))]


@script
def footnote(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section, plain=True):
        new = f"Se bilaga {next(scribe.ids)}."
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}footnoteReference").set(f"{W}id", "2")
        scribe.node(line).append(
            run if scribe.who is None else scribe.file.marked("ins", scribe.who, run)
        )
        said = etree.Element(f"{W}r")
        etree.SubElement(said, f"{W}t").text = new
        marked = said if scribe.who is None else scribe.file.marked("ins", scribe.who, said)
        scribe.file.add_part(
            "footnotes",
            f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p>'
            f"{etree.tostring(marked, encoding='unicode')}</w:p></w:footnote></w:footnotes>",
            "footnotes",
        )
        return [scribe.by(a(scribe.how, "", new, places="fotnot", anchor=section.anchor))]
    return None


@script
def text_box(scribe: Scribe, section: PaperSection) -> list[Expected] | None:
    for line in scribe.lines(section, plain=True):
        new = f"Ring oss {next(scribe.ids)} gånger!"
        run = etree.Element(f"{W}r")
        box = etree.SubElement(etree.SubElement(run, f"{W}pict"), f"{W}txbxContent")
        inside = scribe.who is not None and scribe.chance.random() < 0.5
        box.append(scribe.file.new(new, who=scribe.who if inside else None))
        scribe.node(line).append(
            run if scribe.who is None else scribe.file.marked("ins", scribe.who, run)
        )
        return [scribe.by(x("ny", scribe.how, old="", new=new))]
    return None


@script
def page_head(scribe: Scribe, _: PaperSection) -> list[Expected] | None:
    identity = scribe.sheaf.base.sent.document.identity
    if not identity.dnr:
        return None
    old, new = identity.dnr.replace(" ", "\u00a0"), "ABC 2031-777"
    for form in (identity.dnr, old):
        scribe.file.header(form, new)
    scribe.who = None
    if not any(new.encode() in data for data in scribe.file.parts.values()):
        return None
    return [scribe.by(v("s", "dnr", new))]
