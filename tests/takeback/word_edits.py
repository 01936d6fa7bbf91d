"""What people and programs do to a Word file, done to its XML as they write it."""

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from tests.takeback.plain_letters import plain_hyphens

from avtalsgen.ooxml.elements import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NS = {"w": W[1:-1]}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ANNA = ("Anna Alm", "2026-11-03T09:15:00Z")
BO = ("Bo Berg", "2026-11-04T10:20:00Z")
CIA = ("Cia Carlsson", "2026-11-05T11:25:00Z")
Who = tuple[str, str]


class WordFile:
    """A Word file whose parts are changed in place."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {info.filename: archive.read(info) for info in archive.infolist()}
        self.parts |= plain_hyphens(self.parts)
        self.root = etree.fromstring(self.parts["word/document.xml"])
        body = self.root.find(f"{W}body")
        assert body is not None
        self.body: Element = body
        self._ids = 9000
        self._comments = 0

    def written(self) -> bytes:
        """Return the file."""
        self.parts["word/document.xml"] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        done = io.BytesIO()
        with zipfile.ZipFile(done, "w") as archive:  # deflating fonts took most of an edit
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return done.getvalue()

    def number(self) -> str:
        """Return an id that nothing has."""
        self._ids += 1
        return str(self._ids)

    def paragraph(self, words: str, place: int = 0) -> Element:
        """Return the paragraph of the body, contents aside, that has `words` in it."""
        texts = [
            p
            for p in self.body.iter(f"{W}p")
            if words in text(p) and not _style(p).startswith("Innehall")
        ]
        return texts[place]

    def section(self, anchor: str) -> list[Element]:
        """Return the paragraphs and tables of a section, those below it aside."""
        mark = next(
            m
            for m in self.body.iter(f"{W}bookmarkStart")
            if m.get(f"{W}name") == f"_ag_{anchor.replace('-', '_')}"
        )
        first = mark.getparent()
        assert first is not None
        found = [first]
        for node in first.itersiblings():
            marked = any(
                (m.get(f"{W}name") or "").startswith("_ag_") for m in node.iter(f"{W}bookmarkStart")
            )
            if marked or node.tag == f"{W}sectPr":
                break
            found.append(node)
        return found

    def replace(self, old: str, new: str, paragraph: Element | None = None) -> None:
        """Type `new` over `old`, which nobody sees."""
        node = self.paragraph(old) if paragraph is None else paragraph
        runs = _cut(node, old)
        if new:
            runs[0].find(f"{W}t").text = new
            runs = runs[1:]
        for run in runs:
            parent_of(run).remove(run)

    def replace_everywhere(self, old: str, new: str) -> int:
        """Type `new` over `old` wherever it stands in the body; return how often it did."""
        count = 0
        for node in list(self.body.iter(f"{W}p")):
            while old in text(node):
                self.replace(old, new, node)
                count += 1
                if old in new:
                    break
        return count

    def track(self, old: str, new: str, who: Who = ANNA, paragraph: Element | None = None) -> None:
        """Type `new` over `old` with track changes on."""
        node = self.paragraph(old) if paragraph is None else paragraph
        runs = _cut(node, old)
        last = runs[-1]
        if new:
            added = self.marked("ins", who, run_like(last, new))
            last.addnext(added)
        self.deleted(runs, who)

    def insert(self, after: str, new: str, who: Who | None = None) -> None:
        """Type `new` after `after`, tracked if somebody is named."""
        self.insert_at(self.paragraph(after), after, new, who)

    def insert_at(self, node: Element, after: str, new: str, who: Who | None = None) -> Element:
        """Type `new` after words of a paragraph; return the run of it."""
        run = _cut(node, after)[-1]
        added = run_like(run, new)
        run.addnext(added if who is None else self.marked("ins", who, added))
        return added

    def deleted(self, runs: list[Element], who: Who) -> None:
        """Take out runs, tracked."""
        for run in runs:
            mark = self.marked("del", who)
            run.addprevious(mark)
            mark.append(run)
            for node in run.iter(f"{W}t"):
                node.tag = f"{W}delText"

    def marked(self, tag: str, who: Who, *content: Element) -> Element:
        """Return a mark of a tracked change round `content`."""
        node = etree.Element(W + tag)
        node.set(f"{W}id", self.number())
        node.set(f"{W}author", who[0])
        node.set(f"{W}date", who[1])
        node.extend(content)
        return node

    def mark_end(self, paragraph: Element, tag: str, who: Who) -> None:
        """Let the end of a paragraph be put in or taken out, tracked."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        run = etree.SubElement(properties, f"{W}rPr")
        run.append(self.marked(tag, who))

    def delete_whole(self, nodes: list[Element], who: Who, tag: str = "del") -> None:
        """Take out paragraphs, their ends too, tracked."""
        for node in nodes:
            for run in list(node.iter(f"{W}r")):
                if next(run.iterancestors(f"{W}del", f"{W}ins"), None) is None:
                    mark = self.marked(tag, who)
                    run.addprevious(mark)
                    mark.append(run)
                    for words in run.iter(f"{W}t"):
                        words.tag = f"{W}delText" if tag == "del" else words.tag
            self.mark_end(node, tag, who)

    def row_tracked(self, row: Element, tag: str, who: Who) -> None:
        """Let a row of a table be put in or taken out, with its words, tracked."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(0, properties)
        properties.append(self.marked(tag, who))
        for run in list(row.iter(f"{W}r")):
            mark = self.marked(tag, who)
            run.addprevious(mark)
            mark.append(run)
            for words in run.iter(f"{W}t"):
                words.tag = f"{W}delText" if tag == "del" else words.tag

    def move_tracked(self, nodes: list[Element], behind: Element, who: Who) -> None:
        """Move paragraphs, tracked."""
        copies = [deepcopy(node) for node in nodes]
        self.without_marks(copies)
        for node in reversed(copies):
            behind.addnext(node)
        self.delete_whole(nodes, who, "moveFrom")
        self.delete_whole(copies, who, "moveTo")

    def new(self, words: str, style: str = "Normal", who: Who | None = None) -> Element:
        """Return a new paragraph."""
        node = etree.Element(f"{W}p")
        properties = etree.SubElement(node, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
        run = etree.Element(f"{W}r")
        put = etree.SubElement(run, f"{W}t")
        put.text = words
        put.set(SPACE, "preserve")
        if who is None:
            node.append(run)
        else:
            node.append(self.marked("ins", who, run))
            self.mark_end(node, "ins", who)
        return node

    def without_marks(self, nodes: list[Element]) -> None:
        """Take out the bookmarks in some paragraphs."""
        for node in nodes:
            for mark in list(node.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
                parent_of(mark).remove(mark)

    def look(self, words: str, *properties: str, who: Who | None = None) -> None:
        """Give words a look, as `b`, `color=FF0000`, `sz=40`, `vanish`; tracked if by somebody."""
        self.look_at(self.paragraph(words), words, *properties, who=who)

    def look_at(self, node: Element, words: str, *properties: str, who: Who | None = None) -> None:
        """Give words of a paragraph a look."""
        for run in _cut(node, words):
            look_of(run, *properties)
            if who is not None:
                change = self.marked("rPrChange", who)
                etree.SubElement(change, f"{W}rPr")
                run.find(f"{W}rPr").append(change)

    def comment(
        self, words: str, said: str, who: Who = ANNA, reply: tuple[str, Who] | None = None
    ) -> None:
        """Pin a comment to words, perhaps with an answer, and resolved then."""
        self.comment_at(self.paragraph(words), words, said, who, reply)

    def comment_at(
        self,
        node: Element,
        words: str,
        said: str,
        who: Who = ANNA,
        reply: tuple[str, Who] | None = None,
    ) -> None:
        """Pin a comment to words of a paragraph."""
        runs = _cut(node, words)
        start, end = etree.Element(f"{W}commentRangeStart"), etree.Element(f"{W}commentRangeEnd")
        for node in (start, end):
            node.set(f"{W}id", str(self._comments))
        runs[0].addprevious(start)
        runs[-1].addnext(end)
        w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
        w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
        every = [(said, who), *([reply] if reply else [])]
        comments = "".join(
            f'<w:comment w:id="{n}" w:author="{by[0]}" w:date="{by[1]}">'
            f'<w:p w14:paraId="0000000{n}"><w:r><w:t>{words_}</w:t></w:r></w:p></w:comment>'
            for n, (words_, by) in enumerate(every, self._comments)
        )
        first, self._comments = self._comments, self._comments + len(every)
        if first:
            whole = self.parts["word/comments.xml"].decode()
            comments = whole.replace("</w:comments>", f"{comments}</w:comments>")
            self.parts["word/comments.xml"] = comments.encode()
            return
        self.add_part(
            "comments",
            f'<w:comments xmlns:w="{W[1:-1]}" xmlns:w14="{w14}">{comments}</w:comments>',
            "comments",
        )
        if reply:
            self.add_part(
                "commentsExtended",
                f'<w15:commentsEx xmlns:w15="{w15}">'
                '<w15:commentEx w15:paraId="00000000" w15:done="1"/>'
                '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="1"/>'
                "</w15:commentsEx>",
                "",
            )

    def add_part(self, name: str, xml: str, role: str) -> None:
        """Put a part into the file, and lead to it from the main one."""
        self.parts[f"word/{name}.xml"] = xml.encode()
        types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        kinds = self.parts["[Content_Types].xml"].decode()
        self.parts["[Content_Types].xml"] = kinds.replace(
            "</Types>",
            f'<Override PartName="/word/{name}.xml" ContentType="{types}.{name}+xml"/></Types>',
        ).encode()
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        relations = self.parts["word/_rels/document.xml.rels"].decode()
        if role:
            self.parts["word/_rels/document.xml.rels"] = relations.replace(
                "</Relationships>",
                f'<Relationship Id="rIdX{name}" Type="{base}/{role}" Target="{name}.xml"/>'
                "</Relationships>",
            ).encode()

    def header(self, old: str, new: str) -> None:
        """Type over words in the page heads."""
        for name in [n for n in self.parts if n.startswith("word/header")]:
            self.parts[name] = self.parts[name].replace(old.encode(), new.encode())

    def without_properties(self) -> None:
        """Lose what the file says of itself, as a browser's editor does."""
        self.parts["docProps/custom.xml"] = (
            b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'custom-properties"/>'
        )

    def rename_properties(self, old: str, new: str) -> None:
        """Let the file say something else of itself."""
        data = self.parts["docProps/custom.xml"]
        assert old.encode() in data
        self.parts["docProps/custom.xml"] = data.replace(old.encode(), new.encode())


def look_of(run: Element, *properties: str) -> None:
    """Give a run a look."""
    node = run.find(f"{W}rPr")
    if node is None:
        node = etree.Element(f"{W}rPr")
        run.insert(0, node)
    for each in properties:
        name, _, value = each.partition("=")
        child = etree.SubElement(node, W + name)
        if value:
            child.set(f"{W}val", value)


def text(node: Element) -> str:
    """Return the words of an element as Word has them."""
    return "".join(each.text or "" for each in node.iter(f"{W}t"))


def _style(paragraph: Element) -> str:
    node = paragraph.find("w:pPr/w:pStyle", _NS)
    return "" if node is None else node.get(f"{W}val", "")


def parent_of(node: Element) -> Element:
    parent = node.getparent()
    assert parent is not None
    return parent


def run_like(run: Element, words: str) -> Element:
    """Return a run that looks as another."""
    made = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    if look is not None:
        made.append(deepcopy(look))
    node = etree.SubElement(made, f"{W}t")
    node.text = words
    node.set(SPACE, "preserve")
    return made


def _cut(paragraph: Element, words: str) -> list[Element]:
    """Return the runs that hold just `words`, cut out of those that hold more."""
    start = text(paragraph).index(words)
    end = start + len(words)
    here = 0
    found: list[Element] = []
    for node in list(paragraph.iter(f"{W}t")):
        said = node.text or ""
        first, last = max(0, start - here), min(len(said), end - here)
        here += len(said)
        if first >= last:
            continue
        run = parent_of(node)
        if first > 0:
            run.addprevious(run_like(run, said[:first]))
        if last < len(said):
            run.addnext(run_like(run, said[last:]))
        node.text = said[first:last]
        node.set(SPACE, "preserve")
        found.append(run)
    return found


def paragraphs(nodes: list[Element]) -> Iterator[Element]:
    """Yield the paragraphs among some elements."""
    return (node for node in nodes if node.tag == f"{W}p")
