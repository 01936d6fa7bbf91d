"""A document as indented text: how tests show one, and how a person reads one.

    dokument vald-i-nara-relation@2019 verksamhetsuppdrag@2019 undertecknad
      omslag Verksamhetsuppdrag
        titel Våld i nära relation
      avsnitt 1.1 Lex Sarah #lex-sarah klausul lex-sarah@2019
        stycke Senast ‹31 mars = rapport.senast› enligt [avsnitt 4.3 → klagomal].

One node is one line, two spaces further in than the node it belongs to. In running text
`‹text = path›` is a value, `‹text ? path›` a gap, `[text → anchor]` a reference,
`[text → <address>]` a link, `*…*` strong, `/…/` emphasis, `[+…+]` inserted, `[-…-]` deleted
and `⏎` a line break. A node that is all inserted has `[+]` first on its line, one that is
deleted `[-]`, with the name of the move if it is one.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from avtalsgen.model import nodes as n
from avtalsgen.model.walk import rows

Lines = Iterator[str]

_AROUND: dict[type[n.Inline], tuple[str, str]] = {
    n.Strong: ("*", "*"),
    n.Emphasis: ("/", "/"),
    n.Inserted: ("[+", "+]"),
    n.Deleted: ("[-", "-]"),
}


def dump(document: n.Document) -> str:
    """Return `document` as text, one node a line, with a newline at the end.

    Everything printed is there, and where it came from down to the edition; the files and
    lines of origins are left out, so that a clause may move in its file.
    """
    return "".join(f"{line.rstrip()}\n" for line in _document(document))


def dump_blocks(blocks: Iterable[n.Block]) -> str:
    """Return `blocks` as text, as they stand in the dump of a document."""
    return "".join(f"{line.rstrip()}\n" for block in blocks for line in _block(block))


def _document(document: n.Document) -> Lines:
    yield from _identity(document.identity)
    parts: list[Iterable[str]] = [_cover(document.cover)]
    if document.contents:
        parts.append([f"innehåll {document.contents.heading} djup {document.contents.depth}"])
    if document.numbering:
        parts.append(["numrering " + " ".join(document.numbering)])
    running = (document.running.left, document.running.right, document.running.foot)
    if any(running):
        parts.append(["sidhuvud " + " | ".join(running)])
    if document.draft:
        parts.append(["utkast"])
    parts.extend(_section(section) for section in document.sections)
    if document.signatures:
        parts.append(_signatures(document.signatures))
    parts.extend(_aside(aside) for aside in document.asides)
    for part in parts:
        yield from _indented(part)


def _identity(identity: n.Identity) -> Lines:
    edition = f"{identity.uppdrag}@{identity.edition}"
    yield f"dokument {edition} {identity.type} {identity.status}"
    named = {
        "namn": identity.title,
        "dnr": identity.dnr,
        "datum": identity.date,
        "författare": identity.author,
        "ämne": identity.subject,
        "nyckelord": ", ".join(identity.keywords),
        "av": ", ".join(map(_provenance, identity.clauses)),
    }
    yield from _indented(f"{name} {value}" for name, value in named.items() if value)


def _cover(cover: n.Cover) -> Lines:
    yield f"{'brevhuvud' if cover.form == 'letterhead' else 'omslag'} {cover.kicker}"
    yield f"  titel {inline_text(cover.title)}"
    if cover.subtitle:
        yield f"  undertitel {inline_text(cover.subtitle)}"
    for row in cover.rows:
        yield f"  {_revised(row.revision)}rad {row.label}: {inline_text(row.content)}"


def _section(section: n.Section) -> Lines:
    made_of = _provenance(section.provenance) if section.provenance else ""
    number = f"{section.number} (bokstav)" if section.lettered else section.number
    printed = (number, inline_text(section.heading), f"#{section.anchor}", made_of)
    revised = _revised(section.revision)
    page = "på ny sida" if section.new_page else ""
    yield revised + " ".join(part for part in ("avsnitt", *printed, page) if part)
    if section.was:
        was = section.was
        yield f"  var nivå {was.level} #{was.anchor} {was.number}"
    for block in section.blocks:
        yield from _indented(_block(block))
    for below in section.sections:
        yield from _indented(_section(below))


def _aside(aside: n.Aside) -> Lines:
    about = f" om {aside.on}" if aside.on else ""
    hung = f" efter {aside.behind}" if aside.behind else ""
    yield f"{_revised(aside.revision)}bredvid {aside.part} {aside.name}{about}{hung}"
    for block in aside.blocks:
        yield from _indented(_block(block))


def _revised(revision: n.Revision | None) -> str:
    if revision is None:
        return ""
    kind = "+" if revision.kind == "inserted" else "-"
    return f"[{kind} {revision.move}] " if revision.move else f"[{kind}] "


def _block(block: n.Block) -> Lines:
    revised = _revised(block.revision)
    match block:
        case n.Paragraph(content):
            mark = f" märkt {block.mark}" if block.mark else ""
            yield f"{revised}stycke {inline_text(content)}{mark}"
        case n.List(items, ordered):
            kind = "numrerad lista" if ordered else "lista"
            letters = " med bokstäver" if block.letters else ""
            start = f" från {block.start}" if block.start != 1 else ""
            yield f"{revised}{kind}{letters}{start}"
            for item in items:
                yield f"  {_revised(item.revision)}punkt"
                for inner in item.blocks:
                    yield from _indented(_block(inner), 2)
        case n.Table():
            yield from _table(block)
        case _ as unreachable:
            assert_never(unreachable)


def _table(table: n.Table) -> Lines:
    small = (table.letters,) if table.letters != "usual" else ()
    yield _revised(table.revision) + " ".join(("tabell", *small, *table.align))
    yield "  huvud " + " | ".join(map(inline_text, table.header))
    for row, revision in rows(table):
        yield f"  {_revised(revision)}rad " + " | ".join(map(inline_text, row))


def _signatures(signatures: n.Signatures) -> Lines:
    yield f"underskrift {signatures.form}"
    for signatory in signatures.signatories:
        yield from _indented(_signatory(signatory))


def _signatory(signatory: n.Signatory) -> Lines:
    yield f"{_revised(signatory.revision)}{signatory.party}: {signatory.role}"
    yield f"  organisation {inline_text(signatory.organisation)}"
    for line in signatory.lines:
        yield f"  linje {line}"
    if signatory.name:
        yield f"  namn {inline_text(signatory.name)}"
    if signatory.title:
        yield f"  titel {inline_text(signatory.title)}"


def _provenance(provenance: n.Provenance) -> str:
    edition = f"{provenance.clause}@{provenance.edition}" if provenance.clause else provenance.file
    return f"{provenance.kind} {edition} {provenance.sha256[:8]}".rstrip()


def inline_text(content: Iterable[n.Inline]) -> str:
    """Return running text on one line, with marks for what is not plain text.

    A no-break space is `~`; a space that would not be seen, at an end or after another, is `·`.
    """
    text = _marked(content).replace("\u00a0", "~").replace("  ", " ·")
    text = "·" + text[1:] if text.startswith(" ") else text
    return text[:-1] + "·" if text.endswith(" ") else text


def _marked(content: Iterable[n.Inline]) -> str:
    return "".join(map(_inline, content))


def _inline(inline: n.Inline) -> str:
    match inline:
        case n.Text(text):
            return text
        case n.Strong(content) | n.Emphasis(content) | n.Inserted(content) | n.Deleted(content):
            opens, closes = _AROUND[type(inline)]
            return f"{opens}{_marked(content)}{closes}"
        case n.Link(content, address):
            return f"[{_marked(content)} → <{address}>]"
        case n.LineBreak():
            return "⏎"
        case n.Value(text, path):
            return f"‹{text} = {path}›"
        case n.Reference():
            return f"[{inline.lead}{inline.text} → {inline.anchor}]"
        case n.Gap(text, path, reason):
            return f"‹{text} ? {path}: {reason}›"
        case _ as unreachable:
            assert_never(unreachable)


def _indented(lines: Iterable[str], by: int = 1) -> Lines:
    return ("  " * by + line for line in lines)
