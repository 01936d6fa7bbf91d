"""Old documents: dropped, read through section by section, corrected, and saved as uppdrag."""

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Final

from starlette.responses import Response

from avtalsgen.frozen import frozen
from avtalsgen.importing.outline import OldSection
from avtalsgen.importing.written import told
from avtalsgen.pipeline.intake.intake import Imported
from avtalsgen.pipeline.intake.preparing import SectionPlace
from avtalsgen.pipeline.intake.trial import Trial, take_in, tried
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import page, see_other
from avtalsgen.web.uploads.apart import apart
from avtalsgen.web.uploads.received import Received, with_files

_SURE, _LIKELY = 0.9, 0.6
"""From how much of its words on a section is told to be the clause for sure, and likely."""
_METER: Final = 5
_OWN: Final = "egen"


@frozen
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


@frozen
class ReadOldDocument:
    """A document, with its sections in reading order."""

    document: Imported
    name: str
    slug: str
    edition: str
    sections: tuple[ReadOldSection, ...]

    @property
    def unsure(self) -> tuple[ReadOldSection, ...]:
        """The sections that somebody should look at."""
        return tuple(each for each in self.sections if each.is_unsure)


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
    return _page(ask, _trial(ask, ()))


def act(ask: Ask) -> Response:
    """Do what the button says: try again with other choices, save, or forget the files."""
    what = ask.text("gor")
    if what == "glom":
        ask.site.held.let_go(ask.parts["held"])
        return see_other("/importera")
    trial = _trial(ask, _as_texts(ask))
    if what != "spara":
        return _page(ask, trial)
    if not trial.files:
        return _page(ask, trial, [("Ingen av filerna går att ta in", "")])
    take_in(ask.root, trial, propose=ask.text("foresla") == "ja")
    ask.site.held.let_go(ask.parts["held"])
    return page(ask, "importera/saved.html", documents=_documents(trial), trial=trial)


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


def _trial(ask: Ask, as_texts: Sequence[SectionPlace]) -> Trial:
    files = ask.site.held.get(ask.parts["held"])
    return with_files(files, lambda paths: apart(tried, ask.root, paths, tuple(as_texts)))


def _as_texts(ask: Ask) -> list[SectionPlace]:
    """Return the sections that are to be texts of their own."""
    files = ask.site.held.get(ask.parts["held"])
    places = []
    for name in (name for name, value in ask.form.multi_items() if value == _OWN):
        number, _, place = name.removeprefix("a").partition("-")
        if number.isdecimal() and place.isdecimal() and int(number) < len(files):
            places.append((files[int(number)].name, int(place)))
    return places


def _documents(trial: Trial) -> list[ReadOldDocument]:
    return [_document(number, each) for number, each in enumerate(trial.documents)]


def _document(number: int, document: Imported) -> ReadOldDocument:
    path = Path(document.path)
    sections = tuple(
        ReadOldSection(f"a{number}-{place}", section, *_sure(section))
        for place, section in enumerate(document.sections)
    )
    slug, edition = (path.parent.name, path.stem) if document.path else ("", "")
    return ReadOldDocument(document, Path(document.source).name, slug, edition, sections)


def _sure(section: OldSection) -> tuple[int, str]:
    """Return how sure it is what a section became, of five and in words."""
    if section.became == "own":
        return _METER, "säkert"
    level = max(1, round(section.similarity * _METER))
    word = "säkert" if section.similarity >= _SURE else "troligt"
    return level, word if section.similarity >= _LIKELY else "osäkert"


def _page(ask: Ask, trial: Trial, errors: Sequence[tuple[str, str]] = ()) -> Response:
    return page(
        ask,
        "importera/page.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
        errors=errors,
        can_save=bool(trial.files),
        documents=_documents(trial),
        common=trial.common,
        told=told,
        own=_OWN,
        chosen={name for name, value in ask.form.multi_items() if value == _OWN},
        questions=sum(len(each.questions) for each in trial.documents),
    )


PAGE = WebPage(
    (Way("/importera", start, take), Way("/importera/{held}", show, act)),
    "Importera",
    50,
)
