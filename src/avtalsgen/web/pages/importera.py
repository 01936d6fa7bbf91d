"""Old documents: dropped, read through section by section, corrected, and saved as uppdrag."""

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Final

from starlette.responses import Response

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.outline import OldSection
from avtalsgen.importing.written import told
from avtalsgen.pipeline.drafting.form.posted import ASKED, Sent
from avtalsgen.pipeline.drafting.imported import (
    ImportedFact,
    imported_facts,
    named,
    sent_facts,
    trial_project,
)
from avtalsgen.pipeline.intake.intake import Imported
from avtalsgen.pipeline.intake.preparing import BY_HAND, Corrections, SectionPlace
from avtalsgen.pipeline.intake.trial import Trial, take_in, tried
from avtalsgen.records import dataclass
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import page, see_other
from avtalsgen.web.uploads.apart import apart
from avtalsgen.web.uploads.received import Received, with_files

_SURE, _LIKELY = 0.9, 0.6
"""From how much of its words on a section is told to be the clause for sure, and likely."""
_METER: Final = 5
_OWN, _CLAUSE = "egen", "klausul:"
"""What a section is said to be: a text of its own, or a clause."""
_PREFIX: Final = "u{}:"
"""What the names of the facts of a document begin with."""


@dataclass(frozen=True, slots=True)
class ReadOldSection:
    """A section of an old document, and what it became."""

    name: str
    """Of its field."""
    section: OldSection
    level: int
    """How sure it is, of five."""
    sure: str

    @property
    def is_unsure(self) -> bool:
        """Whether somebody should look at it."""
        return self.sure != "säkert"


@dataclass(frozen=True, slots=True)
class ReadOldDocument:
    """A document, with its sections in reading order."""

    document: Imported
    name: str
    slug: str
    edition: str
    sections: tuple[ReadOldSection, ...]
    facts: tuple[ImportedFact, ...]
    """What is asked first, then what is not sure."""
    prefix: str
    """Of the names of their fields."""
    notes: tuple[str, ...]
    """What is to be known that no field asks."""
    others: tuple[OldFact, ...]
    """The facts that have no field: lists of records."""

    @property
    def unsure(self) -> tuple[ReadOldSection, ...]:
        """The sections that somebody should look at."""
        return tuple(each for each in self.sections if each.is_unsure)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What was tried, as it is read."""

    trial: Trial
    documents: tuple[ReadOldDocument, ...]

    @property
    def wrong(self) -> list[ImportedFact]:
        """The facts that cannot be read as they were typed."""
        return [each for read in self.documents for each in read.facts if each.field.error]


def start(ask: Ask) -> Response:
    """Return where files are dropped."""
    return page(ask, "importera/drop.html", errors=())


def take(ask: Ask) -> Response:
    """Hold the files that were dropped, and lead to what they become."""
    files = ask.files.get("fil", ())
    if not files:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return page(ask, "importera/drop.html", status=status, errors=[("Välj en fil", "fil")])
    return see_other(f"/importera/{ask.site.held.hold(_named(files))}")


def show(ask: Ask) -> Response:
    """Return what each section became."""
    return _page(ask, _tried(ask))


def act(ask: Ask) -> Response:
    """Do what the button says: try again with what was corrected, save, or forget the files."""
    what = ask.text("gor")
    if what == "glom":
        ask.site.held.let_go(ask.parts["held"])
        return see_other("/importera")
    read = _tried(ask)
    if what != "spara":
        return _page(ask, read)
    if not read.trial.files:
        return _page(ask, read, [("Ingen av filerna går att ta in", "")])
    if read.wrong:
        return _page(ask, read)
    take_in(ask.root, read.trial, propose=ask.text("foresla") == "ja")
    ask.site.held.let_go(ask.parts["held"])
    return page(ask, "importera/saved.html", documents=read.documents)


def _named(files: Sequence[Received]) -> tuple[Received, ...]:
    """Return the files, each with a name that no other has."""
    taken: dict[str, Received] = {}
    for file in files:
        name, number = file.name, 1
        while name in taken:
            number += 1
            stem, dot, suffix = file.name.rpartition(".")
            name = f"{stem}-{number}{dot}{suffix}"
        taken[name] = Received(name, file.kind, file.data)
    return tuple(taken.values())


def _tried(ask: Ask) -> _Tried:
    """Return what the files become with what was corrected in the form so far."""
    files = ask.site.held.get(ask.parts["held"])
    project = ask.site.project
    sent = [_sent(ask, number) for number in range(len(files))]
    facts = [sent_facts(project, each, each(ASKED)) for each in sent]
    corrected = Corrections(
        _sections(ask, [file.name for file in files]),
        {
            (file.name, path): value
            for file, each in zip(files, facts, strict=True)
            for path, value in each.corrected.items()
        },
    )
    trial = with_files(files, lambda paths: apart(tried, ask.root, paths, corrected))
    made = trial_project(project, ask.root, trial)
    documents = (
        _document(number, document, imported_facts(made, document, each) if document.path else ())
        for number, (document, each) in enumerate(zip(trial.documents, facts, strict=True))
    )
    return _Tried(trial, tuple(documents))


def _sent(ask: Ask, number: int) -> Sent:
    """Return what the form has under each name of the document `number`."""
    return lambda name: ask.texts(f"{_PREFIX.format(number)}{name}")


def _sections(ask: Ask, names: Sequence[str]) -> dict[SectionPlace, str]:
    """Return what somebody has said that sections are."""
    places: dict[SectionPlace, str] = {}
    for name, value in ask.form.multi_items():
        number, _, place = name.removeprefix("a").partition("-")
        if not value or not number.isdecimal() or not place.isdecimal():
            continue
        if int(number) < len(names):
            clause = "" if value == _OWN else str(value).removeprefix(_CLAUSE)
            places[names[int(number)], int(place)] = clause
    return places


def _document(number: int, document: Imported, facts: Sequence[ImportedFact]) -> ReadOldDocument:
    path = Path(document.path)
    sections = tuple(
        ReadOldSection(f"a{number}-{place}", section, *_sure(section))
        for place, section in enumerate(document.sections)
    )
    slug, edition = (path.parent.name, path.stem) if document.path else ("", "")
    prefix, asked = _PREFIX.format(number), {each.field.name for each in facts}
    return ReadOldDocument(
        document,
        Path(document.source).name,
        slug,
        edition,
        sections,
        tuple(replace(each, field=named(each.field, prefix)) for each in facts),
        prefix,
        tuple(each for each in document.questions if each.partition(":")[0] not in asked),
        tuple(fact for fact in document.facts if fact.path not in asked),
    )


def _sure(section: OldSection) -> tuple[int, str]:
    """Return how sure it is what a section became, of five and in words."""
    if section.became == "own":
        return _METER, "säkert"
    level = max(1, round(section.similarity * _METER))
    word = "säkert" if section.similarity >= _SURE else "troligt"
    return level, word if section.similarity >= _LIKELY else "osäkert"


def _page(ask: Ask, read: _Tried, errors: Sequence[tuple[str, str]] = ()) -> Response:
    wrong = [(f"{each.field.question} {each.field.error}", each.field.id) for each in read.wrong]
    trial = read.trial
    return page(
        ask,
        "importera/page.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors or wrong else HTTPStatus.OK,
        errors=[*errors, *wrong],
        can_save=bool(trial.files),
        documents=read.documents,
        common=trial.common,
        own=_OWN,
        clauses=[(f"{_CLAUSE}{clause}", clause) for clause in ask.site.project.library.ids()],
        chosen={name: value for name, value in ask.form.multi_items() if name[:1] == "a"},
        propose=ask.text("foresla") == "ja",
        told=told,
        by_hand=BY_HAND,
        questions=sum(len(each.document.questions) for each in read.documents),
    )


PAGE = WebPage(
    (Way("/importera", start, take), Way("/importera/{held}", show, act)),
    "Importera",
    50,
)
