"""An old document as the files of an edition: facts with their comments, outline and texts."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from avtalsgen.importing.old_fact import OldFact, OldRecord
from avtalsgen.importing.outline import OldSection
from avtalsgen.importing.texts import TextWriter
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Document, Paragraph, Section, Text
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory, known

TYPE = "importerad@2026"


@dataclass(frozen=True, slots=True)
class Texts:
    """The file that a document was taken from, and who writes its texts."""

    source: str
    sha256: str
    writer: TextWriter


def signature_section(document: Document) -> Section | None:
    """Return where the parties sign as a section of plain text; nothing where there is none."""
    if document.signatures is None:
        return None
    blocks: list[Block] = []
    for signatory in document.signatures.signatories:
        lines = [signatory.role, plain.text(signatory.organisation), *signatory.lines]
        lines += [plain.text(signatory.name), plain.text(signatory.title)]
        blocks += [Paragraph((_text(line),)) for line in lines if line.strip()]
    return Section("underskrifter", (), 1, blocks=tuple(blocks)) if blocks else None


def _text(line: str) -> Text:
    return Text(" ".join(line.split()))


def facts_file(
    texts: Texts,
    document: Document,
    outline: Sequence[OldSection],
    facts: Sequence[OldFact],
    slug: str,
    edition: str,
) -> dict[str, bytes]:
    """Return the files of an edition, by path from the workspace."""
    contents: dict[str, bytes] = {}
    lines = [
        f"# Tagen ur {texts.source}. Orden står som de stod där; fakta är lästa ur dem.",
        "",
        f"typ: {TYPE}",
        "status: utkast",
        "",
        "importerad:",
        f"  fil: {_quoted(texts.source)}",
        f"  sha256: {texts.sha256}",
    ]
    lines += _cover(document, texts.writer)
    lines += _facts(facts)
    lines += ["", "disposition:", *_entries(outline, slug, edition, contents, 1)]
    path = directory.path_of(slug, edition)
    return {path: ("\n".join(lines) + "\n").encode(), **contents}


def _cover(document: Document, writer: TextWriter) -> list[str]:
    cover = document.cover
    parts: list[tuple[str, str, str]] = []
    for name, text in (
        ("slag", cover.kicker),
        (known.TITLE, plain.text(cover.title)),
        ("undertitel", plain.text(cover.subtitle)),
    ):
        if text.strip():
            parts.append((name, "", text))
    parts += [("rad", row.label, plain.text(row.content)) for row in cover.rows]
    lines = ["  omslag:"] if parts else ["  omslag: []"]
    for name, label, text in parts:
        told = {"del": name, "etikett": label, "text": text}
        shown = {k: " ".join(writer.visible(v).split()) for k, v in told.items()}
        fields = ", ".join(f"{key}: {_quoted(value)}" for key, value in shown.items() if value)
        lines.append(f"    - {{{fields}}}")
    return lines


def _facts(facts: Sequence[OldFact]) -> list[str]:
    """Return facts as YAML, nested by their paths."""
    tree: dict[str, object] = {}
    for fact in facts:
        *above, last = fact.path.split(".")
        here = tree
        for step in above:
            below = here.setdefault(step, {})
            assert isinstance(below, dict)
            here = below
        here[last] = fact
    return ["", *_lines(tree, 0)]


def _lines(tree: Mapping[str, object], depth: int) -> list[str]:
    lines = []
    for key, value in tree.items():
        margin = "  " * depth
        if isinstance(value, OldFact):
            written = _value(value) if value.sure else f"{{okänt: {_quoted(_asked(value))}}}"
            lines.append(f"{margin}{key}: {written}")
        elif isinstance(value, dict):
            lines += [f"{margin}{key}:", *_lines(value, depth + 1)]
    return lines


def _asked(fact: OldFact) -> str:
    if not fact.value:
        return f"står som en lucka i {fact.place}"
    return f"är {told(fact)} rätt? Läst i {fact.place}."


def told(fact: OldFact) -> str:
    """Return a value in running text."""
    if isinstance(fact.value, str):
        return fact.value
    return ", ".join(map(_told, fact.value)) or "inget"


def _told(item: str | OldRecord) -> str:
    return item if isinstance(item, str) else " – ".join(value for _, value in item.fields)


def _value(fact: OldFact) -> str:
    if isinstance(fact.value, tuple):
        return f"[{', '.join(map(_item(fact.path), fact.value))}]"
    bare = fact.value.replace("-", "").replace(",", "")
    as_is = bare.isdigit() or fact.path in _AS_IS or fact.path.endswith((".organ", ".serie"))
    return fact.value if as_is else _quoted(fact.value)


_AS_IS: Final = (known.END, known.NOTICE, known.ABOUT, known.BUYERS_OFFICE)
"""Facts whose values YAML has without quotes."""


def _item(path: str) -> Callable[[str | OldRecord], str]:
    """Return how an item of a list is written."""
    unknown = "{okänt: står inte i handlingen}"

    def item(value: str | OldRecord) -> str:
        if isinstance(value, OldRecord):
            return f"{{{', '.join(f'{key}: {_quoted(text)}' for key, text in value.fields)}}}"
        if path != known.SENDERS:
            return _quoted(value)
        return f"{{{known.SENDER_NAME}: {_quoted(value)}, titel: {unknown}}}"

    return item


def _entries(
    outline: Sequence[OldSection],
    slug: str,
    edition: str,
    contents: dict[str, bytes],
    depth: int,
) -> list[str]:
    lines = []
    margin = "  " * depth
    for section in outline:
        file = f"{edition}/{section.anchor}.md"
        data = section.data(file)
        if section.text and section.became != "clause":
            contents[f"{directory.FOLDER}/{slug}/{file}"] = section.text.encode()
        first = "- "
        for key, value in data.items():
            lines.append(f"{margin}{first}{key}: {_flow(value)}")
            first = "  "
        if section.below:
            lines.append(f"{margin}  under:")
            lines += _entries(section.below, slug, edition, contents, depth + 2)
    return lines


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(each)}' for key, each in value.items())}}}"
    text = str(value)
    return text if text == "nej" else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
