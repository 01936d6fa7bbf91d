"""The outline of an edition: each clause with its number, its edition and why it is there."""

from collections.abc import Iterator
from typing import Literal

from avtalsgen.assemble.filling.conditions import holds
from avtalsgen.clauses.library import ClauseEdition
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Section
from avtalsgen.pipeline.drafting.form.applying import in_words
from avtalsgen.pipeline.drafting.seen.seen import SeenDraft, SeenText
from avtalsgen.pipeline.survey.portfolio import newer_edition
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import capitalise_first

RowKind = Literal["klausul", "avvikelse", "egen text", "rubrik"]


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One place in the outline."""

    place: tuple[int, ...]
    """Where it stands: the third below the second is (1, 2)."""
    number: str
    heading: str
    depth: int
    kind: RowKind
    clause: str
    edition: str
    newer: str
    """The newest edition of the clause, where this is an older one."""
    why: str
    anchor: str
    """Of its section; empty where nothing of it is printed."""
    can_rise: bool
    can_sink: bool
    """Whether it can be moved past the one before it, and past the one after."""

    has_text: bool
    """It has a text of the uppdrag's own."""
    takes_text: bool
    """It has one, or can get one."""

    @property
    def key(self) -> str:
        """Its place as a form has it: `1.2`."""
        return ".".join(map(str, self.place))


def outline_of(seen: SeenDraft) -> tuple[OutlineRow, ...]:
    """Return the outline of an edition in reading order; nothing where it cannot be read."""
    if seen.text is None:
        return ()
    return tuple(_Rows(seen, seen.text).below(seen.text.outline, ()))


class _Rows:
    def __init__(self, seen: SeenDraft, text: SeenText) -> None:
        self.seen = seen
        self.text = text
        self.library = seen.draft.project.library
        self.sections = {section.origin: section for section in walk.sections(text.document)}
        self.clauses = {
            (entry.clause, entry.edition): clause
            for entry in every(text.outline)
            if entry.clause and (clause := self._clause(entry)) is not None
        }
        self.may_change = not text.uppdrag.changes
        self.of_the_type = {entry.clause for entry in every(text.type.outline) if entry.clause}

    def _clause(self, entry: Entry) -> ClauseEdition | None:
        try:
            return self.library.edition(entry.clause, entry.edition, entry.origin)
        except AvtalsgenError:
            return None

    def below(self, entries: tuple[Entry, ...], above: tuple[int, ...]) -> Iterator[OutlineRow]:
        for index, entry in enumerate(entries):
            place = (*above, index)
            yield self.row(entry, place, is_last=index == len(entries) - 1)
            yield from self.below(entry.below, place)

    def row(self, entry: Entry, place: tuple[int, ...], *, is_last: bool) -> OutlineRow:
        section = self.sections.get(entry.origin)
        newer = newer_edition(self.library, entry.clause, entry.edition) if entry.clause else ""
        return OutlineRow(
            place,
            section.number if section else "",
            self.heading(entry, section),
            len(place) - 1,
            _kind(entry),
            entry.clause,
            entry.edition,
            newer,
            self.why(entry, section),
            section.anchor if section else "",
            self.may_change and place[-1] > 0,
            self.may_change and not is_last,
            bool(entry.file or entry.deviation),
            self.may_change and bool(entry.deviation or entry.file or self._is_bare(entry)),
        )

    def _is_bare(self, entry: Entry) -> bool:
        return not (entry.clause or entry.below or entry.given or entry.changes is not None)

    def heading(self, entry: Entry, section: Section | None) -> str:
        if section is not None and section.heading:
            return plain.text(section.heading)
        return entry.heading_text or capitalise_first(entry.clause) or "Text utan rubrik"

    def why(self, entry: Entry, section: Section | None) -> str:
        """Return why an entry is there, in a sentence."""
        if section is None:
            return "Skrivs inte ut med de svar som finns nu"
        if entry.deviation:
            return f"Egen lydelse: {entry.deviation.reason}"
        if not entry.clause:
            return "Egen text för det här uppdraget" if entry.file else "Rubrik över det som följer"
        return (
            self._by_type(entry.clause)
            or self._by_condition(entry.clause)
            or self._by_clause(entry.clause)
            or self._chosen(entry.clause)
        )

    def _by_type(self, clause: str) -> str:
        for mandatory in self.text.type.mandatory:
            if mandatory.clause == clause and holds(mandatory.when, self.text.lookup, {}):
                if isinstance(mandatory.when, bool):
                    return f"Obligatorisk i {self._type_name()}"
                words = in_words((mandatory.when,), self.library.parameters)
                return f"Obligatorisk när {words}"
        return ""

    def _by_condition(self, clause: str) -> str:
        for edition in self.clauses.values():
            when = edition.mandatory_when
            if edition.id == clause and when and holds(when, self.text.lookup, {}):
                if isinstance(when, bool):
                    return "Obligatorisk, enligt klausulen själv"
                return f"Obligatorisk när {in_words((when,), self.library.parameters)}"
        return ""

    def _by_clause(self, clause: str) -> str:
        by = [each.id for each in self.clauses.values() if clause in each.requires]
        return f"Krävs av klausulen {by[0]}" if by else ""

    def _chosen(self, clause: str) -> str:
        if clause in self.of_the_type:
            return f"Ingår i {self._type_name()}"
        return "Vald för det här uppdraget"

    def _type_name(self) -> str:
        return f"typen {self.text.type.id} {self.text.type.edition}"


def _kind(entry: Entry) -> RowKind:
    if entry.deviation:
        return "avvikelse"
    if entry.clause:
        return "klausul"
    return "egen text" if entry.file else "rubrik"
