"""A text of an uppdrag's own: written in a field, with what it becomes beside it."""

from http import HTTPStatus

from starlette.responses import Response

from avtalsgen.pipeline.drafting.draft import Draft, open_draft
from avtalsgen.pipeline.drafting.outline.own_text import (
    OwnText,
    open_own_text,
    save_own_text,
    see_own_text,
)
from avtalsgen.pipeline.drafting.seen.section import section_markup
from avtalsgen.problems import AvtalsgenError, Exit
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.render import Written
from avtalsgen.web.reply import page, piece, see_other

_LEVEL = 3


def show(ask: Ask) -> Response:
    """Return the text to be written."""
    draft, opened_text = _opened(ask)
    return _editor(ask, draft, opened_text, opened_text.text, opened_text.etag)


def act(ask: Ask) -> Response:
    """Show the text as it would be, or save it."""
    draft, opened_text = _opened(ask)
    text, etag = ask.form.get("lydelse", ""), ask.text("etag")
    assert isinstance(text, str)
    if ask.text("gor") != "spara":
        return _editor(ask, draft, opened_text, text, etag)
    try:
        save_own_text(ask.root, draft.slug, draft.edition, _place(ask), etag, text)
    except AvtalsgenError as error:
        if any(problem.exit is Exit.DATA for problem in error.problems):
            return _editor(ask, draft, opened_text, text, etag)
        raise
    return see_other(f"/uppdrag/{draft.slug}/{draft.edition}?sparat=ja#disposition")


def _editor(ask: Ask, draft: Draft, opened_text: OwnText, text: str, etag: str) -> Response:
    shown, errors = Written(""), []
    try:
        _, section = see_own_text(draft, _place(ask), text)
        shown = Written(section_markup(section, _LEVEL))
    except AvtalsgenError as error:
        errors = [f"{each.message[:1].upper()}{each.message[1:]}." for each in error.problems]
    if ask.by_script:
        return piece(ask, "uppdrag/own_text.html", shown=shown, errors=errors)
    return page(
        ask,
        "uppdrag/own.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
        draft=draft,
        own=opened_text,
        text=text,
        etag=etag,
        shown=shown,
        errors=errors,
        home=f"/uppdrag/{draft.slug}/{draft.edition}",
    )


def _opened(ask: Ask) -> tuple[Draft, OwnText]:
    draft = open_draft(ask.site.project, ask.parts["slug"], ask.parts["edition"])
    return draft, open_own_text(draft, _place(ask))


def _place(ask: Ask) -> tuple[int, ...]:
    return tuple(int(step) for step in ask.parts["place"].split(".") if step.isdecimal())


PAGE = WebPage((Way("/uppdrag/{slug}/{edition}/eget/{place}", show, act),))
