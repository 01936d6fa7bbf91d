"""A whole document as a municipality might write it: every kind of node, some ten pages.

The text is in sample.md. A heading ends in its anchor, `{anchor}`, or `{-anchor}` where it
has no number. `⟦path: text⟧` is a fact, `⟦path?⟧` one that is not known and `⟦#anchor⟧` a
reference.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from avtalsgen.model import nodes
from avtalsgen.model.profile import Profile
from avtalsgen.readers.markdown import read_markdown

PROFILE = Profile(
    organisation="Björkviks kommun",
    address=("Björkviks kommun, socialnämnden", "Storgatan 1, 123 45 Björkvik"),
    footer="www.bjorkvik.example · 0123-45 67 89",
)

_FILE = Path(__file__).with_name("sample.md")
_HEADING = re.compile(r"^(#+)(.*)\{(-?)([a-z0-9-]+)\}$", re.MULTILINE)
_MARK = re.compile(r"⟦(.+?)⟧")
_DOTS = "." * 30


@cache
def document() -> nodes.Document:
    """Return the document, to be signed on paper."""
    return nodes.Document(
        identity=nodes.Identity(
            uppdrag="dagverksamhet-ekhagen",
            edition="2026",
            type="verksamhetsuppdrag@2026",
            status="upprättad",
            title="Dagverksamhet för äldre i Ekhagen",
            dnr="SN 2026-118",
            date="2026-11-20",
            author="Socialnämnden i Björkviks kommun",
            subject="Verksamhetsuppdrag för dagverksamhet 2027–2029",
            keywords=("verksamhetsuppdrag", "dagverksamhet", "äldre"),
        ),
        cover=nodes.Cover(
            kicker="Verksamhetsuppdrag",
            title=(nodes.Text("Dagverksamhet för äldre i Ekhagen"),),
            subtitle=(nodes.Text("Uppdrag till Ekhagens omsorg för åren 2027–2029"),),
            rows=(
                nodes.CoverRow("Diarienummer", (nodes.Value("SN 2026-118", "dnr"),)),
                nodes.CoverRow("Beställare", (nodes.Text("Socialnämnden i Björkviks kommun"),)),
                nodes.CoverRow(
                    "Utförare", (nodes.Text("Ekhagens omsorg, resultatenhet i kommunen"),)
                ),
                nodes.CoverRow(
                    "Gäller", (nodes.Value("1 januari 2027 – 31 december 2029", "tid"),)
                ),
                nodes.CoverRow(
                    "Beslutat av", (nodes.Text("Socialnämnden den 17 december 2026, § 142"),)
                ),
            ),
        ),
        sections=_sections(),
        numbering=("{1}.0", "{1}.{2}", "{1}.{2}.{3}"),
        contents=nodes.Contents("Innehåll", 3),
        signatures=nodes.Signatures("papper", (_party("beställare"), _party("utförare"))),
        running=nodes.Running(
            "Björkviks kommun", "Dnr SN 2026-118", "Dagverksamhet för äldre i Ekhagen"
        ),
    )


def draft() -> nodes.Document:
    """Return the same document as a draft, to be signed electronically."""
    parties = tuple(replace(_party(key), lines=()) for key in ("beställare", "utförare"))
    return replace(document(), draft=True, signatures=nodes.Signatures("e-signering", parties))


def _party(party: str) -> nodes.Signatory:
    buyer = party == "beställare"
    body = "Socialnämnden i Björkviks kommun" if buyer else "Ekhagens omsorg, resultatenhet"
    return nodes.Signatory(
        party=party,
        role="För beställaren" if buyer else "För utföraren",
        organisation=(nodes.Text(body),),
        lines=("Ort och datum", "Underskrift"),
        name=(nodes.Text("Kerstin Ålund" if buyer else "Jonas Öberg Näslund"),),
        title=(nodes.Text("Ordförande i socialnämnden" if buyer else "Enhetschef"),),
    )


def _sections() -> tuple[nodes.Section, ...]:
    """Return the sections of sample.md, numbered 1.0, 1.1, 1.1.1."""
    _, *parts = _HEADING.split(_FILE.read_text(encoding="utf-8"))
    rows = list(zip(*[iter(parts)] * 5, strict=True))
    numbers: dict[str, str] = {}
    counters: list[int] = []
    for marks, _, unnumbered, anchor, _ in rows:
        level = len(marks)
        counters = [*counters[:level], *[0] * (level - len(counters))]
        counters[-1] += 1
        number = ".".join(map(str, counters)) if level > 1 else f"{counters[0]}.0"
        numbers[anchor] = "" if unnumbered else number
    flat = [
        nodes.Section(
            anchor,
            (nodes.Text(heading.strip()),) if heading.strip() else (),
            len(marks),
            numbers[anchor],
            _blocks(text, numbers),
        )
        for marks, heading, _, anchor, text in rows
    ]
    return _nested(flat, 1)


def _nested(flat: list[nodes.Section], level: int) -> tuple[nodes.Section, ...]:
    starts = [place for place, section in enumerate(flat) if section.level == level]
    ends = [*starts, len(flat)][1:]
    return tuple(
        replace(flat[start], sections=_nested(flat[start + 1 : end], level + 1))
        for start, end in zip(starts, ends, strict=True)
    )


def _blocks(text: str, numbers: dict[str, str]) -> tuple[nodes.Block, ...]:
    blocks, problems = read_markdown(text, _FILE.name)
    assert not problems, problems
    return tuple(_block(block, numbers) for block in blocks)


def _block(block: nodes.Block, numbers: dict[str, str]) -> nodes.Block:
    match block:
        case nodes.Paragraph(content):
            return replace(block, content=_inlines(content, numbers))
        case nodes.List(items):
            inner = (tuple(_block(one, numbers) for one in item.blocks) for item in items)
            return replace(block, items=tuple(map(nodes.ListItem, inner)))
        case nodes.Table(header, rows):
            cells = [tuple(_inlines(cell, numbers) for cell in row) for row in (header, *rows)]
            return replace(block, header=cells[0], rows=tuple(cells[1:]))


def _inlines(
    content: tuple[nodes.Inline, ...], numbers: dict[str, str]
) -> tuple[nodes.Inline, ...]:
    found: list[nodes.Inline] = []
    for inline in content:
        match inline:
            case nodes.Text(text):
                parts = enumerate(_MARK.split(text))
                found += [
                    _marked(part, numbers) if n % 2 else nodes.Text(part)
                    for n, part in parts
                    if part
                ]
            case nodes.Strong(inner) | nodes.Emphasis(inner) | nodes.Link(inner):
                found.append(replace(inline, content=_inlines(inner, numbers)))
            case nodes.LineBreak():
                found.append(inline)
            case _:
                raise AssertionError(inline)
    return tuple(found)


def _marked(mark: str, numbers: dict[str, str]) -> nodes.Inline:
    if mark.startswith("#"):
        return nodes.Reference(mark[1:], "avsnitt\u00a0", numbers[mark[1:]], "number")
    if mark.endswith("?"):
        return nodes.Gap(_DOTS, mark[:-1], "ännu inte bestämt")
    path, _, text = mark.partition(": ")
    return nodes.Value(text, path)
