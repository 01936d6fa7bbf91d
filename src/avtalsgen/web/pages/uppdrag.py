"""The editions of an uppdrag, a new uppdrag, and a new edition of an old one."""

from http import HTTPStatus

from starlette.responses import Response

from avtalsgen.pipeline.drafting.shelf import shelf_of
from avtalsgen.pipeline.drafting.starting import free_edition, kinds, renew, start, start_about
from avtalsgen.problems import AvtalsgenError
from avtalsgen.swedish.phrases import begin_sentence
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import page, see_other
from avtalsgen.web.safety.tokens import today


def show(ask: Ask) -> Response:
    """Return the editions of an uppdrag."""
    return _shelf(ask, {})


def _shelf(ask: Ask, errors: dict[str, str], status: int = HTTPStatus.OK) -> Response:
    slug = ask.parts["slug"]
    project = ask.site.project
    return page(
        ask,
        "uppdrag/shelf.html",
        status=status,
        shelf=shelf_of(project, slug),
        kinds=[kind for kind in kinds(project) if kind.points],
        typed={name: ask.text(name) for name in ("om", "typ", "namn")},
        edition=ask.text("utgava") or free_edition(project, slug, today().year),
        errors=errors,
    )


def make_edition(ask: Ask) -> Response:
    """Make a new edition of an old one, and go on to it."""
    slug = ask.parts["slug"]
    edition = ask.text("utgava")
    if not edition:
        return _shelf(
            ask, {"utgava": "Skriv vad den nya utgåvan ska heta, till exempel 2027."}, 422
        )
    try:
        renew(ask.root, slug, ask.text("fran"), edition)
    except AvtalsgenError as error:
        told = {"utgava": _told(error)}
        return _shelf(ask, told, HTTPStatus.UNPROCESSABLE_ENTITY)
    return see_other(f"/uppdrag/{slug}/{edition}")


def make_about(ask: Ask) -> Response:
    """Make a document about an edition, and go on to it."""
    slug = ask.parts["slug"]
    if not ask.text("typ"):
        return _shelf(ask, {"typ": "Välj vad för slags handling det är."}, 422)
    try:
        edition = start_about(ask.root, slug, ask.text("om"), ask.text("typ"), ask.text("namn"))
    except AvtalsgenError as error:
        return _shelf(ask, {"namn": _told(error)}, HTTPStatus.UNPROCESSABLE_ENTITY)
    return see_other(f"/uppdrag/{slug}/{edition}")


def ask_new(ask: Ask) -> Response:
    """Return the form of a new uppdrag."""
    return _new(ask, {})


def _new(ask: Ask, errors: dict[str, str], status: int = HTTPStatus.OK) -> Response:
    there = kinds(ask.site.project)
    return page(
        ask,
        "uppdrag/new.html",
        status=status,
        kinds=there,
        kind=ask.text("typ") or next((each.name for each in there), ""),
        title=ask.text("titel"),
        edition=ask.text("utgava"),
        errors=errors,
    )


def make_new(ask: Ask) -> Response:
    """Make a new uppdrag, and go on to its questions."""
    kind, title = ask.text("typ"), ask.text("titel")
    errors = {}
    if not kind:
        errors["typ"] = "Välj vad för slags handling det är."
    if not title:
        errors["titel"] = "Skriv vad uppdraget heter, till exempel Våld i nära relation."
    if errors:
        return _new(ask, errors, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        slug, edition = start(ask.root, kind, title, ask.text("utgava"))
    except AvtalsgenError as error:
        return _new(ask, {"titel": _told(error)}, HTTPStatus.UNPROCESSABLE_ENTITY)
    return see_other(f"/uppdrag/{slug}/{edition}")


def _told(error: AvtalsgenError) -> str:
    problem = error.problems[0]
    return f"{begin_sentence(problem.message)}."


PAGE = WebPage(
    (
        Way("/nytt", ask_new, make_new),
        Way("/uppdrag/{slug}", show),
        Way("/uppdrag/{slug}/ny", act=make_edition),
        Way("/uppdrag/{slug}/handling", act=make_about),
    )
)
