"""The questions about an uppdrag with their answers, for a screen and as a document to read."""

from collections.abc import Iterator

from avtalsgen.model.nodes import (
    Block,
    Cell,
    Cover,
    CoverRow,
    Document,
    Identity,
    LineBreak,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.model.portfolio import AskedFact, Questionnaire
from avtalsgen.model.profile import Profile
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.writers.portfolio.table_page import Kind, PageCell, PageHead, TablePage, to_page

_KICKER = "Frågor och svar"
_HEADER = ("Fråga", "Svar", "Var det står")
_PATH = 24
"""Characters of a path that stand on one line of the last column."""
_NONE = "Uppdraget svarar inte på några frågor än."


def asked_lines(shown: Questionnaire) -> Iterator[str]:
    """Yield the lines of a screen: a question, its answer and where that is written."""
    yield f"{shown.name}: {shown.title or 'utan titel'}, {shown.status}\n"
    for fact in shown.asked:
        yield f"\n{fact.question}\n"
        yield from (f"  {line}\n" for line in _answer(fact))
        yield f"  ({_place(fact)})\n"


def asked_rows(shown: Questionnaire) -> Iterator[tuple[str, ...]]:
    """Yield a header, and a row for each question."""
    yield ("Faktum", *_HEADER)
    for fact in shown.asked:
        yield (fact.path, fact.question, " | ".join(_answer(fact)), _place(fact))


def asked_page(shown: Questionnaire, profile: Profile) -> bytes:
    """Return the questions and answers as a web page that needs nothing else."""
    rows = tuple(
        (PageCell((fact.question,)), _on_page(fact), PageCell((_place(fact),)))
        for fact in shown.asked
    )
    counts = {
        said: sum(fact.said == said for fact in shown.asked) for said in ("okänt", "inte sagt")
    }
    told = (
        f"{shown.name}, {shown.status}. {len(rows)} frågor, varav {counts['okänt']} är okända och "
        f"{counts['inte sagt']} saknar svar."
    )
    title = f"{_KICKER} – {shown.title or shown.name}"
    return to_page(TablePage(title, (told,), tuple(map(PageHead, _HEADER)), rows), profile)


def _on_page(fact: AskedFact) -> PageCell:
    kinds: dict[str, Kind] = {"okänt": "unknown", "inte sagt": "missing"}
    return PageCell(_answer(fact), kinds.get(fact.said, "words"))


def asked_report(shown: Questionnaire) -> Document:
    """Return the questions and answers as a document; what stands in its own file by line alone."""
    slug, _, edition = shown.name.partition("@")
    file = f"uppdrag/{slug}/{edition}.yaml"
    rows = tuple(
        (_cell((fact.question,)), _cell(_answer(fact)), _cell(tuple(_in_lines(fact, file))))
        for fact in shown.asked
    )
    header = tuple(_cell((head,)) for head in _HEADER)
    block: Block = Table(header, rows) if rows else Paragraph((Text(_NONE),))
    facts = (
        CoverRow("Uppdrag", (Text(shown.name),)),
        CoverRow("Status", (Text(shown.status),)),
        CoverRow("Fil", (Text(file),)),
    )
    return Document(
        Identity(slug, edition, "frågor", shown.status, f"{_KICKER} – {shown.title}"),
        Cover(_KICKER, (Text(shown.title or shown.name),), (), facts, "letterhead"),
        (Section("fragor", (), 1, "", (block,)),),
        running=Running(_KICKER, shown.name, shown.title),
    )


def _answer(fact: AskedFact) -> tuple[str, ...]:
    if fact.said == "okänt":
        return (f"okänt: {fact.lines[0]}",)
    return fact.lines or ("inget svar än",)


def _place(fact: AskedFact) -> str:
    return f"{fact.path}, {fact.origin.file}:{fact.origin.line}" if fact.origin else fact.path


def _in_lines(fact: AskedFact, file: str) -> Iterator[str]:
    """Yield where a fact is written; a path is no word to part anywhere, but at its dots."""
    origin = fact.origin
    parts = fact.path.split(".")
    line = parts[0]
    for part in parts[1:]:
        if len(line) + len(part) + 1 > _PATH:
            yield f"{line}."
            line = part
        else:
            line += f".{part}"
    if origin is None:
        yield line
        return
    if origin.file != file:
        yield f"{line},"
        line = origin.file
    row = f"rad{NO_BREAK_SPACE}{origin.line}"
    yield from [f"{line}, {row}"] if len(line) + len(row) + 2 <= _PATH else [f"{line},", row]


def _cell(lines: tuple[str, ...]) -> Cell:
    parts: list[Text | LineBreak] = []
    for line in lines:
        parts += [LineBreak(), Text(line)] if parts else [Text(line)]
    return tuple(parts)
