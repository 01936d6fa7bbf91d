"""What a change brings: a section and those below it, as rows of a form and as the file has them.

rows: depth, clause, heading, text       the entry
0  lokaler@2026                          {klausul: lokaler@2026, under: [
1                Nycklar  Utföraren …        {rubrik: Nycklar, text: 2027-tillagg/nycklar.md}]}

A row of a new section also says the name that references use, that it has no number, and that it
begins a page; one that replaces another has the name and the number of that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from avtalsgen.clauses.outline import NEW_PAGE, is_anchor
from avtalsgen.clauses.template import parse_template
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.outline.entries import UNDER
from avtalsgen.pipeline.drafting.outline.own_text import free_name
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import directory

DEEPEST: Final = 3
"""Below the section that is brought; deeper ones are rows of the deepest."""
_CLAUSE, _HEADING, _TEXT, _OWN = "klausul", "rubrik", "text", "avvikelse"
_ANCHOR, _NUMBERED = "ankare", "numrera"
_YES, _NO = "ja", "nej"


@dataclass(frozen=True, slots=True)
class TypedSection:
    """A section that is brought, as a form has it."""

    clause: str = ""
    """With its edition; empty for a text of its own, or a heading alone."""
    heading: str = ""
    text: str = ""
    """Its own, or the own wording of its clause."""
    depth: int = 0
    was: str = ""
    """Its place in the entry of the file: `0`, `0.2` the third below it; empty for a new one."""
    anchor: str = ""
    """What references call it; empty for the name of its clause, or its folded heading."""
    numbered: bool = True
    new_page: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed: a row that goes."""
        return not (self.clause or self.heading or self.text or self.anchor)


def sections_of(draft: Draft, entry: Put) -> tuple[TypedSection, ...]:
    """Return the rows of an entry, the section that it brings first."""
    return tuple(_rows(draft, entry, 0, "0"))


def _rows(draft: Draft, entry: Put, depth: int, place: str) -> Iterator[TypedSection]:
    record = _record(entry)
    wording = record.get(_OWN)
    file = wording.get(_TEXT) if isinstance(wording, dict) else record.get(_TEXT)
    clause, heading = record.get(_CLAUSE), record.get(_HEADING)
    yield TypedSection(
        clause if isinstance(clause, str) else "",
        heading if isinstance(heading, str) else "",
        _text(draft, file) if isinstance(file, str) else "",
        depth,
        place,
        str(record.get(_ANCHOR, "")),
        numbered=record.get(_NUMBERED) != _NO,
        new_page=record.get(NEW_PAGE) == _YES,
    )
    for number, inner in enumerate(_below(record)):
        yield from _rows(draft, inner, depth + 1, f"{place}.{number}")


def _record(entry: Put) -> dict[str, Put]:
    if isinstance(entry, str):
        return {_CLAUSE: entry}
    return entry if isinstance(entry, dict) else {}


def _below(record: Mapping[str, Put]) -> list[Put]:
    below = record.get(UNDER)
    return below if isinstance(below, list) else []


def _text(draft: Draft, file: str) -> str:
    try:
        return read_text(draft.project.files, f"{directory.FOLDER}/{draft.slug}/{file}")
    except AvtalsgenError:
        return ""


def wrong_in_sections(sections: Sequence[TypedSection], before: Put) -> dict[str, str]:
    """Return what is wrong with rows, by field: `rubrik`, and `rubrik-2` of the second below."""
    wrong: dict[str, str] = {}
    for number, section in enumerate(sections):
        end = f"-{number}" if number else ""
        is_over = any(each.depth > section.depth for each in sections[number + 1 : number + 2])
        has_own = _OWN in _record(_at(before, section.was))
        if section.clause and section.text and not has_own:
            wrong[f"text{end}"] = "Klausulen har redan en text. Ta bort texten, eller klausulen."
        if not section.clause and not section.heading:
            wrong[f"rubrik{end}"] = "Skriv rubriken, eller välj en klausul."
        if not (section.clause or section.text or is_over):
            wrong[f"text{end}"] = "Skriv texten, eller välj en klausul."
        if not is_anchor(section.anchor):
            like = fold(section.anchor)
            wrong[f"ankare{end}"] = f"Skriv med a–z, siffror och bindestreck, till exempel {like}."
    return wrong


def _at(entry: Put, place: str) -> Put:
    """Return what stands at a place of an entry; nothing for a new row."""
    if not place:
        return None
    for step in place.split(".")[1:]:
        below = _below(_record(entry))
        entry = below[int(step)] if step.isdecimal() and int(step) < len(below) else None
    return entry


def entry_of(
    draft: Draft, sections: Sequence[TypedSection], before: Put, *, is_new: bool
) -> tuple[Put, dict[str, bytes]]:
    """Return rows as the entry of a file, and the texts that it brings, by path.

    `before` is what stood there; a section that `is_new` in the base has an anchor to be found by.

    Raises:
        AvtalsgenError: everything that is wrong in a text.
    """
    writing = _SectionWriting(draft, before, is_new=is_new)
    return writing.entry(sections[0], sections[1:]), writing.texts


@dataclass
class _SectionWriting:
    draft: Draft
    before: Put
    is_new: bool
    texts: dict[str, bytes] = field(default_factory=dict)

    def entry(self, section: TypedSection, below: Sequence[TypedSection]) -> Put:
        was = _at(self.before, section.was)
        said_before = _record(was)
        record = {key: value for key, value in said_before.items() if key != UNDER}
        _put(record, _CLAUSE, section.clause)
        _put(record, _HEADING, section.heading)
        wording = record.pop(_OWN, None)
        if section.clause:
            record.pop(_TEXT, None)
            if isinstance(wording, dict) and section.text:
                record[_OWN] = {**wording, _TEXT: self.written(section, wording.get(_TEXT))}
        elif section.text:
            record[_TEXT] = self.written(section, record.get(_TEXT))
        else:
            record.pop(_TEXT, None)
        if self.is_new:
            _put(record, _ANCHOR, section.anchor or self.name_of_new(section, was))
            if section.numbered == (said_before.get(_NUMBERED) == _NO):  # else as it is written
                _put(record, _NUMBERED, "" if section.numbered else _NO)
        if section.new_page != (said_before.get(NEW_PAGE) == _YES):
            _put(record, NEW_PAGE, _YES if section.new_page else "")
        if entries := [self.entry(first, rest) for first, rest in _groups(below)]:
            record[UNDER] = entries
        return section.clause if not isinstance(was, dict) and len(record) == 1 else record

    def name_of_new(self, section: TypedSection, was: Put) -> str:
        """Return the anchor that a new text of its own gets, so that another heading keeps it."""
        return fold(section.heading) if was is None and not section.clause else ""

    def written(self, section: TypedSection, name: Put) -> str:
        """Note a text to be written, and return the name of its file."""
        folder = f"{directory.FOLDER}/{self.draft.slug}"
        if not isinstance(name, str):
            taken = {path.removeprefix(f"{folder}/") for path in self.texts}
            name = free_name(self.draft, section.heading or section.clause, taken)
        path = f"{folder}/{name}"
        whole = "\n".join(line.rstrip() for line in section.text.strip().splitlines()) + "\n"
        _, _, problems = parse_template(whole, path, 1, self.draft.project.parameters)
        if problems:
            raise AvtalsgenError(problems)
        self.texts[path] = whole.encode()
        return name


def _put(record: dict[str, Put], key: str, value: str) -> None:
    """Write a value where it stood, or last; an empty one goes."""
    if value:
        record[key] = value
    else:
        record.pop(key, None)


def _groups(
    sections: Sequence[TypedSection],
) -> Iterator[tuple[TypedSection, Sequence[TypedSection]]]:
    """Yield each of the highest rows with those below it."""
    start = 0
    while start < len(sections):
        end = start + 1
        while end < len(sections) and sections[end].depth > sections[start].depth:
            end += 1
        yield sections[start], sections[start + 1 : end]
        start = end
