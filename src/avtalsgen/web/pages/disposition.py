"""The outline of an edition: texts of its own, clauses put in and taken out, with the reasons."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from avtalsgen.pipeline.drafting.draft import Draft, open_draft
from avtalsgen.pipeline.drafting.outline.clauses import (
    Exempt,
    absent,
    exempt,
    exempted,
    not_exempt,
    put_in,
    take_out,
    without,
)
from avtalsgen.pipeline.drafting.outline.entries import Place
from avtalsgen.pipeline.drafting.outline.own_text import (
    OwnText,
    open_own_text,
    save_own_text,
    see_own_text,
)
from avtalsgen.pipeline.drafting.outline.rewriting import Files, rewrite
from avtalsgen.pipeline.drafting.seen.section import section_markup
from avtalsgen.pipeline.drafting.seen.seen import see
from avtalsgen.pipeline.drafting.seen.why import outline_of
from avtalsgen.problems import AvtalsgenError, Exit
from avtalsgen.swedish.phrases import begin_sentence
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.render import Written
from avtalsgen.web.reply import page, piece, see_other

_LEVEL = 3
_TYPED = ("klausul", "efter", "skal", "beslutat_av")
"""The fields of the two pages."""


def write(ask: Ask) -> Response:
    """Return the text to be written."""
    draft, opened_text = _opened(ask)
    return _editor(ask, draft, opened_text, opened_text.text, opened_text.etag)


def write_act(ask: Ask) -> Response:
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
        errors = [f"{begin_sentence(each.message)}." for each in error.problems]
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
    draft = draft_of(ask)
    return draft, open_own_text(draft, _place(ask))


def _place(ask: Ask) -> Place:
    return _steps(ask.parts["place"])


def _steps(key: str) -> Place:
    return tuple(int(step) for step in key.split(".") if step.isdecimal())


def clauses(ask: Ask) -> Response:
    """Return what can be put in, and what the edition is without."""
    return _clauses(ask, {})


def change_clauses(ask: Ask) -> Response:
    """Put a clause in, or say why the edition is without one."""
    draft = draft_of(ask)
    clause, reason, what = ask.text("klausul"), ask.text("skal"), ask.text("gor")
    said = Exempt(clause, reason, ask.text("beslutat_av"))
    if not clause:
        return _clauses(ask, {"klausul" if what == "lagg-till" else "utan": "Välj en klausul."})
    if what == "undantag" and not reason:
        return _clauses(ask, {"skal": "Skriv varför klausulen inte är med."})

    def made(draft: Draft) -> Files:
        if what == "lagg-till":
            return put_in(draft, clause, _steps(ask.text("efter")))
        return exempt(draft, said) if what == "undantag" else not_exempt(draft, clause)

    rewrite(ask.root, draft.slug, draft.edition, ask.text("etag"), made)
    return see_other(f"{_home(draft)}/klausuler?sparat=ja")


def _clauses(ask: Ask, errors: Mapping[str, str]) -> Response:
    draft = draft_of(ask)
    return _asked(
        ask,
        "uppdrag/clauses.html",
        errors,
        draft,
        rows=outline_of(see(draft, {})),
        absent=absent(draft),
        exempted=exempted(draft),
    )


def ask_out(ask: Ask) -> Response:
    """Return what goes when an entry is taken out."""
    return _out(ask, {})


def take(ask: Ask) -> Response:
    """Take an entry out, with the reason where one is needed."""
    draft, reason = draft_of(ask), ask.text("skal")
    if not reason and without(draft, _place(ask)).missed:
        return _out(ask, {"skal": "Skriv varför klausulen inte är med."})

    def made(draft: Draft) -> Files:
        return take_out(draft, _place(ask), reason, ask.text("beslutat_av"))

    rewrite(ask.root, draft.slug, draft.edition, ask.text("etag"), made)
    return see_other(f"{_home(draft)}?sparat=ja#disposition")


def _out(ask: Ask, errors: Mapping[str, str]) -> Response:
    draft = draft_of(ask)
    return _asked(ask, "uppdrag/out.html", errors, draft, out=without(draft, _place(ask)))


def _asked(
    ask: Ask, template: str, errors: Mapping[str, str], draft: Draft, **shown: object
) -> Response:
    """Return a page that asks for something about `draft`, with what was typed and is wrong."""
    return page(
        ask,
        template,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
        draft=draft,
        home=_home(draft),
        errors=errors,
        typed={name: ask.text(name) for name in _TYPED},
        **shown,
    )


def draft_of(ask: Ask) -> Draft:
    """Return the edition that a page is about, as its file is now."""
    return open_draft(ask.site.project, ask.parts["slug"], ask.parts["edition"])


def _home(draft: Draft) -> str:
    return f"/uppdrag/{draft.slug}/{draft.edition}"


_HERE = "/uppdrag/{slug}/{edition}"
PAGE = WebPage(
    (
        Way(f"{_HERE}/eget/{{place}}", write, write_act),
        Way(f"{_HERE}/klausuler", clauses, change_clauses),
        Way(f"{_HERE}/ta-bort/{{place}}", ask_out, take),
    )
)
