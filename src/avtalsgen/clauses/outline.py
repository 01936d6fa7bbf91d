"""The disposition: which texts stand where. The same form in a document type and an uppdrag."""

from collections.abc import Iterable, Iterator

from avtalsgen.clauses.expression import Phrase
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.clauses.template import parse_phrase
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.tree import Branch, Scalar, Tree
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.phrases import fold

CHANGES, REST = "ändringar", "övriga"
"""The key of an entry where a tillägg prints its changes, and the word for all that are left."""
NEW_PAGE = "ny_sida"
"""The key of an entry that begins a page."""
GIVEN = (CHANGES,)
"""Content that no text has and that is given to the document: what an edition changes."""

_CODE = "DI01"
_FORM = "skriv en klausul som lex-sarah@2026, eller en rubrik med text eller under"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A text of the uppdrag's own in the place of a clause's."""

    file: str
    base_sha256: str
    """Of the clause text that was deviated from."""
    reason: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the outline: a clause, an own text, or only a heading."""

    clause: str
    edition: str
    heading: Phrase | None
    """Instead of the clause's own; nothing means the clause's own."""
    heading_text: str
    file: str
    """The own text, relative to the folder of the uppdrag."""
    anchor: str
    numbered: bool
    deviation: Deviation | None
    below: tuple["Entry", ...]
    origin: Origin
    given: str = ""
    """One of `GIVEN`, which follows the text; where it is not given the entry is left out."""
    changes: tuple[str, ...] | None = None
    """In a tillägg: that its changes are printed here, those with these anchors or, when none
    is named, all that are printed nowhere else."""
    notes: bool = True
    """Each of the changes printed here begins with what it does to the base, and from when."""
    new_page: bool = False
    """It begins at the top of a page."""
    owner: str = ""
    """By whose facts and files it is printed; empty for those of the document."""
    inserted: bool = False
    """Put in between others later: its number is that of the one before with a letter."""
    repealed: bool = False
    """Only its heading is left."""
    bare: bool = False
    """Written as clause and edition alone, without keys."""

    @property
    def name(self) -> str:
        """The anchor, where it can be known before the heading is filled in; else empty."""
        return (
            self.anchor
            or self.clause
            or ("" if "{" in self.heading_text else fold(self.heading_text))
        )

    def having(self, key: str) -> str:
        """Return what is written in its place, or added where it has keys, for it to have `key`."""
        return f"{{klausul: {self.clause}@{self.edition}, {key}}}" if self.bare else key


def read_outline(
    items: Iterable[Tree], parameters: Parameters, problems: list[Problem]
) -> tuple[Entry, ...]:
    """Return the entries of a disposition; DI01 goes to `problems` for each that is not one."""
    entries = []
    for item in items:
        entry = _entry(item, parameters, problems)
        if entry:
            entries.append(entry)
    return tuple(entries)


def every(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield each entry of an outline in reading order, one before those below it."""
    for entry in entries:
        yield entry
        yield from every(entry.below)


def pins(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Yield clause and edition of every clause in force in an outline, in reading order."""
    for entry in entries:
        if entry.clause and not entry.repealed:
            yield entry.clause, entry.edition
        yield from pins(entry.below)


def given(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the name of each content that an outline wants given, in reading order."""
    for entry in entries:
        if entry.given:
            yield entry.given
        yield from given(entry.below)


def _entry(item: Tree, parameters: Parameters, problems: list[Problem]) -> Entry | None:
    if isinstance(item, Scalar):
        clause, edition = _pin(item, problems)
        return Entry(clause, edition, None, "", "", "", True, None, (), item.origin, bare=True)
    if not isinstance(item, Branch):
        problems.append(
            Problem(_CODE, "en punkt i dispositionen är en lista", origin=item.origin, hint=_FORM)
        )
        return None
    keys = Keys(item, problems, _CODE)
    pin = keys.scalar("klausul")
    clause, edition = _pin(pin, problems) if pin else ("", "")
    heading_scalar = keys.scalar("rubrik")
    heading = None
    if heading_scalar:
        heading, _, phrase_problems = parse_phrase(
            heading_scalar.text, heading_scalar.origin, parameters
        )
        problems.extend(phrase_problems)
    file = keys.text("text")
    changes = _changes(keys)
    bare = bool(file) and keys.scalar("ankare") is not None
    if not pin and not heading_scalar and changes is None and not bare:
        keys.problem("punkten har varken klausul eller rubrik", item.origin, _FORM)
    if pin and file:
        hint = "flytta texten till avvikelse, med från och skäl"
        keys.problem("en klausul har redan en text", keys.origin("text"), hint)
    entry = Entry(
        clause,
        edition,
        heading,
        heading_scalar.text if heading_scalar else "",
        file,
        _anchor(keys),
        keys.yes("numrera", default=True),
        _deviation(keys),
        read_outline(keys.items("under"), parameters, problems),
        pin.origin if pin else item.origin,
        keys.choice("innehåll", ("", *GIVEN), ""),
        changes,
        notes=keys.yes("noter", default=True),
        new_page=keys.yes(NEW_PAGE, default=False),
    )
    if changes is None and keys.origin("noter") != item.origin:
        hint = f"ta bort noter:, eller lägg till {CHANGES}: {REST}"
        keys.problem(f"”noter” säger något bara om {CHANGES}", keys.origin("noter"), hint)
    keys.done()
    return entry


def _pin(scalar: Scalar, problems: list[Problem]) -> tuple[str, str]:
    """Return clause and edition; that no edition is said is told by who knows the editions."""
    clause, _, edition = scalar.text.strip().partition("@")
    if not clause:
        message = f"”{scalar.text}” säger inte vilken utgåva"
        problems.append(Problem(_CODE, message, origin=scalar.origin, hint=_FORM))
    return clause, edition


def _anchor(keys: Keys) -> str:
    anchor = keys.text("ankare")
    if not is_anchor(anchor):
        hint = "använd a–z, siffror och bindestreck"
        keys.problem(f"ankaret ”{anchor}” har andra tecken", keys.origin("ankare"), hint)
    return anchor


def is_anchor(text: str) -> bool:
    """Return whether `text` may name a section, or is empty."""
    return all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in text)


def _changes(keys: Keys) -> tuple[str, ...] | None:
    tree = keys.tree(CHANGES)
    if tree is None:
        return None
    if isinstance(tree, Scalar) and tree.text == REST:
        return ()
    anchors = keys.texts(CHANGES)
    if not anchors:
        keys.problem(f"”{CHANGES}” säger inte vilka", tree.origin, f"skriv {CHANGES}: {REST}")
    return anchors or None


def _deviation(keys: Keys) -> Deviation | None:
    below = keys.below("avvikelse")
    if below is None:
        return None
    deviation = Deviation(
        below.text("text", required=True),
        below.text("från", required=True),
        below.text("skäl", required=True),
        below.branch.origin,
    )
    below.done()
    return deviation
