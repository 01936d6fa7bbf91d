"""Ways to alter a Word file by its parts."""

import re
from collections.abc import Callable
from typing import Final

from tests.mutations import packed, parts_of
from tests.pipeline.verify.desk import built

Parts = dict[str, bytes]
Change = Callable[[Parts], object]

D: Final = "word/document.xml"
S: Final = "word/styles.xml"
N: Final = "word/numbering.xml"
T: Final = "[Content_Types].xml"
SETTINGS: Final = "word/settings.xml"
HEAD: Final = "word/header1.xml"
FOOT: Final = "word/footer1.xml"
RELS: Final = "word/_rels/document.xml.rels"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
W_NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML: Final = "urn:schemas-microsoft-com:vml"
WORDS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
AMOUNT: Final = "4\N{NO-BREAK SPACE}093\N{NO-BREAK SPACE}284\N{NO-BREAK SPACE}kronor"
SUM: Final = f'<w:r><w:t xml:space="preserve">{AMOUNT}</w:t></w:r>'
START: Final = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">Ersättningen är'
)
DUTY: Final = "Utföraren får när som helst lämna uppdraget utan ersättning."
OTHER: Final = "9 999 999 kronor"


def altered(change: Change, data: bytes = b"") -> bytes:
    """Return the file as built, or `data`, with its parts changed."""
    parts = parts_of(data or built("docx"))
    change(parts)
    return packed(parts)


def run_of(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run_of(text)}</w:p>'


def replaced(part: str, old: str, new: str, count: int = 1) -> Change:
    def change(parts: Parts) -> None:
        text = parts[part].decode()
        assert old in text, f"{part} har inte {old!r}"
        parts[part] = text.replace(old, new, count).encode()

    return change


def rewritten(part: str, pattern: str, new: str, count: int = 1) -> Change:
    def change(parts: Parts) -> None:
        text, times = re.subn(pattern, new, parts[part].decode(), count=count, flags=re.DOTALL)
        assert times, f"{part} har inte {pattern!r}"
        parts[part] = text.encode()

    return change


def look(properties: str) -> Change:
    return replaced(D, SUM, run_of(AMOUNT, properties))


def lines(properties: str) -> Change:
    """Give the paragraph with the sum more properties."""
    return replaced(D, START, START.replace("</w:pPr>", f"{properties}</w:pPr>", 1))


def before_sum(xml: str) -> Change:
    return replaced(D, SUM, xml + SUM)


def after_sum(xml: str) -> Change:
    return replaced(D, SUM, SUM + xml)


def related(kind: str, target: str, *, outside: bool = False, part: str = RELS) -> Change:
    mode = ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return replaced(part, "</Relationships>", f"{relation}</Relationships>")


def part(name: str, data: str, kind: str = "text/xml") -> Change:
    def change(parts: Parts) -> None:
        parts[name] = data.encode()
        added = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
        replaced(T, "</Types>", added)(parts)

    return change


def both(*changes: Change) -> Change:
    def change(parts: Parts) -> None:
        for each in changes:
            each(parts)

    return change


def style(properties: str, identity: str = "X", based: str = "") -> Change:
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    written = (
        f'<w:style w:type="character" w:styleId="{identity}"><w:name w:val="{identity}"/>{below}'
        f"<w:rPr>{properties}</w:rPr></w:style></w:styles>"
    )
    return replaced(S, "</w:styles>", written)


def note(words: str, kind: str = "footnote") -> Change:
    return both(
        after_sum(f'<w:r><w:{kind}Reference w:id="2"/></w:r>'),
        part(
            f"word/{kind}s.xml",
            f'<w:{kind}s xmlns:w="{W_NS}"><w:{kind} w:id="2"><w:p>{run_of(words)}</w:p>'
            f"</w:{kind}></w:{kind}s>",
            f"{WORDS_TYPE}{kind}s+xml",
        ),
        related(f"{kind}s", f"{kind}s.xml"),
    )
