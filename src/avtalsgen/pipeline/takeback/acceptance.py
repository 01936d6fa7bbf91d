"""Changes of a file that came back, taken into the facts, the texts and the outline."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from avtalsgen.model.returned.changes import MOVED_ON, ReturnedChange, Told
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.new.new import edition_files
from avtalsgen.pipeline.takeback.bodies import body_of, needs_a_day, with_body
from avtalsgen.pipeline.takeback.decided import Decided, DecidedFile, decided, record_path
from avtalsgen.pipeline.takeback.list_items import (
    ListEdit,
    with_items,
    with_list,
    with_order,
)
from avtalsgen.pipeline.takeback.takeback import Return, TakebackOf
from avtalsgen.pipeline.takeback.text_files import TextOrder, home_files, over
from avtalsgen.pipeline.takeback.unlike import unlike
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.edit import quoted, replaced
from avtalsgen.records import dataclass
from avtalsgen.register import organisations
from avtalsgen.source import Origin
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.facts.both import after_both
from avtalsgen.takeback.home import come_home
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.takeback.paper.sent import Sent
from avtalsgen.takeback.undo import undone
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.writers.docx.properties import printed_digest

_TEXTS = ("avvikelse", "ny", "struken", "flyttad")
_WRITTEN = frozenset({"värde", *_TEXTS})
_NOTHING_TO_CHOOSE = "ta hem filen utan att välja; den har inga ändringar"


@dataclass(frozen=True, slots=True)
class AcceptOrder:
    """What the user has decided."""

    accept: frozenset[int]
    reject: frozenset[int] = frozenset()
    edition: str = ""
    """The name of a new edition, where one is made."""
    reason: str = ""
    from_day: str = ""
    """From when a body has its new name."""
    as_clause: bool = False
    """Whether a changed wording becomes a proposed edition of its clause, and no deviation."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The files that a decision makes, by path from the workspace, and what to tell of it."""

    files: Mapping[str, bytes]
    edition: str
    notes: tuple[str, ...]
    proposed: tuple[str, ...]
    """The files of proposed editions of clauses."""


def accepted_files(project: Project, back: Return, order: AcceptOrder) -> Accepted:
    """Return what is to be written when some changes are accepted.

    Raises:
        AvtalsgenError: TB07 there is no change of a number, TB08 a body has a new name and nobody
            says from when, TB09 the file was built of another text; UP06–UP08 as for a new
            edition; why the result cannot be read.
    """
    return _Accepting(project, back, order).files()


def no_such_change(number: int, order: AcceptOrder, last: int) -> Problem:
    """Return the problem of a number that no change has, of `last` that there are."""
    flag = "--accept" if number in order.accept else "--reject"
    hint = f"skriv {flag} 1; ändringarna är 1–{last}" if last else _NOTHING_TO_CHOOSE
    return Problem("TB07", f"det finns ingen ändring {number}", hint=hint, exit=Exit.USAGE)


class _Accepting:
    def __init__(self, project: Project, back: Return, order: AcceptOrder) -> None:
        self.project, self.back, self.order = project, back, order
        result = back.taken.result
        self.slug, self.old, self.changes = result.uppdrag, result.edition, result.changes
        self.uppdrag = project.uppdrag(self.slug, self.old)
        self.signed = self.uppdrag.status == SIGNED
        makes_one = self.signed and bool(order.accept)
        self.edition = order.edition or (f"{self.old}-2" if makes_one else self.old)
        self.path = directory.path_of(self.slug, self.edition)
        self.notes: list[str] = []
        self.proposed: list[str] = []
        self.accepted = self._chosen()

    def _chosen(self) -> list[ReturnedChange]:
        known = {change.number for change in self.changes}
        unknown = sorted((self.order.accept | self.order.reject) - known)
        if unknown:
            raise AvtalsgenError([no_such_change(unknown[0], self.order, len(known))])
        chosen = [change for change in self.changes if change.number in self.order.accept]
        other = [change for change in chosen if MOVED_ON in change.conflict]
        if other:
            first = other[0]
            message = f"ändring {first.number} i {first.section}: {MOVED_ON}"
            hint = "skriv den för hand, eller återställ texten och ta hem filen igen"
            raise AvtalsgenError([Problem("TB09", message, hint=hint, exit=Exit.CONFLICT)])
        self._decided_together(chosen)
        return chosen

    def _decided_together(self, chosen: Sequence[ReturnedChange]) -> None:
        """Refuse to accept a part of what one edit did."""
        undone = {each for change in chosen for each in change.undo}
        for change in self.changes:
            shared = undone.intersection(change.undo)
            if shared and change.number not in self.order.accept:
                other = next(c.number for c in chosen if shared.intersection(c.undo))
                message = f"ändring {other} och {change.number} är en och samma strykning"
                hint = f"godta eller avslå båda: --accept {other},{change.number}"
                raise AvtalsgenError([Problem("TB13", message, hint=hint, exit=Exit.USAGE)])

    def files(self) -> Accepted:
        """Return the files of the new text, all of them or none."""
        values = self._values()
        contents = self._start(values)
        contents |= self._bodies(contents)
        if any(change.kind in _TEXTS or change.parts for change in self.accepted):
            contents |= self._texts(contents)
        elif not values and not contents:
            self.notes.append("inget i uppdraget behöver skrivas")
        if self.accepted:
            after = over(self.project, contents)
            base = TakebackOf.of(after, self.slug, self.edition, draft=self.back.draft)
            self.notes += _seen_now(self.accepted, base.sent)
            self.notes += unlike(after, base, self._target())
        contents |= self._record(contents)
        return Accepted(contents, self.edition, tuple(self.notes), tuple(self.proposed))

    def _facts(self) -> Iterator[ReturnedChange]:
        for change in self.accepted:
            every_part = (change, *change.parts)
            yield from (each for each in every_part if each.kind == "värde" and each.path)

    def _values(self) -> dict[Origin, str]:
        """Return what is written where in the facts file, for facts that have one place there."""
        values: dict[Origin, str] = {}
        told: dict[Origin, Told] = {}
        book = self._book()
        for change in self._facts():
            fact = book.printed_fact(change.path, str(change.old))
            if self._of_list(change) or isinstance(change.new, tuple):
                continue
            if fact is None or book.is_name(change.path):
                if fact is None and not change.path.startswith("underskrift"):
                    self.notes.append(f"{change.path} har ingen rad i uppdraget och skrivs inte")
                continue
            if fact.origin.file != self.uppdrag.file:
                self.notes.append(f"{change.path} sägs i {fact.origin.file} och skrivs inte här")
                continue
            now = told.get(fact.origin, change.old)
            told[fact.origin] = after_both(change.old, now, change.new)
            values[fact.origin] = _yaml(told[fact.origin])
        return values

    def _of_list(self, change: ReturnedChange) -> bool:
        """Return whether an item of a list goes or comes, or gets a field that it lacked."""
        book = self._book()
        new = book.fact(change.path) is None and bool(book.list_of(change.path))
        return change.new is None or new

    def _book(self) -> FactBook:
        words = knowledge_of(self.project).words
        return FactBook(self.back.lookup, self.project.parameters, words)

    def _start(self, values: Mapping[Origin, str]) -> dict[str, bytes]:
        """Return the facts file with its new values: that of the edition, or of a new one."""
        lists = [
            ListEdit(each.path, None if each.new is None else str(each.new))
            for each in self._facts()
            if self._of_list(each)
        ]
        whole = {each.path: each.new for each in self._facts() if isinstance(each.new, tuple)}
        if self.edition != self.old:
            contents = edition_files(self.project, self.slug, self.old, self.edition, values)
        elif values or lists or whole:
            text = read_text(self.project.files, self.path)
            contents = {self.path: replaced(text, self.path, values).encode()}
        else:
            contents = {}
        if lists:
            text = contents[self.path].decode()
            contents[self.path] = with_items(text, lists).encode()
        for path, items in whole.items():
            contents[self.path] = with_list(contents[self.path].decode(), path, items).encode()
        return contents

    def _bodies(self, start: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the register with a new body for each party that has a new name."""
        contents = dict(start)
        for change in self._facts():
            if not self._book().is_name(change.path) or not isinstance(change.new, str):
                continue
            known = body_of(self.project, change.new)
            if not known:
                if not self.order.from_day:
                    raise AvtalsgenError([needs_a_day(change.new)])
                file = organisations.FILE
                text = (
                    contents[file].decode()
                    if file in contents
                    else read_text(self.project.files, file)
                )
                old = self._book().body(change.path)
                known, text = with_body(self.project, text, old, change.new, self.order.from_day)
                contents[file] = text.encode()
                self.notes.append(f"{change.new} är ett nytt organ i registret: {known}")
            contents |= self._with_body(change.path, known, contents)
        return contents

    def _with_body(self, path: str, body: str, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the facts file with another body, wherever the old one is named."""
        old = self._book().body(path)
        text = (
            contents[self.path].decode()
            if self.path in contents
            else read_text(self.project.files, self.path)
        )
        facts = self.uppdrag.facts.by_path.values()
        places = {
            fact.origin: body
            for fact in facts
            if getattr(fact, "type", "") == "organ" and getattr(fact, "value", "") == old
        }
        unknown = self.uppdrag.facts.get(path.rpartition(".")[0])
        if not places and unknown is not None:
            places = {unknown.origin: body}
        return {self.path: replaced(text, self.uppdrag.file, places).encode()}

    def _target(self) -> Sheet:
        """Return the file without what is not accepted, and with what the workspace has changed."""
        undos = [
            undo
            for change in self.changes
            if change.number not in self.order.accept and change.kind in _WRITTEN
            for undo in change.undo
        ]
        done = [each for change in self.accepted for each in change.done]
        here = [*self.back.always, *(self.back.undos[each] for each in (*undos, *done))]
        return undone(self.back.taken.sheet, here)

    def _texts(self, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return texts of the uppdrag's own and the outline, as the target has them."""
        after = over(self.project, contents)
        base = TakebackOf.of(after, self.slug, self.edition, draft=self.back.draft)
        book = FactBook(base.lookup, after.parameters, knowledge_of(after).words)
        home = come_home(base.sent, self._target(), book, self.back.sorter, self.back.sent.printed)
        source = f"{self.slug}@{self.old}, {self._reason()}"
        order = TextOrder(self.slug, self.edition, source, self._reason(), self.order.as_clause)
        made = home_files(after, base.sent, book, home, order)
        self.notes += made.notes
        self.proposed += made.proposed
        files = dict(made.files)
        for root, numbers in (each for section in home for each in section.lists):
            fact = book.fact(root)
            if fact is not None and fact.origin.file == self.path:
                text = with_order(files[self.path].decode(), root, numbers)
                files[self.path] = text.encode()
        return files

    def _reason(self) -> str:
        authors = dict.fromkeys(c.author for c in self.accepted if c.author)
        by = f" av {', '.join(authors)}" if authors else ""
        return self.order.reason or f"ändrat{by} i {self.back.taken.result.source}"

    def _record(self, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return what is remembered of the file: which changes were accepted and rejected."""
        by_number = {change.number: change.key for change in self.changes}
        accept = {by_number[number] for number in self.order.accept}
        reject = {by_number[number] for number in self.order.reject}
        known = decided(self.project, self.slug, self.old)
        result = Decided(
            frozenset((known.accepted | accept) - reject),
            frozenset((known.rejected | reject) - accept),
            {**known.files, **self._file(known, contents)},
        )
        return {record_path(self.slug, self.edition): result.written()}

    def _file(self, known: Decided, contents: Mapping[str, bytes]) -> dict[str, DecidedFile]:
        """Return what is remembered of a file that may be taken back for more of its changes."""
        digest = sha256(self.back.file).hexdigest()
        told = {change.key for change in self.changes}
        before = known.files.get(digest, DecidedFile())
        draft = self.back.draft
        document, _ = document_of(
            over(self.project, contents), self.slug, self.edition, draft=draft
        )
        after = {section.anchor: printed_digest(section) for section in sections(document)}
        return {digest: DecidedFile(before.told | told, after)}


def _seen_now(accepted: Iterable[ReturnedChange], built: Sent) -> Iterator[str]:
    """Yield which words nobody sees in the file, and everybody will in what is built."""
    lines = [line.words for section in built.sections for line in section.every_line]
    for change in accepted:
        if not change.unseen or change.new in ("", None):
            continue
        parts = (folded(part).text.strip() for part in str(change.new).split("\n"))
        said = all(any(part in line for line in lines) for part in parts)
        if change.path in built.printed if change.path else said:
            place = change.section or next(iter(change.places), "filen")
            told = f"”{change.new}” är {change.unseen} text i filen och syns i bygget"
            yield f"ändring {change.number} i {place}: {told}"


def _yaml(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return str(value).replace(".", ",")
    text = str(value)
    return text if text[:4].isdigit() and len(text) == 10 else quoted(text)
